/* SPDX-License-Identifier: ISC */
#include "next_id.h"

#include "unit.h"

START_TEST(gives_the_next)
{
	static const char *const taken[] = {
		"d1", "d3", "d1.1", "d1.12", "groot", "d999999999999", "d2.x", "d2x7", "7", "",
	};
	static const struct {
		const char *prefix, *want;
	} given[] = {
		{ "d", "d4" }, { "d", "d5" }, { "d1.", "d1.13" }, { "d9.", "d9.1" },
		{ "d9.", "d9.2" }, { "d2.", "d2.1" }, { "d1.", "d1.14" }, { "d", "d6" },
	};
	struct next_id ids = { 0 };
	struct text id = { 0 };
	size_t i;

	for (i = 0; i < sizeof taken / sizeof *taken; i++)
		next_id_take(&ids, taken[i]);
	for (i = 0; i < sizeof given / sizeof *given; i++) {
		text_clear(&id);
		next_id_give(&ids, given[i].prefix, &id);
		ck_assert_str_eq(text_string(&id), given[i].want);
	}
	next_id_release(&ids);
	next_id_give(&ids, "d", &id);
	ck_assert_str_eq(text_string(&id), "d6d1");
	next_id_release(&ids);
	text_release(&id);
}
END_TEST

int
main(void)
{
	TCase *tests = tcase_create("next_id");

	tcase_add_test(tests, gives_the_next);
	return unit_run("next_id", tests);
}

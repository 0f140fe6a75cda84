/* SPDX-License-Identifier: ISC */
#include "text.h"

#include <limits.h>
#include <string.h>

#include "unit.h"

START_TEST(begins_empty)
{
	struct text text = { 0 };
	char *taken;

	ck_assert_str_eq(text_string(&text), "");
	text_add(&text, NULL, 0);
	text_adds(&text, "");
	ck_assert_uint_eq(text.len, 0);
	taken = text_take(&text);
	ck_assert_str_eq(taken, "");
	free(taken);
	text_clear(&text);
	text_release(&text);
}
END_TEST

START_TEST(grows)
{
	struct text text = { 0 };

	text_add(&text, "a\0b", 3);
	ck_assert_uint_eq(text.len, 3);
	ck_assert_mem_eq(text.at, "a\0b", 4);
	for (int i = 0; i < 5000; i++)
		text_addc(&text, 'x');
	ck_assert_uint_eq(text.len, 5003);
	ck_assert_int_eq(text.at[5003], '\0');
	text_release(&text);
}
END_TEST

START_TEST(formats)
{
	struct text text = { 0 };
	char long_one[3000];

	memset(long_one, 'y', sizeof long_one - 1);
	long_one[sizeof long_one - 1] = '\0';
	text_addf(&text, "%s=%d;", "fase", 7);
	text_addf(&text, "%s", "");
	ck_assert_str_eq(text_string(&text), "fase=7;");
	text_addf(&text, "%s!", long_one);
	ck_assert_uint_eq(text.len, 7 + 3000);
	ck_assert_str_eq(text.at + text.len - 2, "y!");
	text_release(&text);
}
END_TEST

START_TEST(writes_numbers)
{
	const long numbers[] = { 0, 7, -7, 10, -120, LONG_MAX, LONG_MIN };

	for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
		struct text text = { 0 }, same = { 0 };

		text_addn(&text, numbers[i]);
		text_addf(&same, "%ld", numbers[i]);
		ck_assert_str_eq(text_string(&text), text_string(&same));
		text_release(&text);
		text_release(&same);
	}
}
END_TEST

START_TEST(is_cut_and_taken)
{
	struct text text = { 0 };
	char *taken;

	text_adds(&text, "uitvoering");
	text_cut(&text, 100);
	ck_assert_str_eq(text_string(&text), "uitvoering");
	text_cut(&text, 3);
	ck_assert_str_eq(text_string(&text), "uit");
	taken = text_take(&text);
	ck_assert_str_eq(taken, "uit");
	ck_assert_ptr_null(text.at);
	free(taken);
	text_adds(&text, "a");
	text_clear(&text);
	ck_assert_str_eq(text_string(&text), "");
	text_release(&text);
}
END_TEST

int
main(void)
{
	TCase *tests = tcase_create("text");

	tcase_add_test(tests, begins_empty);
	tcase_add_test(tests, grows);
	tcase_add_test(tests, formats);
	tcase_add_test(tests, writes_numbers);
	tcase_add_test(tests, is_cut_and_taken);
	return unit_run("text", tests);
}

/* SPDX-License-Identifier: ISC */
#include "group.h"

#include <stdio.h>
#include <string.h>

#include "model_read.h"
#include "reader.h"
#include "unit.h"

static struct model *model;
static struct reader *reader;
static struct dossier dossier;
static struct fold state;
static struct arena names;
static struct group_by by[2];

static void
divide(const char *first, const char *second)
{
	struct text why = { 0 };

	ck_assert(attribute_find(&by[0].attribute, first, model, &names, &why));
	ck_assert(attribute_find(&by[1].attribute, second, model, &names, &why));
	text_release(&why);
}

static void
fold(const char *fields)
{
	static char bytes[512];
	struct problems problems = { 0 };

	model = model_read(model_default, model_default_size, NULL, &problems);
	snprintf(bytes, sizeof bytes,
	    "Record: client\nClient: a\nNaam: A\nAangemeld: 2026-01-05\nHulpvraag: x\n%s\n",
	    fields);
	reader_free(reader);
	reader = reader_of(bytes, strlen(bytes), "test");
	ck_assert_int_eq(reader_next(reader, &dossier), 1);
	ck_assert(fold_day(&state, &dossier, model, DATE_LAST, DATE_LAST));
	problems_release(&problems);
}

static void
teardown(void)
{
	fold_release(&state);
	dossier_release(&dossier);
	reader_free(reader);
	reader = NULL;
	memset(&dossier, 0, sizeof dossier);
	model_free(model);
	model = NULL;
	arena_release(&names);
}

START_TEST(without_fields_there_is_one)
{
	struct groups g = { 0 };

	fold("");
	groups_find(&g, &state, NULL, 0);
	ck_assert_uint_eq(g.n, 1);
	ck_assert_str_eq(g.at[0], "");
	groups_release(&g);
}
END_TEST

START_TEST(no_value_is_a_dash)
{
	struct groups g = { 0 };

	fold("Begeleider: anna\n");
	divide("Team", "begeleider");
	groups_find(&g, &state, by, 2);
	ck_assert_uint_eq(g.n, 1);
	ck_assert_str_eq(g.at[0], "-\tanna");
	groups_release(&g);
}
END_TEST

START_TEST(a_repeated_field_is_all_of_its_values)
{
	struct groups g = { 0 };

	fold("Soort: a\nTeam: noord\nSoort: b\nSoort: a\n");
	divide("SOORT", "team");
	groups_find(&g, &state, by, 2);
	ck_assert_uint_eq(g.n, 2);
	ck_assert_str_eq(g.at[0], "a\tnoord");
	ck_assert_str_eq(g.at[1], "b\tnoord");
	groups_release(&g);
}
END_TEST

START_TEST(an_attribute_is_its_value)
{
	struct groups g = { 0 };

	fold("Geboren: 1990-03-01\n");
	divide("Gesloten", "naam");
	groups_find(&g, &state, by, 2);
	ck_assert_uint_eq(g.n, 1);
	ck_assert_str_eq(g.at[0], "nee\tA");
	groups_release(&g);
}
END_TEST

START_TEST(values_come_back)
{
	struct groups g = { 0 };
	struct arena arena = { 0 };

	fold("Team: a\tb\\n\n+ c\nSoort: z\n");
	divide("Team", "Soort");
	groups_find(&g, &state, by, 2);
	ck_assert_uint_eq(g.n, 1);
	ck_assert_str_eq(group_value(g.at[0], 0, &arena), "a\tb\\n\nc");
	ck_assert_str_eq(group_value(g.at[0], 1, &arena), "z");
	ck_assert_str_eq(group_value(g.at[0], 2, &arena), "");
	arena_release(&arena);
	groups_release(&g);
}
END_TEST

START_TEST(groups_come_by_their_values_none_last)
{
	static const char *const order[] = { "noord\tanna", "noord\tzo", "noord\t-",
	    "noord a\tbert", "zuid\tanna",
		"-\tanna", "-\t-" };
	size_t i, j;

	for (i = 0; i < sizeof order / sizeof *order; i++)
		for (j = 0; j < sizeof order / sizeof *order; j++) {
			int c = group_compare(order[i], order[j]);

			ck_assert_int_eq((c > 0) - (c < 0), (i > j) - (i < j));
		}
	ck_assert_int_lt(group_compare_word("z", "-"), 0);
	ck_assert_int_gt(group_compare_word("", "z"), 0);
	ck_assert_int_lt(group_compare_word("--", "-"), 0);
}
END_TEST

int
main(void)
{
	TCase *tests = tcase_create("group");

	tcase_add_checked_fixture(tests, NULL, teardown);
	tcase_add_test(tests, without_fields_there_is_one);
	tcase_add_test(tests, no_value_is_a_dash);
	tcase_add_test(tests, a_repeated_field_is_all_of_its_values);
	tcase_add_test(tests, an_attribute_is_its_value);
	tcase_add_test(tests, values_come_back);
	tcase_add_test(tests, groups_come_by_their_values_none_last);
	return unit_run("group", tests);
}

/* SPDX-License-Identifier: ISC */
#include "nearest.h"

#include <string.h>

#include "unit.h"

static const char *
near(const char *word, const char *const *candidates)
{
	struct nearest nearest;

	nearest_begin(&nearest, word);
	for (; *candidates != NULL; candidates++)
		nearest_offer(&nearest, *candidates);
	return nearest.best;
}

START_TEST(counts_edits)
{
	ck_assert_uint_eq(nearest_distance("", ""), 0);
	ck_assert_uint_eq(nearest_distance("", "doel"), 4);
	ck_assert_uint_eq(nearest_distance("doel", ""), 4);
	ck_assert_uint_eq(nearest_distance("Doel", "dOEL"), 0);
	ck_assert_uint_eq(nearest_distance("doel", "doelen"), 2);
	ck_assert_uint_eq(nearest_distance("kitten", "sitting"), 3);
	ck_assert_uint_eq(nearest_distance("wonen", "wnoen"), 1);
	/* optimal string alignment; Damerau-Levenshtein has 2 */
	ck_assert_uint_eq(nearest_distance("ca", "abc"), 3);
}
END_TEST

START_TEST(finds_the_word_meant)
{
	static const char *const fields[] = { "Begeleider", "Geboren", "Gemeente", "Team",
	    "Naam", NULL };

	ck_assert_str_eq(near("begelieder", fields), "Begeleider");
	ck_assert_str_eq(near("Bgeleider", fields), "Begeleider");
	ck_assert_str_eq(near("gemeenten", fields), "Gemeente");
	ck_assert_str_eq(near("TEAM", fields), "Team");
	ck_assert_str_eq(near("Namm", fields), "Naam");
}
END_TEST

START_TEST(finds_none_when_far)
{
	static const char *const words[] = { "wonen", "werk", "d", NULL };

	ck_assert_ptr_null(near("financien", words));
	ck_assert_ptr_null(near("wa", words));
	ck_assert_ptr_null(near("x", words));
	ck_assert_ptr_null(near("", words));
	ck_assert_ptr_null(near("wekr1", words));
}
END_TEST

START_TEST(prefers_the_first_of_the_nearest)
{
	static const char *const words[] = { "stond", "strand", "stand", "staand", NULL };

	ck_assert_str_eq(near("stnd", words), "stond");
	ck_assert_str_eq(near("stand", words), "stand");
}
END_TEST

int
main(void)
{
	TCase *tests = tcase_create("nearest");

	tcase_add_test(tests, counts_edits);
	tcase_add_test(tests, finds_the_word_meant);
	tcase_add_test(tests, finds_none_when_far);
	tcase_add_test(tests, prefers_the_first_of_the_nearest);
	return unit_run("nearest", tests);
}

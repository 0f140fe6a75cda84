/* SPDX-License-Identifier: ISC */
#include "problem.h"

#include "unit.h"

START_TEST(copies_what_it_is_given)
{
	struct problems problems = { 0 };
	char file[] = "a.rec", field[] = "Op";

	problems_add(&problems, PROBLEM_ERROR, "date", file, 12, field, "%s is no date",
	    "2026-13-01");
	file[0] = field[0] = 'x';
	ck_assert_uint_eq(problems.n, 1);
	ck_assert_int_eq(problems.at[0].severity, PROBLEM_ERROR);
	ck_assert_str_eq(problems.at[0].code, "date");
	ck_assert_str_eq(problems.at[0].file, "a.rec");
	ck_assert_int_eq(problems.at[0].line, 12);
	ck_assert_str_eq(problems.at[0].field, "Op");
	ck_assert_str_eq(problems.at[0].text, "2026-13-01 is no date");
	problems_release(&problems);
}
END_TEST

START_TEST(tells_errors_from_warnings)
{
	struct problems problems = { 0 };

	ck_assert(!problems_error(&problems));
	problems_add(&problems, PROBLEM_WARNING, "bom", NULL, 0, NULL,
	    "begins with a byte order mark");
	ck_assert(!problems_error(&problems));
	ck_assert_ptr_null(problems.at[0].file);
	ck_assert_ptr_null(problems.at[0].field);
	problems_add(&problems, PROBLEM_ERROR, "nul", NULL, 0, NULL, "a NUL");
	ck_assert(problems_error(&problems));
	problems_clear(&problems);
	ck_assert(!problems_error(&problems));
	problems_release(&problems);
}
END_TEST

START_TEST(moves_in_order)
{
	struct problems to = { 0 }, from = { 0 };
	char digit[] = "0";

	problems_add(&to, PROBLEM_WARNING, "a", NULL, 0, NULL, "first");
	for (; digit[0] <= '9'; digit[0]++)
		problems_add(&from, PROBLEM_ERROR, "b", digit, 0, NULL, "later");
	problems_move(&to, &from);
	ck_assert_uint_eq(from.n, 0);
	ck_assert_uint_eq(to.n, 11);
	ck_assert_str_eq(to.at[0].text, "first");
	ck_assert_str_eq(to.at[10].file, "9");
	problems_add(&from, PROBLEM_ERROR, "c", NULL, 0, NULL, "again");
	problems_release(&from);
	problems_release(&to);
}
END_TEST

int
main(void)
{
	TCase *tests = tcase_create("problem");

	tcase_add_test(tests, copies_what_it_is_given);
	tcase_add_test(tests, tells_errors_from_warnings);
	tcase_add_test(tests, moves_in_order);
	return unit_run("problem", tests);
}

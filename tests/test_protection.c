#include "protection.h"

#include "simplex.h"
#include "unit.h"

START_TEST(a_programme_is_solved)
{
	struct simplex s;
	double x[3];

	/* x + y = 4, y + z = 3; the least of x + 3 y + z is 7, without y */
	simplex_begin(&s, 2, 3);
	s.a[0] = s.a[1] = s.a[4] = s.a[5] = 1;
	s.b[0] = 4;
	s.b[1] = 3;
	s.cost[0] = s.cost[2] = 1;
	s.cost[1] = 3;
	ck_assert(simplex_solve(&s, x));
	ck_assert_double_eq_tol(x[0], 4, 1e-9);
	ck_assert_double_eq_tol(x[1], 0, 1e-9);
	ck_assert_double_eq_tol(x[2], 3, 1e-9);
	simplex_release(&s);
}
END_TEST

START_TEST(an_impossible_one_is_not)
{
	struct simplex s;
	double x[1];

	simplex_begin(&s, 2, 1);
	s.a[0] = s.a[1] = 1;
	s.b[0] = 1;
	s.b[1] = 2;
	ck_assert(!simplex_solve(&s, x));
	simplex_release(&s);
}
END_TEST

/* The counts of a table of 2 x 2 with row, column and grand totals: 0-3, 4-5, 6-7, 8. */
static struct protection *
table(const long value[4])
{
	struct protection *p = protection_new();
	long all[9] = { value[0], value[1], value[2], value[3], value[0] + value[1], value[2] + value[3],
	    value[0] + value[2], value[1] + value[3], value[0] + value[1] + value[2] + value[3] };
	static const size_t sums[5][3] = { { 0, 1, 4 }, { 2, 3, 5 }, { 0, 2, 6 }, { 1, 3, 7 }, { 4, 5, 8 } };
	size_t i;

	for (i = 0; i < 9; i++)
		protection_publish(p, protection_cell(p, all[i]));
	for (i = 0; i < 5; i++) {
		protection_equation(p);
		protection_term(p, sums[i][0], 1);
		protection_term(p, sums[i][1], 1);
		protection_term(p, sums[i][2], -1);
	}
	return p;
}

static unsigned
withheld(const struct protection *p)
{
	unsigned bits = 0, i;

	for (i = 0; i < 9; i++)
		bits |= (unsigned)protection_withheld(p, i) << i;
	return bits;
}

START_TEST(a_small_count_takes_its_neighbours)
{
	const long value[4] = { 3, 20, 30, 40 };
	struct protection *p = table(value);

	protection_find(p, 5);
	ck_assert_uint_eq(withheld(p), 0xF);
	protection_free(p);
}
END_TEST

START_TEST(without_small_counts_all_is_shown)
{
	const long value[4] = { 5, 20, 0, 40 };
	struct protection *p = table(value);

	protection_find(p, 5);
	ck_assert_uint_eq(withheld(p), 0);
	protection_free(p);
}
END_TEST

START_TEST(a_zero_protects_nothing)
{
	const long value[4] = { 3, 20, 30, 0 };
	struct protection *p = table(value);

	protection_find(p, 5);
	ck_assert_uint_eq(withheld(p), 0xC3);	/* the other count of the row and the totals below: less than any other way */
	protection_free(p);
}
END_TEST

START_TEST(ones_are_not_protected_by_each_other)
{
	/* Two that are withheld and add up to 2 are 1 each, for 0 would show: the sum goes too. */
	struct protection *p = protection_new();
	size_t a = protection_cell(p, 1), b = protection_cell(p, 1), sum = protection_cell(p, 2);

	protection_publish(p, a);
	protection_publish(p, b);
	protection_publish(p, sum);
	protection_equation(p);
	protection_term(p, a, 1);
	protection_term(p, b, 1);
	protection_term(p, sum, -1);
	protection_find(p, 2);
	ck_assert(protection_withheld(p, a));
	ck_assert(protection_withheld(p, sum));
	protection_free(p);
}
END_TEST

int
main(void)
{
	TCase *tests = tcase_create("protection");

	tcase_add_test(tests, a_programme_is_solved);
	tcase_add_test(tests, an_impossible_one_is_not);
	tcase_add_test(tests, a_small_count_takes_its_neighbours);
	tcase_add_test(tests, without_small_counts_all_is_shown);
	tcase_add_test(tests, a_zero_protects_nothing);
	tcase_add_test(tests, ones_are_not_protected_by_each_other);
	return unit_run("protection", tests);
}

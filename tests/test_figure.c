/* SPDX-License-Identifier: ISC */
#include "figure.h"

#include "unit.h"

/* A figure of the values 1..n, each once. */
static struct cell
statistic(enum figure_kind kind, long n)
{
	struct tally *t = tally_new(true);
	struct tally_key k = { MEASURE_LATEST, 0, "", "", "", 0 };
	struct arena arena = { 0 };
	struct figure f = { .kind = kind };
	struct cell c;
	long i;

	for (i = 1; i <= n; i++) {
		k.row = i % 2 ? "odd" : "even";
		tally_add(t, &k, i, 1);
	}
	f.of = quantity_of(t, &arena, MEASURE_LATEST, 0, "", NULL, NULL);
	c = figure_cell(&f);
	arena_release(&arena);
	tally_free(t);
	return c;
}

START_TEST(ranks_are_nearest)
{
	ck_assert_int_eq(statistic(FIGURE_MEDIAN, 1).number, 1);
	ck_assert_int_eq(statistic(FIGURE_MEDIAN, 2).number, 1);
	ck_assert_int_eq(statistic(FIGURE_MEDIAN, 3).number, 2);
	ck_assert_int_eq(statistic(FIGURE_MEDIAN, 100).number, 50);
	ck_assert_int_eq(statistic(FIGURE_P90, 9).type, CELL_EMPTY);	/* of few it says nothing */
	ck_assert_int_eq(statistic(FIGURE_P90, 10).number, 9);
	ck_assert_int_eq(statistic(FIGURE_P90, 11).number, 10);
	ck_assert_int_eq(statistic(FIGURE_P90, 100).number, 90);
	ck_assert_int_eq(statistic(FIGURE_MAXIMUM, 17).number, 17);
	ck_assert_int_eq(statistic(FIGURE_MEDIAN, 3).type, CELL_DAYS);
}
END_TEST

START_TEST(of_nothing_is_empty)
{
	ck_assert_int_eq(statistic(FIGURE_MEDIAN, 0).type, CELL_EMPTY);
	ck_assert_int_eq(statistic(FIGURE_MEAN, 0).type, CELL_EMPTY);
	ck_assert_int_eq(statistic(FIGURE_SHARE, 0).type, CELL_EMPTY);
	ck_assert_int_eq(statistic(FIGURE_COUNT, 0).type, CELL_COUNT);
	ck_assert_int_eq(statistic(FIGURE_COUNT, 0).number, 0);
}
END_TEST

START_TEST(halves_go_away_from_zero)
{
	ck_assert_int_eq(figure_round(1, 2), 1);
	ck_assert_int_eq(figure_round(-1, 2), -1);
	ck_assert_int_eq(figure_round(3, 2), 2);
	ck_assert_int_eq(figure_round(1, 3), 0);
	ck_assert_int_eq(figure_round(-5, 3), -2);
	ck_assert_int_eq(figure_round(1000 * 1, 16), 63);	/* 6.25 % is 6.3 */
	ck_assert_int_eq(statistic(FIGURE_MEAN, 4).number, 250);
	ck_assert_int_eq(statistic(FIGURE_MEAN, 4).type, CELL_MEAN);
}
END_TEST

START_TEST(a_quantity_takes_rows_and_columns)
{
	struct tally *t = tally_new(true);
	struct tally_key k = { MEASURE_GOAL, 0, "", "a", "x", 0 };
	struct arena arena = { 0 };
	struct quantity q;

	tally_add(t, &k, 0, 2);
	k.column = "y";
	tally_add(t, &k, 0, 3);
	k.row = "b";
	tally_add(t, &k, 0, 5);
	q = quantity_of(t, &arena, MEASURE_GOAL, 0, "", "a", NULL);
	ck_assert_int_eq(q.total, 5);
	q = quantity_of(t, &arena, MEASURE_GOAL, 0, "", NULL, "y");
	ck_assert_int_eq(q.total, 8);
	q = quantity_of(t, &arena, MEASURE_GOAL, 1, "", NULL, NULL);
	ck_assert_int_eq(q.total, 0);
	arena_release(&arena);
	tally_free(t);
}
END_TEST

int
main(void)
{
	TCase *tests = tcase_create("figure");

	tcase_add_test(tests, ranks_are_nearest);
	tcase_add_test(tests, of_nothing_is_empty);
	tcase_add_test(tests, halves_go_away_from_zero);
	tcase_add_test(tests, a_quantity_takes_rows_and_columns);
	return unit_run("figure", tests);
}

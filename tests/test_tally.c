/* SPDX-License-Identifier: ISC */
#include "tally.h"

#include <stdio.h>

#include "unit.h"

static struct tally_key
key(enum measure measure, const char *row, const char *column)
{
	struct tally_key k = { measure, 0, "", row, column, 0 };

	return k;
}

START_TEST(values_are_a_histogram)
{
	struct tally *t = tally_new(true);
	struct tally_key k = key(MEASURE_STAY, "intake", "");
	const struct tally_entry *const *e;
	size_t n;

	tally_add(t, &k, 7, 1);
	tally_add(t, &k, -2, 3);
	tally_add(t, &k, 7, 2);
	tally_add(t, &k, 3, 1);
	e = tally_entries(t, &n);
	ck_assert_uint_eq(n, 1);
	ck_assert_int_eq(e[0]->n, 7);
	ck_assert_uint_eq(e[0]->ncounts, 3);
	ck_assert_int_eq(e[0]->counts[0].value, -2);
	ck_assert_int_eq(e[0]->counts[0].n, 3);
	ck_assert_int_eq(e[0]->counts[1].value, 3);
	ck_assert_int_eq(e[0]->counts[2].n, 3);
	tally_free(t);
}
END_TEST

/* Once of a person, and days since a day, of each period up to its own last day. */
START_TEST(periods_are_counted_together)
{
	static const size_t at[] = { 2, 0 };
	static const date last[] = { 31, 0, 59 };
	static const struct tally_periods periods = { at, 2, last };
	static const struct tally_counted counted[] = {
		{ TALLY_DAYS, MEASURE_OPEN, WORD_NONE, WORD_NONE, 11 },
		{ TALLY_ONCE, MEASURE_SERVED, WORD_NONE, WORD_NONE, 0 },
		{ TALLY_ONCE, MEASURE_SERVED, WORD_NONE, WORD_NONE, 0 },
	};
	struct tally *t = tally_new(false);
	struct tally_key k = key(MEASURE_OPEN, "", "");
	word_id group = tally_word(t, "");
	size_t n;

	for (int person = 0; person < 2; person++) {
		tally_count(t, &periods, group, counted, 3);
		tally_person(t);
	}
	tally_entries(t, &n);
	ck_assert_uint_eq(n, 4);
	ck_assert_int_eq(tally_find(t, &k)->counts[0].value, 20);
	ck_assert_int_eq(tally_find(t, &k)->n, 2);
	k.period = 2;
	ck_assert_int_eq(tally_find(t, &k)->counts[0].value, 48);
	k.measure = MEASURE_SERVED;
	ck_assert_int_eq(tally_find(t, &k)->n, 2);
	k.period = 1;
	ck_assert_ptr_null(tally_find(t, &k));
	tally_free(t);
}
END_TEST

START_TEST(entries_are_in_order)
{
	struct tally *t = tally_new(true);
	char row[16];
	const struct tally_entry *const *e;
	struct tally_key k;
	size_t i, n;

	for (i = 0; i < 1000; i++) {
		snprintf(row, sizeof row, "%zu", i * 7919 % 1000);
		k = key(i % 2 ? MEASURE_STAY : MEASURE_PHASE_IN, row, "");
		k.period = i % 3;
		tally_add(t, &k, 0, 1);
	}
	e = tally_entries(t, &n);
	ck_assert_uint_eq(n, 1000);
	for (i = 1; i < n; i++)
		ck_assert_int_lt(tally_key_compare(&e[i - 1]->key, &e[i]->key), 0);
	tally_free(t);
}
END_TEST

START_TEST(a_run_is_one_measure_period_and_group)
{
	struct tally *t = tally_new(true);
	struct tally_key k = key(MEASURE_LATEST, "x", "y");
	const struct tally_entry *const *run;
	size_t n;

	tally_add(t, &k, 0, 1);
	k.group = "g";
	tally_add(t, &k, 0, 1);
	k.row = "z";
	tally_add(t, &k, 0, 1);
	k.period = 1;
	tally_add(t, &k, 0, 1);
	run = tally_run(t, MEASURE_LATEST, 0, "g", &n);
	ck_assert_uint_eq(n, 2);
	ck_assert_str_eq(run[0]->key.row, "x");
	ck_assert_str_eq(run[1]->key.row, "z");
	tally_run(t, MEASURE_STAY, 0, "g", &n);
	ck_assert_uint_eq(n, 0);
	tally_clear(t);
	tally_entries(t, &n);
	ck_assert_uint_eq(n, 0);
	tally_free(t);
}
END_TEST

/* Who has a thing counts once, in the sums too; who has nothing else in the whole is alone. */
START_TEST(persons_are_behind_it)
{
	struct tally *t = tally_new(true), *sum = tally_new(true);
	struct tally_key k = key(MEASURE_GOAL, "wonen", "behaald");
	struct tally_key other = key(MEASURE_GOAL, "werk", "behaald");
	struct tally_key open = key(MEASURE_GOAL, "wonen", "open");
	struct tally_key row = { MEASURE_GOAL, 0, "", "wonen", "", OVER_COLUMNS };
	struct tally_key all = { MEASURE_GOAL, 0, "", "", "", OVER_ROWS | OVER_COLUMNS };
	const struct tally_entry *const *e;
	size_t i, n;

	tally_add(t, &k, 0, 3);
	tally_person(t);
	tally_add(t, &k, 0, 1);
	tally_add(t, &open, 0, 1);
	tally_add(t, &other, 0, 1);
	tally_person(t);
	tally_person(t);
	e = tally_entries(t, &n);
	for (i = 0; i < 2 * n; i++)
		tally_merge(sum, e[i % n]);
	for (i = 1; i <= 2; i++) {
		struct tally *of = i == 1 ? t : sum;
		long by = (long)i;

		ck_assert_int_eq(tally_find(of, &k)->n, 4 * by);
		ck_assert_int_eq(tally_find(of, &k)->persons, 2 * by);
		ck_assert_int_eq(tally_find(of, &k)->alone, by);
		ck_assert_int_eq(tally_find(of, &row)->persons, 2 * by);
		ck_assert_int_eq(tally_find(of, &row)->alone, by);
		ck_assert_int_eq(tally_find(of, &all)->persons, 2 * by);
		ck_assert_int_eq(tally_find(of, &all)->alone, 0);
		ck_assert_int_eq(tally_find(of, &other)->alone, by);
	}
	open.period = 1;
	ck_assert_ptr_null(tally_find(t, &open));
	tally_free(t);
	tally_free(sum);
}
END_TEST

int
main(void)
{
	TCase *tests = tcase_create("tally");

	tcase_add_test(tests, values_are_a_histogram);
	tcase_add_test(tests, periods_are_counted_together);
	tcase_add_test(tests, entries_are_in_order);
	tcase_add_test(tests, a_run_is_one_measure_period_and_group);
	tcase_add_test(tests, persons_are_behind_it);
	return unit_run("tally", tests);
}

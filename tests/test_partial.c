/* SPDX-License-Identifier: ISC */
#include "partial.h"

#include <string.h>

#include "model_read.h"
#include "unit.h"

static struct model *model;
static struct problems problems;

static void
setup(void)
{
	model = model_read(model_default, model_default_size, NULL, &problems);
}

static void
teardown(void)
{
	model_free(model);
	problems_release(&problems);
}

static void
ask(struct report *r, const char *period)
{
	struct period p;

	r->model = model;
	r->today = r->known = DATE_LAST;
	ck_assert(period_parse(period, r->today, &p));
	report_add_period(r, &p);
	report_add_group_named(r, "Team");
}

static struct tally *
count(long value, long n)
{
	struct tally *t = tally_new(true);
	struct tally_key k = { MEASURE_GOAL, 0, "a\\tb", "x\ty", "z\\", 0 };

	tally_add(t, &k, value, n);
	tally_person(t);
	return t;
}

START_TEST(parts_add_up)
{
	struct report one = { 0 }, merged = { .model = model };
	struct tally *a = count(3, 2), *b = count(3, 5), *sum = tally_new(true);
	struct text bytes = { 0 }, head = { 0 };
	const struct tally_entry *const *e;
	size_t n;

	ask(&one, "2026-Q1");
	partial_write(&bytes, &one, a);
	partial_write(&bytes, &one, b);
	ck_assert(partial_read(bytes.at, bytes.len, "p", &head, &merged, sum, &problems));
	ck_assert_uint_eq(problems.n, 0);
	e = tally_entries(sum, &n);
	ck_assert_uint_eq(n, 4);	/* with the sums over its row, its column and both */
	ck_assert_int_eq(e[0]->n, 7);
	ck_assert_int_eq(e[0]->persons, 2);
	ck_assert_int_eq(e[0]->alone, 2);
	for (size_t i = 1; i < n; i++) {
		ck_assert_uint_eq(e[i]->key.over, i);
		ck_assert_uint_eq(e[i]->ncounts, 0);
		ck_assert_int_eq(e[i]->persons, 2);
	}
	ck_assert_int_eq(e[0]->counts[0].value, 3);
	ck_assert_str_eq(e[0]->key.group, "a\\tb");
	ck_assert_str_eq(e[0]->key.row, "x\ty");
	ck_assert_str_eq(e[0]->key.column, "z\\");
	ck_assert_uint_eq(merged.nperiods, 2);
	ck_assert_uint_eq(merged.periods[0].before, 1);
	ck_assert_str_eq(merged.groups[0].name, "Team");
	ck_assert_int_eq(merged.known, DATE_LAST);
	text_release(&bytes);
	text_release(&head);
	tally_free(a);
	tally_free(b);
	tally_free(sum);
	report_release(&one);
	report_release(&merged);
}
END_TEST

START_TEST(no_beginning_of_a_part_is_taken_for_one)
{
	struct report one = { 0 };
	struct tally *a = count(3, 2);
	struct text bytes = { 0 };
	size_t n;

	ask(&one, "2026");
	partial_write(&bytes, &one, a);
	for (n = 0; n < bytes.len; n++) {
		struct report merged = { .model = model };
		struct tally *sum = tally_new(true);
		struct text head = { 0 };

		ck_assert_msg(!partial_read(bytes.at, n, "p", &head, &merged, sum, &problems),
		    "%zu bytes", n);
		ck_assert(problems_error(&problems));
		problems_clear(&problems);
		text_release(&head);
		tally_free(sum);
		report_release(&merged);
	}
	text_release(&bytes);
	tally_free(a);
	report_release(&one);
}
END_TEST

int
main(void)
{
	TCase *tests = tcase_create("partial");

	tcase_add_checked_fixture(tests, setup, teardown);
	tcase_add_test(tests, parts_add_up);
	tcase_add_test(tests, no_beginning_of_a_part_is_taken_for_one);
	return unit_run("partial", tests);
}

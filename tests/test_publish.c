/* SPDX-License-Identifier: ISC */
#include "publish.h"

#include <stdio.h>
#include <string.h>

#include "unit.h"

/* A figure of so many persons, each with one thing, and others outside; -1 = a part of nothing. */
static struct cell
published(enum figure_kind kind, long persons, long outside, long value, long least)
{
	struct value_count counts = { value, persons };
	struct tally_entry entry = { .counts = &counts, .ncounts = 1, .n = persons };
	const struct tally_entry *at[] = { &entry };
	struct quantity of = { at, 1, persons, persons, outside >= 0, outside < 0 ? 0 : outside };
	struct figure f = { .kind = kind, .of = of };

	if (kind == FIGURE_SHARE) {
		f.out_of = of;
		f.out_of.total = f.out_of.persons = persons + outside;
		f.out_of.part = false;
	}
	return publish_figure(&f, least);
}

static void
is(struct cell c, const char *expected)
{
	struct text t = { 0 };

	cell_write(&c, &t);
	ck_assert_str_eq(text_string(&t), expected);
	text_release(&t);
}

START_TEST(counts_are_of_fives_and_of_enough)
{
	is(published(FIGURE_COUNT, 0, -1, 0, 5), "x");
	is(published(FIGURE_COUNT, 7, -1, 0, 5), "x");
	is(published(FIGURE_COUNT, 8, -1, 0, 5), "10");
	is(published(FIGURE_COUNT, 12, -1, 0, 10), "x");
	is(published(FIGURE_COUNT, 13, -1, 0, 10), "15");
	is(published(FIGURE_COUNT, 21, 7, 0, 5), "x");
	is(published(FIGURE_COUNT, 21, 8, 0, 5), "20");
	is(published(FIGURE_COUNT, 21, 0, 0, 5), "x");
}
END_TEST

START_TEST(shares_are_whole_and_of_two_counts)
{
	is(published(FIGURE_SHARE, 21, 22, 0, 5), "44");	/* 20 of 45 */
	is(published(FIGURE_SHARE, 21, 7, 0, 5), "x");
	is(published(FIGURE_SHARE, 7, 21, 0, 5), "x");
	is(published(FIGURE_SHARE, 9, 3000, 0, 5), "x");	/* 0 % */
	is(published(FIGURE_SHARE, 3000, 9, 0, 5), "x");	/* 100 % */
	is(published(FIGURE_SHARE, 3000, 30, 0, 5), "99");
}
END_TEST

START_TEST(statistics_need_more)
{
	is(published(FIGURE_MEAN, 19, -1, 7, 5), "x");
	is(published(FIGURE_MEAN, 20, -1, 7, 5), "7.0");
	is(published(FIGURE_MEAN, 20, 5, 7, 5), "x");
	is(published(FIGURE_MEDIAN, 9, -1, 10, 5), "x");
	is(published(FIGURE_MEDIAN, 10, -1, 10, 5), "7");
	is(published(FIGURE_MEDIAN, 20, -1, 11, 10), "14");
	is(published(FIGURE_P90, 49, -1, 11, 5), "x");
	is(published(FIGURE_P90, 50, -1, 11, 5), "14");
	is(published(FIGURE_MAXIMUM, 5000, -1, 11, 5), "x");
}
END_TEST

static bool
ready(struct report *r, const char *why)
{
	struct text t = { 0 };
	bool good = publish_ready(r, &t);

	ck_assert_msg(strstr(text_string(&t), why) != NULL, "%s", text_string(&t));
	text_release(&t);
	return good;
}

static void
ask(struct report *r, const char *name)
{
	struct period p;

	r->today = date_parse("2026-11-01");
	ck_assert(period_parse(name, r->today, &p));
	report_add_period(r, &p);
}

START_TEST(periods_are_over_and_apart)
{
	struct report over = { 0 }, shared = { 0 }, apart = { 0 }, worker = { 0 };

	ask(&over, "2026-Q4");
	ck_assert(!ready(&over, "2026-Q4"));
	ask(&shared, "2025");
	ask(&shared, "2025-W10");
	ck_assert(!ready(&shared, "2025-W10"));
	ask(&apart, "2026-01");
	ask(&apart, "2026-Q2");
	ask(&apart, "2026-Q3");
	ck_assert(ready(&apart, ""));
	for (size_t i = 0; i < apart.nperiods; i++) {
		const struct report_period *p = &apart.periods[i];

		/* The quarter before Q2 has January in it; Q2, before Q3, is asked for itself. */
		if (strcmp(p->period.name, "2026-Q2") == 0)
			ck_assert_uint_eq(p->before, (size_t)-1);
		else if (p->asked)
			ck_assert_uint_ne(p->before, (size_t)-1);
	}
	report_add_group_named(&worker, "Begeleider");
	ck_assert(!ready(&worker, "Begeleider"));
	report_release(&over);
	report_release(&shared);
	report_release(&apart);
	report_release(&worker);
}
END_TEST

int
main(void)
{
	TCase *tests = tcase_create("publish");

	tcase_add_test(tests, counts_are_of_fives_and_of_enough);
	tcase_add_test(tests, shares_are_whole_and_of_two_counts);
	tcase_add_test(tests, statistics_need_more);
	tcase_add_test(tests, periods_are_over_and_apart);
	return unit_run("publish", tests);
}

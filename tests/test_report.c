/* SPDX-License-Identifier: ISC */
#include "report.h"

#include <string.h>

#include "unit.h"

static void
add(struct report *r, const char *name)
{
	struct period p;

	ck_assert(period_parse(name, r->today, &p));
	report_add_period(r, &p);
}

START_TEST(the_period_before_is_found)
{
	struct report r = { .today = date_parse("2026-08-15") };

	add(&r, "2026-Q3");
	ck_assert_uint_eq(r.nperiods, 2);
	ck_assert_str_eq(r.periods[0].period.name, "2026-Q3");
	ck_assert_int_eq(r.periods[0].at, r.today);
	ck_assert_uint_eq(r.periods[0].before, 1);
	/* as many days as have passed */
	ck_assert_str_eq(r.periods[1].period.name, "2026-04-01..2026-05-16");
	ck_assert_int_eq(r.periods[1].at, date_parse("2026-05-16"));
	ck_assert(report_runs(&r.periods[0]) && !report_runs(&r.periods[1]));
	ck_assert(r.periods[0].asked && !r.periods[1].asked);
	add(&r, "2026-Q2");
	ck_assert_str_eq(r.periods[r.periods[2].before].period.name, "2026-Q1");
	add(&r, "2027");	/* has not begun: nothing is as long */
	ck_assert_uint_eq(r.periods[r.nperiods - 1].before, (size_t)-1);
	report_release(&r);
	r = (struct report){ .today = date_parse("2024-12-30") };
	add(&r, "2024");
	ck_assert_str_eq(r.periods[1].period.name, "2023");	/* has no more */
	report_release(&r);
}
END_TEST

START_TEST(a_period_is_there_once)
{
	struct report r = { .today = date_parse("2026-08-15") };

	add(&r, "2026-Q1");
	add(&r, "2026-Q2");
	add(&r, "2026-Q2");
	ck_assert_uint_eq(r.nperiods, 3);
	ck_assert_uint_eq(r.periods[2].before, 0);
	ck_assert(r.periods[2].asked);
	report_release(&r);
}
END_TEST

START_TEST(without_beginning_there_is_none_before)
{
	struct report r = { .today = date_parse("2026-08-15") };
	struct period p = period_of(DATE_NONE, r.today);

	report_add_period(&r, &p);
	ck_assert_uint_eq(r.nperiods, 1);
	ck_assert(r.periods[0].before == (size_t)-1);
	report_release(&r);
}
END_TEST

START_TEST(views_have_names)
{
	enum view v;

	for (v = 0; v < VIEWS; v++) {
		ck_assert_int_eq(view_parse(view_name(v)), v);
		ck_assert_int_gt((int)strlen(view_title(v, LANG_EN)), 0);
	}
	ck_assert_int_eq(view_parse("none"), VIEWS);
	ck_assert(view_rows(VIEW_SIGNALEN) && view_rows(VIEW_CLIENTEN) &&
	    !view_rows(VIEW_KWALITEIT));
}
END_TEST

int
main(void)
{
	TCase *tests = tcase_create("report");

	tcase_add_test(tests, the_period_before_is_found);
	tcase_add_test(tests, a_period_is_there_once);
	tcase_add_test(tests, without_beginning_there_is_none_before);
	tcase_add_test(tests, views_have_names);
	return unit_run("report", tests);
}

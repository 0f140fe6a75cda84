/* SPDX-License-Identifier: ISC */
#include "period.h"

#include "unit.h"

static date
day(const char *s)
{
	date d = date_parse(s);

	ck_assert_int_ne(d, DATE_NONE);
	return d;
}

static void
is_period(const struct period *period, const char *from, const char *to, const char *name)
{
	ck_assert_int_eq(period->from, day(from));
	ck_assert_int_eq(period->to, day(to));
	ck_assert_str_eq(period->name, name);
}

static void
parses(const char *s, const char *from, const char *to, const char *name)
{
	struct period period;

	ck_assert_msg(period_parse(s, day("2026-11-22"), &period), "%s is not read", s);
	is_period(&period, from, to, name);
}

static void
comes_before(const char *s, const char *from, const char *to, const char *name)
{
	struct period period, before;

	ck_assert(period_parse(s, day("2026-11-22"), &period));
	ck_assert(period_before(&period, &before));
	is_period(&before, from, to, name);
}

START_TEST(reads_years_quarters_months)
{
	parses("2026", "2026-01-01", "2026-12-31", "2026");
	parses("2026-Q1", "2026-01-01", "2026-03-31", "2026-Q1");
	parses("2026-Q3", "2026-07-01", "2026-09-30", "2026-Q3");
	parses("2026-Q4", "2026-10-01", "2026-12-31", "2026-Q4");
	parses("2024-02", "2024-02-01", "2024-02-29", "2024-02");
	parses("2026-12", "2026-12-01", "2026-12-31", "2026-12");
	parses("1900", "1900-01-01", "1900-12-31", "1900");
	parses("2199-Q4", "2199-10-01", "2199-12-31", "2199-Q4");
}
END_TEST

START_TEST(reads_iso_weeks)
{
	parses("2026-W14", "2026-03-30", "2026-04-05", "2026-W14");
	parses("2026-W01", "2025-12-29", "2026-01-04", "2026-W01");
	parses("2026-W53", "2026-12-28", "2027-01-03", "2026-W53");
	parses("2027-W01", "2027-01-04", "2027-01-10", "2027-W01");
	parses("1900-W01", "1900-01-01", "1900-01-07", "1900-W01");
}
END_TEST

START_TEST(reads_the_last_month_and_quarter)
{
	struct period period;

	parses("last-month", "2026-10-01", "2026-10-31", "2026-10");
	parses("last-quarter", "2026-07-01", "2026-09-30", "2026-Q3");
	ck_assert(period_parse("last-month", day("2026-01-31"), &period));
	is_period(&period, "2025-12-01", "2025-12-31", "2025-12");
	ck_assert(period_parse("last-quarter", day("2026-01-01"), &period));
	is_period(&period, "2025-10-01", "2025-12-31", "2025-Q4");
	ck_assert(!period_parse("last-month", DATE_FIRST, &period));
	parses("2026-H2", "2026-07-01", "2026-12-31", "2026-H2");
	parses("this-half", "2026-07-01", "2026-12-31", "2026-H2");
	parses("last-half", "2026-01-01", "2026-06-30", "2026-H1");
	parses("this-year", "2026-01-01", "2026-12-31", "2026");
	parses("last-year", "2025-01-01", "2025-12-31", "2025");
	ck_assert(period_parse("this-week", day("2027-01-01"), &period));
	is_period(&period, "2026-12-28", "2027-01-03", "2026-W53");
	ck_assert(period_parse("last-week", day("2027-01-04"), &period));
	is_period(&period, "2026-12-28", "2027-01-03", "2026-W53");
	ck_assert(period_parse("last-week", day("2199-12-29"), &period));
	is_period(&period, "2199-12-16", "2199-12-22", "2199-W51");
	ck_assert(!period_parse("this-week", day("2199-12-30"), &period));
	ck_assert(!period_parse("2200-W01", day("2199-12-30"), &period));
	comes_before("2026-H1", "2025-07-01", "2025-12-31", "2025-H2");
}
END_TEST

START_TEST(refuses_all_else)
{
	static const char *const wrong[] = {
		"", "26", "202", "20260", "2026-", "2026-Q", "2026-Q0", "2026-Q5", "2026-Q12",
		"2026-q1", "2026-13", "2026-00", "2026-1", "2026-W00", "2025-W53", "2026-W54",
		"2026-W99", "2026-W1", "2026-W1a", "2026-W100", "2199-W53", "1899", "2200",
		"2026-01-01", "2026-H0", "2026-H3", "last-day", "this-", "next-week",
		"vorige-maand", "2026 ", "Q1-2026", "20x6",
	};
	struct period period;

	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
		ck_assert_msg(!period_parse(wrong[i], day("2026-11-22"), &period),
		    "%s is read", wrong[i]);
}
END_TEST

START_TEST(dates_name_themselves)
{
	struct period period = period_of(day("2026-09-01"), day("2026-09-15"));

	is_period(&period, "2026-09-01", "2026-09-15", "2026-09-01..2026-09-15");
	period = period_of(DATE_NONE, day("2026-11-01"));
	ck_assert_int_eq(period.from, DATE_NONE);
	ck_assert_str_eq(period.name, "..2026-11-01");
}
END_TEST

START_TEST(each_has_one_before)
{
	struct period period, before;

	comes_before("2026", "2025-01-01", "2025-12-31", "2025");
	comes_before("2026-Q1", "2025-10-01", "2025-12-31", "2025-Q4");
	comes_before("2024-03", "2024-02-01", "2024-02-29", "2024-02");
	comes_before("2027-W01", "2026-12-28", "2027-01-03", "2026-W53");
	period = period_of(day("2026-09-01"), day("2026-09-15"));
	ck_assert(period_before(&period, &before));
	is_period(&before, "2026-08-17", "2026-08-31", "2026-08-17..2026-08-31");
	/* as many days, not a year by name */
	period = period_of(day("2026-01-01"), day("2026-12-31"));
	ck_assert(period_before(&period, &before));
	is_period(&before, "2025-01-01", "2025-12-31", "2025-01-01..2025-12-31");
}
END_TEST

START_TEST(without_beginning_none)
{
	struct period period = period_of(DATE_NONE, day("2026-11-01")), before;

	ck_assert(!period_before(&period, &before));
	ck_assert(period_parse("1900", day("2026-11-22"), &period));
	ck_assert(!period_before(&period, &before));
	/* it would begin before 1900 */
	period = period_of(day("1950-01-01"), day("2026-11-01"));
	ck_assert(!period_before(&period, &before));
	period = period_of(day("1900-01-11"), day("1900-01-20"));
	ck_assert(period_before(&period, &before));
	is_period(&before, "1900-01-01", "1900-01-10", "1900-01-01..1900-01-10");
}
END_TEST

int
main(void)
{
	TCase *tests = tcase_create("period");

	tcase_add_test(tests, reads_years_quarters_months);
	tcase_add_test(tests, reads_iso_weeks);
	tcase_add_test(tests, reads_the_last_month_and_quarter);
	tcase_add_test(tests, refuses_all_else);
	tcase_add_test(tests, dates_name_themselves);
	tcase_add_test(tests, each_has_one_before);
	tcase_add_test(tests, without_beginning_none);
	return unit_run("period", tests);
}

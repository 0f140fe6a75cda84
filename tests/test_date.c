/* SPDX-License-Identifier: ISC */
#include "date.h"

#include <string.h>

#include "unit.h"

START_TEST(reads_calendar_days)
{
	ck_assert_int_eq(date_parse("1970-01-01"), 0);
	ck_assert_int_eq(date_parse("1970-01-02"), 1);
	ck_assert_int_eq(date_parse("1969-12-31"), -1);
	ck_assert_int_eq(date_parse("2026-11-22"), 20779);
	ck_assert_int_eq(date_parse("1900-01-01"), DATE_FIRST);
	ck_assert_int_eq(date_parse("2199-12-31"), DATE_LAST);
	ck_assert_int_ne(date_parse("2024-02-29"), DATE_NONE);
	ck_assert_int_ne(date_parse("2000-02-29"), DATE_NONE);
}
END_TEST

START_TEST(refuses_all_else)
{
	static const char *const wrong[] = {
		"", "2026", "2026-1-1", "2026-13-01", "2026-00-01", "2026-01-00", "2026-01-32",
		"2026-04-31", "2025-02-29", "1900-02-29", "2100-02-29", "1899-12-31", "2200-01-01",
		"2026-01-01 ", " 2026-01-01", "2026/01/01", "20260101", "2026-01-0a", "+026-01-01",
		"2026-01-", "02026-01-01", "01-01-2026",
	};

	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
		ck_assert_msg(date_parse(wrong[i]) == DATE_NONE, "%s is read", wrong[i]);
}
END_TEST

/* Every day of three centuries comes back as itself, and each follows the last. */
START_TEST(splits_and_formats_every_day)
{
	int year, month, day;
	char to[DATE_SIZE];

	for (date d = DATE_FIRST; d <= DATE_LAST; d++) {
		date_split(d, &year, &month, &day);
		ck_assert_int_eq(date_of(year, month, day), d);
		ck_assert_int_eq(date_parse(date_format(d, to)), d);
	}
	ck_assert_str_eq(date_format(date_of(2026, 3, 9), to), "2026-03-09");
	ck_assert_str_eq(date_format(DATE_NONE, to), "");
}
END_TEST

START_TEST(adds_years)
{
	ck_assert_int_eq(date_add_years(date_of(2024, 2, 29), 15), date_of(2039, 2, 28));
	ck_assert_int_eq(date_add_years(date_of(2024, 2, 29), 4), date_of(2028, 2, 29));
	ck_assert_int_eq(date_add_years(date_of(2024, 6, 30), -1), date_of(2023, 6, 30));
	ck_assert_int_eq(date_add_years(DATE_NONE, 15), DATE_NONE);
	ck_assert_int_eq(date_add_years(date_of(2199, 12, 31), 1), DATE_LAST + 365);
	ck_assert_int_gt(date_add_years(date_of(2199, 12, 31), 2000000000), DATE_LAST);
}
END_TEST

START_TEST(adds_months)
{
	ck_assert_int_eq(date_add_months(date_of(2026, 1, 31), 1), date_of(2026, 2, 28));
	ck_assert_int_eq(date_add_months(date_of(2024, 1, 31), 1), date_of(2024, 2, 29));
	ck_assert_int_eq(date_add_months(date_of(2026, 12, 15), 1), date_of(2027, 1, 15));
	ck_assert_int_eq(date_add_months(date_of(2026, 1, 15), -1), date_of(2025, 12, 15));
	ck_assert_int_eq(date_add_months(date_of(2026, 3, 31), -13), date_of(2025, 2, 28));
	ck_assert_int_eq(date_add_months(date_of(2026, 5, 5), 0), date_of(2026, 5, 5));
	ck_assert_int_eq(date_add_months(DATE_NONE, 1), DATE_NONE);
	ck_assert_int_lt(date_add_months(DATE_FIRST, -2000000000), DATE_FIRST);
}
END_TEST

START_TEST(knows_weekdays)
{
	ck_assert_int_eq(date_weekday(0), 4);
	ck_assert_int_eq(date_weekday(date_of(2026, 11, 22)), 7);
	ck_assert_int_eq(date_weekday(date_of(2026, 11, 23)), 1);
	ck_assert_int_eq(date_weekday(DATE_FIRST), 1);
}
END_TEST

START_TEST(reads_other_orders)
{
	static const struct {
		const char *s;
		enum date_order order;
		const char *is;
	} good[] = {
		{ "14-03-2003", DATE_DMY, "2003-03-14" }, { "4/3/2003", DATE_DMY, "2003-03-04" },
		{ "04.03.2003", DATE_DMY, "2003-03-04" }, { "3/14/2003", DATE_MDY, "2003-03-14" },
		{ "2003/3/14", DATE_YMD, "2003-03-14" }, { "2003-03-14", DATE_ISO, "2003-03-14" },
		{ "2003-03-14 00:00:00", DATE_ISO, "2003-03-14" },
		{ "2003-03-14T12:30:00.000Z", DATE_ISO, "2003-03-14" },
		{ "14-3-2003 9:30", DATE_DMY, "2003-03-14" },
		{ "5-1-2026 0:00", DATE_DMY, "2026-01-05" },
		{ "2/17/2022 9:50", DATE_MDY, "2022-02-17" },
		{ "2026-01-05T00:00:00+01:00", DATE_ISO, "2026-01-05" },
		{ "2026-01-05T23:00:00.000-0500", DATE_ISO, "2026-01-05" },
		{ "1/5/2026 12:00:00 AM", DATE_MDY, "2026-01-05" },
		{ "1/5/2026 12:00:00 a.m.", DATE_MDY, "2026-01-05" },
		{ "1/5/2026 1:00 p.m", DATE_MDY, "2026-01-05" },
		{ "1/5/2026 1:00\u202FPM", DATE_MDY, "2026-01-05" },
		{ "2026-01-05Z", DATE_ISO, "2026-01-05" },
		{ "2026-01-05+01:00", DATE_ISO, "2026-01-05" },
		{ "2026-01-05-05:00", DATE_ISO, "2026-01-05" },
		{ "1/5/2026 1:05PM", DATE_MDY, "2026-01-05" },
		{ "20260105", DATE_ISO, "2026-01-05" }, { "20260105", DATE_YMD, "2026-01-05" },
		{ "14-3-2003 9:3", DATE_DMY, NULL }, { "14-3-2003 9:30 XM", DATE_DMY, NULL },
		{ "14-3-2003 9:30+", DATE_DMY, NULL }, { "2026-01-05T", DATE_ISO, NULL },
		{ "202601051", DATE_ISO, NULL }, { "2026010", DATE_ISO, NULL },
		{ "14-03-2003 09:30", DATE_DMY, "2003-03-14" },
	};
	static const struct {
		const char *s;
		enum date_order order;
		enum date_fault fault;
	} bad[] = {
		{ "", DATE_DMY, DATE_FORM }, { "2003-03-14", DATE_DMY, DATE_FORM },
		{ "14-03-2003", DATE_ISO, DATE_FORM }, { "14-03-03", DATE_DMY, DATE_SHORT_YEAR },
		{ "03-03-14", DATE_ISO, DATE_SHORT_YEAR }, { "31-02-2026", DATE_DMY,
		    DATE_IMPOSSIBLE }, { "14-13-2003", DATE_DMY, DATE_IMPOSSIBLE },
		{ "3/14/2003", DATE_DMY, DATE_IMPOSSIBLE },
		{ "14-03-1899", DATE_DMY, DATE_IMPOSSIBLE }, { "14-03/2003", DATE_DMY, DATE_FORM },
		{ "14 03 2003", DATE_DMY, DATE_FORM }, { "14032003", DATE_DMY, DATE_FORM },
		{ "14-03-2003x", DATE_DMY, DATE_FORM }, { "14-03-2003 ", DATE_DMY, DATE_FORM },
		{ "14-03-2003 24:00", DATE_DMY, DATE_FORM }, { "2003/03/14", DATE_ISO, DATE_FORM },
		{ "2003-3-14", DATE_ISO, DATE_FORM }, { "014-03-2003", DATE_DMY, DATE_FORM },
		{ "14-03-02003", DATE_DMY, DATE_FORM }, { "-14-03-2003", DATE_DMY, DATE_FORM },
		{ "14-", DATE_DMY, DATE_FORM },
	};
	enum date_fault fault;
	char to[DATE_SIZE];

	for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
		date d = date_read(good[i].s, good[i].order, &fault);

		ck_assert_msg(strcmp(date_format(d, to), good[i].is != NULL ? good[i].is : "") == 0,
		    "%s: %s", good[i].s, to);
		ck_assert_int_eq(fault, good[i].is != NULL ? DATE_GOOD : DATE_FORM);
	}
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
		ck_assert_msg(date_read(bad[i].s, bad[i].order, &fault) == DATE_NONE,
		    "%s is read", bad[i].s);
		ck_assert_msg(fault == bad[i].fault, "%s: %d", bad[i].s, (int)fault);
	}
}
END_TEST

int
main(void)
{
	TCase *tests = tcase_create("date");

	tcase_add_test(tests, reads_calendar_days);
	tcase_add_test(tests, refuses_all_else);
	tcase_add_test(tests, splits_and_formats_every_day);
	tcase_add_test(tests, adds_years);
	tcase_add_test(tests, adds_months);
	tcase_add_test(tests, knows_weekdays);
	tcase_add_test(tests, reads_other_orders);
	return unit_run("date", tests);
}

/* SPDX-License-Identifier: ISC */
#include "shown.h"

#include "unit.h"

START_TEST(codes_and_dates)
{
	static const char *const yes[] = {
		"wonen", "werkk", "geldzorgen-2", "d1.a3", "in_behandeling", "X9", "2026-02-31",
		"31-02-2026", "5-1-26", "5/1/2026", "31.12.1999", "123456",
		"abcdefghijklmnopqrstuvwx",
	};
	size_t i;

	for (i = 0; i < sizeof yes / sizeof *yes; i++) {
		ck_assert_msg(shown_value(yes[i]), "%s", yes[i]);
		ck_assert_str_eq(shown_or_dots(yes[i]), yes[i]);
	}
}
END_TEST

START_TEST(what_went_astray)
{
	static const char *const no[] = {
		"", "Piet Jansen woont bij zijn moeder", "Mijn vader slaat mij",
		"Piet\xC2\xA0Jansen", "Piet\tJansen", "piet@example.org", "999900158", "99990015",
		"999.900.158", "9999-00-158", "BSN999900158", "0612345678", "06-12345678",
		"06-1234-5678", "+31612345678", "2026-01-05T10:00", "abcdefghijklmnopqrstuvwxy",
		"a,b", "Ja!",
	};
	size_t i;

	for (i = 0; i < sizeof no / sizeof *no; i++) {
		ck_assert_msg(!shown_value(no[i]), "%s", no[i]);
		ck_assert_str_eq(shown_or_dots(no[i]), no[i][0] == '\0' ? "" : "\xE2\x80\xA6");
	}
}
END_TEST

START_TEST(by_what_is_expected)
{
	static const struct {
		const char *value;
		bool day, number, id;
	} cases[] = {
		{ "2026-02-31", true, false, true }, { "5-1-26", true, false, true },
		{ "31.12", true, true, true }, { "1234", true, true, true },
		{ "Jansen", false, false, false }, { "hiv", false, false, false },
		{ "d1", false, false, true }, { "Jan2", false, false, true },
		{ "-3", false, true, true }, { "7,5", false, true, false },
		{ "12-jan", false, false, true }, { "999900158", false, false, false },
		{ "-", false, false, false }, { "", false, false, false },
		{ ".5", false, false, true }, { "Jan Jansen 12", false, false, false },
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		ck_assert_msg(shown_day(cases[i].value) == cases[i].day, "%s", cases[i].value);
		ck_assert_msg(shown_number(cases[i].value) == cases[i].number, "%s",
		    cases[i].value);
		ck_assert_msg(shown_id(cases[i].value) == cases[i].id, "%s", cases[i].value);
	}
}
END_TEST

int
main(void)
{
	TCase *tests = tcase_create("shown");

	tcase_add_test(tests, codes_and_dates);
	tcase_add_test(tests, what_went_astray);
	tcase_add_test(tests, by_what_is_expected);
	return unit_run("shown", tests);
}

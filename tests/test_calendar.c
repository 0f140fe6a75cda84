/* SPDX-License-Identifier: ISC */
#include "calendar.h"

#include <string.h>

#include "unit.h"
#include "utf8.h"

static struct text out;

static const char *
line(const char *name, const char *value)
{
	text_clear(&out);
	calendar_line(&out, name, value);
	return text_string(&out);
}

START_TEST(escapes_text)
{
	ck_assert_str_eq(line("SUMMARY", "a,b;c\\d\ne:\"f\""),
	    "SUMMARY:a\\,b\\;c\\\\d\\ne:\"f\"\r\n");
	ck_assert_str_eq(line("SUMMARY", "x\r\nEND:VEVENT"),
	    "SUMMARY:x\xEF\xBF\xBD\\nEND:VEVENT\r\n");
	ck_assert_str_eq(line("SUMMARY", "\x1B[2J\xC2\x9B\xFF"),
	    "SUMMARY:\xEF\xBF\xBD[2J\xEF\xBF\xBD\xEF\xBF\xBD\r\n");
	ck_assert_str_eq(line("SUMMARY", ""), "SUMMARY:\r\n");
}
END_TEST

/*
 * Lines of at most 75 octets, each good UTF-8, which joined give the value back; no escape is cut
 * in two.
 */
START_TEST(folds_between_characters)
{
	static const char *const pieces[] = { "a", "é", "€", "\xF0\x9F\x99\x82", ",", "\n" };

	for (size_t p = 0; p < sizeof pieces / sizeof *pieces; p++)
		for (size_t lead = 0; lead < 80; lead++) {
			struct text value = { 0 }, joined = { 0 }, want = { 0 };

			for (size_t i = 0; i < lead; i++)
				text_addc(&value, 'x');
			for (size_t i = 0; i < 60; i++)
				text_adds(&value, pieces[p]);
			for (const char *s = line("N", text_string(&value)); *s != '\0'; ) {
				const char *end = strstr(s, "\r\n");
				size_t n = (size_t)(end - s);

				ck_assert_uint_le(n, 75);
				ck_assert(utf8_valid(s, n, NULL));
				ck_assert(n == 0 || end[-1] != '\\' || end[-2] == '\\');
				text_add(&joined, s == text_string(&out) ? s : s + 1,
				    s == text_string(&out) ? n : n - 1);
				s = end + 2;
				ck_assert(*s == '\0' || *s == ' ');
			}
			text_adds(&want, "N:");
			for (const char *s = text_string(&value); *s != '\0'; s++)
				if (*s == ',')
					text_adds(&want, "\\,");
				else if (*s == '\n')
					text_adds(&want, "\\n");
				else
					text_addc(&want, *s);
			ck_assert_str_eq(text_string(&joined), text_string(&want));
			text_release(&value);
			text_release(&joined);
			text_release(&want);
		}
}
END_TEST

START_TEST(writes_an_event)
{
	const struct calendar_event e = { .uid = "c.d1@fasen", .day = date_of(2026, 12, 31),
	    .stamp = date_of(2026, 11, 1), .modified = date_of(2026, 10, 2), .sequence = 3,
	    .cancelled = true, .summary = "Streefdatum", .description = "", .category = "fasen" };

	text_clear(&out);
	calendar_begin(&out, LANG_NL);
	calendar_add(&out, &e);
	calendar_end(&out);
	ck_assert_str_eq(text_string(&out),
	    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//fasen//fasen-plan//NL\r\n"
	    "CALSCALE:GREGORIAN\r\nMETHOD:PUBLISH\r\n"
	    "BEGIN:VEVENT\r\nUID:c.d1@fasen\r\nDTSTAMP:20261101T000000Z\r\n"
	    "LAST-MODIFIED:20261002T000000Z\r\nSEQUENCE:3\r\nSTATUS:CANCELLED\r\n"
	    "DTSTART;VALUE=DATE:20261231\r\n"
	    "DTEND;VALUE=DATE:20270101\r\nSUMMARY:Streefdatum\r\nCATEGORIES:fasen\r\n"
	    "CLASS:PRIVATE\r\nTRANSP:TRANSPARENT\r\n"
	    "END:VEVENT\r\nEND:VCALENDAR\r\n");
}
END_TEST

int
main(void)
{
	TCase *tests = tcase_create("calendar");

	tcase_add_test(tests, escapes_text);
	tcase_add_test(tests, folds_between_characters);
	tcase_add_test(tests, writes_an_event);
	return unit_run("calendar", tests);
}

/* SPDX-License-Identifier: ISC */
#include "html.h"

#include "unit.h"

static struct text out;

static const char *
escaped(const char *s)
{
	text_clear(&out);
	html_add(&out, s);
	return text_string(&out);
}

START_TEST(escapes_markup)
{
	ck_assert_str_eq(escaped("<b a=\"x\" c='y'>&amp;"),
	    "&lt;b a=&quot;x&quot; c=&#39;y&#39;&gt;&amp;amp;");
	ck_assert_str_eq(escaped("]]><!-- -->"), "]]&gt;&lt;!-- --&gt;");
	ck_assert_str_eq(escaped(""), "");
}
END_TEST

START_TEST(keeps_letters)
{
	ck_assert_str_eq(escaped("Włodek \xD8\xAE\xD8\xA7\xD9\x84\xD8\xAF €\t\n"),
	    "Włodek \xD8\xAE\xD8\xA7\xD9\x84\xD8\xAF €\t\n");
	ck_assert_str_eq(escaped("\xF0\x9F\x99\x82"), "\xF0\x9F\x99\x82");
}
END_TEST

/* C0, DEL, C1, the overrides, noncharacters, and bytes that are not UTF-8. */
START_TEST(replaces_what_is_no_text)
{
	ck_assert_str_eq(escaped("a\x01\x1B[0m\r\x7F"),
	    "a\xEF\xBF\xBD\xEF\xBF\xBD[0m\xEF\xBF\xBD\xEF\xBF\xBD");
	ck_assert_str_eq(escaped("\xC2\x85\xE2\x80\xAE\xE2\x81\xA6"),
	    "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD");
	ck_assert_str_eq(escaped("\xEF\xBF\xBE\xEF\xB7\x90"), "\xEF\xBF\xBD\xEF\xBF\xBD");
	ck_assert_str_eq(escaped("\xFFz\xC3"), "\xEF\xBF\xBDz\xEF\xBF\xBD");
}
END_TEST

START_TEST(breaks_lines)
{
	text_clear(&out);
	html_add_lines(&out, "a\n<b>\n");
	ck_assert_str_eq(text_string(&out), "a<br/>\n&lt;b&gt;<br/>\n");
}
END_TEST

int
main(void)
{
	TCase *tests = tcase_create("html");

	tcase_add_test(tests, escapes_markup);
	tcase_add_test(tests, keeps_letters);
	tcase_add_test(tests, replaces_what_is_no_text);
	tcase_add_test(tests, breaks_lines);
	return unit_run("html", tests);
}

/* SPDX-License-Identifier: ISC */
#include "lettering.h"

#include <string.h>

#include "unit.h"

/* The lines that a text breaks into, joined by |. */
static const char *
lines(const char *s, double width)
{
	static char joined[256];
	const char *at;
	size_t n, len = 0;

	while ((at = lettering_next(&s, &n, 10, width)) != NULL) {
		ck_assert_uint_lt(len + n + 2, sizeof joined);
		if (len > 0)
			joined[len++] = '|';
		memcpy(joined + len, at, n);
		len += n;
	}
	joined[len] = '\0';
	return joined;
}

START_TEST(widths)
{
	ck_assert_double_eq(lettering_width("", 10), 0);
	ck_assert_double_lt(lettering_width("iii", 10), lettering_width("mmm", 10));
	ck_assert_double_eq_tol(lettering_width("ab", 20), 2 * lettering_width("ab", 10), 1e-9);
	ck_assert_double_eq_tol(lettering_width("e", 10), 5.56 * 1.06, 1e-9);
	ck_assert_double_gt(lettering_width("日", 10), lettering_width("é", 10));
}
END_TEST

START_TEST(breaks_at_blanks)
{
	ck_assert_str_eq(lines("een twee drie", 1000), "een twee drie");
	ck_assert_str_eq(lines("een twee drie", lettering_width("een twee", 10) + 1),
	    "een twee|drie");
	ck_assert_str_eq(lines("een twee drie", 1), "e|e|n|t|w|e|e|d|r|i|e");
	ck_assert_str_eq(lines("  een   twee  ", lettering_width("een t", 10) + .01), "een|twee");
	ck_assert_str_eq(lines("een\ntwee", 1000), "een|twee");
	ck_assert_str_eq(lines("", 10), "");
	ck_assert_str_eq(lines("   ", 10), "");
}
END_TEST

START_TEST(breaks_between_characters)
{
	ck_assert_str_eq(lines("ééé", 1), "é|é|é");
	ck_assert_str_eq(lines("een hottentottententententoonstelling",
	    lettering_width("hottentotten", 10) + .01), "een|hottentotten|tententento|onstelling");
}
END_TEST

START_TEST(shortens)
{
	struct text t = { 0 };

	lettering_shorten(&t, "Uitvoering", 10, lettering_width("Uitvoering", 10));
	ck_assert_str_eq(text_string(&t), "Uitvoering");
	text_clear(&t);
	lettering_shorten(&t, "een één twee", 10, lettering_width("een één…", 10) + 3);
	ck_assert_str_eq(text_string(&t), "een één…");
	text_clear(&t);
	lettering_shorten(&t, "één", 10, 1);
	ck_assert_str_eq(text_string(&t), "…");
	text_release(&t);
}
END_TEST

START_TEST(every_line_fits)
{
	const char *s =
	    "Vijftien jaar ervaring in kassen en bouw, steigerkaart (verlopen), en nog wat.", *at;
	size_t n;

	while ((at = lettering_next(&s, &n, 11, 120)) != NULL) {
		char line[128];

		memcpy(line, at, n);
		line[n] = '\0';
		ck_assert_double_le(lettering_width(line, 11), 120);
	}
}
END_TEST

int
main(void)
{
	TCase *tests = tcase_create("lettering");

	tcase_add_test(tests, widths);
	tcase_add_test(tests, breaks_at_blanks);
	tcase_add_test(tests, breaks_between_characters);
	tcase_add_test(tests, shortens);
	tcase_add_test(tests, every_line_fits);
	return unit_run("lettering", tests);
}

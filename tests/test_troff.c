/* SPDX-License-Identifier: ISC */
#include "troff.h"

#include <string.h>

#include "unit.h"

static struct text out;

static const char *
lines(const char *s)
{
	text_clear(&out);
	troff_add(&out, s);
	return text_string(&out);
}

static const char *
word(const char *s)
{
	text_clear(&out);
	troff_add_word(&out, s);
	return text_string(&out);
}

START_TEST(no_line_is_a_request)
{
	ck_assert_str_eq(lines(".so x"), "\\&.so x\n");
	ck_assert_str_eq(lines("'ex"), "\\&\\[aq]ex\n");
	ck_assert_str_eq(lines("a\n.br\n\n  b"), "\\&a\n.br\n\\&.br\n.br\n\\&\n.br\n\\&  b\n");
	ck_assert_str_eq(lines(""), "\\&\n");
}
END_TEST

START_TEST(nothing_is_an_escape)
{
	ck_assert_str_eq(word("\\X'y' \\"), "\\[rs]X\\[aq]y\\[aq] \\[rs]");
	ck_assert_str_eq(word("\"x\" ^ ~ `"), "\\[dq]x\\[dq] \\[ha] \\[ti] \\[ga]");
	ck_assert_str_eq(word("a\tb\nc"), "a b c");
	ck_assert_str_eq(word("\x01\x1B"), "\\[sq]\\|\\[sq]\\|");
	ck_assert_str_eq(word("\xC2\x9B"), "\\[sq]\\|");
	ck_assert_str_eq(word("\xFF"), "\\[sq]\\|");
}
END_TEST

START_TEST(names_letters_by_their_parts)
{
	ck_assert_str_eq(word("é"), "\\[u0065_0301]");
	ck_assert_str_eq(word("e\xCC\x81"), "\\[u0065_0301]");
	ck_assert_str_eq(word("łŻ"), "\\[u0142]\\[u005A_0307]");
	ck_assert_str_eq(word("ộ"), "\\[u006F_0323_0302]");
	ck_assert_str_eq(word("\xF0\x9F\x99\x82"), "\\[u1F642]");
	ck_assert_str_eq(word("a\xC2\xA0z"), "a\\~z");
	ck_assert_str_eq(word("a\xC2\xADz"), "a\\%z");
	ck_assert_str_eq(word("a\xE2\x80\xAEz"), "az");
}
END_TEST

/* A mark on what is no letter, or on nothing, makes no name and no definition of it. */
START_TEST(builds_on_letters_only)
{
	static const char *const bases[] = { "", "\\", "'", "\"", "(", ".", "3", " ", "\x7F",
	    "\x01", "\n" };

	for (size_t i = 0; i < sizeof bases / sizeof *bases; i++) {
		struct text s = { 0 }, known = { 0 };

		text_addf(&s, "%s\xCC\xB1\xCC\x81", bases[i]);
		text_clear(&out);
		ck_assert_msg(troff_define(&out, &known, text_string(&s)), "%s", bases[i]);
		ck_assert_str_eq(text_string(&out), "");
		ck_assert_ptr_null(strstr(word(text_string(&s)), "\\[u"));
		text_release(&s);
		text_release(&known);
	}
}
END_TEST

START_TEST(boxes_what_runs_from_the_right)
{
	ck_assert_str_eq(word("\xD8\xAE\xD8\xA7"), "\\[sq]\\|\\[sq]\\|");
	ck_assert_str_eq(word("\xD7\x90"), "\\[sq]\\|");
}
END_TEST

START_TEST(breaks_words)
{
	ck_assert_str_eq(lines("begeleidings"), "\\&begeleidings\n");
	ck_assert_str_eq(lines("2024-05-01"), "\\&2024-05-01\n");
	ck_assert_str_eq(lines("bijna-thuis"), "\\&bijna-\\:thuis\n");
	ck_assert_ptr_nonnull(strstr(lines("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"), "\\%"));
	ck_assert_ptr_nonnull(strstr(lines("1111111111111111111111111111111111111111"), "\\:"));
}
END_TEST

/* Each character once; letters are built; what has no glyph is a box, and said to be. */
START_TEST(defines_letters)
{
	struct text known = { 0 };

	text_clear(&out);
	ck_assert(!troff_define(&out, &known, "gewoon, één € – “ł”"));
	ck_assert_str_eq(text_string(&out), "");
	ck_assert(!troff_define(&out, &known, "żż"));
	ck_assert_str_eq(text_string(&out),
	    ".fchar \\[u007A_0307] \\Z'\\h'(\\w'z'u-\\w'\\[a.]'u/2u)'\\[a.]'z\n");
	text_clear(&out);
	ck_assert(!troff_define(&out, &known, "żį"));
	ck_assert_ptr_nonnull(strstr(text_string(&out), ".fchar \\[u0069_0328] "));
	ck_assert_ptr_null(strstr(text_string(&out), "u007A"));
	text_clear(&out);
	ck_assert(troff_define(&out, &known, "Ж"));
	ck_assert_str_eq(text_string(&out), ".fchar \\[u0416] \\[sq]\\|\n");
	text_clear(&out);
	ck_assert(troff_define(&out, &known, "\xD8\xAE"));
	ck_assert(troff_define(&out, &known, "\x01"));
	ck_assert(!troff_define(&out, &known, "a\nb\tc"));
	ck_assert_str_eq(text_string(&out), "");
	text_release(&known);
}
END_TEST

int
main(void)
{
	TCase *tests = tcase_create("troff");

	tcase_add_test(tests, no_line_is_a_request);
	tcase_add_test(tests, nothing_is_an_escape);
	tcase_add_test(tests, names_letters_by_their_parts);
	tcase_add_test(tests, builds_on_letters_only);
	tcase_add_test(tests, boxes_what_runs_from_the_right);
	tcase_add_test(tests, breaks_words);
	tcase_add_test(tests, defines_letters);
	return unit_run("troff", tests);
}

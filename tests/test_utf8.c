/* SPDX-License-Identifier: ISC */
#include "utf8.h"

#include <stdio.h>
#include <string.h>

#include "unit.h"

START_TEST(knows_valid_bytes)
{
	size_t bad = 99;

	ck_assert(utf8_valid("", 0, &bad));
	ck_assert(utf8_valid("Ren\303\251e \360\237\230\200", 11, &bad));
	ck_assert_uint_eq(bad, 99);
	ck_assert(!utf8_valid("ab\351c", 4, &bad));
	ck_assert_uint_eq(bad, 2);
	ck_assert(!utf8_valid("\300\200", 2, NULL));			/* overlong NUL */
	ck_assert(!utf8_valid("x\355\240\200", 4, &bad));		/* a surrogate */
	ck_assert_uint_eq(bad, 1);
	ck_assert(!utf8_valid("\364\220\200\200", 4, NULL));		/* beyond U+10FFFF */
	ck_assert(!utf8_valid("caf\303", 4, &bad));			/* cut off */
	ck_assert_uint_eq(bad, 3);
}
END_TEST

START_TEST(measures_columns)
{
	ck_assert_uint_eq(utf8_width(""), 0);
	ck_assert_uint_eq(utf8_width("Zoë"), 3);
	ck_assert_uint_eq(utf8_width("Zoe\314\210"), 3);
	ck_assert_uint_eq(utf8_width("日本"), 4);
	ck_assert_uint_eq(utf8_width("a\033b"), 2);
	ck_assert_uint_eq(utf8_width("\377"), 1);
}
END_TEST

START_TEST(fits_without_splitting)
{
	ck_assert_uint_eq(utf8_fit("wonen", 3), 3);
	ck_assert_uint_eq(utf8_fit("wonen", 9), 5);
	ck_assert_uint_eq(utf8_fit("wonen", 0), 0);
	ck_assert_uint_eq(utf8_fit("日本", 3), 3);
	/* the mark stays with its letter */
	ck_assert_uint_eq(utf8_fit("Zoe\314\210k", 3), 5);
	ck_assert_uint_eq(utf8_fit("Zoe\314\210k", 2), 2);
}
END_TEST

static void
shows(const char *s, bool newlines, const char *want)
{
	struct text to = { 0 };

	utf8_show(&to, s, newlines);
	ck_assert_str_eq(text_string(&to), want);
	text_release(&to);
}

START_TEST(disarms_controls)
{
	shows("gewoon, Zoë 日本", false, "gewoon, Zoë 日本");
	shows("\033[31mrood\007", false, "\357\277\275[31mrood\357\277\275");
	shows("a\nb\tc\r", false, "a\357\277\275b\357\277\275c\357\277\275");
	shows("a\nb\tc", true, "a\nb\357\277\275c");
	/* C1's CSI, DEL */
	shows("\302\233" "31m\177", false, "\357\277\275" "31m\357\277\275");
	/* U+202E, U+2069 */
	shows("\342\200\256neves\342\201\251", false, "\357\277\275neves\357\277\275");
	/* no UTF-8 */
	shows("a\377b\303", false, "a\357\277\275b\357\277\275");
}
END_TEST

/* Writes the character as UTF-8. Returns its length. */
static size_t
encode(uint32_t c, char *to)
{
	size_t n = c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;

	for (size_t i = n; i-- > 1; c >>= 6)
		to[i] = (char)(0x80 | (c & 0x3F));
	to[0] = (char)((0xF00 >> n & 0xF0) | c);
	return n;
}

START_TEST(disarms_what_is_not_seen)
{
	static const char *const acts[] = { "\u061C", "\u200B", "\u200E", "\u200F", "\u2028",
	    "\u2029", "\u202A", "\u202E",
		"\u2060", "\u2066", "\u2069", "\uFEFF", "\uFFF9", "\U000E0001", "\U000E007F",
		    "\u200C", "\u200D" };
	char text[16];

	for (size_t i = 0; i < sizeof acts / sizeof *acts; i++) {
		snprintf(text, sizeof text, "a%sb", acts[i]);
		shows(text, true, "a\357\277\275b");
	}
	static const uint32_t unseen[] = {
		0x34F, 0x600, 0x605, 0x6DD, 0x70F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B, 0x180E,
		0x2065, 0x2800, 0x3164, 0xFDD0, 0xFDEF, 0xFE00, 0xFE0E, 0xFE0F, 0xFFA0, 0xFFF0,
		0xFFFE, 0xFFFF, 0x1D173, 0x1D17A, 0x1FFFE, 0xE0100, 0xE01EF, 0xE0FFF, 0x10FFFF
	};

	for (size_t i = 0; i < sizeof unseen / sizeof *unseen; i++) {
		size_t n = encode(unseen[i], text + 1);

		text[0] = 'a';
		memcpy(text + 1 + n, "b", 2);
		shows(text, true, "a\357\277\275b");
		ck_assert_uint_eq(utf8_acting(text, strlen(text)), unseen[i]);
	}
	/* it only says where a word may break */
	shows("be\u00ADge\u00ADleiding", true, "begeleiding");
	ck_assert_uint_eq(utf8_acting("be\u00ADge", 6), 0xAD);
}
END_TEST

START_TEST(leaves_what_belongs_to_the_character_before)
{
	static const char *const fine[] = {
		/* joiners */
		"می\u200Cخواهم", "۴۰\u200Cساله", "ه\u200D", "ক্\u200Dষ", "ක්\u200Dෂ",
		/* signs of several parts */
		"\U0001F468\u200D\U0001F467", "\u2764\uFE0F\u200D\U0001F525",
		"\u2764\uFE0F", "\u2600\uFE0E", "1\uFE0F\u20E3", "#\uFE0F\u20E3",
		"\u845B\U000E0100\u57CE", "\u8FBB\uFE00",		/* a name by its own form */
	};

	for (size_t i = 0; i < sizeof fine / sizeof *fine; i++) {
		shows(fine[i], false, fine[i]);
		ck_assert_uint_eq(utf8_acting(fine[i], strlen(fine[i])), 0);
	}
	shows("1\uFE0F", false, "1\357\277\275");
	shows("\u2764\uFE0F\uFE0F", false, "\u2764\uFE0F\357\277\275");
	shows("a\uFE0F\u200D", false, "a\357\277\275\357\277\275");
	shows("ế\u200Dx", false, "ế\357\277\275x");
	shows("’\u200Cx", false, "’\357\277\275x");
	shows("日\u200D本", false, "日\357\277\275本");
	shows("می\u200C\u200Cخ", false, "می\u200C\357\277\275خ");
	shows("می\u200Cخواهم", false, "می\u200Cخواهم");
	shows("\U0001F468\u200D\U0001F467", false, "\U0001F468\u200D\U0001F467");
	shows("a\u200D\u200Db", false, "a\357\277\275\357\277\275b");
	shows("\u202E\u200D", false, "\357\277\275\357\277\275");
}
END_TEST

START_TEST(shows_lines)
{
	struct text to = { 0 };

	utf8_show_lines(&to, "a\tb\r\nc\rd\0e\r", 11);
	ck_assert_str_eq(text_string(&to), "a\tb\r\nc\357\277\275d\357\277\275e\357\277\275");
	text_clear(&to);
	utf8_show_lines(&to, "be\u00ADge", 6);
	ck_assert_str_eq(text_string(&to), "be\357\277\275ge");
	text_release(&to);
}
END_TEST

static void
folds(char *(*fold)(const char *), const char *s, const char *want)
{
	char *folded = fold(s);

	ck_assert_str_eq(folded, want);
	free(folded);
}

START_TEST(folds_for_comparing)
{
	folds(utf8_fold, "", "");
	folds(utf8_fold, "  Van  der Berg-de Vries ", "van der berg de vries");
	folds(utf8_fold, "Zoë", "zoe");
	folds(utf8_fold, "Zoe\314\210", "zoe");
	folds(utf8_fold, "Łukasz Sørensen Đurić", "lukasz sorensen duric");
	folds(utf8_fold, "STRASSE straße", "strasse strasse");
	folds(utf8_fold, "Çelik İnci Işık", "celik inci isik");
	folds(utf8_fold, "Ægir Þór", "aegir thor");
	folds(utf8_fold, "’t Hart, O'Neill", "t hart o neill");
	folds(utf8_fold, "ﬁets №１２", "fiets no12");
	folds(utf8_fold, "ИВАН Ёлкин", "иван елкин");
	folds(utf8_fold, "...", "");
	folds(utf8_fold, "A\377B", "a b");	/* bytes that are no UTF-8 do no harm */
}
END_TEST

START_TEST(folds_names_in_any_order)
{
	folds(utf8_fold_name, "Jansen, Piet", "jansen piet");
	folds(utf8_fold_name, "Piet Jansen", "jansen piet");
	folds(utf8_fold_name, "", "");
	folds(utf8_fold_name, "C. B. A.", "a b c");
}
END_TEST

int
main(void)
{
	TCase *tests = tcase_create("utf8");

	tcase_add_test(tests, knows_valid_bytes);
	tcase_add_test(tests, measures_columns);
	tcase_add_test(tests, fits_without_splitting);
	tcase_add_test(tests, disarms_controls);
	tcase_add_test(tests, disarms_what_is_not_seen);
	tcase_add_test(tests, leaves_what_belongs_to_the_character_before);
	tcase_add_test(tests, shows_lines);
	tcase_add_test(tests, folds_for_comparing);
	tcase_add_test(tests, folds_names_in_any_order);
	return unit_run("utf8", tests);
}

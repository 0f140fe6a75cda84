/* SPDX-License-Identifier: ISC */
#include <stdint.h>
#include <string.h>
#include <unictype.h>
#include <unistr.h>

#include "utf8.h"

/* libunistring wants unsigned bytes. */
static const uint8_t *
bytes(const char *s)
{
	return (const uint8_t *)s;
}

/*
 * Whether a joiner may stand behind it: letters, marks and digits of the scripts that need them
 * (Arabic, those of India and around), and signs of several parts, which a sign's variation may
 * end.
 */
static bool
takes_joiner(ucs4_t c)
{
	static const char *const without[] = {
		"Latin", "Greek", "Cyrillic", "Han", "Hiragana", "Katakana", "Hangul", "Bopomofo"
	};
	const uc_script_t *script;

	if (c < 0x590)
		return false;
	if (c == 0xFE0E || c == 0xFE0F || uc_is_property_emoji(c))
		return true;
	script = uc_script(c);
	if (script == NULL || !uc_is_general_category_withtable(c, UC_CATEGORY_MASK_L |
	    UC_CATEGORY_MASK_M | UC_CATEGORY_MASK_N))
		return false;
	for (size_t i = 0; i < sizeof without / sizeof *without; i++)
		if (strcmp(script->name, without[i]) == 0)
			return false;
	return c < 0x1A00 || (strcmp(script->name, "Common") != 0 &&
	    strcmp(script->name, "Inherited") != 0);
}

/* Whether it chooses between forms of the character before it: of a sign or a Chinese letter. */
static bool
varies(ucs4_t c, ucs4_t before, ucs4_t after)
{
	if (c == 0xFE0E || c == 0xFE0F)
		return uc_is_property_emoji(before) && (before >= 0x80 || after == 0x20E3);
	return ((c >= 0xFE00 && c <= 0xFE02) || (c >= 0xE0100 && c <= 0xE01EF)) &&
	    uc_is_property_unified_ideograph(before);
}

static bool
acts(ucs4_t c, ucs4_t before, ucs4_t after)
{
	if (c < 0xA0)
		return c < 0x20 || c >= 0x7F;
	if (c < 0x300)
		return c == 0xAD;
	if (c == 0x200C || c == 0x200D)
		return !takes_joiner(before);
	return (c == 0x2028 || c == 0x2029 || c == 0x2800 || (c >= 0xFDD0 && c <= 0xFDEF) ||
	    (c & 0xFFFE) == 0xFFFE || uc_is_general_category(c, UC_CATEGORY_Cf) ||
	    uc_is_property_default_ignorable_code_point(c)) && !varies(c, before, after);
}

struct utf8_walk
utf8_walk(const char *s, size_t n)
{
	return (struct utf8_walk){ .at = s, .left = n };
}

bool
utf8_next(struct utf8_walk *w)
{
	ucs4_t c, after = 0;
	int len;

	w->at += w->len;
	if (w->left == 0)
		return false;
	len = u8_mbtoucr(&c, bytes(w->at), w->left);
	w->valid = len > 0;
	w->len = w->valid ? (size_t)len : 1;
	w->left -= w->len;
	if (c == 0xFE0F && w->left > 0)
		u8_mbtoucr(&after, bytes(w->at + w->len), w->left);
	w->c = w->valid ? c : 0xFFFD;
	w->acts = w->valid && acts(c, w->before, after);
	w->before = w->acts ? 0 : w->c;
	return true;
}

/* Of these none acts. */
size_t
utf8_plain(const char *s, size_t n)
{
	const uint64_t ones = 0x0101010101010101u, highs = 0x80 * ones;
	uint64_t word;
	size_t at = 0;

	/* Eight at a time, for nearly all text is: a byte out of range leaves a high bit set. */
	for (; n - at >= sizeof word; at += sizeof word) {
		memcpy(&word, s + at, sizeof word);
		if (((word - 0x20 * ones) | word | (word + ones)) & highs)
			break;
	}
	while (at < n && s[at] >= 0x20 && s[at] < 0x7F)
		at++;
	return at;
}

/* Goes on to the last of so many plain bytes. */
static void
pass_over(struct utf8_walk *w, size_t plain)
{
	w->at += w->len + plain - 1;
	w->len = 1;
	w->left -= plain;
	w->before = (unsigned char)*w->at;
}

uint32_t
utf8_acting(const char *s, size_t n)
{
	struct utf8_walk w;

	if (utf8_plain(s, n) == n)
		return 0;
	w = utf8_walk(s, n);
	do {
		size_t plain = utf8_plain(w.at + w.len, w.left);

		if (plain > 0)
			pass_over(&w, plain);
		if (!utf8_next(&w))
			return 0;
	} while (!w.acts || w.c == '\n' || w.c == '\t');
	return w.c;
}

static void
show(struct text *to, const char *s, size_t n, bool (*stays)(const char *, size_t), bool soft)
{
	for (struct utf8_walk w = utf8_walk(s, n); ; ) {
		size_t plain = utf8_plain(w.at + w.len, w.left);

		if (plain > 0) {
			text_add(to, w.at + w.len, plain);
			pass_over(&w, plain);
		}
		if (!utf8_next(&w))
			break;
		if (w.c == 0xAD && soft)
			continue;
		if (!w.valid || (w.acts && !stays(w.at, w.len + w.left)))
			text_adds(to, "\xEF\xBF\xBD");
		else
			text_add(to, w.at, w.len);
	}
}

static bool
none(const char *s, size_t n)
{
	(void)s;
	(void)n;
	return false;
}

static bool
newline(const char *s, size_t n)
{
	(void)n;
	return *s == '\n';
}

static bool
line_end_or_tab(const char *s, size_t n)
{
	return *s == '\n' || *s == '\t' || (*s == '\r' && n > 1 && s[1] == '\n');
}

void
utf8_show(struct text *to, const char *s, bool newlines)
{
	show(to, s, strlen(s), newlines ? newline : none, true);
}

void
utf8_show_lines(struct text *to, const char *s, size_t n)
{
	show(to, s, n, line_end_or_tab, false);
}

/* SPDX-License-Identifier: ISC */
#include "utf8.h"

#include <errno.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unicase.h>
#include <unictype.h>
#include <unigbrk.h>
#include <uninorm.h>
#include <unistr.h>
#include <uniwidth.h>

#include "alloc.h"

/* libunistring wants unsigned bytes. */
static const uint8_t *
bytes(const char *s)
{
	return (const uint8_t *)s;
}

bool
utf8_valid(const char *s, size_t n, size_t *bad)
{
	const uint64_t highs = 0x8080808080808080u;
	size_t at = 0;
	ucs4_t c;
	int len;

	while (at < n) {
		uint64_t words[4];

		if (n - at >= sizeof words) {
			memcpy(words, s + at, sizeof words);
			if (((words[0] | words[1] | words[2] | words[3]) & highs) == 0) {
				at += sizeof words;
				continue;
			}
		}
		while (at < n && (unsigned char)s[at] < 0x80)
			at++;
		if (at == n)
			break;
		/* What Dutch is written with has two bytes. */
		if (n - at >= 2 && (unsigned char)s[at] >= 0xC2 && (unsigned char)s[at] <= 0xDF &&
		    (s[at + 1] & 0xC0) == 0x80) {
			at += 2;
			continue;
		}
		len = u8_mbtoucr(&c, bytes(s + at), n - at);
		if (len < 0) {
			if (bad != NULL)
				*bad = at;
			return false;
		}
		at += (size_t)len;
	}
	return true;
}

/*
 * Reads the character at s, which has n > 0 bytes; a byte that is no UTF-8 reads as U+FFFD. Returns
 * its length.
 */
static size_t
character(const char *s, size_t n, ucs4_t *c)
{
	int len = u8_mbtoucr(c, bytes(s), n);

	if (len > 0)
		return (size_t)len;
	*c = 0xFFFD;
	return 1;
}

/* From space to ~: a column each. */
static bool
plain(char c)
{
	return c >= ' ' && c <= '~';
}

size_t
utf8_width_n(const char *s, size_t n)
{
	size_t width = 0;
	ucs4_t c;

	for (size_t len; n != 0; s += len, n -= len) {
		size_t run = utf8_plain(s, n);
		int columns;

		width += run;
		s += run;
		n -= run;
		len = n == 0 ? 0 : character(s, n, &c);
		columns = len == 0 ? 0 : uc_width(c, "UTF-8");
		if (columns > 0)
			width += (size_t)columns;
	}
	return width;
}

size_t
utf8_width(const char *s)
{
	return utf8_width_n(s, strlen(s));
}

size_t
utf8_fit(const char *s, size_t columns)
{
	const char *end = s + strlen(s), *at = s;

	while (at < end) {
		const char *next = at + 1;
		size_t width;

		/* What is plain is a sign by itself, unless something else behind it joins it. */
		if (!plain(*at) || (next < end && !plain(*next)))
			next = (const char *)u8_grapheme_next(bytes(at), bytes(end));
		if (next == NULL)
			next = end;
		width = utf8_width_n(at, (size_t)(next - at));
		if (width > columns)
			break;
		columns -= width;
		at = next;
	}
	return (size_t)(at - s);
}

bool
utf8_blank(const char *s)
{
	ucs4_t c;

	if (*s > ' ' && *s < 0x7F)
		return false;
	for (size_t n = strlen(s), len; n != 0; s += len, n -= len) {
		len = character(s, n, &c);
		if (!uc_is_property_white_space(c) &&
		    !uc_is_property_default_ignorable_code_point(c))
			return false;
	}
	return true;
}

/*
 * Letters whose stroke or ligature Unicode does not decompose, after case folding; NULL for others.
 */
static const char *
base_letter(ucs4_t c)
{
	static const struct {
		ucs4_t letter;
		const char *base;
	} letters[] = {
		{ 0xE6, "ae" }, { 0xF0, "d" }, { 0xF8, "o" }, { 0xFE, "th" }, { 0x111, "d" },
		{ 0x127, "h" }, { 0x131, "i" }, { 0x138, "k" }, { 0x142, "l" }, { 0x14B, "n" },
		{ 0x153, "oe" }, { 0x167, "t" }, { 0x180, "b" }, { 0x192, "f" }, { 0x1B6, "z" },
		{ 0x1E5, "g" }, { 0x23C, "c" }, { 0x247, "e" }, { 0x249, "j" }, { 0x24D, "r" },
		{ 0x24F, "y" }, { 0x253, "b" }, { 0x256, "d" }, { 0x257, "d" },
		{ 0x25B, "e" }, { 0x254, "o" }, { 0x259, "e" },
	};

	for (size_t i = 0; i < sizeof letters / sizeof *letters; i++)
		if (letters[i].letter == c)
			return letters[i].base;
	return NULL;
}

/*
 * Adds one folded character: a letter or digit as itself, a mark or what is not seen not at all,
 * all else as a blank between words.
 */
static void
add_folded(struct text *to, const char *s, size_t n, ucs4_t c, bool *blank)
{
	const char *base = base_letter(c);

	if (uc_is_property_default_ignorable_code_point(c))
		return;
	if (c == 0xFFFD ||
	    !uc_is_general_category_withtable(c, UC_CATEGORY_MASK_L | UC_CATEGORY_MASK_M |
	    UC_CATEGORY_MASK_N)) {
		*blank = to->len != 0;
		return;
	}
	if (uc_is_general_category_withtable(c, UC_CATEGORY_MASK_M))
		return;
	if (*blank)
		text_addc(to, ' ');
	*blank = false;
	if (base != NULL)
		text_adds(to, base);
	else
		text_add(to, s, n);
}

/* Case folded and decomposed, n bytes that the caller frees; NULL when s is not UTF-8. */
static char *
decomposed(const char *s, size_t *n)
{
	size_t len = strlen(s);
	uint8_t *apart = u8_normalize(UNINORM_NFKD, bytes(s), len, NULL, &len);
	uint8_t *folded = NULL;

	errno = apart == NULL ? errno : 0;
	if (apart != NULL)
		folded = u8_casefold(apart, len, NULL, UNINORM_NFKD, NULL, n);
	free(apart);
	if (folded == NULL && errno == ENOMEM)
		alloc_none();
	return (char *)folded;
}

/* The same for ASCII, which most names are; NULL for anything else. */
static char *
fold_ascii(const char *s)
{
	size_t n = strlen(s), used = 0;
	char *to = alloc_new(n + 1, 1);
	bool blank = false;

	for (; *s != '\0'; s++) {
		unsigned char c = (unsigned char)*s, lower = c | 0x20;

		if (c >= 0x80) {
			free(to);
			return NULL;
		}
		if (!(lower >= 'a' && lower <= 'z') && !(c >= '0' && c <= '9')) {
			blank = used > 0;
			continue;
		}
		if (blank)
			to[used++] = ' ';
		blank = false;
		to[used++] = (char)(c >= '0' && c <= '9' ? c : lower);
	}
	return to;
}

char *
utf8_fold(const char *s)
{
	struct text to = { 0 };
	bool blank = false;
	size_t n, len;
	char *folded = fold_ascii(s);
	const char *at;
	ucs4_t c;

	if (folded != NULL)
		return folded;
	folded = decomposed(s, &n);
	at = folded;
	if (folded == NULL) {
		at = s;
		n = strlen(s);
	}
	for (; n != 0; at += len, n -= len) {
		len = character(at, n, &c);
		add_folded(&to, at, len, c, &blank);
	}
	free(folded);
	return text_take(&to);
}

static int
by_bytes(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

/* Few words, as names have, are put in order by moving them. */
static void
sort_words(char **words, size_t n)
{
	enum { FEW = 8 };

	if (n > FEW)
		qsort(words, n, sizeof *words, by_bytes);
	for (size_t i = 1; n <= FEW && i < n; i++) {
		char *word = words[i];
		size_t j = i;

		for (; j > 0 && strcmp(words[j - 1], word) > 0; j--)
			words[j] = words[j - 1];
		words[j] = word;
	}
}

char *
utf8_fold_name(const char *s)
{
	char *folded = utf8_fold(s), *to, *at, **words;
	size_t size = strlen(folded) + 1, n = 1;

	for (at = folded; (at = strchr(at, ' ')) != NULL; at++)
		n++;
	if (n == 1)
		return folded;
	words = alloc_new(n, sizeof *words);
	for (words[0] = at = folded, n = 1; (at = strchr(at, ' ')) != NULL; ) {
		*at++ = '\0';
		words[n++] = at;
	}
	sort_words(words, n);
	at = to = alloc_new(size, 1);
	for (size_t i = 0; i < n; i++) {
		at = stpcpy(at, words[i]);
		*at++ = i + 1 < n ? ' ' : '\0';
	}
	free(words);
	free(folded);
	return to;
}

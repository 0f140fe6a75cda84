/* SPDX-License-Identifier: ISC */
#include "troff.h"

#include <stdlib.h>
#include <string.h>
#include <unictype.h>
#include <uninorm.h>
#include <unistr.h>

#include "alloc.h"

static const char box[] = "\\[sq]\\|";

/* A character as troff names it: a base with its marks, fully decomposed (groff_char(7)). */
enum { PARTS_MAX = 8 };

struct glyph {
	ucs4_t part[PARTS_MAX];
	size_t n;
};

/*
 * s as NFC, so that letters typed with loose marks are whole; broken UTF-8 becomes U+FFFD. The
 * caller frees it.
 */
static ucs4_t *
characters(const char *s, size_t *length)
{
	size_t n = strlen(s), cap = n + 1, got = 0;
	ucs4_t *plain = alloc_new(cap, sizeof *plain), *whole;

	for (size_t len; n != 0; s += len, n -= len) {
		int read = u8_mbtoucr(&plain[got], (const uint8_t *)s, n);

		len = read > 0 ? (size_t)read : 1;
		if (read <= 0)
			plain[got] = 0xFFFD;
		got++;
	}
	whole = u32_normalize(UNINORM_NFC, plain, got, NULL, length);
	if (whole == NULL) {
		*length = got;
		return plain;
	}
	free(plain);
	return whole;
}

static void
decompose(const ucs4_t *c, size_t n, struct glyph *g)
{
	ucs4_t *parts;

	g->n = PARTS_MAX;
	parts = u32_normalize(UNINORM_NFD, c, n, g->part, &g->n);
	if (parts == g->part)
		return;
	free(parts);
	g->part[0] = c[0];
	g->n = 1;
}

/*
 * Reads the glyph at c[0..n): a character and the marks behind it. Returns how many characters it
 * takes.
 */
static size_t
read_glyph(const ucs4_t *c, size_t n, struct glyph *g)
{
	size_t taken = 1;

	while (taken < n && c[taken] >= 0x300 && uc_combining_class(c[taken]) != 0)
		taken++;
	decompose(c, taken, g);
	return taken;
}

/* Whether it belongs to a script written from right to left, which troff cannot set. */
static bool
right_to_left(ucs4_t c)
{
	int class = uc_bidi_category(c);

	return class == UC_BIDI_R || class == UC_BIDI_AL || class == UC_BIDI_AN;
}

/* Marks and format characters that show nothing of their own. */
static bool
invisible(ucs4_t c)
{
	return uc_is_property_default_ignorable_code_point(c) ||
	    uc_is_general_category(c, UC_CATEGORY_Cf);
}

static bool
ascii_letter(ucs4_t c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/*
 * Whether it is shown as itself or built; else the box stands for it: marks alone or on what is no
 * letter, right to left.
 */
static bool
can_be_named(const struct glyph *g)
{
	ucs4_t c = g->part[0];

	return !right_to_left(c) && uc_combining_class(c) == 0 && c >= 0x20 && c != 0x7F &&
	    !(c >= 0x80 && c < 0xA0) && c != 0xFFFD && c != 0x2028 && c != 0x2029 &&
	    (g->n == 1 || c >= 0x80 || ascii_letter(c));
}

/* Its special name, such as u007A_0307. */
static void
add_name(struct text *to, const struct glyph *g)
{
	text_addf(to, "\\[u%04X", (unsigned)g->part[0]);
	for (size_t i = 1; i < g->n; i++)
		text_addf(to, "_%04X", (unsigned)g->part[i]);
	text_addc(to, ']');
}

static void
add_ascii(struct text *to, char c)
{
	static const struct {
		char c;
		const char *name;
	} names[] = {
		{ '\\', "\\[rs]" }, { '\'', "\\[aq]" }, { '"', "\\[dq]" }, { '^', "\\[ha]" },
		{ '~', "\\[ti]" }, { '`', "\\[ga]" }, { '\t', " " }, { '/', "/\\:" },
		{ '@', "@\\:" }, { '_', "_\\:" },
	};

	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (names[i].c == c) {
			text_adds(to, names[i].name);
			return;
		}
	if ((unsigned char)c < 0x20 || c == 0x7F)
		text_adds(to, box);
	else
		text_addc(to, c);
}

static void
add_glyph(struct text *to, const struct glyph *g)
{
	ucs4_t c = g->part[0];

	if (c == 0xA0)
		text_adds(to, "\\~");
	else if (c == 0xAD)
		text_adds(to, "\\%");
	else if (c == 0x200B)
		text_adds(to, "\\:");
	else if (invisible(c))
		return;
	else if (c < 0x80 && g->n == 1)
		add_ascii(to, (char)c);
	else if (!can_be_named(g))
		text_adds(to, box);
	else
		add_name(to, g);
}

/* The letter in lower case, ? for one beyond ASCII; 0 for what is no letter. */
static char
plain_letter(ucs4_t c)
{
	if (!uc_is_property_alphabetic(c))
		return 0;
	if (c >= 'A' && c <= 'Z')
		return (char)(c - 'A' + 'a');
	return c < 0x80 ? (char)c : '?';
}

/*
 * A run of so many characters without a break gets one all the same, rather than stand out of its
 * column.
 */
enum { RUN_MAX = 14, LETTERS_BACK = 4 };

static bool
vowel(char c)
{
	return c != 0 && strchr("aeiouy", c) != NULL;
}

/*
 * A break at letter i or a few before it: where a syllable seems to begin, a consonant before a
 * vowel.
 */
static size_t
forced_break(const char *letters, size_t i)
{
	for (size_t k = i; k + LETTERS_BACK > i; k--)
		if (!vowel(letters[k]) && vowel(letters[k + 1]))
			return k;
	return i;
}

/* Marks in before[0..n) where a break may come; letters[i] is 0 for what is no letter. */
static void
find_breaks(const char *letters, size_t n, bool *before)
{
	for (size_t i = 0, end; i < n; i = end + 1) {
		size_t run = 0;

		for (end = i; end < n && letters[end] != 0; end++)
			before[end] = false;
		for (size_t k = i; k < end && end - i > RUN_MAX; k++) {
			run = before[k] ? 1 : run + 1;
			if (run > RUN_MAX && k + 3 < end) {
				size_t at = forced_break(letters, k);

				before[at] = true;
				run = k - at + 1;
			}
		}
	}
}

static void
add_line(struct text *to, const ucs4_t *c, size_t n)
{
	char *letters = alloc_new(n + 1, 1);
	bool *before = alloc_new(n + 1, sizeof *before);
	size_t solid = 0;
	struct glyph g;

	for (size_t i = 0; i < n; i++)
		letters[i] = plain_letter(c[i]);
	find_breaks(letters, n, before);
	for (size_t i = 0, taken; i < n; i += taken) {
		taken = read_glyph(c + i, n - i, &g);
		if (letters[i] != 0 && before[i])
			text_adds(to, "\\%");
		else if (solid != 0 && letters[i] != 0 && letters[i - 1] == 0 &&
		    solid + strlen(letters + i) > RUN_MAX) {
			text_adds(to, "\\:");
			solid = 0;
		}
		add_glyph(to, &g);
		/*
		 * A hyphen between letters is where a line may end; in a date or an id it is not
		 * (see cflags in the document).
		 */
		if (c[i] == '-' && i > 0 && letters[i - 1] != 0 && i + 1 < n && letters[i + 1] != 0)
			text_adds(to, "\\:");
		solid = c[i] == ' ' || (letters[i] != 0 && before[i]) ? 0 : solid + 1;
		if (solid >= RUN_MAX && letters[i] == 0) {
			text_adds(to, "\\:");
			solid = 0;
		}
	}
	free(letters);
	free(before);
}

void
troff_add(struct text *to, const char *s)
{
	size_t n, start = 0;
	ucs4_t *c = characters(s, &n);

	for (size_t i = 0; i <= n; i++) {
		if (i < n && c[i] != '\n')
			continue;
		text_adds(to, start == 0 ? "\\&" : ".br\n\\&");
		add_line(to, c + start, i - start);
		text_addc(to, '\n');
		start = i + 1;
	}
	free(c);
}

void
troff_add_word(struct text *to, const char *s)
{
	size_t n;
	ucs4_t *c = characters(s, &n);

	for (size_t i = 0; i < n; i++)
		if (c[i] == '\n')
			c[i] = ' ';
	add_line(to, c, n);
	free(c);
}

/* How a mark is drawn when the font has no glyph for the whole letter. */
static const struct mark {
	ucs4_t c;
	const char *glyph;
	enum { ABOVE, BELOW, TAIL } place;
} marks[] = {
	{ 0x300, "\\[ga]", ABOVE }, { 0x301, "\\[aa]", ABOVE }, { 0x302, "\\[a^]", ABOVE },
	{ 0x303, "\\[a~]", ABOVE }, { 0x304, "\\[a-]", ABOVE }, { 0x306, "\\[ab]", ABOVE },
	{ 0x307, "\\[a.]", ABOVE }, { 0x308, "\\[ad]", ABOVE }, { 0x30A, "\\[ao]", ABOVE },
	{ 0x30B, "\\[a\"]", ABOVE }, { 0x30C, "\\[ah]", ABOVE }, { 0x323, ".", BELOW },
	{ 0x326, ",", BELOW }, { 0x327, "\\[ac]", TAIL }, { 0x328, "\\[ho]", TAIL },
};

static const struct mark *
find_mark(ucs4_t c)
{
	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
		if (marks[i].c == c)
			return &marks[i];
	return NULL;
}

/* Characters without marks that the standard fonts of PDF and PostScript have. */
static bool
in_fonts(ucs4_t c)
{
	static const ucs4_t others[] = {
		0x131, 0x141, 0x142, 0x152, 0x153, 0x192, 0x2013, 0x2014, 0x2018, 0x2019, 0x201A,
		0x201C, 0x201D, 0x201E, 0x2020, 0x2021, 0x2022, 0x2026, 0x2030, 0x2039, 0x203A,
		0x20AC, 0x2122, 0x2190, 0x2191, 0x2192, 0x2193, 0x2212, 0x2260, 0x2264, 0x2265,
		0x2713, 0x25A1,
	};

	for (size_t i = 0; i < sizeof others / sizeof *others; i++)
		if (others[i] == c)
			return true;
	return c < 0x80 || (c >= 0xA0 && c < 0x100);
}

/*
 * Adds the base letter with its marks drawn over it. Returns false when that cannot be: the base is
 * no letter of ASCII, or a mark is unknown.
 */
static bool
build(struct text *to, const struct glyph *g)
{
	ucs4_t base = g->part[0];
	/* Marks of the fonts stand at the height of an x. */
	bool tall = uc_is_upper(base) || (base < 0x80 && strchr("bdfhklt", (int)base) != NULL);
	bool above = false;
	char letter[16];

	for (size_t i = 1; i < g->n; i++) {
		const struct mark *m = find_mark(g->part[i]);

		if (m == NULL || (m->place == ABOVE && above))
			return false;
		above = above || m->place == ABOVE;
	}
	if (base == 'i' && above)
		memcpy(letter, "\\[.i]", sizeof "\\[.i]");
	else if (ascii_letter(base)) {
		letter[0] = (char)base;
		letter[1] = '\0';
	} else
		return false;
	for (size_t i = 1; i < g->n; i++) {
		const struct mark *m = find_mark(g->part[i]);
		const char *rise = m->place == BELOW ? "\\v'.26m'" : m->place == ABOVE && tall ?
		    "\\v'-.19m'" : "";

		if (m->place == TAIL && m->c == 0x328)
			text_addf(to, "\\Z'%s\\h'(\\w'%s'u-\\w'%s'u)'%s'", rise, letter,
			    m->glyph, m->glyph);
		else
			text_addf(to, "\\Z'%s\\h'(\\w'%s'u-\\w'%s'u/2u)'%s'", rise, letter,
			    m->glyph, m->glyph);
	}
	text_adds(to, letter);
	return true;
}

/* Whether the name is in the list, which has a newline behind each; adds it when not. */
static bool
is_known(struct text *known, const char *name)
{
	size_t n = strlen(name);

	for (const char *at = text_string(known); (at = strstr(at, name)) != NULL; at += n)
		if (at[n] == '\n')
			return true;
	text_adds(known, name);
	text_addc(known, '\n');
	return false;
}

bool
troff_define(struct text *to, struct text *known, const char *s)
{
	size_t n;
	ucs4_t *c = characters(s, &n);
	struct text name = { 0 }, built = { 0 };
	bool boxes = false;

	for (size_t i = 0, taken; i < n; i += taken) {
		struct glyph g;
		bool drawn;

		taken = read_glyph(c + i, n - i, &g);
		if (invisible(g.part[0]) || c[i] == 0xAD)
			continue;
		if (!can_be_named(&g)) {
			boxes = boxes || (c[i] != '\n' && c[i] != '\t') || taken > 1;
			continue;
		}
		if ((taken == 1 && c[i] < 0x100) || (g.n == 1 && in_fonts(g.part[0])))
			continue;
		text_clear(&name);
		text_clear(&built);
		add_name(&name, &g);
		drawn = g.n > 1 && build(&built, &g);
		boxes = boxes || !drawn;
		if (!is_known(known, text_string(&name)))
			text_addf(to, ".fchar %s %s\n", text_string(&name),
			    drawn ? text_string(&built) : box);
	}
	text_release(&name);
	text_release(&built);
	free(c);
	return boxes;
}

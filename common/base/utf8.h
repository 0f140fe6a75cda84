/* SPDX-License-Identifier: ISC */
#ifndef FASEN_UTF8_H
#define FASEN_UTF8_H

#include <stddef.h>
#include <stdbool.h>
#include <stdint.h>

#include "text.h"

/*
 * Whether the n bytes are UTF-8; if not, *bad (if not NULL) is the offset of the first that is not.
 */
bool utf8_valid(const char *s, size_t n, size_t *bad);

/* Terminal columns that the string takes (Unicode East Asian Width; combining marks take none). */
size_t utf8_width(const char *s);

/* Of its first n bytes. */
size_t utf8_width_n(const char *s, size_t n);

/* How many of the n bytes at s are plain ASCII, from the first: space to ~, a column each. */
size_t utf8_plain(const char *s, size_t n);

/*
 * Length in bytes of the longest beginning of s that fits in `columns`, never splitting a grapheme
 * cluster.
 */
size_t utf8_fit(const char *s, size_t columns);

/*
 * The characters of n bytes one by one, for whoever shows them: utf8_walk, then utf8_next until it
 * returns false.
 */
struct utf8_walk {
	const char *at;		/* the character at hand */
	size_t len;		/* its bytes */
	uint32_t c;
	bool valid;		/* false: a byte that is no UTF-8; c is U+FFFD */
	bool acts;
	size_t left;		/* bytes behind it */
	uint32_t before;	/* what the next one stands behind; 0 = nothing, or it acted */
};

struct utf8_walk utf8_walk(const char *s, size_t n);

/*
 * Goes on to the next character and says whether it acts: does something where it is shown, to a
 * terminal (C0, DEL, C1) or to the text around it (the marks, embeddings, overrides and isolates of
 * UAX 9, U+2028, U+2029), or stands there unseen: what Unicode calls Cf or
 * Default_Ignorable_Code_Point, noncharacters, U+2800. Joiners (U+200C, U+200D) and variations
 * (U+FE0F, say) do not where the character before takes one.
 */
bool utf8_next(struct utf8_walk *);

/* The first character of the n bytes at s that acts, newlines and tabs aside; 0 = none. */
uint32_t utf8_acting(const char *s, size_t n);

/*
 * Whether there is nothing to be seen in it: blanks of any kind, and what Unicode says to ignore,
 * such as soft hyphens.
 */
bool utf8_blank(const char *s);

/*
 * Adds s to `to` as it may be shown: U+FFFD for each character that acts, save newline when
 * `newlines`, and for what is no UTF-8.
 */
void utf8_show(struct text *to, const char *s, bool newlines);

/* The same of n bytes that are lines: their ends, LF or CR LF, and tabs stay. */
void utf8_show_lines(struct text *to, const char *s, size_t n);

/*
 * s folded for finding and comparing: case folded, accents and other marks
 * taken off, letters like ł and ø to their base, what is not seen (Unicode's default-ignorable
 * characters, such as the soft hyphen) left out, punctuation and blanks to one space, ends
 * trimmed (Unicode full case folding over NFKD). The caller frees it.
 */
char *utf8_fold(const char *s);

/*
 * The same, with the words in order of bytes: "Jansen, Piet" and "Piet Jansen" are one. The caller
 * frees it.
 */
char *utf8_fold_name(const char *s);

#endif

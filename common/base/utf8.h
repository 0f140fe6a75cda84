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

/*
 * Length in bytes of the longest beginning of s that fits in `columns`, never splitting a grapheme
 * cluster.
 */
size_t utf8_fit(const char *s, size_t columns);

/*
 * Whether the character, behind the one before it (0 = none), would do something where it is shown:
 * act on a terminal (C0, DEL, C1), turn the text around it (the marks, embeddings, overrides and
 * isolates of UAX 9) or break it (U+2028, U+2029), or stand there unseen (no width, tags). A joiner
 * (U+200C, U+200D) does in Latin, Greek and Cyrillic only.
 */
bool utf8_acts(uint32_t c, uint32_t before);

/* The first character of the n bytes at s that acts, newlines and tabs aside; 0 = none. */
uint32_t utf8_acting(const char *s, size_t n);

/*
 * Adds s to `to` as it may be shown: U+FFFD for each character that acts, save newline when
 * `newlines`, and for what is no UTF-8.
 */
void utf8_show(struct text *to, const char *s, bool newlines);

/* The same of n bytes that are lines: their ends, LF or CR LF, and tabs stay. */
void utf8_show_lines(struct text *to, const char *s, size_t n);

/*
 * s folded for finding and comparing: case folded, accents and other marks
 * taken off, letters like ł and ø to their base, punctuation and blanks to one space, ends
 * trimmed (Unicode full case folding over NFKD). The caller frees it.
 */
char *utf8_fold(const char *s);

/*
 * The same, with the words in order of bytes: "Jansen, Piet" and "Piet Jansen" are one. The caller
 * frees it.
 */
char *utf8_fold_name(const char *s);

#endif

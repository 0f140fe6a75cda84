#ifndef FASEN_UTF8_H
#define FASEN_UTF8_H

#include <stddef.h>
#include <stdbool.h>

#include "text.h"

/* Whether the n bytes are UTF-8; if not, *bad (if not NULL) is the offset of the first that is not. */
bool utf8_valid(const char *s, size_t n, size_t *bad);

/* Terminal columns that the string takes (Unicode East Asian Width; combining marks take none). */
size_t utf8_width(const char *s);

/* Length in bytes of the longest beginning of s that fits in `columns`, never splitting a grapheme cluster. */
size_t utf8_fit(const char *s, size_t columns);

/*
 * Adds s to `to` as a terminal may show it: every control character (C0, DEL,
 * C1, and the bidirectional overrides of UAX 9) becomes U+FFFD, save newline when `newlines`.
 */
void utf8_show(struct text *to, const char *s, bool newlines);

/*
 * s folded for finding and comparing: case folded, accents and other marks
 * taken off, letters like ł and ø to their base, punctuation and blanks to one space, ends
 * trimmed (Unicode full case folding over NFKD). The caller frees it.
 */
char *utf8_fold(const char *s);

/* The same, with the words in order of bytes: "Jansen, Piet" and "Piet Jansen" are one. The caller frees it. */
char *utf8_fold_name(const char *s);

#endif

/* SPDX-License-Identifier: ISC */
#ifndef FASEN_ENCODING_H
#define FASEN_ENCODING_H

#include <stdbool.h>
#include <stddef.h>

#include "text.h"

/*
 * Text in another character set, read as UTF-8 and written back. A byte that does
 * not fit the set becomes a character of its own (U+10FE00 + the byte, in a plane for private
 * use), so that nothing is lost: encoding_bad finds it and encoding_write gives the byte back.
 */
struct encoding;

/* By its name for iconv_open(3); NULL when it is not known. */
struct encoding *encoding_open(const char *name);

/*
 * Adds the next n bytes as UTF-8. What a character lacks may come with the next call, unless
 * `last`.
 */
void encoding_read(struct encoding *, const char *bytes, size_t n, bool last, struct text *to);

/*
 * Adds UTF-8 in the character set; a character that the set does not have becomes one that looks
 * like it, or ?. False when the system cannot write the set, with an errno.
 */
bool encoding_write(struct encoding *, const char *s, size_t n, struct text *to);

/* Whether the n bytes of UTF-8 hold a byte that did not fit; the first in *byte. */
bool encoding_bad(const char *s, size_t n, unsigned char *byte);

/*
 * Whether all bytes so far that are not ASCII, of which there were some, make characters of UTF-8,
 * though the text is read in another character set.
 */
bool encoding_may_be_utf8(const struct encoding *);

/* NULL is allowed. */
void encoding_close(struct encoding *);

#endif

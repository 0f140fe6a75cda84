/* SPDX-License-Identifier: ISC */
#ifndef FASEN_TROFF_H
#define FASEN_TROFF_H

#include <stdbool.h>

#include "text.h"

/*
 * Adds s in ASCII so that troff reads it as text and nothing else: \ ' . - and all characters
 * beyond ASCII by their special names (groff_char(7)), controls as a box. Each newline becomes a
 * request .br on a line of its own; the text must begin at the begin of a line. A word stays whole
 * unless it is longer than columns are wide. Scripts that run from right to left become boxes.
 */
void troff_add(struct text *to, const char *s);

/*
 * The same for one line, such as an argument of a request in double quotes: a newline is a blank,
 * and " is safe.
 */
void troff_add_word(struct text *to, const char *s);

/*
 * Adds the definitions that a document needs once for the characters of s: how to build a letter
 * that the font may lack. Characters already in *known (begin with all zeroes) are passed over.
 * Returns whether s holds a character that may come out as a box.
 */
bool troff_define(struct text *to, struct text *known, const char *s);

#endif

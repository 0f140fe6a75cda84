/* SPDX-License-Identifier: ISC */
#ifndef FASEN_LETTERING_H
#define FASEN_LETTERING_H

#include <stddef.h>

#include "text.h"

/*
 * How much room text takes in a picture, for SVG breaks no lines. Widths are those of a common sans
 * serif letter (Helvetica, Arial, Liberation Sans) with some room to spare for a wider one; for
 * other scripts a rough guess by columns.
 */

/* The width of s in the unit of `size`, the height of the letter. */
double lettering_width(const char *s, double size);

/*
 * Bytes of s that fit on a line of that width: up to a blank or newline where one comes, else up to
 * the last character that fits, at least one. 0 only for "". The caller skips blanks and one
 * newline behind it.
 */
size_t lettering_line(const char *s, double size, double width);

/*
 * The next line of *s, its length in *n; moves *s behind it. NULL at the end. Blanks at line ends
 * are left out.
 */
const char *lettering_next(const char **s, size_t *n, double size, double width);

/* Adds s, or as much of it as fits in the width with an ellipsis behind it. */
void lettering_shorten(struct text *to, const char *s, double size, double width);

#endif

/* SPDX-License-Identifier: ISC */
#ifndef FASEN_DOLLS_H
#define FASEN_DOLLS_H

#include <stdbool.h>

#include "document.h"
#include "fold.h"
#include "label.h"
#include "text.h"

/*
 * Strengths as a Matroesjka: a doll for each kind of strength, and below it one for each domain
 * that has a strength of that kind. What is still empty is drawn as a dashed doll, to be filled.
 */

/* Adds it as one <svg> element with title and description, without XML declaration. Always true. */
bool dolls_svg(struct text *to, const struct fold *, enum lang);

/* The dolls of the kinds alone, for a form; `s` NULL: all are empty. */
void dolls_row_svg(struct text *to, const struct model *, const struct fold *s, enum lang);

/* Writes the picture, where the format has any, and each kind with its strengths. */
void dolls_view(struct document *, const struct fold *);

#endif

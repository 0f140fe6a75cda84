/* SPDX-License-Identifier: ISC */
#ifndef FASEN_SCALE_H
#define FASEN_SCALE_H

#include "document_format.h"
#include "text.h"

/*
 * A scale drawn on paper, to put a cross in, as one <svg> element: a line with a ring for each
 * number, larger towards the best; with faces at its ends where `faces`.
 */
void scale_svg(struct text *to, const struct document_choice *, size_t n, bool faces);

#endif

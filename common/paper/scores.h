/* SPDX-License-Identifier: ISC */
#ifndef FASEN_SCORES_H
#define FASEN_SCORES_H

#include "document.h"
#include "fold.h"
#include "text.h"

/* Adds "3 out of 5", and of a scale that does not begin with 0 or 1 from where to where it goes. */
void scores_add(struct text *to, const struct model_scale *, long value, enum lang);

/*
 * Writes the table of scores under a heading of that level, one for each scale, with the client's
 * web in html, and in pdf at level 2. Nothing without a score.
 */
void scores_view(struct document *, const struct fold *, int level);

#endif

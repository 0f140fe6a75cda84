/* SPDX-License-Identifier: ISC */
#ifndef FASEN_WEB_H
#define FASEN_WEB_H

#include <stdbool.h>

#include "document.h"
#include "fold.h"
#include "label.h"
#include "text.h"

/*
 * The client's web: an axis for each domain of the model, with the first and the latest measurement
 * (measurements.h). One web for each scale that has a score, below each other: scales are never
 * mixed. A domain without a score leaves a gap.
 */

/*
 * Adds it as one <svg> element with title and description, without XML declaration; ids in it end
 * in that of the client. Returns false, having added nothing, when there is no score.
 */
bool web_svg(struct text *to, const struct fold *, enum lang);

/* The same for a page that says whose it is and of when. */
bool web_page_svg(struct text *to, const struct fold *, enum lang);

/*
 * Writes the web as a part of a document, with the same in words where the format has no pictures.
 */
void web_view(struct document *, const struct fold *);

#endif

/* SPDX-License-Identifier: ISC */
#ifndef FASEN_JOURNEY_SVG_H
#define FASEN_JOURNEY_SVG_H

#include "journey.h"

/*
 * The reiskaart: a journey on one sheet of A4, in letters of 9 points and more. Phases are the
 * rows, dates run to the right: each stay has room of its own and its days in proportion, so a day
 * is not as wide everywhere. Where there are too many, old years are folded; goals and strengths
 * that find no room are counted. Readable without colour.
 */
enum { JOURNEY_WIDTH = 626 };

/*
 * Adds it as one <svg> element with title and description, without XML declaration. `name` is what
 * the client is called, and stands above it where nothing else says so: `titled`; `id`, a client's
 * id, makes the ids in it unique in a page. Returns its height, JOURNEY_WIDTH wide.
 */
int journey_svg(struct text *to, const struct journey *, enum lang, const char *name,
    const char *id, bool titled);

#endif

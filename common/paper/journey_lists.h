/* SPDX-License-Identifier: ISC */
#ifndef FASEN_JOURNEY_LISTS_H
#define FASEN_JOURNEY_LISTS_H

#include "journey.h"

/*
 * The lower half of the reiskaart: strengths as luggage, goals as destinations; and the signs that
 * both halves share.
 */

/* A flag whose pole stands with its foot at (x, y), so many units high. */
void journey_flag_svg(struct text *to, enum journey_flag, int x, int y, int height);

/*
 * Adds `s` as text of an SVG element's content at (x, y), with the class; nothing in it can become
 * markup.
 */
void journey_text_svg(struct text *to, int x, int y, const char *class, const char *s);

/*
 * The same over as many lines as it takes; with `to` NULL it is only measured. Returns the foot of
 * the line after the last.
 */
int journey_lines_svg(struct text *to, const char *s, int x, int y, int width, double size,
    int line, const char *class);

/*
 * The suitcase with the strengths, and the list of goals, those ahead first, each from y on and as
 * many as find room above `bottom`: how many more there are is said. They return where they end.
 */
int journey_luggage_svg(struct text *to, const struct fold *, enum lang lang, int x, int y,
    int width, int bottom);
int journey_destinations_svg(struct text *to, const struct fold *, enum lang lang, int x,
    int y, int width, int bottom);

#endif

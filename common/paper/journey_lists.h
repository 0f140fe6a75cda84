#ifndef FASEN_JOURNEY_LISTS_H
#define FASEN_JOURNEY_LISTS_H

#include "journey.h"

/*
 * The lower half of the reiskaart: strengths as luggage, goals as destinations; and the signs that
 * both halves share.
 */

/* How far a goal is, as the signs tell it. */
enum journey_flag { FLAG_AHEAD, FLAG_BUSY, FLAG_REACHED, FLAG_PARTLY, FLAG_STOPPED, FLAG_LEFT,
    FLAG_COUNT };

/* FLAG_LEFT: not finished when its trajectory ended. */
enum journey_flag journey_flag(const struct fold *, const struct entry *doel);

/* A flag whose pole stands with its foot at (x, y), so many units high. */
void journey_flag_svg(struct text *to, enum journey_flag, int x, int y, int height);

/* What the flag means: "attained". */
const char *journey_flag_words(enum journey_flag, enum lang);

/*
 * Adds `s` as text of an SVG element's content at (x, y), with the class; nothing in it can become
 * markup.
 */
void journey_text_svg(struct text *to, int x, int y, const char *class, const char *s);

/*
 * The suitcase with the strengths by domain, and the list of goals, each from y on. They return
 * where they end.
 */
int journey_luggage_svg(struct text *to, const struct fold *, enum lang, int x, int y, int width);
int journey_destinations_svg(struct text *to, const struct fold *, enum lang, int x,
    int y, int width);

#endif

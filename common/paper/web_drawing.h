/* SPDX-License-Identifier: ISC */
#ifndef FASEN_WEB_DRAWING_H
#define FASEN_WEB_DRAWING_H

#include <stdbool.h>
#include <stddef.h>

#include "fold.h"
#include "label.h"
#include "measurements.h"
#include "text.h"

/* Its width in the units of the viewBox, about pixels. */
enum { WEB_WIDTH = 640 };

/* A web of one scale: an axis for each domain. All of it is the caller's. */
struct web {
	const struct fold *state;
	const struct model_scale *scale;
	const struct measurements *spokes;
	size_t n;
	enum lang lang;
	double cx, cy;		/* its middle, set when it is drawn */
	bool titled;		/* with whose it is and of when */
};

/* Adds the web as elements of SVG, its top at y. Returns the y below it. */
double web_drawing_add(struct text *to, struct web *, double top);

/* From the middle up. What a lower score is called is not for a paper about strengths. */
bool web_goes_well(const struct model_scale *, long score);

#endif

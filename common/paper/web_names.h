/* SPDX-License-Identifier: ISC */
#ifndef FASEN_WEB_NAMES_H
#define FASEN_WEB_NAMES_H

#include "label.h"
#include "measurements.h"
#include "model.h"
#include "text.h"

/*
 * The names around a client's web (web.h), one at the end of each axis with its scores below it,
 * placed so that none stands on another. Measures are those of the picture, from the middle of the
 * web; y grows downwards.
 */
struct web_names {
	struct web_name *at;
	size_t n;
	double top, bottom;		/* of all names together */
};

/*
 * Places the domains' names around a circle of that radius; spokes[i] are the scores of the i-th
 * domain.
 */
void web_names_place(struct web_names *, const struct model *, const struct measurements *spokes,
    enum lang, double radius);

/* Adds them as SVG for a web with its middle there. */
void web_names_write(struct text *to, const struct web_names *, double cx, double cy);

void web_names_release(struct web_names *);

#endif

/* SPDX-License-Identifier: ISC */
#ifndef FASEN_PICTURE_H
#define FASEN_PICTURE_H

#include <cairo.h>
#include <stdbool.h>

/* A picture that came as SVG. */
struct picture {
	void *svg;
	void *png;		/* of the two one */
	double width, height;	/* points, as it is drawn */
};

/* Reads it, to be drawn no wider and no higher than that. False when it is no SVG. */
bool picture_read(struct picture *, const char *svg, double width, double height);
/* The same of a PNG in base 64. */
bool picture_read_png(struct picture *, const char *base64, double width, double height);

void picture_draw(const struct picture *, cairo_t *, double x, double y);
void picture_release(struct picture *);

#endif

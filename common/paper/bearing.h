/* SPDX-License-Identifier: ISC */
#ifndef FASEN_BEARING_H
#define FASEN_BEARING_H

#include <stddef.h>

/*
 * Directions in a picture. They are reckoned here, for each call of a command that can draw would
 * map the library of mathematics, which takes a tenth of it.
 */
struct bearing {
	double x, y;		/* of one step: to the right, and down */
};

/* The i-th of n around a point, clockwise from the top. */
struct bearing bearing_around(size_t i, size_t n);

/* So far to the right and down; and how far that is, unless NULL. Not both are 0. */
struct bearing bearing_to(double x, double y, double *far);

#endif

/* SPDX-License-Identifier: ISC */
#include "bearing.h"

enum { TERMS = 32 };	/* of the series: of half a turn the rest is nothing in a double */

struct bearing
bearing_around(size_t i, size_t n)
{
	const double full_turn = 6.283185307179586, part = (double)i / (double)n;
	double angle = full_turn * (2 * i > n ? part - 1 : part), term = 1, sine = 0, cosine = 0;

	/* The terms of the exponential series are by turns those of the cosine and the sine. */
	for (int k = 0; k < TERMS; term *= angle / ++k)
		if (k % 2 == 0)
			cosine += k % 4 == 0 ? term : -term;
		else
			sine += k % 4 == 1 ? term : -term;
	return (struct bearing){ sine, -cosine };
}

/* Newton's way: from above it comes nearer with each step, until it is there. */
static double
root(double square)
{
	double now = square + 1, next = now / 2 + square / now / 2;

	while (next < now) {
		now = next;
		next = now / 2 + square / now / 2;
	}
	return now;
}

struct bearing
bearing_to(double x, double y, double *far)
{
	double length = root(x * x + y * y);

	if (far != NULL)
		*far = length;
	return (struct bearing){ x / length, y / length };
}

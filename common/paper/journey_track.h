/* SPDX-License-Identifier: ISC */
#ifndef FASEN_JOURNEY_TRACK_H
#define FASEN_JOURNEY_TRACK_H

#include "journey.h"

/*
 * Where on the reiskaart each date and phase is: the geometry of the upper half, in units of the
 * picture.
 */

struct journey_knot {		/* a date with its place; dates never go back, several may be of
				   one day */
	date day;
	int x;
};

struct journey_track {
	const struct journey *journey;
	int left, right;	/* of the part with dates */
	int ahead;		/* where what is still to come begins; `end` when nothing is */
	int end;
	int top, bottom;	/* of the rows */
	size_t folded;		/* the first so many stays, of whole years, share the room before
				   `unfolded`: what came later needs the width */
	int unfolded;
	size_t rows;		/* phases of the model, one more when a stay is in none of them */
	int *from, *to;		/* by stay: where it begins and ends */
	struct journey_knot *knots;
	size_t nknots;
};

/* Room: from x `left` to `end`, rows from y `top` on. */
void journey_track_begin(struct journey_track *, const struct journey *, int left,
    int end, int top);
void journey_track_release(struct journey_track *);

/* Where a date is; at the begin or end of the track for one outside it. */
int journey_track_x(const struct journey_track *, date);

/* The height of a row of journey_stay: the first phase lies lowest. */
int journey_track_y(const struct journey_track *, size_t row);

#endif

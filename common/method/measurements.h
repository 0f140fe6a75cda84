/* SPDX-License-Identifier: ISC */
#ifndef FASEN_MEASUREMENTS_H
#define FASEN_MEASUREMENTS_H

#include "fold.h"

/*
 * The measurements of a life domain on one scale; all NULL without any. Of one measurement first
 * and latest are the same.
 */
struct measurements {
	const struct score *first, *previous, *latest;	/* previous: the one before the latest,
							   or NULL */
};

/* Those of the current trajectory, or of all when it has none of that domain and scale (codes). */
struct measurements measurements_of(const struct fold *, const char *domain, const char *scale);

#endif

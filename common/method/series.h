#ifndef FASEN_SERIES_H
#define FASEN_SERIES_H

#include "fold.h"

/* The measurements of a life domain on one scale; all NULL without any. Of one measurement first and latest are the same. */
struct series {
	const struct score *first, *previous, *latest;	/* previous: the one before the latest, or NULL */
};

/* Those of the current trajectory, or of all when it has none of that domain and scale (codes). */
struct series series_of(const struct fold *, const char *domain, const char *scale);

#endif

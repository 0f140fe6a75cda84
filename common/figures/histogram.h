/* SPDX-License-Identifier: ISC */
#ifndef FASEN_HISTOGRAM_H
#define FASEN_HISTOGRAM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "arena.h"

/*
 * How often each value was counted. Values are days, scores and marks, which lie close together, so
 * that a value is its own place in a table of a power of two, or one a little behind it. Begin with
 * all zeroes; what it holds is the arena's.
 *
 * Counted values wait until there are some of them: a dossier counts in hundreds of histograms, of
 * which the tables do not stay in the cache of a core, but where the last values were put does.
 */
enum { HISTOGRAM_WAITING = 11 };	/* with the rest they are 64 bytes, a line of the cache */

struct histogram {
	struct value_count {
		long value, n;		/* n = 0: a free place */
	} *at;
	uint32_t n, cap, nwaiting;
	int32_t waiting[HISTOGRAM_WAITING];	/* counted once each */
};

/* Whether nothing was counted. */
static inline bool
histogram_empty(const struct histogram *h)
{
	return h->n == 0 && h->nwaiting == 0;
}

/* Counts the value n > 0 times. */
void histogram_add(struct histogram *, struct arena *, long value, long n);

/* Its values from the least, in the second arena: histogram->n of them, until one is added. */
const struct value_count *histogram_sorted(struct histogram *, struct arena *, struct arena *);

#endif

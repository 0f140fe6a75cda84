/* SPDX-License-Identifier: ISC */
#ifndef FASEN_HISTOGRAM_H
#define FASEN_HISTOGRAM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "arena.h"

/*
 * How often each value was counted. Values are days, scores and marks, which lie close together:
 * most have a place of their own, four bytes each, as soon as that takes no more room than a hash
 * table of all of them; the others are in the table. Begin with all zeroes; what it holds is the
 * arena's.
 *
 * Counted values wait until there are some of them: a dossier counts in hundreds of histograms, of
 * which the places do not stay in the cache of a core, but where the last values were put does.
 */
enum { HISTOGRAM_WAITING = 8 };		/* with the rest they are 64 bytes, a line of the cache */

struct histogram {
	struct value_count {
		long value, n;		/* n = 0: a free place */
	} *table;
	uint32_t *places;		/* of the values from 0 to nplaces - 1 */
	uint32_t n, cap, nplaces, nwaiting;	/* n, cap: of the table */
	int32_t waiting[HISTOGRAM_WAITING];	/* counted once each */
};

/* Whether nothing was counted. */
static inline bool
histogram_empty(const struct histogram *h)
{
	return h->n == 0 && h->nplaces == 0 && h->nwaiting == 0;
}

/* Counts what waits, and the value n > 0 times. */
void histogram_put(struct histogram *, struct arena *, long value, long n);

/* Counts the value n > 0 times. */
static inline void
histogram_add(struct histogram *h, struct arena *arena, long value, long n)
{
	if (n == 1 && h->nwaiting < HISTOGRAM_WAITING && value == (int32_t)value)
		h->waiting[h->nwaiting++] = (int32_t)value;
	else
		histogram_put(h, arena, value, n);
}

/* Its *n values from the least, in the second arena. */
const struct value_count *histogram_sorted(struct histogram *, struct arena *, struct arena *,
    size_t *n);

#endif

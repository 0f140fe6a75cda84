/* SPDX-License-Identifier: ISC */
#include "histogram.h"

#include <stdlib.h>
#include <string.h>

enum { FEWEST = 4 };

/* The place of the value, or the free one where it belongs. */
static struct value_count *
place_of(const struct histogram *h, long value)
{
	size_t i = (size_t)value & (h->cap - 1);

	while (h->at[i].n != 0 && h->at[i].value != value)
		i = (i + 1) & (h->cap - 1);
	return &h->at[i];
}

static void
grow(struct histogram *h, struct arena *arena)
{
	struct histogram old = *h;

	h->cap = old.cap == 0 ? FEWEST : 2 * old.cap;
	h->at = arena_room(arena, h->cap * sizeof *h->at);
	memset(h->at, 0, h->cap * sizeof *h->at);
	for (uint32_t i = 0; i < old.cap; i++)
		if (old.at[i].n != 0)
			*place_of(h, old.at[i].value) = old.at[i];
}

static void
put(struct histogram *h, struct arena *arena, long value, long n)
{
	struct value_count *place;

	if (4 * (h->n + 1) > 3 * h->cap)
		grow(h, arena);
	place = place_of(h, value);
	h->n += place->n == 0;
	place->value = value;
	place->n += n;
}

static void
settle(struct histogram *h, struct arena *arena)
{
	for (uint32_t i = 0; i < h->nwaiting; i++)
		put(h, arena, h->waiting[i], 1);
	h->nwaiting = 0;
}

void
histogram_add(struct histogram *h, struct arena *arena, long value, long n)
{
	if (n != 1 || value != (int32_t)value) {
		put(h, arena, value, n);
		return;
	}
	if (h->nwaiting == HISTOGRAM_WAITING)
		settle(h, arena);
	h->waiting[h->nwaiting++] = (int32_t)value;
}

static int
by_value(const void *a, const void *b)
{
	const struct value_count *x = a, *y = b;

	return x->value < y->value ? -1 : x->value > y->value;
}

const struct value_count *
histogram_sorted(struct histogram *h, struct arena *own, struct arena *arena)
{
	struct value_count *sorted;
	size_t n = 0;

	settle(h, own);
	sorted = arena_room(arena, h->n * sizeof *sorted);
	for (uint32_t i = 0; i < h->cap; i++)
		if (h->at[i].n != 0)
			sorted[n++] = h->at[i];
	if (n > 1)
		qsort(sorted, n, sizeof *sorted, by_value);
	return sorted;
}

/* SPDX-License-Identifier: ISC */
#include "histogram.h"

#include <stdlib.h>
#include <string.h>

enum { FEWEST = 4 };

/* Where the value is in the table, or the free entry where it belongs. */
static struct value_count *
entry_of(const struct histogram *h, long value)
{
	size_t i = (size_t)value & (h->cap - 1);

	while (h->table[i].n != 0 && h->table[i].value != value)
		i = (i + 1) & (h->cap - 1);
	return &h->table[i];
}

static void grow(struct histogram *, struct arena *);

static void
put(struct histogram *h, struct arena *arena, long value, long n)
{
	struct value_count *entry;

	if (value >= 0 && value < h->nplaces && n <= UINT32_MAX - h->places[value]) {
		h->places[value] += (uint32_t)n;
		return;
	}
	if (4 * (h->n + 1) > 3 * h->cap)
		grow(h, arena);
	entry = entry_of(h, value);
	h->n += entry->n == 0;
	entry->value = value;
	entry->n += n;
}

/*
 * Makes room, as much as a table twice as large takes: places when most values can have one, else
 * that table.
 */
static void
grow(struct histogram *h, struct arena *arena)
{
	struct histogram old = *h;
	size_t nplaces = (size_t)2 * old.cap * sizeof *h->table / sizeof *h->places, fit = 0;

	for (uint32_t i = 0; i < old.cap; i++)
		fit += old.table[i].value >= 0 && (size_t)old.table[i].value < nplaces &&
		    old.table[i].n > 0 && old.table[i].n <= UINT32_MAX;
	if (2 * fit > old.n) {
		h->places = arena_room(arena, nplaces * sizeof *h->places);
		memset(h->places, 0, nplaces * sizeof *h->places);
		if (old.nplaces > 0)
			memcpy(h->places, old.places, old.nplaces * sizeof *h->places);
		h->nplaces = (uint32_t)nplaces;
	} else
		h->cap = old.cap == 0 ? FEWEST : 2 * old.cap;
	h->n = 0;
	h->table = arena_room(arena, h->cap * sizeof *h->table);
	memset(h->table, 0, h->cap * sizeof *h->table);
	for (uint32_t i = 0; i < old.cap; i++)
		if (old.table[i].n != 0)
			put(h, arena, old.table[i].value, old.table[i].n);
}

static void
settle(struct histogram *h, struct arena *arena)
{
	for (uint32_t i = 0; i < h->nwaiting; i++)
		put(h, arena, h->waiting[i], 1);
	h->nwaiting = 0;
}

void
histogram_put(struct histogram *h, struct arena *arena, long value, long n)
{
	settle(h, arena);
	put(h, arena, value, n);
}

static int
by_value(const void *a, const void *b)
{
	const struct value_count *x = a, *y = b;

	return x->value < y->value ? -1 : x->value > y->value;
}

const struct value_count *
histogram_sorted(struct histogram *h, struct arena *own, struct arena *arena, size_t *n)
{
	struct value_count *sorted, *rest, *end, *to;
	size_t placed = 0;

	settle(h, own);
	for (uint32_t i = 0; i < h->nplaces; i++)
		placed += h->places[i] != 0;
	to = sorted = arena_room(arena, (placed + h->n) * sizeof *sorted);
	end = rest = sorted + placed;
	for (uint32_t i = 0; i < h->cap; i++)
		if (h->table[i].n != 0)
			*end++ = h->table[i];
	if (end - rest > 1)
		qsort(rest, h->n, sizeof *rest, by_value);
	/* Those with a place go in between: before each of the rest there is room for them. */
	for (long i = 0; i < h->nplaces; i++) {
		while (rest < end && rest->value < i)
			*to++ = *rest++;
		if (h->places[i] == 0)
			continue;
		*to = (struct value_count){ i, h->places[i] };
		if (rest < end && rest->value == i)
			to->n += rest++->n;
		to++;
	}
	while (rest < end)
		*to++ = *rest++;
	*n = (size_t)(to - sorted);
	return sorted;
}

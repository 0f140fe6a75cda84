/* SPDX-License-Identifier: ISC */
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "tally_cells.h"

int
tally_key_compare(const struct tally_key *a, const struct tally_key *b)
{
	int c = a->measure < b->measure ? -1 : a->measure > b->measure;

	if (c == 0)
		c = a->period < b->period ? -1 : a->period > b->period;
	if (c == 0)
		c = strcmp(a->group, b->group);
	if (c == 0)
		c = a->over < b->over ? -1 : a->over > b->over;
	if (c == 0)
		c = strcmp(a->row, b->row);
	return c != 0 ? c : strcmp(a->column, b->column);
}

/* A cell with its key, of period 0. */
struct keyed {
	struct tally_key key;
	struct tally_cell *cell;
};

static int
by_key(const void *a, const void *b)
{
	return tally_key_compare(&((const struct keyed *)a)->key, &((const struct keyed *)b)->key);
}

static struct tally_key
key_of(const struct tally *t, const struct tally_cell *c, size_t period)
{
	return (struct tally_key){ (enum measure)c->key.measure, period,
	    t->words.words[c->key.group], t->words.words[c->key.row],
	    t->words.words[c->key.column], c->key.over };
}

/* The entry of a cell's period, which was made. */
static struct tally_entry *
show(struct tally *t, const struct tally_cell *c, size_t period)
{
	struct tally_part *p = &c->parts[period];
	struct histogram *h = c->values == NULL ? NULL : &c->values[period];
	struct tally_entry *e = arena_room(&t->shown, sizeof *e);

	*e = (struct tally_entry){ .key = key_of(t, c, period), .n = p->n,
	    .zeroes = { 0, p->n }, .counts = &e->zeroes, .ncounts = p->n != 0 };
	if (c->behind != NULL && c->behind->persons != NULL) {
		e->persons = c->behind->persons[period].n;
		e->alone = c->behind->persons[period].alone;
	}
	if (h == NULL || histogram_empty(h))
		return e;
	if (p->n > 0)
		histogram_add(h, &t->spread, 0, p->n);
	p->n = 0;
	e->counts = histogram_sorted(h, &t->spread, &t->shown, &e->ncounts);
	e->n = 0;
	for (size_t i = 0; i < e->ncounts; i++)
		e->n += e->counts[i].n;
	return e;
}

static void
show_part(struct tally *t, struct tally_cell *c, size_t period)
{
	if (period >= c->nparts || !tally_made(c, period))
		return;
	c->shown[period] = show(t, c, period);
	t->sorted = alloc_room(t->sorted, &t->sorted_cap, t->nsorted + 1, sizeof *t->sorted);
	t->sorted[t->nsorted++] = c->shown[period];
}

/* The cells are sorted, and of each measure shown by period: so the entries are in order. */
static void
show_all(struct tally *t)
{
	struct keyed *all, *first, *end, *k;
	uint32_t nparts = 0;

	arena_clear(&t->shown);
	t->nsorted = 0;
	all = end = arena_room(&t->shown, (t->n + 1) * sizeof *all);
	for (size_t i = 0; i < t->nslots; i++) {
		struct tally_cell *c = t->slots[i].cell;

		if (c == NULL)
			continue;
		*end++ = (struct keyed){ key_of(t, c, 0), c };
		nparts = c->nparts > nparts ? c->nparts : nparts;
		c->shown = arena_room(&t->shown, c->nparts * sizeof *c->shown);
		for (uint32_t p = 0; p < c->nparts; p++)
			c->shown[p] = NULL;
	}
	qsort(all, t->n, sizeof *all, by_key);
	for (first = all; first < end; first = k)
		for (size_t period = 0; period <= nparts; period++)
			for (k = first; k < end && k->key.measure == first->key.measure; k++)
				show_part(t, k->cell, period);
	for (k = all; k < end; k++) {
		const struct tally_cell *c = k->cell;
		const struct tally_cell *whole = c->behind == NULL ? NULL : c->behind->whole;

		for (uint32_t p = 0; whole != NULL && p < c->nparts; p++)
			if (c->shown[p] != NULL)
				c->shown[p]->whole = whole->shown[p];
	}
	t->in_order = true;
}

const struct tally_entry *const *
tally_entries(struct tally *t, size_t *n)
{
	if (!t->in_order)
		show_all(t);
	*n = t->nsorted;
	return t->sorted;
}

const struct tally_entry *
tally_find(struct tally *t, const struct tally_key *k)
{
	const struct tally_cell *c = tally_find_cell(t, k);

	if (!t->in_order)
		show_all(t);
	return c == NULL || k->period >= c->nparts ? NULL : c->shown[k->period];
}

const struct tally_entry *const *
tally_run(struct tally *t, enum measure measure, size_t period, const char *group, size_t *n)
{
	struct tally_key k = { measure, period, group, "", "", 0 };
	size_t all, low = 0, high, end;
	const struct tally_entry *const *e = tally_entries(t, &all);

	high = all = t->counted[measure] ? all : 0;
	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (tally_key_compare(&e[middle]->key, &k) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	for (end = low; end < all; end++) {
		const struct tally_key *at = &e[end]->key;

		if (at->measure != measure || at->period != period || at->over != 0 ||
		    strcmp(at->group, group) != 0)
			break;
	}
	*n = end - low;
	return e + low;
}

#include "tally.h"

#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "tally_cells.h"

static size_t
hash_of(const struct tally_numbers *k)
{
	uint64_t a = (uint64_t)k->measure << 40 | (uint64_t)k->over << 32 | k->column;
	uint64_t b = (uint64_t)k->group << 32 | k->row;

	a = a * UINT64_C(0xD6E8FEB86659FD93) + b;
	a = (a ^ a >> 32) * UINT64_C(0x9E3779B97F4A7C15);
	return (size_t)(a >> 29);
}

static bool
is(const struct tally_numbers *a, const struct tally_numbers *b)
{
	return a->row == b->row && a->column == b->column && a->group == b->group &&
	    a->measure == b->measure && a->over == b->over;
}

word_id
tally_word(struct tally *t, const char *s)
{
	return word_number(&t->words, s);
}

struct tally *
tally_new(void)
{
	struct tally *t = alloc_new(1, sizeof *t);

	t->nslots = 256;
	t->slots = alloc_new(t->nslots, sizeof *t->slots);
	return t;
}

void
tally_clear(struct tally *t)
{
	memset(t->slots, 0, t->nslots * sizeof *t->slots);
	t->n = t->ntouched = 0;
	t->in_order = false;
	arena_clear(&t->arena);
}

void
tally_free(struct tally *t)
{
	if (t == NULL)
		return;
	word_table_release(&t->words);
	arena_release(&t->arena);
	arena_release(&t->shown);
	free(t->slots);
	free(t->sorted);
	free(t->touched);
	free(t);
}

/* The slot that holds the key, or the free one where it belongs. */
static struct tally_slot *
slot_of(const struct tally *t, const struct tally_numbers *k)
{
	size_t i = hash_of(k) & (t->nslots - 1);

	while (t->slots[i].cell != NULL && !is(&t->slots[i].key, k))
		i = (i + 1) & (t->nslots - 1);
	return &t->slots[i];
}

static void
grow(struct tally *t)
{
	struct tally_slot *old = t->slots;
	size_t i, nold = t->nslots;

	t->nslots *= 2;
	t->slots = alloc_new(t->nslots, sizeof *t->slots);
	for (i = 0; i < nold; i++)
		if (old[i].cell != NULL)
			*slot_of(t, &old[i].key) = old[i];
	free(old);
}

static struct tally_cell *cell_of(struct tally *, const struct tally_numbers *);

/* What the key is a part of. Returns false when it is of nothing. */
static bool
whole_of(const struct tally_numbers *k, struct tally_numbers *whole)
{
	const struct measure_about *about = measure_about((enum measure)k->measure);

	*whole = *k;
	if (about->whole == MEASURE_NONE || about->persons == PERSONS_UNKEPT)
		return false;
	if (about->whole != k->measure) {
		whole->measure = (uint16_t)about->whole;
		if (measure_about(about->whole)->row == BY_NOTHING) {
			whole->row = WORD_NONE;
			whole->over &= (uint16_t)~OVER_ROWS;
		}
		if (measure_about(about->whole)->column == BY_NOTHING) {
			whole->column = WORD_NONE;
			whole->over &= (uint16_t)~OVER_COLUMNS;
		}
	} else if (about->column != BY_NOTHING && !(k->over & OVER_COLUMNS)) {
		whole->column = WORD_NONE;
		whole->over |= OVER_COLUMNS;
	} else if (!(k->over & OVER_ROWS)) {
		whole->row = WORD_NONE;
		whole->over |= OVER_ROWS;
	} else
		return false;
	return true;
}

/* The sums that a cell adds persons to: over its row, over its column, over all. */
static void
link_sums(struct tally *t, struct tally_cell *c)
{
	const struct measure_about *about = measure_about((enum measure)c->key.measure);
	unsigned rows = about->row != BY_NOTHING ? OVER_ROWS : 0U;
	unsigned all = rows | (about->column != BY_NOTHING ? OVER_COLUMNS : 0U), over;

	if (about->persons != PERSONS_SUMS || c->key.over != 0)
		return;
	for (over = 1; over <= all; over++)
		if ((over & ~all) == 0) {
			struct tally_numbers k = c->key;

			k.over = (uint16_t)over;
			k.row = over & OVER_ROWS ? WORD_NONE : k.row;
			k.column = over & OVER_COLUMNS ? WORD_NONE : k.column;
			c->sums[c->nsums++] = cell_of(t, &k);
		}
}

/* The cell of the key, made with what it is tied to when it is not there. */
static struct tally_cell *
cell_of(struct tally *t, const struct tally_numbers *k)
{
	struct tally_slot *slot = slot_of(t, k);
	struct tally_numbers whole;
	struct tally_cell *c = slot->cell;

	if (c != NULL)
		return c;
	if (t->n * 2 >= t->nslots) {
		grow(t);
		slot = slot_of(t, k);
	}
	c = arena_room(&t->arena, sizeof *c);
	*c = (struct tally_cell){ .key = *k };
	c->persons = measure_about((enum measure)k->measure)->persons != PERSONS_UNKEPT;
	*slot = (struct tally_slot){ *k, c };
	t->n++;
	if (whole_of(k, &whole))
		c->whole = cell_of(t, &whole);
	link_sums(t, c);
	return c;
}

/* Room for the period, and for the ones before it. */
static void
make_room(struct tally *t, struct tally_cell *c, size_t period)
{
	size_t n = 2 * c->nparts > period ? 2 * c->nparts : period + 1;
	struct tally_part *parts = arena_room(&t->arena, n * sizeof *parts);

	memset(parts, 0, n * sizeof *parts);
	if (c->nparts > 0)
		memcpy(parts, c->parts, c->nparts * sizeof *parts);
	c->parts = parts;
	if (c->values != NULL) {
		struct tally_histogram *values = arena_room(&t->arena, n * sizeof *values);

		memset(values, 0, n * sizeof *values);
		memcpy(values, c->values, c->nparts * sizeof *values);
		c->values = values;
	}
	c->nparts = (uint32_t)n;
}

/* Makes the cell's period, with those that it is tied to, where it is not there. */
static void
make_part(struct tally *t, struct tally_cell *c, size_t period)
{
	if (period < c->nparts && c->parts[period].made)
		return;
	if (period >= c->nparts)
		make_room(t, c, period);
	c->parts[period].made = true;
	if (c->whole != NULL)
		make_part(t, c->whole, period);
	for (unsigned i = 0; i < c->nsums; i++)
		make_part(t, c->sums[i], period);
}

static struct tally_numbers
numbered(struct tally *t, const struct tally_key *k)
{
	return (struct tally_numbers){ (uint16_t)k->measure, (uint16_t)k->over,
	    tally_word(t, k->group), tally_word(t, k->row), tally_word(t, k->column) };
}

/* The place of the value, made when it is not there. */
static struct tally_count *
place_of(struct tally *t, struct tally_histogram *h, long value)
{
	size_t low = 0, high = h->n;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (h->at[middle].value < value)
			low = middle + 1;
		else
			high = middle;
	}
	if (low < h->n && h->at[low].value == value)
		return &h->at[low];
	if (h->n == h->cap) {
		const struct tally_count *old = h->at;

		h->cap = 2 * h->cap + 2;
		h->at = arena_room(&t->arena, h->cap * sizeof *h->at);
		if (h->n > 0)
			memcpy(h->at, old, h->n * sizeof *h->at);
	}
	memmove(h->at + low + 1, h->at + low, (h->n - low) * sizeof *h->at);
	h->n++;
	h->at[low] = (struct tally_count){ value, 0 };
	return &h->at[low];
}

static void
add_value(struct tally *t, struct tally_cell *c, size_t period, long value, long n)
{
	struct tally_part *p = &c->parts[period];

	if (value != 0 && c->values == NULL) {
		c->values = arena_room(&t->arena, c->nparts * sizeof *c->values);
		memset(c->values, 0, c->nparts * sizeof *c->values);
	}
	if (c->values != NULL && (value != 0 || c->values[period].n > 0)) {
		struct tally_histogram *h = &c->values[period];

		if (h->n == 0 && p->n > 0)
			place_of(t, h, 0)->n = p->n;
		place_of(t, h, value)->n += n;
	}
	p->n += n;
}

static void
touch(struct tally *t, struct tally_cell *c, size_t period, long n)
{
	struct tally_part *p = &c->parts[period];

	if (p->mine == 0)
		t->touched[t->ntouched++] = (struct tally_touched){ c, period };
	p->mine += (uint32_t)n;
}

static void
add(struct tally *t, struct tally_cell *c, size_t period, long value, long n)
{
	make_part(t, c, period);
	add_value(t, c, period, value, n);
	if (!c->persons)
		return;
	if (t->ntouched + 1 + c->nsums > t->touched_cap)
		t->touched = alloc_room(t->touched, &t->touched_cap, t->ntouched + 1 + c->nsums,
		    sizeof *t->touched);
	touch(t, c, period, n);
	for (unsigned i = 0; i < c->nsums; i++)
		touch(t, c->sums[i], period, n);
}

void
tally_count(struct tally *t, enum measure measure, const size_t *periods, size_t n, word_id group,
    word_id row, word_id column, long value)
{
	struct tally_numbers k = { (uint16_t)measure, 0, group, row, column };
	struct tally_cell *c = cell_of(t, &k);

	t->in_order = false;
	for (size_t i = 0; i < n; i++)
		add(t, c, periods[i], value, 1);
}

void
tally_once(struct tally *t, enum measure measure, const size_t *periods, size_t n, word_id group,
    word_id row, word_id column)
{
	struct tally_numbers k = { (uint16_t)measure, 0, group, row, column };
	struct tally_cell *c = cell_of(t, &k);

	t->in_order = false;
	for (size_t i = 0; i < n; i++)
		if (periods[i] >= c->nparts || c->parts[periods[i]].mine == 0)
			add(t, c, periods[i], 0, 1);
}

void
tally_add(struct tally *t, const struct tally_key *k, long value, long n)
{
	struct tally_numbers numbers = numbered(t, k);

	t->in_order = false;
	add(t, cell_of(t, &numbers), k->period, value, n);
}

void
tally_person(struct tally *t)
{
	for (size_t i = 0; i < t->ntouched; i++) {
		const struct tally_cell *c = t->touched[i].cell;
		size_t period = t->touched[i].period;
		struct tally_part *p = &c->parts[period];
		uint32_t whole;

		p->persons++;
		whole = c->whole != NULL ? c->whole->parts[period].mine : 0;
		if (whole > 0 && whole <= p->mine)
			p->alone++;
	}
	for (size_t i = 0; i < t->ntouched; i++)
		t->touched[i].cell->parts[t->touched[i].period].mine = 0;
	t->ntouched = 0;
	t->in_order = false;
}

bool
tally_merge(struct tally *t, const struct tally_entry *from)
{
	struct tally_numbers k = numbered(t, &from->key);
	struct tally_cell *c;
	struct tally_part *p;
	long room = TALLY_MOST - t->merged;
	size_t i;

	if (from->persons > room)
		return false;
	room -= from->persons;
	for (i = 0; i < from->ncounts; i++) {
		long size = labs(from->counts[i].value) + 1;

		if (from->counts[i].n > room / size)
			return false;
		room -= from->counts[i].n * size;
	}
	t->merged = TALLY_MOST - room;
	c = cell_of(t, &k);
	make_part(t, c, from->key.period);
	p = &c->parts[from->key.period];
	for (i = 0; i < from->ncounts; i++)
		add_value(t, c, from->key.period, from->counts[i].value, from->counts[i].n);
	p->persons += from->persons;
	p->alone += from->alone;
	t->in_order = false;
	return true;
}

struct tally_cell *
tally_find_cell(const struct tally *t, const struct tally_key *k)
{
	struct tally_numbers numbers = { (uint16_t)k->measure, (uint16_t)k->over,
	    word_find(&t->words, k->group), word_find(&t->words, k->row),
	    word_find(&t->words, k->column) };

	return slot_of(t, &numbers)->cell;
}

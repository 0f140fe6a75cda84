/* SPDX-License-Identifier: ISC */
#include "tally.h"

#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "tally_cells.h"

static uint32_t
hash_of(const struct tally_numbers *k)
{
	uint64_t a = (uint64_t)k->measure << 40 | (uint64_t)k->over << 32 | k->column;
	uint64_t b = (uint64_t)k->group << 32 | k->row;

	a = a * UINT64_C(0xD6E8FEB86659FD93) + b;
	a = (a ^ a >> 32) * UINT64_C(0x9E3779B97F4A7C15);
	return (uint32_t)(a >> 29);
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
tally_new(bool persons)
{
	struct tally *t = alloc_new(1, sizeof *t);

	t->persons = persons;
	t->person = PERSON_FIRST;
	t->nslots = 256;
	t->slots = alloc_new(t->nslots, sizeof *t->slots);
	return t;
}

void
tally_clear(struct tally *t)
{
	memset(t->slots, 0, t->nslots * sizeof *t->slots);
	memset(t->recent, 0, sizeof t->recent);
	memset(t->counted, 0, sizeof t->counted);
	t->n = t->ntouched = 0;
	t->in_order = false;
	arena_clear(&t->arena);
	arena_clear(&t->spread);
}

void
tally_free(struct tally *t)
{
	if (t == NULL)
		return;
	word_table_release(&t->words);
	arena_release(&t->arena);
	arena_release(&t->spread);
	arena_release(&t->shown);
	free(t->slots);
	free(t->sorted);
	free(t->touched);
	free(t);
}

/* The slot that holds the key, or the free one where it belongs. */
static struct tally_slot *
slot_of(const struct tally *t, const struct tally_numbers *k, uint32_t hash)
{
	size_t i = hash & (t->nslots - 1);

	while (t->slots[i].cell != NULL &&
	    (t->slots[i].hash != hash || !is(&t->slots[i].cell->key, k)))
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
			*slot_of(t, &old[i].cell->key, old[i].hash) = old[i];
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
			c->behind->sums[c->behind->nsums++] = cell_of(t, &k);
		}
}

static void
tie(struct tally *t, struct tally_cell *c)
{
	struct tally_numbers whole;

	c->behind = arena_room(&t->arena, sizeof *c->behind);
	*c->behind = (struct tally_behind){ 0 };
	if (whole_of(&c->key, &whole))
		c->behind->whole = cell_of(t, &whole);
	link_sums(t, c);
}

/* The cell of the key, made with what it is tied to when it is not there. */
static struct tally_cell *
cell_of(struct tally *t, const struct tally_numbers *k)
{
	uint32_t hash = hash_of(k);
	struct tally_slot *slot = slot_of(t, k, hash);
	struct tally_cell *c = slot->cell;

	if (c != NULL)
		return c;
	if (t->n * 2 >= t->nslots) {
		grow(t);
		slot = slot_of(t, k, hash);
	}
	c = arena_room(&t->arena, sizeof *c);
	*c = (struct tally_cell){ .key = *k };
	*slot = (struct tally_slot){ c, hash };
	t->counted[k->measure] = true;
	t->n++;
	if (t->persons)
		tie(t, c);
	return c;
}

/* As many of that size as there were, with room for more; the new ones are zeroes. */
static void *
widened(struct tally *t, const void *old, size_t nold, size_t n, size_t size)
{
	char *at = arena_room(&t->arena, n * size);

	if (nold > 0)
		memcpy(at, old, nold * size);
	memset(at + nold * size, 0, (n - nold) * size);
	return at;
}

/* Room for the period, and for the ones before it. */
static void
make_room(struct tally *t, struct tally_cell *c, size_t period)
{
	enum measure_persons kept = measure_about((enum measure)c->key.measure)->persons;
	size_t old = c->nparts, n = 2 * old > period ? 2 * old : period + 1;

	/* A cell that is new has room for as many as others have. */
	n = n > t->nperiods ? n : t->nperiods;
	t->nperiods = period + 1 > t->nperiods ? period + 1 : t->nperiods;
	c->parts = widened(t, c->parts, old, n, sizeof *c->parts);
	if (c->values != NULL)
		c->values = widened(t, c->values, old, n, sizeof *c->values);
	if (c->behind != NULL && kept != PERSONS_UNKEPT)
		c->behind->persons = widened(t, c->behind->persons, old, n,
		    sizeof *c->behind->persons);
	c->nparts = (uint32_t)n;
}

static inline struct tally_part *
part_of(struct tally *t, struct tally_cell *c, size_t period)
{
	if (period >= c->nparts)
		make_room(t, c, period);
	return &c->parts[period];
}

/* Makes the period of a cell, and of those that it is tied to, where it is not there. */
static void
make_part(struct tally *t, struct tally_cell *c, size_t period)
{
	struct tally_part *p = part_of(t, c, period);

	if (c->behind == NULL || p->person != PERSON_NONE)
		return;
	p->person = PERSON_NOBODY;
	if (c->behind->whole != NULL)
		make_part(t, c->behind->whole, period);
	for (unsigned i = 0; i < c->behind->nsums; i++)
		make_part(t, c->behind->sums[i], period);
}

static struct tally_numbers
numbered(struct tally *t, const struct tally_key *k)
{
	return (struct tally_numbers){ (uint16_t)k->measure, (uint16_t)k->over,
	    tally_word(t, k->group), tally_word(t, k->row), tally_word(t, k->column) };
}

static inline void
add_value(struct tally *t, struct tally_cell *c, size_t period, long value, long n)
{
	if (value != 0 && c->values == NULL)
		c->values = widened(t, NULL, 0, c->nparts, sizeof *c->values);
	if (c->values != NULL)
		histogram_add(&c->values[period], &t->spread, value, n);
	else
		c->parts[period].n += n;
}

/* Counts the person at hand. */
static void
touch(struct tally *t, struct tally_cell *c, size_t period, long n)
{
	struct tally_part *p = &c->parts[period];

	if (p->person != t->person) {
		p->person = t->person;
		p->mine = 0;
		if (c->behind->persons != NULL) {
			t->touched = alloc_room(t->touched, &t->touched_cap, t->ntouched + 1,
			    sizeof *t->touched);
			t->touched[t->ntouched++] = (struct tally_touched){ c, period };
		}
	}
	p->mine += (uint32_t)n;
}

static void
add(struct tally *t, struct tally_cell *c, size_t period, long value, long n)
{
	make_part(t, c, period);
	add_value(t, c, period, value, n);
	if (c->behind == NULL)
		return;
	touch(t, c, period, n);
	for (unsigned i = 0; i < c->behind->nsums; i++)
		touch(t, c->behind->sums[i], period, n);
}

static struct tally_cell *
look_up(struct tally *t, struct tally_numbers k)
{
	return cell_of(t, &k);
}

/* The cell of what is counted, which is often that of the last time. */
static inline struct tally_cell *
counted(struct tally *t, enum measure measure, word_id group, word_id row, word_id column)
{
	struct tally_cell **recent = &t->recent[measure][(row ^ column) % TALLY_RECENT];
	struct tally_cell *c = *recent;

	if (c == NULL || c->key.row != row || c->key.column != column || c->key.group != group)
		*recent = c = look_up(t, (struct tally_numbers){ (uint16_t)measure, 0, group, row,
		    column });
	return c;
}

/* Counts in a period that has room; where it is not kept who is behind it that is all there is. */
static inline void
count_in(struct tally *t, struct tally_cell *c, size_t period, long value)
{
	if (c->behind != NULL)
		add(t, c, period, value, 1);
	else
		add_value(t, c, period, value, 1);
}

static inline void
count_once(struct tally *t, struct tally_cell *c, size_t period)
{
	if (c->parts[period].person == t->person)
		return;
	count_in(t, c, period, 0);
	c->parts[period].person = t->person;
}

/* What most counts are, where it is not kept who is behind them: no more than one more each. */
static inline void
count_plain(struct tally *t, struct tally_cell *c, const struct tally_periods *periods)
{
	for (size_t i = 0; i < periods->n; i++)
		part_of(t, c, periods->at[i])->n++;
}

void
tally_count(struct tally *t, const struct tally_periods *periods, word_id group,
    const struct tally_counted *of, size_t n)
{
	for (const struct tally_counted *end = of + n; of < end; of++) {
		struct tally_cell *c = counted(t, of->measure, group, of->row, of->column);

		if (of->gives == TALLY_VALUE && of->value == 0 && c->behind == NULL &&
		    c->values == NULL) {
			count_plain(t, c, periods);
			continue;
		}
		for (size_t i = 0; i < periods->n; i++) {
			size_t period = periods->at[i];

			part_of(t, c, period);
			if (of->gives == TALLY_VALUE)
				count_in(t, c, period, of->value);
			else if (of->gives == TALLY_ONCE)
				count_once(t, c, period);
			else
				count_in(t, c, period, periods->last[period] - of->value);
		}
	}
	t->in_order = false;
}

void
tally_add(struct tally *t, const struct tally_key *k, long value, long n)
{
	struct tally_numbers numbers = numbered(t, k);

	t->in_order = false;
	add(t, cell_of(t, &numbers), k->period, value, n);
}

/* How often the person at hand was counted there. */
static uint32_t
mine(const struct tally *t, const struct tally_cell *c, size_t period)
{
	return c->parts[period].person == t->person ? c->parts[period].mine : 0;
}

void
tally_person(struct tally *t)
{
	for (size_t i = 0; i < t->ntouched; i++) {
		const struct tally_cell *c = t->touched[i].cell;
		size_t period = t->touched[i].period;
		struct tally_persons *p = &c->behind->persons[period];
		uint32_t whole = c->behind->whole != NULL ? mine(t, c->behind->whole, period) : 0;

		p->n++;
		p->alone += whole > 0 && whole <= c->parts[period].mine;
	}
	t->ntouched = 0;
	t->person++;
	t->in_order = false;
}

bool
tally_merge(struct tally *t, const struct tally_entry *from)
{
	struct tally_numbers k = numbered(t, &from->key);
	struct tally_cell *c;
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
	for (i = 0; i < from->ncounts; i++)
		add_value(t, c, from->key.period, from->counts[i].value, from->counts[i].n);
	if (c->behind != NULL && c->behind->persons != NULL) {
		c->behind->persons[from->key.period].n += from->persons;
		c->behind->persons[from->key.period].alone += from->alone;
	}
	t->in_order = false;
	return true;
}

struct tally_cell *
tally_find_cell(const struct tally *t, const struct tally_key *k)
{
	struct tally_numbers numbers;

	if (!t->counted[k->measure])	/* as most are not of one dossier */
		return NULL;
	numbers = (struct tally_numbers){ (uint16_t)k->measure, (uint16_t)k->over,
	    word_find(&t->words, k->group), word_find(&t->words, k->row),
	    word_find(&t->words, k->column) };
	return slot_of(t, &numbers, hash_of(&numbers))->cell;
}

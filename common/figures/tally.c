#include "tally.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "arena.h"

/* A thousand times this is a long still: a figure takes no more. */
static const long MOST = 9000000000000000;

/* A key in numbers: what is looked up. */
struct numbers {
	enum measure measure;
	unsigned over;
	uint32_t period;
	word_id group, row, column;
};

struct tally {
	struct tally_entry **slots;	/* hash table, open addressing, a power of two */
	size_t nslots, n;
	const struct tally_entry **sorted;
	size_t sorted_cap;
	bool in_order;
	struct tally_entry **touched;	/* by the person at hand */
	size_t ntouched, touched_cap;
	long merged;			/* all that was, in numbers times values */
	struct arena arena;		/* entries */

	word_id *heads;			/* hash table of the words: number + 1; a power of two */
	size_t nheads;
	char **words;
	size_t nwords, words_cap;
};

static size_t
mix(uint64_t h)
{
	h ^= h >> 32;
	h *= UINT64_C(0x9E3779B97F4A7C15);
	return (size_t)(h >> 29);
}

static size_t
hash(const struct numbers *k)
{
	uint64_t h = (uint64_t)k->measure | (uint64_t)k->over << 8 | (uint64_t)k->period << 10;

	h = h * UINT64_C(0xD6E8FEB86659FD93) + k->group;
	h = h * UINT64_C(0xD6E8FEB86659FD93) + k->row;
	return mix(h * UINT64_C(0xD6E8FEB86659FD93) + k->column);
}

static bool
is(const struct tally_entry *e, const struct numbers *k)
{
	return e->row == k->row && e->column == k->column && e->key.measure == k->measure &&
	    e->key.period == k->period && e->group == k->group && e->key.over == k->over;
}

/* Where the word is in the table, or the free place where it belongs. */
static word_id *
head_of(const struct tally *t, const char *s)
{
	uint64_t h = UINT64_C(14695981039346656037);	/* FNV-1a */
	size_t i;

	for (i = 0; s[i] != '\0'; i++)
		h = (h ^ (unsigned char)s[i]) * UINT64_C(1099511628211);
	for (i = mix(h) & (t->nheads - 1); t->heads[i] != 0; i = (i + 1) & (t->nheads - 1))
		if (strcmp(t->words[t->heads[i] - 1], s) == 0)
			break;
	return &t->heads[i];
}

word_id
tally_word(struct tally *t, const char *s)
{
	word_id *head = head_of(t, s);
	size_t i;

	if (*head != 0)
		return *head - 1;
	t->words = alloc_room(t->words, &t->words_cap, t->nwords + 1, sizeof *t->words);
	t->words[t->nwords++] = alloc_copy(s);
	if (t->nwords * 2 <= t->nheads)
		*head = (word_id)t->nwords;
	else {
		free(t->heads);
		t->nheads *= 2;
		t->heads = alloc_new(t->nheads, sizeof *t->heads);
		for (i = 0; i < t->nwords; i++)
			*head_of(t, t->words[i]) = (word_id)i + 1;
	}
	return (word_id)t->nwords - 1;
}

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

struct tally *
tally_new(void)
{
	struct tally *t = alloc_new(1, sizeof *t);

	t->nslots = t->nheads = 256;
	t->slots = alloc_new(t->nslots, sizeof *t->slots);
	t->heads = alloc_new(t->nheads, sizeof *t->heads);
	tally_word(t, "");
	return t;
}

void
tally_clear(struct tally *t)
{
	size_t i;

	for (i = 0; i < t->nslots; i++)
		if (t->slots[i] != NULL)
			free(t->slots[i]->counts);
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
	tally_clear(t);
	for (size_t i = 0; i < t->nwords; i++)
		free(t->words[i]);
	free(t->words);
	free(t->heads);
	arena_release(&t->arena);
	free(t->slots);
	free(t->sorted);
	free(t->touched);
	free(t);
}

/* The slot that holds the key, or the free one where it belongs. */
static struct tally_entry **
slot_of(const struct tally *t, const struct numbers *k)
{
	size_t i = hash(k) & (t->nslots - 1);

	while (t->slots[i] != NULL && !is(t->slots[i], k))
		i = (i + 1) & (t->nslots - 1);
	return &t->slots[i];
}

static struct numbers
numbers_of(const struct tally_entry *e)
{
	return (struct numbers){ e->key.measure, e->key.over, (uint32_t)e->key.period, e->group,
	    e->row, e->column };
}

static void
grow(struct tally *t)
{
	struct tally_entry **old = t->slots;
	size_t i, nold = t->nslots;

	t->nslots *= 2;
	t->slots = alloc_new(t->nslots, sizeof *t->slots);
	for (i = 0; i < nold; i++)
		if (old[i] != NULL) {
			struct numbers k = numbers_of(old[i]);

			*slot_of(t, &k) = old[i];
		}
	free(old);
}

static struct tally_entry *entry_of(struct tally *, const struct numbers *);

/* What the key is a part of. Returns false when it is of nothing. */
static bool
whole_of(const struct numbers *k, struct numbers *whole)
{
	const struct measure_about *about = measure_about(k->measure);

	*whole = *k;
	if (about->whole == MEASURE_NONE || about->persons == PERSONS_UNKEPT)
		return false;
	if (about->whole != k->measure) {
		whole->measure = about->whole;
		if (measure_about(about->whole)->row == BY_NOTHING) {
			whole->row = WORD_NONE;
			whole->over &= ~(unsigned)OVER_ROWS;
		}
		if (measure_about(about->whole)->column == BY_NOTHING) {
			whole->column = WORD_NONE;
			whole->over &= ~(unsigned)OVER_COLUMNS;
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
link_sums(struct tally *t, struct tally_entry *e)
{
	const struct measure_about *about = measure_about(e->key.measure);
	unsigned rows = about->row != BY_NOTHING ? OVER_ROWS : 0U;
	unsigned all = rows | (about->column != BY_NOTHING ? OVER_COLUMNS : 0U), over;
	size_t n = 0;

	if (about->persons != PERSONS_SUMS || e->key.over != 0)
		return;
	for (over = 1; over <= all; over++)
		if ((over & ~all) == 0) {
			struct numbers k = numbers_of(e);

			k.over = over;
			k.row = over & OVER_ROWS ? WORD_NONE : k.row;
			k.column = over & OVER_COLUMNS ? WORD_NONE : k.column;
			e->sums[n++] = entry_of(t, &k);
		}
}

static struct tally_entry *
new_entry(struct tally *t, const struct numbers *k)
{
	struct tally_entry *e = arena_room(&t->arena, sizeof *e);

	memset(e, 0, sizeof *e);
	e->key = (struct tally_key){ k->measure, k->period, t->words[k->group], t->words[k->row],
	    t->words[k->column], k->over };
	e->group = k->group;
	e->row = k->row;
	e->column = k->column;
	t->n++;
	t->in_order = false;
	return e;
}

/* The entry of the key, made with what it is tied to when it is not there. */
static struct tally_entry *
entry_of(struct tally *t, const struct numbers *k)
{
	struct tally_entry **slot = slot_of(t, k), *e = *slot;
	struct numbers whole;

	if (e != NULL)
		return e;
	if (t->n * 2 >= t->nslots) {
		grow(t);
		slot = slot_of(t, k);
	}
	e = *slot = new_entry(t, k);
	if (whole_of(k, &whole))
		e->whole = entry_of(t, &whole);
	link_sums(t, e);
	return e;
}

static struct numbers
numbered(struct tally *t, const struct tally_key *k)
{
	return (struct numbers){ k->measure, k->over, (uint32_t)k->period, tally_word(t, k->group),
	    tally_word(t, k->row), tally_word(t, k->column) };
}

static void
add_count(struct tally_entry *e, long value, long n)
{
	size_t low = 0, high = e->ncounts;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (e->counts[middle].value < value)
			low = middle + 1;
		else
			high = middle;
	}
	if (low == e->ncounts || e->counts[low].value != value) {
		e->counts = alloc_room(e->counts, &e->cap, e->ncounts + 1, sizeof *e->counts);
		memmove(e->counts + low + 1, e->counts + low,
		    (e->ncounts - low) * sizeof *e->counts);
		e->counts[low].value = value;
		e->counts[low].n = 0;
		e->ncounts++;
	}
	e->counts[low].n += n;
	e->n += n;
}

static void
touch(struct tally *t, struct tally_entry *e, long n)
{
	if (e->mine == 0) {
		t->touched = alloc_room(t->touched, &t->touched_cap, t->ntouched + 1,
		    sizeof *t->touched);
		t->touched[t->ntouched++] = e;
	}
	e->mine += n;
}

static void
add(struct tally *t, const struct numbers *k, long value, long n)
{
	struct tally_entry *e = entry_of(t, k);
	size_t i;

	add_count(e, value, n);
	if (measure_about(k->measure)->persons == PERSONS_UNKEPT)
		return;
	touch(t, e, n);
	for (i = 0; i < sizeof e->sums / sizeof *e->sums && e->sums[i] != NULL; i++)
		touch(t, e->sums[i], n);
}

void
tally_count(struct tally *t, enum measure measure, size_t period, word_id group, word_id row,
    word_id column, long value)
{
	struct numbers k = { measure, 0, (uint32_t)period, group, row, column };

	add(t, &k, value, 1);
}

void
tally_add(struct tally *t, const struct tally_key *k, long value, long n)
{
	struct numbers numbers = numbered(t, k);

	add(t, &numbers, value, n);
}

void
tally_person(struct tally *t)
{
	size_t i;

	for (i = 0; i < t->ntouched; i++) {
		struct tally_entry *e = t->touched[i];

		e->persons++;
		if (e->whole != NULL && e->whole->mine == e->mine)
			e->alone++;
	}
	for (i = 0; i < t->ntouched; i++)
		t->touched[i]->mine = 0;
	t->ntouched = 0;
}

bool
tally_merge(struct tally *t, const struct tally_entry *from)
{
	struct numbers k = numbered(t, &from->key);
	struct tally_entry *e;
	long room = MOST - t->merged;
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
	t->merged = MOST - room;
	e = entry_of(t, &k);
	for (i = 0; i < from->ncounts; i++)
		add_count(e, from->counts[i].value, from->counts[i].n);
	e->persons += from->persons;
	e->alone += from->alone;
	return true;
}

const struct tally_entry *
tally_find(const struct tally *t, const struct tally_key *k)
{
	const word_id *group = head_of(t, k->group), *row = head_of(t, k->row),
	    *column = head_of(t, k->column);
	struct numbers numbers = { k->measure, k->over, (uint32_t)k->period, *group - 1, *row - 1,
	    *column - 1 };

	return *group == 0 || *row == 0 || *column == 0 ? NULL : *slot_of(t, &numbers);
}

static int
by_key(const void *a, const void *b)
{
	const struct tally_entry *const *x = a, *const *y = b;

	return tally_key_compare(&(*x)->key, &(*y)->key);
}

const struct tally_entry *const *
tally_entries(struct tally *t, size_t *n)
{
	size_t i, j = 0;

	if (!t->in_order) {
		t->sorted = alloc_room(t->sorted, &t->sorted_cap, t->n + 1, sizeof *t->sorted);
		for (i = 0; i < t->nslots; i++)
			if (t->slots[i] != NULL)
				t->sorted[j++] = t->slots[i];
		qsort(t->sorted, t->n, sizeof *t->sorted, by_key);
		t->in_order = true;
	}
	*n = t->n;
	return t->sorted;
}

const struct tally_entry *const *
tally_run(struct tally *t, enum measure measure, size_t period, const char *group, size_t *n)
{
	struct tally_key k = { measure, period, group, "", "", 0 };
	size_t all, low = 0, high, end;
	const struct tally_entry *const *e = tally_entries(t, &all);

	high = all;
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

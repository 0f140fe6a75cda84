#include "suppression.h"

#include <stdlib.h>
#include <string.h>

#include "build.h"
#include "memory.h"
#include "suppression_links.h"

/* Entries that a figure takes together, such as a row of a table. */
struct sum {
	size_t *entries, n;	/* in order */
	size_t cell;
};

struct suppression {
	struct suppressed of;
	struct sum *sums;
	size_t nsums, sums_cap;
	size_t found;		/* the last one: figures ask for the sums in the order in which they were made */
};

size_t
suppression_count(const struct suppressed *s, const struct tally_key *key)
{
	size_t low = 0, high = s->n;

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		int c = tally_key_compare(&s->entries[middle]->key, key);

		if (c == 0)
			return middle;
		if (c < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return (size_t)-1;
}

static int
by_number(const void *a, const void *b)
{
	size_t x = *(const size_t *)a, y = *(const size_t *)b;

	return x < y ? -1 : x > y;
}

/* The numbers of the quantity's entries, in order; the caller frees them. */
static size_t *
numbers(const struct suppression *s, const struct quantity *q)
{
	size_t *all = memory_new(q->n + 1, sizeof *all), i;

	for (i = 0; i < q->n; i++)
		all[i] = suppression_count(&s->of, &q->at[i]->key);
	if (q->n > 1)
		qsort(all, q->n, sizeof *all, by_number);
	return all;
}

/* The count of the quantity; (size_t)-1 when it is nothing, or was not asked about before. */
static size_t
find_cell(struct suppression *s, const size_t *all, size_t n)
{
	size_t i, at;

	if (n <= 1)
		return n == 0 ? (size_t)-1 : all[0];
	for (i = 0; i < s->nsums; i++) {
		at = (s->found + i) % s->nsums;
		if (s->sums[at].n == n && memcmp(s->sums[at].entries, all, n * sizeof *all) == 0)
			return s->sums[s->found = at].cell;
	}
	return (size_t)-1;
}

static void
publish(struct suppression *s, const struct quantity *q)
{
	size_t *all = numbers(s, q), cell = find_cell(s, all, q->n), i;

	if (cell == (size_t)-1 && q->n > 1) {
		struct sum *sum;

		s->sums = memory_room(s->sums, &s->sums_cap, s->nsums + 1, sizeof *s->sums);
		sum = &s->sums[s->nsums++];
		sum->entries = all;
		sum->n = q->n;
		sum->cell = cell = protection_cell(s->of.protection, q->total);
		protection_equation(s->of.protection);
		protection_term(s->of.protection, cell, -1);
		for (i = 0; i < q->n; i++)
			protection_term(s->of.protection, all[i], 1);
		all = NULL;
	}
	if (cell != (size_t)-1)
		protection_publish(s->of.protection, cell);
	free(all);
}

static void
see(void *context, const struct sheet *sheet, const struct cell *row, const struct column *column,
    const struct figure *f)
{
	(void)sheet;
	(void)row;
	(void)column;
	publish(context, &f->of);
	if (f->kind == FIGURE_SHARE)
		publish(context, &f->out_of);
}

struct suppression *
suppression_find(const struct report *r, struct tally *tally)
{
	struct suppression *s = memory_new(1, sizeof *s);
	struct build_eye eye = { .context = s, .see = see };
	struct sheets sheets = { 0 };
	struct arena arena = { 0 };
	const char **groups;
	size_t ngroups, g, p, i;

	s->of.report = r;
	s->of.tally = tally;
	s->of.entries = tally_entries(tally, &s->of.n);
	s->of.protection = protection_new();
	for (i = 0; i < s->of.n; i++)
		protection_cell(s->of.protection, s->of.entries[i]->n);
	build_sheets(&sheets, r, tally, NULL, &eye);
	sheets_release(&sheets);
	groups = build_groups(r, tally, &arena, &ngroups);
	for (g = 0; g < ngroups; g++) {
		for (p = 0; p < r->nperiods; p++)
			suppression_link_measures(&s->of, p, groups[g]);
		suppression_link_periods(&s->of, groups[g]);
	}
	arena_release(&arena);
	protection_find(s->of.protection, r->min_cell);
	return s;
}

bool
suppression_hides(struct suppression *s, const struct quantity *q)
{
	size_t *all = numbers(s, q), cell = find_cell(s, all, q->n);

	free(all);
	return cell != (size_t)-1 && protection_withheld(s->of.protection, cell);
}

void
suppression_free(struct suppression *s)
{
	size_t i;

	if (s == NULL)
		return;
	for (i = 0; i < s->nsums; i++)
		free(s->sums[i].entries);
	free(s->sums);
	protection_free(s->of.protection);
	free(s);
}

/* SPDX-License-Identifier: ISC */
#include "figure.h"

#include <string.h>

/* Who is behind the entry of the key, NULL without one, and who has something outside it. */
static void
find_persons(struct quantity *q, const struct tally_key *k, const struct tally_entry *e)
{
	const struct measure_about *about = measure_about(k->measure);

	q->part = about->whole != MEASURE_NONE && (about->whole != k->measure || k->over == 0 ||
	    (about->column != BY_NOTHING && k->over != (OVER_ROWS | OVER_COLUMNS)));
	if (e == NULL)
		return;
	q->persons = e->persons;
	if (e->whole != NULL)
		q->outside = e->whole->persons - e->alone;
}

/* Adds up the entries of a run with that row and column; NULL = any. */
static void
add_up(struct quantity *q, struct tally *tally, const struct tally_key *k, const char *row,
    const char *column, struct arena *arena)
{
	const struct tally_entry *const *run;
	size_t n;

	run = tally_run(tally, k->measure, k->period, k->group, &n);
	q->at = arena_room(arena, (n + 1) * sizeof *q->at);
	for (size_t i = 0; i < n; i++)
		if ((row == NULL || strcmp(run[i]->key.row, row) == 0) &&
		    (column == NULL || strcmp(run[i]->key.column, column) == 0)) {
			q->at[q->n++] = run[i];
			q->total += run[i]->n;
		}
}

struct quantity
quantity_of(struct tally *tally, struct arena *arena, enum measure measure, size_t period,
    const char *group, const char *row, const char *column)
{
	const struct measure_about *about = measure_about(measure);
	struct tally_key k = { measure, period, group, row == NULL ? "" : row,
	    column == NULL ? "" : column, 0 };
	struct quantity q = { 0 };
	const struct tally_entry *e;

	k.over |= row == NULL && about->row != BY_NOTHING ? OVER_ROWS : 0U;
	k.over |= column == NULL && about->column != BY_NOTHING ? OVER_COLUMNS : 0U;
	e = tally_find(tally, &k);
	if (k.over != 0)
		add_up(&q, tally, &k, row, column, arena);
	else if (e != NULL) {
		q.at = arena_room(arena, sizeof *q.at);
		q.at[q.n++] = e;
		q.total = e->n;
	}
	find_persons(&q, &k, e);
	return q;
}

long
figure_round(long a, long b)
{
	return a < 0 ? -((-2 * a + b) / (2 * b)) : (2 * a + b) / (2 * b);
}

/* How many of the values are at most `value`. */
static long
up_to(const struct quantity *q, long value)
{
	long n = 0;
	size_t i, j;

	for (i = 0; i < q->n; i++)
		for (j = 0; j < q->at[i]->ncounts && q->at[i]->counts[j].value <= value; j++)
			n += q->at[i]->counts[j].n;
	return n;
}

/* The value at that rank, from 1, of the quantity's values in order. */
static long
quantity_rank(const struct quantity *q, long rank)
{
	long found = 0;
	bool any = false;
	size_t i, j;

	for (i = 0; i < q->n; i++)
		for (j = 0; j < q->at[i]->ncounts; j++) {
			long value = q->at[i]->counts[j].value;

			if ((!any || value < found) && up_to(q, value) >= rank) {
				found = value;
				any = true;
			}
		}
	return found;
}

long
quantity_sum(const struct quantity *q)
{
	long total = 0;
	size_t i, j;

	for (i = 0; i < q->n; i++)
		for (j = 0; j < q->at[i]->ncounts; j++)
			total += q->at[i]->counts[j].value * q->at[i]->counts[j].n;
	return total;
}

/* How many of the values are below `value`. */
static long
below(const struct quantity *q, long value)
{
	return up_to(q, value - 1);
}

/* The least value above that; `value` itself when there is none. */
static long
next_value(const struct quantity *q, long value)
{
	long found = value;

	for (size_t i = 0; i < q->n; i++)
		for (size_t j = 0; j < q->at[i]->ncounts; j++) {
			long other = q->at[i]->counts[j].value;

			if (other > value && (found == value || other < found))
				found = other;
		}
	return found;
}

bool
figure_expected(const struct figure *f, long *days)
{
	enum { LEAST = 5 };	/* at risk */
	double left = 1;
	long day = -1, next;

	while ((next = next_value(&f->of, day)) != day) {
		long risk = up_to(&f->out_of, next) - below(&f->until, next);
		long ended = up_to(&f->of, next) - below(&f->of, next);

		day = next;
		if (risk < LEAST)
			return false;
		left *= 1 - (double)ended / (double)risk;
		if (left <= 0.5 + 1e-9) {
			*days = day;
			return true;
		}
	}
	return false;
}

struct cell
figure_cell(const struct figure *f)
{
	struct cell c = { .type = CELL_EMPTY };
	long n = f->kind == FIGURE_SHARE ? f->out_of.total : f->of.total;

	if (n == 0 && f->kind != FIGURE_COUNT)
		return c;
	c.type = f->kind == FIGURE_COUNT ? CELL_COUNT : f->kind == FIGURE_SHARE ? CELL_PERCENT :
	    f->kind == FIGURE_MEAN ? CELL_MEAN : CELL_DAYS;
	switch (f->kind) {
	case FIGURE_COUNT: c.number = n; break;
	case FIGURE_SHARE: c.number = figure_round(1000 * f->of.total, n); break;
	case FIGURE_MEAN: c.number = figure_round(100 * quantity_sum(&f->of), n); break;
	case FIGURE_MEDIAN: c.number = quantity_rank(&f->of, (n + 1) / 2); break;
	case FIGURE_P90:
		if (n < 10)
			c.type = CELL_EMPTY;
		else
			c.number = quantity_rank(&f->of, (9 * n + 9) / 10);
		break;
	case FIGURE_EXPECTED:
		if (!figure_expected(f, &c.number))
			c.type = CELL_EMPTY;
		break;
	case FIGURE_MAXIMUM: c.number = quantity_rank(&f->of, n); break;
	}
	return c;
}

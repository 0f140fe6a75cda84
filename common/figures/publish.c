/* SPDX-License-Identifier: ISC */
#include "publish.h"

#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "problem.h"
#include "report_groups.h"

enum { STEP = 5, WEEK = 7 };

/* How many times N persons a figure takes. */
enum { FOR_MEDIAN = 2, FOR_MEAN = 4, FOR_P90 = 10 };

/* The number as published: to the nearest multiple of 5. */
static long
rounded(long n)
{
	return figure_round(n, STEP) * STEP;
}

long
publish_most(long min_cell)
{
	return min_cell + STEP / 2;
}

static bool
enough(long persons, long min_cell)
{
	return rounded(persons) > min_cell;
}

/* Whether the count is shown: enough are behind it, and as a part enough are outside it. */
static bool
shows(const struct quantity *q, long min_cell)
{
	return enough(q->persons, min_cell) && (!q->part || enough(q->outside, min_cell));
}

/* Of what is to be shown. */
static bool
takes(const struct quantity *q, long times, long min_cell)
{
	return shows(q, min_cell) && q->persons >= times * min_cell;
}

static struct cell
shown(enum cell_type type, long number)
{
	return (struct cell){ .type = type, .number = number, .coarse = true };
}

struct cell
publish_dossiers(long n, long min_cell)
{
	if (min_cell == 0)
		return (struct cell){ .type = CELL_COUNT, .number = n };
	return enough(n, min_cell) ? shown(CELL_COUNT, rounded(n)) :
	    (struct cell){ .type = CELL_HIDDEN };
}

struct cell
publish_figure(const struct figure *f, long min_cell)
{
	const struct quantity *q = &f->of;
	struct cell exact, hidden = { .type = CELL_HIDDEN };
	long percent, days;

	switch (f->kind) {
	case FIGURE_COUNT:
		if (shows(q, min_cell))
			return shown(CELL_COUNT, rounded(q->total));
		break;
	case FIGURE_SHARE:
		if (!shows(q, min_cell) || !shows(&f->out_of, min_cell))
			break;
		percent = figure_round(100 * rounded(q->total),
		    rounded(f->out_of.total));
		if (percent > 0 && percent < 100)
			return shown(CELL_PERCENT, 10 * percent);
		break;
	case FIGURE_MEAN:
		if (takes(q, FOR_MEAN, min_cell))
			return shown(CELL_MEAN, 10 * figure_round(10 * quantity_sum(q), q->total));
		break;
	case FIGURE_MEDIAN:
	case FIGURE_P90:
		if (!takes(q, f->kind == FIGURE_MEDIAN ? FOR_MEDIAN : FOR_P90, min_cell))
			break;
		exact = figure_cell(f);
		return shown(CELL_DAYS, figure_round(exact.number, WEEK) * WEEK);
	case FIGURE_EXPECTED:
		if (!takes(q, FOR_MEDIAN, min_cell) || !figure_expected(f, &days))
			break;
		return shown(CELL_DAYS, figure_round(days, WEEK) * WEEK);
	case FIGURE_MAXIMUM:
		break;
	}
	return hidden;
}

bool
publish_withholds(const struct report *r, struct tally *tally, size_t period,
    const char *group)
{
	struct tally_key k = { MEASURE_REPORTED, period, group, "", "", 0 };
	const struct tally_entry *e;

	if (r->min_cell == 0 || r->ngroups == 0)
		return false;
	e = tally_find(tally, &k);
	return e == NULL || !enough(e->persons, r->min_cell);
}

size_t
publish_withheld(const struct report *r, struct tally *tally)
{
	struct arena arena = { 0 };
	size_t n = 0, ngroups, g, p;
	const char **groups = report_groups(r, tally, &arena, &ngroups);

	for (g = 0; g < ngroups; g++)
		for (p = 0; p < r->nperiods; p++)
			n += r->periods[p].asked && publish_withholds(r, tally, p, groups[g]);
	arena_release(&arena);
	return n;
}

static bool
overlap(const struct period *a, const struct period *b)
{
	return a->from <= b->to && b->from <= a->to;
}

/* Whether the period shares days with one asked for, or that such a one is compared with. */
static bool
overlaps_any(const struct report *r, size_t period)
{
	size_t i;

	for (i = 0; i < r->nperiods; i++) {
		size_t before = r->periods[i].before;

		if (!r->periods[i].asked)
			continue;
		if (i != period && overlap(&r->periods[i].period, &r->periods[period].period))
			return true;
		if (before != (size_t)-1 && before != period &&
		    overlap(&r->periods[before].period, &r->periods[period].period))
			return true;
	}
	return false;
}

/* Takes away the period before where it shares days with another. */
static void
compare_apart(struct report *r)
{
	bool *shared = alloc_new(r->nperiods + 1, sizeof *shared);
	size_t i;

	for (i = 0; i < r->nperiods; i++)
		shared[i] = r->periods[i].before != (size_t)-1 &&
		    overlaps_any(r, r->periods[i].before);
	for (i = 0; i < r->nperiods; i++)
		if (shared[i])
			r->periods[i].before = (size_t)-1;
	free(shared);
}

/* Whether what it divides by is one worker: in client, or who recorded it. */
static bool
of_worker(const char *name)
{
	return strcmp(name, schema_name(KIND_CLIENT, CLIENT_BEGELEIDER)) == 0 ||
	    strcmp(name, schema_name(KIND_CLIENT, SLOT_DOOR)) == 0;
}

bool
publish_ready(struct report *r, struct text *why)
{
	size_t i, j;

	for (i = 0; i < r->ngroups; i++)
		if (of_worker(r->groups[i].name)) {
			text_addf(why, _("--min-cell: figures of one worker are not published; "
			    "expected another group than %s"), r->groups[i].name);
			return false;
		}
	for (i = 0; i < r->nperiods; i++) {
		const struct report_period *p = &r->periods[i];

		if (!p->asked)
			continue;
		if (p->at < p->period.to) {
			text_addf(why, _("--min-cell: %s is not over; expected periods that are"),
			    p->period.name);
			return false;
		}
		for (j = 0; j < i; j++)
			if (r->periods[j].asked && overlap(&r->periods[j].period, &p->period)) {
				text_addf(why, _("--min-cell: %s and %s share days; "
				    "expected periods apart"), r->periods[j].period.name,
				    p->period.name);
				return false;
			}
	}
	compare_apart(r);
	return true;
}

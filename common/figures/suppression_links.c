#include "suppression_links.h"

#include <stdlib.h>
#include <string.h>

#include "arena.h"
#include "memory.h"

/* Words that rows are named by. */
struct names {
	const char **at;
	size_t n;
};

/* An equation being made. */
struct link {
	struct suppressed *s;
	size_t period;
	const char *group;
	struct term {
		size_t cell;
		long factor;
	} *terms;
	size_t n, cap;
	long value;		/* of the terms together */
};

static void
link_begin(struct link *l)
{
	l->n = 0;
	l->value = 0;
}

static void
link_cell(struct link *l, size_t cell, long value, long factor)
{
	l->terms = memory_room(l->terms, &l->cap, l->n + 1, sizeof *l->terms);
	l->terms[l->n].cell = cell;
	l->terms[l->n++].factor = factor;
	l->value += factor * value;
}

/* Adds the entries of a measure with that row and column; NULL = all. */
static void
link_add(struct link *l, size_t period, const char *measure, const char *row, const char *column, long factor)
{
	size_t n, i;
	const struct tally_entry *const *run = tally_run(l->s->tally, measure, period, l->group, &n);

	for (i = 0; i < n; i++)
		if ((row == NULL || strcmp(run[i]->key.row, row) == 0) &&
		    (column == NULL || strcmp(run[i]->key.column, column) == 0))
			link_cell(l, (size_t)(run + i - l->s->entries), run[i]->n, factor);
}

static void
link_put(struct link *l)
{
	size_t i;

	protection_equation(l->s->protection);
	for (i = 0; i < l->n; i++)
		protection_term(l->s->protection, l->terms[i].cell, l->terms[i].factor);
}

/* The terms cancel out: put it when they do indeed, for what was counted on another day may differ. */
static void
link_equal(struct link *l)
{
	if (l->value == 0 && l->n > 0)
		link_put(l);
}

/* The terms leave a rest, a count that nobody is told. Returns its number; (size_t)-1 when there is nothing to say. */
static size_t
link_rest(struct link *l)
{
	size_t rest;
	long value = l->value;

	if (value < 0 || l->n == 0)
		return (size_t)-1;
	rest = protection_cell(l->s->protection, value);
	link_cell(l, rest, value, -1);
	link_put(l);
	l->value = value;
	return rest;
}

/* Everything in one measure is everything in the other. */
static void
same(struct link *l, const char *one, const char *other)
{
	link_begin(l);
	link_add(l, l->period, one, NULL, NULL, 1);
	link_add(l, l->period, other, NULL, NULL, -1);
	link_equal(l);
}

/* One count is part of another. */
static void
within(struct link *l, const char *part, const char *row, const char *column, const char *whole, const char *of)
{
	link_begin(l);
	link_add(l, l->period, whole, of, NULL, 1);
	link_add(l, l->period, part, row, column, -1);
	link_rest(l);
}

/* Each row of a measure is part of the same row of another; or of all of it when `of_all`. */
static void
rows_within(struct link *l, const char *part, const char *whole, bool of_all)
{
	size_t n, i;
	const struct tally_entry *const *run = tally_run(l->s->tally, part, l->period, l->group, &n);

	for (i = 0; i < n; i++)
		within(l, part, run[i]->key.row, run[i]->key.column, whole, of_all ? NULL : run[i]->key.row);
}

/* Every phase that something was counted for. */
static struct names
phases_of(const struct link *l, struct arena *arena)
{
	static const char *const measures[] = { "fase.in", "fase.uit", "caseload" };
	struct names names = { NULL, 0 };
	size_t i, j, k, n;

	for (i = 0; i < sizeof measures / sizeof *measures; i++) {
		const struct tally_entry *const *run = tally_run(l->s->tally, measures[i], l->period, l->group, &n);
		const char **more = arena_room(arena, (names.n + n + 1) * sizeof *more);

		if (names.n > 0)
			memcpy(more, names.at, names.n * sizeof *more);
		names.at = more;
		for (j = 0; j < n; j++) {
			const char *phase = i == 2 ? run[j]->key.column : run[j]->key.row;

			for (k = 0; k < names.n && strcmp(names.at[k], phase) != 0; k++)
				continue;
			if (k == names.n)
				names.at[names.n++] = phase;
		}
	}
	return names;
}

/*
 * Stays of a phase: those open at the start and those begun are those ended and those open now; those ended
 * moved on or were declined. Over all phases they are the trajectories, but for those without a phase.
 */
static void
link_stays(struct link *l)
{
	struct arena arena = { 0 };
	struct names phases = phases_of(l, &arena);
	struct link start = { .s = l->s, .period = l->period, .group = l->group };
	struct link declined = start;
	size_t i, rest;

	link_add(&start, l->period, "start", NULL, NULL, 1);
	link_add(&declined, l->period, "niet", NULL, NULL, 1);
	for (i = 0; i < phases.n; i++) {
		link_begin(l);
		link_add(l, l->period, "caseload", NULL, phases.at[i], 1);
		link_add(l, l->period, "fase.in", phases.at[i], NULL, -1);
		link_add(l, l->period, "fase.uit", phases.at[i], NULL, 1);
		rest = link_rest(l);
		if (rest != (size_t)-1 && phases.at[i][0] != '\0')
			link_cell(&start, rest, l->value, -1);
		link_begin(l);
		link_add(l, l->period, "fase.uit", phases.at[i], NULL, 1);
		link_add(l, l->period, "verblijf", phases.at[i], NULL, -1);
		rest = link_rest(l);
		if (rest != (size_t)-1)
			link_cell(&declined, rest, l->value, -1);
	}
	link_rest(&start);
	link_rest(&declined);
	free(start.terms);
	free(declined.terms);
	arena_release(&arena);
}

static void
link_flow(struct link *l)
{
	link_begin(l);
	link_add(l, l->period, "start", NULL, NULL, 1);
	link_add(l, l->period, "in", NULL, NULL, 1);
	link_add(l, l->period, "uit", NULL, NULL, -1);
	link_add(l, l->period, "niet", NULL, NULL, -1);
	link_add(l, l->period, "open", NULL, NULL, -1);
	link_equal(l);
	same(l, "maand.in", "in");
	same(l, "maand.uit", "uit");
	same(l, "maand.niet", "niet");
	same(l, "traject", "uit");
	same(l, "reden", "uit");
	same(l, "caseload", "open");
	same(l, "team", "open");
	rows_within(l, "wachtlijst", "open", true);
	rows_within(l, "uitgangspunt", "open", true);
	rows_within(l, "gemis", "team", false);
	rows_within(l, "verblijf.boven", "verblijf", false);
	rows_within(l, "tevredenheid", "uit", true);
	rows_within(l, "klaar.van", "uit", true);
	rows_within(l, "klaar", "klaar.van", true);
}

/* Scores and questions: of the trajectories that are open or flowed out. */
static void
link_results(struct link *l)
{
	static const char *const reported[] = { "eerste", "vraag" };
	size_t n, i, j;

	rows_within(l, "vraag.doel", "vraag", false);
	rows_within(l, "vraag.behaald", "vraag.doel", false);
	for (j = 0; j < sizeof reported / sizeof *reported; j++) {
		const struct tally_entry *const *run = tally_run(l->s->tally, reported[j], l->period, l->group, &n);

		for (i = 0; i < n; i++) {
			const struct tally_key *k = &run[i]->key;

			link_begin(l);
			link_add(l, l->period, "open", NULL, NULL, 1);
			link_add(l, l->period, "uit", NULL, NULL, 1);
			link_add(l, l->period, reported[j], k->row, k->column, -1);
			link_rest(l);
			if (j > 0)
				continue;
			link_begin(l);
			link_add(l, l->period, "eerste", k->row, k->column, 1);
			link_add(l, l->period, "laatste", k->row, k->column, -1);
			link_equal(l);
			link_begin(l);
			link_add(l, l->period, "eerste", k->row, k->column, 1);
			link_add(l, l->period, "omhoog", k->row, k->column, -1);
			link_add(l, l->period, "gelijk", k->row, k->column, -1);
			link_add(l, l->period, "omlaag", k->row, k->column, -1);
			link_equal(l);
		}
	}
}

void
suppression_link_measures(struct suppressed *s, size_t period, const char *group)
{
	struct link l = { .s = s, .period = period, .group = group };

	link_flow(&l);
	link_stays(&l);
	link_results(&l);
	free(l.terms);
}

/* What happened in a period, and so adds up over periods; and what is so on its last day. */
static const char *const flows[] = {
	"in", "uit", "niet", "fase.in", "fase.uit", "verblijf", "verblijf.boven", "traject", "wacht.intake",
	"wacht.plaatsing", "reden", "tevredenheid", "klaar.van", "klaar", NULL
};
static const char *const stocks[] = {
	"open", "wachtlijst", "caseload", "uitgangspunt", "team", "gemis", "te-laat", NULL
};
static const char *const months[] = { "maand.in", "maand.uit", "maand.niet", NULL };

/* Whether the month YYYY-MM lies in the period whole. */
static bool
holds_month(const struct report_period *p, const char *month)
{
	char day[DATE_SIZE] = "";
	date first;

	if (strlen(month) != 7)
		return false;
	strcat(strcat(day, month), "-01");
	first = date_parse(day);
	return first != DATE_NONE && p->period.from <= first && date_add_months(first, 1) - 1 <= p->at;
}

/* Each row of the measures is the same in both periods. */
static void
link_rows(struct link *l, const char *const *measures, size_t one, size_t other, bool by_month)
{
	const struct report_period *p = l->s->report->periods;
	size_t n, i;

	for (; *measures != NULL; measures++) {
		const struct tally_entry *const *run = tally_run(l->s->tally, *measures, one, l->group, &n);

		for (i = 0; i < n; i++) {
			const struct tally_key *k = &run[i]->key;

			if (by_month && (!holds_month(&p[one], k->row) || !holds_month(&p[other], k->row)))
				continue;
			link_begin(l);
			link_add(l, one, *measures, k->row, k->column, 1);
			link_add(l, other, *measures, k->row, k->column, -1);
			link_equal(l);
		}
	}
}

/* Each row of the measures, in periods[0..n) together, is that of the whole; or part of it. */
static void
link_parts(struct link *l, size_t whole, const size_t *periods, size_t n, bool all)
{
	size_t m, i, j, nrun;

	for (m = 0; flows[m] != NULL; m++) {
		const struct tally_entry *const *run = tally_run(l->s->tally, flows[m], whole, l->group, &nrun);

		for (i = 0; i < nrun; i++) {
			const struct tally_key *k = &run[i]->key;

			link_begin(l);
			link_add(l, whole, flows[m], k->row, k->column, 1);
			for (j = 0; j < n; j++)
				link_add(l, periods[j], flows[m], k->row, k->column, -1);
			if (all)
				link_equal(l);
			else
				link_rest(l);
		}
	}
}

/* Finds periods that follow on each other from `from` to the end of the whole. Returns how many, 0 when there are none. */
static size_t
chain(const struct report *r, size_t whole, date from, size_t *periods, size_t n)
{
	const struct report_period *p = r->periods;
	size_t i, found;

	if (from == p[whole].at + 1)
		return n;
	for (i = 0; i < r->nperiods; i++)
		if (i != whole && p[i].period.from == from && p[i].at >= from && p[i].at <= p[whole].at &&
		    (p[i].period.from != p[whole].period.from || p[i].at != p[whole].at)) {
			periods[n] = i;
			found = chain(r, whole, p[i].at + 1, periods, n + 1);
			if (found > 0)
				return found;
		}
	return 0;
}

void
suppression_link_periods(struct suppressed *s, const char *group)
{
	const struct report *r = s->report;
	const struct report_period *p = r->periods;
	struct link l = { .s = s, .group = group };
	size_t *periods = memory_new(r->nperiods + 1, sizeof *periods);
	size_t i, j, n;

	for (i = 0; i < r->nperiods; i++) {
		n = chain(r, i, p[i].period.from, periods, 0);
		if (n > 1)
			link_parts(&l, i, periods, n, true);
		for (j = 0; j < r->nperiods; j++) {
			if (i == j)
				continue;
			if (i < j)
				link_rows(&l, months, i, j, true);
			if (i < j && p[i].at == p[j].at)
				link_rows(&l, stocks, i, j, false);
			if (p[j].period.from >= p[i].period.from && p[j].at <= p[i].at)
				link_parts(&l, i, &j, 1, false);
			if (p[j].period.from == p[i].at + 1) {
				link_begin(&l);
				link_add(&l, i, "open", NULL, NULL, 1);
				link_add(&l, j, "start", NULL, NULL, -1);
				link_equal(&l);
			}
		}
	}
	free(periods);
	free(l.terms);
}

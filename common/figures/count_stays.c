/* SPDX-License-Identifier: ISC */
#include <stdlib.h>

#include "alloc.h"
#include "count.h"
#include "counting.h"

word_id
count_phase(const struct counting *c, const struct entry *stay)
{
	if (stay != NULL && stay->phase != NULL)
		return c->words->phases[model_phase_index(c->state->model, stay->phase)];
	return stay == NULL || entry_at(stay, FASE_FASE) == NULL ? c->words->dash :
	    c->words->unknown;
}

/*
 * For Kaplan and Meier: the days on which the period sees what ended, since and until. What has not
 * ended counter_end adds.
 */
static void
count_risk(const struct counting *c, const enum measure measures[2], word_id row, date begin,
    date end)
{
	long since = c->from > begin ? c->from - begin : 0;
	long until = end > begin ? end - begin : 0;

	if (since > until)
		return;
	count_add(c, measures[0], row, WORD_NONE, since);
	count_add(c, measures[1], row, WORD_NONE, until);
}

/* At T, and as long as it is no longer than that. */
static void
count_longer(const struct counting *c, enum measure measure, word_id row, date since, long norm)
{
	if (norm > 0 && c->at - since > norm)
		count_add(c, measure, row, WORD_NONE, 0);
	else if (norm > 0)
		count_until(c, since + (date)norm);
}

/* One that ended: by the next phase or outflow when `moved`, else by a decision not to go on. */
static void
count_stay(const struct counting *c, const struct entry *stay, date end, bool moved)
{
	word_id phase = count_phase(c, stay);
	long days = end > stay->op ? end - stay->op : 0;

	if (!count_within(c, end))
		return;
	count_add(c, MEASURE_PHASE_OUT, phase, WORD_NONE, 0);
	if (!moved)
		return;
	count_add(c, MEASURE_STAY, phase, WORD_NONE, days);
	if (stay->phase != NULL && stay->phase->norm_days > 0 && days > stay->phase->norm_days)
		count_add(c, MEASURE_STAY_OVER, phase, WORD_NONE, 0);
}

static const enum measure trajectory_risk[] = { MEASURE_TRAJECTORY_SINCE,
    MEASURE_TRAJECTORY_UNTIL };
static const enum measure stay_risk[] = { MEASURE_STAY_SINCE, MEASURE_STAY_UNTIL };

void
count_lead_time(const struct counting *c, const struct trajectory *t)
{
	count_risk(c, trajectory_risk, WORD_NONE, t->begin, t->end);
}

void
count_stays(const struct counting *c, const struct trajectory *t)
{
	const struct entry *stay = NULL, *next = count_first(c, KIND_FASE);

	if (!count_ended(c, t) && (next == NULL || c->state->last[KIND_FASE]->op < c->from))
		return;
	for (; next != NULL; stay = next, next = count_next(c, next)) {
		if (next->op < c->from)		/* so did the stay before it end */
			continue;
		if (stay != NULL) {
			count_stay(c, stay, next->op, true);
			count_risk(c, stay_risk, count_phase(c, stay), stay->op, next->op);
		}
		if (count_within(c, next->op))
			count_add(c, MEASURE_PHASE_IN, count_phase(c, next), WORD_NONE, 0);
	}
	if (stay == NULL || !count_ended(c, t))
		return;
	count_risk(c, stay_risk, count_phase(c, stay), stay->op, t->end);
	count_stay(c, stay, t->end, t->how == TRAJECTORY_UITSTROOM);
}

void
count_stay_so_far(const struct counting *c)
{
	const struct entry *stay = fold_last(c->state, KIND_FASE, true);
	word_id phase = count_phase(c, stay);
	bool known = stay != NULL && stay->phase != NULL;

	if (stay != NULL)
		count_days(c, MEASURE_PHASE_OPEN, phase, stay->op);
	if (known)
		count_longer(c, MEASURE_PHASE_OVER, phase, stay->op, stay->phase->norm_days);
	else
		count_all(c, MEASURE_PHASE_NONE, 0);
	count_add(c, MEASURE_CASELOAD, count_word(c, c->state->client, CLIENT_BEGELEIDER),
	    known ? phase : WORD_NONE, 0);
}

/* A wait that ended, with the part of it that took longer than the norm; 0 = no norm. */
static void
count_wait(const struct counting *c, enum measure measure, enum measure over, date begin, date end,
    long norm)
{
	long days = end > begin ? end - begin : 0;

	if (!count_within(c, end))
		return;
	count_all(c, measure, days);
	if (norm > 0 && days > norm)
		count_all(c, over, 0);
}

void
count_waits(const struct counting *c, const struct trajectory *t)
{
	const struct entry *e, *first = count_first(c, KIND_INTAKE);
	const struct model *m = c->state->model;
	date listed = DATE_NONE, placed = DATE_NONE;
	bool left = false;	/* the waiting list, by a placement */

	if (first == NULL || c->state->last[KIND_INTAKE]->op < c->from)
		return;
	count_wait(c, MEASURE_WAIT_INTAKE, MEASURE_WAIT_INTAKE_OVER, t->begin, first->op,
	    m->norm_intake);
	for (e = first; e != NULL; e = count_next(c, e)) {
		int besluit = entry_code(e, INTAKE_BESLUIT);

		if (besluit == INTAKE_WACHTLIJST && listed == DATE_NONE)
			listed = e->op;
		if (besluit != INTAKE_GEPLAATST)
			continue;
		if (placed == DATE_NONE)
			count_wait(c, MEASURE_WAIT_BEGIN, MEASURE_WAIT_BEGIN_OVER, t->begin, e->op,
			    m->norm_placement);
		placed = e->op;
		if (listed != DATE_NONE && !left)
			count_wait(c, MEASURE_WAIT_PLACED, MEASURE_NONE, listed, e->op, 0);
		left = left || listed != DATE_NONE;
	}
}

void
count_so_far(const struct counting *c)
{
	const struct trajectory *t = &c->state->trajectories[c->trajectory];
	date since = fold_waiting_since(c->state);

	count_all(c, MEASURE_REPORTED, 0);
	count_days(c, MEASURE_OPEN, WORD_NONE, t->begin);
	if (count_first(c, KIND_INTAKE) == NULL)
		count_days(c, MEASURE_UNSEEN, WORD_NONE, t->begin);
	if (since == DATE_NONE)
		return;
	count_days(c, MEASURE_WAITING, WORD_NONE, since);
	count_longer(c, MEASURE_WAITING_LONG, WORD_NONE, since, c->state->model->signal_waiting);
}

/* What was open at T, the period sees from its begin on up to T, if T is in it. */
static void
add_risk(struct counter *f, const struct tally_entry *open, const enum measure measures[2])
{
	const struct report_period *p = &f->report->periods[open->key.period];
	struct tally_entry since = *open, until = *open;
	struct value_count *days = alloc_new(open->ncounts, sizeof *days);

	since.key.measure = measures[0];
	since.counts = days;
	until.key.measure = measures[1];
	for (size_t i = 0; i < open->ncounts; i++) {
		date begin = p->at - (date)open->counts[i].value;

		days[i].value = p->period.from > begin ? p->period.from - begin : 0;
		days[i].n = open->counts[i].n;
	}
	if (p->period.from <= p->at) {
		tally_merge(f->tally, &since);
		tally_merge(f->tally, &until);
	}
	free(days);
}

void
counter_end(struct counter *f)
{
	size_t n;
	const struct tally_entry *const *e = tally_entries(f->tally, &n);

	for (size_t i = 0; i < n; i++)
		if (e[i]->key.measure == MEASURE_OPEN)
			add_risk(f, e[i], trajectory_risk);
		else if (e[i]->key.measure == MEASURE_PHASE_OPEN)
			add_risk(f, e[i], stay_risk);
}

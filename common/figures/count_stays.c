/* SPDX-License-Identifier: ISC */
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
 * For Kaplan and Meier: the days of a stay on which the period sees it, `end` the day on which it
 * ended, DATE_NONE while it has not.
 */
static void
count_risk(const struct counting *c, const enum measure measures[2], word_id row, date begin,
    date end)
{
	long since = c->from > begin ? c->from - begin : 0;
	long until = (end == DATE_NONE || end > c->at ? c->at : end) - begin;

	until = until > 0 ? until : 0;
	if (begin > c->at || since > until)
		return;
	count_add(c, measures[0], row, WORD_NONE, since);
	count_add(c, measures[1], row, WORD_NONE, until);
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

static void
count_open_stay(const struct counting *c, const struct entry *stay)
{
	const struct model_phase *phase = stay == NULL ? NULL : stay->phase;

	if (stay != NULL)
		count_add(c, MEASURE_PHASE_OPEN, count_phase(c, stay), WORD_NONE, c->at - stay->op);
	if (phase == NULL)
		count_all(c, MEASURE_PHASE_NONE, 0);
	else if (phase->norm_days > 0 && c->at - stay->op > phase->norm_days)
		count_add(c, MEASURE_PHASE_OVER, count_phase(c, stay), WORD_NONE, 0);
	count_add(c, MEASURE_CASELOAD, count_word(c, c->state->client, CLIENT_BEGELEIDER),
	    phase == NULL ? WORD_NONE : count_phase(c, stay), 0);
}

void
count_lead_time(const struct counting *c, const struct trajectory *t)
{
	static const enum measure all[] = { MEASURE_TRAJECTORY_SINCE, MEASURE_TRAJECTORY_UNTIL };

	count_risk(c, all, WORD_NONE, t->begin, count_ended(c, t) ? t->end : DATE_NONE);
}

void
count_stays(const struct counting *c, const struct trajectory *t)
{
	static const enum measure stays[] = { MEASURE_STAY_SINCE, MEASURE_STAY_UNTIL };
	const struct entry *stay = NULL, *next = count_first(c, KIND_FASE);
	date end = count_ended(c, t) ? t->end : DATE_NONE;

	for (; next != NULL; stay = next, next = count_next(c, next)) {
		if (next->op < c->from)		/* so did the stay before it end */
			continue;
		if (stay != NULL) {
			count_stay(c, stay, next->op, true);
			count_risk(c, stays, count_phase(c, stay), stay->op, next->op);
		}
		if (count_within(c, next->op))
			count_add(c, MEASURE_PHASE_IN, count_phase(c, next), WORD_NONE, 0);
	}
	if (stay != NULL)
		count_risk(c, stays, count_phase(c, stay), stay->op, end);
	if (end == DATE_NONE)
		count_open_stay(c, stay);
	else if (stay != NULL)
		count_stay(c, stay, end, t->how == TRAJECTORY_UITSTROOM);
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

static void
count_waiting_now(const struct counting *c, date since)
{
	long longest = c->state->model->signal_waiting;

	count_all(c, MEASURE_WAITING, c->at - since);
	if (longest > 0 && c->at - since > longest)
		count_all(c, MEASURE_WAITING_LONG, 0);
}

void
count_waiting(const struct counting *c, const struct trajectory *t)
{
	const struct entry *e, *first = count_first(c, KIND_INTAKE);
	const struct model *m = c->state->model;
	date listed = DATE_NONE, placed = DATE_NONE, since = DATE_NONE;
	bool left = false;	/* the waiting list, by a placement */

	if (first != NULL)
		count_wait(c, MEASURE_WAIT_INTAKE, MEASURE_WAIT_INTAKE_OVER, t->begin, first->op,
		    m->norm_intake);
	else if (!count_ended(c, t))
		count_all(c, MEASURE_UNSEEN, c->at - t->begin);
	for (e = first; e != NULL; e = count_next(c, e)) {
		int besluit = entry_code(e, INTAKE_BESLUIT);

		if (besluit == INTAKE_WACHTLIJST)
			since = since == DATE_NONE ? e->op : since;
		else if (entry_at(e, INTAKE_BESLUIT) != NULL)
			since = DATE_NONE;
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
	if (!count_ended(c, t) && since != DATE_NONE)
		count_waiting_now(c, since);
}

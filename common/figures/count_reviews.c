/* SPDX-License-Identifier: ISC */
#include <stdint.h>
#include <string.h>

#include "count.h"
#include "counting.h"

static void
count_marks(const struct counting *c, const struct entry *e)
{
	static const enum slot slots[] = { EVALUATIE_TEVREDENHEID, EVALUATIE_SAMENWERKING };

	for (size_t i = 0; i < sizeof slots / sizeof *slots; i++) {
		int mark = entry_code(e, slots[i]);

		if (mark < 1 || mark > 10)
			continue;
		count_add(c, MEASURE_MARK, count_value(c, count_mark_names[i]), WORD_NONE, mark);
		if (mark >= 7)
			count_add(c, MEASURE_MARK_SEVEN, count_value(c, count_mark_names[i]),
			    WORD_NONE, 0);
	}
}

/* The day by which the evaluation is due that comes after `last`, or first; NULL = none came. */
static date
due_day(const struct counting *c, const struct entry *last, const struct entry *now)
{
	const struct model *m = c->state->model;
	const struct entry *e;
	date since = last != NULL ? last->op : DATE_NONE;

	if (last != NULL && entry_day(last, EVALUATIE_VOLGENDE) != DATE_NONE)
		return entry_day(last, EVALUATIE_VOLGENDE);
	for (e = last == NULL ? count_first(c, KIND_FASE) : NULL; e != NULL;
	    e = count_next(c, e))
		if (m->evaluation_from < m->nphases && e->phase == &m->phases[m->evaluation_from]) {
			since = now == NULL || e->op <= now->op ? e->op : DATE_NONE;
			break;
		}
	return since == DATE_NONE || m->evaluation_days == 0 ? DATE_NONE :
	    since + (date)m->evaluation_days;
}

static bool
missed(const struct counting *c, const struct trajectory *t, date day)
{
	return count_within(c, day) && t->begin <= day && !(count_ended(c, t) && t->end <= day);
}

void
count_evaluations(const struct counting *c, const struct trajectory *t)
{
	const struct entry *last = NULL, *now = count_first(c, KIND_EVALUATIE);

	for (;; last = now, now = count_next(c, now)) {
		date due = due_day(c, last, now);

		if (now != NULL && count_within(c, now->op)) {
			count_all(c, MEASURE_EVALUATION, 0);
			count_marks(c, now);
			if (due != DATE_NONE && now->op <= due) {
				count_all(c, MEASURE_ON_TIME, 0);
				count_all(c, MEASURE_DUE, 0);
				count_all(c, MEASURE_DUE_KEPT, 0);
			}
		}
		if (due != DATE_NONE && (now == NULL || now->op > due) && missed(c, t, due + 1)) {
			count_all(c, MEASURE_DUE, 0);
			count_all(c, MEASURE_DUE_MISSED, 0);
		}
		if (now == NULL)
			return;
	}
}

void
count_moves(const struct counting *c)
{
	const struct entry *left = NULL, *e = count_first(c, KIND_FASE);

	if (e == NULL || c->state->last[KIND_FASE]->op < c->from)
		return;
	for (; e != NULL; left = e, e = count_next(c, e)) {
		if (left == NULL || !count_within(c, e->op))
			continue;
		count_add(c, MEASURE_MOVE, count_phase(c, left), WORD_NONE, 0);
		if (entry_at(e, FASE_AFWIJKING) != NULL)
			count_add(c, MEASURE_DEVIATION, count_phase(c, left), WORD_NONE, 0);
	}
}

/* Where in the folding order the records of the trajectory begin, and where those after it do. */
static size_t
begin_of(const struct counting *c)
{
	const struct entry *e = c->trajectory == 0 ? NULL : count_first(c, KIND_FASE);

	return e != NULL ? e->order : 0;
}

static size_t
end_of(const struct counting *c)
{
	const struct entry *e = count_first(c, KIND_FASE);

	if (e == NULL)
		e = c->counter->here[KIND_FASE];
	while (e != NULL && e->trajectory <= c->trajectory)
		e = e->next;
	return e != NULL ? e->order : SIZE_MAX;
}

void
count_switches(const struct counting *c, const struct trajectory *t)
{
	static const enum slot slots[] = { CLIENT_BEGELEIDER, CLIENT_TEAM };
	const struct fold *s = c->state;
	const struct field **was = c->counter->was;
	bool switched[2] = { false };
	size_t begin, end;

	if (s->client->latest == s->client->first || s->client->last < c->from)
		return;		/* not amended, or long ago */
	begin = begin_of(c);
	end = end_of(c);
	for (size_t *at = &c->counter->switched; *at < end && *at < s->next; ++*at) {
		size_t i = *at;
		const struct record *r = fold_record_at(s, i);
		date op = i == 0 ? DATE_NONE : r->op;

		for (size_t j = 0; r->kind == KIND_CLIENT && j < 2; j++) {
			const struct field *now = record_at(r, slots[j]);

			if (!record_has(r, slots[j]))
				continue;
			switched[j] = switched[j] || (was[j] != NULL && now != NULL && i >= begin &&
			    i < end && op > t->begin && count_within(c, op) &&
			    strcmp(was[j]->value, now->value) != 0);
			was[j] = now;
		}
	}
	for (size_t j = 0; j < 2; j++)
		if (switched[j])
			count_add(c, MEASURE_SWITCH, tally_word(c->tally, count_switch_names[j]),
			    WORD_NONE, 0);
}

/* SPDX-License-Identifier: ISC */
#include <string.h>

#include "count.h"
#include "counting.h"

const struct model_reason *
count_reason_of(const struct counting *c, const struct trajectory *t)
{
	return model_reason(c->state->model, entry_text(t->closing, UITSTROOM_REDEN));
}

/* Whether and how it counts as drop-out, in all and by the last phase. */
static void
count_dropout(const struct counting *c, const struct model_reason *reason)
{
	const struct entry *e, *last = NULL;
	word_id phase;

	for (e = count_first(c, KIND_FASE); e != NULL; e = count_next(c, e))
		last = e;
	phase = count_phase(c, last);
	count_add(c, MEASURE_PHASE_END, phase, WORD_NONE, 0);
	if (reason == NULL || reason->neutral) {
		count_all(c, reason == NULL ? MEASURE_REASON_UNKNOWN : MEASURE_NEUTRAL, 0);
		return;
	}
	count_all(c, MEASURE_JUDGED, 0);
	count_add(c, MEASURE_PHASE_JUDGED, phase, WORD_NONE, 0);
	if (strcmp(reason->national, "23") == 0)
		count_all(c, MEASURE_AGREED, 0);
	if (!reason->dropout)
		return;
	count_all(c, MEASURE_DROPOUT, 0);
	count_add(c, MEASURE_PHASE_DROPOUT, phase, WORD_NONE, 0);
}

/* The outflow by its reason, and by what the model says of that. */
static void
count_reason(const struct counting *c, const struct entry *closing,
    const struct model_reason *reason)
{
	count_add(c, MEASURE_REASON, reason != NULL ? tally_word(c->tally, reason->code) :
	    entry_at(closing, UITSTROOM_REDEN) == NULL ? c->words->dash : c->words->unknown,
	    WORD_NONE, 0);
	count_add(c, MEASURE_NATIONAL, reason == NULL ? c->words->dash :
	    c->words->nationals[reason - c->state->model->reasons], WORD_NONE, 0);
	count_dropout(c, reason);
}

/* Where to, by the values that the model gives the field; without them it is free text. */
static void
count_destination(const struct counting *c, const struct entry *closing)
{
	const struct schema_kind *k = &schema_kinds[KIND_UITSTROOM];

	if (schema_slot(k, UITSTROOM_BESTEMMING)->codes == NULL)
		return;
	count_add(c, MEASURE_DESTINATION, entry_at(closing, UITSTROOM_BESTEMMING) == NULL ?
	    c->words->dash : entry_code(closing, UITSTROOM_BESTEMMING) == FIELD_UNTYPED ?
	    c->words->unknown : count_word(c, closing, UITSTROOM_BESTEMMING), WORD_NONE, 0);
}

/* Goal attainment scaling: the last score from -2 to 2 of the goal itself. */
static void
count_gas(const struct counting *c, const struct entry *goal)
{
	int score;

	count_all(c, MEASURE_GOALS, 0);
	if (goal->scored == NULL)
		return;
	score = entry_code(goal->scored, STAND_SCORE);
	count_all(c, MEASURE_GAS, 0);
	count_add(c, MEASURE_GAS_SCORE, tally_word(c->tally, count_gas_names[score + 2]), WORD_NONE,
	    0);
	if (score >= 0)
		count_all(c, MEASURE_GAS_ZERO, 0);
}

/* What became of the goals of a trajectory that ended as such things are judged. */
static void
count_attained(const struct counting *c)
{
	const struct entry *e = count_first(c, KIND_DOEL);

	if (e == NULL)
		count_all(c, MEASURE_GOALS_NONE, 0);
	for (; e != NULL; e = count_next(c, e)) {
		count_add(c, MEASURE_GOAL, count_domain(c, entry_text(e, DOEL_LEEFGEBIED)),
		    count_stand(c, e), 0);
		count_gas(c, e);
	}
}

void
count_outflow(const struct counting *c, const struct trajectory *t)
{
	const struct model_reason *reason = count_reason_of(c, t);
	const struct entry *e;
	bool goals = false, finished = true;
	int mark = entry_code(t->closing, UITSTROOM_TEVREDENHEID);

	count_reason(c, t->closing, reason);
	count_destination(c, t->closing);
	if (mark >= 1 && mark <= 10) {
		count_all(c, MEASURE_SATISFACTION, mark);
		if (mark >= 7)
			count_all(c, MEASURE_SATISFIED, 0);
	}
	for (e = count_first(c, KIND_DOEL); e != NULL; e = count_next(c, e)) {
		goals = true;
		finished = finished && entry_finished(e);
	}
	if (goals)
		count_all(c, MEASURE_OUT_GOALS, 0);
	if (goals && finished)
		count_all(c, MEASURE_OUT_FINISHED, 0);
	if (reason == NULL || !reason->neutral)
		count_attained(c);
}

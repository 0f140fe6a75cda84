/* SPDX-License-Identifier: ISC */
#include "count.h"
#include "counting.h"

#include <string.h>

/* The score after it of the same domain, scale and trajectory, or NULL. */
static const struct score *
later(const struct fold *s, const struct score *score)
{
	const struct score *after = score->after > 0 ? &s->scores[score->after - 1] : NULL;

	return after != NULL && after->trajectory == score->trajectory ? after : NULL;
}

/* This score, or the first after it that its scale has; or NULL. */
static const struct score *
on_scale(const struct fold *s, const struct score *score)
{
	const struct model_scale *scale = score == NULL || score->scale[0] == '\0' ? NULL :
	    model_scale(s->model, score->scale);

	while (score != NULL && scale != NULL &&
	    (score->value < scale->min || score->value > scale->max))
		score = later(s, score);
	return score;
}

static bool
begins(const struct fold *s, const struct score *score)
{
	return score->before == 0 || s->scores[score->before - 1].trajectory != score->trajectory;
}

/* What is counted of scores: of all, and of the trajectories that ended apart. */
enum { MEASURED, FIRST, LATEST, UP, SAME, DOWN, PROGRESS };

static void
count_progress(const struct counting *c, const enum measure of[PROGRESS])
{
	const struct fold *s = c->state;

	for (size_t i = 0; i < s->nscores; i++) {
		const struct score *first = on_scale(s, &s->scores[i]), *latest = first, *next;
		word_id domain, scale;

		if (s->scores[i].trajectory != c->trajectory || !begins(s, &s->scores[i]) ||
		    first == NULL)
			continue;
		while ((next = on_scale(s, later(s, latest))) != NULL)
			latest = next;
		domain = count_domain(c, first->domain);
		scale = first->scale[0] == '\0' || model_scale(s->model, first->scale) != NULL ?
		    count_value(c, first->scale) : c->words->unknown;
		count_add(c, of[MEASURED], domain, scale, 0);
		if (latest == first)
			continue;
		count_add(c, of[FIRST], domain, scale, first->value);
		count_add(c, of[LATEST], domain, scale, latest->value);
		count_add(c, of[latest->value > first->value ? UP :
		    latest->value < first->value ? DOWN : SAME], domain, scale, 0);
	}
}

word_id
count_stand(const struct counting *c, const struct entry *goal)
{
	int stand = entry_stand_code(goal);

	return c->words->stands[stand == FIELD_UNTYPED ? STAND_OPEN : stand];
}

/* Whether the client asked about the domain earlier in the list. */
static bool
asked_before(const struct field *first, const struct field *f)
{
	while (first != f && strcmp(first->value, f->value) != 0)
		first = field_next(first);
	return first != f;
}

static void
count_asked(const struct counting *c)
{
	const struct field *first = entry_at(c->state->client, CLIENT_VRAAG), *f;
	const struct entry *e;

	for (f = first; f != NULL; f = field_next(f)) {
		bool goal = false, attained = false;
		word_id domain;

		if (asked_before(first, f))
			continue;
		for (e = count_here(c, c->state->first[KIND_DOEL]); e != NULL;
		    e = count_here(c, e->next))
			if (strcmp(entry_text(e, DOEL_LEEFGEBIED), f->value) == 0) {
				goal = true;
				attained = attained || entry_stand_code(e) == STAND_BEHAALD;
			}
		domain = count_domain(c, f->value);
		count_add(c, MEASURE_ASKED, domain, WORD_NONE, 0);
		if (goal)
			count_add(c, MEASURE_ASKED_GOAL, domain, WORD_NONE, 0);
		if (attained)
			count_add(c, MEASURE_ASKED_ATTAINED, domain, WORD_NONE, 0);
	}
}

void
count_goals(const struct counting *c)
{
	static const enum measure all[PROGRESS] = { MEASURE_MEASURED, MEASURE_FIRST, MEASURE_LATEST,
	    MEASURE_UP, MEASURE_SAME, MEASURE_DOWN };
	static const enum measure out[PROGRESS] = { MEASURE_OUT_MEASURED, MEASURE_OUT_FIRST,
	    MEASURE_OUT_LATEST, MEASURE_OUT_UP, MEASURE_OUT_SAME, MEASURE_OUT_DOWN };

	count_progress(c, all);
	if (count_ended(c, &c->state->trajectories[c->trajectory]))
		count_progress(c, out);
	count_asked(c);
}

/* Whether an action of the goal has a strength that the worker brings. */
static bool
brings(const struct counting *c, const struct entry *goal)
{
	const struct entry *e;

	for (e = c->state->first[KIND_WERKPUNT]; e != NULL; e = e->next)
		if (entry_at(e, WERKPUNT_INZET) != NULL &&
		    strcmp(entry_text(e, WERKPUNT_DOEL), goal->key) == 0)
			return true;
	return false;
}

void
count_open_goals(const struct counting *c)
{
	const struct entry *e;

	for (e = count_here(c, c->state->first[KIND_DOEL]); e != NULL; e = count_here(c, e->next)) {
		count_add(c, MEASURE_GOAL_OPEN, count_domain(c, entry_text(e, DOEL_LEEFGEBIED)),
		    count_stand(c, e), 0);
		count_all(c, MEASURE_GOALS_OPEN, 0);
		if (entry_at(e, DOEL_KRACHT) != NULL)
			count_all(c, MEASURE_GOALS_STRENGTH, 0);
		if (brings(c, e))
			count_all(c, MEASURE_GOALS_BRINGS, 0);
	}
}

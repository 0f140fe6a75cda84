#include "counting.h"

#include <string.h>

/* The score after it of the same domain, scale and trajectory, or NULL. */
static const struct score *
later(const struct fold *s, const struct score *score)
{
	const struct score *after = score->after > 0 ? &s->scores[score->after - 1] : NULL;

	return after != NULL && after->trajectory == score->trajectory ? after : NULL;
}

static bool
begins(const struct fold *s, const struct score *score)
{
	return score->before == 0 || s->scores[score->before - 1].trajectory != score->trajectory;
}

word_id
count_domain(const struct counting *c, const char *code)
{
	return code[0] != '\0' && model_domain(c->state->model, code) == NULL ? c->words->unknown :
	    tally_word(c->tally, code);
}

static void
count_progress(const struct counting *c)
{
	const struct fold *s = c->state;

	for (size_t i = 0; i < s->nscores; i++) {
		const struct score *first = &s->scores[i], *latest = first, *next;
		word_id domain, scale;

		if (first->trajectory != c->trajectory || !begins(s, first))
			continue;
		while ((next = later(s, latest)) != NULL)
			latest = next;
		if (latest == first)
			continue;
		domain = count_domain(c, first->domain);
		scale = first->scale[0] == '\0' || model_scale(s->model, first->scale) != NULL ?
		    tally_word(c->tally, first->scale) : c->words->unknown;
		count_add(c, MEASURE_FIRST, domain, scale, first->value);
		count_add(c, MEASURE_LATEST, domain, scale, latest->value);
		count_add(c, latest->value > first->value ? MEASURE_UP :
		    latest->value < first->value ? MEASURE_DOWN : MEASURE_SAME, domain, scale, 0);
	}
}

/* A stand that is none of ours counts as open. */
static int
stand_of(const struct entry *goal)
{
	int stand = entry_stand_code(goal);

	return stand == FIELD_UNTYPED ? STAND_OPEN : stand;
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
	const struct entry *e;

	count_progress(c);
	count_asked(c);
	for (e = count_here(c, c->state->first[KIND_DOEL]); e != NULL; e = count_here(c, e->next)) {
		word_id domain = count_domain(c, entry_text(e, DOEL_LEEFGEBIED));

		count_add(c, MEASURE_GOAL, domain, c->words->stands[stand_of(e)], 0);
		if (entry_finished(e))
			count_add(c, MEASURE_GOAL_DECIDED, domain, WORD_NONE, 0);
		if (entry_stand_code(e) == STAND_BEHAALD)
			count_add(c, MEASURE_GOAL_ATTAINED, domain, WORD_NONE, 0);
	}
}

/* SPDX-License-Identifier: ISC */
#include "count.h"
#include "counting.h"

#include <stdlib.h>
#include <string.h>

#include "alloc.h"

enum { ASKED_FEW = 16 };

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

/* Where those of the trajectory begin: they stand in the order of trajectories. */
static size_t
first_score(const struct counting *c)
{
	size_t *at = &c->counter->score;

	while (*at < c->state->nscores && c->state->scores[*at].trajectory < c->trajectory)
		++*at;
	return *at;
}

/* What is counted of scores: of all, and of the trajectories that ended apart. */
enum { MEASURED, FIRST, LATEST, UP, SAME, DOWN, PROGRESS };

static void
count_progress(const struct counting *c, const enum measure of[PROGRESS])
{
	const struct fold *s = c->state;

	for (size_t i = first_score(c); i < s->nscores && s->scores[i].trajectory == c->trajectory;
	    i++) {
		const struct score *first = &s->scores[i], *latest = first, *next;
		word_id domain, scale;

		if (!begins(s, first))
			continue;
		while ((next = later(s, latest)) != NULL)
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

void
count_scores(const struct counting *c)
{
	static const enum measure all[PROGRESS] = { MEASURE_MEASURED, MEASURE_FIRST, MEASURE_LATEST,
	    MEASURE_UP, MEASURE_SAME, MEASURE_DOWN };
	static const enum measure out[PROGRESS] = { MEASURE_OUT_MEASURED, MEASURE_OUT_FIRST,
	    MEASURE_OUT_LATEST, MEASURE_OUT_UP, MEASURE_OUT_SAME, MEASURE_OUT_DOWN };

	count_progress(c, all);
	if (count_ended(c, &c->state->trajectories[c->trajectory]))
		count_progress(c, out);
}

word_id
count_stand(const struct counting *c, const struct entry *goal)
{
	int stand = entry_stand_code(goal);

	return c->words->stands[stand == FIELD_UNTYPED ? STAND_OPEN : stand];
}

/* A domain that the client asks about. */
struct asked {
	const char *domain;
	bool goal, attained;
};

static int
by_domain(const void *a, const void *b)
{
	return strcmp(((const struct asked *)a)->domain, ((const struct asked *)b)->domain);
}

/* Those asked about, each once, in order. Returns how many. */
static size_t
list_asked(struct asked *all, const struct field *f)
{
	size_t n = 0, kept = 0;

	for (; f != NULL; f = field_next(f))
		all[n++] = (struct asked){ .domain = f->value };
	if (n > 1)
		qsort(all, n, sizeof *all, by_domain);
	for (size_t i = 0; i < n; i++)
		if (kept == 0 || by_domain(&all[kept - 1], &all[i]) != 0)
			all[kept++] = all[i];
	return kept;
}

void
count_asked(const struct counting *c)
{
	const struct field *f, *first = entry_at(c->state->client, CLIENT_VRAAG);
	struct asked few[ASKED_FEW], *all = few;
	size_t n = 0;

	for (f = first; f != NULL; f = field_next(f))
		n++;
	if (n > ASKED_FEW)
		all = alloc_new(n, sizeof *all);
	n = list_asked(all, first);
	for (const struct entry *e = n > 0 ? count_first(c, KIND_DOEL) : NULL; e != NULL;
	    e = count_next(c, e)) {
		struct asked key = { .domain = entry_text(e, DOEL_LEEFGEBIED) };
		struct asked *of = bsearch(&key, all, n, sizeof *all, by_domain);

		if (of == NULL)
			continue;
		of->goal = true;
		of->attained |= entry_stand_code(e) == STAND_BEHAALD;
	}
	for (size_t i = 0; i < n; i++) {
		word_id domain = count_domain(c, all[i].domain);

		count_add(c, MEASURE_ASKED, domain, WORD_NONE, 0);
		if (all[i].goal)
			count_add(c, MEASURE_ASKED_GOAL, domain, WORD_NONE, 0);
		if (all[i].attained)
			count_add(c, MEASURE_ASKED_ATTAINED, domain, WORD_NONE, 0);
	}
	if (all != few)
		free(all);
}

void
count_open_goals(const struct counting *c)
{
	const struct entry *e;

	for (e = count_first(c, KIND_DOEL); e != NULL; e = count_next(c, e)) {
		count_add(c, MEASURE_GOAL_OPEN, count_domain(c, entry_text(e, DOEL_LEEFGEBIED)),
		    count_stand(c, e), 0);
		count_all(c, MEASURE_GOALS_OPEN, 0);
		if (entry_at(e, DOEL_KRACHT) != NULL)
			count_all(c, MEASURE_GOALS_STRENGTH, 0);
		if (e->brings)
			count_all(c, MEASURE_GOALS_BRINGS, 0);
	}
}

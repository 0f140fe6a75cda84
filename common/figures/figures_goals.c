#include <string.h>

#include "figures.h"
#include "figures_count.h"

/* Whether an earlier score of the trajectory is of the same domain and scale. */
static bool
seen_before(const struct counting *c, size_t at)
{
	const struct score *score = &c->state->scores[at];
	size_t i;

	for (i = 0; i < at; i++) {
		const struct score *other = &c->state->scores[i];

		if (other->trajectory == c->trajectory && strcmp(other->domain, score->domain) == 0 &&
		    strcmp(other->scale, score->scale) == 0)
			return true;
	}
	return false;
}

static void
count_progress(const struct counting *c)
{
	const struct state *s = c->state;
	size_t i, j;

	for (i = 0; i < s->nscores; i++) {
		const struct score *first = &s->scores[i], *latest = first;

		if (first->trajectory != c->trajectory || seen_before(c, i))
			continue;
		for (j = i + 1; j < s->nscores; j++)
			if (s->scores[j].trajectory == c->trajectory &&
			    strcmp(s->scores[j].domain, first->domain) == 0 &&
			    strcmp(s->scores[j].scale, first->scale) == 0)
				latest = &s->scores[j];
		if (latest == first)
			continue;
		count(c, MEASURE_FIRST, first->domain, first->scale, first->value);
		count(c, MEASURE_LATEST, first->domain, first->scale, latest->value);
		count(c, latest->value > first->value ? MEASURE_UP :
		    latest->value < first->value ? MEASURE_DOWN : MEASURE_SAME, first->domain, first->scale, 0);
	}
}

/* A stand that is none of ours counts as open. */
static const char *
stand_of(const struct entry *goal)
{
	const char *stand = entry_stand(goal);
	size_t i;

	for (i = 0; figures_stands[i] != NULL; i++)
		if (strcmp(stand, figures_stands[i]) == 0)
			return figures_stands[i];
	return figures_stands[0];
}

static void
count_asked(const struct counting *c)
{
	const char *domain, *other;
	const struct entry *e;

	for (size_t i = 0; (domain = entry_next_value(c->state->client, "Vraag", &i)) != NULL; ) {
		bool goal = false, attained = false;
		size_t j = 0;

		while ((other = entry_next_value(c->state->client, "Vraag", &j)) != NULL && other != domain)
			if (strcmp(other, domain) == 0)
				break;
		if (other != domain)
			continue;
		for (j = 0; (e = count_next(c, "doel", &j)) != NULL; )
			if (strcmp(entry_value(e, "Leefgebied"), domain) == 0) {
				goal = true;
				attained = attained || strcmp(entry_stand(e), "behaald") == 0;
			}
		count(c, MEASURE_ASKED, domain, "", 0);
		if (goal)
			count(c, MEASURE_ASKED_GOAL, domain, "", 0);
		if (attained)
			count(c, MEASURE_ASKED_ATTAINED, domain, "", 0);
	}
}

void
count_goals(const struct counting *c)
{
	const struct entry *e;

	count_progress(c);
	count_asked(c);
	for (size_t i = 0; (e = count_next(c, "doel", &i)) != NULL; ) {
		const char *domain = entry_value(e, "Leefgebied");

		count(c, MEASURE_GOAL, domain, stand_of(e), 0);
		if (entry_finished(e))
			count(c, MEASURE_GOAL_DECIDED, domain, "", 0);
		if (strcmp(entry_stand(e), "behaald") == 0)
			count(c, MEASURE_GOAL_ATTAINED, domain, "", 0);
	}
}

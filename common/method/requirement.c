#include "requirement.h"

#include <string.h>

/* Whether records of the kind are those of the current trajectory only. */
static bool
by_trajectory(const char *kind)
{
	return strcmp(kind, "client") != 0 && strcmp(kind, "netwerk") != 0 &&
	    strcmp(kind, "kracht") != 0 && strcmp(kind, "leefgebied") != 0;
}

static bool
counts(const struct condition *c, const struct state *s, const struct entry *e, date since)
{
	const char *kind = c->kind->name;

	if (by_trajectory(kind) && e->trajectory != s->ntrajectories - 1)
		return false;
	if (strcmp(kind, "akkoord") == 0 && (e->superseded || strcmp(entry_value(e, "Akkoord"), "ja") != 0))
		return false;
	if (strcmp(kind, "intake") == 0 && e != state_latest(s, "intake", true))
		return false;
	return !c->since_phase || (e->last != DATE_NONE && e->last >= since);
}

static bool
about_goal(const struct state *s, const struct entry *e, const char *goal)
{
	const char *action = strcmp(e->kind_name, "stand") == 0 ? entry_value(e, "Werkpunt") : "";
	const char *value;
	size_t i = 0;

	if (action[0] != '\0') {
		const struct entry *a = state_find(s, "werkpunt", action);

		return a != NULL && strcmp(entry_value(a, "Doel"), goal) == 0;
	}
	while ((value = entry_next_value(e, "Doel", &i)) != NULL)
		if (strcmp(value, goal) == 0)
			return true;
	return false;
}

/* How much there is, in one domain or for one goal when given. */
static long
count(const struct condition *c, const struct state *s, date since, const char *domain, const char *goal)
{
	const struct entry *e;
	long n = 0;

	for (size_t i = 0; (e = state_next(s, c->kind->name, &i)) != NULL; ) {
		const char *value;

		if (!counts(c, s, e, since) ||
		    (domain != NULL && strcmp(entry_value(e, "Leefgebied"), domain) != 0) ||
		    (goal != NULL && !about_goal(s, e, goal)))
			continue;
		if (c->field == NULL) {
			n++;
			continue;
		}
		for (size_t j = 0; (value = entry_next_value(e, c->field, &j)) != NULL; )
			if (c->value == NULL || strcmp(value, c->value) == 0)
				n++;
	}
	return n;
}

static date
since_date(const struct state *s, date since)
{
	return since == DATE_NONE && s->phase != NULL ? s->phase->op : since;
}

const char *
requirement_lacks(const struct condition *c, const struct state *s, date since, size_t *i)
{
	since = since_date(s, since);
	if (c->per == PER_LEEFGEBIED)
		while (*i < s->model->ndomains) {
			const char *code = s->model->domains[(*i)++].code;
			const struct entry *e = state_find(s, "leefgebied", code);

			if (e != NULL && entry_value(e, "Nvt")[0] != '\0')
				continue;
			if (count(c, s, since, code, NULL) < c->count)
				return code;
		}
	if (c->per == PER_DOEL) {
		const struct entry *e;

		while ((e = state_next(s, "doel", i)) != NULL)
			if (e->trajectory == s->ntrajectories - 1 && !entry_finished(e) &&
			    count(c, s, since, NULL, e->key) < c->count)
				return e->key;
	}
	return NULL;
}

bool
requirement_met(const struct condition *c, const struct state *s, date since)
{
	size_t i = 0;

	if (c->per != PER_NOTHING)
		return requirement_lacks(c, s, since, &i) == NULL;
	return requirement_count(c, s, since) >= c->count;
}

long
requirement_count(const struct condition *c, const struct state *s, date since)
{
	return count(c, s, since_date(s, since), NULL, NULL);
}

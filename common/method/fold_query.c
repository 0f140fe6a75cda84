/* SPDX-License-Identifier: ISC */
#include "fold.h"

#include <string.h>

const struct trajectory *
fold_trajectory(const struct fold *s)
{
	return &s->trajectories[s->ntrajectories - 1];
}

bool
fold_closed(const struct fold *s)
{
	return fold_trajectory(s)->how != TRAJECTORY_OPEN;
}

size_t
fold_open(const struct fold *s)
{
	return fold_closed(s) ? (size_t)-1 : s->ntrajectories - 1;
}

const struct entry *
fold_last(const struct fold *s, enum kind kind, bool current)
{
	const struct entry *e = s->last[kind];

	return e != NULL && current && e->trajectory != s->ntrajectories - 1 ? NULL : e;
}

date
fold_waiting_since(const struct fold *s)
{
	date since = DATE_NONE;

	for (const struct entry *e = s->first[KIND_INTAKE]; e != NULL; e = e->next) {
		if (!fold_current(s, e))
			continue;
		if (entry_code(e, INTAKE_BESLUIT) != INTAKE_WACHTLIJST)
			since = entry_at(e, INTAKE_BESLUIT) == NULL ? since : DATE_NONE;
		else if (since == DATE_NONE)
			since = e->op;
	}
	return since;
}

bool
fold_strength_on(const struct fold *s, const char *domain)
{
	const struct entry *e = entry_there(s->first[KIND_KRACHT], s->at);

	while (e != NULL && strcmp(entry_text(e, KRACHT_LEEFGEBIED), domain) != 0)
		e = entry_there(e->next, s->at);
	return e != NULL;
}

const struct entry *
fold_keyed(const struct fold *s, enum kind kind, const char *key)
{
	return entry_table_find(&s->named, (uint32_t)kind, key, strlen(key));
}

const struct score *
fold_score(const struct fold *s, const char *domain, const char *scale, size_t trajectory, size_t i)
{
	size_t j;

	for (j = 0; j < s->nscores; j++) {
		const struct score *score = &s->scores[j];

		if (strcmp(score->domain, domain) == 0 && strcmp(score->scale, scale) == 0 &&
		    (trajectory == (size_t)-1 || score->trajectory == trajectory) && i-- == 0)
			return score;
	}
	return NULL;
}

const struct score *
fold_latest_score(const struct fold *s, const char *domain)
{
	size_t i;

	for (i = s->nscores; i > 0; i--)
		if (strcmp(s->scores[i - 1].domain, domain) == 0)
			return &s->scores[i - 1];
	return NULL;
}

/* SPDX-License-Identifier: ISC */
#include "transition.h"

#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "requirement.h"

static void
require(struct transition *t, const struct fold *s, const struct model_phase *p)
{
	size_t i;

	for (i = 0; i < p->nconditions; i++)
		if (!requirement_met(&p->conditions[i], s, NULL)) {
			t->unmet = alloc_room(t->unmet, &t->cap, t->n + 1, sizeof *t->unmet);
			t->unmet[t->n].phase = p;
			t->unmet[t->n++].condition = &p->conditions[i];
		}
}

/* What the last evaluation since the phase was entered decided, or NULL. */
static const char *
last_decision(const struct fold *s)
{
	const struct entry *e, *last = NULL;

	for (e = s->first[KIND_EVALUATIE]; e != NULL; e = e->next)
		if (fold_current(s, e) && requirement_since(s, s->phase, e))
			last = e;
	return last == NULL ? NULL : entry_text(last, EVALUATIE_BESLUIT);
}

static void
begin(struct transition *t, const struct fold *s)
{
	t->from = s->phase == NULL ? NULL : s->phase->phase;
	t->to = NULL;
	t->n = 0;
	t->obstacle = OBSTACLE_NONE;
	t->decision = t->from != NULL && t->from->nnext > 0 ? last_decision(s) : NULL;
}

static void
follow_decision(struct transition *t, const struct model *m)
{
	size_t i;

	if (t->decision == NULL) {
		t->obstacle = OBSTACLE_EVALUATION;
		return;
	}
	for (i = 0; i < t->from->nnext; i++)
		if (strcmp(t->from->next[i].besluit, t->decision) == 0) {
			t->to = &m->phases[t->from->next[i].phase];
			return;
		}
	t->obstacle = OBSTACLE_DECISION;
}

void
transition_next(struct transition *t, const struct fold *s)
{
	const struct model *m = s->model;

	begin(t, s);
	if (s->phase == NULL) {
		t->to = &m->phases[0];
		return;
	}
	if (t->from == NULL) {
		t->obstacle = OBSTACLE_UNKNOWN;
		return;
	}
	require(t, s, t->from);
	if (t->from->nnext > 0)
		follow_decision(t, m);
	else if (t->from + 1 < m->phases + m->nphases)
		t->to = t->from + 1;
	else
		t->obstacle = OBSTACLE_LAST;
}

static bool
decided(const struct transition *t, const struct model *m)
{
	size_t i;

	for (i = 0; t->decision != NULL && i < t->from->nnext; i++)
		if (strcmp(t->from->next[i].besluit, t->decision) == 0 &&
		    &m->phases[t->from->next[i].phase] == t->to)
			return true;
	return false;
}

void
transition_to(struct transition *t, const struct fold *s, const struct model_phase *to, bool reason)
{
	const struct model *m = s->model;
	const struct model_phase *p;
	bool back;

	begin(t, s);
	t->to = to;
	back = s->phase != NULL && (t->from == NULL || to <= t->from);
	if (decided(t, m) && !(back && reason)) {
		require(t, s, t->from);
	} else if (to == t->from) {
		t->obstacle = OBSTACLE_SAME;
	} else if (back) {
		if (!reason)
			t->obstacle = OBSTACLE_REASON;
	} else {
		for (p = t->from == NULL ? m->phases : t->from; p < to; p++)
			require(t, s, p);
	}
}

bool
transition_ready(const struct transition *t)
{
	return t->obstacle == OBSTACLE_NONE && t->n == 0;
}

void
transition_release(struct transition *t)
{
	struct transition empty = { 0 };

	free(t->unmet);
	*t = empty;
}

/* SPDX-License-Identifier: ISC */
#include "grouping.h"

#include <stdlib.h>
#include <string.h>

#include "alloc.h"

void
grouping_dossier(struct grouping *g, const struct dossier *d)
{
	g->dossier = d;
	g->begun = false;
	g->ndays = 0;
	arena_clear(&g->arena);
}

void
grouping_release(struct grouping *g)
{
	fold_release(&g->past);
	groups_release(&g->found);
	free(g->days);
	arena_release(&g->arena);
	g->days = NULL;
	g->ndays = g->cap = 0;
}

static date
day_of(const struct fold *now, const struct trajectory *t)
{
	return t->how != TRAJECTORY_OPEN && t->end < now->at ? t->end : now->at;
}

const struct fold *
grouping_state(struct grouping *g, const struct fold *now, const struct trajectory *t)
{
	date day = day_of(now, t);

	if (day == now->at)
		return now;
	if (!g->begun || day < g->past.at)
		fold_begin(&g->past, g->dossier, now->model, now->known);
	g->begun = true;
	return fold_to(&g->past, day) ? &g->past : NULL;
}

/* The one group of who was not registered yet. */
static void
find_none(struct grouping *g, struct text *name)
{
	for (size_t i = 0; i < g->n; i++)
		text_adds(name, i == 0 ? "-" : "\t-");
}

static void
keep(struct grouping *g, struct tally *tally, struct grouping_day *day, const char *name)
{
	day->names[day->n++] = arena_copy(&g->arena, name, strlen(name));
	day->words[day->nwords++] = tally_word(tally, name);
}

static void
keep_all(struct grouping *g, struct tally *tally, struct grouping_day *day)
{
	struct text name = { 0 };

	if (g->n > 0) {
		group_write_all(&name, g->n);
		day->words[day->nwords++] = tally_word(tally, name.at);
	}
	text_release(&name);
}

const struct grouping_day *
grouping_of(struct grouping *g, struct tally *tally, const struct fold *now,
    const struct trajectory *t)
{
	date at = g->n == 0 ? DATE_NONE : day_of(now, t);
	const struct fold *then = now;
	struct grouping_day *day;
	struct text none = { 0 };
	size_t i;

	for (i = 0; i < g->ndays; i++)
		if (g->days[i].at == at)
			return &g->days[i];
	g->days = alloc_room(g->days, &g->cap, g->ndays + 1, sizeof *g->days);
	day = &g->days[g->ndays++];
	*day = (struct grouping_day){ .at = at };
	if (g->n > 0 && (then = grouping_state(g, now, t)) != NULL)
		groups_find(&g->found, then, g->by, g->n);
	else
		find_none(g, &none);
	i = g->n > 0 && then != NULL ? g->found.n : 1;
	day->names = arena_room(&g->arena, i * sizeof *day->names);
	day->words = arena_room(&g->arena, (i + 1) * sizeof *day->words);
	if (g->n == 0 || then == NULL)
		keep(g, tally, day, text_string(&none));
	else
		for (i = 0; i < g->found.n; i++)
			keep(g, tally, day, g->found.at[i]);
	keep_all(g, tally, day);
	text_release(&none);
	return day;
}

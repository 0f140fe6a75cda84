/* SPDX-License-Identifier: ISC */
#include "goals.h"

#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "entry_table.h"
#include "wording.h"

/* Priority is 1 to 99; a goal without one comes after those. */
enum { NO_PRIORITY = 100 };

static int
priority(const struct entry *e)
{
	int n = entry_code(e, DOEL_PRIORITEIT);

	return n != FIELD_UNTYPED ? n : NO_PRIORITY;
}

/* The number in d12. */
static long
number(const struct entry *e)
{
	return strtol(e->key + strcspn(e->key, "0123456789"), NULL, 10);
}

static int
compare(const void *a, const void *b)
{
	const struct entry *x = *(const struct entry *const *)a,
	    *y = *(const struct entry *const *)b;

	if (entry_finished(x) != entry_finished(y))
		return entry_finished(x) ? 1 : -1;
	if (!entry_finished(x) && priority(x) != priority(y))
		return priority(x) < priority(y) ? -1 : 1;
	if (number(x) != number(y))
		return number(x) < number(y) ? -1 : 1;
	return strcmp(x->key, y->key);
}

/* A goal in the making of the order; NONE is no goal. */
struct node {
	const struct entry *goal;	/* NULL once it is placed */
	size_t parent, first, next;	/* what it is under, the first under it, the next beside */
};

static const size_t NONE = (size_t)-1;

/* Moves a goal to the end of `to`, and behind it what is under it. */
static void
place(struct goals *to, struct node *nodes, size_t i)
{
	size_t at = i, child;

	if (nodes[i].goal == NULL)
		return;
	for (child = i; at != NONE;) {
		if (child != NONE && nodes[child].goal != NULL) {
			to->at[to->n++] = nodes[child].goal;
			nodes[child].goal = NULL;
			at = child;
		}
		/* The next one under it, or back to what it is under. */
		child = nodes[at].first;
		if (child != NONE)
			nodes[at].first = nodes[child].next;
		else
			at = at == i ? NONE : nodes[at].parent;
	}
}

/*
 * Places goals in order: those that are under none of them first, then what a circle of parents
 * left over.
 */
static void
place_all(struct goals *to, const struct entry *const *sorted, size_t n)
{
	struct node *nodes = alloc_new(n, sizeof *nodes);
	struct entry_table by_key = { 0 };

	for (size_t i = 0; i < n; i++) {
		nodes[i] = (struct node){ sorted[i], NONE, NONE, NONE };
		*entry_table_at(&by_key, 0, sorted[i]->key, strlen(sorted[i]->key)) = &nodes[i];
	}
	for (size_t i = n; i-- > 0;) {
		const char *name = entry_text(sorted[i], DOEL_ONDER);
		struct node *parent = entry_table_find(&by_key, 0, name, strlen(name));

		if (parent == NULL)
			continue;
		nodes[i].parent = (size_t)(parent - nodes);
		nodes[i].next = parent->first;
		parent->first = i;
	}
	for (size_t i = 0; i < n; i++)
		if (nodes[i].parent == NONE)
			place(to, nodes, i);
	for (size_t i = 0; i < n; i++)
		place(to, nodes, i);
	entry_table_release(&by_key);
	free(nodes);
}

/* By goal, then as they were made: so entries stand in a fold. */
static int
by_goal(const void *a, const void *b)
{
	const struct entry *x = *(const struct entry *const *)a,
	    *y = *(const struct entry *const *)b;
	int c = strcmp(entry_text(x, WERKPUNT_DOEL), entry_text(y, WERKPUNT_DOEL));

	return c != 0 ? c : (x > y) - (x < y);
}

static void
read_actions(struct goals *g, const struct fold *s)
{
	g->actions = alloc_new(s->n, sizeof *g->actions);
	for (const struct entry *e = s->first[KIND_WERKPUNT]; e != NULL; e = e->next)
		g->actions[g->nactions++] = e;
	if (g->nactions > 0)
		qsort(g->actions, g->nactions, sizeof *g->actions, by_goal);
}

void
goals_read(struct goals *g, const struct fold *s)
{
	const struct entry **sorted = alloc_new(s->n, sizeof *sorted), *e;
	size_t n = 0;

	*g = (struct goals){ .at = alloc_new(s->n, sizeof *g->at) };
	read_actions(g, s);
	for (e = s->first[KIND_DOEL]; e != NULL; e = e->next)
		if (fold_current(s, e))
			sorted[n++] = e;
	if (n != 0)
		qsort(sorted, n, sizeof *sorted, compare);
	while (g->open < n && !entry_finished(sorted[g->open]))
		g->open++;
	place_all(g, sorted, g->open);
	place_all(g, sorted + g->open, n - g->open);
	free(sorted);
}

void
goals_release(struct goals *g)
{
	free(g->at);
	free(g->actions);
	*g = (struct goals){ 0 };
}

const struct entry *
goals_next_action(const struct goals *g, const char *goal, const struct entry *after)
{
	size_t low = 0, high = g->nactions;

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		const struct entry *e = g->actions[middle];
		int c = strcmp(entry_text(e, WERKPUNT_DOEL), goal);

		if (c < 0 || (c == 0 && after != NULL && e <= after))
			low = middle + 1;
		else
			high = middle;
	}
	return low < g->nactions &&
	    strcmp(entry_text(g->actions[low], WERKPUNT_DOEL), goal) == 0 ? g->actions[low] : NULL;
}

void
goals_stand(struct text *to, const struct entry *e, enum lang lang)
{
	bool finished = entry_finished(e);
	char day[LABEL_DATE_SIZE];
	int score;

	text_adds(to, label_code(lang, entry_stand(e)));
	if (e->stand == NULL)
		return;
	text_addf(to, " %s %s", label(lang, finished ? "on" : "since"),
	    label_date(lang, e->stand->op, day));
	score = entry_code(e->stand, STAND_SCORE);
	if (*wording_attainment(score, lang) != '\0')
		text_addf(to, ", %s: %s", label(lang, finished ? "result" : "result so far"),
		    wording_attainment(score, lang));
}

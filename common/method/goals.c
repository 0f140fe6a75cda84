#include "goals.h"

#include <stdlib.h>
#include <string.h>

#include "alloc.h"

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

/* Whether `child` is named as under `parent`. */
static bool
under(const struct entry *child, const struct entry *parent)
{
	return strcmp(entry_text(child, DOEL_ONDER), parent->key) == 0;
}

/* Moves sorted[i] to the end of `to`, and behind it what is under it. */
static void
place(struct goals *to, const struct entry **sorted, size_t from, size_t till, size_t i)
{
	const struct entry *e = sorted[i];

	if (e == NULL)
		return;
	sorted[i] = NULL;
	to->at[to->n++] = e;
	for (size_t k = from; k < till; k++)
		if (sorted[k] != NULL && under(sorted[k], e))
			place(to, sorted, from, till, k);
}

/*
 * Places sorted[from..till): those that are under none of them first, then what a circle of parents
 * left over.
 */
static void
row_apply_all(struct goals *to, const struct entry **sorted, const struct entry *const *all,
    size_t from, size_t till)
{
	for (size_t i = from; i < till; i++) {
		bool child = false;

		for (size_t k = from; k < till; k++)
			child = child || under(all[i], all[k]);
		if (!child)
			place(to, sorted, from, till, i);
	}
	for (size_t i = from; i < till; i++)
		place(to, sorted, from, till, i);
}

void
goals_read(struct goals *g, const struct fold *s)
{
	const struct entry **sorted = alloc_new(s->n, sizeof *sorted),
	    **all = alloc_new(s->n, sizeof *all), *e;
	size_t n = 0;

	*g = (struct goals){ alloc_new(s->n, sizeof *g->at), 0, 0 };
	for (e = s->first[KIND_DOEL]; e != NULL; e = e->next)
		if (fold_current(s, e))
			sorted[n++] = e;
	if (n != 0) {
		qsort(sorted, n, sizeof *sorted, compare);
		memcpy(all, sorted, n * sizeof *all);
	}
	while (g->open < n && !entry_finished(sorted[g->open]))
		g->open++;
	row_apply_all(g, sorted, all, 0, g->open);
	row_apply_all(g, sorted, all, g->open, n);
	free(sorted);
	free(all);
}

void
goals_release(struct goals *g)
{
	free(g->at);
	*g = (struct goals){ 0 };
}

const struct entry *
goals_next_action(const struct fold *s, const char *goal, const struct entry *after)
{
	const struct entry *e = after == NULL ? s->first[KIND_WERKPUNT] : after->next;

	while (e != NULL && strcmp(entry_text(e, WERKPUNT_DOEL), goal) != 0)
		e = e->next;
	return e;
}

/* What a GAS score says: -2 "much less than expected" ... 2; "" outside. */
static const char *
goals_attainment(long score, enum lang lang)
{
	static const char *const words[] = { "much less than expected", "less than expected",
	    "as expected",
		"better than expected", "much better than expected" };

	return score >= -2 && score <= 2 ? label(lang, words[score + 2]) : "";
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
	if (*goals_attainment(score, lang) != '\0')
		text_addf(to, ", %s: %s", label(lang, finished ? "result" : "result so far"),
		    goals_attainment(score, lang));
}

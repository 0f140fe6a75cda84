/* SPDX-License-Identifier: ISC */
#include "journey_track.h"

#include <stdlib.h>
#include <string.h>

#include "alloc.h"

enum {
	ROW = 44,		/* height of a row, with few of them */
	ROWS_HEIGHT = 232,
	ROW_LEAST = 19,
	STAY_LEAST = 18,	/* width of a stay of no days, where there is room */
	STAY_FOLDED = 10,	/* with less than this for each stay, old years are folded */
	FOLD = 52,		/* width of what is folded */
	DAY_MOST = 3,		/* a day is never wider while the journey goes on: a short one
				   leaves the road ahead open */
	DAY_MOST_CLOSED = 6,
	HERE = 16,		/* more for the stay that goes on, where the walker stands */
	BETWEEN = 58,		/* from the end of a trajectory to the begin of the next */
	BETWEEN_LEAST = 6,
	AHEAD = 84
};

static void
add_knot(struct journey_track *t, date day, int x)
{
	if (t->nknots > 0 && day < t->knots[t->nknots - 1].day)
		day = t->knots[t->nknots - 1].day;
	t->knots[t->nknots].day = day;
	t->knots[t->nknots++].x = x;
}

static int
year_of(date day)
{
	int year, month, dom;

	date_split(day, &year, &month, &dom);
	return year;
}

/* How many trajectories end between stay `from` and the last one. */
static int
ends_from(const struct journey *j, size_t from)
{
	int n = 0;

	for (size_t i = from; i + 1 < j->n; i++)
		n += j->stays[i].last;
	return n;
}

/* Whether the stays from that one on have room enough beside what is folded. */
static bool
has_room(const struct journey *j, size_t from, double room)
{
	return (from > 0 ? FOLD : 0) + BETWEEN * ends_from(j, from) +
	    STAY_FOLDED * (double)(j->n - from) <= room;
}

/* Folds whole years, as few as leave the others room, never the last one. */
static void
fold_years(struct journey_track *t, double room)
{
	const struct journey *j = t->journey;

	while (!has_room(j, t->folded, room)) {
		size_t next = t->folded + 1;

		while (next < j->n &&
		    year_of(j->stays[next].from) == year_of(j->stays[next - 1].from))
			next++;
		if (next >= j->n)
			break;
		t->folded = next;
	}
}

/* Shares the width out: each stay its least room, the rest by days. */
static void
place_stays(struct journey_track *t)
{
	const struct journey *j = t->journey;
	const struct fold *s = j->state;
	double least, most, per_day, between, x = t->left, room = t->right - t->left;
	long days = 0;
	size_t i, n;
	int ends;

	room -= fold_closed(s) ? BETWEEN : HERE;
	fold_years(t, room);
	n = j->n - t->folded;
	ends = ends_from(j, t->folded);
	between = ends == 0 ? 0 : room / 2 / ends;
	between = between > BETWEEN ? BETWEEN : between < BETWEEN_LEAST ? BETWEEN_LEAST : between;
	room -= between * ends;
	for (i = t->folded; i < j->n; i++)
		days += j->stays[i].to - j->stays[i].from;
	for (i = 0; i < t->folded; i++) {
		t->from[i] = (int)x;
		t->to[i] = (int)x + FOLD - STAY_LEAST;
		add_knot(t, j->stays[i].from, t->from[i]);
	}
	if (t->folded > 0) {
		x += FOLD;
		room -= FOLD;
	}
	t->unfolded = (int)(x + 0.5);
	least = room * 0.7 / (double)(n + 1);
	if (least > STAY_LEAST)
		least = STAY_LEAST;
	per_day = days == 0 ? 0 : (room - least * (double)n) / (double)days;
	most = fold_closed(s) ? DAY_MOST_CLOSED : DAY_MOST;
	if (per_day > most)
		per_day = most;
	for (i = t->folded; i < j->n; i++) {
		const struct journey_stay *stay = &j->stays[i];

		if (i > t->folded && stay->trajectory != j->stays[i - 1].trajectory)
			x += between;
		t->from[i] = (int)(x + 0.5);
		add_knot(t, stay->from, t->from[i]);
		x += least + per_day * (stay->to - stay->from);
		if (i + 1 == j->n && !fold_closed(s))
			x += HERE;
		t->to[i] = (int)(x + 0.5);
		if (stay->last)
			add_knot(t, stay->to, t->to[i]);
	}
	if (fold_closed(s))
		x += BETWEEN;
	t->right = (int)(x + 0.5);
}

void
journey_track_begin(struct journey_track *t, const struct journey *j, int left, int end, int top)
{
	int height;

	memset(t, 0, sizeof *t);
	t->journey = j;
	t->rows = j->state->model->nphases + j->strange;
	height = (int)(ROWS_HEIGHT / t->rows);
	if (height > ROW)
		height = ROW;
	if (height < ROW_LEAST)
		height = ROW_LEAST;
	t->left = left + STAY_LEAST;
	t->end = end;
	t->right = fold_closed(j->state) ? end : end - AHEAD;
	t->top = top;
	t->bottom = top + height * (int)t->rows;
	t->from = alloc_new(j->n + 1, sizeof *t->from);
	t->to = alloc_new(j->n + 1, sizeof *t->to);
	t->knots = alloc_new(2 * j->n + 1, sizeof *t->knots);
	place_stays(t);
	if (t->nknots == 0)
		add_knot(t, j->state->trajectories[0].begin, t->left);
	t->ahead = fold_closed(j->state) ? end : t->right + STAY_LEAST;
}

void
journey_track_release(struct journey_track *t)
{
	free(t->from);
	free(t->to);
	free(t->knots);
	memset(t, 0, sizeof *t);
}

int
journey_track_x(const struct journey_track *t, date day)
{
	size_t i = 0, end = t->nknots;
	const struct journey_knot *a, *b;

	while (i < end) {	/* the first one after the day */
		size_t middle = i + (end - i) / 2;

		if (t->knots[middle].day <= day)
			i = middle + 1;
		else
			end = middle;
	}
	if (i == 0)
		return t->knots[0].x;
	if (i == t->nknots)
		return t->knots[i - 1].x;
	a = &t->knots[i - 1];
	b = &t->knots[i];
	return a->x + (int)((double)(b->x - a->x) * (day - a->day) / (b->day - a->day));
}

int
journey_track_y(const struct journey_track *t, size_t row)
{
	int height = (t->bottom - t->top) / (int)t->rows;

	if (row == t->journey->state->model->nphases)
		row = t->rows - 1;
	return t->bottom - height * (int)row - height / 2;
}

/* SPDX-License-Identifier: ISC */
#ifndef FASEN_GOALS_H
#define FASEN_GOALS_H

#include <stdbool.h>
#include <stddef.h>

#include "fold.h"
#include "label.h"
#include "text.h"

/*
 * The goals of the current trajectory in the order of a plan: unfinished ones first, by priority,
 * then by number; finished ones by number. A goal under another comes right behind it.
 */
struct goals {
	const struct entry **at;
	size_t n;
	size_t open;		/* how many of them are unfinished: the first ones */
	const struct entry **actions;	/* all, also of other trajectories, by goal */
	size_t nactions;
};

void goals_read(struct goals *, const struct fold *);
void goals_release(struct goals *);

/* The action of a goal that comes behind `after` (NULL: the first), as they were made; or NULL. */
const struct entry *goals_next_action(const struct goals *, const char *goal,
    const struct entry *after);

/*
 * Adds the stand of a goal or action in words: "in progress since 11 June 2026, result so far:
 * better than expected". Without a stand: "not begun yet".
 */
void goals_stand(struct text *to, const struct entry *, enum lang);

#endif

#ifndef FASEN_FIGURES_COUNT_H
#define FASEN_FIGURES_COUNT_H

#include <stdbool.h>

#include "state.h"
#include "tally.h"

/* One trajectory being counted for one period and group; shared by the files of figures only. */
struct counting {
	struct tally *tally;
	const struct state *state;
	size_t trajectory;	/* index */
	size_t period;
	const char *group;
	date from, at;		/* the period up to its T */
};

void count(const struct counting *, enum measure, const char *row, const char *column, long value);
bool count_within(const struct counting *, date);
bool count_ended(const struct counting *, const struct trajectory *);
const char *count_or_none(const char *value);

/* The next entry of the kind in the trajectory. */
const struct entry *count_next(const struct counting *, const char *kind, size_t *i);

/* Scores, domains asked about, goals; of an open trajectory the principles and what is lacking. */
void count_goals(const struct counting *);
void count_principles(const struct counting *);
void count_quality(const struct counting *);

#endif

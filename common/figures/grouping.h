/* SPDX-License-Identifier: ISC */
#ifndef FASEN_GROUPING_H
#define FASEN_GROUPING_H

#include "arena.h"
#include "fold.h"
#include "group.h"
#include "tally.h"

/*
 * In which groups a trajectory of a dossier counts: those of the end of the day on which it ended,
 * or of the day of the report when it is open then. fasen-report(1), "Groups".
 */
struct grouping {
	const struct group_by *by;
	size_t n;
	const struct dossier *dossier;
	struct fold past;		/* the dossier on an earlier day */
	bool begun;
	struct groups found;
	struct grouping_day *days;	/* what was found of this dossier */
	size_t ndays, cap;
	struct arena arena;
};

struct grouping_day {
	date at;
	const char **names;		/* group_write's form */
	word_id *words;			/* the same as numbers of the tally; where there are
					   groups the one of all behind them */
	size_t n, nwords;
};

/* Begin with all zeroes and `by` and `n` set, then with each dossier; release at the end. */
void grouping_dossier(struct grouping *, const struct dossier *);
void grouping_release(struct grouping *);

/* The state at the end of the trajectory's day; NULL when the client was not registered then. */
const struct fold *grouping_state(struct grouping *, const struct fold *now,
    const struct trajectory *);

/* The groups of the trajectory: until the next dossier; the pointer itself until the next call. */
const struct grouping_day *grouping_of(struct grouping *, struct tally *, const struct fold *now,
    const struct trajectory *);

#endif

#ifndef FASEN_FIGURES_H
#define FASEN_FIGURES_H

#include "dossier.h"
#include "report.h"
#include "roster.h"
#include "state.h"
#include "tally.h"

/*
 * What one dossier adds to a report, for each of its periods and groups: fasen-report(1),
 * "DEFINITIONS"; the measures are in measures.def. A worker, team, reason or phase that is empty
 * is "-"; an empty domain is "".
 */
struct figures {
	const struct report *report;
	struct tally *tally;
	struct state state;
};

/* Counts the dossier; a roster, when not NULL, gets its rows, under `id`. */
void figures_count(struct figures *, const struct dossier *, struct roster *, const char *id);

/* The same for one period and group: the state is folded at the period's date. */
void figures_count_state(struct tally *, const struct report *, const struct state *, size_t period,
    const char *group);

void figures_release(struct figures *);

/* The principles in the order of the report, up to NULL. */
extern const char *const figures_principles[];

/* The stands of a goal in the order of the report, up to NULL. */
extern const char *const figures_stands[];

#endif

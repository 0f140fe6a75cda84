/* SPDX-License-Identifier: ISC */
#ifndef FASEN_COUNT_H
#define FASEN_COUNT_H

#include "dossier.h"
#include "fold.h"
#include "grouping.h"
#include "indications.h"
#include "report.h"
#include "roster.h"
#include "signals.h"
#include "tally.h"

/*
 * What one dossier adds to a report, for each of its periods and groups: fasen-report(1),
 * "DEFINITIONS"; the measures are in measures.def. A worker, team, reason or phase that is empty
 * is "-"; an empty domain is "".
 *
 * Begin with report and tally set and all else zeroes, then count_dossier for each dossier,
 * counter_end before the tally is looked at, and counter_release. The report and its model stay as
 * they are meanwhile.
 */
struct counter {
	const struct report *report;
	struct tally *tally;
	bool parts;			/* of the periods before too all there is, for a part */
	struct fold state;
	struct signals signals;
	struct grouping grouping;
	struct indications indications;
	struct count_order *order;	/* the periods by their T, so that a dossier is folded
					   once */
	struct count_words *words;	/* of the model, as numbers of the tally */
	const struct entry *here[KINDS];	/* where the trajectory's entries of a kind begin,
						   or earlier; NULL = not looked for */
	size_t score;			/* and its scores */
	size_t switched;		/* the records in which switches were looked for */
	const struct field *was[2];	/* who they say it was, last */
	uint32_t fresh;			/* kinds folded since what is kept was counted */
	size_t current;			/* the open trajectory of which is kept: */
	struct count_kept *kept;
	struct count_lacks *lacks;
};

/* Counts the dossier; a roster, when not NULL, gets its rows, under `id`. */
void count_dossier(struct counter *, const struct dossier *, struct roster *, const char *id);

/* Adds what follows from what was counted of all of them. */
void counter_end(struct counter *);

void counter_release(struct counter *);

/* The row of kwaliteit for scores that their scale does not have. */
#define COUNT_OFF_SCALE "leefgebied.Score: schaal"

/* The rows of other tables, in their order. */
extern const char *const count_gas_names[5];	/* -2 to 2 */
extern const char *const count_mark_names[2];	/* of an evaluation */
extern const char *const count_switch_names[2];

#endif

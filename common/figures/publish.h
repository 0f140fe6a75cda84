/* SPDX-License-Identifier: ISC */
#ifndef FASEN_PUBLISH_H
#define FASEN_PUBLISH_H

#include <stdbool.h>
#include <stddef.h>

#include "figure.h"
#include "report.h"
#include "tally.h"
#include "text.h"

/*
 * Statistics that may leave the house, --min-cell=N: fasen-report(1), "Publishing". What is shown
 * of a figure follows from itself and the persons behind it, whatever the other figures are.
 */

/* How many persons an x may stand for at most: as many as round to N. */
long publish_most(long min_cell);

/* What is shown of a number of dossiers; min_cell may be 0. */
struct cell publish_dossiers(long n, long min_cell);

/* What is shown of the figure; min_cell is not 0. Never empty: an x may be nothing. */
struct cell publish_figure(const struct figure *, long min_cell);

/*
 * Whether the group has no rows for the period, for too few persons are reported on. Never when
 * the report is not published.
 */
bool publish_withholds(const struct report *, struct tally *, size_t period,
    const char *group);

/* How many groups have no rows, counted for each period that is asked for. */
size_t publish_withheld(const struct report *, struct tally *);

/*
 * Readies the periods and groups asked for to be published: a period before that shares days with
 * another is no longer compared with. Returns false with the reason, in the reader's language,
 * when they cannot be.
 */
bool publish_ready(struct report *, struct text *why);

#endif

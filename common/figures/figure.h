/* SPDX-License-Identifier: ISC */
#ifndef FASEN_FIGURE_H
#define FASEN_FIGURE_H

#include <stdbool.h>
#include <stddef.h>

#include "arena.h"
#include "result_table.h"
#include "tally.h"

/* A figure of a report: what is counted or measured, and the cell that says it. */

/* Some entries of a tally taken together, with who is behind them. */
struct quantity {
	const struct tally_entry **at;
	size_t n;
	long total;		/* of all their values */
	long persons;		/* where the measure keeps them */
	bool part;		/* it is a part of a whole (measures.def) */
	long outside;		/* persons with something in the rest of that */
};

enum figure_kind {
	FIGURE_COUNT,		/* how many */
	FIGURE_SHARE,		/* `of` out of `out_of` */
	FIGURE_MEAN, FIGURE_MEDIAN, FIGURE_P90, FIGURE_MAXIMUM,	/* of the values */
	FIGURE_EXPECTED		/* the median of Kaplan and Meier */
};

struct figure {
	enum figure_kind kind;
	struct quantity of, out_of;	/* of FIGURE_EXPECTED: stays that ended; all, since a day */
	struct quantity until;		/* and until a day */
};

/* The entries of a measure with that row and column; NULL = all of them. In the arena. */
struct quantity quantity_of(struct tally *, struct arena *, enum measure, size_t period,
    const char *group, const char *row, const char *column);

/*
 * The figure's value; empty when it is a share or a statistic of nothing. Percentages in tenths and
 * means in hundredths are rounded half away from zero; the median and the 90th percentile
 * are the ceil(p n)-th value (nearest rank).
 */
struct cell figure_cell(const struct figure *);

/*
 * The first day at which the product of (1 - ended / at risk) over the days at which a stay ended
 * is a half or less, to within 1e-9: Kaplan and Meier, Nonparametric estimation from incomplete
 * observations (1958), with stays that are seen from a later day on than their first. False when it
 * stays above, or when fewer than five were at risk on such a day.
 */
bool figure_expected(const struct figure *, long *days);

/* The sum of its values. */
long quantity_sum(const struct quantity *);

/* a / b rounded half away from zero; b > 0. */
long figure_round(long a, long b);

/* Who is told of each figure as it is put in its cell. */
struct figure_eye {
	void *context;
	/* The figure of a cell; `row` names it: the values of the label columns. */
	void (*see)(void *context, const struct result_table *, const struct cell *row,
	    const struct column *, const struct figure *);
};

#endif

/* SPDX-License-Identifier: ISC */
#ifndef FASEN_OVERVIEW_H
#define FASEN_OVERVIEW_H

#include "report.h"
#include "result_table.h"
#include "text.h"

/* The view overzicht as a sheet of paper: one for each period and group. */

struct overview_sheet {
	size_t from, to;		/* rows of table overzicht; to is behind the last */
	const char *title;		/* with period and groups */
	const char *period, *before;	/* the period, and what stands above the one before */
	bool course;			/* there are eight quarters: */
	struct period quarter[PERIOD_QUARTERS];
	const char *words;		/* what the figures stand beside, in words */
	struct text titled, worded;
};

/*
 * The sheet behind the one at hand; false at the end. Begin with zeroes, and end with
 * overview_end.
 */
bool overview_next(const struct result_table *, const struct report *, struct overview_sheet *);
void overview_end(struct overview_sheet *);

const struct result_table *overview_table(const struct result_tables *, const char *view);

/* Whether two rows, also of two tables, are of one sheet. */
bool overview_same(const struct report *, const struct result_row *, const struct result_row *);

/* What stands before a change: which way it went. */
const char *overview_change(const struct cell *);

/* Adds all of them as parts of a page. */
void overview_html(const struct result_tables *, const struct report *, struct text *to);

/* The rules of its style. */
void overview_style(struct text *to);

#endif

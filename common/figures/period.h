/* SPDX-License-Identifier: ISC */
#ifndef FASEN_PERIOD_H
#define FASEN_PERIOD_H

#include <stdbool.h>
#include <stddef.h>

#include "date.h"

/* The days from..to, both in it. `from` may be DATE_NONE: from the beginning. */
struct period {
	date from, to;
	char name[32];		/* as a column heading: 2026-Q3, 2026-09-01..2026-09-15,
				   ..2026-11-01 */
};

/*
 * Reads 2026, 2026-H1, 2026-Q3, 2026-09, 2026-W14 (ISO 8601 week); this-year, -half, -quarter,
 * -month or -week, the one that `today` is in; last-year and so on, the one before it. The name of
 * these is that of the year itself. Returns false for anything else.
 */
bool period_parse(const char *s, date today, struct period *);

/* What this- and last- may be said of, year and so on: the i-th, or NULL. */
const char *period_word(size_t i);

/* The period of two dates, named after them; and whether it is one. */
struct period period_of(date from, date to);
bool period_dated(const struct period *);

/* The last quarters that are over at the end of that day, the oldest first; returns how many. */
enum { PERIOD_QUARTERS = 8 };
size_t period_quarters(date, struct period[PERIOD_QUARTERS]);

/*
 * The period before: the year, half, quarter, month or week before; else as many days just
 * before it. A period without beginning has none: false.
 */
bool period_before(const struct period *, struct period *before);

#endif

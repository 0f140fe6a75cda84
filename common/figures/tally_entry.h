/* SPDX-License-Identifier: ISC */
#ifndef FASEN_TALLY_ENTRY_H
#define FASEN_TALLY_ENTRY_H

#include <stddef.h>

#include "histogram.h"
#include "measure.h"

/* What a tally (tally.h) says of one key. */

enum { OVER_ROWS = 1, OVER_COLUMNS = 2 };

struct tally_key {
	enum measure measure;
	size_t period;
	const char *group;	/* group_write's form; "" without --group */
	const char *row, *column;	/* what is counted: a phase, a worker and a phase; "" =
					   not divided */
	unsigned over;		/* sum over all rows, columns, then "": of persons, no values */
};

/* How one key was counted: a view of it, made when asked for. */
struct tally_entry {
	struct tally_key key;
	const struct value_count *counts;	/* by value, from the least */
	size_t ncounts;
	long n;			/* of all values together */
	long persons;		/* with one or more; 0 where the measure does not keep them */
	long alone;		/* of these, those with nothing in the rest of the whole */
	const struct tally_entry *whole;	/* what it is a part of, or NULL */
	struct value_count zeroes;		/* all of it, where each value was 0 */
};

/* More than this is not counted. A thousand times it is a long still: a figure takes no more. */
#define TALLY_MOST 9000000000000000L

/* The order of keys; `row` and `column` by bytes. */
int tally_key_compare(const struct tally_key *, const struct tally_key *);

#endif

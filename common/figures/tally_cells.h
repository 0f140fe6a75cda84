/* SPDX-License-Identifier: ISC */
#ifndef FASEN_TALLY_CELLS_H
#define FASEN_TALLY_CELLS_H

#include "arena.h"
#include "tally_entry.h"
#include "word_table.h"

/* How a tally is kept: of tally.c, which counts, and tally_shown.c, which shows it. */

/* A key in numbers, the period aside: what is looked up. */
struct tally_numbers {
	uint16_t measure, over;
	word_id group, row, column;
};

/* What was counted in one period. */
struct tally_part {
	long n;			/* of value 0, but those among the cell's values */
	uint32_t person;	/* who was counted last, where it is kept who is: PERSON_FIRST or
				   higher */
	uint32_t mine;		/* how often that one was */
};

enum {
	PERSON_NONE,
	PERSON_NOBODY,		/* it is there as what another is a part of */
	PERSON_FIRST
};

/* Who is behind a cell, and what it is tied to. */
struct tally_behind {
	struct tally_persons {
		long n, alone;
	} *persons;			/* by period; NULL: it does not keep them */
	struct tally_cell *whole;	/* what it is a part of, or NULL */
	struct tally_cell *sums[3];	/* what it adds persons to */
	unsigned nsums;
};

/*
 * The periods of a key stand beside each other, for a dossier is counted in one after another, and
 * mostly under the same keys: one look-up and a few lines of the cache for all of them.
 */
struct tally_cell {
	struct tally_numbers key;
	uint32_t nparts;
	struct tally_part *parts;	/* by period */
	struct histogram *values;	/* by period; NULL: all values were 0 */
	struct tally_behind *behind;	/* NULL where it is not kept */
	struct tally_entry **shown;	/* by period; of tally_entries */
};

enum { TALLY_RECENT = 8 };	/* phases and domains are about as many */

struct tally_slot {
	struct tally_cell *cell;	/* NULL: free */
	uint32_t hash;
};

struct tally_touched {
	struct tally_cell *cell;
	size_t period;
};

struct tally {
	bool persons;			/* it keeps who is behind what is counted */
	uint32_t person;		/* the one at hand */
	size_t nperiods;		/* as far as they were counted in */
	bool counted[MEASURE_NONE];	/* something was, or may be */
	struct tally_slot *slots;		/* hash table, open addressing, a power of two */
	size_t nslots, n;
	/* Counted last of each measure, by row and column: mostly it is the next. */
	struct tally_cell *recent[MEASURE_NONE][TALLY_RECENT];
	const struct tally_entry **sorted;
	size_t nsorted, sorted_cap;
	bool in_order;
	struct tally_touched *touched;	/* by the person at hand */
	size_t ntouched, touched_cap;
	long merged;			/* all that was, in numbers times values */
	struct arena arena;		/* cells: few pages, which all dossiers look at */
	struct arena spread;		/* what their histograms hold */
	struct arena shown;		/* entries */
	struct word_table words;
};

/* Whether something was counted there, or may be in what it is a part of. */
static inline bool
tally_made(const struct tally_cell *c, size_t period)
{
	return c->parts[period].n != 0 || c->parts[period].person != PERSON_NONE ||
	    (c->values != NULL && !histogram_empty(&c->values[period]));
}

/* The cell of the key, or NULL. */
struct tally_cell *tally_find_cell(const struct tally *, const struct tally_key *);

#endif

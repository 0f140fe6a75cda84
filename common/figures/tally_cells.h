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
	long n, persons, alone;
	uint32_t mine;			/* of the person at hand */
	bool made;			/* it is an entry, also when nothing was counted yet */
};

struct tally_histogram {
	struct tally_count *at;		/* by value, from the least */
	size_t n, cap;			/* n = 0: all values were 0 */
};

/*
 * The periods of a key stand beside each other, for a dossier is counted in one after another, and
 * mostly under the same keys: one look-up and a few lines of the cache for all of them.
 */
struct tally_cell {
	struct tally_numbers key;
	uint32_t nparts;
	struct tally_part *parts;		/* by period */
	struct tally_histogram *values;	/* NULL: all values were 0 */
	struct tally_cell *whole;		/* what it is a part of, or NULL */
	struct tally_cell *sums[3];	/* what it adds persons to */
	unsigned nsums;
	bool persons;			/* it keeps who is behind it */
	struct tally_entry **shown;	/* by period; of tally_entries */
};

struct tally_slot {
	struct tally_numbers key;
	struct tally_cell *cell;	/* NULL: free */
};

struct tally_touched {
	struct tally_cell *cell;
	size_t period;
};

struct tally {
	struct tally_slot *slots;		/* hash table, open addressing, a power of two */
	size_t nslots, n;
	const struct tally_entry **sorted;
	size_t nsorted, sorted_cap;
	bool in_order;
	struct tally_touched *touched;	/* by the person at hand */
	size_t ntouched, touched_cap;
	long merged;			/* all that was, in numbers times values */
	struct arena arena;		/* cells */
	struct arena shown;		/* entries */
	struct word_table words;
};

/* The cell of the key, or NULL. */
struct tally_cell *tally_find_cell(const struct tally *, const struct tally_key *);

#endif

/* SPDX-License-Identifier: ISC */
#ifndef FASEN_TALLY_H
#define FASEN_TALLY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "date.h"
#include "tally_entry.h"
#include "word_table.h"

/*
 * What was counted: for each measure, period, group and row a histogram, value to number, and how
 * many persons are behind it. It grows with the kinds of things counted, not with the dossiers, and
 * two tallies add up to that of both their inputs, for a person is a dossier, in one of them only.
 * A plain count is a histogram of one value, 0. Order: tally_new; of each dossier tally_count
 * or tally_add, then tally_person; then look; tally_free.
 */

struct tally;

/* `persons`: it keeps who is behind what is counted, as parts of a report and publishing need. */
struct tally *tally_new(bool persons);
void tally_free(struct tally *);
void tally_clear(struct tally *);

/* The number of a group, row or column: it stays the same until tally_free. */
word_id tally_word(struct tally *, const char *);

/* In which periods is counted, and the last day of each, by period. */
struct tally_periods {
	const size_t *at;
	size_t n;
	const date *last;
};

/* What is counted, under which key. */
struct tally_counted {
	enum tally_gives {
		TALLY_VALUE,
		TALLY_ONCE,		/* 0, unless the person at hand was counted there already */
		TALLY_DAYS		/* from the day `value` to the last day */
	} gives;
	enum measure measure;
	word_id row, column;
	long value;
};

/* Counts all n once in each of the periods, of the person at hand. */
void tally_count(struct tally *, const struct tally_periods *, word_id group,
    const struct tally_counted *, size_t n);

/* Adds n times the value, of the person at hand. The key is of no sum. */
void tally_add(struct tally *, const struct tally_key *, long value, long n);

/* The person at hand has been counted: what is added from now on is of another. */
void tally_person(struct tally *);

/*
 * Adds an entry of another tally. Returns false, and adds nothing, when all of them are more than
 * any clients can make: so no sum of theirs overflows.
 */
bool tally_merge(struct tally *, const struct tally_entry *);

/*
 * The entries in order of measure, period, group, over, row and column, strings by bytes. What is
 * added meanwhile is not in them; the next call makes them anew.
 */
const struct tally_entry *const *tally_entries(struct tally *, size_t *n);

/* The run of entries of one measure, period and group in that order, without sums; *n how many. */
const struct tally_entry *const *tally_run(struct tally *, enum measure, size_t period,
    const char *group, size_t *n);

/* The entry with that key; NULL when nothing was counted under it. As long valid. */
const struct tally_entry *tally_find(struct tally *, const struct tally_key *);

#endif

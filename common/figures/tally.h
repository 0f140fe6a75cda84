#ifndef FASEN_TALLY_H
#define FASEN_TALLY_H

#include <stdbool.h>
#include <stddef.h>

/*
 * What was counted: for each measure, period, group and row a histogram, value
 * to number. It grows with the kinds of things counted, not with the dossiers, and
 * two tallies add up to that of both their inputs. A plain count is a histogram of one value, 0.
 */
struct tally_key {
	const char *measure;	/* a word of the program: "traject.dagen" */
	size_t period;
	const char *group;	/* group_write's form; "" without --group */
	const char *row, *column;	/* what is counted: a phase, a worker and a phase; "" = not divided */
};

struct tally_entry {
	struct tally_key key;
	struct tally_count {
		long value, n;
	} *counts;		/* by value, from the least */
	size_t ncounts, cap;
	long n;			/* of all values together */
};

struct tally;

struct tally *tally_new(void);
void tally_free(struct tally *);
void tally_clear(struct tally *);

/* Adds n times the value. The key's strings are copied. */
void tally_add(struct tally *, const struct tally_key *, long value, long n);

/*
 * The entries in order of measure, period, group, row and column, strings by bytes. Valid until
 * the next tally_add.
 */
const struct tally_entry *const *tally_entries(struct tally *, size_t *n);

/* The run of entries of one measure, period and group in that order; *n how many. */
const struct tally_entry *const *tally_run(struct tally *, const char *measure, size_t period,
    const char *group, size_t *n);

/* The order of keys; `row` and `column` by bytes. */
int tally_key_compare(const struct tally_key *, const struct tally_key *);

#endif

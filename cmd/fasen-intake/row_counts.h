/* SPDX-License-Identifier: ISC */
#ifndef FASEN_INTAKE_ROW_COUNTS_H
#define FASEN_INTAKE_ROW_COUNTS_H

#include <stdbool.h>
#include <stddef.h>

#include "problem.h"
#include "save.h"

/*
 * What became of the rows of an import: each was registered, brought an update, was known, was
 * rejected (under the reason of its first error), or was read and not done because the run stopped.
 * Warnings count apart. Reasons are the codes of problems.
 */
struct row_counts {
	size_t rows, registered, updated, known;
	struct row_reason {
		const char *code;	/* of static life */
		size_t n;
	} *rejected, *warned;
	size_t nrejected, rejected_cap, nwarned, warned_cap;
};

/* Counts a row as rejected by the first error of these. */
void row_counts_reject(struct row_counts *, const struct problems *);

/* Counts the warnings among these. */
void row_counts_warn(struct row_counts *, const struct problems *);

/* Says the table: a line for each reason, then one with the sums. */
void row_counts_say(const struct row_counts *);

/*
 * Writes it as tsv, columns uitkomst, reden, aantal, and puts the file in its place. Returns false,
 * with a problem, when it cannot be written.
 */
bool row_counts_write(const struct row_counts *, struct save *, struct problems *);

void row_counts_release(struct row_counts *);

#endif

/* SPDX-License-Identifier: ISC */
#ifndef FASEN_PARTIAL_H
#define FASEN_PARTIAL_H

#include <nettle/sha2.h>
#include <stdbool.h>
#include <stddef.h>

#include "problem.h"
#include "report.h"
#include "tally.h"
#include "text.h"

/*
 * What was counted in a part of the dossiers, as lines that add up: fasen-report(1), "PARTIAL
 * REPORTS". The first lines say of what; parts are added only when these are equal.
 */

#define PARTIAL_VERSION "4"
#define PARTIAL_SUM "\\*"	/* in place of a row or column */

/*
 * Of which dossiers a part is: the SHA-256 of the ids of those that are counted, a line each, in
 * the order in which they are read. A report of nobody is of no part.
 */
struct partial_ids {
	struct sha256_ctx sha;
	size_t n;
};

void partial_ids_begin(struct partial_ids *);
void partial_ids_add(struct partial_ids *, const char *id);
void partial_ids_end(struct partial_ids *, struct report *);

/* Adds the first lines, which say of what it is. */
void partial_write_head(struct text *to, const struct report *);

/* Adds the whole of it. */
void partial_write(struct text *to, const struct report *, struct tally *);

/*
 * Adds the parts that stand one after another in the bytes to the tally. `head` is empty before the
 * first part, which also sets the report's periods, known and groups. The report's model must be
 * that of the parts. Returns false, with problems at file:line, when the bytes are no such parts,
 * or of another report.
 */
bool partial_read(const char *bytes, size_t n, const char *file, struct text *head, struct report *,
    struct tally *, struct problems *);

#endif

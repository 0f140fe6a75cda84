#ifndef FASEN_PARTIAL_H
#define FASEN_PARTIAL_H

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

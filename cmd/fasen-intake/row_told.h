/* SPDX-License-Identifier: ISC */
#ifndef FASEN_INTAKE_ROW_TOLD_H
#define FASEN_INTAKE_ROW_TOLD_H

#include "row_apply_state.h"

/*
 * What the rows of a run say of one client, held against each other: told.h. `what` tells of which
 * record. Where no rows are held against each other, nothing happens.
 */

/* Notes all that the row says in a record: each field, or the record where it is `whole`. */
void row_told_note(struct row_apply *, const struct dossier *, const struct draft *,
    const char *what, bool whole);

/*
 * Whether no earlier row of this run said otherwise what is about to be appended; an error of the
 * row else. What `there` says already (NULL = nothing is there) is no matter.
 */
bool row_told_agrees(struct row_apply *, const struct dossier *, const struct draft *,
    const char *what, bool whole, const struct entry *there);

#endif

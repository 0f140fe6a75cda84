/* SPDX-License-Identifier: ISC */
#ifndef FASEN_INTAKE_ROW_THERE_H
#define FASEN_INTAKE_ROW_THERE_H

#include "row_apply_state.h"

/*
 * Whether the dossier at hand says already what a record of the row says; else its draft is made
 * ready to be appended, with `op` for a day where it has none.
 *
 *	with date	a record of that day that says the same (of an amending kind: the fold of
 *			that day) is there already, or said it before it was corrected
 *	without date	of an amending kind only what changed in the fold is left in the draft; an
 *			event when the latest one about the same thing says the same
 *	followed	an undated event or score that stands there as the row says it is there
 *			too, though somebody else has recorded another since, and the import
 *			nothing in between
 *	eenmalig	whatever is there
 *
 * What the dossier says otherwise is named (otherwise.h). What an earlier row of the run said
 * otherwise is an error of the row. A goal or action without id is the one that says the same,
 * or said it, else a new one with the next id.
 */
bool row_there(struct row_apply *, const struct dossier *, struct row_record *, date op);

/* Notes what a draft says otherwise than the entry. */
void row_there_look(struct row_apply *, const struct dossier *, const struct entry *,
    const struct draft *, enum otherwise_fate);

#endif

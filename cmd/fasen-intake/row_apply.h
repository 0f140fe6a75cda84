/* SPDX-License-Identifier: ISC */
#ifndef FASEN_INTAKE_ROW_APPLY_H
#define FASEN_INTAKE_ROW_APPLY_H

#include <stdbool.h>

#include "row_apply_state.h"

/* Appends what a new dossier begins with: the row's client, and a phase. */
void row_apply_new(struct row_apply *, struct dossier *, const struct draft *phase);

/*
 * Appends what the row's other records say and the dossier does not hold yet (row_there.h). Those
 * without date get `op`, and are compared with what the dossier says on it, so that what is
 * recorded for a later day does not bring them again at every run.
 */
void row_apply_records(struct row_apply *, struct dossier *, date op);

/*
 * Appends to the dossier of a known client what changed in the fields of client, as on the day of
 * the row or of recording.
 */
void row_apply_client(struct row_apply *, struct dossier *);

/*
 * Judges what was appended, as record_one_judge, and what the row itself was found to be wrong in;
 * the row's problems get what is found, by the names of its columns. Returns false when it is
 * refused.
 */
bool row_apply_judge(struct row_apply *, struct dossier *, bool closed);

/*
 * Ready for another row, with the same room; what the row told is forgotten, unless told_keep came
 * first. Release takes the room too.
 */
void row_apply_clear(struct row_apply *);
void row_apply_release(struct row_apply *);

#endif

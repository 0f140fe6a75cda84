/* SPDX-License-Identifier: ISC */
#ifndef FASEN_INTAKE_ROW_APPLY_H
#define FASEN_INTAKE_ROW_APPLY_H

#include <stdbool.h>

#include "date.h"
#include "dossier.h"
#include "fold.h"
#include "otherwise.h"
#include "row.h"
#include "rows.h"
#include "told.h"

/* A row and where it stands, for what it does in a dossier. */
struct row_apply {
	const struct row_reader *reader;
	const struct rows *rows;
	struct row *row;
	struct fold state;		/* of the dossier at hand; row_apply_release ends it */
	struct told *told;		/* what earlier rows said; NULL = each client has one row */
	/* what was recorded since the registration and the row says otherwise */
	struct otherwise otherwise;
	struct draft changes;		/* what row_apply_client appended */
	const struct draft **appended;	/* to the dossier at hand, in order */
	size_t n, cap;
};

/* Appends what a new dossier begins with: the row's client, and a phase. */
void row_apply_new(struct row_apply *, struct dossier *, const struct draft *phase);

/*
 * Appends what the row's other records say and the dossier does not hold yet. Those without date
 * get `op`, and are compared with what the dossier says on it, so that what is recorded for a later
 * day does not bring them again at every run.
 *
 *	with date	a record of that day that says the same (of an amending kind: the fold of
 *			that day) is there already
 *	without date	of an amending kind only what changed in the fold; an event when the latest
 *			one about the same thing says something else
 *
 * What an earlier row of the run said otherwise is an error of the row. A goal or action without id
 * is the one that says the same, else a new one with the next id.
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

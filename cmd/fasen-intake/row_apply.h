#ifndef FASEN_INTAKE_PLACE_H
#define FASEN_INTAKE_PLACE_H

#include <stdbool.h>

#include "date.h"
#include "dossier.h"
#include "fold.h"
#include "row.h"
#include "rows.h"

/* A row and where it stands, for what it does in a dossier. */
struct row_apply {
	const struct row_reader *reader;
	const struct rows *rows;
	struct row *row;
	struct fold state;		/* of the dossier at hand; row_apply_release ends it */
	struct draft changes;		/* what row_apply_client appended */
	const struct draft **appended;	/* to the dossier at hand, in order */
	size_t n, cap;
};

/* Appends a draft that lives as long as the place. */
void row_apply_append(struct row_apply *, struct dossier *, const struct draft *);

/*
 * Appends what the row's other records say and the dossier does not hold yet. Those without date
 * get `op`.
 *
 *	with date	a record of that day that says the same (of an amending kind: the fold of
 *			that day) is there already
 *	without date	of an amending kind only what changed in the fold; an event when the latest
 *			one about the same thing says something else
 *
 * A goal or action without id is the one that says the same, else a new one with the next id.
 */
void row_apply_records(struct row_apply *, struct dossier *, date op);

/* Appends to the dossier of a known client what changed in the fields of client. */
void row_apply_client(struct row_apply *, struct dossier *);

/*
 * Judges what was appended, as record_one_judge; the row's problems get what is found, by the names
 * of its columns. Returns false when it is refused.
 */
bool row_apply_judge(struct row_apply *, struct dossier *, bool closed);

void row_apply_release(struct row_apply *);

#endif

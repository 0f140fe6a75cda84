#ifndef FASEN_INTAKE_PLACE_H
#define FASEN_INTAKE_PLACE_H

#include <stdbool.h>

#include "date.h"
#include "dossier.h"
#include "fold.h"
#include "row.h"
#include "rows.h"

/* A row and where it stands, for what it does in a dossier. */
struct place {
	const struct row_reader *reader;
	const struct rows *rows;
	struct row *row;
	struct fold state;		/* of the dossier at hand; place_release ends it */
	struct draft changes;		/* what place_client appended */
	const struct draft **appended;	/* to the dossier at hand, in order */
	size_t n, cap;
};

/* Appends a draft that lives as long as the place. */
void place_append(struct place *, struct dossier *, const struct draft *);

/*
 * Appends what the row's other records say and the dossier does not hold yet. Those without date
 * get `op`.
 *
 *	with date	a record of that day that says the same (of an amending kind: the fold of that day) is
 *			there already
 *	without date	of an amending kind only what changed in the fold; an event when the latest one about the same
 *			thing says something else
 *
 * A goal or action without id is the one that says the same, else a new one with the next id.
 */
void place_records(struct place *, struct dossier *, date op);

/* Appends to the dossier of a known client what changed in the fields of client. */
void place_client(struct place *, struct dossier *);

/*
 * Judges what was appended, as recording_judge; the row's problems get what is found, by the names
 * of its columns. Returns false when it is refused.
 */
bool place_judge(struct place *, struct dossier *, bool closed);

void place_release(struct place *);

#endif

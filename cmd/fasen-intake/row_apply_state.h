/* SPDX-License-Identifier: ISC */
#ifndef FASEN_INTAKE_ROW_APPLY_STATE_H
#define FASEN_INTAKE_ROW_APPLY_STATE_H

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
	bool fresh;			/* this run registered the client: nothing is filled yet */
	bool taken_over;		/* the row is of one that the dossier took over */
	bool replaces;			/* a closing that the row says otherwise was taken back */
	struct told *told;		/* what earlier rows said; NULL = each client has one row */
	/* what was recorded since the registration and the row says otherwise */
	struct otherwise otherwise;
	struct draft changes;		/* what row_apply_client appended */
	const struct draft **appended;	/* to the dossier at hand, in order */
	size_t n, cap;
};

/* Folds the dossier at hand up to that day. */
static inline bool
row_apply_fold(struct row_apply *p, const struct dossier *d, date at)
{
	return fold_day(&p->state, d, p->reader->call->model, at, DATE_LAST);
}

/*
 * Whether a row of one that was taken over only fills what is empty in records of that kind: the
 * goals that came from there are its own.
 */
static inline bool
row_apply_fills(enum kind kind)
{
	return kind != KIND_DOEL && kind != KIND_WERKPUNT && kind != KIND_STAND;
}

/* Appends a draft; what is found in it is a problem of `of`, which lives as long as the place. */
void row_apply_append(struct row_apply *, struct dossier *, const struct draft *,
    const struct draft *of);

/* Whether the map fills a field of that group only once, and it was filled before this run. */
static inline bool
row_apply_once(const struct row_apply *p, const struct dossier *d, size_t group, const char *name)
{
	return d->read > 0 && !p->fresh && mapping_once(&p->reader->map, group, name);
}

#endif

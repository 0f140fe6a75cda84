/* SPDX-License-Identifier: ISC */
#ifndef FASEN_INTAKE_UPDATE_H
#define FASEN_INTAKE_UPDATE_H

#include <stdbool.h>
#include <stddef.h>

#include "directory.h"
#include "otherwise.h"
#include "row.h"
#include "rows.h"
#include "told.h"

/*
 * What rows say otherwise than the dossiers of known clients, recorded there. With -n it is shown,
 * and kept in memory, so that the next row of a client finds what the one before would have made of
 * its dossier.
 */
struct update {
	struct directory *directory;
	struct told told;		/* by the rows so far */
	struct otherwise otherwise;	/* than was recorded in dossiers, in all rows */
	/* with -n: the dossiers as they would be, by number of the client */
	struct text *trials;
	size_t ntrials, cap;
};

enum updated { UPDATED, UPDATED_NOT, UPDATED_REFUSED, UPDATED_STOP };

/*
 * Appends to the dossier of that client what the row says otherwise; UPDATED_NOT when that is
 * nothing. What is wrong with the row is added to it (REFUSED); what is wrong with the dossier to
 * the problems. UPDATED_STOP: nothing more can be written.
 */
enum updated update_client(struct update *, const struct row_reader *, const struct rows *,
    struct row *, size_t client,
    struct problems *);

/*
 * Counts in `otherwise` what the row says otherwise than the client's dossier, where nothing is to
 * be updated. What cannot be read says nothing.
 */
void update_look(struct update *, const struct row_reader *, const struct rows *, struct row *,
    size_t client);

/* With -n, the dossier of a client that would be new. */
void update_try(struct update *, size_t client, const void *bytes, size_t n);

void update_release(struct update *);

#endif

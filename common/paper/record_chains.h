/* SPDX-License-Identifier: ISC */
#ifndef FASEN_RECORD_CHAINS_H
#define FASEN_RECORD_CHAINS_H

#include <stdbool.h>
#include <stddef.h>

#include "dossier.h"
#include "entry_table.h"

/*
 * The records of a dossier by date, found by their kind or by what they refer to: a paper of a
 * dossier with a hundred thousand goals takes as long as one with as many notes.
 */
struct record_link {
	size_t record;
	struct record_link *next;
};

struct record_chains {
	size_t *order;		/* of the records: by date, then place */
	struct entry_table index;
	struct record_link *links;
	size_t nlinks;
};

/* The dossier must outlive them. */
void record_chains_begin(struct record_chains *, const struct dossier *);
void record_chains_release(struct record_chains *);

/* The records of a kind, by its name; or NULL. */
const struct record_link *record_chains_kind(const struct record_chains *, const char *name);

/*
 * Those of a kind with that value in that slot: its key, and the goal or action of a werkpunt and
 * of a stand.
 */
const struct record_link *record_chains_with(const struct record_chains *, enum kind, enum slot,
    const char *value);

/* Takes off the chain of a kind what is done (by record); the first that is not, or NULL. */
const struct record_link *record_chains_waiting(struct record_chains *, const char *name,
    const bool *done);

#endif

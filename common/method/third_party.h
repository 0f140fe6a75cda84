/* SPDX-License-Identifier: ISC */
#ifndef FASEN_THIRD_PARTY_H
#define FASEN_THIRD_PARTY_H

#include <stdbool.h>

#include "dossier.h"
#include "entry_table.h"
#include "text.h"

/*
 * Whom a copy of a dossier may have to leave out: people other than the client and the workers.
 * Only what a field is for tells; free text is not searched. A worker is who stands as Begeleider
 * or Door anywhere in the dossier.
 */

/* Whether the record is about somebody else as a whole: a netwerk. */
bool third_party_record(const struct record *);

/* Who in a dossier is nobody else: its client and workers by each of their names. */
struct third_parties {
	struct entry_table ours;
};

/* The dossier must stay as it is until the end. */
void third_parties_begin(struct third_parties *, const struct dossier *);
void third_parties_end(struct third_parties *);

/*
 * Whether the field is there to name or describe somebody else: Vertegenwoordiger and Verwijzer of
 * client; Wie of werkpunt and akkoord, unless it is a code or a worker, and then Inzet too; Met of
 * akkoord; Aanwezig of evaluatie, unless it is the client or a worker.
 */
bool third_party_field(const struct third_parties *, const struct record *, const struct field *);

/*
 * Adds the lines of the file, separated by ", ", where what is not left out still has the name of
 * somebody of the network in it, as words of their own, whatever the case and accents. Returns how
 * many. It finds no others than those recorded as netwerk.
 */
size_t third_party_mentions(const struct dossier *, struct text *lines);

#endif

/* SPDX-License-Identifier: ISC */
#ifndef FASEN_DOUBLES_H
#define FASEN_DOUBLES_H

#include <stdbool.h>
#include <stddef.h>

#include "dossier.h"
#include "operands.h"
#include "seen.h"

/*
 * Whether the client has another dossier, which counts: in a directory ID.rec before files of other
 * names, else the first that came and was not malformed. Says so.
 */
enum doubles {
	DOUBLES_NONE,
	DOUBLES_IN_FILE,
	DOUBLES_ELSEWHERE,	/* in another file */
	DOUBLES_TAKEN_OVER	/* of another id: one of the two took over the other */
};

/* The operands stand at the dossier's file. One that is not malformed is kept among the seen. */
enum doubles doubles_of(struct seen *, const struct operands *, const struct dossier *);

/*
 * Whether the dossier is to say that it took over one that is still there: one among the seen, or
 * ID.rec in its directory. Says so.
 */
bool doubles_revived(const struct seen *, const struct operands *, const struct dossier *);

/*
 * Two dossiers of a client one behind the other are one run of records, and so one dossier: says of
 * each record that registers the client anew. Returns how many there are.
 */
size_t doubles_within(const struct dossier *);

#endif

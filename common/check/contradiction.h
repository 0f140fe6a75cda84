/* SPDX-License-Identifier: ISC */
#ifndef FASEN_CONTRADICTION_H
#define FASEN_CONTRADICTION_H

#include <stdbool.h>

#include "problem.h"
#include "turns.h"
#include "version.h"

/*
 * What two versions of a dossier say of the same thing, each on its own, to different values
 * (fasen-check(1), "Joining"), and two records that move the client. Each becomes an error that
 * names both lines. Returns whether there is none. The pieces must have their place in the join.
 *
 * Of two dossiers of one person that are united the later word holds, so only those of one day
 * contradict. Whose moves of the client hold was settled before. NULL: two versions.
 */
bool contradiction_none(const struct version *a, const struct version *b,
    const struct turns *dossiers, struct problems *);

/* Warns of a value in one of such two dossiers that the later word in the other replaces. */
void contradiction_later(const struct version *a, const struct version *b,
    const struct turns *dossiers, struct problems *);

#endif

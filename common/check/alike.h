/* SPDX-License-Identifier: ISC */
#ifndef FASEN_ALIKE_H
#define FASEN_ALIKE_H

#include "fold.h"
#include "problem.h"

/*
 * Warns of a name by which a record of a folded dossier is kept apart from others, though it
 * differs from theirs in its letters only: the Wie and Met of an akkoord, the Naam of a netwerk,
 * the key of a kind of the model. "school" may well know no more what "School" was allowed to. Of
 * records before `from` nothing is said.
 */
void alike_check(const struct fold *, size_t from, struct problems *);

#endif

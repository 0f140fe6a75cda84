/* SPDX-License-Identifier: ISC */
#ifndef FASEN_COHERENCE_H
#define FASEN_COHERENCE_H

#include "fold.h"
#include "problem.h"

/*
 * Whether the records of a dossier, folded over all of them, fit together: goals and actions that
 * are referred to exist, goals do not stand under themselves, required fields are there where a key
 * begins and are not emptied later, nothing is there twice. Of records before `from` nothing is
 * said.
 */
void coherence_check(const struct fold *, size_t from, struct problems *);

#endif

/* SPDX-License-Identifier: ISC */
#ifndef FASEN_CLOSING_H
#define FASEN_CLOSING_H

#include "fold.h"
#include "problem.h"

/*
 * Whether the trajectories of a dossier, folded over all its records, end and begin as their
 * records mean it: one closing each; no closing or return recorded before a phase that was there
 * already, which would cut a trajectory in two; nothing but notes, the client's own data and
 * sharing after an end; no "not placed" of who is being guided; no return of who died. What was
 * appended and changes a trajectory behind one's back is an error, as fasen-advance(1) refuses
 * it. Of records before `from` nothing is said.
 */
void closing_check(const struct fold *, size_t from, struct problems *);

#endif

/* SPDX-License-Identifier: ISC */
#ifndef FASEN_FINDING_H
#define FASEN_FINDING_H

#include "date.h"
#include "dossier.h"
#include "fold.h"
#include "model.h"
#include "problem.h"

/*
 * What fasen-check(1) finds in a dossier beyond its being malformed: kinds, fields, values,
 * references, required fields, doubles, dates; their codes are explained there. Added to the
 * problems, which may hold what the stream said and are then put in order of lines. Of a malformed
 * dossier only what its single records show. The state, all zeroes or used before, is left folded
 * over all records of one that is not. What shows in records before `from` is not said.
 */
void finding_dossier(const struct dossier *, size_t from, const struct model *, date today,
    struct fold *, struct problems *);

/*
 * Records, from that one on, that register the client anew: with all that a registration asks for,
 * and as of its day. An amendment does not say so much at once. Those marked in `taken` (NULL =
 * none) are passed over.
 */
void finding_registered(const struct dossier *, size_t from, const bool *taken,
    struct problems *);

/*
 * What a record shows by itself: values, references, and of an event that all is there it asks for.
 * With `dated` what is asked for from a day on is too; else coherence_check looks for that, which
 * knows when the trajectory began.
 */
void finding_record(const struct dossier *, const struct record *, const struct model *,
    bool dated, struct problems *);

/*
 * Moves those of `now` that `before` has not at that line, or has as less grave, to `to`, and the
 * others to `old` (NULL = forgotten). Both lists are put in order; `now` is empty then. A warning
 * in other words is a new one too when it is asked so. Returns whether none of the new is an error.
 */
bool finding_new(struct problems *now, struct problems *before, bool in_words,
    struct problems *to, struct problems *old);

#endif

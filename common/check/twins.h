/* SPDX-License-Identifier: ISC */
#ifndef FASEN_TWINS_H
#define FASEN_TWINS_H

#include <stdbool.h>
#include <stddef.h>

#include "problem.h"
#include "version.h"

/*
 * Of two dossiers of one person: equal records are one only where both stand or both were taken
 * back; else what takes back the one would take back the other. Retractions are one when what they
 * take back is. After version_match.
 *
 * `again`: of one that was taken over before all is known there, also what was taken back since.
 */
void twins_settle(struct version *a, struct version *b, bool again);

/*
 * Names what is taken back by the handles that the records have where all of both come together,
 * in this order. Returns false, with an error, when a handle does not stand on one line, or when
 * one that names nothing in its own dossier would name a record there.
 */
bool twins_rehandle(struct piece *const *order, size_t n, struct version *a, struct version *b,
    struct problems *);

/*
 * Warns where one takes back a record that the other has too, on its own: the common ancestor lacks
 * it. With `all` there is none, and it is b that takes back what stands in a.
 */
void twins_say(const struct version *a, const struct version *b, bool all, struct problems *);

#endif

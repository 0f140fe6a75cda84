/* SPDX-License-Identifier: ISC */
#ifndef FASEN_SPELLING_H
#define FASEN_SPELLING_H

#include <stdbool.h>

#include "dossier.h"
#include "model.h"
#include "problem.h"

/*
 * Names of kinds and fields that look like a slip of one we know. Other names are the
 * organisation's own and fit.
 */

/*
 * Whether the word, which is not `known`, is likely meant to be: only its case differs, or it is
 * one edit away (two from eight letters on). Of words up to four letters the edit is one of
 * neighbours swapped, the first letter lost, or not of the first letter: "Wet" is not a slip of
 * "Met".
 */
bool spelling_slip(const char *word, const char *known);

/*
 * The code of a field that may hold a name too which the value is but for case, accents, what is
 * not seen, a c for a k or a "de" before it: "Cliënt" is nobody's name. NULL when there is none,
 * and for a code.
 */
const char *spelling_code(const struct schema_field *, const char *value, size_t *length);

/*
 * Warns of the slips in the kinds and fields of the dossier's records from `from` on, and of a Wie
 * that is nearly a code and not one otherwise written. Those marked in `taken` (NULL = none) are
 * passed over.
 */
void spelling_check(const struct dossier *, size_t from, const bool *taken, struct problems *);

#endif

#ifndef FASEN_RETRACTION_H
#define FASEN_RETRACTION_H

#include <stdbool.h>
#include <stddef.h>

#include "date.h"
#include "dossier.h"

/*
 * Records of kind intrekking, and what they take back (fasen-dossier(5), "Taking back"). What is
 * taken back stays where it is; whoever counts records passes it over.
 */

/*
 * Finds what each of them names, for dossier->retractions. Reading and appending do it; until then
 * nothing is taken back.
 */
void retraction_find(struct dossier *);

/*
 * The record that the one with this place takes back, or (size_t)-1 when there is none of that
 * handle.
 */
size_t retraction_target(const struct dossier *, size_t by);

/*
 * Marks which of the dossier's records are taken back, as known on that day: taken has a place for
 * each. Of retractions beyond dossier->n nothing is known. Returns whether any is.
 */
bool retraction_mark(const struct dossier *, date known, bool *taken);

/* The same as an array of its own, which the caller frees; NULL when nothing is taken back. */
bool *retraction_marks(const struct dossier *, date known);

#endif

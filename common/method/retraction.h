/* SPDX-License-Identifier: ISC */
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

/* Finds what each of them names, for dossier->retractions; reading does it. */
void retraction_find(struct dossier *);

/* What each of them names, also where records were appended since. To be ended. */
struct retractions {
	const struct retraction *at;
	size_t n;
	struct retraction *own;
};

void retractions_begin(struct retractions *, const struct dossier *);
void retractions_end(struct retractions *);

/*
 * The record that the one with this place takes back, or (size_t)-1 when there is none of that
 * handle.
 */
size_t retractions_target(const struct retractions *, size_t by);

/*
 * Which of the dossier's records are taken back, as known on that day: a place for each, which the
 * caller frees; NULL when none is. Of retractions beyond dossier->n nothing is known.
 */
bool *retraction_marks(const struct dossier *, date known);

#endif

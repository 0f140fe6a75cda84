/* SPDX-License-Identifier: ISC */
#ifndef FASEN_NUMBERING_H
#define FASEN_NUMBERING_H

#include <stdbool.h>

#include "dossier.h"
#include "text.h"

/*
 * Ids of goals and actions: d1, d2 ... and d1.1, d1.2 ... An id is never given twice, so every
 * place in the dossier counts that ever named one: the goals and actions themselves, whatever their
 * Op, and what refers to them.
 */

/*
 * Adds the next id for a goal to `to`: d and one more than the highest number that a record names.
 */
void number_goal(const struct dossier *, struct text *to);

/* The same for an action of the goal. */
void number_action(const struct dossier *, const char *goal, struct text *to);

/* Makes such an id the one after it. */
void number_raise(struct text *id);

/* Whether some record names the goal or action. */
bool number_taken(const struct dossier *, const char *id);

#endif

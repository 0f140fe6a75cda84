#ifndef FASEN_RENUMBER_H
#define FASEN_RENUMBER_H

#include <stdbool.h>

#include "problem.h"
#include "version.h"

/*
 * Ids of goals and actions that two versions gave on their own. What refers to a changed id in its
 * version follows; each change is told as a warning. They return false, with an error, when an id cannot be
 * written anew because it does not stand on one line.
 */

/* One goal under two ids, since an earlier join gave it another: its lower id becomes the higher. Matches the versions. */
bool renumber_anew(struct version *a, struct version *b, struct problems *);

/*
 * Two goals under one id: the one that comes later in the join gets the next free id. The versions must have been
 * matched; records that change lose their twin.
 */
bool renumber_apart(struct version *a, struct version *b, struct problems *);

#endif

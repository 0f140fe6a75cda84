#ifndef FASEN_CONTRADICTION_H
#define FASEN_CONTRADICTION_H

#include <stdbool.h>

#include "problem.h"
#include "version.h"

/*
 * Records that only one of two versions has and that cannot both hold: of one kind, subject and Op,
 * with a field in which they differ, and nothing that tells which came last. The subject is the key
 * of an amending kind, the goal or action of a stand, Wie, Waarop and Met of an akkoord. The pieces
 * must have their place in the join. Each becomes an error that names both lines. Returns whether
 * there is none.
 */
bool contradiction_none(const struct version *a, const struct version *b, struct problems *);

/*
 * Of what does not contradict, as the day or the day of recording tells which came last: where one
 * version replaces a value of a goal, an action, a network member or the client that the other gave
 * without its knowing. Each becomes a warning.
 */
void contradiction_later(const struct version *a, const struct version *b, struct problems *);

#endif

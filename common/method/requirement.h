#ifndef FASEN_REQUIREMENT_H
#define FASEN_REQUIREMENT_H

#include <stdbool.h>

#include "condition.h"
#include "label.h"
#include "state.h"
#include "text.h"

/* Conditions held against a state, and said in a sentence (rules.md "Conditions"). */

/*
 * Whether the condition holds in the current trajectory. `since` is the date that
 * "sinds fase" counts from; DATE_NONE = that of the latest fase.
 */
bool requirement_met(const struct condition *, const struct state *, date since);

/*
 * The domains (by index in the model) or goals that a "per" condition still
 * asks for: the next one after *i (begin with 0), or NULL. The result is a code or an id.
 */
const char *requirement_lacks(const struct condition *, const struct state *, date since, size_t *i);

/* How much there is of what a condition without "per" counts, in the same trajectory and from the same date. */
long requirement_count(const struct condition *, const struct state *, date since);

#endif

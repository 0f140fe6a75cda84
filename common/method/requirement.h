/* SPDX-License-Identifier: ISC */
#ifndef FASEN_REQUIREMENT_H
#define FASEN_REQUIREMENT_H

#include <stdbool.h>
#include <stdint.h>

#include "condition.h"
#include "fold.h"
#include "label.h"
#include "text.h"

/*
 * Conditions held against a state (fasen-model(5) "CONDITIONS"), in the current trajectory.
 * Everywhere `since` is the fase that "sinds fase" counts from; NULL = the latest.
 */

/*
 * The kinds, as a set, whose records can change whether it is met since the same fase; all when the
 * day can.
 */
uint32_t requirement_reads(const struct condition *);

/* The same without the day: of an Afspraak only the records. */
uint32_t requirement_kinds(const struct condition *);

bool requirement_met(const struct condition *, const struct fold *, const struct entry *since);

/*
 * The domains (by index in the model) or goals that a "per" condition still
 * asks for: the next one after *i (begin with 0), or NULL. The result is a code or an id.
 */
const char *requirement_lacks(const struct condition *, const struct fold *,
    const struct entry *since, size_t *i);

/* How much there is of what a condition without "per" counts. */
long requirement_count(const struct condition *, const struct fold *, const struct entry *since);

/* Of a condition on akkoord with several Wie: the first whose latest word is nee, or NULL. */
const char *requirement_refused(const struct condition *, const struct fold *);

/*
 * Whether the entry (its latest record) comes after that fase in the folding order. An evaluatie of
 * the same day may stand before it, after the fase before: who records the meeting first and moves
 * the client afterwards is not sent back.
 */
bool requirement_since(const struct fold *, const struct entry *fase, const struct entry *);

#endif

/* SPDX-License-Identifier: ISC */
#ifndef FASEN_ENTRY_MERGE_H
#define FASEN_ENTRY_MERGE_H

#include <stdint.h>

#include "arena.h"
#include "entry.h"
#include "entry_table.h"
#include "rec.h"

/* A later record of an entry: what it holds replaces what the entry held, each field as a set. */

/*
 * All its fields. Those that are not ours are known by name in the table, under `within`, a number
 * that no other entry of the fold has. What the entry needs is in the arena.
 */
void entry_merge(struct entry *, const struct record *, struct arena *, struct entry_table *,
    uint32_t within);

/* Only those of the set of slots. */
void entry_put_over(struct entry *, const struct record *, uint64_t slots, struct arena *);

/*
 * Gives the entry's `at` room for the slots of a set, the values of its first record in it, where
 * it has none.
 */
void entry_spread(struct entry *, uint64_t slots, struct arena *);

#endif

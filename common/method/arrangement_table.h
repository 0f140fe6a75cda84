/* SPDX-License-Identifier: ISC */
#ifndef FASEN_ARRANGEMENT_TABLE_H
#define FASEN_ARRANGEMENT_TABLE_H

#include <stddef.h>

#include "arena.h"
#include "date.h"
#include "entry.h"
#include "entry_table.h"

/*
 * What was arranged by whose word, in the table of a fold: arrangement.h asks. A word is all that
 * one Wie agreed to on one Waarop with one Met; it has the number of its first akkoord.
 */

/* Whose word it is: that of a record (an akkoord) or of one to come. */
struct arrangement_key {
	const char *wie, *waarop, *met;
};

struct arrangement_key arrangement_key(const struct entry *akkoord);

/* The text without blanks around it, as texts are compared: where it begins, and its length. */
const char *arrangement_text(const char *text, size_t *length);

/*
 * For the fold: takes the akkoord of that number, the latest so far, with what it arranges and
 * ends. `open` is the number of the trajectory that is open, (size_t)-1 when none is.
 */
void arrangement_table_take(struct entry_table *, struct arena *, size_t number, size_t open,
    struct entry *akkoord);

/* The akkoord by which the text of that word stands on the day, or NULL. */
const struct entry *arrangement_table_standing(const struct entry_table *, size_t open, size_t word,
    const char *text, date on);

/* The first akkoord that said it, or NULL; the latest of that key, or NULL. */
const struct entry *arrangement_table_said(const struct entry_table *, size_t word,
    const char *text);
const struct entry *arrangement_table_latest(const struct entry_table *,
    const struct arrangement_key *);

#endif

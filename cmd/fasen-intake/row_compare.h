/* SPDX-License-Identifier: ISC */
#ifndef FASEN_INTAKE_ROW_COMPARE_H
#define FASEN_INTAKE_ROW_COMPARE_H

#include <stdbool.h>

#include "dossier.h"
#include "draft.h"
#include "fold.h"
#include "row.h"

/* Whether a dossier says what a row says. A field that is not ours has SLOT_NONE and a name. */

/* Whether it is a field that a row says something with, not one of when and by whom. */
bool compare_tells(enum slot);

/* Whether the entry says of the field what the draft says, all of its values in order. */
bool compare_field(const struct entry *, const struct draft *, enum slot, const char *name);

/* Of all that the draft says; its day too, where `op`. */
bool compare_all(const struct entry *, const struct draft *, bool op);

/* Whether a record of the key, of that day, stands in the dossier. */
bool compare_has_record(const struct dossier *, enum kind, enum slot key, const char *is_key,
    date op);

/*
 * Whether it is a field that says what an event is about, so that a later one of the same tells how
 * that went on: another kind that names a goal, action, domain or kind of strength is about that.
 */
bool compare_subject(const struct draft *, enum slot);

/* Whether the record is of the kind of the draft, an event, and about the same. */
bool compare_about(const struct record *, const struct draft *);

/* Whether the record says of the field what the draft says, all of its values in order. */
bool compare_says(const struct record *, const struct draft *, enum slot, const char *name);

/* Of all that the draft says. */
bool compare_says_all(const struct record *, const struct draft *);

/*
 * Leaves in the draft only what the entry does not say; a score stays with its scale, and the key.
 */
void compare_keep_changes(struct draft *, const struct entry *, const struct schema_field *key);

/* Whether the draft has but the key, which says nothing of what is there. */
bool compare_only_key(const struct draft *, enum slot key);

#endif

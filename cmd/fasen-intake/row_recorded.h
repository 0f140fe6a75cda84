/* SPDX-License-Identifier: ISC */
#ifndef FASEN_INTAKE_ROW_RECORDED_H
#define FASEN_INTAKE_ROW_RECORDED_H

#include <stdbool.h>

#include "date.h"
#include "draft.h"
#include "fold.h"
#include "text.h"

/*
 * Whether a dossier ever said what a row says, by its records as they were recorded: each makes a
 * version of its key, with the fields that it has not itself from those before it. `key` NULL is
 * any; `op` is the day of the record, DATE_NONE any.
 */

/* In a version of records that stand. */
bool recorded_once(const struct fold *, const struct draft *, const char *key, date op);

/* In a version whose record was taken back, but by an import in whose place it put another. */
bool recorded_taken(const struct fold *, const struct draft *, const char *key, date op);

/* Whether the record has the day on which it was recorded, as one of a row that gave no day has. */
bool recorded_undated(const struct dossier *, const struct record *);

/*
 * Leaves out of a draft without day what the record of somebody (`by`) that gave the day has
 * followed, where that person's last one without says the same. The fold is of the day of
 * recording.
 */
void recorded_drop_followed(const struct fold *, struct draft *, const char *key, const char *by);

/* Adds why an import takes back what the draft takes the place of; by that it knows it again. */
void recorded_reason(const struct draft *, struct text *to);

/*
 * Leaves out of the draft what a record of the key said that was taken back: a score with its
 * scale; of a key that is `fresh`, not there yet, no field that it has to have. Returns whether
 * there was any.
 */
bool recorded_drop_taken(const struct fold *, struct draft *, const char *key, date op,
    bool fresh);

#endif

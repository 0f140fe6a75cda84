/* SPDX-License-Identifier: ISC */
#ifndef FASEN_FORM_CHANGES_H
#define FASEN_FORM_CHANGES_H

#include <stdbool.h>

#include "form_read.h"

/* What a record of a form says that the dossier does not say yet: for form_append.c only. */

/* Takes the fields that are filled in; a scale only with a score. */
void form_changes_all(const struct record *, struct draft *);

/*
 * Takes the fields that differ from what the form showed and from the entry, whose key it is (NULL
 * for the client), and the score when it is measured anew. Returns whether there are any.
 */
bool form_changes(struct form_reader *, const struct dossier *, const struct form_reader_record *,
    const char *key, const struct entry *, struct draft *);

/*
 * The record of the dossier that stands and says the same as the draft already, but for one field
 * (SLOTS: none); or NULL.
 */
const struct record *form_changes_recorded(const struct form_reader *, const struct draft *,
    const struct dossier *, enum slot but);

#endif

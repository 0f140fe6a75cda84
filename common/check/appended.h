/* SPDX-License-Identifier: ISC */
#ifndef FASEN_APPENDED_H
#define FASEN_APPENDED_H

#include <stdbool.h>

#include "date.h"
#include "dossier.h"
#include "draft.h"
#include "fold.h"
#include "model.h"
#include "problem.h"

/*
 * What is recorded is judged as fasen-check(1) will judge it: the one set of checks for options,
 * forms, amendments and CSV. An error is refused, a warning is said and recorded.
 */

/*
 * Adds what is found in the dossier with the records appended to it and was not found without: in
 * those records, and in others that they spoil; and where the method does not fit the client. A
 * problem in an appended record has its line there: see dossier_appended_at. The state, all zeroes
 * or used before, is left folded over all records. Returns whether none is an error.
 */
bool appended_judge(const struct dossier *, const struct model *, date today, struct fold *,
    struct problems *);

/* Adds the errors that the draft has by itself, whatever the dossier that it is for. */
void appended_draft(const struct draft *, const struct model *, struct problems *);

#endif

/* SPDX-License-Identifier: ISC */
#ifndef FASEN_DOSSIER_ACCOUNT_H
#define FASEN_DOSSIER_ACCOUNT_H

#include <stdbool.h>

#include "document.h"
#include "dossier.h"
#include "model.h"
#include "third_party.h"

/* What a copy of a dossier says of itself, before and after its records; see dossier_copy.h. */

/*
 * How many records of when and by whom, what can be asked, and how much was left out; NULL =
 * nothing was.
 */
void dossier_account_begin(struct document *, const struct dossier *,
    const struct model *, date day, const struct third_parties *left_out);

/*
 * The comments in the file, and the codes for which the copy has words, so that it can be held
 * against the file.
 */
void dossier_account_end(struct document *, const struct dossier *, const struct model *,
    bool without_network);

/* wording_kind, but an action point is called a step, as in the plan. */
void dossier_account_kind(struct text *, const char *kind, enum lang);

#endif

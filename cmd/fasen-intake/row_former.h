/* SPDX-License-Identifier: ISC */
#ifndef FASEN_INTAKE_ROW_FORMER_H
#define FASEN_INTAKE_ROW_FORMER_H

#include "row_apply_state.h"

/*
 * Which goals and actions of a dossier a row means by their ids. In a dossier that took another one
 * over, or whose versions were joined, they may have other ids than in the export, which goes on
 * calling them as they were (former.h); and two people may have given one id.
 *
 *	one was called so		it
 *	several, or none of another
 *	dossier				the one that ever had the text that the row gives; else the
 *					one that the import recorded
 *	none of its own			a new one
 *
 * What remains is an error of the row, and so is a text that the goal never had, where the import
 * recorded nothing of it: then two people gave one id to two things.
 */

/*
 * By what client's dossier the row calls them: the client of the dossier at hand, or one that it
 * took over, as the id or Extern of the row says; NULL when that is not known. *taken tells whether
 * the row is of one that was taken over. Folds nothing where the dossier never took one over.
 */
const char *row_former_client(struct row_apply *, const struct dossier *, bool *taken);

/* Puts the ids that they have in the dossier in the row's drafts. */
void row_former_settle(struct row_apply *, const struct dossier *, const char *client);

#endif

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
 *	several, or none		the one that ever had the text that the row gives; else,
 *					of several, the one that the import recorded
 *	none, or one that others
 *	recorded and that never had
 *	the text			a new one: where the number is another one's it gets the
 *					next, and what it is called is noted before it, so that
 *					the next run knows it
 *
 * What remains is an error of the row.
 */

/* Puts the ids that they have in the dossier in the row's drafts. */
void row_former_settle(struct row_apply *, const struct dossier *, const char *client);

#endif

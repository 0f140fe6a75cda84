/* SPDX-License-Identifier: ISC */
#ifndef FASEN_INTAKE_ROW_WHOSE_H
#define FASEN_INTAKE_ROW_WHOSE_H

#include "row_apply_state.h"

/*
 * By what client's dossier the row calls goals and actions: the client of the dossier at hand, or
 * one that it took over, as the id or Extern of the row says; NULL when that is not known. *taken
 * tells whether the row is of one that was taken over. Folds nothing where the dossier never took
 * one over.
 */
const char *row_whose(const struct row_apply *, const struct dossier *, bool *taken);

#endif

/* SPDX-License-Identifier: ISC */
#ifndef FASEN_INTAKE_ROW_CLOSING_H
#define FASEN_INTAKE_ROW_CLOSING_H

#include "row_apply_state.h"

/*
 * A closing, where the trajectory has one that says otherwise already, for one counts. The export
 * wins, as elsewhere: what stands there is taken back, and what the row's does not say (where to,
 * aftercare) is taken from it. An uitstroom and a decision not to place do not take each other's
 * place, and what stands there is left; so it is where a phase of a later day stands in the way.
 * All is named (otherwise.h). A second row of a run that says otherwise of one trajectory is wrong.
 *
 * `op` is the day of a record that has none; `there` tells that the dossier says it (row_there.h).
 * Returns whether it is to be appended.
 */
bool row_closing_settle(struct row_apply *, struct dossier *, struct row_record *, date op,
    bool there);

#endif

/* SPDX-License-Identifier: ISC */
#ifndef FASEN_REPLACED_H
#define FASEN_REPLACED_H

#include <stdbool.h>
#include <stddef.h>

#include "dossier.h"

/*
 * What a dossier took over: the values of Vervangt or Vervangt_extern. An amendment replaces what
 * the client's record shows of them; but an id that was taken over never comes free again, so that
 * each that any record of client gives counts, unless that record is taken back. Of a malformed
 * dossier none is. The dossier's own id is none that it took over.
 */

/* In order of place, *n of them. The caller frees the array; NULL when there is none. */
const struct field **replaced_values(const struct dossier *, enum slot, size_t *n);

/* Whether the dossier took over the one of that id. */
bool replaced_has(const struct dossier *, const char *id);

#endif

/* SPDX-License-Identifier: ISC */
#ifndef FASEN_INTAKE_FORM_FILL_H
#define FASEN_INTAKE_FORM_FILL_H

#include "cmdline.h"
#include "import_options.h"

/*
 * Prints the form of a kind, or the whole form of an intake (NULL). Returns the exit status so far.
 */
int form_print(const struct cmdline *, const char *kind);

/*
 * Records what was filled in in the form `file`. It registers a new client when the call says where
 * or as what (-d, --id, --id-prefix, --known-in), or when there are no operands and no -c and its
 * record of client has no id yet; else it goes to the dossiers from the operands. Returns the exit
 * status so far.
 */
int form_fill(struct cmdline *, const struct import_options *, const char *id, const char *file);

#endif

/* SPDX-License-Identifier: ISC */
#ifndef FASEN_INTAKE_PREVIEW_H
#define FASEN_INTAKE_PREVIEW_H

#include <stdbool.h>

#include "cmdline.h"
#include "import_options.h"
#include "mapping.h"

/*
 * Shows what an import would make of the operands' CSV files: how they are written, and of each
 * column the field that it goes to, how many of its values fit that, and the first of them; or,
 * with `as_map`, a map file to begin with. Takes the mapping and releases it. Returns the exit
 * status.
 */
int preview_run(const struct cmdline *, struct mapping *, const struct import_options *,
    bool as_map);

#endif

/* SPDX-License-Identifier: ISC */
#ifndef FASEN_INTAKE_IMPORT_H
#define FASEN_INTAKE_IMPORT_H

#include "cmdline.h"
#include "import_options.h"
#include "mapping.h"

/*
 * Registers the rows of the operands' CSV files. Takes the mapping and releases it. Returns the
 * exit status.
 */
int import_run(const struct cmdline *, struct mapping *, const struct import_options *);

#endif

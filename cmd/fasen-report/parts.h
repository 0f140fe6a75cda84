/* SPDX-License-Identifier: ISC */
#ifndef FASEN_PARTS_H
#define FASEN_PARTS_H

#include <stdbool.h>
#include <stdio.h>

#include "cmdline.h"
#include "report.h"
#include "tally.h"

/* Partial reports as files. */

/*
 * Adds up the parts in the call's operands and takes the report's periods and groups from them.
 * Returns false after messages.
 */
bool parts_read(const struct cmdline *, struct report *, struct tally *);

/* Writes what was counted as one part. Returns false when the stream has an error. */
bool parts_write(FILE *, const struct report *, struct tally *);

#endif

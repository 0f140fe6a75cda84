/* SPDX-License-Identifier: ISC */
#ifndef FASEN_TEMPORARY_H
#define FASEN_TEMPORARY_H

#include "text.h"

/*
 * Opens a file without a name in $TMPDIR, or in /tmp, for what does not fit in memory. Returns its
 * descriptor, which the caller closes, or -1 with an errno. `path` gets what it was called, for
 * messages.
 */
int temporary_open(struct text *path);

#endif

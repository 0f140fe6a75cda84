/* SPDX-License-Identifier: ISC */
#ifndef FASEN_INTAKE_CLIENT_SCAN_H
#define FASEN_INTAKE_CLIENT_SCAN_H

#include "client_index.h"
#include "cmdline.h"
#include "given_ids.h"

/*
 * Reads the dossiers of a directory: who they are of becomes known, and which ids were given out.
 * Malformed ones become problems, and count as far as they can be read. Returns false, with
 * problems, when the directory or a file cannot be read, or the first record of a dossier is
 * malformed: then who is known is not known. *status becomes 1 when something was passed over, or
 * where there is no dossier, unless it `may_be_empty`.
 * *number becomes that of the directory in the index.
 */
bool client_scan(struct client_index *, struct given_ids *, const struct cmdline *,
    const char *directory, bool may_be_empty, size_t *number, int *status, struct problems *);

#endif

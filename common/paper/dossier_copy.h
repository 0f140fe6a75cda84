/* SPDX-License-Identifier: ISC */
#ifndef FASEN_DOSSIER_COPY_H
#define FASEN_DOSSIER_COPY_H

#include <stdbool.h>

#include "document.h"
#include "dossier.h"
#include "handle.h"
#include "model.h"

/*
 * Writes the copy of a dossier that a client may ask for as a part of the document: each record
 * with each of its fields, those included that the method does not know, in words; who noted it and
 * when; the comments in the file; and a list of the codes that the words stand for. With
 * `without_network`, what third_party.h names is left out, and the copy says where. `day` is that
 * of the copy. What was taken back is struck through, with why. `handles` (NULL = not) adds what
 * each record is called. The dossier must not be malformed.
 */
void dossier_copy(struct document *, const struct dossier *, const struct model *, date day,
    bool without_network, const struct handles *handles);

#endif

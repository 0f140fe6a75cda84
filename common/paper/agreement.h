/* SPDX-License-Identifier: ISC */
#ifndef FASEN_AGREEMENT_H
#define FASEN_AGREEMENT_H

#include "document.h"
#include "fold.h"

/*
 * Writes what was agreed on a paper (a code of Waarop): what each may expect, who agreed when with
 * which remark, whether it changed since (`changed`: the day of its last change), what signing
 * means, and the lines to sign. Begun within document_keep, so that the lines never stand alone:
 * they stay with what each may expect, or where that is nothing with what was written before.
 * A closed dossier's paper is a record: there is nothing to sign.
 */
void agreement_view(struct document *, const struct fold *, int waarop, date changed);

#endif

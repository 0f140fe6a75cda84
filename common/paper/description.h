/* SPDX-License-Identifier: ISC */
#ifndef FASEN_DESCRIPTION_H
#define FASEN_DESCRIPTION_H

#include "document.h"
#include "fold.h"

/*
 * Writes the persoonsbeschrijving of the client as a part of the document: question and story, per
 * domain the strengths before the concerns, the network with what it gives and receives, the
 * client's remark and agreement.
 */
void description_view(struct document *, const struct fold *);

#endif

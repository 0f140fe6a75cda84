/* SPDX-License-Identifier: ISC */
#ifndef FASEN_PLAN_ID_H
#define FASEN_PLAN_ID_H

#include "document.h"
#include "entry.h"
#include "text.h"

/* Adds the id of a goal or an action and a blank where the document is to have it: as text. */
void plan_id(struct text *to, const struct document *, const struct entry *);

#endif

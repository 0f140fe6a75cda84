/* SPDX-License-Identifier: ISC */
#ifndef FASEN_PLAN_ANNEX_H
#define FASEN_PLAN_ANNEX_H

#include "document.h"
#include "fold.h"
#include "goals.h"

/*
 * Writes what belongs to a plan but is not signed: what is finished, the last evaluation, what
 * changed, the scores.
 */
void plan_annex(struct document *, const struct fold *, const struct goals *);

#endif

/* SPDX-License-Identifier: ISC */
#ifndef FASEN_PLAN_CHANGE_H
#define FASEN_PLAN_CHANGE_H

#include "document.h"
#include "fold.h"

/*
 * Writes what changed since the last evaluation of the trajectory, from two folds; when nothing did
 * since, what changed between that evaluation and the one before. Nothing before the first
 * evaluation.
 */
void plan_change_view(struct document *, const struct fold *);

#endif

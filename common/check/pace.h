/* SPDX-License-Identifier: ISC */
#ifndef FASEN_PACE_H
#define FASEN_PACE_H

#include "fold.h"
#include "problem.h"

/*
 * Whether each fase with Sinds changes the pace of the phase that is the present one by then. The
 * state is folded over all records; of those before `from` nothing is said.
 */
void pace_check(const struct fold *, size_t from, struct problems *);

#endif

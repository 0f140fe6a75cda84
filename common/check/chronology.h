/* SPDX-License-Identifier: ISC */
#ifndef FASEN_CHRONOLOGY_H
#define FASEN_CHRONOLOGY_H

#include "date.h"
#include "fold.h"
#include "problem.h"

/*
 * Whether the dates of a dossier, folded over all its records, can be: not before birth or
 * registration, not in the future, targets not before the record, phases in the model's order
 * unless a Reden or Afwijking stands there or the conditions of those passed over hold,
 * agreement on what is there. Of records before `from` nothing is said.
 */
void chronology_check(const struct fold *, date today, size_t from, struct problems *);

#endif

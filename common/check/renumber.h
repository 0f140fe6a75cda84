/* SPDX-License-Identifier: ISC */
#ifndef FASEN_RENUMBER_H
#define FASEN_RENUMBER_H

#include <stdbool.h>

#include "problem.h"
#include "version.h"

/*
 * Ids of goals and actions that two versions gave on their own. One goal under two ids, since an
 * earlier join gave it another, gets the higher of them in both versions; of two goals under one id
 * the one that comes later in the join, or with `a_keeps` that of b, gets the next free one. What
 * refers to a changed id in its version follows, and so does the common ancestor (NULL = not
 * known). Afterwards the versions are matched.
 *
 * What takes back a record that reads otherwise now names it by its new handle. What an id was is
 * noted (former.h), unless `a_keeps`.
 *
 * Each change is told as a warning. Returns false, with an error, when an id cannot be written anew
 * because it does not stand on one line.
 */
bool renumber(struct version *a, struct version *b, struct version *base, bool a_keeps,
    struct problems *told, struct problems *errors);

#endif

/* SPDX-License-Identifier: ISC */
#ifndef FASEN_CORRECTION_H
#define FASEN_CORRECTION_H

#include <stdbool.h>

#include "problem.h"
#include "version.h"

/*
 * Records of the common ancestor that were corrected by hand: one stands in its place, between the
 * same neighbours, of the same kind and key, day or words. Sets `was` and `instead`. The versions
 * must have been matched with it.
 */
void correction_find(struct version *a, struct version *b, const struct version *base);

/*
 * Whether no record of the ancestor was corrected in both, each in its own way, or corrected in one
 * and taken out of the other. The first record aside, what is so becomes an error that names both
 * lines.
 */
bool correction_none(const struct version *a, const struct version *b, const struct version *base,
    struct problems *);

#endif

/* SPDX-License-Identifier: ISC */
#ifndef FASEN_RECORDING_H
#define FASEN_RECORDING_H

#include <stdbool.h>

#include "version.h"

/*
 * What one hand recorded in both versions on two days, as two imports of one export do: records
 * that are equal but for Vastgelegd, of one Door, and each there once. The later one gets the
 * earlier day, so that the two are equal. Of goals, and of actions, the id may be another one.
 *
 * The versions must have been matched, and must be again when this returns true.
 */
bool recording_settle(struct version *a, struct version *b, const struct version *base);

#endif

/* SPDX-License-Identifier: ISC */
#ifndef FASEN_MAPPING_CHECK_H
#define FASEN_MAPPING_CHECK_H

#include "mapping.h"

/*
 * What a mapping says by itself, held against schema and model, so that what no record can hold is
 * said once, not for every row. Each returns false with the reason added to the problems.
 */

/* A fixed value, or one that a code table translates to. */
bool mapping_value_fits(const struct mapping_rule *, const char *value,
    const struct mapping_place *);

/*
 * All of it once it is read: labels that are the key of their records, scores on their scale, and
 * no birth or registration after today.
 */
bool mapping_fits(const struct mapping *, const struct model *, date today, struct problems *);

#endif

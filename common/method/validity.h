/* SPDX-License-Identifier: ISC */
#ifndef FASEN_VALIDITY_H
#define FASEN_VALIDITY_H

#include <stdbool.h>

#include "model.h"
#include "problem.h"
#include "schema.h"

/*
 * Whether a value is what the schema and the model allow. `why` never gets the value
 * of a private field.
 */

/*
 * Whether it may be shown: not of a private field or of one of text, and only what could be what
 * the field holds (shown.h).
 */
bool valid_shown(const struct schema_field *, const char *value);

/*
 * By the schema alone: date, number, fixed code, id, BSN. `why` gets what was expected when false.
 * Empty always fits.
 */
bool valid_value(const struct schema_field *, const char *value, struct text *why);

/*
 * By the model: the code exists. `why` gets the value where it may be shown (shown.h), the allowed
 * codes and the nearest. Empty always fits.
 */
bool valid_reference(const struct schema_field *, const char *value, const struct model *,
    struct text *why);

/* Whether the score is on the scale (code, "" = the model's first). */
bool valid_score(const char *scale, const char *score, const struct model *, struct text *why);

#endif

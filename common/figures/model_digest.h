/* SPDX-License-Identifier: ISC */
#ifndef FASEN_MODEL_DIGEST_H
#define FASEN_MODEL_DIGEST_H

#include "model.h"
#include "text.h"

/*
 * Adds the SHA-256, in hexadecimal digits, of what figures depend on: codes and their order, norms,
 * conditions, flags, scales, thresholds and own fields; not names, texts and workers. Reports by
 * models of one digest add up.
 */
void model_digest(const struct model *, struct text *);

#endif

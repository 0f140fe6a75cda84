/* SPDX-License-Identifier: ISC */
#ifndef FASEN_MODEL_OWN_H
#define FASEN_MODEL_OWN_H

#include "model_value.h"

/*
 * What a model adds to the schema: kinds and fields of the organisation's own, and what a field of
 * ours may hold there (fasen-model(5), "OWN FIELDS AND KINDS"). Kinds are taken first, then fields,
 * whose Bij may name one of them.
 */
void model_own_kind(struct reading *, const struct record *);
void model_own_field(struct reading *, const struct record *);

/* Eigen_veld: KIND.Field, a public text. */
void model_own_short(struct reading *, const struct record *);

#endif

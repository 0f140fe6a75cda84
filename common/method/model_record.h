/* SPDX-License-Identifier: ISC */
#ifndef FASEN_MODEL_RECORD_H
#define FASEN_MODEL_RECORD_H

#include "model_value.h"

/* One record of a model file into the model: for model_read.c. */

/* Takes what the records say into the model, with what is wrong in them. */
void model_take_all(struct reading *);

/* What a field of a model file may be. */
enum model_field_flag {
	MODEL_REPEATS = 1,
	MODEL_REQUIRED = 2,
	MODEL_LANGUAGES = 4	/* also as NAME_en */
};

/* The n-th field of all kinds, in the order of fasen-model(5); false after the last. */
bool model_field_n(size_t n, const char **kind, const char **field, unsigned *flags);

#endif

#ifndef FASEN_MODEL_RECORD_H
#define FASEN_MODEL_RECORD_H

#include "model_value.h"

/* One record of a model file into the model: for model_read.c. */

/*
 * Takes the record's fields, held against what its kind has. What refers to a record that may
 * stand later in the file is left out: conditions, Na and Evaluatie_vanaf.
 */
void model_take(struct reading *, const struct record *);

/* The kind of a record of a model file; MODEL_KINDS for one that is none. */
enum model_kind model_kind_of(const struct record *);

/* What a field of a model file may be. */
enum model_field_flag {
	MODEL_REPEATS = 1,
	MODEL_REQUIRED = 2,
	MODEL_LANGUAGES = 4	/* also as NAME_en */
};

/* The n-th field of all kinds, in the order of fasen-model(5); false after the last. */
bool model_field_n(size_t n, const char **kind, const char **field, unsigned *flags);

#endif

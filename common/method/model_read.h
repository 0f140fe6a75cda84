#ifndef FASEN_MODEL_READ_H
#define FASEN_MODEL_READ_H

#include <stdbool.h>
#include <stddef.h>

#include "model.h"
#include "problem.h"

/* The model compiled in: samples/model.rec. */
extern const char model_default[];
extern const size_t model_default_size;

/*
 * Reads a model from its bytes; `file` names it in problems, NULL = the one
 * compiled in. Returns NULL when it has errors. The bytes need not outlive it.
 */
struct model *model_read(const void *bytes, size_t n, const char *file, struct problems *);

void model_free(struct model *);

/* What a field of a model file may be. */
enum model_field_flag {
	MODEL_REPEATS = 1,
	MODEL_REQUIRED = 2,
	MODEL_LANGUAGES = 4	/* also as NAME_en */
};

/* The n-th field of all kinds, in the order of fasen-model(5); false after the last. */
bool model_field_n(size_t n, const char **kind, const char **field, unsigned *flags);

#endif

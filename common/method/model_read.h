/* SPDX-License-Identifier: ISC */
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

#endif

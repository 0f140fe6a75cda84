/* SPDX-License-Identifier: ISC */
#ifndef FASEN_MODEL_CHECK_H
#define FASEN_MODEL_CHECK_H

#include "model.h"
#include "problem.h"

/*
 * Whether the parts of a model, each right by itself, can work together: every phase is reached,
 * every condition can hold, nothing contradicts or repeats another line. What is wrong is added as
 * errors (fasen-model(5), "MISTAKES").
 */
void model_check(const struct model *, struct problems *);

#endif

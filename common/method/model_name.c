/* SPDX-License-Identifier: ISC */
#include "model_name.h"

const char *const model_kinds[] = {
#define KIND(kind, word) #word,
#include "model.def"
};
const char *const model_names[] = {
#define NAME(name, word) #word,
#include "model.def"
};
const char *const model_names_en[] = {
#define NAME(name, word) #word "_en",
#include "model.def"
};

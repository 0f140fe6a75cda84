/* SPDX-License-Identifier: ISC */
#ifndef FASEN_MODEL_NAME_H
#define FASEN_MODEL_NAME_H

/* The kinds and fields of a model file as numbers, all of them from model.def. */
enum model_kind {
#define KIND(kind, word) MODEL_KIND_##kind,
#include "model.def"
	MODEL_KINDS
};

enum model_name {
#define NAME(name, word) MODEL_##name,
#include "model.def"
	MODEL_NAMES
};

/* As they are written; of a field also in the other language, with _en behind it. */
extern const char *const model_kinds[], *const model_names[], *const model_names_en[];

#endif

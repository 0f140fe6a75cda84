/* SPDX-License-Identifier: ISC */
#ifndef FASEN_QUESTIONS_H
#define FASEN_QUESTIONS_H

#include "document.h"
#include "model.h"

/* A table of the questions, with room to write beside each; nothing when there are none. */
void questions_table(struct document *, const struct model_texts *);

#endif

/* SPDX-License-Identifier: ISC */
#ifndef FASEN_WORKBOOK_QUESTIONS_H
#define FASEN_WORKBOOK_QUESTIONS_H

#include "book.h"

/* Whether the report has what a municipality asks about. */
bool questions_any(const struct book *);

/* The sheet with the questions that municipalities ask, answered by figures of the other sheets. */
void questions_put(struct book *, lxw_worksheet *);

#endif

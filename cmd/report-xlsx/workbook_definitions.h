/* SPDX-License-Identifier: ISC */
#ifndef FASEN_WORKBOOK_DEFINITIONS_H
#define FASEN_WORKBOOK_DEFINITIONS_H

#include "book.h"

/* The sheet that says what the report is of, and what each figure of it means. */
void definitions_put(struct book *, lxw_worksheet *);

#endif

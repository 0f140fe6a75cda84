/* SPDX-License-Identifier: ISC */
#ifndef FASEN_WORKBOOK_FRONT_H
#define FASEN_WORKBOOK_FRONT_H

#include "book.h"

/*
 * The first sheet: key figures with their change, two charts, the signals. After the other sheets
 * have been filled.
 */
void front_put(struct book *, lxw_worksheet *);

#endif

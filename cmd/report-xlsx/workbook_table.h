/* SPDX-License-Identifier: ISC */
#ifndef FASEN_WORKBOOK_TABLE_H
#define FASEN_WORKBOOK_TABLE_H

#include "book.h"

/*
 * Puts the table with its title at row `at` and says where it stands; with `alone` it is the only
 * one of its worksheet, which has the title already. Returns the first free row behind it.
 */
lxw_row_t table_put(struct book *, size_t sheet, lxw_worksheet *, const char *name, lxw_row_t at,
    bool alone);

/*
 * Sets the widths of the columns for all tables of the worksheet. Returns the width of them
 * together, in characters.
 */
double table_fit(struct book *, lxw_worksheet *);

#endif

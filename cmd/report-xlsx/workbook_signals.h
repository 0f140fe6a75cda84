/* SPDX-License-Identifier: ISC */
#ifndef FASEN_WORKBOOK_SIGNALS_H
#define FASEN_WORKBOOK_SIGNALS_H

#include "book.h"

/*
 * The signals of the last period: how many of each kind from row `left`, and the most urgent from
 * row `right` in nine columns from `column` on. Returns the row behind the kinds.
 */
lxw_row_t signals_put(struct book *, lxw_worksheet *, const struct result_table *, lxw_row_t left,
    lxw_col_t first, lxw_row_t right, lxw_col_t column);

#endif

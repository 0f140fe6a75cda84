/* SPDX-License-Identifier: ISC */
#ifndef FASEN_WORKBOOK_EXTENT_H
#define FASEN_WORKBOOK_EXTENT_H

#include "book.h"
#include "workbook_drawing.h"

/* How high a chart is, and which rows have room in it; for workbook_chart.c. */

/* Whether it has its rows from left to right. */
bool extent_stands(const struct result_table *);

/* As high as the bars of the block need, in pixels. */
double extent_height(struct book *, const struct result_table *, const struct block *,
    size_t series, const struct frame *);

/* Leaves out the rows that have no room. Returns the title, which says so. */
const char *extent_cut(struct book *, const struct result_table *, struct block *, size_t series,
    const struct frame *, const char *title);

#endif

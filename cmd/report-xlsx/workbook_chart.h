/* SPDX-License-Identifier: ISC */
#ifndef FASEN_WORKBOOK_CHART_H
#define FASEN_WORKBOOK_CHART_H

#include "book.h"
#include "workbook_drawing.h"

/*
 * Puts the native charts of a table in the frame, each in the next free place, from frame->row on:
 * one for all of it where its blocks have the same rows and one series, at most the last six, or
 * are months after each other; else, when it has one block, that of it. Returns how many.
 */
size_t chart_put_all(struct book *, const struct result_table *, struct frame *);

/* How many rows that chart takes; 0 where there is none. */
lxw_row_t chart_rows_of(struct book *, const struct result_table *, const struct frame *);

/* The chart of the block of that key, where chart_put_all has none for its table; if it has one. */
bool chart_any_of(struct book *, const struct result_table *, const char *key);
void chart_put_of(struct book *, const struct result_table *, const char *key, struct frame *);

/* Whether chart_put_of has one for some block. */
bool chart_of_blocks(struct book *, const struct result_table *);

/*
 * One chart of the column, with the last period's blocks as series, as columns side by side or on
 * each other.
 */
bool chart_put_column(struct book *, const struct result_table *, size_t column, const char *title,
    struct frame *);

/* The table of months as one chart. */
bool chart_put_months(struct book *, const struct result_table *, const char *title,
    struct frame *);

/*
 * The columns of a table with a row for each group of one period, side by side; false when it is
 * another.
 */
bool chart_put_groups(struct book *, const struct result_table *, const char *const *columns,
    const char *title, struct frame *);

#endif

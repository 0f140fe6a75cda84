#ifndef FASEN_WORKBOOK_CHART_H
#define FASEN_WORKBOOK_CHART_H

#include "book.h"

/* Where a chart goes and how large it is, in pixels. */
struct frame {
	lxw_worksheet *worksheet;
	lxw_row_t row;
	lxw_col_t column;
	int x;				/* from the column's edge */
	double width, height;
	size_t across, n;		/* how many fit side by side (0: one), and how many stand
					   in this row */
};

/*
 * Puts the native charts of a table in the frame, each in the next free place, from frame->row on:
 * one for all of it where its blocks have the same rows or are months after each other, else one a
 * block, at most six. frame->row is then behind the last. Returns how many.
 */
size_t chart_put_all(struct book *, const struct result_table *, struct frame *);

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

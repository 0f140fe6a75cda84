/* SPDX-License-Identifier: ISC */
#ifndef FASEN_WORKBOOK_DRAWING_H
#define FASEN_WORKBOOK_DRAWING_H

#include "book.h"

/* One native chart being made, and where charts go: for workbook_chart.c. */

enum { FRAME_PAGES = 200 };

/* Where a chart goes and how large it is, in pixels. */
struct frame {
	lxw_worksheet *worksheet;
	lxw_row_t row;
	lxw_col_t column;
	int x;				/* from the column's edge */
	double width, height;
	size_t across, n;		/* how many fit side by side (0: one), and how many stand
					   in this row */
	lxw_row_t tallest;		/* rows of the tallest of these */
	lxw_row_t page, top;		/* rows of a printed page, 0 = any; the first of this one */
	lxw_row_t breaks[FRAME_PAGES + 1];	/* rows that begin a page, up to a 0 */
	size_t nbreaks;
};

/* Begins a page, when something stands on this one. */
void frame_page(struct frame *);

struct drawing {
	struct book *book;
	const struct result_table *sheet;
	const struct placed *placed;
	lxw_chart *chart;
	const struct cell *most;		/* the greatest, and what it is called */
	const char *most_row, *most_series;
	size_t label;			/* the column that names what is drawn */
	size_t n;			/* series in it */
};

/* Begins one of the table; its series come next, and then its end, which places it. */
void drawing_begin(struct drawing *, struct book *, const struct result_table *,
    enum lxw_chart_type, const char *title);

/* The rows of the block in that column, as a series of that name. */
void drawing_series(struct drawing *, const struct block *, size_t column, const char *name,
    bool labels);

/* Of a table with a norm: the norms of these rows, as a line. */
void drawing_norm(struct drawing *, const struct block *);

/* Rows that a chart of so many pixels takes. */
lxw_row_t drawing_rows(double height);

void drawing_finish(struct drawing *, const char *title, struct frame *);

#endif

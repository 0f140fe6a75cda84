/* SPDX-License-Identifier: ISC */
#ifndef FASEN_TABLE_LAYOUT_H
#define FASEN_TABLE_LAYOUT_H

#include <stdbool.h>
#include <stddef.h>

#include "table_column.h"

enum { TABLE_GAP = 2 };		/* columns of the terminal between two columns */

struct table_text_cell {
	const char *text;
	size_t width;
	bool attention;		/* of the first of a row */
};

/* How the columns of a table as text fit its width: for table_text.c only. */
struct table_layout {
	const struct table_column *columns;
	size_t n;
	const struct table_text_cell *cells;	/* headings, then all rows */
	size_t n_cells;
	size_t width;				/* 0 = no limit */

	size_t *least, *wanted, *widths;	/* of a column, in columns of the terminal */
	bool *out;				/* whether it is left out */
	bool stacked;				/* no room: cells stand below one another */
};

/* With the first five set. */
void table_layout_begin(struct table_layout *);

/* Whether a column is left out that has a value. */
bool table_layout_lacks(const struct table_layout *, size_t column);

void table_layout_release(struct table_layout *);

#endif

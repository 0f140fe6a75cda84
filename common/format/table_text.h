/* SPDX-License-Identifier: ISC */
#ifndef FASEN_TABLE_TEXT_H
#define FASEN_TABLE_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "arena.h"
#include "label.h"
#include "table_column.h"
#include "table_layout.h"
#include "text.h"

/*
 * A table as text, which is written when it ends because it fits the width: for table_writer.c
 * only.
 */
struct table_text {
	FILE *to;
	enum lang lang;
	size_t width;				/* of the terminal; 0 = no limit */
	void (*paint)(enum table_paint);	/* or NULL */
	bool attention;				/* of the row that begins */
	const struct table_column *columns;
	size_t n;
	struct table_text_cell *cells;				/* headings, then the rows */
	size_t n_cells, cap;
	struct table_text_part {
		const char *title;
		size_t cell;			/* the first of it */
	} *parts;
	size_t n_parts, parts_cap;
	struct arena arena;
	struct text scratch, left_out;		/* of all tables so far, "Team, Begin" */
};

/* `behind` another table. */
void table_text_begin(struct table_text *, bool behind, const char *title,
    const struct table_column *, size_t n);

/* The rows from here have a title and the headings of their own, and the columns of all. */
void table_text_part(struct table_text *, const char *title);

/* Keeps a cell until the end. */
void table_text_keep(struct table_text *, const char *value);

void table_text_end(struct table_text *);

/* Behind the last one: "Not shown, for want of room: Begin, End." */
void table_text_close(struct table_text *);

void table_text_release(struct table_text *);

#endif

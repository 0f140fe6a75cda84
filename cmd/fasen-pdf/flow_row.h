/* SPDX-License-Identifier: ISC */
#ifndef FASEN_FLOW_ROW_H
#define FASEN_FLOW_ROW_H

#include <stdbool.h>
#include <stddef.h>

#include "face.h"
#include "picture.h"

/*
 * A part of a document, set but not yet on pages: rows from top to bottom, each of cells side by
 * side, and the slices in which a row may go to a page. A paragraph is a row of one cell with a
 * slice for each line; a row of a table is one slice.
 */

/* The body of a page, in points: A4. */
#define PAGE_WIDTH 595.28
#define PAGE_HEIGHT 841.89
#define BODY_LEFT 62.36
#define BODY_TOP 56.69
#define BODY_WIDTH 470.56
#define BODY_HEIGHT 714.33

/* What is drawn with a row, besides its texts. */
enum ornament { ORNAMENT_NONE, ORNAMENT_BELOW, ORNAMENT_FAINT, ORNAMENT_HEAD, ORNAMENT_BAR,
    ORNAMENT_SIGN, ORNAMENT_RULE };

struct flow_cell {
	PangoLayout *layout;
	enum face face;
	double x;		/* from the left of the body */
	bool left;		/* lines read from the right too begin there */
	const char *tag;	/* in the structure of the document */
	const char *language;	/* of the text; NULL = that of the document, or not known */
};

struct flow_row {
	struct flow_cell *cells;
	size_t ncells;
	const char *outer;	/* the tag around a run of rows, or NULL */
	bool begins, ends;	/* that run */
	const char *tag;	/* the tag around the cells, or NULL */
	enum ornament ornament;
	struct picture picture;	/* in the middle of a row without cells, else at its end */
	int outline;		/* level among the bookmarks; 0 = none */
	size_t head;		/* row to repeat on top of a page that begins with this one; its
				   own number = none */
};

struct flow_slice {
	size_t row;
	int line, lines;	/* of each cell */
	double before, height;	/* points; no `before` on top of a page */
	double ascent;		/* from the top to the baseline of the first line */
	bool keep;		/* on the page of the next one */
	bool within;		/* what flow_keep keeps together, and not the last of it */
	bool ends;		/* the row */
	bool fresh;		/* begins a page */
};

struct flow {
	struct faces *faces;
	struct flow_row *rows;
	size_t nrows, rows_cap;
	struct flow_slice *slices;
	size_t nslices, slices_cap;
	bool keeping, fresh;
	size_t keep_from;	/* slice */
};

/*
 * What a flow is made of: a row of cells, each a layout of text, then the slices in which it goes
 * on pages. Lengths are in points. What is returned is the flow's, until the next is added.
 */
struct flow_row *flow_row_add(struct flow *, size_t ncells);

/* Sets the i-th cell, x from the left; `tag` is what it is in the structure. */
void flow_row_set(struct flow *, struct flow_row *, size_t i, const char *tag, enum face,
    const char *text, double x, double width, bool right);

/* A row of one cell over the whole width. */
struct flow_row *flow_row_text(struct flow *, const char *tag, enum face, const char *text,
    double x);

/* The last row as one slice. */
struct flow_slice *flow_slice_whole(struct flow *, double before, double below);

/*
 * The last row as a slice for each line; its first two lines stay together, and so do its last two.
 */
void flow_slice_lines(struct flow *, double before, double below);

double flow_cell_height(const struct flow_cell *);

#endif

/* SPDX-License-Identifier: ISC */
#ifndef FASEN_FLOW_H
#define FASEN_FLOW_H

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
	const char *tag;	/* in the structure of the document */
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

/* Empties it for the next part. */
void flow_clear(struct flow *);
void flow_release(struct flow *);

/* `faces` are taken from the flow; texts may have line breaks. */
/*
 * What stands above the title: the organisation, and its logo ("" = none), a PNG in base 64. False
 * when it is none.
 */
bool flow_letterhead(struct flow *, const char *organisation, const char *logo);

void flow_title(struct flow *, const char *title, const char *below);
void flow_heading(struct flow *, int level, const char *);
void flow_goal(struct flow *, const char *);
void flow_paragraph(struct flow *, const char *);
void flow_quote(struct flow *, const char *);
void flow_note(struct flow *, const char *);

/* `first`, `last`: of a run of them. */
void flow_pair(struct flow *, const char *name, const char *value, bool first, bool last);
void flow_item(struct flow *, const char *, bool first, bool last);

struct flow_column {
	char *heading;
	int weight;
	bool right;
};

/* A picture of SVG, with what it shows in words below it. False when it is none. */
bool flow_picture(struct flow *, const char *svg, const char *words);

/* A table of n columns; an empty caption is none. The cells are row by row. */
void flow_table(struct flow *, const char *caption, const struct flow_column *, size_t n,
    char *const *cells, size_t ncells);

/* What is asked, what is known of it ("" = nothing), and so many lines to write on. */
void flow_blank(struct flow *, const char *name, const char *value, int lines);

/* Who signs: a text, and what stands below the two lines to write on. */
struct flow_signer {
	char *text;
	const char *signature, *place;
};

/* Lines to sign on, side by side; they stay together, and with what stands before them. */
void flow_signs(struct flow *, const struct flow_signer *, size_t n);

void flow_fresh_page(struct flow *);
void flow_keep(struct flow *, bool begin);

#endif

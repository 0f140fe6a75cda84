#include "flow.h"

#include <stdlib.h>

#include "alloc.h"

enum { ALL_LINES = 1 << 20 };

/* Points. */
#define QUOTE_INDENT 11.0
#define ITEM_INDENT 14.0
#define PAIR_INDENT 130.0
#define COLUMN_GAP 10.0
#define SIGN_GAP 28.0
#define SIGN_ROOM 34.0

static void
drop_rows(struct flow *f)
{
	for (size_t i = 0; i < f->nrows; i++) {
		for (size_t k = 0; k < f->rows[i].ncells; k++)
			g_object_unref(f->rows[i].cells[k].layout);
		free(f->rows[i].cells);
	}
}

void
flow_clear(struct flow *f)
{
	drop_rows(f);
	f->nrows = f->nslices = 0;
	f->keeping = f->fresh = false;
}

void
flow_release(struct flow *f)
{
	drop_rows(f);
	free(f->rows);
	free(f->slices);
}

static struct flow_row *
add_row(struct flow *f, size_t ncells)
{
	struct flow_row *row;

	f->rows = alloc_room(f->rows, &f->rows_cap, f->nrows + 1, sizeof *f->rows);
	row = &f->rows[f->nrows++];
	*row = (struct flow_row){ .cells = alloc_new(ncells, sizeof *row->cells), .ncells = ncells, .head = f->nrows - 1 };
	return row;
}

static void
set_cell(struct flow *f, struct flow_row *row, size_t i, const char *tag, enum face face, const char *text, double x,
    double width, bool right)
{
	row->cells[i] = (struct flow_cell){ face_set(f->faces, face, text, width, right), face, x, tag };
}

static struct flow_slice *
add_slice(struct flow *f, int line, int lines, double before, double height)
{
	struct flow_slice *s;

	f->slices = alloc_room(f->slices, &f->slices_cap, f->nslices + 1, sizeof *f->slices);
	s = &f->slices[f->nslices++];
	*s = (struct flow_slice){ .row = f->nrows - 1, .line = line, .lines = lines, .before = before, .height = height,
	    .keep = f->keeping, .fresh = f->fresh };
	f->fresh = false;
	return s;
}

static double
height_of(PangoLayout *layout)
{
	int width, height;

	pango_layout_get_size(layout, &width, &height);
	return (double)height / PANGO_SCALE;
}

/* The last row as one slice. */
static struct flow_slice *
slice_whole(struct flow *f, double before, double below)
{
	const struct flow_row *row = &f->rows[f->nrows - 1];
	double height = 0;
	struct flow_slice *s;

	for (size_t i = 0; i < row->ncells; i++)
		height = MAX(height, height_of(row->cells[i].layout));
	s = add_slice(f, 0, ALL_LINES, before, height + below);
	s->ends = true;
	return s;
}

/* The last row as a slice for each line; its first two lines stay together, and so do its last two. */
static void
slice_lines(struct flow *f, double before, double below)
{
	const struct flow_row *row = &f->rows[f->nrows - 1];
	double *heights = NULL;
	size_t cap = 0;
	int n = 0;

	for (size_t i = 0; i < row->ncells; i++) {
		PangoLayoutIter *iter = pango_layout_get_iter(row->cells[i].layout);
		int k = 0;

		do {
			PangoRectangle line;

			heights = alloc_room(heights, &cap, (size_t)k + 1, sizeof *heights);
			if (k == n)
				heights[n++] = 0;
			pango_layout_iter_get_line_extents(iter, NULL, &line);
			heights[k] = MAX(heights[k], (double)line.height / PANGO_SCALE);
			k++;
		} while (pango_layout_iter_next_line(iter));
		pango_layout_iter_free(iter);
	}
	for (int k = 0; k < n; k++) {
		struct flow_slice *s = add_slice(f, k, 1, k == 0 ? before : 0, heights[k] + (k + 1 == n ? below : 0));

		s->keep = s->keep || (k + 1 < n && (k == 0 || k + 2 == n));
		s->ends = k + 1 == n;
	}
	free(heights);
}

/* A row of one cell over the whole width. */
static struct flow_row *
add_text(struct flow *f, const char *tag, enum face face, const char *text, double x)
{
	struct flow_row *row = add_row(f, 1);

	set_cell(f, row, 0, tag, face, text, x, BODY_WIDTH - x, false);
	return row;
}

void
flow_title(struct flow *f, const char *title, const char *below)
{
	add_text(f, "H1", FACE_TITLE, title, 0)->outline = 1;
	slice_whole(f, 0, 0)->keep = true;
	if (*below == '\0')
		return;
	add_text(f, "P", FACE_LABEL, below, 0);
	slice_lines(f, 2, 6);
}

void
flow_heading(struct flow *f, int level, const char *text)
{
	struct flow_row *row = add_text(f, level == 2 ? "H2" : "H3", level == 2 ? FACE_HEADING : FACE_SUBHEADING, text, 0);

	row->outline = level;
	row->ornament = level == 2 ? ORNAMENT_BELOW : ORNAMENT_NONE;
	slice_whole(f, level == 2 ? 17 : 11, level == 2 ? 4 : 0)->keep = true;
}

void
flow_paragraph(struct flow *f, const char *text)
{
	add_text(f, "P", FACE_BODY, text, 0);
	slice_lines(f, 5, 0);
}

void
flow_quote(struct flow *f, const char *text)
{
	struct flow_row *row = add_row(f, 1);

	set_cell(f, row, 0, "P", FACE_BODY, text, QUOTE_INDENT, BODY_WIDTH - 2 * QUOTE_INDENT, false);
	row->outer = "BlockQuote";
	row->begins = row->ends = true;
	row->ornament = ORNAMENT_BAR;
	slice_lines(f, 5, 0);
}

void
flow_note(struct flow *f, const char *text)
{
	add_text(f, "P", FACE_NOTE, text, 0);
	slice_lines(f, 5, 0);
}

/* A row of a list: a label and its text. */
static void
add_listed(struct flow *f, enum face face, const char *name, const char *value, double indent, bool first, bool last)
{
	struct flow_row *row = add_row(f, 2);

	set_cell(f, row, 0, "Lbl", face, name, 0, indent - COLUMN_GAP / 2, false);
	set_cell(f, row, 1, "LBody", FACE_BODY, value, indent, BODY_WIDTH - indent, false);
	row->outer = "L";
	row->tag = "LI";
	row->begins = first;
	row->ends = last;
	slice_lines(f, first ? 5 : 1.5, 0);
}

void
flow_pair(struct flow *f, const char *name, const char *value, bool first, bool last)
{
	add_listed(f, FACE_LABEL, name, value, PAIR_INDENT, first, last);
}

void
flow_item(struct flow *f, const char *text, bool first, bool last)
{
	add_listed(f, FACE_BODY, "\xE2\x80\xA2", text, ITEM_INDENT, first, last);
}

static struct flow_row *
add_table_row(struct flow *f, const struct flow_column *columns, size_t n, const char *tag, enum face face,
    char *const *cells)
{
	struct flow_row *row = add_row(f, n);
	int all = 0;
	double x = 0;

	for (size_t i = 0; i < n; i++)
		all += columns[i].weight;
	for (size_t i = 0; i < n; i++) {
		double width = BODY_WIDTH * columns[i].weight / all;

		set_cell(f, row, i, tag, face, cells == NULL ? columns[i].heading : cells[i], x,
		    width - (i + 1 < n ? COLUMN_GAP : 0), columns[i].right);
		x += width;
	}
	row->outer = "Table";
	row->tag = "TR";
	return row;
}

void
flow_table(struct flow *f, const char *caption, const struct flow_column *columns, size_t n)
{
	struct flow_row *row;

	if (*caption != '\0') {
		row = add_text(f, "Caption", FACE_NOTE, caption, 0);
		row->outer = "Table";
		row->begins = true;
		slice_whole(f, 7, 0)->keep = true;
	}
	row = add_table_row(f, columns, n, "TH", FACE_COLUMN, NULL);
	row->begins = *caption == '\0';
	row->ornament = ORNAMENT_HEAD;
	f->head = f->nrows - 1;
	slice_whole(f, *caption == '\0' ? 7 : 2, 5)->keep = true;
}

void
flow_table_row(struct flow *f, const struct flow_column *columns, size_t n, char *const *cells)
{
	struct flow_row *row = add_table_row(f, columns, n, "TD", FACE_CELL, cells);
	double height = 0;

	row->head = f->head;
	row->ornament = ORNAMENT_FAINT;
	for (size_t i = 0; i < n; i++)
		height = MAX(height, height_of(row->cells[i].layout));
	if (height < BODY_HEIGHT / 2)
		slice_whole(f, 3, 5);
	else
		slice_lines(f, 3, 5);
}

void
flow_table_end(struct flow *f)
{
	f->rows[f->nrows - 1].ends = true;
	if (f->rows[f->nrows - 1].ornament == ORNAMENT_HEAD)	/* no row follows */
		f->slices[f->nslices - 1].keep = f->keeping;
}

void
flow_sign(struct flow *f, const char *text, const char *signature, const char *place)
{
	struct flow_row *row;

	if (f->nslices != 0 && !f->fresh)
		f->slices[f->nslices - 1].keep = true;
	add_text(f, "P", FACE_BODY, text, 0);
	slice_whole(f, 16, 0)->keep = true;
	row = add_row(f, 2);
	set_cell(f, row, 0, "P", FACE_NOTE, signature, 0, BODY_WIDTH * .58 - SIGN_GAP, false);
	set_cell(f, row, 1, "P", FACE_NOTE, place, BODY_WIDTH * .58, BODY_WIDTH * .42, false);
	row->ornament = ORNAMENT_SIGN;
	slice_whole(f, SIGN_ROOM, 0);
}

void
flow_fresh_page(struct flow *f)
{
	f->fresh = true;
}

void
flow_keep(struct flow *f, bool begin)
{
	if (!begin && f->keeping && f->nslices != 0 && f->keep_from < f->nslices)
		f->slices[f->nslices - 1].keep = false;
	f->keeping = begin;
	f->keep_from = f->nslices;
}

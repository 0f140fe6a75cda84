/* SPDX-License-Identifier: ISC */
#include "flow.h"

#include <stdlib.h>

#include "alloc.h"

/* Points. */
#define QUOTE_INDENT 11.0
#define ITEM_INDENT 14.0
#define PAIR_INDENT 130.0
#define COLUMN_GAP 10.0
#define SIGN_GAP 24.0
#define SIGN_ROOM 32.0

static void
drop_rows(struct flow *f)
{
	for (size_t i = 0; i < f->nrows; i++) {
		for (size_t k = 0; k < f->rows[i].ncells; k++)
			g_object_unref(f->rows[i].cells[k].layout);
		free(f->rows[i].cells);
		picture_release(&f->rows[i].picture);
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

/* The most room that a logo takes. */
#define LOGO_WIDTH 140.0
#define LOGO_HEIGHT 40.0

bool
flow_letterhead(struct flow *f, const char *organisation, const char *logo)
{
	struct flow_row *row = flow_row_text(f, "P", FACE_NOTE, organisation, 0);
	bool good = *logo == '\0' || picture_read_png(&row->picture, logo, LOGO_WIDTH, LOGO_HEIGHT);
	double height = flow_cell_height(row->cells);

	flow_slice_whole(f, 0, MAX(8, row->picture.height - height + 4))->keep = true;
	return good;
}

void
flow_title(struct flow *f, const char *title, const char *below)
{
	flow_row_text(f, "H1", FACE_TITLE, title, 0)->outline = 1;
	flow_slice_whole(f, 0, 0)->keep = true;
	if (*below == '\0')
		return;
	flow_row_text(f, "P", FACE_LABEL, below, 0);
	flow_slice_lines(f, 2, 6);
}

void
flow_heading(struct flow *f, int level, const char *text)
{
	struct flow_row *row = flow_row_text(f, level == 2 ? "H2" : "H3", level == 2 ?
	    FACE_HEADING : FACE_SUBHEADING, text, 0);

	row->outline = level;
	row->ornament = level == 2 ? ORNAMENT_BELOW : ORNAMENT_NONE;
	flow_slice_whole(f, level == 2 ? 17 : 11, level == 2 ? 4 : 0)->keep = true;
}

void
flow_goal(struct flow *f, const char *text)
{
	flow_row_text(f, "H2", FACE_GOAL, text, 0)->outline = 2;
	flow_slice_whole(f, 16, 1)->keep = true;
}

void
flow_paragraph(struct flow *f, const char *text)
{
	flow_row_text(f, "P", FACE_BODY, text, 0);
	flow_slice_lines(f, 5, 0);
}

void
flow_quote(struct flow *f, const char *text)
{
	struct flow_row *row = flow_row_add(f, 1);

	flow_row_set(f, row, 0, "P", FACE_BODY, text, QUOTE_INDENT, BODY_WIDTH - 2 * QUOTE_INDENT,
	    false);
	row->outer = "BlockQuote";
	row->begins = row->ends = true;
	row->ornament = ORNAMENT_BAR;
	flow_slice_lines(f, 5, 0);
}

void
flow_note(struct flow *f, const char *text)
{
	flow_row_text(f, "P", FACE_NOTE, text, 0);
	flow_slice_lines(f, 5, 0);
}

/* Room on a page for the words below a picture, when there are few. */
#define WORDS_ROOM 30.0

/* Words below a picture stand on one page where one holds them, else begin one. */
static void
add_words(struct flow *f, const char *words)
{
	bool keeping = f->keeping;
	size_t from = f->nslices;
	double height = 0;

	if (!keeping)
		flow_keep(f, true);
	flow_note(f, words);
	if (keeping)
		return;
	flow_keep(f, false);
	for (size_t i = from; i < f->nslices; i++)
		height += f->slices[i].before + f->slices[i].height;
	f->slices[from].fresh = height > BODY_HEIGHT;
}

bool
flow_picture(struct flow *f, const char *svg, const char *words)
{
	struct picture picture;
	struct flow_row *row;

	if (!picture_read(&picture, svg, BODY_WIDTH, BODY_HEIGHT - WORDS_ROOM))
		return false;
	row = flow_row_add(f, 0);
	row->picture = picture;
	row->tag = "Figure";
	flow_slice_whole(f, 7, picture.height);
	if (*words != '\0')
		add_words(f, words);
	return true;
}

/* A row of a list: a label and its text. */
static void
add_listed(struct flow *f, enum face face, const char *name, const char *value, double indent,
    bool first, bool last)
{
	struct flow_row *row = flow_row_add(f, 2);

	flow_row_set(f, row, 0, "Lbl", face, name, 0, indent - COLUMN_GAP / 2, false);
	flow_row_set(f, row, 1, "LBody", FACE_BODY, value, indent, BODY_WIDTH - indent, false);
	row->outer = "L";
	row->tag = "LI";
	row->begins = first;
	row->ends = last;
	if (last && !first)
		f->slices[f->nslices - 1].keep = true;
	flow_slice_lines(f, first ? 5 : 1.5, 0);
	if (first && !last)
		f->slices[f->nslices - 1].keep = true;
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

/*
 * The columns' widths: their shares, but no word is broken where that can be without breaking
 * another. What a column then lacks comes from those that have more than their widest word. False
 * when that is not enough.
 */
static bool
fit_columns(struct flow *f, const struct flow_column *columns, size_t n, char *const *cells,
    size_t ncells, bool small, double *widths)
{
	enum face head = small ? FACE_SMALL_COLUMN : FACE_COLUMN, cell = small ? FACE_SMALL_CELL :
	    FACE_CELL;

	double *needs = alloc_new(n, sizeof *needs), lack = 0, spare = 0;
	int all = 0;

	for (size_t i = 0; i < n; i++)
		all += columns[i].weight;
	for (size_t i = 0; i < n; i++) {
		widths[i] = BODY_WIDTH * columns[i].weight / all;
		needs[i] = face_widest_word(f->faces, head, columns[i].heading, 0);
		for (size_t k = i; k < ncells; k += n)
			needs[i] = face_widest_word(f->faces, cell, cells[k], needs[i]);
		needs[i] += i + 1 < n ? COLUMN_GAP : 0;
		lack += MAX(0, needs[i] - widths[i]);
		spare += MAX(0, widths[i] - needs[i]);
	}
	for (size_t i = 0; i < n && lack > 0; i++)
		if (needs[i] > widths[i])
			widths[i] += (needs[i] - widths[i]) * MIN(1, spare / lack);
		else
			widths[i] -= (widths[i] - needs[i]) * MIN(1, lack / spare);
	free(needs);
	return lack <= spare;
}

static struct flow_row *
add_table_row(struct flow *f, const struct flow_column *columns, size_t n, const double *widths,
    const char *tag, enum face face, char *const *cells)
{
	struct flow_row *row = flow_row_add(f, n);
	double x = 0;

	for (size_t i = 0; i < n; i++) {
		flow_row_set(f, row, i, tag, face, cells == NULL ? columns[i].heading : cells[i], x,
		    widths[i] - (i + 1 < n ? COLUMN_GAP : 0), columns[i].right);
		x += widths[i];
	}
	row->outer = "Table";
	row->tag = "TR";
	return row;
}

#define ROW_ABOVE 2.5
#define ROW_BELOW 4.0

/* A row is not alone on the first or the last page of its table, unless it is high. */
#define PAIR_HEIGHT (BODY_HEIGHT / 6)

static void
keep_pairs(struct flow *f, size_t from)
{
	struct flow_slice *s = f->slices;
	size_t last = f->nslices - 1;

	if (last < from + 1)
		return;
	if (s[from].height + s[from + 1].height < PAIR_HEIGHT)
		s[from].keep = true;
	if (s[last - 1].height + s[last].height < PAIR_HEIGHT && s[last - 1].ends)
		s[last - 1].keep = true;
}

void
flow_table(struct flow *f, const char *caption, const struct flow_column *columns, size_t n,
    char *const *cells, size_t ncells)
{
	double *widths = alloc_new(n, sizeof *widths), height;
	struct flow_row *row;
	struct flow_slice *slice;
	size_t head, rows;
	bool small;

	small = !fit_columns(f, columns, n, cells, ncells, false, widths) &&
	    (fit_columns(f, columns, n, cells, ncells, true, widths) || n > 4);
	if (*caption != '\0') {
		row = flow_row_text(f, "Caption", FACE_NOTE, caption, 0);
		row->outer = "Table";
		row->begins = true;
		flow_slice_whole(f, 7, 0)->keep = true;
	}
	row = add_table_row(f, columns, n, widths, "TH", small ? FACE_SMALL_COLUMN :
	    FACE_COLUMN, NULL);
	row->begins = *caption == '\0';
	row->ornament = ORNAMENT_HEAD;
	head = f->nrows - 1;
	slice = flow_slice_whole(f, *caption == '\0' ? 7 : 2, 5);
	slice->keep = slice->keep || ncells != 0;
	rows = f->nslices;
	for (size_t i = 0; i + n <= ncells; i += n) {
		row = add_table_row(f, columns, n, widths, "TD", small ? FACE_SMALL_CELL :
		    FACE_CELL, cells + i);
		row->head = head;
		row->ornament = ORNAMENT_FAINT;
		height = 0;
		for (size_t k = 0; k < n; k++)
			height = MAX(height, flow_cell_height(&row->cells[k]));
		if (height < BODY_HEIGHT / 2)
			flow_slice_whole(f, ROW_ABOVE, ROW_BELOW);
		else
			flow_slice_lines(f, ROW_ABOVE, ROW_BELOW);
	}
	keep_pairs(f, rows);
	f->rows[f->nrows - 1].ends = true;
	free(widths);
}

/* From one line to write on to the next: for who writes large. */
#define RULE_ROOM 27.0

void
flow_blank(struct flow *f, const char *name, const char *value, int lines)
{
	flow_row_text(f, "P", FACE_BODY, name, 0);
	flow_slice_whole(f, 9, 0)->keep = true;
	if (*value != '\0') {
		flow_row_text(f, "P", FACE_BODY, value, QUOTE_INDENT);
		flow_slice_lines(f, 1.5, 0);
		f->slices[f->nslices - 1].keep = true;
	}
	for (int i = 0; i < lines; i++) {
		flow_row_add(f, 0)->ornament = ORNAMENT_RULE;
		flow_slice_whole(f, 0, RULE_ROOM)->keep = i == 0 && lines > 1;
	}
}

/* A row of what each signer has, from the i-th on; on a line that is written on, or not. */
static void
add_signs(struct flow *f, const struct flow_signer *signers, size_t n, int part)
{
	double width = (BODY_WIDTH - SIGN_GAP * (double)(n - 1)) / (double)n;
	struct flow_row *row = flow_row_add(f, n);

	for (size_t i = 0; i < n; i++)
		flow_row_set(f, row, i, "P", part == 0 ? FACE_BODY : FACE_NOTE,
		    part == 0 ? signers[i].text :
		    part == 1 ? signers[i].signature : signers[i].place,
		    (double)i * (width + SIGN_GAP), width, false);
	/* A name that is read from the right stands below what it is of, too. */
	for (size_t i = 0; i < n; i++)
		pango_layout_set_auto_dir(row->cells[i].layout, FALSE);
	row->ornament = part == 0 ? ORNAMENT_NONE : ORNAMENT_SIGN;
	flow_slice_whole(f, part == 0 ? 14 : SIGN_ROOM, 0)->keep = true;
}

void
flow_signs(struct flow *f, const struct flow_signer *signers, size_t n)
{
	size_t columns = n < 4 ? n : n == 4 ? 2 : 3;

	if (n == 0)
		return;
	if (f->nslices != 0 && !f->fresh)
		f->slices[f->nslices - 1].keep = true;
	for (size_t i = 0; i < n; i += columns)
		for (int part = 0; part < 3; part++)
			add_signs(f, signers + i, n - i < columns ? n - i : columns, part);
	f->slices[f->nslices - 1].keep = false;
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
		f->slices[f->nslices - 1].within = false;
	f->keeping = begin;
	f->keep_from = f->nslices;
}

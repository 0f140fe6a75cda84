/* SPDX-License-Identifier: ISC */
#include "flow_row.h"

#include "alloc.h"

enum { ALL_LINES = 1 << 20 };

struct flow_row *
flow_row_add(struct flow *f, size_t ncells)
{
	struct flow_row *row;

	f->rows = alloc_room(f->rows, &f->rows_cap, f->nrows + 1, sizeof *f->rows);
	row = &f->rows[f->nrows++];
	*row = (struct flow_row){ .cells = alloc_new(ncells, sizeof *row->cells), .ncells = ncells,
	    .head = f->nrows - 1 };
	return row;
}

/*
 * Whether a text that is read from the right stands beside what it belongs to: one of a line, such
 * as a name, and one among lines that are read from the left.
 */
static bool
stands_left(PangoLayout *layout)
{
	int n = pango_layout_get_line_count(layout), right = 0;

	for (int i = 0; i < n; i++)
		right += pango_layout_get_line_readonly(layout, i)->resolved_dir ==
		    PANGO_DIRECTION_RTL;
	return right > 0 && (n == 1 || right < n);
}

void
flow_row_set(struct flow *f, struct flow_row *row, size_t i, const char *tag, enum face face,
    const char *text, double x, double width, bool right)
{
	PangoLayout *layout = face_set(f->faces, face, text, width, right);

	row->cells[i] = (struct flow_cell){ layout, face, x,
	    row->ncells > 1 && !right && stands_left(layout), tag,
	    face_language(f->faces, text) };
}

static struct flow_slice *
add_slice(struct flow *f, int line, int lines, double before, double height)
{
	struct flow_slice *s;

	f->slices = alloc_room(f->slices, &f->slices_cap, f->nslices + 1, sizeof *f->slices);
	s = &f->slices[f->nslices++];
	*s = (struct flow_slice){ .row = f->nrows - 1, .line = line, .lines = lines,
	    .before = before, .height = height, .within = f->keeping, .fresh = f->fresh };
	f->fresh = false;
	return s;
}

double
flow_cell_height(const struct flow_cell *cell)
{
	int width, height;

	pango_layout_get_size(cell->layout, &width, &height);
	return face_points(cell->face, height);
}

struct flow_slice *
flow_slice_whole(struct flow *f, double before, double below)
{
	const struct flow_row *row = &f->rows[f->nrows - 1];
	double above = 0, under = 0;
	struct flow_slice *s;

	for (size_t i = 0; i < row->ncells; i++) {
		const struct flow_cell *cell = &row->cells[i];
		double baseline = face_points(cell->face, pango_layout_get_baseline(cell->layout));

		above = MAX(above, baseline);
		under = MAX(under, flow_cell_height(cell) - baseline);
	}
	s = add_slice(f, 0, ALL_LINES, before, above + under + below);
	s->ascent = above;
	s->ends = true;
	return s;
}

void
flow_slice_lines(struct flow *f, double before, double below)
{
	const struct flow_row *row = &f->rows[f->nrows - 1];
	size_t from = f->nslices;

	for (size_t i = 0; i < row->ncells; i++) {
		const struct flow_cell *cell = &row->cells[i];
		PangoLayoutIter *iter = pango_layout_get_iter(cell->layout);
		size_t k = from;

		do {
			PangoRectangle line;
			double above, under;
			struct flow_slice *s;

			pango_layout_iter_get_line_extents(iter, NULL, &line);
			above = face_points(cell->face, pango_layout_iter_get_baseline(iter) -
			    line.y);
			under = face_points(cell->face, line.height) - above;
			if (k == f->nslices)
				add_slice(f, (int)(k - from), 1, k == from ? before : 0, 0);
			s = &f->slices[k++];
			under = MAX(under, s->height - s->ascent);
			s->ascent = MAX(above, s->ascent);
			s->height = s->ascent + under;
		} while (pango_layout_iter_next_line(iter));
		pango_layout_iter_free(iter);
	}
	for (size_t k = from; k + 1 < f->nslices; k++)
		f->slices[k].keep = f->slices[k].keep || k == from || k + 2 == f->nslices;
	f->slices[f->nslices - 1].height += below;
	f->slices[f->nslices - 1].ends = true;
}

struct flow_row *
flow_row_text(struct flow *f, const char *tag, enum face face, const char *text, double x)
{
	struct flow_row *row = flow_row_add(f, 1);

	flow_row_set(f, row, 0, tag, face, text, x, BODY_WIDTH - x, false);
	return row;
}

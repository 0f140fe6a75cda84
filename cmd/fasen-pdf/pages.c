/* SPDX-License-Identifier: ISC */
#include "pages.h"

#include <cairo-pdf.h>
#include <stdio.h>
#include <stdlib.h>

#include "alloc.h"
#include "text.h"

/*
 * From the bottom of the page to that of the foot, and the room between the two ends of it, in
 * points.
 */
#define FOOT_BOTTOM 34.0
#define FOOT_NUMBER 60.0

enum { LINK_SIZE = 100 };

/* A page: slices from, to and not including; the row that is repeated on top, or ROW_NONE. */
struct page {
	size_t from, to, head;
};

static const size_t ROW_NONE = (size_t)-1;

struct pagination {
	const struct flow *flow;
	struct page *pages;
	size_t n, cap;
	double y;		/* on the last page */
};

/* The slice that is the whole of a row of headings. */
static const struct flow_slice *
head_slice(const struct flow *f, size_t row)
{
	size_t from = 0, to = f->nslices;

	while (to - from > 1) {
		size_t middle = from + (to - from) / 2;

		if (f->slices[middle].row <= row)
			from = middle;
		else
			to = middle;
	}
	return &f->slices[from];
}

/* The headings that a page begins with when the slice does. */
static size_t
head_for(const struct flow *f, size_t slice)
{
	size_t row = f->slices[slice].row;

	return f->rows[row].head == row ? ROW_NONE : f->rows[row].head;
}

static void
next_page(struct pagination *p, size_t slice)
{
	struct page *page;

	p->pages = alloc_room(p->pages, &p->cap, p->n + 1, sizeof *p->pages);
	page = &p->pages[p->n++];
	*page = (struct page){ slice, slice, head_for(p->flow, slice) };
	p->y = page->head == ROW_NONE ? 0 : head_slice(p->flow, page->head)->height;
}

/* Height of the slices when they follow what is on the page. */
static double
height_of(const struct pagination *p, size_t from, size_t to)
{
	double height = 0;

	for (size_t i = from; i < to; i++) {
		const struct flow_slice *s = &p->flow->slices[i];

		height += s->height + (i == from && p->pages[p->n - 1].from == from && p->y == 0 ?
		    0 : s->before);
	}
	return height;
}

static bool
fits(const struct pagination *p, size_t from, size_t to)
{
	return p->y + height_of(p, from, to) <= BODY_HEIGHT;
}

static void
put(struct pagination *p, size_t from, size_t to)
{
	p->y += height_of(p, from, to);
	p->pages[p->n - 1].to = to;
}

/* Whether a page of their own would hold them. */
static bool
page_holds(const struct pagination *p, size_t from, size_t to)
{
	size_t head = head_for(p->flow, from);
	double height = head == ROW_NONE ? 0 : head_slice(p->flow, head)->height;

	for (size_t i = from; i < to; i++)
		height += p->flow->slices[i].height +
		    (i == from && head == ROW_NONE ? 0 : p->flow->slices[i].before);
	return height <= BODY_HEIGHT;
}

enum bond { BOND_WITHIN, BOND_KEEP, BOND_NONE };

static bool
bound(const struct flow_slice *s, enum bond bond)
{
	return s[1].fresh ? false : bond == BOND_WITHIN ? s->within || s->keep :
	    bond == BOND_KEEP && s->keep;
}

/*
 * What is bound together goes to a page as one; where no page holds it, what is bound closer does.
 */
static void
place(struct pagination *p, size_t from, size_t end, enum bond bond)
{
	const struct flow_slice *s = p->flow->slices;
	size_t to;

	for (; from < end; from = to) {
		for (to = from + 1; to < end && bound(&s[to - 1], bond); to++)
			;
		if (p->n == 0 || (s[from].fresh && p->pages[p->n - 1].from != from))
			next_page(p, from);
		if (fits(p, from, to)) {
			put(p, from, to);
		} else if (page_holds(p, from, to) || bond == BOND_NONE) {
			if (p->pages[p->n - 1].to > p->pages[p->n - 1].from)
				next_page(p, from);
			put(p, from, to);
		} else
			place(p, from, to, bond + 1);
	}
}

static void
paginate(struct pagination *p)
{
	place(p, 0, p->flow->nslices, BOND_WITHIN);
}

/* Whether any of it is read from the right: its words are drawn from the left. */
static bool
reads_right(PangoLayout *layout)
{
	PangoLayoutIter *iter = pango_layout_get_iter(layout);
	bool right = false;

	do {
		const PangoLayoutRun *run = pango_layout_iter_get_run_readonly(iter);

		right = run != NULL && run->item->analysis.level % 2 == 1;
	} while (!right && pango_layout_iter_next_run(iter));
	pango_layout_iter_free(iter);
	return right;
}

/* Begins what is a part of the structure: of the cell unless NULL, `whole` or what is on a page. */
static void
begin_tag(struct pages *p, const char *tag, const struct flow_cell *cell, bool whole)
{
	bool right = cell != NULL && whole && reads_right(cell->layout);

	p->tags = alloc_room(p->tags, &p->tags_cap, p->ntags + 1, sizeof *p->tags);
	p->tags[p->ntags++] = (struct output_tag){ tag, cell != NULL ? cell->language : NULL,
	    right ? alloc_copy(pango_layout_get_text(cell->layout)) : NULL };
	cairo_tag_begin(p->cairo, tag, NULL);
}

static void
drop_tags(struct pages *p)
{
	while (p->ntags > 0)
		free(p->tags[--p->ntags].reads);
}

static void
draw_line(cairo_t *c, double x, double y, double width, double thick, double grey)
{
	cairo_set_source_rgb(c, grey, grey, grey);
	cairo_rectangle(c, x, y, width, thick);
	cairo_fill(c);
}

/* What stands with a row, at the top and height of its part on this page. */
static void
draw_ornament(cairo_t *c, const struct flow_row *row, double top, double height)
{
	const struct flow_cell *cell = row->cells;
	double x = BODY_LEFT, right = BODY_LEFT + BODY_WIDTH;

	switch (row->ornament) {
	case ORNAMENT_BELOW:
	case ORNAMENT_HEAD:
		draw_line(c, x, top + height - 2, BODY_WIDTH, .6, .55);
		break;
	case ORNAMENT_FAINT:
		draw_line(c, x, top + height - 2, BODY_WIDTH, .5, .8);
		break;
	case ORNAMENT_BAR:
		if (pango_layout_get_direction(cell->layout, 0) == PANGO_DIRECTION_RTL)
			x = right - 2;
		draw_line(c, x, top, 2, height, .7);
		break;
	case ORNAMENT_SIGN:
		for (size_t i = 0; i < row->ncells; i++)
			draw_line(c, x + cell[i].x, top - 1,
			    face_points(cell[i].face, pango_layout_get_width(cell[i].layout)), .6,
			    .11);
		break;
	case ORNAMENT_RULE:
		draw_line(c, x, top + height - 2, BODY_WIDTH, .6, .55);
		break;
	case ORNAMENT_NONE:
		break;
	}
}

/* Draws the lines of a cell that are on this page, with the slices' tops at y. */
static void
draw_cell(cairo_t *c, const struct flow_cell *cell, const struct flow_slice *slices, size_t n,
    const double *y)
{
	PangoLayoutIter *iter = pango_layout_get_iter(cell->layout);
	size_t slice = 0;
	double origin = 0;
	int k = 0;

	do {
		PangoRectangle line;
		double baseline;

		while (slice < n && k >= slices[slice].line + slices[slice].lines)
			slice++;
		if (slice == n)
			break;
		pango_layout_iter_get_line_extents(iter, NULL, &line);
		baseline = face_points(cell->face, pango_layout_iter_get_baseline(iter));
		if (k == slices[slice].line)
			origin = baseline;
		if (k++ < slices[slice].line)
			continue;
		face_show_line(cell->face, c, BODY_LEFT + cell->x +
		    (cell->left ? 0 : face_points(cell->face, line.x)),
		    y[slice] + slices[slice].ascent + baseline - origin,
		    pango_layout_iter_get_line_readonly(iter));
	} while (pango_layout_iter_next_line(iter));
	pango_layout_iter_free(iter);
}

static void
add_bookmark(struct pages *p, const struct flow_row *row, double y)
{
	const char *text = pango_layout_get_text(row->cells->layout);
	int level = row->outline;
	struct text shown = { 0 };
	char link[LINK_SIZE], at[G_ASCII_DTOSTR_BUF_SIZE];

	for (; *text != '\0'; text++)
		text_addc(&shown, *text == '\n' ? ' ' : *text);
	snprintf(link, sizeof link, "page=%zu pos=[%d %s]", p->here + 1, (int)BODY_LEFT,
	    g_ascii_formatd(at, sizeof at, "%.0f", y));
	p->outline[level] = cairo_pdf_surface_add_outline(p->surface, p->outline[level - 1],
	    text_string(&shown), link, level == 1 ? CAIRO_PDF_OUTLINE_FLAG_OPEN : 0);
	for (int i = level + 1; i < 4; i++)
		p->outline[i] = p->outline[level];
	text_release(&shown);
}

/*
 * Draws consecutive slices of a row with their tops at y. The structure has a paragraph on two
 * pages as one with two spans, and a row of a table as two rows.
 */
static void
draw_row(struct pages *p, const struct flow *f, const struct flow_slice *slices, size_t n,
    const double *y)
{
	const struct flow_row *row = &f->rows[slices->row];
	bool begins = slices->line == 0, ends = slices[n - 1].ends, alone = row->tag == NULL &&
	    row->ncells == 1;
	bool spans = alone && !(begins && ends);
	cairo_t *c = p->cairo;

	if (begins && row->outline != 0)
		add_bookmark(p, row, *y);
	if (begins && row->begins)
		begin_tag(p, row->outer, NULL, false);
	draw_ornament(c, row, *y, y[n - 1] + slices[n - 1].height - *y);
	if (row->tag != NULL)
		begin_tag(p, row->tag, NULL, false);
	if (row->picture.svg != NULL || row->picture.png != NULL)
		picture_draw(&row->picture, c, BODY_LEFT + (BODY_WIDTH - row->picture.width) /
		    (row->ncells == 0 ? 2 : 1), *y);
	for (size_t i = 0; i < row->ncells; i++) {
		const char *tag = row->cells[i].tag;

		if (!alone || begins)
			begin_tag(p, tag, &row->cells[i], alone || (begins && ends));
		if (spans)
			begin_tag(p, "Span", NULL, false);
		draw_cell(c, &row->cells[i], slices, n, y);
		if (spans)
			cairo_tag_end(c, "Span");
		if (!alone || ends)
			cairo_tag_end(c, tag);
	}
	if (row->tag != NULL)
		cairo_tag_end(c, row->tag);
	if (ends && row->ends)
		cairo_tag_end(c, row->outer);
}

/* The headings again: no part of the structure, which has them already. */
static double
draw_head(struct pages *p, const struct flow *f, size_t row)
{
	const struct flow_row *head = &f->rows[row];
	const struct flow_slice *slice = head_slice(f, row);
	double top = BODY_TOP;

	draw_ornament(p->cairo, head, top, slice->height);
	for (size_t i = 0; i < head->ncells; i++)
		draw_cell(p->cairo, &head->cells[i], slice, 1, &top);
	return top + slice->height;
}

static void
draw_foot(struct pages *p, struct faces *faces, const char *foot, size_t page, size_t all)
{
	char number[LINK_SIZE];
	PangoLayout *left, *right;
	int width, height;
	double y;

	snprintf(number, sizeof number, "%zu/%zu", page, all);
	left = face_set(faces, FACE_FOOT, foot, BODY_WIDTH - FOOT_NUMBER, false);
	right = face_set(faces, FACE_FOOT, number, FOOT_NUMBER, true);
	pango_layout_set_height(left, 0);
	pango_layout_set_ellipsize(left, PANGO_ELLIPSIZE_END);
	pango_layout_get_size(left, &width, &height);
	y = PAGE_HEIGHT - FOOT_BOTTOM - face_points(FACE_FOOT, height);
	face_show(FACE_FOOT, p->cairo, BODY_LEFT, y, left);
	face_show(FACE_FOOT, p->cairo, BODY_LEFT + BODY_WIDTH - FOOT_NUMBER, y, right);
	g_object_unref(left);
	g_object_unref(right);
}

static void
draw_page(struct pages *p, const struct flow *f, const struct page *page)
{
	double *tops = alloc_new(page->to - page->from + 1, sizeof *tops), y = BODY_TOP;
	size_t to;

	if (page->head != ROW_NONE)
		y = draw_head(p, f, page->head);
	for (size_t i = page->from; i < page->to; i++) {
		y += i == page->from && page->head == ROW_NONE ? 0 : f->slices[i].before;
		tops[i - page->from] = y;
		y += f->slices[i].height;
	}
	for (size_t i = page->from; i < page->to; i = to) {
		for (to = i + 1; to < page->to && f->slices[to].row == f->slices[i].row; to++)
			;
		draw_row(p, f, &f->slices[i], to - i, tops + (i - page->from));
	}
	free(tops);
}

static void
end_page(struct pages *p)
{
	cairo_show_page(p->cairo);
	p->drawn++;
	p->here++;
}

void
pages_release(struct pages *p)
{
	drop_tags(p);
	free(p->tags);
	p->tags = NULL;
}

void
pages_begin(struct pages *p, cairo_surface_t *surface, cairo_t *cairo)
{
	drop_tags(p);
	*p = (struct pages){ .cairo = cairo, .surface = surface, .drawn = p->drawn,
	    .tags = p->tags, .tags_cap = p->tags_cap };
	begin_tag(p, "Document", NULL, false);
}

void
pages_end(struct pages *p, bool last)
{
	if (!last && p->drawn % 2 == 1)
		end_page(p);
	cairo_tag_end(p->cairo, "Document");
	cairo_destroy(p->cairo);
}

void
pages_draw(struct pages *p, const struct flow *f, const char *foot)
{
	struct pagination made = { .flow = f };

	paginate(&made);
	if (p->drawn % 2 == 1)
		end_page(p);
	begin_tag(p, "Part", NULL, false);
	for (size_t i = 0; i < made.n; i++) {
		draw_foot(p, f->faces, foot, i + 1, made.n);
		draw_page(p, f, &made.pages[i]);
		/* On its last page: what a blank one would have, cairo leaves out. */
		if (i + 1 == made.n)
			cairo_tag_end(p->cairo, "Part");
		end_page(p);
	}
	free(made.pages);
}

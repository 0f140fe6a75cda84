/* SPDX-License-Identifier: ISC */
#include "workbook_chart.h"

#include <string.h>

#include "workbook_extent.h"

enum { BLOCKS = 6 };	/* of a chart */

/* The rows of the block that are no total; none of all groups together. */
static struct block
bare(const struct result_table *s, struct block block)
{
	while (block.to > block.from && (s->rows[block.to - 1].total ||
	    s->rows[block.to - 1].all))
		block.to--;
	return block;
}

static bool
same_labels(struct book *b, const struct result_table *s, const struct block *x,
    const struct block *y)
{
	size_t i;

	if (x->to - x->from != y->to - y->from)
		return false;
	for (i = 0; i < x->to - x->from; i++)
		if (strcmp(book_shown(b, &s->rows[x->from + i].cells[s->label]),
		    book_shown(b, &s->rows[y->from + i].cells[s->label])) != 0)
			return false;
	return true;
}

/* At most BLOCKS of them, the last ones; returns how many, and whether all have the same labels. */
static size_t
blocks(struct book *b, const struct result_table *s, struct block at[BLOCKS], bool *same)
{
	struct block next;
	size_t from, n = 0, i;

	for (from = 0; book_block(b, s, from, &next); from = next.to) {
		struct block kept = bare(s, next);

		if (kept.to == kept.from)
			continue;
		if (n == BLOCKS) {
			memmove(at, at + 1, (BLOCKS - 1) * sizeof *at);
			n--;
		}
		at[n++] = kept;
	}
	*same = true;
	for (i = 1; i < n; i++)
		*same = *same && same_labels(b, s, &at[0], &at[i]);
	return n;
}

static size_t
count_blocks(struct book *b, const struct result_table *s)
{
	struct block next;
	size_t from, n = 0;

	for (from = 0; book_block(b, s, from, &next); from = next.to)
		n += bare(s, next).to > next.from;
	return n;
}

static size_t
count_series(const struct result_table *s, size_t *first)
{
	size_t i, n = 0;

	for (i = s->ncolumns; i > 0; i--)
		if (s->columns[i - 1].series) {
			*first = i - 1;
			n++;
		}
	return n;
}

/* What a chart is of; one figure, which has no legend, is named. */
static const char *
what_of(struct book *b, const struct result_table *s, size_t series, size_t nseries)
{
	const char *title = book_safe(b, s->title);

	return nseries != 1 || strcmp(s->columns[series].name, COL_N) == 0 ? title :
	    book_text(b, "%s: %s", title, book_safe(b, s->columns[series].heading));
}

static const char *
titled(struct book *b, const char *title, const char *block)
{
	return block[0] == '\0' ? title : book_text(b, "%s · %s", title, block);
}

static enum lxw_chart_type
type_of(const struct result_table *s)
{
	return s->chart == CHART_MONTHS ? LXW_CHART_COLUMN : s->chart == CHART_NORM ?
	    LXW_CHART_LINE : s->chart == CHART_STACKED ? LXW_CHART_BAR_STACKED : LXW_CHART_BAR;
}

/* Whether there is something to see. */
static bool
any(const struct result_table *s, const struct block *block)
{
	for (size_t i = block->from; i < block->to; i++)
		for (size_t j = 0; j < s->ncolumns; j++)
			if (s->columns[j].series && cell_length(&s->rows[i].cells[j]) > 0)
				return true;
	return false;
}

static bool
any_of(const struct result_table *s, const struct block *blocks, size_t n)
{
	while (n > 0 && !any(s, &blocks[n - 1]))
		n--;
	return n > 0;
}

/* The first rows of the block that one chart may hold; and what they have in common, or "". */
static struct block
part_of(struct book *b, const struct result_table *s, const struct block *block, size_t from,
    const char **name)
{
	size_t by = result_divider(s);
	struct block part = *block;

	*name = "";
	part.from = from;
	if (by == s->ncolumns)
		return part;
	*name = book_shown(b, &s->rows[from].cells[by]);
	for (part.to = from + 1; part.to < block->to &&
	    result_same_cell(&s->rows[from].cells[by], &s->rows[part.to].cells[by]); part.to++)
		continue;
	return part;
}

/* One chart of a part of a block, with all series. */
static void
put_part(struct book *b, const struct result_table *s, struct block block, const char *name,
    struct frame *f)
{
	size_t series = 0, nseries = count_series(s, &series), i;
	const char *title = titled(b, titled(b, what_of(b, s, series, nseries), name), block.name);
	struct drawing d;

	if (!any(s, &block))
		return;
	title = extent_cut(b, s, &block, nseries, f, title);
	drawing_begin(&d, b, s, type_of(s), title);
	for (i = 0; i < s->ncolumns; i++)
		if (s->columns[i].series)
			drawing_series(&d, &block, i, book_safe(b, s->columns[i].heading),
			    s->chart != CHART_MONTHS);
	if (s->chart == CHART_NORM)
		drawing_norm(&d, &block);
	if (s->chart == CHART_STACKED)
		chart_set_series_overlap(d.chart, 100);
	f->height = extent_height(b, s, &block, nseries, f);
	drawing_finish(&d, title, f);
}

static void
put_block(struct book *b, const struct result_table *s, struct block block, struct frame *f)
{
	const char *name;

	for (size_t from = block.from; from < block.to;) {
		struct block part = part_of(b, s, &block, from, &name);

		if (name[0] == '\0' || part.to > part.from + 1)
			put_part(b, s, part, name, f);
		from = part.to;
	}
}

static bool
has_chart(const struct result_table *s)
{
	size_t series = 0;

	return s->chart != CHART_NONE && count_series(s, &series) > 0 && s->nrows > 0;
}

/* One chart has all blocks. */
static bool
together(struct book *b, const struct result_table *s)
{
	struct block at[BLOCKS];
	size_t series = 0;
	bool same;

	return (s->chart == CHART_MONTHS && b->report->ngroups == 0) ||
	    (count_series(s, &series) == 1 && result_divider(s) == s->ncolumns &&
	    blocks(b, s, at, &same) > 1 && same);
}

bool
chart_of_blocks(struct book *b, const struct result_table *s)
{
	struct block at[BLOCKS];
	bool same;

	return has_chart(s) && !together(b, s) && blocks(b, s, at, &same) > 1;
}

bool
chart_any_of(struct book *b, const struct result_table *s, const char *key)
{
	struct block block, kept;
	size_t from;

	for (from = 0; chart_of_blocks(b, s) && book_block(b, s, from, &block); from = block.to) {
		kept = bare(s, block);
		if (strcmp(block.key, key) == 0 && any(s, &kept))
			return true;
	}
	return false;
}

void
chart_put_of(struct book *b, const struct result_table *s, const char *key, struct frame *f)
{
	struct block block;
	size_t from;

	for (from = 0; chart_of_blocks(b, s) && book_block(b, s, from, &block); from = block.to)
		if (strcmp(block.key, key) == 0)
			put_block(b, s, bare(s, block), f);
}

lxw_row_t
chart_rows_of(struct book *b, const struct result_table *s, const struct frame *f)
{
	struct block at[BLOCKS], part;
	size_t series = 0, n, nseries;
	lxw_row_t rows = 0;
	const char *name;
	bool same;

	if (!has_chart(s) || chart_of_blocks(b, s))
		return 0;
	nseries = count_series(s, &series);
	n = blocks(b, s, at, &same);
	if (n == 0 || !any_of(s, at, n))
		return 0;
	for (size_t from = at[0].from; from < at[0].to; from = part.to) {
		part = part_of(b, s, &at[0], from, &name);
		if (n > 1 || (any(s, &part) && (name[0] == '\0' || part.to > from + 1)))
			rows += drawing_rows(extent_height(b, s, &part, n > 1 ? n : nseries, f));
	}
	return rows;
}

size_t
chart_put_all(struct book *b, const struct result_table *s, struct frame *f)
{
	struct block at[BLOCKS], all = { 0 };
	size_t series = 0, n, i;
	struct drawing d;
	const char *title;
	bool same;

	if (!has_chart(s) || chart_of_blocks(b, s))
		return 0;
	if (s->chart == CHART_MONTHS && b->report->ngroups == 0)
		return chart_put_months(b, s, book_safe(b, s->title), f) ? 1 : 0;
	count_series(s, &series);
	n = blocks(b, s, at, &same);
	if (n == 1)
		put_block(b, s, at[0], f);
	if (n < 2 || !any_of(s, at, n))
		return n;
	all = at[0];
	title = extent_cut(b, s, &all, n, f, what_of(b, s, series, 1));
	if (count_blocks(b, s) > n)
		title = book_text(b, book_label(b, "%s (the last %zu of %zu)"), title, n,
		    count_blocks(b, s));
	drawing_begin(&d, b, s, type_of(s), title);
	for (i = 0; i < n; i++) {
		at[i].to = at[i].from + (all.to - all.from);
		drawing_series(&d, &at[i], series, at[i].name, true);
	}
	f->height = extent_height(b, s, &all, n, f);
	drawing_finish(&d, title, f);
	return 1;
}

bool
chart_put_months(struct book *b, const struct result_table *s, const char *title, struct frame *f)
{
	struct block all = { 0, s->nrows, "", "" };
	struct drawing d;
	size_t i;

	if (!any(s, &all))
		return false;
	drawing_begin(&d, b, s, LXW_CHART_COLUMN, title);
	for (i = 0; i < s->ncolumns; i++)
		if (s->columns[i].series)
			drawing_series(&d, &all, i, book_safe(b, s->columns[i].heading),
			    s->nrows <= 12);
	drawing_finish(&d, title, f);
	return true;
}

bool
chart_put_groups(struct book *b, const struct result_table *s, const char *const *columns,
    const char *title, struct frame *f)
{
	struct block all = bare(s, (struct block){ 0, s->nrows, "", "" });
	struct drawing d;
	size_t column;

	if (all.to == 0 || b->report->ngroups != 1 || !result_constant(s, 0))
		return false;
	drawing_begin(&d, b, s, LXW_CHART_COLUMN, title);
	d.label = 1;
	for (; *columns != NULL; columns++)
		if ((column = book_column(s, *columns)) < s->ncolumns)
			drawing_series(&d, &all, column, book_safe(b, s->columns[column].heading),
			    all.to <= 12);
	drawing_finish(&d, title, f);
	return true;
}

bool
chart_put_column(struct book *b, const struct result_table *s, size_t column, const char *title,
    struct frame *f)
{
	struct block at[BLOCKS];
	struct drawing d;
	size_t n, i;
	bool same;

	n = blocks(b, s, at, &same);
	if (n == 0)
		return false;
	drawing_begin(&d, b, s, LXW_CHART_COLUMN, title);
	for (i = same ? 0 : n - 1; i < n; i++)
		drawing_series(&d, &at[i], column, at[i].name[0] == '\0' ? title : at[i].name,
		    true);
	drawing_finish(&d, title, f);
	return true;
}

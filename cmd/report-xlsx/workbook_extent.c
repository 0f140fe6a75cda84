/* SPDX-License-Identifier: ISC */
#include "workbook_extent.h"

#include "utf8.h"

/*
 * pixels of a bar, of one of several at the least, of a name that takes two lines, around them, of
 * a chart at the least and most, and of one that stands; characters that fit in one line
 */
enum { BAR_ROOM = 22, BAR_LEAST = 12, NAME_ROOM = 40, BARS_EDGE = 110, LOWEST = 200, HIGHEST = 900,
    STANDING = 280, NAME_LINE = 24 };

/* Whether a name of a row takes two lines. */
static bool
long_names(struct book *b, const struct result_table *s, const struct block *block)
{
	for (size_t i = block->from; i < block->to; i++)
		if (utf8_width(book_shown(b, &s->rows[i].cells[s->label])) > NAME_LINE)
			return true;
	return false;
}

/* What a row of bars needs. */
static double
row_height(struct book *b, const struct result_table *s, const struct block *block, size_t series)
{
	double bars = s->chart != CHART_STACKED && series > 1 ?
	    (double)series * BAR_ROOM * 3 / 4 : (double)BAR_ROOM * 5 / 4;

	if ((block->to - block->from) * NAME_ROOM + BARS_EDGE > HIGHEST)
		return bars;
	return bars < NAME_ROOM && long_names(b, s, block) ? NAME_ROOM : bars;
}

/* Whether it has its rows from left to right. */
bool
extent_stands(const struct result_table *s)
{
	return s->chart == CHART_MONTHS || s->chart == CHART_NORM;
}

static double
highest(const struct frame *f)
{
	double page = f->page > 3 ? (double)(f->page - 3) * BOOK_ROW_PIXELS : HIGHEST;

	return page < HIGHEST ? page : HIGHEST;
}

/* As high as its bars need. */
double
extent_height(struct book *b, const struct result_table *s, const struct block *block,
    size_t series, const struct frame *f)
{
	double h = (double)(block->to - block->from) * row_height(b, s, block, series) + BARS_EDGE;

	if (extent_stands(s))
		return STANDING;
	return h < LOWEST ? LOWEST : h > highest(f) ? highest(f) : h;
}

/* Leaves out the rows that have no room. Returns the title, which says so. */
const char *
extent_cut(struct book *b, const struct result_table *s, struct block *block, size_t series,
    const struct frame *f, const char *title)
{
	size_t least = s->chart != CHART_STACKED && series > 1 ? series * BAR_LEAST : BAR_ROOM,
	    fit = (size_t)((highest(f) - BARS_EDGE) / (double)least), all = block->to - block->from;

	if (extent_stands(s) || all <= fit)
		return title;
	block->to = block->from + fit;
	return book_text(b, book_label(b, "%s (the first %zu of %zu)"), title, fit, all);
}

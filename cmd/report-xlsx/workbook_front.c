/* SPDX-License-Identifier: ISC */
#include "workbook_front.h"

#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "definition.h"
#include "workbook_chart.h"
#include "workbook_questions.h"
#include "workbook_signals.h"

/*
 * The sheet is a grid: words, three numbers, a gap, and nine narrow columns that charts and the
 * list of signals are put over.
 */
enum {
	WORDS = 31, NUMBER = 11, GAP = 2,	/* widths in characters */
	NEAR = 3, RIGHT = 5, COLUMNS = 14,	/* columns of numbers before the gap; the first
						   behind it; all */
	MOST_BLOCKS = 12, MOST_URGENT = 10,
	CHART_WIDTH = 738, CHART_HEIGHT = 290, CHART_ROWS = 15
};

static void
put_heading(struct book *b, lxw_worksheet *w, lxw_row_t row, lxw_col_t column, const char *words,
    bool number)
{
	worksheet_write_string(w, row, column, words, number ? b->styles.heading_number :
	    b->styles.heading);
}

/* The name of the one period, or of that before it, where it is short. */
static const char *
headed(struct book *b, bool now)
{
	const struct report_period *p = NULL;
	size_t i;

	for (i = 0; i < b->report->nperiods; i++)
		if (b->report->periods[i].asked)
			p = &b->report->periods[i];
	if (!now && p != NULL)
		p = p->before == (size_t)-1 ? NULL : &b->report->periods[p->before];
	if (p == NULL || strlen(p->period.name) > NUMBER)
		return book_label(b, now ? "Value" : "Before");
	return p->period.name;
}

/* The figures of one block with the period before. */
static lxw_row_t
put_figures(struct book *b, lxw_worksheet *w, lxw_row_t row, const struct result_table *s)
{
	size_t figure = book_column(s, COL_CIJFER), i;
	lxw_col_t j;

	put_heading(b, w, row, 0, book_label(b, "Key figures"), false);
	put_heading(b, w, row, 1, headed(b, true), true);
	put_heading(b, w, row, 2, headed(b, false), true);
	put_heading(b, w, row++, 3, book_label(b, "Change"), true);
	for (i = 0; i < s->nrows; i++, row++) {
		const struct cell *cells = s->rows[i].cells + figure;

		worksheet_write_string(w, row, 0, book_shown(b, &cells[0]), b->styles.figure);
		for (j = 1; j <= 3; j++)
			book_put(b, w, row, j, &cells[j], j == 1 ? b->styles.figure_cell :
			    j == 2 ? b->styles.cell : b->styles.change);
		book_judge(b, w, row, 3, cells[0].word);
	}
	return row;
}

static lxw_col_t
block_column(size_t block)
{
	return (lxw_col_t)(block < NEAR ? block + 1 : block - NEAR + RIGHT);
}

/* The first row of that figure. */
static size_t
named(const struct result_table *s, const char *name, size_t figure)
{
	size_t i;

	for (i = 0; strcmp(s->rows[i].cells[figure].word, name) != 0; i++)
		continue;
	return i;
}

/* The figures of several periods or groups side by side. */
static lxw_row_t
put_blocks(struct book *b, lxw_worksheet *w, lxw_row_t row, const struct result_table *s)
{
	size_t figure = book_column(s, COL_CIJFER), from, i, n = 0;
	struct block block;
	lxw_row_t end = row;

	put_heading(b, w, row, 0, book_label(b, "Key figures"), false);
	worksheet_set_row_pixels(w, row, 2 * BOOK_ROW_PIXELS, NULL);
	for (from = 0; book_block(b, s, from, &block) && n < MOST_BLOCKS; from = block.to, n++) {
		put_heading(b, w, row, block_column(n), block.name, true);
		for (i = from; i < block.to; i++) {
			const struct cell *cells = s->rows[i].cells + figure;

			if (from == 0) {
				end = row + 1 + (lxw_row_t)i;
				worksheet_write_string(w, end, 0, book_shown(b, &cells[0]),
				    b->styles.figure);
			}
			/* Of all groups together some figures are not there. */
			book_put(b, w, row + 1 + (lxw_row_t)named(s, cells[0].word, figure),
			    block_column(n), &cells[1], b->styles.figure_cell);
		}
	}
	if (book_block(b, s, from, &block))
		worksheet_write_string(w, ++end, 0,
		    book_label(b, "There is more on the next sheet."), b->styles.note);
	return end + 1;
}

static size_t
count_blocks(struct book *b, const struct result_table *s)
{
	struct block block;
	size_t from, n = 0;

	for (from = 0; book_block(b, s, from, &block); from = block.to)
		n++;
	return n;
}

/* Both charts, beside each other when `wide`. Returns the row behind them. */
static lxw_row_t
put_charts(struct book *b, lxw_worksheet *w, lxw_row_t row, bool wide)
{
	static const char *const flows[] = { COL_INSTROOM, COL_UITSTROOM,
	    COL_NIET_GEPLAATST, NULL };
	const struct result_table *phases = book_sheet(b, TAB_DOORSTROOM_FASE),
	    *months = book_sheet(b, TAB_DOORSTROOM_MAAND);
	const struct result_table *flow = book_sheet(b, TAB_DOORSTROOM);
	struct frame f = { .worksheet = w, .row = row, .column = wide ? 0 : RIGHT,
	    .width = wide ? CHART_WIDTH * 2 / 3 : CHART_WIDTH, .height = CHART_HEIGHT,
	    .across = 1 };

	if (phases != NULL && chart_put_column(b, phases, book_column(phases, COL_OPEN),
	    book_label(b, "Caseload by phase"), &f)) {
		f.row = wide ? row : row + CHART_ROWS;
		row += CHART_ROWS;
		f.column = RIGHT;
		f.width = CHART_WIDTH;
	}
	if (b->report->ngroups > 0 ? flow != NULL && chart_put_groups(b, flow, flows,
	    book_label(b, "In- and outflow"), &f) :
	    months != NULL && chart_put_months(b, months, book_label(b, "In- and outflow by month"),
	    &f))
		row = wide ? row : row + CHART_ROWS;
	return row;
}

static lxw_row_t
put_link(struct book *b, lxw_worksheet *w, lxw_row_t row, const char *name)
{
	worksheet_write_url(w, row, 0, book_text(b, "internal:'%s'!A1", name), b->styles.link);
	worksheet_write_string(w, row, 0, name, b->styles.link);
	return row + 1;
}

static void
put_links(struct book *b, lxw_worksheet *w, lxw_row_t row)
{
	const char *before = "";
	size_t i;

	put_heading(b, w, row++, 0, book_label(b, "In this workbook"), false);
	for (i = 0; i < b->sheets->n; i++) {
		if (strcmp(b->placed[i].name, before) != 0)
			row = put_link(b, w, row, b->placed[i].name);
		before = b->placed[i].name;
	}
	if (questions_any(b))
		row = put_link(b, w, row, book_label(b, "Questions"));
	put_link(b, w, row, book_label(b, "Definitions"));
}

void
front_put(struct book *b, lxw_worksheet *w)
{
	const struct result_table *s = book_sheet(b, TAB_SAMENVATTING),
	    *signals = book_sheet(b, TAB_SIGNALEN);
	size_t n = count_blocks(b, s);
	bool wide = n > NEAR;
	lxw_row_t left, right;

	worksheet_set_column(w, 0, 0, WORDS, NULL);
	worksheet_set_column(w, 1, RIGHT - 2, NUMBER, NULL);
	worksheet_set_column(w, RIGHT - 1, RIGHT - 1, GAP, NULL);
	worksheet_set_column(w, RIGHT, COLUMNS - 1, NUMBER, NULL);
	worksheet_write_string(w, 0, 0, book_text(b, "%s %s", book_label(b, "Report"),
	    book_safe(b, model_text(&b->report->model->name, b->report->lang))), b->styles.title);
	worksheet_write_string(w, 1, 0, book_made_of(b), b->styles.note);
	worksheet_freeze_panes(w, 2, 0);
	left = n > 1 ? put_blocks(b, w, 3, s) : put_figures(b, w, 3, s);
	right = put_charts(b, w, wide ? left + 1 : 3, wide);
	if (wide)
		left = right;
	if (signals != NULL)
		left = signals_put(b, w, signals, left + 1, 0, right + 1, RIGHT);
	put_links(b, w, left + 1);
	book_page(b, w, 1);
	worksheet_fit_to_pages(w, 1, 1);
}

/* SPDX-License-Identifier: ISC */
#include "workbook.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "alloc.h"
#include "book.h"
#include "label.h"
#include "workbook_chart.h"
#include "workbook_definitions.h"
#include "workbook_front.h"
#include "workbook_library.h"
#include "workbook_questions.h"
#include "workbook_readme.h"
#include "workbook_table.h"
#include "workbook_whole.h"

enum {
	BESIDE = 120,			/* characters: tables wider than this have their charts
					   below */
	PAGE_MOST = 60,			/* rows that can still be read on one page */
	CHART_WIDTH = 560, CHART_HEIGHT = 280, CHARTS_WIDTH = 2 * CHART_WIDTH + 24,
	PAGE_WIDTH = 830, PAGE_HEIGHT = 640,	/* pixels of an A4 that lies, within its margins,
					   with room for wider letters */
	PLAIN_COLUMN = 64,		/* behind a table: what ends in one needs all of it */
	HEAD_HEIGHT = 60,		/* of the titles that each page has */
	TABLE_TITLES = 2, TABLE_GAP = 2,	/* rows above and below a table */
	GROUPS = 24,			/* of which there are charts */
	ROWS_MOST = LXW_ROW_MAX - 10	/* of a table, below its titles */
};

/* The short name of each view's sheet. */
static const char *const tabs[VIEWS] = {
	"On one page", "Summary", "Flow", "Waiting", "Lead times", "Caseload", "Life domains",
	"Goals", "Outflow", "Principles", "Evaluations", "Strengths", "Indications", "Traits",
	"Quality", "Signals", "Clients"
};

static enum view
view_of(const struct result_table *s)
{
	char name[32];
	size_t n = strcspn(s->view, ".");

	snprintf(name, sizeof name, "%.*s", n < sizeof name ? (int)n :
	    (int)sizeof name - 1, s->view);
	return view_parse(name);
}

static bool
fits(const char *shown, const struct result_tables *sheets, struct problems *problems)
{
	size_t i;

	for (i = 0; i < sheets->n; i++)
		if (sheets->at[i].nrows > ROWS_MOST) {
			problems_add(problems, PROBLEM_ERROR, "rows", shown, 0, NULL,
			    _("%s has %zu rows, and a sheet of a workbook holds %d; "
			    "expected -v without it, or -T csv"),
			    sheets->at[i].view, sheets->at[i].nrows, (int)ROWS_MOST);
			return false;
		}
	return true;
}

/* Whether one of the tables has a chart for each period and group. */
static bool
grouped(struct book *b, size_t from, size_t to)
{
	for (size_t i = from; i < to; i++)
		if (chart_of_blocks(b, &b->sheets->at[i]))
			return true;
	return false;
}

/* Whether there is something to see of that period and group. */
static bool
seen(struct book *b, size_t from, size_t to, const char *key)
{
	for (size_t i = from; i < to; i++)
		if (chart_any_of(b, &b->sheets->at[i], key))
			return true;
	return false;
}

/* Rows that the charts take, `across` side by side. */
static lxw_row_t
chart_rows(struct book *b, size_t from, size_t to, const struct frame *f, size_t across)
{
	lxw_row_t rows = 0, last = 0, next;
	size_t n = 0;

	for (size_t i = from; i < to; i++) {
		if ((next = chart_rows_of(b, &b->sheets->at[i], f)) == 0)
			continue;
		if (n++ % across == 0)
			rows += last = next;
		else if (next > last)
			rows += next - last;
	}
	return rows;
}

/*
 * A page with charts for each group of the first table that has them, its periods together; without
 * groups the periods after each other.
 */
static void
put_group_pages(struct book *b, size_t from, size_t to, struct frame *f)
{
	const struct result_table *s = NULL;
	const char *group = "";
	struct block block;
	size_t n = 0, at;

	for (size_t i = to; i > from; i--)
		if (chart_of_blocks(b, &b->sheets->at[i - 1]))
			s = &b->sheets->at[i - 1];
	for (at = 0; s != NULL && book_block(b, s, at, &block); at = block.to) {
		const char *name = book_group(b, s, &block);

		if (!seen(b, from, to, block.key))
			continue;
		if (strcmp(name, group) != 0) {
			if (n++ == GROUPS)
				break;
			if (b->report->ngroups > 0) {
				frame_page(f);
				worksheet_write_string(f->worksheet, f->row++, 0, name,
				    b->styles.section);
			}
		}
		group = name;
		for (size_t i = from; i < to; i++)
			chart_put_of(b, &b->sheets->at[i], block.key, f);
	}
	if (n > GROUPS) {
		frame_page(f);
		worksheet_write_string(f->worksheet, f->row++, 0, book_label(b,
		    "Of the others there are no charts; the tables have all of them."),
		    b->styles.note);
	}
}

/*
 * A table that is cut by the end of a page, and has room on one, begins the next, with the gap
 * above it: a page that ends there by itself would leave one of nothing.
 */
static void
put_table_breaks(const struct book *b, size_t from, size_t to, struct frame *f, lxw_row_t end)
{
	lxw_row_t top = 0;

	for (size_t i = from + 1; i < to && f->nbreaks < FRAME_PAGES; i++) {
		lxw_row_t start = b->placed[i].head - TABLE_TITLES - TABLE_GAP,
		    next = i + 1 < to ? b->placed[i + 1].head - TABLE_TITLES - TABLE_GAP : end;

		while (start > top + f->page)
			top += f->page;
		if (start > top && next > top + f->page && next - start <= f->page)
			f->breaks[f->nbreaks++] = top = start;
	}
}

/*
 * Charts below the tables, on pages of their own: none is cut, each group begins a page. A print
 * that is fitted to a page's width heeds no page breaks, so its scale is said.
 */
static void
put_pages(struct book *b, size_t from, size_t to, struct frame *f, lxw_row_t at, double wide)
{
	double scale = PAGE_WIDTH / (wide > CHARTS_WIDTH ? wide : CHARTS_WIDTH + PLAIN_COLUMN);

	scale = scale < .2 ? .2 : scale;
	f->page = (lxw_row_t)((PAGE_HEIGHT / scale - HEAD_HEIGHT) / BOOK_ROW_PIXELS);
	f->x = 0;
	f->across = 2;
	put_table_breaks(b, from, to, f, at);
	f->row = f->top = at;
	f->breaks[f->nbreaks++] = at;
	for (size_t i = from; i < to; i++)
		chart_put_all(b, &b->sheets->at[i], f);
	put_group_pages(b, from, to, f);
	worksheet_set_print_scale(f->worksheet, (uint16_t)(100 * scale));
	worksheet_set_h_pagebreaks(f->worksheet, f->breaks);
}

/* The tables from..to are those of one view: one worksheet. */
static void
put_view(struct book *b, size_t from, size_t to)
{
	const char *name = book_label(b, tabs[view_of(&b->sheets->at[from])]);
	lxw_worksheet *w = workbook_library_sheet(b->workbook, name,
	    view_rows(view_of(&b->sheets->at[from])));
	bool alone = to - from == 1, below;
	struct frame f = { .worksheet = w, .row = 2, .x = 24, .width = CHART_WIDTH,
	    .height = CHART_HEIGHT, .across = 1 };
	double wide;
	lxw_row_t at = alone ? 2 : 3;
	lxw_col_t columns = 0;
	size_t i;

	worksheet_write_string(w, 0, 0, alone ? book_safe(b, b->sheets->at[from].title) : name,
	    b->styles.title);
	worksheet_write_string(w, 1, 0, book_made_of(b), b->styles.note);
	for (i = from; i < to; i++) {
		at = table_put(b, i, w, name, at, alone) + TABLE_GAP;
		if (b->sheets->at[i].ncolumns > columns)
			columns = (lxw_col_t)b->sheets->at[i].ncolumns;
	}
	wide = table_fit(b, w);
	worksheet_freeze_panes(w, alone ? b->placed[from].first : 2, 0);
	book_page(b, w, alone ? b->placed[from].head : 1);
	below = wide > BESIDE;
	if ((below ? at + chart_rows(b, from, to, &f, 2) : chart_rows(b, from, to, &f, 1)) >=
	    PAGE_MOST || at >= PAGE_MOST || grouped(b, from, to)) {
		put_pages(b, from, to, &f, at - TABLE_GAP, wide * BOOK_COLUMN_PIXELS +
		    (double)columns * BOOK_COLUMN_EDGE);
		return;
	}
	if (below) {
		f.row = at;
		f.x = 0;
		f.across = 2;
	} else
		f.column = columns;
	for (i = from; i < to; i++)
		chart_put_all(b, &b->sheets->at[i], &f);
	if (f.row + f.tallest < PAGE_MOST)
		worksheet_fit_to_pages(w, 1, 1);
}

static void
put_views(struct book *b)
{
	size_t from, to;

	for (from = 0; from < b->sheets->n; from = to) {
		for (to = from + 1; to < b->sheets->n &&
		    view_of(&b->sheets->at[to]) == view_of(&b->sheets->at[from]); to++)
			continue;
		put_view(b, from, to);
	}
}

static void
put_properties(struct book *b)
{
	const struct report *r = b->report;
	char day[DATE_SIZE];
	lxw_doc_properties p = { 0 };

	p.title = (char *)(uintptr_t)book_text(b, "%s %s", book_label(b, "Report"),
	    book_subtitle(b));
	p.subject = (char *)(uintptr_t)book_safe(b, model_text(&r->model->name, r->lang));
	p.author = (char[]){ "fasen-report" };
	p.category = (char *)(uintptr_t)book_label(b, "Report");
	p.comments = (char *)(uintptr_t)book_text(b, "%s %s", book_label(b, "Made on"),
	    date_format(r->today, day));
	/* Midday, so that it is this day wherever it is read; never the 0 that means now. */
	p.created = (time_t)r->today * 86400 + 43200;
	workbook_set_properties(b->workbook, &p);
}

/* The library tells of failures on standard error, in its own words; ours follow. */
static int
hush(void)
{
	int kept = dup(STDERR_FILENO), nothing = open("/dev/null", O_WRONLY | O_CLOEXEC);

	if (kept >= 0 && nothing >= 0) {
		workbook_library_tells(kept);
		dup2(nothing, STDERR_FILENO);
	}
	if (nothing >= 0)
		close(nothing);
	return kept;
}

static void
unhush(int kept)
{
	if (kept < 0)
		return;
	dup2(kept, STDERR_FILENO);
	workbook_library_tells(STDERR_FILENO);
	close(kept);
}

bool
workbook_write(const char *path, const char *shown, const struct report *r,
    const struct result_tables *sheets, struct problems *problems)
{
	struct book b = { .report = r, .sheets = sheets };
	lxw_worksheet *front = NULL;
	lxw_error error;
	bool whole;
	int kept;

	if (!fits(shown, sheets, problems))
		return false;
	b.placed = alloc_new(sheets->n + 1, sizeof *b.placed);
	kept = hush();
	b.workbook = workbook_new(path);
	book_style(&b);
	put_properties(&b);
	if (readme_any(&b))
		readme_put(&b, workbook_add_worksheet(b.workbook, book_label(&b, "Read me")));
	if (book_sheet(&b, TAB_SAMENVATTING) != NULL)
		front = workbook_add_worksheet(b.workbook, book_label(&b, "Overview"));
	put_views(&b);
	if (questions_any(&b))
		questions_put(&b, workbook_add_worksheet(b.workbook, book_label(&b, "Questions")));
	if (front != NULL)
		front_put(&b, front);
	definitions_put(&b, workbook_add_worksheet(b.workbook, book_label(&b, "Definitions")));
	errno = 0;
	error = workbook_close(b.workbook);
	unhush(kept);
	whole = error == LXW_NO_ERROR && !workbook_library_failed() && workbook_whole(path);
	if (error != LXW_NO_ERROR)
		problems_add(problems, PROBLEM_ERROR, "write", shown, 0, NULL, "%s",
		    errno != 0 ? problem_errno(errno) : lxw_strerror(error));
	else if (!whole)
		problems_add(problems, PROBLEM_ERROR, "write", shown, 0, NULL,
		    _("the workbook could not be written as a whole; expected room for temporary "
		    "files in the directory of $TMPDIR"));
	free(b.placed);
	arena_release(&b.arena);
	text_release(&b.plain);
	text_release(&b.safe);
	return whole;
}

/* SPDX-License-Identifier: ISC */
#ifndef FASEN_BOOK_H
#define FASEN_BOOK_H

#include <xlsxwriter.h>

#include "report.h"
#include "result_table.h"

/* The workbook being made; shared by the files of workbook only. */

/* How a cell of a table looks, by what it holds. */
enum book_kind { BOOK_WORD, BOOK_DATE, BOOK_MONTH, BOOK_COUNT, BOOK_PERCENT, BOOK_MEAN, BOOK_HIDDEN,
    BOOK_KINDS };

struct styles {
	lxw_format *title, *note, *section, *link, *question, *heading, *heading_number,
	    *text, *strong;
	lxw_format *cell[BOOK_KINDS], *total[BOOK_KINDS], *change[BOOK_KINDS];
	lxw_format *figure, *figure_cell[BOOK_KINDS];	/* the summary on the first sheet */
	lxw_format *warn, *alarm, *good;		/* conditional: light, dark and bold,
							   light with italics */
};

/* Where a table stands. */
struct placed {
	lxw_worksheet *worksheet;	/* NULL = nowhere */
	const char *name;		/* of the worksheet */
	lxw_row_t head, first, last;	/* of headings and rows; last < first when there are none */
};

struct book {
	lxw_workbook *workbook;
	const struct report *report;
	const struct result_tables *sheets;
	struct styles styles;
	struct placed *placed;		/* one a table of the sheets */
	struct arena arena;
	struct text plain, safe;	/* of one cell */
};

/* A run of rows with the same period and groups. */
struct block {
	size_t from, to;		/* to is behind the last */
	const char *key;		/* what they have in common */
	const char *name;		/* the same for a reader: without what all of the report
					   has in common, "" for nothing */
};

/* of rows and a character, as Excel draws them */
enum { BOOK_ROW_PIXELS = 20, BOOK_COLUMN_PIXELS = 7, BOOK_COLUMN_EDGE = 5 };

void book_style(struct book *);

/* The word of the document. */
const char *book_label(const struct book *, const char *english);

/* A text made as by printf, in the book's arena. */
const char *book_text(struct book *, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/*
 * What a dossier says as a cell may hold it: what acts on a screen, or that xml has no way to say,
 * becomes U+FFFD.
 */
const char *book_safe(struct book *, const char *);

/* The cell for a reader. */
const char *book_shown(struct book *, const struct cell *);

/* The table of that name, or NULL; and where it stands. */
const struct result_table *book_sheet(const struct book *, const char *view);
const struct placed *book_placed(const struct book *, const struct result_table *);

size_t book_column(const struct result_table *, const char *name);	/* ncolumns = none */

/* The next block from row `from` on; false when there is none. */
bool book_block(struct book *, const struct result_table *, size_t from, struct block *);

/* The group of a block, named for a reader, whatever its period; without groups its period. */
const char *book_group(struct book *, const struct result_table *, const struct block *);

/* Writes a cell, in the style of its kind among `styles`. Returns what kind it is. */
enum book_kind book_put(struct book *, lxw_worksheet *, lxw_row_t, lxw_col_t, const struct cell *,
    lxw_format *const *styles);

/* "2026-09" as its first day; false, and nothing, when it is no month. */
bool book_put_month(lxw_worksheet *, lxw_row_t, lxw_col_t, const struct cell *, lxw_format *);

/*
 * Colours the change of a figure of the summary for the better or the worse; its arrow says which
 * way it went.
 */
void book_judge(struct book *, lxw_worksheet *, lxw_row_t, lxw_col_t, const char *figure);

/* A4 landscape, one page wide, with page numbers; the rows up to `repeat` are on each page. */
void book_page(struct book *, lxw_worksheet *, lxw_row_t repeat);

/* Its name for a reader. */
const char *book_period(struct book *, const struct report_period *);

/* "2026-Q3, peildatum 30-09-2026": of all that the report is about. */
const char *book_subtitle(struct book *);

/* The same, and what became of the dossiers: for the sheets with figures. */
const char *book_made_of(struct book *);
const char *book_date(const struct book *, date, char to[DATE_SIZE]);

#endif

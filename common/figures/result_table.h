/* SPDX-License-Identifier: ISC */
#ifndef FASEN_RESULT_TABLE_H
#define FASEN_RESULT_TABLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "arena.h"
#include "definition.h"
#include "date.h"
#include "label.h"
#include "table_writer.h"
#include "text.h"

/*
 * A computed report: tables with typed cells, made once (report.h) and written
 * in every format from here, so that all formats hold the same values.
 */
enum cell_type {
	CELL_EMPTY,	/* there is no figure, such as a median of nothing */
	CELL_HIDDEN,	/* it is not published; there may be none */
	CELL_WORD,	/* a code, a name, an id: `word`; what a reader is shown: `label` */
	CELL_DATE,	/* number: the date */
	CELL_COUNT,	/* number: how many */
	CELL_DAYS,	/* number: days */
	CELL_PERCENT,	/* number: tenths of a percent */
	CELL_MEAN	/* number: hundredths */
};

struct cell {
	enum cell_type type;
	bool coarse;		/* published: a percentage has no decimals, a mean one */
	long number;
	const char *word, *label;	/* of a CELL_WORD; label NULL = the word */
};

enum column_role {
	COLUMN_PERIOD,	/* `periode`: first of the aggregate views */
	COLUMN_GROUP,	/* a field of --group */
	COLUMN_LABEL,	/* names the row */
	COLUMN_FIGURE
};

struct column {
	const char *name;	/* stable, in tsv, csv and json: "instroom" */
	const char *heading;	/* in the document's language: "Instroom" */
	const char *brief;	/* a shorter heading for text, NULL = heading; `legend` of the
				   sheet explains it */
	const char *meaning;	/* the definition, one sentence or two in the document's
				   language; NULL = none */
	enum cell_type type;	/* of its cells; where rows differ (samenvatting) each cell has
				   its own */
	enum column_role role;
	bool series;		/* a series of the chart */
	bool course;		/* of the course of a figure: in documents one line of them all */
	int spare;		/* 0: always there; of the others text leaves out that of the
				   highest number first, of equal ones the leftmost */
};

enum result_chart {
	CHART_NONE,
	CHART_BARS,		/* one bar a row and series */
	CHART_NORM,		/* the same, and of each row its column `norm` as a line */
	CHART_STACKED,		/* one bar a row, the series on each other */
	CHART_MONTHS		/* rows are months, series side by side */
};

struct result_row {
	struct cell *cells;	/* one a column */
	bool running;		/* its period is not over */
	bool total;		/* the last row of its period and group, over the rows before it:
				   not in a chart */
	bool all;		/* of all groups together, behind those of each: nor is it */
};

struct result_table {
	const char *view;	/* "doorstroom", "doorstroom.maand": the view, and which of its
				   tables */
	const char *title;
	const char *legend;	/* explains brief headings, or NULL */
	struct column *columns;
	size_t ncolumns;
	struct result_row *rows;	/* NULL where each is made when result_at asks for it: */
	const struct result_row *(*make)(void *from, const struct result_table *, size_t row);
	void *from;
	size_t first;			/* the row of `from` that is this table's first */
	size_t nrows, rows_cap;
	enum result_chart chart;
	size_t label;		/* the column that names the rows in the chart */
};

/*
 * What became of the dossiers: read, counted, not counted for they cannot be read, and second ones
 * of a client.
 */
enum { DOSSIERS_READ, DOSSIERS_COUNTED, DOSSIERS_UNREADABLE, DOSSIERS_DOUBLE, DOSSIERS };

struct result_tables {
	struct result_table *at;
	size_t n, cap;
	struct cell dossiers[DOSSIERS];
	/* where those stand that cannot be read, a line each, "..." for more; or NULL */
	const char *unreadable;
	bool incomplete;	/* not all that were read are counted */
	long hidden_most;	/* published: how many persons an x may be; else 0 */
	size_t withheld;	/* groups that then have no rows, counted for each period */
	enum lang lang;
	struct arena arena;	/* of everything in them */
};

/*
 * Adds a table; the strings must live as long as the sheets (or be in the arena). Columns are added
 * before rows.
 */
struct result_table *results_add(struct result_tables *, const char *view, const char *title,
    enum result_chart);
struct column *result_column(struct result_tables *, struct result_table *, const char *name,
    const char *heading, enum cell_type, enum column_role);

/* Adds a row of empty cells. */
struct result_row *result_row(struct result_tables *, struct result_table *);

/* A row. One that is made when asked for holds until two others are asked for. */
const struct result_row *result_at(const struct result_table *, size_t row);

void results_release(struct result_tables *);

/*
 * Adds to `to` the table with one figure of it, its periods side by side: a column a period, a row
 * a group and label. The table must be of other sheets, which outlive these.
 */
struct result_table *results_beside(struct result_tables *to, const struct result_table *,
    size_t figure);

/* Says in the document's language how what is published differs from what was counted. */
void results_published(const struct result_tables *, struct text *);

/* Says in the document's language what became of the dossiers. */
void results_dossiers(const struct result_tables *, struct text *);

/*
 * Adds `before`, and says where the dossiers stand that cannot be read; nothing where they are all
 * readable, and of what is published.
 */
void results_unreadable(const struct result_tables *, const char *before, struct text *);

/* What stands in a document in place of the rows of a table that has none. */
const char *results_nothing(const struct result_tables *, const struct result_table *);

/* Whether the two hold the same word or number; an empty cell is like no other. */
bool result_same_cell(const struct cell *, const struct cell *);

/* Whether all rows have the same value in the column (and there is one). */
bool result_constant(const struct result_table *, size_t column);

/*
 * The column whose words divide the rows over charts of their own, such as a scale: it names a row,
 * is not its label, and differs. ncolumns = there is none.
 */
size_t result_divider(const struct result_table *);

/*
 * Adds the value as tsv, csv and json have it: "12", "45.5", "7.25", "2026-09-30",
 * a code; "" when empty, "x" when hidden.
 */
void cell_write(const struct cell *, struct text *);

/* The same for a reader: a word by its label. Numbers are with a decimal comma in Dutch. */
void cell_show(const struct cell *, enum lang, struct text *);

/* Its length when it is drawn, in the figure's own unit; 0 of what is no number. */
double cell_length(const struct cell *);

/*
 * Writes all of them, and in text and json what became of the dossiers. In text with bars, at most
 * `width` columns wide, a column that has the same period, group or scale in all rows standing
 * above its table instead, and without the tables of the view `quiet` that have no rows; of that
 * view alone, only what is not counted is told. Returns false when the stream has an error.
 */
bool results_write(const struct result_tables *, FILE *, enum table_format, size_t width,
    const char *quiet);

#endif

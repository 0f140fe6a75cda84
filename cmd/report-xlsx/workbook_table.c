/* SPDX-License-Identifier: ISC */
#include "workbook_table.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "alloc.h"
#include "definition.h"
#include "utf8.h"
#include "workbook_library.h"

enum { NARROW = 7, WIDE = 48, FILTER = 3 };	/* characters: of a column, and of the arrow of
						   its filter */

/* Headings are unique in a table of a workbook, whatever their case. */
static const char **
headings(struct book *b, const struct result_table *s)
{
	const char **all = alloc_new(s->ncolumns + 1, sizeof *all);
	size_t i, j;

	for (i = 0; i < s->ncolumns; i++) {
		const char *name = book_safe(b, s->columns[i].heading);

		if (strlen(name) > 200 || strchr(name, '\n') != NULL || name[0] == '\0')
			name = s->columns[i].name;
		for (j = 0; j < i && strcasecmp(all[j], name) != 0; j++)
			continue;
		all[i] = j == i ? name : book_text(b, "%s (%s)", name, s->columns[i].name);
	}
	return all;
}

/*
 * How many rows at the end stand below the table: the total of all of it, which is not to be
 * filtered.
 */
static size_t
totals_below(const struct result_table *s)
{
	size_t i, n = 0;

	while (n < s->nrows && result_at(s, s->nrows - 1 - n)->all)
		n++;
	if (n > 0)
		return n;
	for (i = 0; i < s->nrows; i++)
		n += result_at(s, i)->total;
	return n == 1 && s->nrows > 1 && result_at(s, s->nrows - 1)->total ? 1 : 0;
}

static bool
numeric(const struct column *c)
{
	return c->type != CELL_WORD && c->type != CELL_DATE;
}

static void
add_table(struct book *b, const struct result_table *s, lxw_worksheet *w, lxw_row_t head,
    size_t rows)
{
	lxw_table_column *columns = alloc_new(s->ncolumns, sizeof *columns);
	lxw_table_column **list = alloc_new(s->ncolumns + 1, sizeof *list);
	lxw_table_options options = { 0 };
	const char **names = headings(b, s);
	char *name = alloc_copy(s->view), *dot;
	size_t i;

	for (dot = name; (dot = strchr(dot, '.')) != NULL;)
		*dot = '_';
	for (i = 0; i < s->ncolumns; i++) {
		columns[i].header = alloc_copy(names[i]);
		columns[i].header_format = numeric(&s->columns[i]) ? b->styles.heading_number :
		    b->styles.heading;
		list[i] = &columns[i];
	}
	options.name = name;
	options.style_type = LXW_TABLE_STYLE_TYPE_LIGHT;
	options.style_type_number = 1;
	options.columns = list;
	if (rows > 0)
		workbook_library_table(w, head, 0, head + (lxw_row_t)rows,
		    (lxw_col_t)(s->ncolumns - 1), &options);
	for (i = 0; i < s->ncolumns; i++) {
		worksheet_write_string(w, head, (lxw_col_t)i, names[i], columns[i].header_format);
		free((void *)columns[i].header); /* const in later versions of the library */
	}
	free(name);
	free(names);
	free(columns);
	free(list);
}

static void
bars(lxw_worksheet *w, const struct placed *p, lxw_col_t column)
{
	lxw_conditional_format f = { 0 };

	f.type = LXW_CONDITIONAL_DATA_BAR;
	f.data_bar_2010 = LXW_TRUE;
	f.bar_solid = LXW_TRUE;
	f.bar_color = 0xB4C7E7;
	f.min_rule_type = f.max_rule_type = LXW_CONDITIONAL_RULE_TYPE_NUMBER;
	f.max_value = 100;
	worksheet_conditional_format_range(w, p->first, column, p->last, column, &f);
}

static void
above(lxw_worksheet *w, const struct placed *p, lxw_col_t column, double least, lxw_format *format)
{
	lxw_conditional_format f = { 0 };

	f.type = LXW_CONDITIONAL_TYPE_CELL;
	f.criteria = LXW_CONDITIONAL_CRITERIA_GREATER_THAN_OR_EQUAL_TO;
	f.value = least;
	f.format = format;
	f.stop_if_true = LXW_TRUE;
	worksheet_conditional_format_range(w, p->first, column, p->last, column, &f);
}

/* Where one column is greater than the other of the row. */
static void
exceeds(struct book *b, lxw_worksheet *w, const struct placed *p, size_t column, size_t limit)
{
	lxw_conditional_format f = { 0 };
	char one[LXW_MAX_CELL_NAME_LENGTH], other[LXW_MAX_CELL_NAME_LENGTH];

	lxw_rowcol_to_cell_abs(one, p->first, (lxw_col_t)column, 0, 1);
	lxw_rowcol_to_cell_abs(other, p->first, (lxw_col_t)limit, 0, 1);
	f.type = LXW_CONDITIONAL_TYPE_FORMULA;
	f.value_string = (char *)(uintptr_t)book_text(b, "=AND(ISNUMBER(%s),ISNUMBER(%s),%s>%s)",
	    one, other, one, other);
	f.format = b->styles.alarm;
	worksheet_conditional_format_range(w, p->first, (lxw_col_t)column, p->last,
	    (lxw_col_t)column, &f);
}

static void
colour(struct book *b, const struct result_table *s, lxw_worksheet *w, const struct placed *p)
{
	size_t i, norm = book_column(s, COL_NORM);

	if (p->last < p->first)
		return;
	for (i = 0; i < s->ncolumns; i++) {
		const char *name = s->columns[i].name;

		if (s->columns[i].type == CELL_PERCENT)
			bars(w, p, (lxw_col_t)i);
		else if (norm < s->ncolumns && (strcmp(name, COL_MEDIAAN) == 0 ||
		    strcmp(name, COL_P90) == 0))
			exceeds(b, w, p, i, norm);
		else if (strcmp(name, COL_DAGEN_TE_LAAT) == 0) {
			above(w, p, (lxw_col_t)i, 28, b->styles.alarm);
			above(w, p, (lxw_col_t)i, 1, b->styles.warn);
		}
	}
}

static void
put_rows(struct book *b, const struct result_table *s, lxw_worksheet *w, lxw_row_t at)
{
	size_t i, j, change = book_column(s, COL_VERSCHIL);

	for (i = 0; i < s->nrows; i++) {
		const struct result_row *made = result_at(s, i);
		lxw_format *const *styles = made->total || made->all ? b->styles.total :
		    b->styles.cell;

		for (j = 0; j < s->ncolumns; j++) {
			const struct cell *c = &made->cells[j];
			lxw_row_t row = at + (lxw_row_t)i;

			if (s->chart == CHART_MONTHS && j == s->label &&
			    book_put_month(w, row, (lxw_col_t)j, c, styles[BOOK_MONTH]))
				continue;
			book_put(b, w, row, (lxw_col_t)j, c, j == change ? b->styles.change :
			    styles);
			if (j == change)
				book_judge(b, w, row, (lxw_col_t)j,
				    made->cells[book_column(s, COL_CIJFER)].word);
		}
	}
}

static const char *
range(struct book *b, const struct placed *p, size_t ncolumns)
{
	char text[LXW_MAX_CELL_RANGE_LENGTH];

	lxw_rowcol_to_range(text, p->first, 0, p->last, (lxw_col_t)(ncolumns - 1));
	return book_text(b, "%s", text);
}

lxw_row_t
table_put(struct book *b, size_t sheet, lxw_worksheet *w, const char *name,
    lxw_row_t at, bool alone)
{
	const struct result_table *s = &b->sheets->at[sheet];
	const struct definition *d = definition_find(s->view, "");
	const char *meaning = d == NULL ? "" : model_text(&d->meaning, b->report->lang);
	struct placed *p = &b->placed[sheet];
	size_t below = totals_below(s);

	if (!alone)
		worksheet_write_string(w, at++, 0, book_safe(b, s->title), b->styles.section);
	if (meaning[0] != '\0')
		worksheet_write_string(w, at++, 0, meaning, b->styles.note);
	p->worksheet = w;
	p->name = name;
	p->head = at++;
	p->first = at;
	p->last = at + (lxw_row_t)(s->nrows - below) - 1;
	add_table(b, s, w, p->head, s->nrows - below);
	if (s->nrows == 0) {
		worksheet_write_string(w, at, 0, results_nothing(b->sheets, s), b->styles.note);
		return at + 1;
	}
	put_rows(b, s, w, at);
	colour(b, s, w, p);
	worksheet_ignore_errors(w, LXW_IGNORE_NUMBER_STORED_AS_TEXT, range(b, p, s->ncolumns));
	return at + (lxw_row_t)s->nrows;
}

enum { COLUMNS_MOST = 256 };

/* Widens the columns to what they hold of the table; returns how many it has. */
static size_t
widen(struct book *b, const struct result_table *s, double widths[COLUMNS_MOST])
{
	size_t n = s->ncolumns < COLUMNS_MOST ? s->ncolumns : COLUMNS_MOST, i, j;
	struct text value = { 0 };

	for (j = 0; j < n; j++) {
		double w = (double)(utf8_width(s->columns[j].heading) + FILTER);

		widths[j] = w > widths[j] ? w : widths[j];
	}
	for (i = 0; i < s->nrows; i++) {
		const struct cell *cells = result_at(s, i)->cells;

		for (j = 0; j < n; j++) {
			const struct cell *c = &cells[j];
			double w;

			text_clear(&value);
			if (c->type != CELL_WORD)
				cell_show(c, b->report->lang, &value);
			w = (double)(utf8_width(c->type != CELL_WORD ? text_string(&value) :
			    c->label != NULL ? c->label : c->word) + 1);
			widths[j] = w > widths[j] ? w : widths[j];
		}
	}
	text_release(&value);
	return n;
}

double
table_fit(struct book *b, lxw_worksheet *worksheet)
{
	double all = 0, widths[COLUMNS_MOST] = { 0 };
	size_t i, j, n = 0, columns;

	for (i = 0; i < b->sheets->n; i++)
		if (b->placed[i].worksheet == worksheet) {
			columns = widen(b, &b->sheets->at[i], widths);
			n = columns > n ? columns : n;
		}
	for (j = 0; j < n; j++) {
		double w = widths[j] < NARROW ? NARROW : widths[j] > WIDE ? WIDE : widths[j];

		worksheet_set_column(worksheet, (lxw_col_t)j, (lxw_col_t)j, w, NULL);
		all += w;
	}
	return all;
}

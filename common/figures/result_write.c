/* SPDX-License-Identifier: ISC */
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "course.h"
#include "result_exact.h"
#include "result_table.h"
#include "schema.h"
#include "utf8.h"

enum { GAP = 2, BAR_LEAST = 6, BAR_MOST = 24 };	/* terminal columns */

/* One table as text: which columns are shown, and how wide the bars may be. */
struct layout {
	const struct result_table *sheet;
	enum lang lang;
	bool *above;			/* the column stands above the table */
	bool *out;			/* it is not in the table */
	struct table_column *columns;	/* the shown ones, then that of the bars */
	size_t *widths;			/* one a column of the sheet */
	size_t n, width;
	size_t bars;			/* the column that they show; ncolumns = none */
	long most;			/* its greatest value */
	size_t before;			/* columns of the number before a course; 0 = none */
	bool fits;			/* without shortening anything */
};

static const char *
heading(const struct column *c)
{
	return c->brief != NULL ? c->brief : c->heading;
}

/* Row by row, for a row may be made anew each time. */
static void
measure(struct layout *l)
{
	const struct result_table *s = l->sheet;
	struct text value = { 0 };

	l->widths = alloc_new(s->ncolumns, sizeof *l->widths);
	for (size_t j = 0; j < s->ncolumns; j++)
		l->widths[j] = utf8_width(heading(&s->columns[j]));
	for (size_t i = 0; i < s->nrows; i++) {
		const struct cell *cells = result_at(s, i)->cells;

		for (size_t j = 0; j < s->ncolumns; j++) {
			size_t shown;

			text_clear(&value);
			cell_show(&cells[j], l->lang, &value);
			shown = utf8_width(text_string(&value));
			l->widths[j] = shown > l->widths[j] ? shown : l->widths[j];
		}
	}
	text_release(&value);
}

/* Whether it has the courses of figures; then how wide their first numbers are at most. */
static bool
has_course(struct layout *l)
{
	struct course c;
	bool any = false;

	for (size_t i = 0; i < l->sheet->ncolumns; i++)
		any = any || l->sheet->columns[i].course;
	for (size_t i = 0; any && i < l->sheet->nrows; i++) {
		struct text number = { 0 };

		course_read(l->sheet, result_at(l->sheet, i), &c);
		cell_show(c.at[0], l->lang, &number);
		if (utf8_width(text_string(&number)) + 1 > l->before)
			l->before = utf8_width(text_string(&number)) + 1;
		text_release(&number);
	}
	return any;
}

/* The column for the bars: the total of what is stacked, else the first series. */
static size_t
bar_column(const struct result_table *s)
{
	size_t i, found = s->ncolumns;

	for (i = 0; i < s->ncolumns && s->chart != CHART_NONE; i++) {
		if (s->chart == CHART_STACKED && strcmp(s->columns[i].name, COL_TOTAAL) == 0)
			return i;
		if (s->columns[i].series && found == s->ncolumns)
			found = i;
	}
	return found;
}

/* The highest number of a column that may be left out; 0 = there is none. */
static int
most_spare(const struct layout *l)
{
	int most = 0;

	for (size_t i = 0; i < l->sheet->ncolumns; i++)
		if (!l->out[i] && l->sheet->columns[i].spare > most)
			most = l->sheet->columns[i].spare;
	return most;
}

static void
lay_out(struct layout *l, size_t width)
{
	const struct result_table *s = l->sheet;
	size_t i, natural = 0, room;

	l->n = 0;
	measure(l);
	l->above = alloc_new(s->ncolumns, sizeof *l->above);
	l->out = alloc_new(s->ncolumns, sizeof *l->out);
	l->columns = alloc_new(s->ncolumns + 1, sizeof *l->columns);
	for (i = 0; i < s->ncolumns; i++) {
		l->out[i] = s->columns[i].course;
		l->above[i] = s->columns[i].role != COLUMN_FIGURE &&
		    (i == 0 || i != s->label) &&
		    (s->columns[i].role != COLUMN_LABEL || s->chart != CHART_NONE) &&
		    result_constant(s, i);
		l->out[i] = l->out[i] || l->above[i];
		if (!l->out[i])
			natural += l->widths[i] + GAP;
	}
	if (has_course(l))
		natural += 2 * l->before + COURSE + GAP;
	for (int rank = most_spare(l); rank > 0; rank--)
		for (i = 0; i < s->ncolumns && natural > width + GAP; i++)
			if (s->columns[i].spare == rank && !l->out[i])
				natural -= l->widths[i] + GAP;
	for (i = 0; i < s->ncolumns; i++) {
		const struct column *c = &s->columns[i];

		if (l->out[i])
			continue;
		l->columns[l->n].name = c->name;
		l->columns[l->n].heading = heading(c);
		l->columns[l->n].spare = c->spare;
		l->columns[l->n++].type = result_type(c);
	}
	l->fits = natural <= width + GAP;
	l->bars = bar_column(s);
	if (l->before > 0) {
		l->columns[l->n].name = "";
		l->columns[l->n].heading = label(l->lang, "Eight quarters");
		l->columns[l->n++].type = TABLE_CODE;
	}
	if (l->bars == s->ncolumns)
		return;
	for (i = 0; i < s->nrows; i++)
		if (!s->rows[i].total && !s->rows[i].all &&
		    s->rows[i].cells[l->bars].number > l->most)
			l->most = s->rows[i].cells[l->bars].number;
	if (s->columns[l->bars].type == CELL_PERCENT)
		l->most = 1000;
	room = natural < width ? width - natural : 0;
	if (room < BAR_LEAST || l->most == 0) {
		l->bars = s->ncolumns;
		return;
	}
	l->width = room < BAR_MOST ? room : BAR_MOST;
	l->columns[l->n].name = "";
	l->columns[l->n].heading = heading(&s->columns[l->bars]);	/* say of what */
	l->columns[l->n++].type = TABLE_CODE;
}

/* A bar in half columns, at least a half for anything above nothing. */
static void
put_bar(const struct layout *l, const struct result_row *row, struct table_writer *table)
{
	const struct cell *c = &row->cells[l->bars];
	struct text bar = { 0 };
	long halves = 0;

	if (!row->total && !row->all && c->number > 0)
		halves = (c->number * 2 * (long)l->width + l->most / 2) / l->most;
	if (halves == 0 && !row->total && !row->all && c->number > 0)
		halves = 1;
	for (; halves > 1; halves -= 2)
		text_adds(&bar, "█");
	if (halves == 1)
		text_adds(&bar, "▌");
	table_cell(table, text_string(&bar));
	text_release(&bar);
}

/* "12 ▁▂▄▃▅▆█▇ 19": the first and the last of the quarters, and how it went between them. */
static void
put_course(const struct layout *l, const struct result_row *row, struct table_writer *table)
{
	struct text t = { 0 }, number = { 0 };
	struct course c;

	course_read(l->sheet, row, &c);
	cell_show(c.at[0], l->lang, &number);
	for (size_t i = utf8_width(text_string(&number)) + 1; i < l->before; i++)
		text_addc(&t, ' ');
	text_addf(&t, "%s ", text_string(&number));
	course_bars(&c, &t);
	text_addc(&t, ' ');
	cell_show(c.at[c.n - 1], l->lang, &t);
	table_cell(table, text_string(&t));
	text_release(&t);
	text_release(&number);
}

/* Words, broken to lines of at most `width`. */
static void
put_lines(FILE *to, const char *words, size_t width)
{
	size_t used = 0;

	while (*words != '\0') {
		size_t n = strcspn(words, " ");
		char *word = alloc_copy_n(words, n);
		size_t w = utf8_width(word);

		if (used > 0)
			putc(used + 1 + w > width ? '\n' : ' ', to);
		if (used + 1 + w > width)
			used = 0;
		fputs(word, to);
		used += w + (used > 0);
		free(word);
		words += n + strspn(words + n, " ");
	}
	putc('\n', to);
}

/* The title, with what holds for all rows. */
static void
put_title(const struct layout *l, FILE *to, size_t width)
{
	const struct result_table *s = l->sheet;
	struct text title = { 0 }, safe = { 0 };
	size_t i;

	text_adds(&title, s->title);
	for (i = 0; i < s->ncolumns; i++)
		if (l->above[i]) {
			text_adds(&title, i == 0 ? " · " : ", ");
			if (s->columns[i].role != COLUMN_PERIOD)
				text_addf(&title, "%s: ", s->columns[i].heading);
			cell_show(&result_at(s, 0)->cells[i], l->lang, &title);
		}
	utf8_show(&safe, text_string(&title), false);
	put_lines(to, text_string(&safe), width);
	text_release(&safe);
	if (s->legend != NULL)
		put_lines(to, s->legend, width);
	putc('\n', to);
	text_release(&title);
}

static void
release(struct layout *l)
{
	free(l->widths);
	free(l->above);
	free(l->out);
	free(l->columns);
}

/* How many rows from `first` are of its period and group. */
static size_t
block(const struct result_table *s, size_t first)
{
	size_t n, i;

	for (n = 1; first + n < s->nrows; n++)
		for (i = 0; i < s->ncolumns; i++)
			if ((s->columns[i].role == COLUMN_PERIOD ||
			    s->columns[i].role == COLUMN_GROUP) &&
			    !result_same_cell(&result_at(s, first)->cells[i],
			    &result_at(s, first + n)->cells[i]))
				return n;
	return n;
}

static bool write_text(const struct result_tables *, const struct result_table *, FILE *,
    size_t width);

/* A table for each period and group. */
static bool
write_blocks(const struct result_tables *sheets, const struct result_table *s, FILE *to,
    size_t width)
{
	size_t at, n;

	for (at = 0; at < s->nrows; at += n) {
		struct result_table part = *s;

		n = block(s, at);
		part.rows = s->rows == NULL ? NULL : s->rows + at;
		part.first = s->first + at;
		part.nrows = n;
		if (at > 0)
			putc('\n', to);
		if (!write_text(sheets, &part, to, width))
			return false;
	}
	return true;
}

static bool
write_text(const struct result_tables *sheets, const struct result_table *s, FILE *to, size_t width)
{
	struct layout l = { .sheet = s, .lang = sheets->lang };
	struct table_writer *table;
	struct text value = { 0 };
	size_t i, j;
	bool good;

	lay_out(&l, width);
	if (!l.fits && s->nrows > 0 && block(s, 0) < s->nrows) {
		release(&l);
		return write_blocks(sheets, s, to, width);
	}
	table = table_open(to, TABLE_TEXT, sheets->lang, width);
	put_title(&l, to, width);
	if (s->nrows == 0)
		fprintf(to, "%s\n", results_nothing(sheets, s));
	table_begin(table, s->view, false, NULL, l.columns, s->nrows > 0 ? l.n : 0);
	for (i = 0; i < s->nrows; i++) {
		const struct result_row *row = result_at(s, i);

		for (j = 0; j < s->ncolumns; j++)
			if (!l.out[j]) {
				text_clear(&value);
				cell_show(&row->cells[j], sheets->lang, &value);
				table_cell(table, text_string(&value));
			}
		if (l.before > 0)
			put_course(&l, row, table);
		if (l.bars < s->ncolumns)
			put_bar(&l, row, table);
	}
	table_end(table);
	good = table_close(table);
	text_release(&value);
	release(&l);
	return good;
}

/*
 * The summary of several periods: the value of each period beside the others, where there is room.
 */
static bool
write_summary(const struct result_tables *sheets, const struct result_table *s, FILE *to,
    size_t width)
{
	struct result_tables beside = { .lang = sheets->lang };
	struct layout l = { .lang = sheets->lang };
	size_t i = 0, needed = 0;
	bool good;

	while (i < s->ncolumns && strcmp(s->columns[i].name, COL_WAARDE) != 0)
		i++;
	if (strcmp(s->view, TAB_SAMENVATTING) != 0 || s->nrows == 0 || i == s->ncolumns ||
	    result_constant(s, 0))
		return write_text(sheets, s, to, width);
	l.sheet = results_beside(&beside, s, i);
	measure(&l);
	for (i = 0; i < l.sheet->ncolumns; i++)
		needed += l.widths[i] + GAP;
	good = write_text(sheets, needed > width + GAP ? s : l.sheet, to, width);
	release(&l);
	results_release(&beside);
	return good;
}

/* A line below the tables. */
static bool
write_published(const struct result_tables *s, FILE *to, size_t width)
{
	struct text line = { 0 };

	if (s->hidden_most > 0) {
		results_published(s, &line);
		putc('\n', to);
		put_lines(to, text_string(&line), width);
	}
	text_release(&line);
	return ferror(to) == 0;
}

/* Below the tables of text. */
static void
write_dossiers(const struct result_tables *s, FILE *to, size_t width, size_t written,
    const char *quiet)
{
	struct text line = { 0 };
	bool only = true;

	for (size_t i = 0; i < s->n; i++)
		only = only && strcmp(s->at[i].view, quiet) == 0;
	if (only && !s->incomplete)
		return;
	if (written > 0)
		putc('\n', to);
	results_unreadable(s, "", &line);
	if (line.len > 0)
		put_lines(to, text_string(&line), width);
	text_clear(&line);
	results_dossiers(s, &line);
	put_lines(to, text_string(&line), width);
	text_release(&line);
}

bool
results_write(const struct result_tables *s, FILE *to, enum table_format format, size_t width,
    const char *quiet)
{
	size_t i, written = 0;

	if (format == TABLE_TEXT) {
		for (i = 0; i < s->n; i++) {
			if (s->at[i].nrows == 0 && strcmp(s->at[i].view, quiet) == 0)
				continue;
			if (written++ > 0)
				putc('\n', to);
			if (!write_summary(s, &s->at[i], to, width))
				return false;
		}
		write_dossiers(s, to, width, written, quiet);
		return write_published(s, to, width);
	}
	return results_write_exact(s, to, format);
}

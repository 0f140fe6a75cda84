/* SPDX-License-Identifier: ISC */
#include "workbook_signals.h"

#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "word_table.h"

enum { URGENT = 10 };

/* Of a row of the last period: its place, the signal, and days late, -1 without a day. */
struct signal_seen {
	size_t row;
	struct cell signal;
	long late;
};

struct signals_seen {
	const struct result_table *sheet;
	struct signal_seen *rows;
	size_t n;
};

struct late_signal {
	const struct cell *signal;
	long n, most;
};

static int
by_number(const void *a, const void *b)
{
	const struct late_signal *x = a, *y = b;

	if (x->n != y->n)
		return x->n < y->n ? 1 : -1;
	return strcmp(x->signal->word, y->signal->word);
}

/* The words of the row in these columns, a tab behind each. */
static void
add_words(const struct result_row *row, const size_t *columns, size_t n, struct text *to)
{
	for (size_t i = 0; i < n; i++) {
		cell_write(&row->cells[columns[i]], to);
		text_addc(to, '\t');
	}
}

/* Of a client in several groups the signals stand in each: those of the first count. */
static void
see_once(const struct result_table *s, struct signals_seen *seen)
{
	const size_t what[] = { book_column(s, COL_CLIENT), book_column(s, COL_SIGNAAL),
	    book_column(s, COL_BETREFT), book_column(s, COL_VERVALLEN) };
	size_t *groups = alloc_new(s->ncolumns + 1, sizeof *groups), ngroups = 0, n = 0;
	word_id *first = alloc_new(seen->n + 2, sizeof *first);	/* group of each signal */
	struct word_table signals = { 0 }, names = { 0 };
	struct text words = { 0 };

	word_number(&signals, "");
	word_number(&names, "");
	for (size_t i = 0; i < s->ncolumns; i++)
		if (s->columns[i].role == COLUMN_GROUP)
			groups[ngroups++] = i;
	for (size_t i = 0; i < seen->n; i++) {
		const struct result_row *row = result_at(s, seen->rows[i].row);
		word_id signal, group;

		text_clear(&words);
		add_words(row, what, sizeof what / sizeof *what, &words);
		signal = word_number(&signals, text_string(&words));
		text_clear(&words);
		text_addc(&words, '=');
		add_words(row, groups, ngroups, &words);
		group = word_number(&names, text_string(&words));
		if (first[signal] == WORD_NONE)
			first[signal] = group;
		if (first[signal] == group)
			seen->rows[n++] = seen->rows[i];
	}
	seen->n = n;
	free(groups);
	free(first);
	word_table_release(&signals);
	word_table_release(&names);
	text_release(&words);
}

static void
see(struct book *b, const struct result_table *s, struct signals_seen *seen)
{
	const char *period = "";
	size_t i;

	size_t signal = book_column(s, COL_SIGNAAL), late = book_column(s, COL_DAGEN_TE_LAAT);

	seen->sheet = s;
	seen->rows = alloc_new(s->nrows + 1, sizeof *seen->rows);
	seen->n = 0;
	for (i = 0; i < b->report->nperiods; i++)
		if (b->report->periods[i].asked)
			period = b->report->periods[i].period.name;
	for (i = 0; i < s->nrows; i++) {
		const struct cell *cells = result_at(s, i)->cells;

		if (strcmp(cells[0].word, period) == 0)
			seen->rows[seen->n++] = (struct signal_seen){ i, cells[signal],
			    cells[late].type == CELL_DAYS ? cells[late].number : -1 };
	}
	see_once(s, seen);
}

static size_t
count_kinds(const struct signals_seen *s, struct late_signal *kinds)
{
	size_t i, j, n = 0;

	for (i = 0; i < s->n; i++) {
		const struct cell *c = &s->rows[i].signal;

		for (j = 0; j < n && strcmp(kinds[j].signal->word, c->word) != 0; j++)
			continue;
		if (j == n)
			kinds[n++].signal = c;
		kinds[j].n++;
		if (s->rows[i].late > kinds[j].most)
			kinds[j].most = s->rows[i].late;
	}
	if (n > 0)
		qsort(kinds, n, sizeof *kinds, by_number);
	return n;
}

static lxw_row_t
put_kinds(struct book *b, lxw_worksheet *w, const struct signals_seen *s, lxw_row_t row,
    lxw_col_t column)
{
	struct late_signal *kinds = alloc_new(s->n + 1, sizeof *kinds);
	size_t n = count_kinds(s, kinds), i;

	worksheet_write_string(w, row, column, book_label(b, "Signals by kind"), b->styles.heading);
	worksheet_write_string(w, row, column + 1, book_label(b, "How many"),
	    b->styles.heading_number);
	worksheet_merge_range(w, row, column + 2, row, column + 3, book_label(b, "Most days late"),
	    b->styles.heading_number);
	row++;
	for (i = 0; i < n; i++, row++) {
		struct cell number = { .type = CELL_COUNT, .number = kinds[i].n };
		struct cell most = { .type = CELL_DAYS, .number = kinds[i].most };

		worksheet_write_string(w, row, column, book_shown(b, kinds[i].signal),
		    b->styles.figure);
		book_put(b, w, row, column + 1, &number, b->styles.figure_cell);
		worksheet_write_blank(w, row, column + 2, b->styles.figure);
		book_put(b, w, row, column + 3, &most, b->styles.cell);
	}
	if (n == 0)
		worksheet_write_string(w, row++, column, book_label(b, "No signals."),
		    b->styles.note);
	free(kinds);
	return row;
}

/* Rows by place, at most URGENT. */
struct chosen {
	size_t at[URGENT], n;
};

static bool
chosen_kind(const struct signals_seen *s, const struct chosen *c, size_t row)
{
	size_t i;

	for (i = 0; i < c->n; i++)
		if (strcmp(s->rows[c->at[i]].signal.word, s->rows[row].signal.word) == 0)
			return true;
	return false;
}

static bool
chosen_row(const struct chosen *c, size_t row)
{
	size_t i;

	for (i = 0; i < c->n && c->at[i] != row; i++)
		continue;
	return i < c->n;
}

/*
 * Chooses the longest overdue that is not chosen, with `fresh` of a kind of which none is, as long
 * as there are.
 */
static void
choose(const struct signals_seen *s, struct chosen *c, bool fresh)
{
	size_t i, found;

	while (c->n < URGENT) {
		for (found = s->n, i = 0; i < s->n; i++)
			if ((found == s->n || s->rows[i].late > s->rows[found].late) &&
			    !(fresh ? chosen_kind(s, c, i) : chosen_row(c, i)))
				found = i;
		if (found == s->n)
			return;
		c->at[c->n++] = found;
	}
}

/* The longest overdue first; of equal ones, that which stands first in the table. */
static void
sort(const struct signals_seen *s, struct chosen *c)
{
	size_t i, j, row;

	for (i = 1; i < c->n; i++) {
		row = c->at[i];
		for (j = i; j > 0 && (s->rows[c->at[j - 1]].late < s->rows[row].late ||
		    (s->rows[c->at[j - 1]].late == s->rows[row].late && c->at[j - 1] > row)); j--)
			c->at[j] = c->at[j - 1];
		c->at[j] = row;
	}
}

/* What a row of the list holds, and over how many columns of the grid. */
static const struct part {
	const char *column;
	lxw_col_t span;
} parts[] = {
	{ COL_SIGNAAL, 3 }, { COL_BETREFT, 1 }, { COL_CLIENT, 2 }, { COL_BEGELEIDER, 1 },
	{ COL_VERVALLEN, 1 }, { COL_DAGEN_TE_LAAT, 1 }
};

static void
put_parts(struct book *b, lxw_worksheet *w, const struct result_table *s,
    const struct result_row *row, lxw_row_t at, lxw_col_t column)
{
	size_t i;

	for (i = 0; i < sizeof parts / sizeof *parts;
	    column = (lxw_col_t)(column + parts[i++].span)) {
		size_t from = book_column(s, parts[i].column);
		lxw_format *heading = s->columns[from].type == CELL_DAYS ?
		    b->styles.heading_number : b->styles.heading;

		if (parts[i].span > 1)
			worksheet_merge_range(w, at, column, at,
			    (lxw_col_t)(column + parts[i].span - 1), "",
			    row == NULL ? heading : b->styles.cell[BOOK_WORD]);
		if (row == NULL)
			worksheet_write_string(w, at, column,
			    book_safe(b, s->columns[from].heading), heading);
		else
			book_put(b, w, at, column, &row->cells[from], b->styles.cell);
	}
}

lxw_row_t
signals_put(struct book *b, lxw_worksheet *w, const struct result_table *sheet, lxw_row_t left,
    lxw_col_t first, lxw_row_t right, lxw_col_t column)
{
	struct signals_seen seen;
	lxw_row_t end, at = right;
	struct chosen chosen = { { 0 }, 0 };
	size_t i;

	see(b, sheet, &seen);
	end = put_kinds(b, w, &seen, left, first);
	if (seen.n > 0)
		put_parts(b, w, sheet, NULL, at++, column);
	choose(&seen, &chosen, true);
	choose(&seen, &chosen, false);
	sort(&seen, &chosen);
	for (i = 0; i < chosen.n; i++)
		put_parts(b, w, sheet, result_at(sheet, seen.rows[chosen.at[i]].row), at++,
		    column);
	free(seen.rows);
	return end;
}

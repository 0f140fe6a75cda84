/* SPDX-License-Identifier: ISC */
#include "book.h"

#include <stdarg.h>
#include <string.h>

#include "label.h"
#include "utf8.h"

enum {
	CELL_BYTES = 32000,	/* a cell of a workbook holds 32,767 UTF-16 units */
	NAMED = 2		/* periods that a title names */
};

const char *
book_label(const struct book *b, const char *english)
{
	return label(b->report->lang, english);
}

const char *
book_text(struct book *b, const char *format, ...)
{
	struct text t = { 0 };
	const char *kept;
	va_list values;

	va_start(values, format);
	text_addv(&t, format, values);
	va_end(values);
	kept = arena_copy(&b->arena, text_string(&t), t.len);
	text_release(&t);
	return kept;
}

static bool
hexadecimal(const char *s, size_t n)
{
	return strspn(s, "0123456789abcdefABCDEF") >= n;
}

/* Most words are: letters and digits. */
static bool
plain(const char *s)
{
	size_t n = 0;

	while (s[n] >= ' ' && s[n] <= '~' && s[n] != '_')
		n++;
	return n <= CELL_BYTES && s[n] == '\0';
}

static void
make_safe(const char *s, struct text *to)
{
	struct text shown = { 0 };
	const char *at;
	size_t cut;

	if (plain(s)) {
		text_adds(to, s);
		return;
	}
	utf8_show(&shown, s, true);
	for (at = text_string(&shown); *at != '\0'; at++)
		if (strncmp(at, "\xEF\xBF\xBE", 3) == 0 || strncmp(at, "\xEF\xBF\xBF", 3) == 0) {
			text_adds(to, "\xEF\xBF\xBD");
			at += 2;
		} else if (strncmp(at, "_x", 2) == 0 && hexadecimal(at + 2, 4) && at[6] == '_') {
			/*
			 * A spreadsheet reads _x0041_ as A; the line before it is written so
			 * itself.
			 */
			text_adds(to, "_x005F_");
		} else
			text_addc(to, *at);
	if (to->len > CELL_BYTES) {
		cut = CELL_BYTES;
		while (cut > 0 && ((unsigned char)to->at[cut] & 0xC0) == 0x80)
			cut--;
		text_cut(to, cut);
		text_adds(to, "…");
	}
	text_release(&shown);
}

const char *
book_safe(struct book *b, const char *s)
{
	struct text t = { 0 };
	const char *kept;

	make_safe(s, &t);
	kept = arena_copy(&b->arena, text_string(&t), t.len);
	text_release(&t);
	return kept;
}

/* The cell for a reader, until the next one. */
static const char *
shown_once(struct book *b, const struct cell *c)
{
	text_clear(&b->plain);
	text_clear(&b->safe);
	cell_show(c, b->report->lang, &b->plain);
	make_safe(text_string(&b->plain), &b->safe);
	return text_string(&b->safe);
}

const char *
book_shown(struct book *b, const struct cell *c)
{
	const char *shown = shown_once(b, c);

	return arena_copy(&b->arena, shown, b->safe.len);
}

const struct result_table *
book_sheet(const struct book *b, const char *view)
{
	size_t i;

	for (i = 0; i < b->sheets->n; i++)
		if (strcmp(b->sheets->at[i].view, view) == 0)
			return &b->sheets->at[i];
	return NULL;
}

const struct placed *
book_placed(const struct book *b, const struct result_table *s)
{
	return &b->placed[s - b->sheets->at];
}

size_t
book_column(const struct result_table *s, const char *name)
{
	size_t i;

	for (i = 0; i < s->ncolumns && strcmp(s->columns[i].name, name) != 0; i++)
		continue;
	return i;
}

/* Period and groups of a row; `all` or without a period that the whole report is about. */
static const char *
block_name(struct book *b, const struct result_table *s, size_t row, bool all)
{
	struct text t = { 0 };
	const char *kept;
	size_t i, asked = 0;

	for (i = 0; i < b->report->nperiods; i++)
		asked += b->report->periods[i].asked;
	for (i = 0; i < s->ncolumns; i++)
		if (s->columns[i].role == COLUMN_GROUP ||
		    (s->columns[i].role == COLUMN_PERIOD && (all || asked > 1))) {
			if (t.len > 0)
				text_adds(&t, " · ");
			if (s->columns[i].role == COLUMN_GROUP &&
			    strcmp(result_at(s, row)->cells[i].word, "-") == 0)
				text_addf(&t, "%s: ", s->columns[i].heading);
			cell_show(&result_at(s, row)->cells[i], b->report->lang, &t);
		}
	kept = book_safe(b, text_string(&t));
	text_release(&t);
	return kept;
}

const char *
book_group(struct book *b, const struct result_table *s, const struct block *block)
{
	struct text t = { 0 };
	const char *kept;

	for (size_t i = 0; i < s->ncolumns; i++)
		if (s->columns[i].role == COLUMN_GROUP) {
			text_addf(&t, "%s%s: ", t.len > 0 ? " · " : "", s->columns[i].heading);
			cell_show(&result_at(s, block->from)->cells[i], b->report->lang, &t);
		}
	kept = t.len > 0 ? book_safe(b, text_string(&t)) : block->key;
	text_release(&t);
	return kept;
}

static bool
same_block(const struct result_table *s, size_t a, size_t b)
{
	size_t i;

	for (i = 0; i < s->ncolumns; i++)
		if ((s->columns[i].role == COLUMN_PERIOD || s->columns[i].role == COLUMN_GROUP) &&
		    strcmp(result_at(s, a)->cells[i].word, result_at(s, b)->cells[i].word) != 0)
			return false;
	return true;
}

bool
book_block(struct book *b, const struct result_table *s, size_t from, struct block *block)
{
	if (from >= s->nrows)
		return false;
	block->from = from;
	for (block->to = from + 1; block->to < s->nrows && same_block(s, from, block->to);
	    block->to++)
		continue;
	block->key = block_name(b, s, from, true);
	block->name = block_name(b, s, from, false);
	return true;
}

static void
book_put_date(lxw_worksheet *w, lxw_row_t row, lxw_col_t column, date d, lxw_format *format)
{
	lxw_datetime when = { 0 };

	date_split(d, &when.year, &when.month, &when.day);
	worksheet_write_datetime(w, row, column, &when, format);
}

bool
book_put_month(lxw_worksheet *w, lxw_row_t row, lxw_col_t column, const struct cell *c,
    lxw_format *format)
{
	char day[DATE_SIZE];
	date month;

	if (c->type != CELL_WORD || strlen(c->word) != 7)
		return false;
	memcpy(day, c->word, 7);
	strcpy(day + 7, "-01");
	month = date_parse(day);
	if (month != DATE_NONE)
		book_put_date(w, row, column, month, format);
	return month != DATE_NONE;
}

enum book_kind
book_put(struct book *b, lxw_worksheet *w, lxw_row_t row, lxw_col_t column, const struct cell *c,
    lxw_format *const *styles)
{
	switch (c->type) {
	case CELL_EMPTY:
		worksheet_write_blank(w, row, column, styles[BOOK_WORD]);
		return BOOK_WORD;
	case CELL_DATE:
		book_put_date(w, row, column, (date)c->number, styles[BOOK_DATE]);
		return BOOK_DATE;
	case CELL_COUNT:
	case CELL_DAYS:
		worksheet_write_number(w, row, column, (double)c->number, styles[BOOK_COUNT]);
		return BOOK_COUNT;
	case CELL_PERCENT:
		worksheet_write_number(w, row, column, (double)c->number / 10,
		    styles[BOOK_PERCENT]);
		return BOOK_PERCENT;
	case CELL_MEAN:
		worksheet_write_number(w, row, column, (double)c->number / 100, styles[BOOK_MEAN]);
		return BOOK_MEAN;
	case CELL_HIDDEN:
		worksheet_write_string(w, row, column, shown_once(b, c), styles[BOOK_HIDDEN]);
		return BOOK_HIDDEN;
	case CELL_WORD:
		break;
	}
	worksheet_write_string(w, row, column, shown_once(b, c), styles[BOOK_WORD]);
	return BOOK_WORD;
}

const char *
book_date(const struct book *b, date d, char to[DATE_SIZE])
{
	char iso[DATE_SIZE];

	date_format(d, iso);
	if (b->report->lang == LANG_EN || d == DATE_NONE)
		strcpy(to, iso);
	else
		snprintf(to, DATE_SIZE, "%.2s-%.2s-%.4s", iso + 8, iso + 5, iso);
	return to;
}

const char *
book_period(struct book *b, const struct report_period *p)
{
	struct text t = { 0 };
	const char *kept;

	report_add_name(p, b->report->lang, &t);
	kept = arena_copy(&b->arena, text_string(&t), t.len);
	text_release(&t);
	return kept;
}

const char *
book_subtitle(struct book *b)
{
	const struct report_period *first = NULL, *last = NULL;
	struct text t = { 0 };
	const char *kept;
	char day[DATE_SIZE];
	size_t i, n = 0;

	for (i = 0; i < b->report->nperiods; i++) {
		if (!b->report->periods[i].asked)
			continue;
		last = &b->report->periods[i];
		first = n++ == 0 ? last : first;
		text_addf(&t, "%s%s, %s %s", t.len > 0 ? "; " : "", book_period(b, last),
		    book_label(b, "reference date"), book_date(b, last->at, day));
	}
	/* More of them would be wider than a page; the sheet of definitions has each. */
	if (n > NAMED) {
		text_clear(&t);
		text_addf(&t, book_label(b, "%zu periods, %s … %s, last"), n,
		    book_period(b, first), book_period(b, last));
		text_addf(&t, " %s %s", book_label(b, "reference date"),
		    book_date(b, last->at, day));
	}
	kept = arena_copy(&b->arena, text_string(&t), t.len);
	text_release(&t);
	return kept;
}

const char *
book_made_of(struct book *b)
{
	struct text t = { 0 };
	const char *kept;

	text_addf(&t, "%s; ", book_subtitle(b));
	results_dossiers(b->sheets, &t);
	kept = arena_copy(&b->arena, text_string(&t), t.len);
	text_release(&t);
	return kept;
}

/*
 * What stands in a header or footer: & is a command there, and the whole has at most 255
 * characters.
 */
static const char *
page_words(struct book *b, const char *words)
{
	struct text t = { 0 };
	const char *kept;
	size_t fit = utf8_fit(words, 60), i;

	for (i = 0; i < fit; i++)
		text_adds(&t, words[i] == '&' ? "&&" : (char[]){ words[i], '\0' });
	kept = arena_copy(&b->arena, text_string(&t), t.len);
	text_release(&t);
	return kept;
}

void
book_page(struct book *b, lxw_worksheet *w, lxw_row_t repeat)
{
	char day[DATE_SIZE];

	worksheet_set_landscape(w);
	worksheet_set_paper(w, 9);
	worksheet_fit_to_pages(w, 1, 0);
	worksheet_set_margins(w, 0.5, 0.5, 0.6, 0.7);
	worksheet_repeat_rows(w, 0, repeat);
	worksheet_gridlines(w, LXW_HIDE_ALL_GRIDLINES);
	worksheet_set_footer(w,
	    book_text(b, "&L&8 %s · %s&R&8 %s", page_words(b, model_text(&b->report->model->name,
	    b->report->lang)), book_date(b, b->report->today, day),
	    book_label(b, "&A, page &P of &N")));
}

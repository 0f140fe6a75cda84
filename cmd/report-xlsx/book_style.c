/* SPDX-License-Identifier: ISC */
#include "book.h"

#include <string.h>

/* Dark for headings, and tints that stay apart in grey. */
enum { NAVY = 0x1F3864, GREY = 0x595959, LINE = 0xBFBFBF, PALE = 0xDDE7F3, SAND = 0xFCE4D6,
    RUST = 0x9C3A0E, LEAF = 0xE2F0D9 };

static lxw_format *
make(struct book *b, double size, lxw_color_t color, bool bold)
{
	lxw_format *f = workbook_add_format(b->workbook);

	format_set_font_size(f, size);
	format_set_font_color(f, color);
	if (bold)
		format_set_bold(f);
	return f;
}

static lxw_format *
heading(struct book *b, uint8_t align)
{
	lxw_format *f = make(b, 10, LXW_COLOR_WHITE, true);

	format_set_bg_color(f, NAVY);
	format_set_align(f, align);
	format_set_align(f, LXW_ALIGN_VERTICAL_CENTER);
	format_set_indent(f, align == LXW_ALIGN_LEFT);
	format_set_text_wrap(f);
	return f;
}

/* Of the Netherlands: a spreadsheet that heeds it shows the decimal comma. */
#define DUTCH "[$-413]"

/* How a number is written; what is published has a decimal less. */
static const char *
digits(const struct book *b, enum book_kind kind)
{
	bool coarse = b->sheets->hidden_most > 0;

	switch (kind) {
	case BOOK_COUNT: return "#,##0";
	case BOOK_PERCENT: return coarse ? "0" : "0.0";
	case BOOK_MEAN: return coarse ? "0.0" : "0.00";
	case BOOK_WORD: case BOOK_DATE: case BOOK_MONTH: case BOOK_HIDDEN: case BOOK_KINDS: break;
	}
	return NULL;
}

static const char *
number_format(struct book *b, enum book_kind kind)
{
	bool dutch = b->report->lang == LANG_NL;

	switch (kind) {
	case BOOK_DATE: return dutch ? "[$-413]dd-mm-yyyy" : "yyyy-mm-dd";
	case BOOK_MONTH: return dutch ? "[$-413]mmm yyyy" : "[$-809]mmm yyyy";
	case BOOK_COUNT: case BOOK_PERCENT: case BOOK_MEAN:
		return book_text(b, "%s%s", dutch ? DUTCH : "", digits(b, kind));
	case BOOK_WORD: case BOOK_HIDDEN: case BOOK_KINDS: break;
	}
	return NULL;
}

/* The formats of cells: plain, of a total, of the key figures. */
static void
cells(struct book *b, lxw_format **to, double size, bool bold, uint8_t top)
{
	enum book_kind k;

	for (k = 0; k < BOOK_KINDS; k++) {
		const char *number = number_format(b, k);
		bool left = k == BOOK_WORD || k == BOOK_MONTH || k == BOOK_DATE;

		to[k] = make(b, size, k == BOOK_HIDDEN ? GREY : 0x000000, bold);
		format_set_align(to[k], left ? LXW_ALIGN_LEFT : LXW_ALIGN_RIGHT);
		format_set_align(to[k], LXW_ALIGN_VERTICAL_CENTER);
		format_set_indent(to[k], left);
		format_set_bottom(to[k], LXW_BORDER_HAIR);
		format_set_bottom_color(to[k], LINE);
		if (top != LXW_BORDER_NONE) {
			format_set_top(to[k], top);
			format_set_top_color(to[k], NAVY);
			format_set_bg_color(to[k], PALE);
		}
		if (number != NULL)
			format_set_num_format(to[k], number);
	}
}

static void
changes(struct book *b)
{
	const char *place = b->report->lang == LANG_NL ? DUTCH : "";
	enum book_kind k;

	cells(b, b->styles.change, 10, false, LXW_BORDER_NONE);
	for (k = 0; k < BOOK_KINDS; k++)
		if (digits(b, k) != NULL)
			format_set_num_format(b->styles.change[k],
			    book_text(b, "%s\"▲ \"%s;%s\"▼ \"%s;\"=\"", place, digits(b, k), place,
			    digits(b, k)));
}

static lxw_format *
tint(struct book *b, lxw_color_t ground, lxw_color_t ink, bool bold)
{
	lxw_format *f = workbook_add_format(b->workbook);

	format_set_bg_color(f, ground);
	format_set_font_color(f, ink);
	if (bold)
		format_set_bold(f);
	return f;
}

void
book_style(struct book *b)
{
	struct styles *s = &b->styles;

	s->title = make(b, 18, NAVY, true);
	s->note = make(b, 10, GREY, false);
	s->section = make(b, 12, NAVY, true);
	s->link = make(b, 10, NAVY, false);
	format_set_underline(s->link, LXW_UNDERLINE_SINGLE);
	format_set_indent(s->link, 1);
	s->question = make(b, 11, NAVY, true);
	format_set_underline(s->question, LXW_UNDERLINE_SINGLE);
	s->heading = heading(b, LXW_ALIGN_LEFT);
	s->heading_number = heading(b, LXW_ALIGN_RIGHT);
	s->text = make(b, 10, 0x000000, false);
	format_set_text_wrap(s->text);
	format_set_align(s->text, LXW_ALIGN_VERTICAL_TOP);
	format_set_indent(s->text, 1);
	format_set_bottom(s->text, LXW_BORDER_HAIR);
	format_set_bottom_color(s->text, LINE);
	s->strong = make(b, 10, 0x000000, true);
	format_set_align(s->strong, LXW_ALIGN_VERTICAL_TOP);
	format_set_indent(s->strong, 1);
	format_set_bottom(s->strong, LXW_BORDER_HAIR);
	format_set_bottom_color(s->strong, LINE);
	cells(b, s->cell, 10, false, LXW_BORDER_NONE);
	cells(b, s->total, 10, true, LXW_BORDER_THIN);
	cells(b, s->figure_cell, 10, true, LXW_BORDER_NONE);
	s->figure = make(b, 10, 0x000000, false);
	format_set_indent(s->figure, 1);
	format_set_bottom(s->figure, LXW_BORDER_HAIR);
	format_set_bottom_color(s->figure, LINE);
	changes(b);
	s->warn = tint(b, SAND, 0x000000, false);
	s->alarm = tint(b, RUST, LXW_COLOR_WHITE, true);
	s->good = tint(b, LEAF, 0x000000, false);
}

/* Figures of the summary of which more is worse, and of which more is better. */
static const char *const worse[] = { COL_WACHTLIJST, COL_DOORLOOPTIJD, COL_UITVAL,
    COL_TE_LAAT, NULL };
static const char *const better[] = { COL_REALISATIE, COL_TEVREDENHEID, NULL };

static bool
among(const char *const *list, const char *word)
{
	for (; *list != NULL; list++)
		if (strcmp(*list, word) == 0)
			return true;
	return false;
}

void
book_judge(struct book *b, lxw_worksheet *w, lxw_row_t row, lxw_col_t column, const char *figure)
{
	lxw_conditional_format f = { 0 };
	bool bad = among(worse, figure);

	if (!bad && !among(better, figure))
		return;
	f.type = LXW_CONDITIONAL_TYPE_CELL;
	f.criteria = bad ? LXW_CONDITIONAL_CRITERIA_GREATER_THAN :
	    LXW_CONDITIONAL_CRITERIA_LESS_THAN;
	f.format = b->styles.alarm;
	worksheet_conditional_format_cell(w, row, column, &f);
	f.criteria = bad ? LXW_CONDITIONAL_CRITERIA_LESS_THAN :
	    LXW_CONDITIONAL_CRITERIA_GREATER_THAN;
	f.format = b->styles.good;
	worksheet_conditional_format_cell(w, row, column, &f);
}


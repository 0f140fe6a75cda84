/* SPDX-License-Identifier: ISC */
#include "workbook_readme.h"

enum { NAME = 24, WORDS = 100, LINE_PIXELS = 17 };

bool
readme_any(const struct book *b)
{
	return b->sheets->hidden_most > 0 || b->sheets->incomplete;
}

static lxw_row_t
put(struct book *b, lxw_worksheet *w, lxw_row_t row, const char *name, const char *words,
    int lines)
{
	worksheet_write_string(w, row, 0, book_label(b, name), b->styles.strong);
	worksheet_write_string(w, row, 1, words, b->styles.text);
	worksheet_set_row_pixels(w, row, (uint32_t)(lines * LINE_PIXELS + 6), NULL);
	return row + 1;
}

static const char *
dossiers(struct book *b)
{
	struct text t = { 0 };
	const char *kept;

	results_dossiers(b->sheets, &t);
	results_unreadable(b->sheets, "; ", &t);
	kept = book_text(b, "%s", text_string(&t));
	text_release(&t);
	return kept;
}

const char *
readme_published(struct book *b)
{
	return book_text(b, book_label(b, "Counts are rounded to fives; x is %ld persons or fewer "
	    "(none, it may be), or a part of a whole with as few outside it. Percentages are "
	    "whole and of two such counts, a median and what nine in ten stay within are to the "
	    "whole week, and sums need not add up."), b->sheets->hidden_most);
}

void
readme_put(struct book *b, lxw_worksheet *w)
{
	lxw_row_t row = 3;

	worksheet_set_column(w, 0, 0, NAME, NULL);
	worksheet_set_column(w, 1, 1, WORDS, NULL);
	worksheet_write_string(w, 0, 0, book_label(b, "Read me"), b->styles.title);
	worksheet_write_string(w, 1, 0, book_subtitle(b), b->styles.note);
	worksheet_freeze_panes(w, 2, 0);
	row = put(b, w, row, "Dossiers", dossiers(b),
	    b->sheets->unreadable != NULL ? 3 : 1);
	if (b->sheets->incomplete)
		row = put(b, w, row, "Not counted", book_label(b,
		    "What cannot be read, is malformed or stands there twice is in no figure of "
		    "this workbook. fasen-check says where it stands."), 2);
	if (b->sheets->hidden_most > 0)
		row = put(b, w, row, "To be published", readme_published(b), 4);
	if (b->sheets->withheld > 0)
		put(b, w, row, "Left out", book_text(b, book_label(b,
		    "groups left out, counted for each period: %zu"), b->sheets->withheld), 1);
	book_page(b, w, 1);
}

/* SPDX-License-Identifier: ISC */
#include "workbook_questions.h"

#include <stdlib.h>
#include <string.h>

#include "alloc.h"

/* characters; columns; rows of a table that are taken over */
enum { FIGURE = 62, NUMBER = 14, BLOCKS = 12, ROWS = 16 };

/* What answers a question: columns of a table, of one row of it or of all but the total. */
static const struct answer {
	const char *question;		/* NULL = more to the one before */
	const char *view, *row;
	const char *columns[6];
} answers[] = {
	{ "How many trajectories began, ended and are open?", TAB_DOORSTROOM, NULL,
	    { COL_START, COL_INSTROOM, COL_UITSTROOM, COL_NIET_GEPLAATST, COL_OPEN } },
	{ "How long do clients wait?", TAB_WACHTEN, NULL, { COL_WACHTLIJST } },
	{ NULL, TAB_WACHTEN_DUUR, NULL, { COL_MEDIAAN, COL_P90 } },
	{ "How long do trajectories and phases take?", TAB_DOORLOOPTIJD_TRAJECT, NULL,
	    { COL_MEDIAAN, COL_P90 } },
	{ NULL, TAB_DOORLOOPTIJD, NULL, { COL_MEDIAAN, COL_BOVEN_NORM } },
	{ "How many trajectories does each worker guide?", TAB_CASELOAD, NULL, { COL_TOTAAL } },
	{ "What goals are set, and what comes of them?", TAB_DOELEN, COL_TOTAAL,
	    { COL_TOTAAL, COL_BEHAALD, COL_REALISATIE } },
	{ "What progress do clients make?", TAB_LEEFGEBIEDEN, NULL, { COL_EERSTE, COL_LAATSTE } },
	{ "Is what clients ask about taken up?", TAB_LEEFGEBIEDEN_VRAAG, COL_TOTAAL,
	    { COL_GEVRAAGD, COL_MET_DOEL, COL_MET_BEHAALD } },
	{ "Why do trajectories end, and how many drop out?", TAB_UITSTROOM, NULL,
	    { COL_N, COL_UITVAL, COL_UITVAL_AANDEEL } },
	{ NULL, TAB_UITSTROOM_REDEN, NULL, { COL_N } },
	{ "How satisfied are clients?", TAB_UITSTROOM, NULL, { COL_BEOORDEELD, COL_TEVREDENHEID } },
	{ "What is overdue?", TAB_SAMENVATTING, COL_TE_LAAT, { COL_WAARDE } },
	{ "What do dossiers lack?", TAB_KWALITEIT, NULL, { COL_ONTBREEKT, COL_AANDEEL } },
	{ "Does the organisation work as the method asks?", TAB_UITGANGSPUNTEN, NULL,
	    { COL_AANDEEL } },
};

struct page {
	struct book *book;
	lxw_worksheet *worksheet;
	lxw_row_t row;
	const struct result_table *blocks;	/* a table with a row for each period and group */
};

bool
questions_any(const struct book *b)
{
	return book_sheet(b, TAB_DOORSTROOM) != NULL && book_sheet(b, TAB_UITSTROOM) != NULL;
}

/* Columns of period and groups come first in every table, in the same order. */
static bool
of_block(const struct page *p, const struct result_table *s, size_t row, size_t block)
{
	size_t i;

	for (i = 0; i <= p->book->report->ngroups; i++)
		if (strcmp(s->rows[row].cells[i].word, p->blocks->rows[block].cells[i].word) != 0)
			return false;
	return true;
}

/* Whether two rows of a table are named alike. */
static bool
alike(const struct page *p, const struct result_table *s, size_t x, size_t y)
{
	size_t i;

	for (i = p->book->report->ngroups + 1; i < s->ncolumns; i++) {
		const struct cell *a = &s->rows[x].cells[i], *b = &s->rows[y].cells[i];

		if (s->columns[i].role == COLUMN_LABEL && a->type == CELL_WORD &&
		    b->type == CELL_WORD && strcmp(a->word, b->word) != 0)
			return false;
	}
	return true;
}

/* The rows that answer, each name once. Returns how many. */
static size_t
choose(const struct page *p, const struct result_table *s, const struct answer *a, size_t *rows)
{
	size_t i, j, n = 0;

	for (i = 0; i < s->nrows; i++) {
		if (a->row == NULL ? s->rows[i].total : strcmp(s->rows[i].cells[s->label].word,
		    a->row) != 0)
			continue;
		for (j = 0; j < n && !alike(p, s, rows[j], i); j++)
			continue;
		if (j == n)
			rows[n++] = i;
	}
	return n;
}

/*
 * "Intake: Mediaan"; of one number a row the name alone, and what is called n by the table's title.
 */
static const char *
name_of(const struct page *p, const struct result_table *s, const struct answer *a, size_t row,
    const struct column *c)
{
	const char *heading = book_safe(p->book, c->heading), *words = "";
	size_t i;

	if (strcmp(s->view, TAB_SAMENVATTING) == 0)
		return book_shown(p->book, &s->rows[row].cells[s->label]);
	for (i = p->book->report->ngroups + 1; i < s->ncolumns && a->row == NULL; i++)
		if (s->columns[i].role == COLUMN_LABEL && s->rows[row].cells[i].type == CELL_WORD &&
		    (i == s->label || !result_constant(s, i)))
			words = book_text(p->book, "%s%s%s", words, words[0] == '\0' ? "" : ", ",
			    book_shown(p->book, &s->rows[row].cells[i]));
	if (words[0] == '\0' && c->type == CELL_DAYS)
		words = book_safe(p->book, s->title);
	if (words[0] == '\0')
		return strcmp(c->name, COL_N) == 0 ? book_safe(p->book, s->title) : heading;
	if (a->columns[1] == NULL && c->type == CELL_COUNT)
		return words;
	return book_text(p->book, "%s: %s", words, heading);
}

static void
put_figure(struct page *p, const struct result_table *s, const struct answer *a, size_t row,
    size_t column)
{
	static const struct cell none = { .type = CELL_EMPTY };
	size_t block, i;

	worksheet_write_string(p->worksheet, p->row, 0, name_of(p, s, a, row, &s->columns[column]),
	    p->book->styles.figure);
	for (block = 0; block < p->blocks->nrows && block < BLOCKS; block++) {
		const struct cell *c = &none;

		for (i = 0; i < s->nrows; i++)
			if (s->rows[i].total == s->rows[row].total && alike(p, s, row, i) &&
			    of_block(p, s, i, block))
				c = &s->rows[i].cells[column];
		book_put(p->book, p->worksheet, p->row, (lxw_col_t)(block + 1), c,
		    p->book->styles.cell);
	}
	p->row++;
}

static void
put_answer(struct page *p, const struct answer *a)
{
	const struct result_table *s = book_sheet(p->book, a->view);
	const char *name;
	size_t *rows, n, i, j, column;

	if (s == NULL)
		return;
	name = book_placed(p->book, s)->name;
	if (a->question != NULL) {
		p->row++;
		worksheet_write_url(p->worksheet, p->row, 0,
		    book_text(p->book, "internal:'%s'!A1", name), p->book->styles.question);
		worksheet_write_string(p->worksheet, p->row++, 0, book_label(p->book, a->question),
		    p->book->styles.question);
	}
	rows = alloc_new(s->nrows + 1, sizeof *rows);
	n = choose(p, s, a, rows);
	if (n == 0)
		worksheet_write_string(p->worksheet, p->row++, 0, book_label(p->book,
		    strcmp(a->view, TAB_KWALITEIT) == 0 ? "Nothing is missing." :
		    "Nothing."),
		    p->book->styles.note);
	for (i = 0; i < n && i < ROWS; i++)
		for (j = 0; j < 6 && a->columns[j] != NULL; j++)
			if ((column = book_column(s, a->columns[j])) < s->ncolumns)
				put_figure(p, s, a, rows[i], column);
	if (n > ROWS)
		worksheet_write_string(p->worksheet, p->row++, 0,
		    book_text(p->book, book_label(p->book, "More on the sheet %s."), name),
		    p->book->styles.note);
	free(rows);
}

void
questions_put(struct book *b, lxw_worksheet *w)
{
	struct page p = { b, w, 3, book_sheet(b, TAB_DOORSTROOM) };
	struct block block;
	size_t i;

	worksheet_set_column(w, 0, 0, FIGURE, NULL);
	worksheet_set_column(w, 1, BLOCKS, NUMBER, NULL);
	worksheet_write_string(w, 0, 0, book_label(b, "What municipalities ask"), b->styles.title);
	worksheet_write_string(w, 1, 0, book_made_of(b), b->styles.note);
	worksheet_write_string(w, 2, 0, book_label(b, "Question and figure"), b->styles.heading);
	for (i = 0; i < p.blocks->nrows && i < BLOCKS && book_block(b, p.blocks, i, &block); i++)
		worksheet_write_string(w, 2, (lxw_col_t)(i + 1), block.name[0] == '\0' ? block.key :
		    block.name, b->styles.heading_number);
	worksheet_freeze_panes(w, 3, 1);
	for (i = 0; i < sizeof answers / sizeof *answers; i++)
		put_answer(&p, &answers[i]);
	if (p.blocks->nrows > BLOCKS)
		worksheet_write_string(w, ++p.row, 0,
		    book_label(b, "There is more on the other sheets."), b->styles.note);
	book_page(b, w, 2);
}

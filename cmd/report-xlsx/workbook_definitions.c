/* SPDX-License-Identifier: ISC */
#include "workbook_definitions.h"

#include <string.h>

#include "definition.h"
#include "utf8.h"
#include "workbook_readme.h"

enum { FIRST = 17, FIGURE = 29, MEANING = 80, NAME = 34, LINE_PIXELS = 17 };

struct writing {
	struct book *book;
	lxw_worksheet *worksheet;
	lxw_row_t row;
};

static void
put_fact(struct writing *w, const char *name, const char *value)
{
	worksheet_write_string(w->worksheet, w->row, 0, name, w->book->styles.strong);
	worksheet_merge_range(w->worksheet, w->row, 1, w->row, 2, "", w->book->styles.text);
	worksheet_write_string(w->worksheet, w->row++, 1, value, w->book->styles.text);
}

static void
put_periods(struct writing *w)
{
	const struct report *r = w->book->report;
	char from[DATE_SIZE], to[DATE_SIZE], at[DATE_SIZE];
	size_t i;

	for (i = 0; i < r->nperiods; i++) {
		const struct report_period *p = &r->periods[i];

		if (!p->asked)
			continue;
		put_fact(w, book_label(w->book, "Period"),
		    book_text(w->book, "%s: %s %s %s %s, %s %s%s%s%s", p->period.name,
		    book_label(w->book, "from"), p->period.from == DATE_NONE ? book_label(w->book,
		    "the beginning") : book_date(w->book, p->period.from, from),
		    book_label(w->book, "up to"), book_date(w->book, p->period.to, to),
		    book_label(w->book, "reference date"), book_date(w->book, p->at, at),
		    p->before == (size_t)-1 ? "" : ", ", p->before == (size_t)-1 ? "" :
		    book_label(w->book, "compared with"),
		    p->before == (size_t)-1 ? "" :
		    book_text(w->book, " %s", book_period(w->book, &r->periods[p->before]))));
	}
}

/* How what is published differs from the definitions below. */
static void
put_published(struct writing *w)
{
	struct book *b = w->book;

	if (b->sheets->hidden_most == 0)
		return;
	put_fact(w, book_label(b, "To be published"), readme_published(b));
	worksheet_set_row_pixels(w->worksheet, w->row - 1, 3 * LINE_PIXELS + 3, NULL);
	if (b->sheets->withheld > 0)
		put_fact(w, book_label(b, "Left out"), book_text(b, book_label(b,
		    "groups left out, counted for each period: %zu"), b->sheets->withheld));
}

static void
put_facts(struct writing *w)
{
	struct book *b = w->book;
	const struct report *r = b->report;
	struct text groups = { 0 };
	char day[DATE_SIZE];
	size_t i;

	put_fact(w, book_label(b, "Model"), book_safe(b, model_text(&r->model->name, r->lang)));
	put_fact(w, book_label(b, "Period is text"), book_label(b,
	    "A period is no day; its first and last day stand below."));
	put_periods(w);
	put_fact(w, book_label(b, "As known on"), book_date(b, r->known < r->today ? r->known :
	    r->today, day));
	for (i = 0; i < r->ngroups; i++)
		text_addf(&groups, "%s%s", i > 0 ? ", " : "", r->groups[i].name);
	if (r->ngroups > 0)
		put_fact(w, book_label(b, "Divided by"), book_safe(b, text_string(&groups)));
	put_published(w);
	put_fact(w, book_label(b, "Names"),
	    book_label(b, r->names ? "with names" : "without names"));
	put_fact(w, book_label(b, "Empty"),
	    book_label(b, "there is no figure, for there are no data"));
	put_fact(w, book_label(b, "Made on"), book_date(b, r->today, day));
	put_fact(w, book_label(b, "Made by"), "fasen-report " FASEN_VERSION);
	text_release(&groups);
}

static void
put_row(struct writing *w, const char *sheet, const char *figure, const char *meaning,
    const char *name)
{
	size_t lines = utf8_width(meaning) / (MEANING - 4) + 1,
	    named = utf8_width(figure) / (FIGURE - 4) + 1;

	worksheet_write_string(w->worksheet, w->row, 0, sheet, w->book->styles.text);
	worksheet_write_string(w->worksheet, w->row, 1, figure, w->book->styles.text);
	worksheet_write_string(w->worksheet, w->row, 2, meaning, w->book->styles.text);
	worksheet_write_string(w->worksheet, w->row, 3, name, w->book->styles.text);
	if (named > lines)
		lines = named;
	worksheet_set_row_pixels(w->worksheet, w->row++, (uint32_t)(lines * LINE_PIXELS + 3), NULL);
}

/* What the rows of a table mean that have a name of their own, such as those of the summary. */
static void
put_rows(struct writing *w, const struct result_table *s, const char *sheet)
{
	enum lang lang = w->book->report->lang;
	const struct definition *d;
	size_t i;

	for (d = definitions; d->view != NULL; d++) {
		if (strcmp(d->view, s->view) != 0 || d->name[0] == '\0' || d->meaning.nl[0] == '\0')
			continue;
		for (i = 0; i < s->ncolumns && strcmp(s->columns[i].name, d->name) != 0; i++)
			continue;
		if (i == s->ncolumns)
			put_row(w, sheet, model_text(&d->heading, lang),
			    model_text(&d->meaning, lang),
			    book_text(w->book, "%s %s", s->view, d->name));
	}
}

static void
put_sheet(struct writing *w, const struct result_table *s)
{
	const char *sheet = book_placed(w->book, s)->name;
	const struct definition *d = definition_find(s->view, "");
	size_t i;

	if (d != NULL && d->meaning.nl[0] != '\0')
		put_row(w, sheet, book_safe(w->book, s->title),
		    model_text(&d->meaning, w->book->report->lang), s->view);
	for (i = 0; i < s->ncolumns; i++)
		if (s->columns[i].meaning != NULL && s->columns[i].role != COLUMN_PERIOD)
			put_row(w, sheet, book_safe(w->book, s->columns[i].heading),
			    s->columns[i].meaning,
			    book_text(w->book, "%s %s", s->view, s->columns[i].name));
	put_rows(w, s, sheet);
}

void
definitions_put(struct book *b, lxw_worksheet *worksheet)
{
	struct writing w = { b, worksheet, 3 };
	static const char *const heads[] = { "Sheet", "Figure", "What it says", "Name in tsv" };
	lxw_table_column columns[4] = { { 0 } }, *list[5] = { 0 };
	lxw_table_options options = { .name = (char[]){ "definities" },
	    .style_type = LXW_TABLE_STYLE_TYPE_LIGHT, .style_type_number = 1, .columns = list };
	lxw_row_t head;
	size_t i;

	worksheet_set_column(worksheet, 0, 0, FIRST, NULL);
	worksheet_set_column(worksheet, 1, 1, FIGURE, NULL);
	worksheet_set_column(worksheet, 2, 2, MEANING, NULL);
	worksheet_set_column(worksheet, 3, 3, NAME, NULL);
	worksheet_write_string(worksheet, 0, 0, book_label(b, "Definitions"), b->styles.title);
	worksheet_write_string(worksheet, 1, 0, book_made_of(b), b->styles.note);
	worksheet_freeze_panes(worksheet, 2, 0);
	put_facts(&w);
	head = ++w.row;
	w.row++;
	for (i = 0; i < b->sheets->n; i++)
		put_sheet(&w, &b->sheets->at[i]);
	for (i = 0; i < 4; i++) {
		columns[i].header = (char *)(uintptr_t)book_label(b, heads[i]);
		columns[i].header_format = b->styles.heading;
		list[i] = &columns[i];
	}
	if (w.row > head + 1)
		worksheet_add_table(worksheet, head, 0, w.row - 1, 3, &options);
	book_page(b, worksheet, 1);
}

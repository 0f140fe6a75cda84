/* SPDX-License-Identifier: ISC */
#include "overview_paper.h"

#include <string.h>

#include "course.h"
#include "html.h"
#include "lettering.h"
#include "overview.h"

/* Cards side by side, in pixels. */
enum { WIDE = 157, HIGH = 82, GAP = 14, ACROSS = 4, LETTER = 9, LARGE = 17, NUMBER = 27, TOP = 46,
    FOOT = 66, LINE = WIDE - GAP - 2 * NUMBER };

static double
point_x(size_t i)
{
	return NUMBER + (double)i * LINE / (COURSE - 1);
}

static double
point_y(const struct course *c, size_t i)
{
	return FOOT - (c->most > 0 ? cell_length(c->at[i]) / c->most : 0) * (FOOT - TOP);
}

static void
add_words(const char *class, double x, double y, const char *anchor, const char *words,
    struct text *to)
{
	text_addf(to, "<text class=\"%s\" x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">", class, x,
	    y, anchor);
	html_add(to, words);
	text_adds(to, "</text>");
}

static void
add_number(const char *class, const struct cell *c, double x, double y, const char *anchor,
    enum lang lang, struct text *to)
{
	struct text number = { 0 };

	cell_show(c, lang, &number);
	add_words(class, x, y, anchor, number.len > 0 ? number.at : "–", to);
	text_release(&number);
}

/* A line from 0 at its foot, between its first and its last number. */
static void
add_line(const struct course *c, enum lang lang, struct text *to)
{
	bool drawing = false;
	size_t last = 0;

	add_number("soft", c->at[0], NUMBER - 6, FOOT, "end", lang, to);
	add_number("soft", c->at[c->n - 1], WIDE - GAP - NUMBER + 6, FOOT, "start", lang, to);
	text_addf(to, "<path class=\"axis\" d=\"M%d %dh%d\"/><path class=\"line\" d=\"", NUMBER,
	    FOOT + 2, LINE);
	for (size_t i = 0; i < c->n; i++) {
		if (!course_there(c, i)) {
			drawing = false;
			continue;
		}
		text_addf(to, "%c%.1f %.1f", drawing ? 'L' : 'M', point_x(i), point_y(c, i));
		if (!drawing)
			text_addf(to, "L%.1f %.1f", point_x(i), point_y(c, i));
		drawing = true;
		last = i + 1;
	}
	text_adds(to, "\"/>");
	if (last > 0)
		text_addf(to, "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"2\"/>", point_x(last - 1),
		    point_y(c, last - 1));
}

/* What the figure is, the figure itself, how it changed, and its course. */
static void
add_card(const struct result_table *s, const struct result_row *row,
    const struct overview_sheet *sheet, enum lang lang, struct text *to)
{
	const struct cell *cells = &row->cells[s->label];
	struct text title = { 0 }, value = { 0 }, change = { 0 };
	struct course c;

	lettering_shorten(&title, cells[0].label, LETTER, WIDE - GAP);
	add_words("", 0, LETTER, "start", text_string(&title), to);
	cell_show(&cells[1], lang, &value);
	add_number("large", &cells[1], 0, 31, "start", lang, to);
	text_adds(&change, overview_change(&cells[3]));
	cell_show(&cells[3], lang, &change);
	add_words("soft", 10 + lettering_width(value.len > 0 ? value.at : "–", LARGE), 31, "start",
	    text_string(&change), to);
	if (sheet->course) {
		course_read(s, row, &c);
		add_line(&c, lang, to);
	}
	text_release(&title);
	text_release(&value);
	text_release(&change);
}

static void
put_cards(struct document *d, const struct result_table *s, const struct overview_sheet *sheet,
    enum lang lang)
{
	size_t n = sheet->to - sheet->from, down = (n + ACROSS - 1) / ACROSS;
	struct text svg = { 0 };

	text_addf(&svg, "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%zu\" "
	    "viewBox=\"0 0 %d %zu\"><style>text { font: %dpx sans-serif; fill: #1c1c1c; } .large { "
	    "font: bold %dpx sans-serif; } .soft { fill: #454b52; } .axis { stroke: #b5bac0; } "
	    ".line { stroke: #1f4e79; stroke-width: 1.5; fill: none; stroke-linecap: round; "
	    "stroke-linejoin: round; } circle { fill: #1f4e79; }</style>", WIDE * ACROSS,
	    down * HIGH, WIDE * ACROSS, down * HIGH, LETTER, LARGE);
	for (size_t i = 0; i < n; i++) {
		text_addf(&svg, "<g transform=\"translate(%zu %zu)\">", i % ACROSS * WIDE,
		    i / ACROSS * HIGH);
		add_card(s, &s->rows[sheet->from + i], sheet, lang, &svg);
		text_adds(&svg, "</g>");
	}
	text_adds(&svg, "</svg>");
	document_picture(d, text_string(&svg), sheet->words);
	text_release(&svg);
}

static void
put_cell(struct document *d, const struct cell *c, enum lang lang)
{
	struct text value = { 0 };

	cell_show(c, lang, &value);
	document_cell(d, value.len > 0 ? value.at : "–");
	text_release(&value);
}

enum { MOST = 16 };	/* rows of a list: there are fewer signals */

/* The rows of the list that are of the sheet; at most `most`. Returns how many. */
static size_t
rows_of(const struct result_table *s, const struct report *r, const struct result_row *of,
    const struct result_row **rows, size_t most)
{
	size_t n = 0;

	for (size_t i = 0; i < s->nrows && n < most; i++)
		if (overview_same(r, &s->rows[i], of))
			rows[n++] = &s->rows[i];
	return n;
}

/* A list in `beside` columns of rows, down and then across; the first column has that weight. */
static void
put_list(struct document *d, const struct result_tables *all, const char *view,
    const struct report *r, const struct result_row *of, size_t beside, int weight)
{
	const struct result_table *s = overview_table(all, view);
	const struct result_row *rows[MOST];
	struct document_column columns[MOST];
	size_t n = rows_of(s, r, of, rows, MOST), each = s->ncolumns - s->label, down;

	document_heading(d, 2, s->title);
	if (n == 0) {
		document_paragraph(d, results_nothing(all, s));
		return;
	}
	beside = n < 2 ? 1 : beside;
	down = (n + beside - 1) / beside;
	for (size_t i = 0; i < beside * each; i++)
		columns[i] = (struct document_column){ s->columns[s->label + i % each].heading,
		    i % each == 0 ? weight : 2, i % each != 0 };
	document_table(d, "", columns, beside * each);
	for (size_t i = 0; i < down; i++)
		for (size_t j = 0; j < beside * each; j++) {
			size_t row = i + j / each * down;

			if (row < n)
				put_cell(d, &rows[row]->cells[s->label + j % each], r->lang);
			else
				document_cell(d, "");
		}
	document_table_end(d);
}

void
overview_paper(struct document *d, const struct result_tables *all, const struct report *r)
{
	const struct result_table *s = overview_table(all, TAB_OVERZICHT);
	struct overview_sheet sheet = { 0 };
	char day[LABEL_DATE_SIZE];

	while (overview_next(s, r, &sheet)) {
		struct text below = { 0 };

		text_addf(&below, "%s · %s %s\n", model_text(&r->model->name, r->lang),
		    label(r->lang, "made on"), label_date(r->lang, r->today, day));
		results_dossiers(all, &below);
		results_unreadable(all, "; ", &below);
		document_part(d, sheet.title, text_string(&below), sheet.title);
		text_release(&below);
		put_cards(d, s, &sheet, r->lang);
		put_list(d, all, TAB_OVERZICHT_TE_LAAT, r, &s->rows[sheet.from], 2, 5);
		put_list(d, all, TAB_OVERZICHT_ONTBREEKT, r, &s->rows[sheet.from], 1, 10);
	}
	overview_end(&sheet);
}

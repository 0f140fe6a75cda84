/* SPDX-License-Identifier: ISC */
#include "overview.h"

#include <string.h>

#include "course.h"
#include "html.h"
#include "period.h"

enum { WIDTH = 150, HEIGHT = 26, EDGE = 3,	/* of a line, in pixels */
    SHORT = 8, LONG = 16 };	/* characters: of a period above a column */

static const char style[] =
	"section.sheet { max-width: 62rem; } .sheet table { width: 100%; } .sheet td, .sheet th { "
	    "padding: .22rem .7rem .22rem 0; } .sheet tr > :last-child { padding-right: 0; }\n"
	".sheet .now { font-weight: 700; } .two tbody th { overflow-wrap: anywhere; hyphens: "
	    "auto; } .sheet .wide thead th { white-space: nowrap; }\n"
	"svg.line { display: block; width: 150px; height: 26px; } svg.line path { fill: none; "
	    "stroke: var(--first); stroke-width: 1.8; stroke-linejoin: round; stroke-linecap: "
	    "round; } svg.line circle { fill: var(--first); } svg.line path.axis { stroke: "
	    "var(--line); stroke-width: 1; }\n"
	"td.line { vertical-align: middle; width: 150px; } @media (min-width: 60rem), print { "
	    ".two { display: grid; grid-template-columns: 1fr 1fr; gap: 2rem; } }\n"
	"@media print { .one { page: one; } section.sheet + section.sheet { break-before: page; } "
	    ".screen { display: none; } section.sheet { max-width: none; } .sheet h2 { "
	    "margin-top: .6rem; } .sheet h3 { margin-top: 1rem; } .sheet table { font-size: "
	    "8.5pt; } .sheet td, .sheet th { padding: .12rem .5rem .12rem 0; } .sheet div.wide { "
	    "overflow: visible; } }\n"
	"@page one { size: A4 portrait; margin: 12mm 14mm; }\n";

void
overview_style(struct text *to)
{
	text_adds(to, style);
}

static double
place_x(size_t i)
{
	return EDGE + (double)i * (WIDTH - 2 * EDGE) / (COURSE - 1);
}

static double
place_y(const struct course *c, size_t i)
{
	double share = c->most > 0 ? cell_length(c->at[i]) / c->most : 0;

	return HEIGHT - EDGE - share * (HEIGHT - 2 * EDGE);
}

/* A line from 0 at its foot, with gaps where there is no figure, and a dot on the last one. */
static void
add_line(const struct course *c, const char *name, const struct period *quarters, enum lang lang,
    struct text *to)
{
	bool drawing = false;

	text_addf(to, "<svg class=\"line\" role=\"img\" viewBox=\"0 0 %d %d\" "
	    "xmlns=\"http://www.w3.org/2000/svg\"><title>", WIDTH, HEIGHT);
	html_add(to, name);
	for (size_t i = 0; i < c->n; i++) {
		text_addf(to, "%s%s ", i == 0 ? ": " : ", ", quarters[i].name);
		if (course_there(c, i))
			cell_show(c->at[i], lang, to);
		else
			text_adds(to, "–");
	}
	text_addf(to, "</title><path class=\"axis\" d=\"M0 %dH%d\"/><path d=\"", HEIGHT - EDGE + 2,
	    WIDTH);
	for (size_t i = 0; i < c->n; i++) {
		bool there = course_there(c, i);

		/* A point by itself is a line to itself, which a round end makes a dot. */
		if (there)
			text_addf(to, "%c%.1f %.1f", drawing ? 'L' : 'M', place_x(i),
			    place_y(c, i));
		if (there && !drawing)
			text_addf(to, "L%.1f %.1f", place_x(i), place_y(c, i));
		drawing = there;
	}
	text_adds(to, "\"/>");
	for (size_t i = c->n; i > 0; i--)
		if (course_there(c, i - 1)) {
			text_addf(to, "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"2.6\"/>", place_x(i - 1),
			    place_y(c, i - 1));
			break;
		}
	text_adds(to, "</svg>");
}

const struct result_table *
overview_table(const struct result_tables *s, const char *view)
{
	for (size_t i = 0; i < s->n; i++)
		if (strcmp(s->at[i].view, view) == 0)
			return &s->at[i];
	return NULL;
}

/* The columns of period and groups come first in every table. */
bool
overview_same(const struct report *r, const struct result_row *a, const struct result_row *b)
{
	for (size_t i = 0; i <= r->ngroups; i++)
		if (!result_same_cell(&a->cells[i], &b->cells[i]))
			return false;
	return true;
}

static void
add_heads(const char *const *heads, const bool *number, size_t n, struct text *to)
{
	text_adds(to, "<thead><tr>");
	for (size_t i = 0; i < n; i++) {
		text_addf(to, "<th scope=\"col\"%s>", number[i] ? " class=\"number\"" : "");
		html_add(to, heads[i]);
		text_adds(to, "</th>");
	}
	text_adds(to, "</tr></thead>\n<tbody>\n");
}

static void
add_number(const struct cell *c, const char *class, const char *before, enum lang lang,
    struct text *to)
{
	struct text value = { 0 };

	cell_show(c, lang, &value);
	text_addf(to, "<td class=\"number%s\">%s", class, value.len > 0 ? before : "");
	html_add(to, value.len > 0 ? value.at : "–");
	text_adds(to, "</td>");
	text_release(&value);
}

const char *
overview_change(const struct cell *c)
{
	bool number = c->type != CELL_EMPTY && c->type != CELL_HIDDEN;

	return !number ? "" : c->number > 0 ? "▲ +" : c->number < 0 ? "▼ " : "= ";
}

static const struct cell *
cell_of(const struct result_table *s, const struct result_row *row, const char *column)
{
	size_t i = 0;

	while (strcmp(s->columns[i].name, column) != 0)
		i++;
	return &row->cells[i];
}

static void
add_label(const struct result_table *s, const struct result_row *row, enum lang lang,
    struct text *to)
{
	struct text label = { 0 };

	cell_show(&row->cells[s->label], lang, &label);
	text_adds(to, "<tr><th scope=\"row\">");
	html_add(to, text_string(&label));
	text_adds(to, "</th>");
	text_release(&label);
}

/* The eight quarters up to the one of that name. */
static bool
quarters_to(const struct cell *last, struct period quarters[PERIOD_QUARTERS])
{
	struct period p;

	memset(quarters, 0, PERIOD_QUARTERS * sizeof *quarters);
	return last->type == CELL_WORD && period_parse(last->word, DATE_LAST, &p) &&
	    period_quarters(p.to, quarters) == PERIOD_QUARTERS;
}

/* NULL for none. */
static const struct report_period *
period_before_of(const struct report *r, const struct result_row *row)
{
	for (size_t i = 0; i < r->nperiods; i++)
		if (strcmp(r->periods[i].period.name, row->cells[0].word) == 0 &&
		    r->periods[i].before != (size_t)-1)
			return &r->periods[r->periods[i].before];
	return NULL;
}

/* The figures with their course. */
static void
add_figures(const struct result_table *s, const struct report *r,
    const struct overview_sheet *sheet, struct text *to)
{
	static const bool number[] = { false, true, true, true, true, false, true };
	enum lang lang = r->lang;
	const char *heads[] = { s->columns[s->label].heading, sheet->period, sheet->before,
	    label(lang, "Change"), sheet->quarter[0].name, label(lang, "Eight quarters"),
	    sheet->quarter[PERIOD_QUARTERS - 1].name };

	text_adds(to, "<div class=\"wide\" role=\"region\" tabindex=\"0\" aria-label=\"");
	html_add(to, sheet->title);
	text_adds(to, "\"><table><caption class=\"off\">");
	html_add(to, sheet->title);
	text_adds(to, "</caption>");
	add_heads(heads, number, sheet->course ? 7 : 4, to);
	for (size_t i = sheet->from; i < sheet->to; i++) {
		const struct result_row *row = &s->rows[i];
		const struct cell *change = cell_of(s, row, COL_VERSCHIL);
		struct course c;

		add_label(s, row, lang, to);
		add_number(cell_of(s, row, COL_WAARDE), " now", "", lang, to);
		add_number(cell_of(s, row, COL_VORIGE), "", "", lang, to);
		add_number(change, "", overview_change(change), lang, to);
		if (sheet->course) {
			course_read(s, row, &c);
			add_number(c.at[0], "", "", lang, to);
			text_adds(to, "<td class=\"line\">");
			add_line(&c, row->cells[s->label].label, sheet->quarter, lang, to);
			text_adds(to, "</td>");
			add_number(c.at[c.n - 1], "", "", lang, to);
		}
		text_adds(to, "</tr>\n");
	}
	text_adds(to, "</tbody></table></div>\n");
}

/* What is late, or what is lacking, of the sheet that the row is of. */
static void
add_list(const struct result_tables *all, const char *view, const struct report *r,
    const struct result_row *of, struct text *to)
{
	const struct result_table *s = overview_table(all, view);
	const char *heads[8];
	bool number[8], any = false;
	size_t n = 0;

	text_adds(to, "<div><h3>");
	html_add(to, s->title);
	text_adds(to, "</h3>\n");
	for (size_t i = r->ngroups + 1; i < s->ncolumns && n < 8; i++, n++) {
		heads[n] = s->columns[i].heading;
		number[n] = i != s->label;
	}
	for (size_t i = 0; i < s->nrows; i++) {
		const struct result_row *row = &s->rows[i];

		if (!overview_same(r, row, of))
			continue;
		if (!any) {
			text_adds(to, "<table><caption class=\"off\">");
			html_add(to, s->title);
			text_adds(to, "</caption>");
			add_heads(heads, number, n, to);
		}
		any = true;
		add_label(s, row, r->lang, to);
		for (size_t j = s->label + 1; j < s->ncolumns; j++)
			add_number(&row->cells[j], "", "", r->lang, to);
		text_adds(to, "</tr>\n");
	}
	if (any)
		text_adds(to, "</tbody></table></div>\n");
	else
		text_addf(to, "<p class=\"note\">%s</p></div>\n", results_nothing(all, s));
}

/* Period and groups, where the sheets differ in them. */
static void
say_title(const struct result_table *s, const struct report *r, const struct result_row *row,
    struct text *to)
{
	text_addf(to, "%s · ", s->title);
	cell_show(&row->cells[0], r->lang, to);
	for (size_t i = 1; i <= r->ngroups; i++) {
		text_addf(to, " · %s ", s->columns[i].heading);
		cell_show(&row->cells[i], r->lang, to);
	}
}

bool
overview_next(const struct result_table *s, const struct report *r, struct overview_sheet *sheet)
{
	const struct result_row *first = &s->rows[sheet->to];
	const struct report_period *before;

	sheet->from = sheet->to;
	if (sheet->from == s->nrows)
		return false;
	while (sheet->to < s->nrows && overview_same(r, first, &s->rows[sheet->to]))
		sheet->to++;
	text_clear(&sheet->titled);
	text_clear(&sheet->worded);
	say_title(s, r, first, &sheet->titled);
	sheet->title = text_string(&sheet->titled);
	sheet->period = first->cells[0].label != NULL ? first->cells[0].label :
	    first->cells[0].word;
	if (strlen(sheet->period) > LONG)
		sheet->period = s->columns[s->label + 1].heading;
	before = period_before_of(r, first);
	sheet->before = before != NULL && strlen(before->period.name) <= SHORT ?
	    before->period.name : label(r->lang, "Before");
	sheet->course = quarters_to(cell_of(s, first, COL_KWARTAAL), sheet->quarter);
	if (before != NULL) {
		struct text name = { 0 };

		report_add_name(before, r->lang, &name);
		text_addf(&sheet->worded, label(r->lang, "The change is against %s. "),
		    text_string(&name));
		text_release(&name);
	}
	if (sheet->course) {
		text_addf(&sheet->worded, label(r->lang, "The line goes from %s to %s."),
		    sheet->quarter[0].name, sheet->quarter[PERIOD_QUARTERS - 1].name);
	}
	sheet->words = text_string(&sheet->worded);
	return true;
}

void
overview_end(struct overview_sheet *sheet)
{
	text_release(&sheet->titled);
	text_release(&sheet->worded);
}

void
overview_html(const struct result_tables *all, const struct report *r, struct text *to)
{
	const struct result_table *s = overview_table(all, TAB_OVERZICHT);
	struct overview_sheet sheet = { 0 };

	while (overview_next(s, r, &sheet)) {
		const struct result_row *first = &s->rows[sheet.from];

		text_adds(to, "<section class=\"sheet\"><h2");
		if (sheet.from == 0)
			text_addf(to, " id=\"%s\"", s->view);
		text_adds(to, ">");
		html_add(to, sheet.title);
		text_adds(to, "</h2>\n");
		add_figures(s, r, &sheet, to);
		text_adds(to, "<div class=\"two\">\n");
		add_list(all, TAB_OVERZICHT_TE_LAAT, r, first, to);
		add_list(all, TAB_OVERZICHT_ONTBREEKT, r, first, to);
		text_adds(to, "</div>\n</section>\n");
	}
	overview_end(&sheet);
}

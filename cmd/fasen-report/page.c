/* SPDX-License-Identifier: ISC */
#include "page.h"

#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "chart.h"
#include "definition.h"
#include "html.h"
#include "overview.h"

static const char style[] =
	":root { color-scheme: light dark; --ink: #1c1c1c; --soft: #4b5158; --line: #d5d9de; "
	    "--ground: #fff; --card: #f4f6f8;\n"
	"  --first: #1f4e79; --second: #a9c4dd; --third: #6f9cc4; }\n"
	"@media (prefers-color-scheme: dark) { :root { --ink: #e8eaed; --soft: #b6bdc5; "
	    "--line: #3c4249; --ground: #16191d;\n"
	"  --card: #20252b; --first: #8fbce6; --second: #3d5f80; --third: #5e8bb5; } }\n"
	"body { margin: 0; background: var(--ground); color: var(--ink); "
	    "font: 15px/1.45 system-ui, \"Helvetica Neue\", Arial, sans-serif; }\n"
	"main { max-width: 60rem; margin: 0 auto; padding: 1.5rem 1.2rem 4rem; }\n"
	"h1 { font-size: 1.9rem; margin: 0; } h2 { font-size: 1.3rem; margin: 2.6rem 0 .2rem; "
	    "padding-bottom: .25rem; border-bottom: 2px solid var(--line); }\n"
	"h3 { font-size: 1rem; margin: 1.6rem 0 .5rem; } p.below, p.note { color: var(--soft); "
	    "margin: .2rem 0; } p.note { font-size: .87rem; }\n"
	"nav { margin: 1.2rem 0; font-size: .93rem; } nav a { display: inline-block; padding: "
	    ".2rem 0; line-height: 1.5rem; margin-right: .9rem; white-space: nowrap; } a { color: "
	    "var(--first); }\n"
	"ul.cards { list-style: none; display: grid; grid-template-columns: repeat(auto-fill, "
	    "minmax(11.5rem, 1fr)); gap: .7rem; margin: .8rem 0; padding: 0; }\n"
	"ul.cards li { background: var(--card); border-left: 4px solid var(--first); "
	    "padding: .55rem .8rem; }\n"
	".cards .what { display: block; color: var(--soft); font-size: .87rem; } .cards .figure { "
	    "font-size: 1.55rem; font-variant-numeric: tabular-nums; }\n"
	".cards .change { color: var(--soft); font-size: .87rem; margin-left: .5rem; }\n"
	"div.wide { overflow-x: auto; } table { border-collapse: collapse; margin: .6rem 0; "
	    "font-size: .93rem; }\n"
	"th, td { padding: .28rem .7rem .28rem 0; text-align: left; vertical-align: top; "
	    "border-bottom: 1px solid var(--line); }\n"
	"th { color: var(--soft); font-weight: 600; vertical-align: bottom; } tbody th { color: "
	    "var(--ink); font-weight: 400; vertical-align: top; } .off { position: absolute; "
	    "clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden; white-space: "
	    "nowrap; } "
	    ".number { text-align: right; font-variant-numeric: tabular-nums; "
	    "white-space: nowrap; }\n"
	"tr.total td, tbody tr.total th { font-weight: 700; border-top: 2px solid var(--line); } "
	    "td.hidden { color: var(--soft); }\n"
	"svg.chart { width: 100%; max-width: 45rem; height: auto; margin: .4rem 0; "
	    "font: 12px system-ui, Arial, sans-serif; }\n"
	"svg text { fill: var(--ink); } svg .axis { stroke: var(--soft); fill: none; } "
	    "svg .norm { stroke: var(--ink); stroke-width: 2; fill: none; } "
	    "rect { fill: var(--third); stroke: var(--ground); stroke-width: .6; }\n"
	"rect.s0 { fill: var(--first); } rect.s1 { fill: var(--second); } rect.s2 { "
	    "fill: var(--third); }\n"
	"dl { font-size: .9rem; } dt { font-weight: 600; margin-top: .5rem; } dd { "
	    "margin: 0 0 0 1rem; }\n"
	"@media print { nav { display: none; } main { max-width: none; padding: 0; } "
	    "h2 { break-after: avoid; } h3 { break-after: avoid; }\n"
	"  tr, svg, li, div.wide:not(:has(tr:nth-child(25))) { break-inside: avoid; } "
	    "svg.chart { max-width: 30rem; break-after: avoid; } dt { break-after: avoid; }\n"
	"  thead { display: table-header-group; } div.wide { overflow: visible; } body { "
	    "font-size: 9.5pt; } table { font-size: 8.5pt; } th, td { padding: .14rem .6rem .14rem "
	    "0; } h2 { margin-top: 1.6rem; } h3 { margin-top: 1rem; }\n"
	"  .meanings { columns: 3; } .meanings h2 { column-span: all; break-before: page; } "
	    ".meanings h3 { margin-top: .6rem; } dl { font-size: 8pt; } dd { break-inside: "
	    "avoid; } }\n"
	"@page { size: A4 landscape; margin: 14mm; @bottom-right { content: counter(page) \" / \" "
	    "counter(pages);\n"
	"  font: 8pt system-ui, Arial, sans-serif; color: #4b5158; } }\n";

/* Series beyond three: shades from dark to light, so that they also differ in grey. */
static void
add_shades(struct text *to)
{
	for (int of = 4; of <= 16; of++)
		for (int i = 0; i < of; i++)
			text_addf(to,
			    "rect.s%d.of%d { fill: color-mix(in srgb, var(--first) %d%%, "
			    "var(--second)); }\n", i, of,
			    100 - 130 * i / of < 0 ? 0 : 100 - 130 * i / of);
}

static bool
number(enum cell_type type)
{
	return type == CELL_COUNT || type == CELL_DAYS || type == CELL_PERCENT || type == CELL_MEAN;
}

static void
add_cell(const struct cell *c, const struct column *column, enum lang lang, struct text *to)
{
	bool names = column->role == COLUMN_LABEL && c->type != CELL_EMPTY;
	const char *kind = names ? "th" : "td";
	struct text value = { 0 };

	cell_show(c, lang, &value);
	text_addf(to, "<%s%s%s>", kind, names ? " scope=\"row\"" : "",
	    c->type == CELL_HIDDEN ? " class=\"number hidden\"" :
	    number(c->type) ? " class=\"number\"" : "");
	html_add(to, text_string(&value));
	text_addf(to, "</%s>", kind);
	text_release(&value);
}

/* A column that says the same in every row stands above the table. */
static bool
above(const struct result_table *s, size_t column)
{
	return (s->columns[column].role == COLUMN_PERIOD ||
	    s->columns[column].role == COLUMN_GROUP) && result_constant(s, column);
}

static void
add_table(const struct result_table *s, enum lang lang, struct text *to)
{
	bool *left_out = alloc_new(s->ncolumns, sizeof *left_out);

	text_adds(to, "<div class=\"wide\" role=\"region\" tabindex=\"0\" aria-label=\"");
	html_add(to, s->title);
	text_adds(to, "\"><table><caption class=\"off\">");
	html_add(to, s->title);
	text_adds(to, "</caption>\n<thead><tr>");
	for (size_t i = 0; i < s->ncolumns; i++) {
		left_out[i] = above(s, i);
		if (left_out[i])
			continue;
		text_addf(to, "<th scope=\"col\"%s>",
		    number(s->columns[i].type) ? " class=\"number\"" : "");
		html_add(to, s->columns[i].heading);
		text_adds(to, "</th>");
	}
	text_adds(to, "</tr></thead>\n<tbody>\n");
	for (size_t i = 0; i < s->nrows; i++) {
		const struct result_row *row = result_at(s, i);

		text_adds(to, row->total || row->all ? "<tr class=\"total\">" : "<tr>");
		for (size_t j = 0; j < s->ncolumns; j++)
			if (!left_out[j])
				add_cell(&row->cells[j], &s->columns[j], lang, to);
		text_adds(to, "</tr>\n");
	}
	text_adds(to, "</tbody>\n</table></div>\n");
	free(left_out);
}

/* The first period's summary as cards: the figure, and how it changed. */
static bool
add_cards(const struct result_table *s, enum lang lang, struct text *to)
{
	size_t label = s->ncolumns, figure = s->ncolumns, change = s->ncolumns;

	for (size_t i = 0; i < s->ncolumns; i++) {
		if (s->columns[i].role == COLUMN_LABEL)
			label = i;
		else if (strcmp(s->columns[i].name, COL_WAARDE) == 0)
			figure = i;
		else if (strcmp(s->columns[i].name, COL_VERSCHIL) == 0)
			change = i;
		else if (s->columns[i].role != COLUMN_FIGURE && !result_constant(s, i))
			return false;
	}
	if (label == s->ncolumns || figure == s->ncolumns || change == s->ncolumns)
		return false;
	text_adds(to, "<ul class=\"cards\">\n");
	for (size_t i = 0; i < s->nrows; i++) {
		const struct cell *cells = s->rows[i].cells;
		struct text what = { 0 }, value = { 0 }, by = { 0 };

		cell_show(&cells[label], lang, &what);
		cell_show(&cells[figure], lang, &value);
		cell_show(&cells[change], lang, &by);
		text_adds(to, "<li><span class=\"what\">");
		html_add(to, text_string(&what));
		text_adds(to, "</span> <span class=\"figure\">");
		html_add(to, value.len > 0 ? value.at : "–");
		text_adds(to, "</span>");
		if (by.len > 0 && number(cells[change].type)) {
			text_addf(to, "<span class=\"change\">%s", cells[change].number > 0 ?
			    "▲ +" : cells[change].number < 0 ? "▼ " : "= ");
			html_add(to, by.at);
			text_adds(to, "</span>");
		}
		text_adds(to, "</li>\n");
		text_release(&what);
		text_release(&value);
		text_release(&by);
	}
	text_adds(to, "</ul>\n");
	return true;
}

/* The view that a table belongs to: its name up to the dot. */
static size_t
view_length(const char *view)
{
	return strcspn(view, ".");
}

static bool
same_view(const char *a, const char *b)
{
	return view_length(a) == view_length(b) && strncmp(a, b, view_length(a)) == 0;
}

static const char *
title_of(const char *table, enum lang lang)
{
	struct text name = { 0 };
	enum view v;

	text_add(&name, table, view_length(table));
	v = view_parse(text_string(&name));
	text_release(&name);
	return v == VIEWS ? table : view_title(v, lang);
}

static void
add_section(const struct result_tables *sheets, const struct result_table *s, bool first,
    struct text *to)
{
	enum lang lang = sheets->lang;

	if (first) {
		text_addf(to, "<h2 id=\"%.*s\">", (int)view_length(s->view), s->view);
		html_add(to, title_of(s->view, lang));
		text_adds(to, "</h2>\n");
	}
	if (strcmp(s->title, title_of(s->view, lang)) != 0) {
		text_adds(to, "<h3>");
		html_add(to, s->title);
		text_adds(to, "</h3>\n");
	}
	if (s->nrows == 0) {
		text_addf(to, "<p class=\"note\">%s</p>\n", results_nothing(sheets, s));
		return;
	}
	if (!(strcmp(s->view, TAB_SAMENVATTING) == 0 && add_cards(s, lang, to)))
		chart_svg(to, s, lang);
	add_table(s, lang, to);
}

static bool
overview_asked(const struct result_tables *sheets)
{
	return sheets->n > 0 && same_view(sheets->at[0].view, TAB_OVERZICHT);
}

/* Then it is what is printed, and what it means is for the screen. */
static bool
only_overview(const struct result_tables *sheets)
{
	return overview_asked(sheets) && same_view(sheets->at[sheets->n - 1].view, TAB_OVERZICHT);
}

static void
add_head(const struct result_tables *sheets, const struct report *r, struct text *to)
{
	enum lang lang = sheets->lang;
	char day[LABEL_DATE_SIZE];
	struct text title = { 0 }, where = { 0 };

	text_adds(&title, label(lang, "Report"));
	for (size_t i = 0, n = 0; i < r->nperiods; i++)
		if (r->periods[i].asked) {
			text_adds(&title, n++ == 0 ? " · " : ", ");
			report_add_name(&r->periods[i], lang, &title);
		}
	text_addf(to,
	    "<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"%s\">\n<head>\n"
	    "<meta charset=\"utf-8\"/>\n"
	    "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n<title>",
	    lang == LANG_EN ? "en" : "nl");
	html_add(to, text_string(&title));
	text_addf(to, "</title>\n<style>\n%s", style);
	add_shades(to);
	if (overview_asked(sheets))
		overview_style(to);
	text_addf(to, "</style>\n</head>\n<body%s>\n<main>\n%s<h1>", only_overview(sheets) ?
	    " class=\"one\"" : "", overview_asked(sheets) ? "<div class=\"one\">\n" : "");
	html_add(to, text_string(&title));
	text_adds(to, "</h1>\n<p class=\"below\">");
	html_add(to, model_text(&r->model->name, lang));
	text_addf(to, " · %s %s", label(lang, "made on"),
	    label_date(lang, r->today, day));
	for (size_t i = 0, n = 0; i < r->nperiods; i++)
		if (r->periods[i].asked)
			text_addf(to, "%s%s", n++ == 0 ? label(lang, " · reference date ") : ", ",
			    label_date(lang, r->periods[i].at, day));
	if (r->known != DATE_LAST)
		text_addf(to, " · %s %s", label(lang, "as known on"),
		    label_date(lang, r->known, day));
	if (sheets->hidden_most > 0) {
		text_adds(to, " · ");
		results_published(sheets, to);
	}
	text_adds(to, "</p>\n<p class=\"below\">");
	text_adds(to, sheets->incomplete ? "<strong>" : "");
	results_dossiers(sheets, to);
	results_unreadable(sheets, "; ", &where);
	html_add(to, text_string(&where));
	text_release(&where);
	text_adds(to, sheets->incomplete ? "</strong></p>\n<nav>" : "</p>\n<nav>");
	for (size_t i = 0; i < sheets->n; i++)
		if (i == 0 || !same_view(sheets->at[i].view, sheets->at[i - 1].view)) {
			text_addf(to, "<a href=\"#%.*s\">", (int)view_length(sheets->at[i].view),
			    sheets->at[i].view);
			html_add(to, title_of(sheets->at[i].view, lang));
			text_adds(to, "</a> ");
		}
	text_adds(to, "</nav>\n");
	text_release(&title);
}

static void
add_definition(const char *heading, const char *meaning, const struct result_table *s, bool *any,
    struct text *to)
{
	if (!*any) {
		text_adds(to, "<h3>");
		html_add(to, s->title);
		text_adds(to, "</h3>\n<dl>\n");
	}
	*any = true;
	text_adds(to, "<dt>");
	html_add(to, heading);
	text_adds(to, "</dt><dd>");
	html_add(to, meaning);
	text_adds(to, "</dd>\n");
}

/* The rows that have a meaning of their own, such as those of the summary. */
static void
add_row_definitions(const struct result_table *s, enum lang lang, bool *any, struct text *to)
{
	for (const struct definition *d = definitions; d->view != NULL; d++) {
		bool row = strcmp(d->view, s->view) == 0 && d->name[0] != '\0' &&
		    model_text(&d->meaning, lang)[0] != '\0';

		for (size_t i = 0; i < s->ncolumns && row; i++)
			row = strcmp(s->columns[i].name, d->name) != 0;
		if (row)
			add_definition(model_text(&d->heading, lang), model_text(&d->meaning, lang),
			    s, any, to);
	}
}

/* What each column means, and each row with a name of its own, a table after the other. */
static void
add_definitions(const struct result_tables *sheets, struct text *to)
{
	text_addf(to, "<div class=\"meanings%s\"><h2 id=\"definities\">%s</h2>\n",
	    only_overview(sheets) ? " screen" : "", label(sheets->lang, "What the figures mean"));
	for (size_t i = 0; i < sheets->n; i++) {
		const struct result_table *s = &sheets->at[i];
		bool any = false;

		for (size_t j = 0; j < s->ncolumns; j++)
			if (s->columns[j].meaning != NULL && s->columns[j].role == COLUMN_FIGURE)
				add_definition(s->columns[j].heading, s->columns[j].meaning,
				    s, &any, to);
		add_row_definitions(s, sheets->lang, &any, to);
		if (any)
			text_adds(to, "</dl>\n");
	}
	text_adds(to, "</div>\n");
}

bool
page_write(const struct result_tables *sheets, const struct report *r, FILE *stream)
{
	struct text out = { 0 };
	bool good = true;

	size_t first = 0;

	add_head(sheets, r, &out);
	if (overview_asked(sheets)) {
		overview_html(sheets, r, &out);
		text_adds(&out, "</div>\n");
		while (first < sheets->n && same_view(sheets->at[first].view, TAB_OVERZICHT))
			first++;
	}
	for (size_t i = first; i < sheets->n && good; i++) {
		add_section(sheets, &sheets->at[i],
		    i == 0 || !same_view(sheets->at[i].view, sheets->at[i - 1].view), &out);
		good = fwrite(text_string(&out), 1, out.len, stream) == out.len;
		text_clear(&out);
	}
	add_definitions(sheets, &out);
	text_adds(&out, "</main>\n</body>\n</html>\n");
	good = good && fwrite(out.at, 1, out.len, stream) == out.len;
	text_release(&out);
	return good;
}

/* SPDX-License-Identifier: ISC */
#include "document_block.h"
#include "html_form.h"

#include <stdlib.h>
#include <string.h>
#include <unictype.h>
#include <unistr.h>

#include "alloc.h"
#include "html.h"
#include "utf8.h"

static const char style[] =
	"html { color: #1c1c1c; background: #fff; font: 11pt/1.5 \"Source Sans 3\", \"Noto "
	    "Sans\", \"Segoe UI\", \"Helvetica Neue\", Arial, \"Noto Sans Arabic\", sans-serif; "
	    "overflow-wrap: break-word; }\n"
	"body { margin: 0 auto; padding: 1.5rem; max-width: 46rem; }\n"
	"article + article { margin-top: 4rem; }\n"
	"h1, h2, h3 { font-weight: 600; line-height: 1.25; margin: 0; break-after: avoid; }\n"
	"h1 { font-size: 1.9rem; font-weight: 300; }\n"
	"h2 { font-size: 1.25rem; margin: 2rem 0 .5rem; padding-bottom: .2rem; border-bottom: "
	    "1px solid #b4b4b4; }\n"
	".goal { font-size: 1.55rem; border: 0; padding: 0; margin: 1.6rem 0 .3rem; }\n"
	"h3 { font-size: 1.05rem; margin: 1.4rem 0 .3rem; }\n"
	"p { margin: .4rem 0; orphans: 3; widows: 3; }\n"
	".letterhead { color: #595959; display: flow-root; margin: 0 0 1rem; }\n"
	".letterhead img { float: inline-end; max-height: 3.5rem; max-width: 14rem; }\n"
	".below { color: #595959; margin: .2rem 0 1.2rem; }\n"
	".quote { margin: .4rem 0; padding-inline-start: .8rem; "
	    "border-inline-start: 3px solid #b4b4b4; font-style: italic; }\n"
	".whole { white-space: nowrap; }\n"
	".wide { overflow-x: auto; }\n"
	".note, footer { color: #595959; font-size: .85rem; }\n"
	"dl { margin: .5rem 0; }\n"
	"dt { color: #595959; grid-column: 1; }\n"
	"dd { margin: 0; grid-column: 2; }\n"
	"@supports (display: grid) { dl { display: grid; gap: .15rem 1rem; "
	    "grid-template-columns: minmax(7rem, 11rem) 1fr; } }\n"
	"ul { margin: .4rem 0; padding-left: 1.2rem; }\n"
	"table { width: 100%; border-collapse: collapse; margin: .6rem 0; font-size: .92rem; "
	    "line-height: 1.4; }\n"
	"caption { text-align: left; color: #595959; padding-bottom: .2rem; }\n"
	"thead { display: table-header-group; }\n"
	"tr { break-inside: avoid; }\n"
	"th, td { text-align: left; vertical-align: top; padding: .3rem .8rem .3rem 0; "
	    "border-bottom: 1px solid #d9d9d9; }\n"
	"th { font-weight: 600; border-bottom-color: #8c8c8c; }\n"
	"th.number, td.number { text-align: right; font-variant-numeric: tabular-nums; }\n"
	"figure { margin: 1rem 0; text-align: center; break-inside: avoid; }\n"
	"figure svg { max-width: 100%; height: auto; width: 34rem; }\n"
	".keep, .signs { break-inside: avoid; }\n"
	".signs { display: grid; grid-template-columns: repeat(auto-fit, minmax(12rem, 1fr)); "
	    "gap: 1.2rem 2rem; margin-top: 1.2rem; }\n"
	".sign { display: grid; grid-template-rows: 1fr auto auto; }\n"
	".sign p { margin: 0; }\n"
	".line { border-top: 1px solid #1c1c1c; color: #595959; font-size: "
	    ".8rem; padding-top: .1rem; margin-top: 2.6rem; }\n"
	".record { break-inside: avoid; margin: .8rem 0 1.4rem; }\n"
	"textarea { box-sizing: border-box; width: 100%; }\n"
	"textarea, input, button { font: inherit; color: inherit; background: #fff; "
	    "border: 1px solid #6b6b6b; border-radius: 3px; padding: .4rem; }\n"
	"button { padding: .6rem 2rem; font-weight: 600; }\n"
	"fieldset { border: 0; padding: 0; margin: .6rem 0; }\n"
	".choice { display: inline-block; padding: .3rem 1rem .3rem 0; white-space: nowrap; }\n"
	".choice input { width: 1.2rem; height: 1.2rem; vertical-align: -.2rem; }\n"
	".page { break-before: page; border: 0; margin: 0; }\n"
	"footer { margin-top: 2.5rem; }\n"
	"@media print {\n"
	"html { font-size: 10pt; }\n"
	"body { max-width: none; padding: 0; }\n"
	"article + article { break-before: page; margin: 0; }\n"
	"footer { display: none; }\n"
	".wide { overflow: visible; }\n"
	".saving { display: none; }\n"
	"textarea { line-height: 9mm; border: 0; padding: 0; resize: none; background: "
	    "repeating-linear-gradient(#fff 0 8.8mm, #8c8c8c 8.8mm 9mm); "
	    "print-color-adjust: exact; }\n"
	"}\n";

/* Adds s as a string of CSS. */
static void
add_css(struct text *to, const char *s)
{
	struct text shown = { 0 };

	utf8_show(&shown, s, false);
	text_addc(to, '"');
	for (s = text_string(&shown); *s != '\0'; s++) {
		unsigned char c = (unsigned char)*s;

		if (c == '"' || c == '\\' || c == '<' || c == '>' || c == '&' || c == '\'')
			text_addf(to, "\\%02X ", c);
		else
			text_addc(to, (char)c);
	}
	text_addc(to, '"');
	text_release(&shown);
}

/*
 * Writes the head before what is in out. One part names the file and stands at the foot of its
 * pages; of several, the file's own title does.
 */
static void
write_head(struct document *d, bool alone)
{
	const char *lang = d->lang == LANG_NL ? "nl" : "en";
	struct text body = d->out;
	const char *title = alone && d->part_title != NULL ? d->part_title : d->title;
	const char *foot = alone && d->part_foot != NULL ? d->part_foot : d->title;

	d->out = (struct text){ 0 };
	text_addf(&d->out,
	    "<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"%s\" "
	    "xml:lang=\"%s\">\n"
	    "<head>\n<meta charset=\"utf-8\"/>\n<meta name=\"viewport\" "
	    "content=\"width=device-width\"/>\n"
	    "<meta name=\"referrer\" content=\"no-referrer\"/>\n<title>", lang, lang);
	html_add(&d->out, title);
	text_adds(&d->out, "</title>\n<style>\n");
	text_adds(&d->out, style);
	text_adds(&d->out, "@page { size: A4; margin: 20mm 20mm 22mm; "
	    "@bottom-left { font-size: 8pt; color: #595959; content: ");
	add_css(&d->out, foot);
	/* A browser counts the pages of the file, not of a part. */
	text_addf(&d->out, "; } @bottom-right { font-size: 8pt; color: #595959; content: %s; } }\n"
	    "</style>\n</head>\n<body>\n<main>\n",
	    alone ? "counter(page) \" / \" counter(pages)" : "counter(page)");
	document_flush(d);
	text_release(&d->out);
	d->out = body;
	free(d->part_title);
	free(d->part_foot);
	d->part_title = d->part_foot = NULL;
}

static void
add_letterhead(struct document *d)
{
	if (d->organisation == NULL && d->logo == NULL)
		return;
	text_adds(&d->out, "<p class=\"letterhead\">");
	html_add(&d->out, d->organisation != NULL ? d->organisation : "");
	if (d->logo != NULL)
		text_addf(&d->out, "<img alt=\"\" src=\"data:image/png;base64,%s\"/>", d->logo);
	text_adds(&d->out, "</p>\n");
}

static void
html_open(struct document *d)
{
	(void)d;
}

static void
html_part(struct document *d, const char *title, const char *below, const char *foot)
{
	if (d->parts == 1)
		write_head(d, false);
	if (d->parts != 0)
		document_flush(d);
	free(d->part_title);
	free(d->part_foot);
	d->part_title = alloc_copy(title);
	d->part_foot = alloc_copy(foot);
	/*
	 * What stands at the foot of its pages: of all style sheets only that of a picture may
	 * stand here.
	 */
	text_addf(&d->out,
	    "<article style=\"page: part%zu\">\n<svg aria-hidden=\"true\" width=\"0\" "
	    "height=\"0\" style=\"display: none\"><style>@page part%zu { @bottom-left { content: ",
	    d->parts + 1, d->parts + 1);
	add_css(&d->out, foot);
	text_adds(&d->out, "; } }</style></svg>\n<header>\n");
	add_letterhead(d);
	text_adds(&d->out, "<h1>");
	html_add(&d->out, title);
	text_adds(&d->out, "</h1>\n");
	if (*below != '\0') {
		text_adds(&d->out, "<p class=\"below\">");
		html_add(&d->out, below);
		text_adds(&d->out, "</p>\n");
	}
	text_adds(&d->out, "</header>\n");
}

static void
html_part_end(struct document *d)
{
	if (*d->part_foot != '\0') {
		text_adds(&d->out, "<footer>");
		html_add(&d->out, d->part_foot);
		text_adds(&d->out, "</footer>\n");
	}
	text_adds(&d->out, "</article>\n");
}

/* Words of letters, digits and . _ - that are no longer than this do not break: days and ids. */
enum { WHOLE_MAX = 32 };

/* The length of such a word at s, with a digit and a hyphen in it; 0 when there is none. */
static size_t
whole_word(const char *s)
{
	size_t n = strspn(s, "0123456789-_."
	    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");
	bool hyphen = memchr(s, '-', n) != NULL;

	if (!hyphen || n > WHOLE_MAX || strcspn(s, "0123456789") >= n)
		return 0;
	return n;
}

/* Adds a text with its line breaks; its days and ids are kept whole. */
static void
add_words(struct text *to, const char *s)
{
	struct text piece = { 0 };

	for (bool begins = true; *s != '\0'; begins = *s == ' ' || *s == '\n' || *s == '(', s++) {
		size_t n = begins ? whole_word(s) : 0;

		if (n == 0) {
			text_addc(&piece, *s);
			continue;
		}
		html_add_lines(to, text_string(&piece));
		text_clear(&piece);
		text_add(&piece, s, n);
		text_adds(to, "<span class=\"whole\">");
		html_add(to, text_string(&piece));
		text_adds(to, "</span>");
		text_clear(&piece);
		s += n - 1;
	}
	html_add_lines(to, text_string(&piece));
	text_release(&piece);
}

/* The language of a text by the script of its first letter, where that says it; NULL for Latin. */
static const char *
language_of(const char *s)
{
	static const struct {
		const char *script, *language;
	} scripts[] = {
		{ "Arabic", "und-Arab" }, { "Hebrew", "he" }, { "Cyrillic", "und-Cyrl" },
		{ "Greek", "el" }, { "Han", "zh" }, { "Hangul", "ko" }, { "Hiragana", "ja" },
		{ "Katakana", "ja" }, { "Thai", "th" }, { "Armenian", "hy" }, { "Georgian", "ka" },
		{ "Ethiopic", "und-Ethi" }, { "Devanagari", "und-Deva" }, { "Bengali", "bn" },
		{ "Tamil", "ta" },
	};
	const uint8_t *at = (const uint8_t *)s;
	ucs4_t c;

	while ((at = u8_next(&c, at)) != NULL) {
		const uc_script_t *script = uc_is_property_alphabetic(c) ? uc_script(c) : NULL;

		for (size_t i = 0; script != NULL && i < sizeof scripts / sizeof *scripts; i++)
			if (strcmp(scripts[i].script, script->name) == 0)
				return scripts[i].language;
		if (script != NULL)
			return NULL;
	}
	return NULL;
}

/*
 * Adds the attributes of what the client said: its direction, and its language when that is
 * another.
 */
static void
add_own(struct document *d, const char *s)
{
	const char *language = language_of(s);

	if (language == NULL && d->texts != d->lang)
		language = d->texts == LANG_NL ? "nl" : "en";
	text_adds(&d->out, " dir=\"auto\"");
	if (language != NULL)
		text_addf(&d->out, " lang=\"%s\" xml:lang=\"%s\"", language, language);
}

static void
html_heading(struct document *d, int level, const char *s)
{
	text_addf(&d->out, "<h%d>", level);
	html_add(&d->out, s);
	text_addf(&d->out, "</h%d>\n", level);
}

static void
html_goal(struct document *d, const char *s)
{
	text_adds(&d->out, "<h2 class=\"goal\"");
	add_own(d, s);
	text_addc(&d->out, '>');
	html_add_lines(&d->out, s);
	text_adds(&d->out, "</h2>\n");
}

static void
html_paragraph(struct document *d, enum document_style how, const char *s)
{
	if (how == STYLE_QUOTE) {
		text_adds(&d->out, "<blockquote class=\"quote\"");
		add_own(d, s);
		text_addc(&d->out, '>');
	} else
		text_adds(&d->out, how == STYLE_NOTE ? "<p class=\"note\">" : "<p dir=\"auto\">");
	add_words(&d->out, s);
	text_adds(&d->out, how == STYLE_QUOTE ? "</blockquote>\n" : "</p>\n");
}

static void
html_pairs(struct document *d)
{
	text_adds(&d->out, "<dl>\n");
	for (size_t i = 0; i + 1 < d->ncells; i += 2) {
		if (i == 0 || strcmp(d->cells[i], d->cells[i - 2]) != 0) {
			text_adds(&d->out, "<dt>");
			add_words(&d->out, d->cells[i]);
			text_adds(&d->out, "</dt>");
		}
		text_adds(&d->out, "<dd><bdi>");
		add_words(&d->out, d->cells[i + 1]);
		text_adds(&d->out, "</bdi></dd>\n");
	}
	text_adds(&d->out, "</dl>\n");
}

static void
html_items(struct document *d)
{
	text_adds(&d->out, "<ul>\n");
	for (size_t i = 0; i < d->ncells; i++) {
		text_adds(&d->out, "<li><bdi>");
		add_words(&d->out, d->cells[i]);
		text_adds(&d->out, "</bdi></li>\n");
	}
	text_adds(&d->out, "</ul>\n");
}

/* A table of more columns than this is one to scroll on a small screen. */
enum { NARROW_COLUMNS = 5 };

static void
html_table(struct document *d)
{
	bool wide = d->ncolumns > NARROW_COLUMNS;
	int all = 0;

	if (wide) {
		text_adds(&d->out,
		    "<div class=\"wide\" role=\"region\" tabindex=\"0\" aria-label=\"");
		html_add(&d->out, *d->caption != '\0' ? d->caption :
		    d->part_title != NULL ? d->part_title : d->title);
		text_adds(&d->out, "\">\n");
	}
	text_adds(&d->out, "<table>\n");
	if (*d->caption != '\0') {
		text_adds(&d->out, "<caption>");
		html_add(&d->out, d->caption);
		text_adds(&d->out, "</caption>\n");
	}
	for (size_t i = 0; i < d->ncolumns; i++)
		all += d->columns[i].weight;
	text_adds(&d->out, "<thead>\n<tr>");
	for (size_t i = 0; i < d->ncolumns; i++) {
		text_addf(&d->out, "<th scope=\"col\"%s style=\"width: %d%%\">",
		    d->columns[i].right ? " class=\"number\"" : "",
		    d->columns[i].weight * 100 / all);
		html_add(&d->out, d->columns[i].heading);
		text_adds(&d->out, "</th>");
	}
	text_adds(&d->out, "</tr>\n</thead>\n<tbody>\n");
	for (size_t i = 0; i < d->ncells; i++) {
		size_t column = i % d->ncolumns;

		text_adds(&d->out, column == 0 ? "<tr>" : "");
		text_adds(&d->out, d->columns[column].right ? "<td class=\"number\"><bdi>" :
		    "<td><bdi>");
		add_words(&d->out, d->cells[i]);
		text_adds(&d->out, column + 1 == d->ncolumns ? "</bdi></td></tr>\n" :
		    "</bdi></td>");
	}
	text_adds(&d->out, wide ? "</tbody>\n</table>\n</div>\n" : "</tbody>\n</table>\n");
}

static void
add_writing_line(struct document *d, const char *below)
{
	text_adds(&d->out, "<p class=\"line\">");
	html_add(&d->out, label(d->lang, below));
	text_adds(&d->out, "</p>\n");
}

static void
html_signs(struct document *d)
{
	text_adds(&d->out, "<div class=\"signs\">\n");
	for (size_t i = 0; i + SIGN_CELLS <= d->ncells; i += SIGN_CELLS) {
		text_adds(&d->out, "<div class=\"sign\"><p>");
		html_add(&d->out, d->cells[i]);
		if (*d->cells[i + 1] != '\0') {
			text_adds(&d->out, "<br/>\n<strong><bdi>");
			html_add(&d->out, d->cells[i + 1]);
			text_adds(&d->out, "</bdi></strong>");
		}
		if (*d->cells[i + 2] != '\0') {
			text_adds(&d->out, "<br/>\n");
			html_add(&d->out, d->cells[i + 2]);
		}
		text_adds(&d->out, "</p>\n");
		add_writing_line(d, *d->cells[i + 1] != '\0' ? "signature" : "name and signature");
		add_writing_line(d, "place and date");
		text_adds(&d->out, "</div>\n");
	}
	text_adds(&d->out, "</div>\n");
}

static void
html_picture(struct document *d, const char *svg, const char *alternative)
{
	(void)alternative;
	text_adds(&d->out, "<figure>\n");
	text_adds(&d->out, svg);
	text_adds(&d->out, "</figure>\n");
}

static void
html_page(struct document *d)
{
	text_adds(&d->out, "<hr class=\"page\"/>\n");
}

static void
html_keep(struct document *d, bool begin)
{
	text_adds(&d->out, begin ? "<div class=\"keep\">\n" : "</div>\n");
}

static void
html_close(struct document *d)
{
	if (d->parts <= 1)
		write_head(d, true);
	if (d->fields != 0)
		html_form_saving(d);
	text_adds(&d->out, "</main>\n</body>\n</html>\n");
}

const struct document_backend document_html = {
	html_open, html_part, html_part_end, html_heading, html_goal, html_paragraph, html_pairs,
	html_items, html_table, html_signs, html_form_record, html_form_record_end, html_form_given,
	html_form_blank, html_form_choose, html_picture, html_page, html_keep, html_close
};

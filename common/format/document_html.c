/* SPDX-License-Identifier: ISC */
#include "document_block.h"
#include "html_form.h"

#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "html.h"
#include "html_head.h"
#include "tongue.h"

/*
 * Writes the head before what is in out. One part names the file and stands at the foot of its
 * pages; of several, the file's own title does.
 */
static void
write_head(struct document *d, bool alone)
{
	struct text body = d->out;

	d->out = (struct text){ 0 };
	html_head(&d->out, d->lang, alone && d->part_title != NULL ? d->part_title : d->title,
	    alone && d->part_foot != NULL ? d->part_foot : d->title, alone);
	document_flush(d);
	text_release(&d->out);
	d->out = body;
	free(d->part_title);
	free(d->part_foot);
	d->part_title = d->part_foot = NULL;
}

static void
add_language(struct text *to, const char *language)
{
	text_addf(to, " lang=\"%s\" xml:lang=\"%s\"", language, language);
}

/* Adds a text with its line breaks, each piece in the language that its letters say. */
static void
add_pieces(struct text *to, const char *s)
{
	struct text piece = { 0 };

	for (struct tongue t; (t = tongue_first(s)).n != 0; s += t.n) {
		text_clear(&piece);
		text_add(&piece, s, t.n);
		if (t.language != NULL) {
			text_adds(to, "<span");
			add_language(to, t.language);
			text_addc(to, '>');
		}
		html_add_lines(to, text_string(&piece));
		if (t.language != NULL)
			text_adds(to, "</span>");
	}
	text_release(&piece);
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
	html_css_string(&d->out, foot);
	text_adds(&d->out, "; } }</style></svg>\n<header>\n");
	add_letterhead(d);
	text_adds(&d->out, "<h1>");
	add_pieces(&d->out, title);
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

/* Adds a text, its pieces by `add`; its days and ids are kept whole. */
static void
add_whole(struct text *to, const char *s, void (*add)(struct text *, const char *))
{
	struct text piece = { 0 };

	for (bool begins = true; *s != '\0'; begins = *s == ' ' || *s == '\n' || *s == '(', s++) {
		size_t n = begins ? whole_word(s) : 0;

		if (n == 0) {
			text_addc(&piece, *s);
			continue;
		}
		add(to, text_string(&piece));
		text_clear(&piece);
		text_add(&piece, s, n);
		text_adds(to, "<span class=\"whole\">");
		html_add(to, text_string(&piece));
		text_adds(to, "</span>");
		text_clear(&piece);
		s += n - 1;
	}
	add(to, text_string(&piece));
	text_release(&piece);
}

static const char *
texts_language(const struct document *d)
{
	return d->texts == LANG_NL ? "nl" : "en";
}

/* Adds a text; what document_own marked in it is in the language of the dossiers. */
static void
add_words(struct document *d, const char *s)
{
	struct text piece = { 0 };
	size_t n;

	if (d->texts == d->lang) {
		add_whole(&d->out, s, add_pieces);
		return;
	}
	for (bool own = false; *s != '\0'; s += n) {
		own = *s == OWN_BEGIN;
		s += own || *s == OWN_END;
		n = strcspn(s, (char[]){ OWN_BEGIN, OWN_END, '\0' });
		if (n == 0)
			continue;
		text_clear(&piece);
		text_add(&piece, s, n);
		if (own) {
			text_adds(&d->out, "<span");
			add_language(&d->out, texts_language(d));
			text_addc(&d->out, '>');
		}
		add_whole(&d->out, text_string(&piece), add_pieces);
		text_adds(&d->out, own ? "</span>" : "");
	}
	text_release(&piece);
}

/*
 * Adds the attributes of what the client said: its direction, and its language when that is
 * another. Whether all of it is in the language that its letters say.
 */
static bool
add_own(struct document *d, const char *s)
{
	const char *language = tongue_of(s);
	bool said = language != NULL;

	if (language == NULL && d->texts != d->lang)
		language = texts_language(d);
	text_adds(&d->out, " dir=\"auto\"");
	if (language != NULL)
		add_language(&d->out, language);
	return said;
}

static void
html_heading(struct document *d, int level, const char *s)
{
	text_addf(&d->out, "<h%d>", level);
	add_words(d, s);
	text_addf(&d->out, "</h%d>\n", level);
}

static void
html_goal(struct document *d, const char *s)
{
	bool said;

	text_adds(&d->out, "<h2 class=\"goal\"");
	said = add_own(d, s);
	text_addc(&d->out, '>');
	if (said)
		html_add_lines(&d->out, s);
	else
		add_pieces(&d->out, s);
	text_adds(&d->out, "</h2>\n");
}

static void
html_paragraph(struct document *d, enum document_style how, const char *s)
{
	bool said = false;

	if (how == STYLE_QUOTE) {
		text_adds(&d->out, "<blockquote class=\"quote\"");
		said = add_own(d, s);
		text_addc(&d->out, '>');
	} else
		text_adds(&d->out, how == STYLE_NOTE ? "<p class=\"note\">" : "<p dir=\"auto\">");
	if (how == STYLE_QUOTE)
		add_whole(&d->out, s, said ? html_add_lines : add_pieces);
	else
		add_words(d, s);
	text_adds(&d->out, how == STYLE_QUOTE ? "</blockquote>\n" : "</p>\n");
}

static void
html_pairs(struct document *d)
{
	text_adds(&d->out, "<dl>\n");
	for (size_t i = 0; i + 1 < d->ncells; i += 2) {
		if (i == 0 || strcmp(d->cells[i], d->cells[i - 2]) != 0) {
			text_adds(&d->out, "<dt>");
			add_words(d, d->cells[i]);
			text_adds(&d->out, "</dt>");
		}
		text_adds(&d->out, "<dd><bdi>");
		add_words(d, d->cells[i + 1]);
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
		add_words(d, d->cells[i]);
		text_adds(&d->out, "</bdi></li>\n");
	}
	text_adds(&d->out, "</ul>\n");
}

/*
 * Adds a cell. Of one that is a day written out the blanks do not break, but on a small screen.
 */
static void
add_cell(struct document *d, const char *s)
{
	static const char blank[] = "\xC2\xA0";
	const char *month = strstr(s, blank), *year = month == NULL ? NULL :
	    strstr(month + strlen(blank), blank);

	if (year == NULL || strspn(s, "0123456789") != (size_t)(month - s) ||
	    strspn(year + strlen(blank), "0123456789") != strlen(year + strlen(blank))) {
		add_words(d, s);
		return;
	}
	text_adds(&d->out, "<span class=\"day\">");
	text_add(&d->out, s, (size_t)(month - s));
	text_addc(&d->out, ' ');
	text_add(&d->out, month + strlen(blank), (size_t)(year - month) - strlen(blank));
	text_addf(&d->out, " %s</span>", year + strlen(blank));
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
		add_cell(d, d->cells[i]);
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
			add_pieces(&d->out, d->cells[i + 1]);
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

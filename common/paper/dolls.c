/* SPDX-License-Identifier: ISC */
#include "dolls.h"

#include <string.h>

#include "html.h"
#include "lettering.h"
#include "person.h"
#include "wording.h"

/* Measures in the units of the viewBox; 12 of them are 9 points on paper. */
enum {
	WIDTH = 626, LABELS = 172, TITLE = 44, DOLLS = 118, NAMES = 26, ROW = 30, NOTE = 22,
	GREAT = 62, SMALL = 16		/* widths of the largest doll of a kind, and of one of a
					   domain */
};

/* A doll in a box of 100 by 170. */
static const char shape[] =
    "M50 2C72 2 80 18 79 36C78 48 74 54 78 62C94 78 98 100 98 120C98 150 84 168 50 168"
    "C16 168 2 150 2 120C2 100 6 78 22 62C26 54 22 48 21 36C20 18 28 2 50 2Z";

static const char font[] =
    "font-family=\"'Source Sans 3', 'Noto Sans', Helvetica, Arial, sans-serif\" "
    "font-size=\"12\" fill=\"#1c1c1c\"";

struct dolls {
	struct text *to;
	const struct model *model;
	const struct fold *state;	/* NULL: nothing is known */
	enum lang lang;
	size_t columns, rows;		/* kinds and domains, one more for what the model does not
					   have */
	int left, step;			/* of the columns */
};

/* The n-th kind; for one more NULL. */
static const char *
kind_code(const struct dolls *d, size_t n)
{
	return n < d->model->nstrengths ? d->model->strengths[n].code : NULL;
}

static const char *
domain_code(const struct dolls *d, size_t n)
{
	return n < d->model->ndomains ? d->model->domains[n].code : NULL;
}

static bool
known_kind(const struct model *m, const char *code)
{
	for (size_t i = 0; i < m->nstrengths; i++)
		if (strcmp(m->strengths[i].code, code) == 0)
			return true;
	return false;
}

static bool
is_of_kind(const struct dolls *d, const struct entry *e, size_t column)
{
	const char *code = kind_code(d, column), *has = entry_text(e, KRACHT_SOORT);

	return code != NULL ? strcmp(code, has) == 0 : !known_kind(d->model, has);
}

static bool
is_of_domain(const struct dolls *d, const struct entry *e, size_t row)
{
	const char *code = domain_code(d, row), *has = entry_text(e, KRACHT_LEEFGEBIED);

	return code != NULL ? strcmp(code, has) == 0 : model_domain(d->model, has) == NULL;
}

/* The strength after `e` (NULL = the first) of that kind. */
static const struct entry *
next_of_kind(const struct dolls *d, size_t column, const struct entry *e)
{
	if (d->state == NULL)
		return NULL;
	e = entry_there(e == NULL ? d->state->first[KIND_KRACHT] : e->next, d->state->at);
	while (e != NULL && !is_of_kind(d, e, column))
		e = entry_there(e->next, d->state->at);
	return e;
}

/* How many there are of the kind, on that domain; (size_t)-1 = on any. */
static size_t
count(const struct dolls *d, size_t column, size_t row)
{
	size_t n = 0;

	for (const struct entry *e = NULL; (e = next_of_kind(d, column, e)) != NULL; )
		n += row == (size_t)-1 || is_of_domain(d, e, row);
	return n;
}

static void
dolls_begin(struct dolls *d, struct text *to, const struct model *m, const struct fold *s,
    enum lang lang, int left)
{
	*d = (struct dolls){ to, m, s, lang, m->nstrengths, m->ndomains, left, 0 };
	if (s != NULL) {
		bool kind = false, domain = false;

		for (const struct entry *e = entry_there(s->first[KIND_KRACHT], s->at); e != NULL;
		    e = entry_there(e->next, s->at)) {
			kind |= is_of_kind(d, e, m->nstrengths);
			domain |= is_of_domain(d, e, m->ndomains);
		}
		d->columns += kind;
		d->rows += domain;
	}
	d->step = (WIDTH - left) / (int)(d->columns > 0 ? d->columns : 1);
}

static const char *
kind_name(const struct dolls *d, size_t column)
{
	return column < d->model->nstrengths ? model_text(&d->model->strengths[column].name,
	    d->lang) : label(d->lang, "Other strengths");
}

static void
add_text(struct dolls *d, int x, int y, const char *more, const char *s, double room)
{
	struct text shown = { 0 };

	lettering_shorten(&shown, s, 12, room);
	text_addf(d->to, "<text x=\"%d\" y=\"%d\"%s>", x, y, more);
	html_add(d->to, text_string(&shown));
	text_adds(d->to, "</text>\n");
	text_release(&shown);
}

/* A doll so wide that stands on y, with its face where there is room for one. */
static void
add_doll(struct dolls *d, int x, int y, int width, bool filled)
{
	double scale = width / 100.0;

	text_addf(d->to, "<g transform=\"translate(%d,%d) scale(%d.%02d)\">"
	    "<path d=\"%s\" fill=\"%s\" stroke=\"%s\" stroke-width=\"%d\"%s/>", x - width / 2,
	    y - width * 17 / 10, width / 100, width % 100, shape, filled ? "#cfe0ee" : "#fff",
	    filled ? "#1c1c1c" : "#737373", (int)(1.5 / scale + .5),
	    filled ? "" : scale > .3 ? " stroke-dasharray=\"7 6\"" :
	    " stroke-dasharray=\"14 10\"");
	if (width >= GREAT / 2)
		text_addf(d->to, "<circle cx=\"50\" cy=\"36\" r=\"17\" fill=\"#fff\" "
		    "stroke=\"%s\" stroke-width=\"2\"/><circle cx=\"44\" cy=\"33\" r=\"2.5\"/>"
		    "<circle cx=\"56\" cy=\"33\" r=\"2.5\"/>"
		    "<path d=\"M43 42q7 6 14 0\" fill=\"none\" stroke=\"#1c1c1c\" "
		    "stroke-width=\"2\"/>"
		    "<ellipse cx=\"50\" cy=\"117\" rx=\"29\" ry=\"32\" fill=\"#fff\" stroke=\"%s\" "
		    "stroke-width=\"2\"/>", filled ? "#1c1c1c" : "#737373",
		    filled ? "#1c1c1c" : "#b4b4b4");
	text_adds(d->to, "</g>\n");
}

/* A doll for each kind, the first the largest, standing on y, with its name below it. */
static void
add_kinds(struct dolls *d, int y)
{
	int most = d->step - 8 < GREAT ? d->step - 8 : GREAT,
	    least = most * 6 / 10;

	for (size_t i = 0; i < d->columns; i++) {
		int x = d->left + d->step * (int)i + d->step / 2;
		int width = d->columns < 2 ? most :
		    most - (most - least) * (int)i / (int)(d->columns - 1);
		size_t n = count(d, i, (size_t)-1);
		struct text words = { 0 };

		add_doll(d, x, y, width, n > 0);
		if (n > 0) {
			text_addf(&words, "%zu", n);
			add_text(d, x, y - width / 2,
			    " text-anchor=\"middle\" font-weight=\"bold\"", text_string(&words),
			    width);
		}
		add_text(d, x, y + 18, " text-anchor=\"middle\"", kind_name(d, i), d->step - 2);
		text_release(&words);
	}
}

/* The name of a domain above y, in two lines where it is too long for one. */
static void
add_name(struct dolls *d, const char *name, int y)
{
	static const char end[] = " text-anchor=\"end\"";
	const char *rest = name;
	size_t n = 0;
	const char *line = lettering_next(&rest, &n, 12, LABELS - 14);
	struct text first = { 0 };

	if (line == NULL || *rest == '\0') {
		add_text(d, LABELS - 12, y - 8, end, name, LABELS - 14);
		return;
	}
	text_add(&first, line, n);
	add_text(d, LABELS - 12, y - 15, end, text_string(&first), LABELS - 14);
	add_text(d, LABELS - 12, y - 2, end, rest, LABELS - 14);
	text_release(&first);
}

/* A line for each domain, with a doll for each kind. */
static void
add_domain(struct dolls *d, size_t row, int y)
{
	add_name(d, row < d->model->ndomains ? model_text(&d->model->domains[row].name, d->lang) :
	    label(d->lang, "Elsewhere"), y);
	text_addf(d->to, "<path d=\"M0 %dH%d\" stroke=\"#d0d0d0\"/>\n", y + 2, WIDTH);
	for (size_t i = 0; i < d->columns; i++) {
		int half = d->step / 2, x = d->left + d->step * (int)i + half;
		size_t n = count(d, i, row);
		struct text words = { 0 };

		add_doll(d, x, y, SMALL, n > 0);
		if (n > 1) {
			text_addf(&words, "%zu\xC3\x97", n);
			add_text(d, x + SMALL - 4, y - 8, "", text_string(&words), half);
		}
		text_release(&words);
	}
}

/* A line for each kind: "Skill: I can cook (Housing); ..." or "Skill: still empty. What ...?" */
static void
add_words(struct dolls *d, struct text *to)
{
	for (size_t i = 0; i < d->columns; i++) {
		const struct entry *e = NULL;
		bool any = false;

		text_addf(to, "%s: ", kind_name(d, i));
		for (; (e = next_of_kind(d, i, e)) != NULL; any = true)
			text_addf(to, "%s%s (%s)", any ? "; " : "", entry_text(e, KRACHT_TEKST),
			    wording_entry(d->model, e, KRACHT_LEEFGEBIED, d->lang));
		text_addf(to, "%s.\n", any ? "" : label(d->lang, "still empty"));
	}
}

/* Whose it is and of when, above it. */
static void
add_title(struct dolls *d, const char *title)
{
	struct text below = { 0 };
	char day[LABEL_DATE_SIZE];

	add_text(d, WIDTH / 2, 16, " text-anchor=\"middle\" font-weight=\"bold\"", title, WIDTH);
	text_addf(&below, "%s \xC2\xB7 %s", d->state->dossier->id,
	    label_date(d->lang, d->state->at, day));
	add_text(d, WIDTH / 2, 33, " text-anchor=\"middle\" fill=\"#595959\"", text_string(&below),
	    WIDTH);
	text_release(&below);
}

static void
draw(struct text *to, const struct fold *s, enum lang lang, bool titled)
{
	const char *id = s->dossier->id;
	struct text title = { 0 }, words = { 0 };
	struct dolls d;
	int top = titled ? TITLE : 0, height;

	dolls_begin(&d, to, s->model, s, lang, LABELS);
	height = top + DOLLS + NAMES + ROW * (int)d.rows + NOTE;
	text_addf(&title, "%s %s", label(lang, "Strengths of"), person_name(s));
	add_words(&d, &words);
	text_addf(to, "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" "
	    "width=\"%d\" height=\"%d\" role=\"img\" "
	    "aria-labelledby=\"dolls-title-%s dolls-words-%s\" %s>\n"
	    "<title id=\"dolls-title-%s\">", WIDTH, height, WIDTH, height, id, id, font, id);
	html_add(to, text_string(&title));
	text_addf(to, "</title>\n<desc id=\"dolls-words-%s\">", id);
	html_add(to, text_string(&words));
	text_adds(to, "</desc>\n<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n");
	if (titled)
		add_title(&d, text_string(&title));
	add_kinds(&d, top + DOLLS - 6);
	for (size_t i = 0; i < d.rows; i++)
		add_domain(&d, i, top + DOLLS + NAMES + ROW * (int)(i + 1) - 2);
	add_text(&d, WIDTH / 2, height - 6, " text-anchor=\"middle\" fill=\"#595959\"",
	    label(lang, "Dashed: nothing there yet. What could go there?"), WIDTH);
	text_adds(to, "</svg>\n");
	text_release(&title);
	text_release(&words);
}

bool
dolls_svg(struct text *to, const struct fold *s, enum lang lang)
{
	draw(to, s, lang, true);
	return true;
}

void
dolls_row_svg(struct text *to, const struct model *m, const struct fold *s, enum lang lang)
{
	struct dolls d;
	int height = DOLLS + NAMES;

	dolls_begin(&d, to, m, s, lang, 0);
	text_addf(to, "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" "
	    "width=\"%d\" height=\"%d\" role=\"img\" aria-label=\"", WIDTH, height, WIDTH, height);
	html_add(to, label(lang, "Strengths"));
	text_addf(to, "\" %s>\n", font);
	add_kinds(&d, DOLLS - 4);
	text_adds(to, "</svg>\n");
}

static void
write_kind(struct document *to, const struct dolls *d, size_t column)
{
	const struct entry *e = NULL;
	struct text line = { 0 };
	bool any = false;

	document_keep(to);
	document_heading(to, 2, kind_name(d, column));
	for (; (e = next_of_kind(d, column, e)) != NULL; any = true) {
		text_clear(&line);
		text_addf(&line, "%s (%s)", document_own(to, entry_text(e, KRACHT_TEKST)),
		    wording_entry(d->model, e, KRACHT_LEEFGEBIED, d->lang));
		document_item(to, text_string(&line));
	}
	if (!any && column < d->model->nstrengths) {
		const struct model_texts *ask = &d->model->strengths[column].questions;

		text_adds(&line, label(d->lang, "Still empty. Look for it together:"));
		for (size_t i = 0; i < ask->n; i++)
			text_addf(&line, " %s", model_text(&ask->at[i], d->lang));
		document_note(to, text_string(&line));
	}
	document_keep_end(to);
	text_release(&line);
}

void
dolls_view(struct document *to, const struct fold *s)
{
	enum lang lang = document_lang(to);
	struct text title = { 0 }, foot = { 0 }, svg = { 0 };
	struct dolls d;

	dolls_begin(&d, NULL, s->model, s, lang, 0);
	text_addf(&title, "%s %s", label(lang, "Strengths of"), person_called(to, s));
	text_addf(&foot, "%s \xC2\xB7 %s", label(lang, "Strengths"), s->dossier->id);
	person_part(to, s, text_string(&title), text_string(&foot));
	if (document_kind(to) == DOCUMENT_HTML || document_kind(to) == DOCUMENT_PDF) {
		draw(&svg, s, lang, false);
		document_picture(to, text_string(&svg), "");
	}
	for (size_t i = 0; i < d.columns; i++)
		write_kind(to, &d, i);
	text_release(&title);
	text_release(&foot);
	text_release(&svg);
}

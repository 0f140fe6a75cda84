/* SPDX-License-Identifier: ISC */
#include "network.h"

#include <math.h>

#include "html.h"
#include "person.h"

/* Measures in the units of the viewBox, about pixels. */
enum {
	WIDTH = 640, TITLE = 60, ABOVE = 18, NAME = 30, ACROSS = 190, DOWN = 150,
	CLIENT = 52, PERSON = 26,	/* from their middles, where lines end */
	APART = 5,			/* of two lines, from the middle between them */
	CROWD = 12
};

static const double turn = 6.283185307179586;

static const struct entry *
first_person(const struct fold *s)
{
	return entry_there(s->first[KIND_NETWERK], s->at);
}

static size_t
count_people(const struct fold *s)
{
	size_t n = 0;

	for (const struct entry *e = first_person(s); e != NULL; e = entry_there(e->next, s->at))
		n++;
	return n;
}

/* A line with a head at its end. */
static void
add_arrow(struct text *to, double x1, double y1, double x2, double y2, const char *look)
{
	double angle = atan2(y2 - y1, x2 - x1);

	text_addf(to, "<path %s d=\"M%.1f %.1fL%.1f %.1f\"/>", look, x1, y1, x2 - 7 * cos(angle),
	    y2 - 7 * sin(angle));
	text_addf(to, "<path fill=\"#1c1c1c\" d=\"M%.1f %.1fL%.1f %.1fL%.1f %.1fZ\"/>\n", x2, y2,
	    x2 - 10 * cos(angle - .4), y2 - 10 * sin(angle - .4), x2 - 10 * cos(angle + .4),
	    y2 - 10 * sin(angle + .4));
}

static const char giving[] = "fill=\"none\" stroke=\"#1f4e79\" stroke-width=\"2.5\"";
static const char receiving[] =
    "fill=\"none\" stroke=\"#1c1c1c\" stroke-width=\"1.5\" stroke-dasharray=\"6 4\"";

static void
add_text(struct text *to, double x, double y, const char *more, const char *s)
{
	text_addf(to, "<text x=\"%.1f\" y=\"%.1f\"%s>", x, y, more);
	html_add(to, s);
	text_adds(to, "</text>\n");
}

/* The i-th of n around the middle; of a crowd every second one stands farther off. */
static void
add_person(struct text *to, const struct entry *e, size_t i, size_t n, double cx, double cy)
{
	double far = n > CROWD && i % 2 == 1 ? 1.3 : 1;
	double angle = turn * (double)i / (double)n - turn / 4;
	double x = cx + ACROSS * far * cos(angle), y = cy + DOWN * far * sin(angle);
	double way = hypot(x - cx, y - cy), ux = (x - cx) / way, uy = (y - cy) / way;
	double from = CLIENT + 4, till = way - PERSON;
	bool gives = *entry_text(e, NETWERK_GEEFT) != '\0';
	bool receives = *entry_text(e, NETWERK_KRIJGT) != '\0';

	if (gives)
		add_arrow(to, cx + till * ux - APART * uy, cy + till * uy + APART * ux,
		    cx + from * ux - APART * uy, cy + from * uy + APART * ux, giving);
	if (receives)
		add_arrow(to, cx + from * ux + APART * uy, cy + from * uy - APART * ux,
		    cx + till * ux + APART * uy, cy + till * uy - APART * ux, receiving);
	if (!gives && !receives)
		text_addf(to, "<path fill=\"none\" stroke=\"#8c8c8c\" stroke-dasharray=\"1 4\" "
		    "d=\"M%.1f %.1fL%.1f %.1f\"/>\n",
		    cx + from * ux, cy + from * uy, cx + till * ux, cy + till * uy);
	text_addf(to, "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"8\" fill=\"#fff\" stroke=\"#1c1c1c\" "
	    "stroke-width=\"1.5\"/>", x, y);
	y += uy < -.1 ? -NAME + 2 : 22;
	add_text(to, x, y, " font-size=\"13\" font-weight=\"bold\" text-anchor=\"middle\"", e->key);
	add_text(to, x, y + 14, " font-size=\"12\" fill=\"#595959\" text-anchor=\"middle\"",
	    entry_text(e, NETWERK_RELATIE));
}

/* A line for each: "Oma (oma): Gives oppas. Receives boodschappen." */
static void
add_words(struct text *to, const struct fold *s, enum lang lang)
{
	for (const struct entry *e = first_person(s); e != NULL; e = entry_there(e->next, s->at)) {
		text_addf(to, "%s (%s).", e->key, entry_text(e, NETWERK_RELATIE));
		if (*entry_text(e, NETWERK_GEEFT) != '\0')
			text_addf(to, " %s: %s.", label(lang, "Gives"),
			    entry_text(e, NETWERK_GEEFT));
		if (*entry_text(e, NETWERK_KRIJGT) != '\0')
			text_addf(to, " %s: %s.", label(lang, "Receives"),
			    entry_text(e, NETWERK_KRIJGT));
		text_addc(to, '\n');
	}
}

/* The title and the day are left out where the page has them. */
static bool
draw(struct text *to, const struct fold *s, enum lang lang, bool titled)
{
	const char *id = s->dossier->id;
	size_t n = count_people(s), i = 0;
	double far = n > CROWD ? 1.3 : 1, cx = WIDTH / 2.0 * far;
	double cy = (titled ? TITLE : ABOVE) + NAME + DOWN * far, bottom;
	struct text title = { 0 }, words = { 0 };
	char day[LABEL_DATE_SIZE];

	if (n == 0)
		return false;
	bottom = cy + DOWN * far + 60;
	text_addf(&title, "%s %s", label(lang, "People around"), person_name(s));
	add_words(&words, s, lang);
	text_addf(to, "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %.0f %.0f\" "
	    "width=\"%.0f\" height=\"%.0f\" role=\"img\" "
	    "aria-labelledby=\"network-title-%s network-words-%s\" "
	    "font-family=\"'Source Sans 3', 'Noto Sans', Helvetica, Arial, sans-serif\" "
	    "fill=\"#1c1c1c\">\n<title id=\"network-title-%s\">", 2 * cx, bottom + 40, 2 * cx,
	    bottom + 40, id, id, id);
	html_add(to, text_string(&title));
	text_addf(to, "</title>\n<desc id=\"network-words-%s\">", id);
	html_add(to, text_string(&words));
	text_adds(to, "</desc>\n<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n");
	if (titled) {
		add_text(to, cx, 24,
		    " font-size=\"14\" font-weight=\"bold\" text-anchor=\"middle\"",
		    text_string(&title));
		text_clear(&title);
		text_addf(&title, "%s \xC2\xB7 %s", id, label_date(lang, s->at, day));
		add_text(to, cx, 41, " font-size=\"12\" fill=\"#595959\" text-anchor=\"middle\"",
		    text_string(&title));
	}
	for (const struct entry *e = first_person(s); e != NULL; e = entry_there(e->next, s->at))
		add_person(to, e, i++, n, cx, cy);
	text_addf(to,
	    "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"%d\" fill=\"#eef2f6\" stroke=\"#1f4e79\" "
	    "stroke-width=\"2\"/>\n", cx, cy, CLIENT - 6);
	add_text(to, cx, cy + 5, " font-size=\"14\" font-weight=\"bold\" text-anchor=\"middle\"",
	    person_name(s));
	add_arrow(to, 40, bottom, 90, bottom, giving);
	add_text(to, 100, bottom + 4, " font-size=\"12\"", label(lang, "gives"));
	add_arrow(to, 200, bottom, 250, bottom, receiving);
	add_text(to, 260, bottom + 4, " font-size=\"12\"", label(lang, "receives"));
	text_adds(to, "</svg>\n");
	text_release(&title);
	text_release(&words);
	return true;
}

bool
network_svg(struct text *to, const struct fold *s, enum lang lang)
{
	return draw(to, s, lang, true);
}

void
network_table(struct document *d, const struct fold *s)
{
	enum lang lang = document_lang(d);
	const struct document_column columns[] = {
		{ label(lang, "Who"), 3, false }, { label(lang, "Relation"), 3, false },
		{ label(lang, "Gives"), 5, false }, { label(lang, "Receives"), 5, false }
	};
	const struct entry *e = first_person(s);

	if (e == NULL) {
		document_paragraph(d, label(lang, "Nobody is recorded yet."));
		return;
	}
	document_table(d, "", columns, sizeof columns / sizeof *columns);
	for (; e != NULL; e = entry_there(e->next, s->at)) {
		document_cell(d, e->key);
		document_cell(d, entry_text(e, NETWERK_RELATIE));
		document_cell(d, entry_text(e, NETWERK_GEEFT));
		document_cell(d, entry_text(e, NETWERK_KRIJGT));
	}
	document_table_end(d);
}

void
network_view(struct document *d, const struct fold *s)
{
	enum lang lang = document_lang(d);
	struct text title = { 0 }, foot = { 0 }, svg = { 0 };

	text_addf(&title, "%s %s", label(lang, "People around"), person_called(d, s));
	text_addf(&foot, "%s \xC2\xB7 %s", label(lang, "Network"), s->dossier->id);
	person_part(d, s, text_string(&title), text_string(&foot));
	if ((document_kind(d) == DOCUMENT_HTML || document_kind(d) == DOCUMENT_PDF) &&
	    draw(&svg, s, lang, false))
		document_picture(d, text_string(&svg), "");
	network_table(d, s);
	text_release(&title);
	text_release(&foot);
	text_release(&svg);
}

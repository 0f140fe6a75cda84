/* SPDX-License-Identifier: ISC */
#include "network.h"

#include "bearing.h"
#include "html.h"
#include "lettering.h"
#include "person.h"

/* Measures in the units of the viewBox, about pixels. */
enum {
	WIDTH = 640, TITLE = 60, ABOVE = 18, BELOW = 40,
	ACROSS = 140,			/* from the client to who stands beside */
	CLIENT = 52, PERSON = 13,	/* from their middles, where lines end */
	BESIDE = 16,			/* of the words, from the middle of a person */
	ROOM = 158,			/* for the words */
	LINE = 15, LINES = 3,		/* of a name, or of a relation */
	BETWEEN = 14, SPREAD = 210,	/* of people below each other; of a side */
	APART = 5			/* of two lines, from the middle between them */
};

/* Sizes of letters: of the client's name, of a person's, of the relation. */
static const double called = 14, name = 13, small = 12;

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
	static const double back = 9.2106099400, aside = 3.8941834231;	/* of the head's corners */
	struct bearing b = bearing_to(x2 - x1, y2 - y1, NULL);

	text_addf(to, "<path %s d=\"M%.1f %.1fL%.1f %.1f\"/>", look, x1, y1, x2 - 7 * b.x,
	    y2 - 7 * b.y);
	text_addf(to, "<path fill=\"#1c1c1c\" d=\"M%.1f %.1fL%.1f %.1fL%.1f %.1fZ\"/>\n", x2, y2,
	    x2 - back * b.x - aside * b.y, y2 - back * b.y + aside * b.x,
	    x2 - back * b.x + aside * b.y, y2 - back * b.y - aside * b.x);
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

/*
 * Adds a text, in as many lines as it needs up to LINES, or with `to` NULL only measures it.
 * Returns where the next line goes.
 */
static double
add_lines(struct text *to, double x, double y, double size, double room, const char *look,
    const char *s)
{
	struct text line = { 0 };
	const char *rest = s, *at;
	size_t n;

	for (int i = 1; (at = lettering_next(&s, &n, size, room)) != NULL && i <= LINES; i++) {
		text_clear(&line);
		if (i == LINES)
			lettering_shorten(&line, rest, size, room);
		else
			text_add(&line, at, n);
		if (to != NULL)
			add_text(to, x, y, look, text_string(&line));
		rest = s;
		y += LINE;
	}
	text_release(&line);
	return y;
}

/* The height of the words about a person. */
static double
height_of(const struct entry *e)
{
	return add_lines(NULL, 0, 0, name, ROOM, "", e->key) +
	    add_lines(NULL, 0, 0, small, ROOM, "", entry_text(e, NETWERK_RELATIE));
}

/* Somebody there and the client in the middle, with who gives and who receives between them. */
static void
add_person(struct text *to, const struct entry *e, double x, double y, double cx, double cy)
{
	double way;
	const struct bearing there = bearing_to(x - cx, y - cy, &way);
	double ux = there.x, uy = there.y, from = CLIENT, till = way - PERSON;
	bool gives = *entry_text(e, NETWERK_GEEFT) != '\0', right = x > cx;
	bool receives = *entry_text(e, NETWERK_KRIJGT) != '\0';
	struct text look = { 0 };

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
	x += right ? BESIDE : -BESIDE;
	y += 11 - height_of(e) / 2;
	text_addf(&look, " font-size=\"%.0f\" font-weight=\"bold\" text-anchor=\"%s\"", name,
	    right ? "start" : "end");
	y = add_lines(to, x, y, name, ROOM, text_string(&look), e->key);
	text_clear(&look);
	text_addf(&look, " font-size=\"%.0f\" fill=\"#595959\" text-anchor=\"%s\"", small,
	    right ? "start" : "end");
	add_lines(to, x, y, small, ROOM, text_string(&look), entry_text(e, NETWERK_RELATIE));
	text_release(&look);
}

/* So many people on one side of the client: how high they stand, and how far apart. */
struct side {
	size_t n;
	double height, between;
};

static struct side
measure_side(const struct fold *s, size_t skip, size_t n)
{
	struct side side = { n, 0, BETWEEN };
	const struct entry *e = first_person(s);

	for (; skip > 0; skip--)
		e = entry_there(e->next, s->at);
	for (size_t i = 0; i < n; i++, e = entry_there(e->next, s->at))
		side.height += height_of(e);
	if (n > 1) {
		double spread = (SPREAD - side.height) / (double)(n - 1);

		side.between = spread > BETWEEN ? spread : BETWEEN;
		side.height += side.between * (double)(n - 1);
	}
	return side;
}

/*
 * Clockwise: down at the right of the client, up at the left. Who stands higher or lower stands
 * a little nearer.
 */
static void
add_people(struct text *to, const struct fold *s, const struct side sides[2], double cx,
    double cy)
{
	const struct entry *e = first_person(s);

	for (int left = 0; left < 2; left++) {
		const struct side *side = &sides[left];
		double down = -side->height / 2;

		for (size_t i = 0; i < side->n; i++, e = entry_there(e->next, s->at)) {
			double height = height_of(e), y = down + height / 2;
			double part = side->n > 1 ? 2 * y / side->height : 0;
			double x = ACROSS * (1 - part * part / 4);

			add_person(to, e, left ? cx - x : cx + x, left ? cy - y : cy + y, cx, cy);
			down += height + side->between;
		}
	}
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
	size_t n = count_people(s);
	double cx = WIDTH / 2.0, half = CLIENT, cy, bottom, lines;
	struct side sides[2];
	struct text title = { 0 }, words = { 0 };
	char day[LABEL_DATE_SIZE];

	if (n == 0)
		return false;
	sides[0] = measure_side(s, 0, n - n / 2);
	sides[1] = measure_side(s, n - n / 2, n / 2);
	for (int i = 0; i < 2; i++)
		half = sides[i].height / 2 > half ? sides[i].height / 2 : half;
	cy = (titled ? TITLE : ABOVE) + half;
	bottom = cy + half + BELOW;
	text_addf(&title, label(lang, "People around %s"), person_name(s));
	add_words(&words, s, lang);
	text_addf(to, "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %.0f\" "
	    "width=\"%d\" height=\"%.0f\" role=\"img\" "
	    "aria-labelledby=\"network-title-%s network-words-%s\" "
	    "font-family=\"'Source Sans 3', 'Noto Sans', Helvetica, Arial, sans-serif\" "
	    "fill=\"#1c1c1c\">\n<title id=\"network-title-%s\">", WIDTH, bottom + 20, WIDTH,
	    bottom + 20, id, id, id);
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
	add_people(to, s, sides, cx, cy);
	text_addf(to,
	    "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"%d\" fill=\"#eef2f6\" stroke=\"#1f4e79\" "
	    "stroke-width=\"2\"/>\n", cx, cy, CLIENT - 6);
	lines = add_lines(NULL, 0, 0, called, 2 * CLIENT - 24, "", person_name(s));
	add_lines(to, cx, cy + 12 - lines / 2, called, 2 * CLIENT - 24,
	    " font-size=\"14\" font-weight=\"bold\" text-anchor=\"middle\"", person_name(s));
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
		document_cell(d, document_own(d, entry_text(e, NETWERK_RELATIE)));
		document_cell(d, document_own(d, entry_text(e, NETWERK_GEEFT)));
		document_cell(d, document_own(d, entry_text(e, NETWERK_KRIJGT)));
	}
	document_table_end(d);
}

void
network_view(struct document *d, const struct fold *s)
{
	enum lang lang = document_lang(d);
	struct text title = { 0 }, foot = { 0 }, svg = { 0 };

	text_addf(&title, label(lang, "People around %s"), person_called(d, s));
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

#include "web.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "html.h"
#include "measurements.h"
#include "person.h"
#include "utf8.h"
#include "web_names.h"

/* Measures in the units of the viewBox, about pixels. */
enum { WIDTH = 640, RADIUS = 170, ABOVE = 88, BELOW = 88, TITLE = 28, LEGEND = 24, RINGS_MAX = 6 };

static bool
on_scale(const struct model_scale *scale, const struct score *score)
{
	return score->value >= scale->min && score->value <= scale->max;
}

/*
 * Finds first and latest of each domain on the scale; one that is off the scale cannot be drawn.
 * Returns whether there is any.
 */
static bool
measure(struct measurements *spokes, const struct fold *s, const struct model_scale *scale)
{
	bool any = false;

	for (size_t i = 0; i < s->model->ndomains; i++) {
		spokes[i] = measurements_of(s, s->model->domains[i].code, scale->code);
		if (spokes[i].first == NULL || !on_scale(scale, spokes[i].first) ||
		    !on_scale(scale, spokes[i].latest))
			spokes[i] = (struct measurements){ NULL, NULL, NULL };
		any = any || spokes[i].first != NULL;
	}
	return any;
}

/* Distance from the middle; the lowest score is a ring of its own, so that it can be seen. */
static double
distance(const struct model_scale *scale, long value)
{
	return (double)RADIUS * (double)(value - scale->min + 1) / (double)(scale->max -
	    scale->min + 1);
}

static void
add_point(struct text *to, double x, double y)
{
	text_addf(to, "%.1f %.1f", x, y);
}

/* A round step that gives at most RINGS_MAX rings above the lowest. */
static long
ring_step(long range)
{
	static const long factors[] = { 2, 5, 10 };
	long unit = 1, step = 1;

	for (size_t i = 0; range / step > RINGS_MAX; i++) {
		step = unit * factors[i % 3];
		if (i % 3 == 2)
			unit = step;
	}
	return step;
}

static void
add_rings(struct text *to, const struct model_scale *scale, double cx, double cy)
{
	long step = ring_step(scale->max - scale->min);

	for (long i = 0; scale->min + (i - 1) * step < scale->max; i++) {
		long v = scale->min + i * step;
		double r;

		/*
		 * The highest score has a ring, and no other so near to it that their numbers
		 * touch.
		 */
		if (v < scale->max && scale->max - v < step)
			continue;
		v = v > scale->max ? scale->max : v;
		r = distance(scale, v);

		text_addf(to,
		    "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\" fill=\"none\" stroke=\"#c4c4c4\"/>",
		    cx, cy, r);
		text_addf(to,
		    "<text x=\"%.1f\" y=\"%.1f\" font-size=\"10\" fill=\"#595959\" "
		    "text-anchor=\"end\">%ld</text>\n", cx - 8, cy - r + 11, v);
	}
}

/*
 * Draws one measurement: an area where every domain has it, else lines between neighbours that have
 * it, and a mark for each; the first hollow on dashes, the latest full on a line.
 */
static void
add_series(struct text *to, const struct measurements *spokes, size_t n,
    const struct model_scale *scale, double cx, double cy, bool first)
{
	bool whole = n >= 3;

	for (size_t i = 0; i < n; i++)
		whole = whole && spokes[i].first != NULL;
	text_addf(to,
	    "<path fill=\"%s\" fill-opacity=\".1\" stroke=\"%s\" stroke-width=\"%s\"%s d=\"",
	    whole && !first ? "#1f4e79" : "none", first ? "#6b6b6b" : "#1f4e79",
	    first ? "1.5" : "2.5", first ? " stroke-dasharray=\"6 4\"" : "");
	for (size_t i = 0; i < n; i++) {
		size_t next = (i + 1) % n;
		size_t ends[2] = { i, next };

		if (spokes[i].first == NULL || spokes[next].first == NULL || (n < 3 && next <= i))
			continue;
		for (size_t k = 0; k < 2; k++) {
			const struct measurements *p = &spokes[ends[k]];
			double r = distance(scale, first ? p->first->value : p->latest->value);

			if (k == 0 && whole && i != 0)
				continue;
			if (k == 1 && whole && next == 0) {
				text_addc(to, 'Z');
				continue;
			}
			text_addc(to, k == 0 ? 'M' : 'L');
			add_point(to, cx + r * sin(web_names_angle(ends[k], n)),
			    cy - r * cos(web_names_angle(ends[k], n)));
		}
	}
	text_adds(to, "\"/>\n");
	for (size_t i = 0; i < n; i++) {
		double r, x, y;

		if (spokes[i].first == NULL)
			continue;
		r = distance(scale, first ? spokes[i].first->value : spokes[i].latest->value);
		x = cx + r * sin(web_names_angle(i, n));
		y = cy - r * cos(web_names_angle(i, n));
		if (first)
			text_addf(to,
			    "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"5\" fill=\"#fff\" "
			    "stroke=\"#6b6b6b\" stroke-width=\"1.5\"/>", x, y);
		else
			text_addf(to,
			    "<rect x=\"%.1f\" y=\"%.1f\" width=\"7\" height=\"7\" "
			    "fill=\"#1f4e79\"/>", x - 3.5, y - 3.5);
	}
	text_addc(to, '\n');
}

/* Adds "first (2024-02-27 – 2024-03-12)": the days of a measurement. */
static void
add_days(struct text *to, const struct measurements *spokes, size_t n, bool first, enum lang lang,
    bool single)
{
	date from = DATE_LAST, till = DATE_FIRST;
	char day[DATE_SIZE];

	for (size_t i = 0; i < n; i++) {
		if (spokes[i].first == NULL)
			continue;
		date op = first ? spokes[i].first->op : spokes[i].latest->op;

		from = op < from ? op : from;
		till = op > till ? op : till;
	}
	text_adds(to, label(lang, single ? "measurement" : first ? "first measurement" :
	    "latest measurement"));
	text_addf(to, ", %s", date_format(from, day));
	if (till != from)
		text_addf(to, " \xE2\x80\x93 %s", date_format(till, day));
}

static void
add_legend(struct text *to, const struct measurements *spokes, size_t n, enum lang lang, bool first,
    bool single, double y)
{
	double x = 96;

	if (first)
		text_addf(to,
		    "<path stroke=\"#6b6b6b\" stroke-width=\"1.5\" stroke-dasharray=\"6 4\" "
		    "d=\"M%.1f %.1fh44\"/><circle cx=\"%.1f\" cy=\"%.1f\" r=\"5\" fill=\"#fff\" "
		    "stroke=\"#6b6b6b\" stroke-width=\"1.5\"/>", x, y, x + 22, y);
	else
		text_addf(to, "<path stroke=\"#1f4e79\" stroke-width=\"2.5\" d=\"M%.1f %.1fh44\"/>"
		    "<rect x=\"%.1f\" y=\"%.1f\" width=\"7\" height=\"7\" fill=\"#1f4e79\"/>", x, y,
		    x + 18.5, y - 3.5);
	text_addf(to, "<text x=\"%.1f\" y=\"%.1f\" font-size=\"12\">", x + 54, y + 4);
	add_days(to, spokes, n, first, lang, single);
	text_adds(to, "</text>\n");
}

/* What the scores mean, in lines that fit. Returns the y below them. */
static double
add_scale_words(struct text *to, const struct model_scale *scale, enum lang lang, double y)
{
	size_t column = 0, room = (WIDTH - 192) / 6;
	bool open = false;

	for (long v = scale->min; v <= scale->max && v - scale->min < 12; v++) {
		const char *word = model_score_label(scale, v, lang);
		size_t width = utf8_width(word) + 6;

		if (*word == '\0')
			continue;
		if (open && column + width > room) {
			text_adds(to, "</text>\n");
			open = false;
			y += 15;
		}
		if (!open)
			text_addf(to,
			    "<text x=\"96\" y=\"%.1f\" font-size=\"11\" fill=\"#595959\">", y);
		else
			text_adds(to, " \xC2\xB7 ");
		column = open ? column + width : width;
		open = true;
		text_addf(to, "%ld ", v);
		html_add(to, word);
	}
	if (open)
		text_adds(to, "</text>\n");
	return y + (open ? 15 : 0);
}

static bool
moved(const struct measurements *spokes, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (spokes[i].first != spokes[i].latest)
			return true;
	return false;
}

/* Draws the web of one scale with its top at y. Returns the y below it. */
static double
add_web(struct text *to, const struct model *m, const struct model_scale *scale,
    const struct measurements *spokes, enum lang lang, double top)
{
	size_t n = m->ndomains;
	bool both = moved(spokes, n);
	struct web_names names;
	double cx = WIDTH / 2.0, cy, y;

	web_names_place(&names, m, spokes, lang, RADIUS);
	cy = top + fmax(ABOVE + RADIUS, TITLE - names.top);
	y = cy + fmax(RADIUS + BELOW, names.bottom + LEGEND);
	text_addf(to,
	    "<text x=\"%.1f\" y=\"%.1f\" font-size=\"14\" text-anchor=\"middle\" "
	    "font-weight=\"bold\">", cx, top + 16);
	html_add(to, model_text(&scale->name, lang));
	text_adds(to, "</text>\n");
	add_rings(to, scale, cx, cy);
	text_adds(to, "<path fill=\"none\" stroke=\"#c4c4c4\" d=\"");
	for (size_t i = 0; i < n; i++) {
		text_addf(to, "M%.1f %.1fL", cx, cy);
		add_point(to, cx + RADIUS * sin(web_names_angle(i, n)),
		    cy - RADIUS * cos(web_names_angle(i, n)));
	}
	text_adds(to, "\"/>\n");
	if (both)
		add_series(to, spokes, n, scale, cx, cy, true);
	add_series(to, spokes, n, scale, cx, cy, false);
	web_names_write(to, &names, cx, cy);
	web_names_release(&names);
	if (both) {
		add_legend(to, spokes, n, lang, true, false, y);
		y += 20;
	}
	add_legend(to, spokes, n, lang, false, !both, y);
	return add_scale_words(to, scale, lang, y + 24) + 8;
}

static void
add_words(struct text *to, const struct fold *s, const struct model_scale *scale,
    const struct measurements *spokes, enum lang lang)
{
	char day[DATE_SIZE];

	text_addf(to, "%s:\n", model_text(&scale->name, lang));
	for (size_t i = 0; i < s->model->ndomains; i++) {
		const struct measurements *p = &spokes[i];

		text_addf(to, "%s: ", model_text(&s->model->domains[i].name, lang));
		if (p->first == NULL) {
			text_addf(to, "%s\n", label(lang, "not measured"));
			continue;
		}
		if (p->first != p->latest)
			text_addf(to, "%s %ld (%s), %s ", label(lang, "first"), p->first->value,
			    date_format(p->first->op, day), label(lang, "latest"));
		text_addf(to, "%ld (%s)", p->latest->value, date_format(p->latest->op, day));
		if (*model_score_label(scale, p->latest->value, lang) != '\0')
			text_addf(to, ", %s", model_score_label(scale, p->latest->value, lang));
		text_addc(to, '\n');
	}
}

/* Adds the same in words, a line for each domain. */
static void
web_words(struct text *to, const struct fold *s, enum lang lang)
{
	struct measurements *spokes = alloc_new(s->model->ndomains, sizeof *spokes);

	for (size_t i = 0; i < s->model->nscales; i++)
		if (measure(spokes, s, &s->model->scales[i]))
			add_words(to, s, &s->model->scales[i], spokes, lang);
	free(spokes);
}

bool
web_svg(struct text *to, const struct fold *s, enum lang lang, const char *id)
{
	const struct model *m = s->model;
	struct measurements *spokes = alloc_new(m->ndomains, sizeof *spokes);
	struct text picture = { 0 }, words = { 0 };
	double y = 8;

	for (size_t i = 0; i < m->nscales; i++)
		if (measure(spokes, s, &m->scales[i]))
			y = add_web(&picture, m, &m->scales[i], spokes, lang, y) + 24;
	free(spokes);
	if (picture.len == 0)
		return false;
	web_words(&words, s, lang);
	text_addf(to,
	    "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %.0f\" width=\"%d\" "
	    "height=\"%.0f\" role=\"img\" aria-labelledby=\"web-title-", WIDTH, y, WIDTH, y);
	html_add(to, id);
	text_adds(to, " web-words-");
	html_add(to, id);
	text_adds(to,
	    "\" font-family=\"'Source Sans 3', 'Noto Sans', Helvetica, Arial, sans-serif\" "
	    "fill=\"#1c1c1c\">\n<title id=\"web-title-");
	html_add(to, id);
	text_adds(to, "\">");
	html_add(to, label(lang, "Life domains: first and latest measurement"));
	text_adds(to, "</title>\n<desc id=\"web-words-");
	html_add(to, id);
	text_adds(to, "\">");
	html_add(to, text_string(&words));
	text_adds(to, "</desc>\n<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n");
	text_adds(to, text_string(&picture));
	text_adds(to, "</svg>\n");
	text_release(&picture);
	text_release(&words);
	return true;
}

void
web_view(struct document *d, const struct fold *s)
{
	enum lang lang = document_lang(d);
	struct text title = { 0 }, foot = { 0 }, svg = { 0 }, words = { 0 };

	text_addf(&title, "%s %s", label(lang, "Web of"), person_called(d, s));
	text_addf(&foot, "%s \xC2\xB7 %s", label(lang, "Web"), s->dossier->id);
	person_part(d, s, text_string(&title), text_string(&foot));
	web_words(&words, s, lang);
	if (web_svg(&svg, s, lang, s->dossier->id))
		document_picture(d, text_string(&svg), text_string(&words));
	else
		document_paragraph(d, label(lang, "Nothing was measured yet."));
	text_release(&title);
	text_release(&foot);
	text_release(&svg);
	text_release(&words);
}

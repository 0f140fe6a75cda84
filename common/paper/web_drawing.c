/* SPDX-License-Identifier: ISC */
#include "web_drawing.h"

#include "bearing.h"
#include "html.h"
#include "person.h"
#include "utf8.h"
#include "web_names.h"

/* Measures in the units of WEB_WIDTH. */
enum { RADIUS = 170, ABOVE = 88, BELOW = 88, TITLE = 44, LEGEND = 24, RINGS_MAX = 6 };

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
 * What of a domain's measurements is drawn: of the current trajectory the first, where there is a
 * later one, and the latest; of an earlier one the latest.
 */
enum drawn { DRAWN_EARLIER, DRAWN_FIRST, DRAWN_LATEST, DRAWN };

static const struct {
	const char *colour, *width, *dashes, *mark, *words;
} looks[DRAWN] = {
	[DRAWN_EARLIER] = { "#8c8c8c", "1.5", " stroke-dasharray=\"2 3\"", "#fff",
	    "from an earlier time" },
	[DRAWN_FIRST] = { "#6b6b6b", "1.5", " stroke-dasharray=\"6 4\"", "#fff",
	    "first measurement" },
	[DRAWN_LATEST] = { "#1f4e79", "2.5", "", "#1f4e79", "latest measurement" },
};

static const struct score *
score_of(const struct web *w, size_t i, enum drawn how)
{
	const struct measurements *p = &w->spokes[i];
	bool earlier = p->first != NULL && p->latest->trajectory + 1 != w->state->ntrajectories;

	if (p->first == NULL || earlier != (how == DRAWN_EARLIER))
		return NULL;
	if (how == DRAWN_FIRST)
		return p->first != p->latest ? p->first : NULL;
	return p->latest;
}

static size_t
count_drawn(const struct web *w, enum drawn how)
{
	size_t n = 0;

	for (size_t i = 0; i < w->n; i++)
		n += score_of(w, i, how) != NULL;
	return n;
}

static void
place_score(const struct web *w, size_t i, const struct score *score, double *x, double *y)
{
	double r = distance(w->scale, score->value);
	struct bearing axis = bearing_around(i, w->n);

	*x = w->cx + r * axis.x;
	*y = w->cy + r * axis.y;
}

static void
add_mark(struct text *to, enum drawn how, double x, double y)
{
	if (how == DRAWN_FIRST)
		text_addf(to,
		    "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"5\" fill=\"#fff\" stroke=\"#6b6b6b\" "
		    "stroke-width=\"1.5\"/>", x, y);
	else
		text_addf(to,
		    "<rect x=\"%.1f\" y=\"%.1f\" width=\"7\" height=\"7\" fill=\"%s\"%s/>",
		    x - 3.5, y - 3.5, looks[how].mark,
		    how == DRAWN_EARLIER ? " stroke=\"#8c8c8c\" stroke-width=\"1.5\"" : "");
}

/*
 * An area where every domain has it, else lines between neighbours that have it, and a mark for
 * each: the first hollow on dashes, the latest full on a line, an earlier trajectory's in grey on
 * dots.
 */
static void
add_series(struct text *to, const struct web *w, enum drawn how)
{
	size_t n = w->n, there = count_drawn(w, how);
	bool whole = n >= 3 && there == n;
	double x, y;

	if (there == 0)
		return;
	text_addf(to,
	    "<path fill=\"%s\" fill-opacity=\".1\" stroke=\"%s\" stroke-width=\"%s\"%s d=\"",
	    whole && how == DRAWN_LATEST ? "#1f4e79" : "none", looks[how].colour, looks[how].width,
	    looks[how].dashes);
	for (size_t i = 0; i < n; i++) {
		size_t next = (i + 1) % n;
		const struct score *here = score_of(w, i, how),
		*there_next = score_of(w, next, how);

		if (here == NULL || there_next == NULL || (n < 3 && next <= i))
			continue;
		if (!whole || i == 0) {
			place_score(w, i, here, &x, &y);
			text_addc(to, 'M');
			add_point(to, x, y);
		}
		if (whole && next == 0) {
			text_addc(to, 'Z');
			continue;
		}
		place_score(w, next, there_next, &x, &y);
		text_addc(to, 'L');
		add_point(to, x, y);
	}
	text_adds(to, "\"/>\n");
	for (size_t i = 0; i < n; i++) {
		const struct score *score = score_of(w, i, how);

		if (score == NULL)
			continue;
		place_score(w, i, score, &x, &y);
		add_mark(to, how, x, y);
	}
	text_addc(to, '\n');
}

/*
 * Adds "first measurement, 27 February 2024 – 12 March 2024": the days of it; of an only one
 * "measurement".
 */
static void
add_days(struct text *to, const struct web *w, enum drawn how)
{
	bool only = how == DRAWN_LATEST && count_drawn(w, DRAWN_FIRST) == 0;
	date from = DATE_LAST, till = DATE_FIRST;
	char day[LABEL_DATE_SIZE];

	for (size_t i = 0; i < w->n; i++) {
		const struct score *score = score_of(w, i, how);

		if (score == NULL)
			continue;
		from = score->op < from ? score->op : from;
		till = score->op > till ? score->op : till;
	}
	text_addf(to, "%s, %s", label(w->lang, only ? "measurement" : looks[how].words),
	    label_date(w->lang, from, day));
	if (till != from)
		text_addf(to, " \xE2\x80\x93 %s", label_date(w->lang, till, day));
}

static void
add_legend(struct text *to, const struct web *w, enum drawn how, double y)
{
	double x = 96;

	text_addf(to, "<path stroke=\"%s\" stroke-width=\"%s\"%s d=\"M%.1f %.1fh44\"/>",
	    looks[how].colour, looks[how].width, looks[how].dashes, x, y);
	add_mark(to, how, x + 22, y);
	text_addf(to, "<text x=\"%.1f\" y=\"%.1f\" font-size=\"12\">", x + 54, y + 4);
	add_days(to, w, how);
	text_adds(to, "</text>\n");
}

bool
web_goes_well(const struct model_scale *scale, long score)
{
	return 2 * score >= scale->min + scale->max;
}

/*
 * What the scores from the middle up mean, from the best down, in lines that fit. Returns the y
 * below them.
 */
static double
add_scale_words(struct text *to, const struct model_scale *scale, enum lang lang, double y)
{
	size_t column = 0, room = (WEB_WIDTH - 192) / 6;
	bool open = false;

	for (long v = scale->max; web_goes_well(scale, v) && scale->max - v < 12; v--) {
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

/* Whose it is and of when. */
static void
add_who(struct text *to, const struct web *w, double y)
{
	const struct fold *s = w->state;
	struct text who = { 0 };
	char day[LABEL_DATE_SIZE];

	text_addf(to, "<text x=\"%.1f\" y=\"%.1f\" font-size=\"11\" fill=\"#595959\" "
	    "text-anchor=\"middle\">", w->cx, y);
	text_addf(&who, "%s \xC2\xB7 %s \xC2\xB7 %s", person_name(s), s->dossier->id,
	    label_date(w->lang, s->at, day));
	html_add(to, text_string(&who));
	text_adds(to, "</text>\n");
	text_release(&who);
}

double
web_drawing_add(struct text *to, struct web *w, double top)
{
	const struct fold *s = w->state;
	struct web_names names;
	double above = ABOVE + RADIUS, y = RADIUS + BELOW;

	web_names_place(&names, s->model, w->spokes, w->lang, RADIUS);
	w->cx = WEB_WIDTH / 2.0;
	w->cy = top + (TITLE - names.top > above ? TITLE - names.top : above);
	y = w->cy + (names.bottom + LEGEND > y ? names.bottom + LEGEND : y);
	text_addf(to, "<text x=\"%.1f\" y=\"%.1f\" font-size=\"14\" text-anchor=\"middle\" "
	    "font-weight=\"bold\">", w->cx, top + 16);
	html_add(to, model_text(&w->scale->name, w->lang));
	text_adds(to, "</text>\n");
	if (w->titled)
		add_who(to, w, top + 33);
	add_rings(to, w->scale, w->cx, w->cy);
	text_adds(to, "<path fill=\"none\" stroke=\"#c4c4c4\" d=\"");
	for (size_t i = 0; i < w->n; i++) {
		struct bearing axis = bearing_around(i, w->n);

		text_addf(to, "M%.1f %.1fL", w->cx, w->cy);
		add_point(to, w->cx + RADIUS * axis.x, w->cy + RADIUS * axis.y);
	}
	text_adds(to, "\"/>\n");
	for (enum drawn how = 0; how < DRAWN; how++)
		add_series(to, w, how);
	web_names_write(to, &names, w->cx, w->cy);
	web_names_release(&names);
	for (enum drawn how = 0; how < DRAWN; how++)
		if (count_drawn(w, how) > 0) {
			add_legend(to, w, how, y);
			y += 20;
		}
	return add_scale_words(to, w->scale, w->lang, y + 4) + 8;
}

#include "journey_svg.h"

#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "html.h"
#include "journey_lists.h"
#include "journey_way.h"
#include "lettering.h"

enum {
	MARGIN = 40,
	LEVEL = 17,		/* a flag above another */
	FLAG_ROOM = 34,		/* width of a column of flags with their ids */
	FLAG_WIDTH = 15,	/* of a flag alone */
	DATES = 68,		/* room for upright dates under the track */
	CASE = 390		/* width of the suitcase */
};

/*
 * The second half is for a page around it: a sheet on its side, and the map's own title in place of
 * the page's.
 */
static const char style[] =
    ".rk text{font-family:Helvetica,Arial,'Liberation Sans',sans-serif;fill:#1a1a1a}"
    ".rk .rk-name{font-size:27px;font-weight:bold}.rk .rk-title{font-size:16px;font-weight:bold}"
    ".rk .rk-quote{font-size:14px;font-style:italic}.rk .rk-body{font-size:11.5px}"
    ".rk .rk-head{font-size:11.5px;font-weight:bold}.rk .rk-note{font-size:10.5px;fill:#444}"
    ".rk .rk-phase{font-size:12.5px;text-anchor:end}.rk .rk-here{font-weight:bold}"
    ".rk .rk-date{font-size:9.5px;text-anchor:end;fill:#333}"
    ".rk .rk-days{font-size:9.5px;text-anchor:middle;fill:#333}.rk .rk-flagged{font-size:9px}"
    ".rk .rk-turn{font-size:9px;text-anchor:middle;font-weight:bold}"
    ".rk .rk-side{font-size:10.5px;text-anchor:middle}.rk .rk-row{stroke:#ccc;stroke-width:1}"
    ".rk .rk-drop{stroke:#bbb;stroke-width:.7;stroke-dasharray:1 3}"
    ".rk .rk-way{fill:none;stroke:#17506e;stroke-width:4;stroke-linecap:round;"
    "stroke-linejoin:round}"
    ".rk .rk-back{fill:none;stroke:#111;stroke-width:2;stroke-dasharray:5 3}"
    ".rk .rk-ahead{fill:none;stroke:#888;stroke-width:2.5;stroke-dasharray:.1 6;"
    "stroke-linecap:round}"
    ".rk .rk-land{fill:#f3f3f1}.rk .rk-gap{fill:#eee}"
    ".rk .rk-stop{fill:#fff;stroke:#17506e;stroke-width:2.5}"
    ".rk .rk-later{fill:#fff;stroke:#888;stroke-width:1.5}.rk .rk-full{fill:#111}"
    ".rk .rk-end{stroke:#111;stroke-width:4}.rk .rk-pole{fill:none;stroke:#111;stroke-width:1.3}"
    ".rk .rk-flag{fill:#fff;stroke:#111;stroke-width:1.3;stroke-linejoin:round}"
    ".rk .rk-left{stroke-dasharray:2 1.5}.rk .rk-flag.rk-full{fill:#111}.rk .rk-dot{fill:#111}"
    ".rk .rk-case{fill:#fff;stroke:#111;stroke-width:2.5}"
    ".rk .rk-badge{fill:#fff;stroke:#111;stroke-width:1}"
    ".rk .rk-walker{fill:none;stroke:#111;stroke-width:2;stroke-linecap:round;"
    "stroke-linejoin:round}"
    "@page{size:A4 landscape;margin:10mm}figure svg.rk{width:100%}body:has(.rk){max-width:76rem}"
    "article:has(.rk) figure{margin:0}article:has(.rk) header{position:absolute;left:-999em}"
    "@media print{figure svg.rk{max-height:188mm}}";

/* A flag on the line of destinations. */
struct pin {
	const struct entry *goal;
	int x, level;
};

struct pins {
	struct pin *at;
	size_t n, cap;
	int levels;
};

static void
pin_goal(struct pins *p, const struct entry *goal, int x)
{
	p->at = alloc_room(p->at, &p->cap, p->n + 1, sizeof *p->at);
	p->at[p->n].goal = goal;
	p->at[p->n].x = x;
	p->at[p->n++].level = 0;
}

static int
by_x(const void *a, const void *b)
{
	const struct pin *p = a, *q = b;

	return p->x != q->x ? (p->x > q->x) - (p->x < q->x) : strcmp(p->goal->key, q->goal->key);
}

/*
 * Those ahead against the order in which the client wants to be there, for level_pins begins at the
 * end; without a date first.
 */
static int
by_target(const void *a, const void *b)
{
	const struct pin *p = a, *q = b;
	date x = entry_day(p->goal, DOEL_STREEFDATUM), y = entry_day(q->goal, DOEL_STREEFDATUM);

	if (x == y)
		return (p->goal->first->line < q->goal->first->line) -
		    (p->goal->first->line > q->goal->first->line);
	return x == DATE_NONE ? -1 : y == DATE_NONE ? 1 : x < y ? 1 : -1;
}

static int
pin_width(const struct pin *p)
{
	return FLAG_WIDTH + (int)lettering_width(p->goal->key, 9) + 1;
}

/*
 * From right to left, each above all that begin within its room: so no pole stands in another's id.
 * Pins are in order of x as far as they are reached; those ahead stand in columns that leave each
 * other room.
 */
static void
level_pins(struct pins *p)
{
	size_t i, j;

	for (i = p->n; i-- > 0; ) {
		for (j = i + 1; j < p->n; j++)
			if (p->at[j].x >= p->at[i].x &&
			    p->at[j].x - p->at[i].x < pin_width(&p->at[i]) &&
			    p->at[j].level >= p->at[i].level)
				p->at[i].level = p->at[j].level + 1;
		if (p->at[i].level >= p->levels)
			p->levels = p->at[i].level + 1;
	}
}

/*
 * Goals that are finished stand at the day when they were, those left open where their trajectory
 * ended, the others in what is ahead.
 */
static void
pin_goals(struct pins *p, const struct fold *s, const struct journey_track *t)
{
	const struct entry *e;
	size_t i, reached;
	int columns = (t->end - t->ahead) / FLAG_ROOM;

	for (e = s->first[KIND_DOEL]; e != NULL; e = e->next)
		if (entry_finished(e))
			pin_goal(p, e, journey_track_x(t, journey_arrival(e)));
		else if (journey_flag(s, e) == FLAG_LEFT)
			pin_goal(p, e, journey_track_x(t, s->trajectories[e->trajectory].end));
	if (p->n > 0)
		qsort(p->at, p->n, sizeof *p->at, by_x);
	reached = p->n;
	for (e = s->first[KIND_DOEL]; e != NULL; e = e->next)
		if (!entry_finished(e) && journey_flag(s, e) != FLAG_LEFT)
			pin_goal(p, e, t->end - FLAG_ROOM);
	if (p->n > reached)
		qsort(p->at + reached, p->n - reached, sizeof *p->at, by_target);
	for (i = reached; columns > 0 && i < p->n; i++)
		p->at[i].x = t->ahead + 6 + FLAG_ROOM * (int)((p->n - 1 - i) % (size_t)columns);
	level_pins(p);
}

static void
draw_pins(struct journey_map *m, const struct pins *p, int foot)
{
	size_t i;

	journey_text_svg(m->to, JOURNEY_LABELS, foot, "rk-phase", label(m->lang, "Destinations"));
	text_addf(m->to, "<path class=\"rk-row\" d=\"M%d %dH%d\"/>\n", JOURNEY_LABELS + 8, foot,
	    m->track.end);
	for (i = 0; i < p->n; i++) {
		const struct pin *pin = &p->at[i];
		int height = 16 + LEVEL * pin->level;

		text_adds(m->to, "<g><title>");
		html_add(m->to, entry_text(pin->goal, DOEL_TEKST));
		text_adds(m->to, "</title>");
		journey_flag_svg(m->to, journey_flag(m->state, pin->goal), pin->x, foot, height);
		journey_text_svg(m->to, pin->x + FLAG_WIDTH, foot - height + 8, "rk-flagged",
		    pin->goal->key);
		text_adds(m->to, "</g>\n");
	}
}

/*
 * Text over the whole width, the first line with its foot at y. Returns the foot of the line after
 * the last.
 */
static int
draw_lines(struct text *to, int y, int step, double size, const char *class, const char *s)
{
	struct text one = { 0 };
	const char *at;
	size_t n;

	for (; (at = lettering_next(&s, &n, size, JOURNEY_WIDTH - 2 * MARGIN)) != NULL; y += step) {
		text_clear(&one);
		text_add(&one, at, n);
		journey_text_svg(to, MARGIN, y, class, text_string(&one));
	}
	text_release(&one);
	return y;
}

/* Title, who and when, and the question with which the journey began. Returns where it ends. */
static int
draw_head(struct text *to, const struct journey *j, enum lang lang, const char *name)
{
	const struct fold *s = j->state;
	const char *worker = entry_text(s->client, CLIENT_BEGELEIDER);
	struct text words = { 0 };
	char day[DATE_SIZE];
	int y;

	text_addf(&words, "%s %s", label(lang, "Journey of"), name);
	y = draw_lines(to, 52, 32, 28, "rk-name", text_string(&words));
	text_clear(&words);
	text_addf(&words, "%s  ·  %s %s", s->dossier->id, label(lang, "registered on"),
	    date_format(s->trajectories[0].begin, day));
	if (worker[0] != '\0')
		text_addf(&words, "  ·  %s %s", label(lang, "support worker"), worker);
	text_addf(&words, "  ·  %s %s", label(lang, "made on"), date_format(s->at, day));
	y = draw_lines(to, y - 11, 16, 11.5, "rk-body", text_string(&words));
	text_clear(&words);
	text_addf(&words, "“%s”", entry_text(s->client, CLIENT_HULPVRAAG));
	y = draw_lines(to, y + 11, 19, 14, "rk-quote", text_string(&words));
	text_release(&words);
	return y;
}

/*
 * A sign of the legend was drawn at x; its meaning beside it. Returns where the next one may begin.
 */
static int
legend_words(struct journey_map *m, int x, int y, const char *words)
{
	journey_text_svg(m->to, x, y, "rk-note", words);
	return x + (int)lettering_width(words, 10.5) + 22;
}

/* What the signs mean: only those that are there. */
static void
draw_legend(struct journey_map *m, int y)
{
	const struct journey *j = m->journey;
	bool off = false, closed = false, used[FLAG_COUNT] = { false };
	const struct entry *e;
	int x = MARGIN;
	size_t i;

	for (i = 0; i < j->n; i++)
		off |= entry_text(j->stays[i].entry, FASE_AFWIJKING)[0] != '\0';
	for (i = 0; i < m->state->ntrajectories; i++)
		closed |= m->state->trajectories[i].how != TRAJECTORY_OPEN;
	for (e = m->state->first[KIND_DOEL]; e != NULL; e = e->next)
		used[journey_flag(m->state, e)] = true;
	text_addf(m->to,
	    "<path class=\"rk-way\" d=\"M%d %dh18\"/><circle class=\"rk-stop\" "
	    "cx=\"%d\" cy=\"%d\" r=\"5\"/>", x, y - 4, x + 9, y - 4);
	x = legend_words(m, x + 25, y, label(m->lang, "phase entered"));
	if (off) {
		text_addf(m->to, "<path class=\"rk-stop\" d=\"M%d %dl7 7l-7 7l-7 -7z\"/>",
		    x + 7, y - 11);
		x = legend_words(m, x + 20, y,
		    label(m->lang, "entered with a condition set aside"));
	}
	if (j->back > 0) {
		text_addf(m->to,
		    "<path class=\"rk-back\" d=\"M%d %dh22\"/><circle class=\"rk-badge\" cx=\"%d\" "
		    "cy=\"%d\" r=\"7\"/>", x, y - 4, x + 11, y - 4);
		journey_text_svg(m->to, x + 11, y - 1, "rk-turn", "1");
		x = legend_words(m, x + 28, y, label(m->lang, "back, and how many times"));
	}
	if (closed) {
		text_addf(m->to, "<path class=\"rk-end\" d=\"M%d %dv14\"/>", x + 3, y - 11);
		x = legend_words(m, x + 12, y, label(m->lang, "end"));
	}
	if (!fold_closed(m->state)) {
		text_addf(m->to,
		    "<path class=\"rk-ahead\" d=\"M%d %dh22\"/><circle class=\"rk-later\" "
		    "cx=\"%d\" cy=\"%d\" r=\"4\"/>", x, y - 4, x + 12, y - 4);
		x = legend_words(m, x + 30, y, label(m->lang, "still to come"));
	}
	for (i = 0; i < FLAG_COUNT; i++)
		if (used[i]) {
			journey_flag_svg(m->to, (enum journey_flag)i, x, y + 2, 15);
			x = legend_words(m, x + 19, y,
			    journey_flag_words((enum journey_flag)i, m->lang));
		}
}

/* The head of the element with title and description, then what was drawn. */
static void
wrap(struct text *to, const struct journey *j, enum lang lang, const char *name, const char *id,
    int height, const struct text *drawn)
{
	struct text words = { 0 };

	text_addf(to,
	    "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"rk\" role=\"img\" viewBox=\"0 0 %d "
	    "%d\" width=\"%d\" height=\"%d\" aria-labelledby=\"rk-%s-title rk-%s-desc\" "
	    "xml:lang=\"%s\">\n", JOURNEY_WIDTH, height, JOURNEY_WIDTH, height, id, id,
	    lang == LANG_NL ? "nl" : "en");
	text_addf(to, "<title id=\"rk-%s-title\">", id);
	text_addf(&words, "%s %s", label(lang, "Journey of"), name);
	html_add(to, text_string(&words));
	text_addf(to, "</title>\n<desc id=\"rk-%s-desc\">", id);
	text_clear(&words);
	journey_words(&words, j, lang);
	html_add(to, text_string(&words));
	text_addf(to,
	    "</desc>\n<style>%s</style>\n<rect width=\"%d\" height=\"%d\" fill=\"#fff\"/>\n", style,
	    JOURNEY_WIDTH, height);
	text_add(to, drawn->at, drawn->len);
	text_adds(to, "</svg>\n");
	text_release(&words);
}

int
journey_svg(struct text *to, const struct journey *j, enum lang lang, const char *name,
    const char *id)
{
	struct text drawn = { 0 };
	struct journey_map m = { .to = &drawn, .journey = j, .state = j->state, .lang = lang };
	struct pins pins = { 0 };
	int top = draw_head(&drawn, j, lang, name), y, bottom;

	journey_track_begin(&m.track, j, JOURNEY_LABELS + 10, JOURNEY_WIDTH - MARGIN, 0);
	pin_goals(&pins, j->state, &m.track);
	journey_track_release(&m.track);
	y = top + 16 + LEVEL * pins.levels;
	journey_track_begin(&m.track, j, JOURNEY_LABELS + 10, JOURNEY_WIDTH - MARGIN, y + 12);
	if (!fold_closed(j->state)) {
		text_addf(&drawn,
		    "<rect class=\"rk-land\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\"/>\n",
		    m.track.ahead, top, m.track.end - m.track.ahead, m.track.bottom - top);
		journey_text_svg(&drawn, m.track.ahead + 6, m.track.bottom + 14, "rk-note",
		    label(lang, "ahead"));
	}
	journey_draw_rows(&m);
	journey_draw_ends(&m);
	journey_draw_ahead(&m);
	journey_draw_way(&m);
	journey_draw_stations(&m);
	journey_draw_walker(&m);
	draw_pins(&m, &pins, y);
	y = m.track.bottom + DATES + 20;
	draw_legend(&m, y);
	bottom = journey_luggage_svg(&drawn, j->state, lang, MARGIN, y + 20, CASE);
	y = journey_destinations_svg(&drawn, j->state, lang, MARGIN + CASE + 40, y + 20,
	    JOURNEY_WIDTH - 2 * MARGIN - CASE - 40);
	if (y > bottom)
		bottom = y;
	bottom += 30;
	wrap(to, j, lang, name, id, bottom, &drawn);
	journey_track_release(&m.track);
	free(pins.at);
	text_release(&drawn);
	return bottom;
}

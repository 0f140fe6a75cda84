/* SPDX-License-Identifier: ISC */
#include "journey_svg.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "html.h"
#include "journey_lists.h"
#include "journey_way.h"
#include "lettering.h"
#include "person.h"

enum {
	MARGIN = 4,
	HEIGHT = 786,		/* what an A4 page has room for below a letterhead and its title */
	TITLE = 50,
	LEVEL = 17,		/* a flag above another */
	LEVELS = 6,		/* those that would stand higher are counted */
	FLAG_ROOM = 32,		/* width of a column of flags with their numbers */
	FLAG_WIDTH = 15,	/* of a flag alone */
	DATES = 92,		/* room for upright days and the years under the track */
	CASE = 280,		/* width of the suitcase */
	QUOTE_LINES = 4
};

/* With 626 units to 166 mm, 12 of them are 9 points. */
static const char style[] =
    ".rk text{font-family:Helvetica,Arial,'Liberation Sans',sans-serif;fill:#1a1a1a;font-size:12px}"
    ".rk .rk-name{font-size:24px;font-weight:bold}.rk .rk-title{font-size:15px;font-weight:bold}"
    ".rk .rk-quote{font-size:14px;font-style:italic}.rk .rk-head{font-weight:bold}"
    ".rk .rk-phase,.rk .rk-date{text-anchor:end}.rk .rk-here{font-weight:bold;font-size:13px}"
    ".rk .rk-days,.rk .rk-side{text-anchor:middle}"
    ".rk .rk-turn{text-anchor:middle;font-weight:bold}.rk .rk-row{stroke:#b5b5b0;stroke-width:1}"
    ".rk .rk-drop{stroke:#8a8a86;stroke-width:.7;stroke-dasharray:1 3}"
    ".rk .rk-year{stroke:#777;stroke-width:1}"
    ".rk .rk-way{fill:none;stroke:#17506e;stroke-width:4;stroke-linecap:round;"
    "stroke-linejoin:round}"
    ".rk .rk-back{fill:none;stroke:#111;stroke-width:2;stroke-dasharray:5 3}"
    ".rk .rk-ahead{fill:none;stroke:#666;stroke-width:2.5;stroke-dasharray:.1 6;"
    "stroke-linecap:round}"
    ".rk .rk-sun{fill:#fbe6a2}.rk .rk-far{fill:#e3eedd}.rk .rk-near{fill:#d3e4cb}"
    ".rk .rk-land{fill:#fff;fill-opacity:.5}.rk .rk-gap{fill:#fff;fill-opacity:.8}"
    ".rk .rk-fold{fill:#fff;stroke:#777;stroke-width:1}.rk .rk-fold.rk-shade{fill:#eee}"
    ".rk .rk-stop{fill:#fff;stroke:#17506e;stroke-width:2.5}"
    ".rk .rk-later{fill:#fff;stroke:#666;stroke-width:1.5}.rk .rk-full{fill:#111}"
    ".rk .rk-end{stroke:#111;stroke-width:4}.rk .rk-pole{fill:none;stroke:#111;stroke-width:1.3}"
    ".rk .rk-flag{fill:#fff;stroke:#111;stroke-width:1.3;stroke-linejoin:round}"
    ".rk .rk-left{stroke-dasharray:2 1.5}.rk .rk-flag.rk-full{fill:#111}.rk .rk-dot{fill:#111}"
    ".rk .rk-case{fill:#fff;stroke:#111;stroke-width:2}"
    ".rk .rk-badge{fill:#fff;stroke:#111;stroke-width:1}"
    ".rk .rk-walker{fill:none;stroke:#111;stroke-width:2;stroke-linecap:round;"
    "stroke-linejoin:round}figure svg.rk{width:100%;max-width:46rem}";

/* A flag on the line of destinations. */
struct pin {
	const struct entry *goal;
	int x, level;
};

struct pins {
	struct pin *at;
	size_t n, cap;
	size_t folded;		/* attained in years that are folded */
	size_t high;		/* not drawn, for so many stand on one spot */
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
	return FLAG_WIDTH + (int)lettering_width(journey_goal_number(p->goal), 12) + 2;
}

/*
 * From right to left, each above all that begin within its room: so no pole stands in another's id.
 * Pins are in order of x as far as they are reached; those ahead stand in columns that leave each
 * other room.
 */
static void
level_pins(struct pins *p)
{
	int least = INT_MAX, most = INT_MIN;
	int *above;		/* by x: the level that is free there */

	p->high = 0;
	for (size_t i = 0; i < p->n; i++) {
		least = p->at[i].x < least ? p->at[i].x : least;
		most = p->at[i].x > most ? p->at[i].x : most;
	}
	above = alloc_new(p->n > 0 ? (size_t)(most - least) + 1 : 0, sizeof *above);
	for (size_t i = p->n; i-- > 0; ) {
		struct pin *pin = &p->at[i];
		int end = pin->x + pin_width(pin);

		for (int x = pin->x; x < end && x <= most; x++)
			if (above[x - least] > pin->level)
				pin->level = above[x - least];
		if (above[pin->x - least] <= pin->level)
			above[pin->x - least] = pin->level + 1;
		if (pin->level >= LEVELS)
			p->high++;
		else if (pin->level >= p->levels)
			p->levels = pin->level + 1;
	}
	free(above);
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

	for (e = s->first[KIND_DOEL]; e != NULL; e = e->next) {
		bool left = journey_flag(s, e) == FLAG_LEFT;
		int x = left ? journey_track_x(t, s->trajectories[e->trajectory].end) :
		    journey_track_x(t, journey_arrival(e));

		if (!left && !entry_finished(e))
			continue;
		if (t->folded == 0 || x >= t->unfolded)
			pin_goal(p, e, x);
		else
			p->folded += entry_stand_code(e) == STAND_BEHAALD;
	}
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

	journey_text_svg(m->to, m->labels, foot, "rk-phase", label(m->lang, "Destinations"));
	text_addf(m->to, "<path class=\"rk-row\" d=\"M%d %dH%d\"/>\n", m->labels + 8, foot,
	    m->track.end);
	if (p->high > 0) {
		struct text words = { 0 };

		text_addf(&words, label(m->lang, "and %zu more"), p->high);
		journey_text_svg(m->to, m->labels, foot - LEVEL, "rk-phase",
		    text_string(&words));
		text_release(&words);
	}
	if (p->folded > 0) {
		struct text times = { 0 };

		text_addf(&times, "%zu\xC3\x97", p->folded);
		journey_flag_svg(m->to, FLAG_REACHED, m->track.left, foot, 16);
		journey_text_svg(m->to, m->track.left + FLAG_WIDTH, foot - 6, "rk-flagged",
		    text_string(&times));
		text_release(&times);
	}
	for (i = 0; i < p->n; i++) {
		const struct pin *pin = &p->at[i];
		int height = 16 + LEVEL * pin->level;

		if (pin->level >= LEVELS)
			continue;
		text_adds(m->to, "<g><title>");
		html_add(m->to, entry_text(pin->goal, DOEL_TEKST));
		text_adds(m->to, "</title>");
		journey_flag_svg(m->to, journey_flag(m->state, pin->goal), pin->x, foot, height);
		journey_text_svg(m->to, pin->x + FLAG_WIDTH, foot - height + 10, "rk-flagged",
		    journey_goal_number(pin->goal));
		text_adds(m->to, "</g>\n");
	}
}

/* The question with which the journey began, as much of it as a few lines hold. */
static int
draw_question(struct text *to, const char *question, int y)
{
	struct text quoted = { 0 };
	const char *s, *at;
	size_t n;

	text_addf(&quoted, "\xE2\x80\x9C%s\xE2\x80\x9D", question);
	s = text_string(&quoted);
	for (int i = 0; i < QUOTE_LINES; i++, y += 19) {
		struct text one = { 0 };

		if ((at = lettering_next(&s, &n, 14, JOURNEY_WIDTH - 2 * MARGIN)) == NULL)
			break;
		text_add(&one, at, n);
		if (i + 1 == QUOTE_LINES && *s != '\0')
			text_adds(&one, " \xE2\x80\xA6");
		journey_text_svg(to, MARGIN, y, "rk-quote", text_string(&one));
		text_release(&one);
	}
	text_release(&quoted);
	return y;
}

/* Title, who and when, and the question with which the journey began. Returns where it ends. */
static int
draw_head(struct text *to, const struct journey *j, enum lang lang, const char *name, bool titled)
{
	const struct fold *s = j->state;
	const char *worker = person_worker_name(s);
	struct text words = { 0 };
	char day[LABEL_DATE_SIZE];
	int y = 14;

	if (titled) {
		text_addf(&words, "%s %s", label(lang, "Journey of"), name);
		y = journey_lines_svg(to, text_string(&words), MARGIN, 30,
		    JOURNEY_WIDTH - 2 * MARGIN, 25, 28, "rk-name") - 6;
		text_clear(&words);
		text_addf(&words, "%s  \xC2\xB7  %s %s  \xC2\xB7  ", s->dossier->id,
		    label(lang, "made on"), label_date(lang, s->at, day));
	}
	text_addf(&words, "%s %s", label(lang, "registered on"),
	    label_date(lang, s->trajectories[0].begin, day));
	if (worker[0] != '\0')
		text_addf(&words, "  \xC2\xB7  %s %s", label(lang, "support worker"), worker);
	y = journey_lines_svg(to, text_string(&words), MARGIN, y, JOURNEY_WIDTH - 2 * MARGIN, 12,
	    16, "rk-body");
	text_release(&words);
	return draw_question(to, entry_text(s->client, CLIENT_HULPVRAAG), y + 6);
}

/* Where the next sign of the legend is drawn. */
struct legend {
	struct journey_map *map;
	int x, y;
};

/*
 * The place of a sign so wide with its meaning beside it; on a line of its own when this one has no
 * room.
 */
static int
legend_place(struct legend *l, int sign, const char *words)
{
	int width = sign + 6 + (int)lettering_width(words, 12), x;

	if (l->x > MARGIN && l->x + width > JOURNEY_WIDTH - MARGIN) {
		l->x = MARGIN;
		l->y += 20;
	}
	x = l->x;
	journey_text_svg(l->map->to, x + sign + 6, l->y, "rk-note", words);
	l->x += width + 18;
	return x;
}

/* What the signs mean: only those that are there. Returns the foot of the last line. */
static int
draw_legend(struct journey_map *m, int foot)
{
	const struct journey *j = m->journey;
	bool off = false, closed = false, used[FLAG_COUNT] = { false };
	const struct entry *e;
	struct legend l = { m, MARGIN, foot };
	size_t i;
	int x;

	for (i = m->track.folded; i < j->n; i++) {
		off |= entry_text(j->stays[i].entry, FASE_AFWIJKING)[0] != '\0';
		closed |= j->stays[i].last &&
		    m->state->trajectories[j->stays[i].trajectory].how != TRAJECTORY_OPEN;
	}
	for (e = m->state->first[KIND_DOEL]; e != NULL; e = e->next)
		used[journey_flag(m->state, e)] = true;
	x = legend_place(&l, 18, label(m->lang, "phase entered"));
	text_addf(m->to,
	    "<path class=\"rk-way\" d=\"M%d %dh18\"/><circle class=\"rk-stop\" "
	    "cx=\"%d\" cy=\"%d\" r=\"4\"/>", x, l.y - 4, x + 9, l.y - 4);
	if (off) {
		x = legend_place(&l, 14, label(m->lang, "begun before all was ready"));
		text_addf(m->to, "<path class=\"rk-stop\" d=\"M%d %dl6 6l-6 6l-6 -6z\"/>",
		    x + 7, l.y - 10);
	}
	if (j->back > 0) {
		x = legend_place(&l, 22, label(m->lang, "back, and how many times"));
		text_addf(m->to,
		    "<path class=\"rk-back\" d=\"M%d %dh22\"/><circle class=\"rk-badge\" cx=\"%d\" "
		    "cy=\"%d\" r=\"8\"/>", x, l.y - 4, x + 11, l.y - 4);
		journey_text_svg(m->to, x + 11, l.y, "rk-turn", "1");
	}
	if (closed) {
		x = legend_place(&l, 6, label(m->lang, "end"));
		text_addf(m->to, "<path class=\"rk-end\" d=\"M%d %dv14\"/>", x + 3, l.y - 11);
	}
	if (!fold_closed(m->state)) {
		x = legend_place(&l, 24, label(m->lang, "still to come"));
		text_addf(m->to,
		    "<path class=\"rk-ahead\" d=\"M%d %dh22\"/><circle class=\"rk-later\" "
		    "cx=\"%d\" cy=\"%d\" r=\"4\"/>", x, l.y - 4, x + 12, l.y - 4);
	}
	for (i = 0; i < FLAG_COUNT; i++)
		if (used[i]) {
			x = legend_place(&l, 15,
			    journey_flag_words((enum journey_flag)i, m->lang));
			journey_flag_svg(m->to, (enum journey_flag)i, x, l.y + 2, 15);
		}
	return l.y;
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
    const char *id, bool titled)
{
	struct text drawn = { 0 };
	struct journey_map m = { .to = &drawn, .journey = j, .state = j->state, .lang = lang };
	struct pins pins = { 0 };
	int top = draw_head(&drawn, j, lang, name, titled), y, bottom,
	    room = HEIGHT + (titled ? TITLE : 0);

	journey_place_labels(&m);
	journey_track_begin(&m.track, j, m.labels + 4, JOURNEY_WIDTH - MARGIN, 0);
	pin_goals(&pins, j->state, &m.track);
	journey_track_release(&m.track);
	y = top + 4 + LEVEL * pins.levels;
	journey_track_begin(&m.track, j, m.labels + 4, JOURNEY_WIDTH - MARGIN, y + 8);
	journey_draw_land(&m);
	if (!fold_closed(j->state)) {
		text_addf(&drawn,
		    "<rect class=\"rk-land\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\"/>\n",
		    m.track.ahead, m.track.top, m.track.end - m.track.ahead,
		    m.track.bottom - m.track.top);
		journey_text_svg(&drawn, m.track.ahead + 6, m.track.bottom + 16, "rk-note",
		    label(lang, "ahead"));
	}
	journey_draw_rows(&m);
	journey_draw_folded(&m);
	journey_draw_ends(&m);
	journey_draw_ahead(&m);
	journey_draw_way(&m);
	journey_draw_stations(&m);
	journey_draw_walker(&m);
	draw_pins(&m, &pins, y);
	y = draw_legend(&m, m.track.bottom + DATES + 20);
	bottom = journey_luggage_svg(&drawn, j->state, lang, MARGIN, y + 8, CASE, room);
	y = journey_destinations_svg(&drawn, j->state, lang, MARGIN + CASE + 20, y + 8,
	    JOURNEY_WIDTH - 2 * MARGIN - CASE - 20, room);
	if (y > bottom)
		bottom = y;
	bottom += 6;
	wrap(to, j, lang, name, id, bottom, &drawn);
	journey_track_release(&m.track);
	free(pins.at);
	text_release(&drawn);
	return bottom;
}

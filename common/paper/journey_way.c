#include "journey_way.h"

#include <string.h>

#include "html.h"
#include "journey_lists.h"
#include "lettering.h"

enum { DATE_GAP = 11 };		/* two upright dates are at least so far apart */

static void
line(struct journey_map *m, const char *class, int x1, int y1, int x2, int y2)
{
	text_addf(m->to, "<line class=\"%s\" x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\"/>\n", class,
	    x1, y1, x2, y2);
}

/* Text that reads upward, ending at its upper end when the class is anchored so. */
static void
upright(struct journey_map *m, int x, int y, const char *class, const char *s)
{
	text_addf(m->to, "<text transform=\"translate(%d,%d) rotate(-90)\" class=\"%s\">",
	    x, y, class);
	html_add(m->to, s);
	text_adds(m->to, "</text>\n");
}

static void
titled(struct journey_map *m, const char *s)
{
	text_adds(m->to, "<title>");
	html_add(m->to, s);
	text_adds(m->to, "</title>");
}

static void
days_words(struct text *to, date from, date until, enum lang lang)
{
	text_addf(to, "%d %s", until - from, label(lang, until - from == 1 ? "day" : "days"));
}

/* A name too long for its room is cut short, and whole where a reader points at it. */
static void
draw_name(struct journey_map *m, int y, bool here, const char *name)
{
	struct text shown = { 0 };

	lettering_shorten(&shown, name, here ? 13.5 : 12.5, JOURNEY_LABELS - 8);
	if (strcmp(text_string(&shown), name) == 0)
		journey_text_svg(m->to, JOURNEY_LABELS, y, here ? "rk-phase rk-here" :
		    "rk-phase", name);
	else {
		text_adds(m->to, "<g><title>");
		html_add(m->to, name);
		text_adds(m->to, "</title>");
		journey_text_svg(m->to, JOURNEY_LABELS, y, here ? "rk-phase rk-here" : "rk-phase",
		    text_string(&shown));
		text_adds(m->to, "</g>\n");
	}
	text_release(&shown);
}

/* The rows with the names of the phases; the one where the client is now in bold. */
void
journey_draw_rows(struct journey_map *m)
{
	const struct journey *j = m->journey;
	const struct model *model = m->state->model;
	bool open = !fold_closed(m->state);
	size_t row, i;

	for (row = 0; row < m->track.rows; row++) {
		int y = journey_track_y(&m->track, row);
		struct text name = { 0 };
		size_t visits = 0;
		bool here = open && j->n > 0 && j->stays[j->n - 1].row == row;

		for (i = 0; i < j->n; i++)
			visits += j->stays[i].row == row;
		if (row < model->nphases)
			text_addf(&name, "%zu  %s", row + 1,
			    model_text(&model->phases[row].name, m->lang));
		else
			text_adds(&name, label(m->lang, "other phase"));
		line(m, "rk-row", JOURNEY_LABELS + 8, y, m->track.end, y);
		draw_name(m, visits > 1 ? y : y + 4, here, text_string(&name));
		text_clear(&name);
		if (visits > 1) {
			text_addf(&name, "%zu×", visits);
			journey_text_svg(m->to, JOURNEY_LABELS, y + 11, "rk-date",
			    text_string(&name));
		}
		text_release(&name);
	}
}

static void
draw_back(struct journey_map *m, int x, int y1, int y2)
{
	text_addf(m->to, "<path class=\"rk-back\" d=\"M%d %dC%d %d %d %d %d %d\"/>", x, y1, x + 24,
	    y1, x + 24, y2 - 22, x + 6, y2 - 8);
	text_addf(m->to, "<path class=\"rk-full\" d=\"M%d %dl9 -2l-5 -7z\"/>", x + 2, y2 - 5);
}

/* The line of the journey: along the row while it stays, rising to the next, turning to go back. */
void
journey_draw_way(struct journey_map *m)
{
	const struct journey *j = m->journey;
	size_t i;

	for (i = 0; i < j->n; i++) {
		const struct journey_stay *stay = &j->stays[i];
		int from = m->track.from[i], end = m->track.to[i],
		    y = journey_track_y(&m->track, stay->row);
		int rise = (end - from) * 6 / 10;

		if (rise > 14)
			rise = 14;
		if (stay->last || j->stays[i + 1].back)
			rise = 0;
		text_addf(m->to, "<path class=\"rk-way\" d=\"M%d %dH%d", from, y, end - rise);
		if (rise > 0) {
			int next = journey_track_y(&m->track, j->stays[i + 1].row);

			text_addf(m->to, "C%d %d %d %d %d %d", end - rise / 3, y,
			    end - rise * 2 / 3, next, end, next);
		}
		text_adds(m->to, "\"/>\n");
	}
	for (i = 1; i < j->n; i++)
		if (j->stays[i].back)
			draw_back(m, m->track.from[i],
			    journey_track_y(&m->track, j->stays[i - 1].row),
			    journey_track_y(&m->track, j->stays[i].row));
}

static void
draw_station(struct journey_map *m, const struct journey_stay *stay, int x, int y)
{
	const char *off = entry_text(stay->entry, FASE_AFWIJKING);
	char from[DATE_SIZE], until[DATE_SIZE];
	struct text words = { 0 };

	text_addf(&words, "%s, %s - %s, ", journey_phase(m->journey, stay, m->lang),
	    date_format(stay->from, from), date_format(stay->to, until));
	days_words(&words, stay->from, stay->to, m->lang);
	text_adds(m->to, "<g>");
	titled(m, text_string(&words));
	if (off[0] != '\0')
		text_addf(m->to, "<path class=\"rk-stop\" d=\"M%d %dl7 7l-7 7l-7 -7z\"/>", x,
		    y - 7);
	else
		text_addf(m->to, "<circle class=\"rk-stop\" cx=\"%d\" cy=\"%d\" r=\"5\"/>", x, y);
	text_adds(m->to, "</g>\n");
	text_release(&words);
}

/* Which time of going back it is, beside the upper end of the way back. */
static void
draw_number(struct journey_map *m, int x, int y, size_t number)
{
	struct text digits = { 0 };

	text_addf(&digits, "%zu", number);
	text_addf(m->to, "<circle class=\"rk-badge\" cx=\"%d\" cy=\"%d\" r=\"7\"/>",
	    x + 18, y + 11);
	journey_text_svg(m->to, x + 18, y + 14, "rk-turn", text_string(&digits));
	text_release(&digits);
}

static void
draw_date(struct journey_map *m, date day, int x, int y, int *last)
{
	char s[DATE_SIZE];

	line(m, "rk-drop", x, y, x, m->track.bottom + 6);
	if (x - *last < DATE_GAP)
		return;
	upright(m, x + 3, m->track.bottom + 9, "rk-date", date_format(day, s));
	*last = x;
}

void
journey_draw_stations(struct journey_map *m)
{
	const struct journey *j = m->journey;
	struct text words = { 0 };
	int last = -DATE_GAP;
	size_t i, backs = 0;

	for (i = 0; i < j->n; i++) {
		const struct journey_stay *stay = &j->stays[i];
		int x = m->track.from[i], end = m->track.to[i],
		    y = journey_track_y(&m->track, stay->row);

		draw_date(m, stay->from, x, y, &last);
		if (stay->last && end - x >= DATE_GAP)
			draw_date(m, stay->to, end, y, &last);
		text_clear(&words);
		days_words(&words, stay->from, stay->to, m->lang);
		if (stay->back)
			x += 24;	/* where the way back comes down */
		if (end - x > 60)
			journey_text_svg(m->to, (x + end) / 2 - 4, y - 6, "rk-days",
			    text_string(&words));
	}
	for (i = 0; i < j->n; i++)
		draw_station(m, &j->stays[i], m->track.from[i],
		    journey_track_y(&m->track, j->stays[i].row));
	for (i = 1; i < j->n; i++)
		if (j->stays[i].back)
			draw_number(m, m->track.from[i],
			    journey_track_y(&m->track, j->stays[i - 1].row), ++backs);
	text_release(&words);
}

/* Where a trajectory ended, and how; and the way from there to where the next begins. */
void
journey_draw_ends(struct journey_map *m)
{
	const struct journey *j = m->journey;
	struct text words = { 0 };
	size_t i;

	for (i = 0; i < j->n; i++) {
		const struct journey_stay *stay = &j->stays[i];
		const struct trajectory *t = &m->state->trajectories[stay->trajectory];
		int x = m->track.to[i], y = journey_track_y(&m->track, stay->row);
		int middle = (m->track.top + m->track.bottom) / 2;
		char day[DATE_SIZE];

		if (!stay->last || t->how == TRAJECTORY_OPEN)
			continue;
		text_clear(&words);
		journey_end_words(&words, j, stay->trajectory, m->lang);
		line(m, "rk-end", x, y - 9, x, y + 9);
		text_addf(m->to,
		    "<rect class=\"rk-gap\" x=\"%d\" y=\"%d\" width=\"30\" height=\"%d\"/>\n",
		    x + 12, m->track.top, m->track.bottom - m->track.top);
		upright(m, x + 24, middle, "rk-side", text_string(&words));
		text_clear(&words);
		if (i + 1 < j->n) {
			date next = j->stays[i + 1].from;

			text_addf(&words, "%s %s", label(m->lang, "came back on"),
			    date_format(next, day));
			upright(m, x + 38, middle, "rk-side", text_string(&words));
		}
	}
	text_release(&words);
}

/* Where the client is now. */
static int
now_x(const struct journey_map *m)
{
	return m->journey->n > 0 ? m->track.to[m->journey->n - 1] : m->track.left;
}

static int
now_y(const struct journey_map *m)
{
	return journey_track_y(&m->track,
	    m->journey->n > 0 ? m->journey->stays[m->journey->n - 1].row : 0);
}

void
journey_draw_walker(struct journey_map *m)
{
	int x = now_x(m), y = now_y(m) - 4;

	if (fold_closed(m->state))
		return;
	text_addf(m->to, "<g><circle class=\"rk-dot\" cx=\"%d\" cy=\"%d\" r=\"4\"/>",
	    x + 1, y - 27);
	text_addf(m->to,
	    "<path class=\"rk-walker\" d=\"M%d %dl-1 10l-5 10m5 -10l5 4l1 6m-5 -17l6 4\"/>", x,
	    y - 21);
	text_addf(m->to,
	    "<rect class=\"rk-dot\" x=\"%d\" y=\"%d\" width=\"5\" height=\"9\" rx=\"2\"/></g>\n",
	    x - 8, y - 22);
}

/* From where the client is now on: the phases still to come, dotted, as the model has them. */
void
journey_draw_ahead(struct journey_map *m)
{
	const struct journey *j = m->journey;
	size_t row = j->n > 0 ? j->stays[j->n - 1].row : 0, last = m->state->model->nphases, i;
	int x = now_x(m), step;

	if (fold_closed(m->state) || last == 0)
		return;
	step = row + 1 < last ? (m->track.end - 20 - x) / (int)(last - row - 1) : 0;
	text_addf(m->to, "<path class=\"rk-ahead\" d=\"M%d %d", x, now_y(m));
	for (i = row + 1; i < last; i++)
		text_addf(m->to, "L%d %d", x + step * (int)(i - row),
		    journey_track_y(&m->track, i));
	text_adds(m->to, "\"/>\n");
	for (i = row + 1; i < last; i++)
		text_addf(m->to, "<circle class=\"rk-later\" cx=\"%d\" cy=\"%d\" r=\"4\"/>\n",
		    x + step * (int)(i - row), journey_track_y(&m->track, i));
}

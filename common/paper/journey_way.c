/* SPDX-License-Identifier: ISC */
#include "journey_way.h"

#include <string.h>

#include "html.h"
#include "journey_lists.h"
#include "lettering.h"

enum {
	DATE_GAP = 13,		/* two upright dates are at least so far apart */
	YEAR_LEAST = 34,	/* width of a year that is named */
	YEARS = 94		/* from the rows down to the years */
};

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

/* The name of a row with its number, and how often the phase was entered; whether it is now. */
static bool
row_words(const struct journey_map *m, size_t row, struct text *name, struct text *times)
{
	const struct journey *j = m->journey;
	const struct model *model = m->state->model;
	size_t visits = 0;

	for (size_t i = 0; i < j->n; i++)
		visits += j->stays[i].row == row;
	if (row < model->nphases)
		text_addf(name, "%zu  %s", row + 1,
		    model_text(&model->phases[row].name, m->lang));
	else
		text_adds(name, label(m->lang, "other phase"));
	if (visits > 1)
		text_addf(times, "  %zu\xC3\x97", visits);
	return !fold_closed(m->state) && j->n > 0 && j->stays[j->n - 1].row == row;
}

static double
letter_of(bool here)
{
	return here ? 13 : 12;
}

void
journey_place_labels(struct journey_map *m)
{
	m->labels = JOURNEY_LABELS;
	for (size_t row = 0; row < m->state->model->nphases; row++) {
		struct text name = { 0 }, times = { 0 };
		double letter = letter_of(row_words(m, row, &name, &times));
		int width = (int)(lettering_width(text_string(&name), letter) +
		    lettering_width(text_string(&times), letter)) + 4;

		if (width > m->labels)
			m->labels = width < JOURNEY_LABELS_MOST ? width : JOURNEY_LABELS_MOST;
		text_release(&name);
		text_release(&times);
	}
}

/*
 * A name too long for its room is cut short, and whole where a reader points at it; how often the
 * phase was entered stands behind it.
 */
static void
draw_name(struct journey_map *m, size_t row, int y)
{
	struct text shown = { 0 }, name = { 0 }, times = { 0 };
	bool here = row_words(m, row, &name, &times);
	double letter = letter_of(here);

	lettering_shorten(&shown, text_string(&name), letter,
	    m->labels - 2 - lettering_width(text_string(&times), letter));
	text_adds(m->to, "<g>");
	if (strcmp(text_string(&shown), text_string(&name)) != 0)
		titled(m, text_string(&name));
	text_adds(&shown, text_string(&times));
	journey_text_svg(m->to, m->labels, y, here ? "rk-phase rk-here" : "rk-phase",
	    text_string(&shown));
	text_adds(m->to, "</g>\n");
	text_release(&shown);
	text_release(&name);
	text_release(&times);
}

/* Hills that rise with the journey, and the sun where it leads to. */
void
journey_draw_land(struct journey_map *m)
{
	int left = 0, right = m->track.end, top = m->track.top, bottom = m->track.bottom,
	    height = bottom - top, width = right - left;

	text_addf(m->to, "<circle class=\"rk-sun\" cx=\"%d\" cy=\"%d\" r=\"34\"/>\n",
	    right - 44, top + 16);
	text_addf(m->to, "<path class=\"rk-far\" d=\"M%d %dC%d %d %d %d %d %dV%dH%dz\"/>\n", left,
	    bottom - height / 3, left + width / 3, bottom - height * 3 / 4,
	    left + width * 2 / 3, bottom - height / 3, right, top + height / 4, bottom, left);
	text_addf(m->to, "<path class=\"rk-near\" d=\"M%d %dC%d %d %d %d %d %dV%dH%dz\"/>\n",
	    left, bottom - height / 12, left + width / 4, bottom - height / 3,
	    left + width / 2, bottom, right, top + height / 2, bottom, left);
}

/* The rows with the names of the phases; the one where the client is now in bold. */
void
journey_draw_rows(struct journey_map *m)
{
	for (size_t row = 0; row < m->track.rows; row++) {
		int y = journey_track_y(&m->track, row);

		line(m, "rk-row", m->labels + 8, y, m->track.end, y);
		draw_name(m, row, y + 4);
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

	for (i = m->track.folded; i < j->n; i++) {
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
	for (i = m->track.folded + 1; i < j->n; i++)
		if (j->stays[i].back)
			draw_back(m, m->track.from[i],
			    journey_track_y(&m->track, j->stays[i - 1].row),
			    journey_track_y(&m->track, j->stays[i].row));
}

static void
draw_station(struct journey_map *m, const struct journey_stay *stay, int x, int y)
{
	const char *off = entry_text(stay->entry, FASE_AFWIJKING);
	char from[LABEL_DATE_SIZE], until[LABEL_DATE_SIZE];
	struct text words = { 0 };

	text_addf(&words, "%s, %s %s %s, ", journey_phase(m->journey, stay, m->lang),
	    label_date(m->lang, stay->from, from), label(m->lang, "to"),
	    label_date(m->lang, stay->to, until));
	days_words(&words, stay->from, stay->to, m->lang);
	text_adds(m->to, "<g>");
	titled(m, text_string(&words));
	if (off[0] != '\0')
		text_addf(m->to, "<path class=\"rk-stop\" d=\"M%d %dl6 6l-6 6l-6 -6z\"/>", x,
		    y - 6);
	else
		text_addf(m->to, "<circle class=\"rk-stop\" cx=\"%d\" cy=\"%d\" r=\"4\"/>", x, y);
	text_adds(m->to, "</g>\n");
	text_release(&words);
}

/* Which time of going back it is, beside the upper end of the way back. */
static void
draw_number(struct journey_map *m, int x, int y, size_t number)
{
	struct text digits = { 0 };

	text_addf(&digits, "%zu", number);
	text_addf(m->to, "<circle class=\"rk-badge\" cx=\"%d\" cy=\"%d\" r=\"8\"/>",
	    x + 18, y + 12);
	journey_text_svg(m->to, x + 18, y + 16, "rk-turn", text_string(&digits));
	text_release(&digits);
}

/* The day without its year, which stands below. */
static void
draw_date(struct journey_map *m, date day, int x, int *last)
{
	char s[LABEL_DATE_SIZE];

	line(m, "rk-drop", x, m->track.top, x, m->track.bottom + 4);
	if (x - *last < DATE_GAP)
		return;
	label_date(m->lang, day, s);
	s[strlen(s) - strlen("\xC2\xA0" "2026")] = '\0';
	upright(m, x + 4, m->track.bottom + 7, "rk-date", s);
	*last = x;
}

/* The years below their days, where they are wide enough. */
static void
draw_years(struct journey_map *m)
{
	const struct journey *j = m->journey;
	int y = m->track.bottom + YEARS, year, last, month, day;

	if (j->n == 0)
		return;
	date_split(j->stays[m->track.folded].from, &year, &month, &day);
	date_split(j->stays[j->n - 1].to, &last, &month, &day);
	for (; year <= last; year++) {
		int from = journey_track_x(&m->track, date_of(year, 1, 1)),
		    to = journey_track_x(&m->track, date_of(year, 12, 31));
		struct text digits = { 0 };

		if (from < m->track.unfolded)
			from = m->track.unfolded;
		if (to - from < YEAR_LEAST && year != last)
			continue;
		if (to - from < YEAR_LEAST)
			to = from + YEAR_LEAST;
		line(m, "rk-year", from - 4, y - 13, to - 8, y - 13);
		text_addf(&digits, "%d", year);
		journey_text_svg(m->to, (from + to) / 2 - 6, y, "rk-days", text_string(&digits));
		text_release(&digits);
	}
}

void
journey_draw_stations(struct journey_map *m)
{
	const struct journey *j = m->journey;
	struct text words = { 0 };
	int last = -DATE_GAP;
	size_t i, backs = 0;

	for (i = m->track.folded; i < j->n; i++) {
		const struct journey_stay *stay = &j->stays[i];
		int x = m->track.from[i], end = m->track.to[i],
		    y = journey_track_y(&m->track, stay->row);

		draw_date(m, stay->from, x, &last);
		if (stay->last && end - x >= DATE_GAP)
			draw_date(m, stay->to, end, &last);
		text_clear(&words);
		days_words(&words, stay->from, stay->to, m->lang);
		if (stay->back)
			x += 24;	/* where the way back comes down */
		if (end - x > 70)
			journey_text_svg(m->to, (x + end) / 2 - 4, y - 6, "rk-days",
			    text_string(&words));
	}
	for (i = m->track.folded; i < j->n; i++)
		draw_station(m, &j->stays[i], m->track.from[i],
		    journey_track_y(&m->track, j->stays[i].row));
	for (i = 1; i < j->n; i++)
		if (j->stays[i].back && ++backs > 0 && i > m->track.folded)
			draw_number(m, m->track.from[i],
			    journey_track_y(&m->track, j->stays[i - 1].row), backs);
	draw_years(m);
	text_release(&words);
}

/* Folded years as the folds of a map, with what is in them. */
void
journey_draw_folded(struct journey_map *m)
{
	const struct journey *j = m->journey;
	int x = m->track.left, width = (m->track.unfolded - x - 14) / 3,
	    middle = (m->track.top + m->track.bottom) / 2, from, to, month, day;
	struct text words = { 0 };

	if (m->track.folded == 0)
		return;
	for (int i = 0; i < 3; i++)
		text_addf(m->to, "<path class=\"rk-fold%s\" d=\"M%d %dl%d %dV%dl-%d %dz\"/>\n",
		    i == 1 ? " rk-shade" : "", x + i * width, m->track.top + (i == 1 ? 5 : 0),
		    width, i == 1 ? -5 : 5, m->track.bottom - (i == 1 ? 5 : 0), width,
		    i == 1 ? 5 : -5);
	date_split(j->stays[0].from, &from, &month, &day);
	date_split(j->stays[m->track.folded - 1].from, &to, &month, &day);
	if (from == to)
		text_addf(&words, "%d", from);
	else
		text_addf(&words, "%d \xE2\x80\x93 %d", from, to);
	text_adds(&words, ": ");
	text_addf(&words, label(m->lang, "a phase entered %zu times"), m->track.folded);
	upright(m, x + 23, middle, "rk-side", text_string(&words));
	text_release(&words);
}

/* Where a trajectory ended, and how; and the way from there to where the next begins. */
void
journey_draw_ends(struct journey_map *m)
{
	const struct journey *j = m->journey;
	struct text words = { 0 };
	size_t i;

	for (i = m->track.folded; i < j->n; i++) {
		const struct journey_stay *stay = &j->stays[i];
		const struct trajectory *t = &m->state->trajectories[stay->trajectory];
		int x = m->track.to[i], y = journey_track_y(&m->track, stay->row);
		int middle = (m->track.top + m->track.bottom) / 2;
		char day[LABEL_DATE_SIZE];

		if (!stay->last || t->how == TRAJECTORY_OPEN)
			continue;
		text_clear(&words);
		journey_end_words(&words, j, stay->trajectory, m->lang);
		line(m, "rk-end", x, y - 9, x, y + 9);
		text_addf(m->to,
		    "<rect class=\"rk-gap\" x=\"%d\" y=\"%d\" width=\"36\" height=\"%d\"/>\n",
		    x + 12, m->track.top, m->track.bottom - m->track.top);
		upright(m, x + 27, middle, "rk-side", text_string(&words));
		text_clear(&words);
		if (i + 1 < j->n) {
			date next = j->stays[i + 1].from;

			text_addf(&words, "%s %s", label(m->lang, "came back on"),
			    label_date(m->lang, next, day));
			upright(m, x + 43, middle, "rk-side", text_string(&words));
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

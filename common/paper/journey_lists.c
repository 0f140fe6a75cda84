/* SPDX-License-Identifier: ISC */
#include "journey_lists.h"

#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "html.h"
#include "lettering.h"
#include "wording.h"

enum { LINE = 15, BETWEEN = 5, PAD = 16, NUMBER = 18, TEXT = 40 };

static const double size = 12;

void
journey_flag_svg(struct text *to, enum journey_flag flag, int x, int y, int height)
{
	int top = y - height;

	text_addf(to, "<path class=\"rk-pole\" d=\"M%d %dV%d\"/>", x, y, top);
	text_addf(to, "<path class=\"%s\" d=\"M%d %dl13 5l-13 5z\"/>", flag == FLAG_REACHED ?
	    "rk-flag rk-full" : flag == FLAG_LEFT ? "rk-flag rk-left" : "rk-flag", x, top);
	if (flag == FLAG_PARTLY)
		text_addf(to, "<path class=\"rk-flag rk-full\" d=\"M%d %dl13 5h-13z\"/>", x, top);
	else if (flag == FLAG_BUSY)
		text_addf(to, "<circle class=\"rk-dot\" cx=\"%d\" cy=\"%d\" r=\"2\"/>",
		    x + 4, top + 5);
	else if (flag == FLAG_STOPPED)
		text_addf(to, "<path class=\"rk-pole\" d=\"M%d %dl12 10m0 -10l-12 10\"/>",
		    x + 1, top);
}

void
journey_text_svg(struct text *to, int x, int y, const char *class, const char *s)
{
	text_addf(to, "<text x=\"%d\" y=\"%d\" class=\"%s\">", x, y, class);
	html_add(to, s);
	text_adds(to, "</text>\n");
}

int
journey_lines_svg(struct text *to, const char *s, int x, int y, int width, double letter,
    int line, const char *class)
{
	struct text one = { 0 };
	const char *at;
	size_t n;

	while ((at = lettering_next(&s, &n, letter, width)) != NULL) {
		text_clear(&one);
		text_add(&one, at, n);
		if (to != NULL)
			journey_text_svg(to, x, y, class, text_string(&one));
		y += line;
	}
	text_release(&one);
	return y;
}

/* A line that says how many more there are; none for 0. */
static int
more(struct text *to, enum lang lang, size_t n, int x, int y)
{
	struct text words = { 0 };

	if (n == 0)
		return y;
	text_addf(&words, label(lang, "and %zu more"), n);
	journey_text_svg(to, x, y, "rk-note", text_string(&words));
	text_release(&words);
	return y + LINE;
}

/* A suitcase around what is inside: from y to `bottom`, the handle on top. */
static void
suitcase(struct text *to, int x, int y, int width, int bottom)
{
	int middle = x + width / 2;

	text_addf(to,
	    "<rect class=\"rk-case\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"14\"/>\n", x,
	    y, width, bottom - y);
	text_addf(to, "<path class=\"rk-case\" d=\"M%d %dv-8q0 -6 6 -6h52q6 0 6 6v8\"/>\n",
	    middle - 32, y);
}

int
journey_luggage_svg(struct text *to, const struct fold *s, enum lang lang, int x, int y,
    int width, int bottom)
{
	struct text inside = { 0 };
	const struct entry *e;
	int top = y + 16, at = top + 24;
	size_t n = 0, shown = 0;
	bool room = true;

	journey_text_svg(&inside, x + PAD, at, "rk-title", label(lang, "Luggage: strengths"));
	at += 22;
	for (e = entry_there(s->first[KIND_KRACHT], s->at); e != NULL;
	    e = entry_there(e->next, s->at), n++) {
		const char *text = entry_text(e, KRACHT_TEKST);
		int inner = width - 2 * PAD - 12, end = journey_lines_svg(NULL, text,
		    0, at, inner, size, LINE, "") + BETWEEN;

		room = room && end + LINE <= bottom;
		if (!room)
			continue;
		text_addf(&inside, "<circle class=\"rk-dot\" cx=\"%d\" cy=\"%d\" r=\"2\"/>",
		    x + PAD + 4, at - 4);
		journey_lines_svg(&inside, text, x + PAD + 12, at, inner, size, LINE, "rk-body");
		at = end;
		shown++;
	}
	if (n == 0)
		at = journey_lines_svg(&inside,
		    label(lang, "No strengths noted yet: still to pack."), x + PAD, at,
		    width - 2 * PAD, size, LINE, "rk-note");
	at = more(&inside, lang, n - shown, x + PAD, at);
	suitcase(to, x, top, width, at);
	text_add(to, inside.at, inside.len);
	text_release(&inside);
	return at;
}

/* Those ahead in the order of their dates, those without one last; then the newest first. */
static int
by_nearness(const void *a, const void *b)
{
	const struct entry *p = *(const struct entry *const *)a,
	    *q = *(const struct entry *const *)b;
	bool done = entry_finished(p);
	date x = done ? journey_arrival(p) : entry_day(p, DOEL_STREEFDATUM),
	    y = done ? journey_arrival(q) : entry_day(q, DOEL_STREEFDATUM);

	if (done != entry_finished(q))
		return done ? 1 : -1;
	if (x == y)
		return (p->first->line > q->first->line) - (p->first->line < q->first->line);
	if (x == DATE_NONE || y == DATE_NONE)
		return x == DATE_NONE ? 1 : -1;
	return (x < y) == done ? 1 : -1;
}

/* One goal with its sign. With `to` NULL it is only measured. Returns where it ends. */
static int
destination(struct text *to, const struct fold *s, const struct entry *e, enum lang lang, int x,
    int y, int width)
{
	struct text line = { 0 };
	enum journey_flag flag = journey_flag(s, e);
	char day[LABEL_DATE_SIZE];

	if (to != NULL) {
		journey_flag_svg(to, flag, x + 2, y + 3, 15);
		journey_text_svg(to, x + NUMBER, y, "rk-head", journey_goal_number(e));
	}
	x += TEXT;
	width -= TEXT;
	y = journey_lines_svg(to, entry_text(e, DOEL_TEKST), x, y, width, size, LINE, "rk-body");
	if (!entry_finished(e) && flag != FLAG_LEFT) {
		text_adds(&line, journey_flag_words(flag, lang));
		if (entry_day(e, DOEL_STREEFDATUM) != DATE_NONE)
			text_addf(&line, ", %s %s", label(lang, "aimed at"),
			    label_date(lang, entry_day(e, DOEL_STREEFDATUM), day));
		y = journey_lines_svg(to, text_string(&line), x, y, width, size, LINE, "rk-note");
	}
	text_release(&line);
	return y + BETWEEN;
}

int
journey_destinations_svg(struct text *to, const struct fold *s, enum lang lang, int x,
    int y, int width, int bottom)
{
	const struct entry **goals = NULL;
	size_t n = 0, cap = 0, shown;

	for (const struct entry *e = s->first[KIND_DOEL]; e != NULL; e = e->next) {
		goals = alloc_room(goals, &cap, n + 1, sizeof *goals);
		goals[n++] = e;
	}
	if (n > 0)
		qsort(goals, n, sizeof *goals, by_nearness);
	y += 40;
	journey_text_svg(to, x, y, "rk-title", label(lang, "Destinations: goals"));
	y += 22;
	if (n == 0)
		y = journey_lines_svg(to, label(lang, "No goals yet: the client chooses them."),
		    x, y, width, size, LINE, "rk-note");
	for (shown = 0; shown < n; shown++) {
		int end = destination(NULL, s, goals[shown], lang, x, y, width);

		if (end + (shown + 1 < n ? LINE : 0) > bottom)
			break;
		y = destination(to, s, goals[shown], lang, x, y, width);
	}
	y = more(to, lang, n - shown, x + TEXT, y);
	free(goals);
	return y;
}

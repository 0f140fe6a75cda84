#include "journey_lists.h"

#include <string.h>

#include "html.h"
#include "lettering.h"
#include "wording.h"

enum { LINE = 15, SMALL = 13, PAD = 20 };

static const struct {
	const char *words;
} flags[FLAG_COUNT] = {
	[FLAG_AHEAD] = { "still ahead" }, [FLAG_BUSY] = { "in progress" },
	[FLAG_REACHED] = { "attained" },
	[FLAG_PARTLY] = { "partly attained" }, [FLAG_STOPPED] = { "stopped" },
	[FLAG_LEFT] = { "left open" },
};

enum journey_flag
journey_flag(const struct fold *s, const struct entry *doel)
{
	if (!entry_finished(doel) && s->trajectories[doel->trajectory].how != TRAJECTORY_OPEN)
		return FLAG_LEFT;
	switch (entry_stand_code(doel)) {
	case STAND_BEHAALD:
		return FLAG_REACHED;
	case STAND_DEELS:
		return FLAG_PARTLY;
	case STAND_GESTOPT:
		return FLAG_STOPPED;
	case STAND_BEZIG:
		return FLAG_BUSY;
	}
	return FLAG_AHEAD;
}

const char *
journey_flag_words(enum journey_flag flag, enum lang lang)
{
	return label(lang, flags[flag].words);
}

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

/*
 * Text over as many lines as it takes, the first with its foot at y. Returns the foot of the line
 * after the last.
 */
static int
wrapped(struct text *to, const char *s, int x, int y, int width, double size, int line,
    const char *class)
{
	struct text one = { 0 };
	const char *at;
	size_t n;

	while ((at = lettering_next(&s, &n, size, width)) != NULL) {
		text_clear(&one);
		text_add(&one, at, n);
		if (to != NULL)
			journey_text_svg(to, x, y, class, text_string(&one));
		y += line;
	}
	text_release(&one);
	return y;
}

/*
 * The strengths of one domain; `domain` NULL: of domains that the model does not have. Returns
 * where they end.
 */
static int
domain_luggage(struct text *to, const struct fold *s, enum lang lang,
    const struct model_domain *domain, int x, int y, int width)
{
	const struct entry *e;
	struct text line = { 0 };
	bool headed = false;

	for (e = entry_there(s->first[KIND_KRACHT], s->at); e != NULL;
	    e = entry_there(e->next, s->at)) {
		if (model_domain(s->model, entry_text(e, KRACHT_LEEFGEBIED)) != domain)
			continue;
		if (!headed) {
			journey_text_svg(to, x, y, "rk-head", domain == NULL ? label(lang,
			    "Elsewhere") : model_text(&domain->name, lang));
			y += LINE;
			headed = true;
		}
		text_clear(&line);
		text_addf(&line, "%s", entry_text(e, KRACHT_TEKST));
		if (entry_at(e, KRACHT_SOORT) != NULL)
			text_addf(&line, " (%s)", wording_entry(s->model, e, KRACHT_SOORT, lang));
		text_addf(to, "<circle class=\"rk-dot\" cx=\"%d\" cy=\"%d\" r=\"2\"/>",
		    x + 5, y - 4);
		y = wrapped(to, text_string(&line), x + 13, y, width - 13, 11.5, LINE, "rk-body");
	}
	text_release(&line);
	return headed ? y + 5 : y;
}

/* A suitcase around what is inside: from y to `bottom`, the handle on top. */
static void
suitcase(struct text *to, int x, int y, int width, int bottom)
{
	int middle = x + width / 2;

	text_addf(to,
	    "<rect class=\"rk-case\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"16\"/>\n", x,
	    y, width, bottom - y);
	text_addf(to, "<path class=\"rk-case\" d=\"M%d %dv-10q0 -8 8 -8h68q8 0 8 8v10\"/>\n",
	    middle - 42, y);
	text_addf(to, "<path class=\"rk-case\" d=\"M%d %dh22v10h-22zM%d %dh22v10h-22z\"/>\n",
	    x + 40, y - 5, x + width - 62, y - 5);
}

int
journey_luggage_svg(struct text *to, const struct fold *s, enum lang lang, int x, int y, int width)
{
	struct text inside = { 0 };
	int top = y + 18, at = top + 32, begin = at;
	size_t i;

	journey_text_svg(&inside, x + PAD, at, "rk-title", label(lang, "Luggage: strengths"));
	at += 24;
	begin = at;
	for (i = 0; i <= s->model->ndomains; i++)
		at = domain_luggage(&inside, s, lang,
		    i < s->model->ndomains ? &s->model->domains[i] : NULL,
		    x + PAD, at, width - 2 * PAD);
	if (at == begin) {
		journey_text_svg(&inside, x + PAD, at, "rk-note",
		    label(lang, "No strengths noted yet: still to pack."));
		at += LINE;
	}
	suitcase(to, x, top, width, at + 4);
	text_add(to, inside.at, inside.len);
	text_release(&inside);
	return at + 4;
}

/* One goal with its sign. With `to` NULL it is only measured. Returns where it ends. */
static int
destination(struct text *to, const struct fold *s, const struct entry *e, enum lang lang, int x,
    int y, int width)
{
	struct text line = { 0 };
	enum journey_flag flag = journey_flag(s, e);
	char day[DATE_SIZE];

	if (to != NULL) {
		journey_flag_svg(to, flag, x + 2, y + 3, 16);
		journey_text_svg(to, x + 22, y, "rk-head", e->key);
	}
	x += 52;
	width -= 60;
	y = wrapped(to, entry_text(e, DOEL_TEKST), x, y, width, 11.5, LINE, "rk-body");
	text_addf(&line, "%s: %s", wording_entry(s->model, e, DOEL_LEEFGEBIED, lang),
	    journey_flag_words(flag, lang));
	if (entry_finished(e))
		text_addf(&line, ", %s", date_format(journey_arrival(e), day));
	else if (flag != FLAG_LEFT && entry_day(e, DOEL_STREEFDATUM) != DATE_NONE)
		text_addf(&line, ", %s %s", label(lang, "aimed at"),
		    date_format(entry_day(e, DOEL_STREEFDATUM), day));
	y = wrapped(to, text_string(&line), x, y, width, 10.5, SMALL, "rk-note");
	text_release(&line);
	return y + 6;
}

int
journey_destinations_svg(struct text *to, const struct fold *s, enum lang lang, int x,
    int y, int width)
{
	const struct entry *e;
	int top = y + 50, at, height = 0, columns, lowest, n = 0;

	journey_text_svg(to, x, top, "rk-title", label(lang, "Destinations: goals"));
	top += 24;
	lowest = at = top;
	for (e = s->first[KIND_DOEL]; e != NULL; e = e->next, n++)
		continue;
	columns = n > 4 ? 2 : 1;
	for (e = s->first[KIND_DOEL]; e != NULL; e = e->next)
		height += destination(NULL, s, e, lang, x, 0, width / columns);
	if (n == 0) {
		journey_text_svg(to, x, top, "rk-note",
		    label(lang, "No goals yet: the client chooses them."));
		return top + LINE;
	}
	for (e = s->first[KIND_DOEL]; e != NULL; e = e->next) {
		if (columns == 2 && at - top >= (height + 1) / 2) {
			x += width / 2;
			at = top;
			columns = 1;
			width = width / 2;
		}
		at = destination(to, s, e, lang, x, at, columns == 2 ? width / 2 : width);
		if (at > lowest)
			lowest = at;
	}
	return lowest;
}

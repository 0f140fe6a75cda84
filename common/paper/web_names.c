/* SPDX-License-Identifier: ISC */
#include "web_names.h"

#include <stddef.h>
#include <stdlib.h>

#include "alloc.h"
#include "bearing.h"
#include "html.h"
#include "utf8.h"

enum { LINE = 16, ASCENT = 12, NAME_COLUMNS = 18, NAME_LINES = 4, FROM_CIRCLE = 18, GAP = 4 };

struct web_name {
	struct text lines[NAME_LINES + 1];	/* the last one is of the scores */
	size_t nlines;				/* of the name */
	enum { LEFT, MIDDLE, RIGHT } side;
	double x, y, top, height;
};

static void
raise_to(double *to, double least)
{
	if (*to < least)
		*to = least;
}

static void
lower_to(double *to, double most)
{
	if (*to > most)
		*to = most;
}

/*
 * Wraps a domain's name into lines; what is left over after the last is in the picture's
 * description.
 */
static void
wrap(struct web_name *w, const char *name)
{
	while (*name != '\0' && w->nlines < NAME_LINES) {
		struct text *line = &w->lines[w->nlines++];
		size_t fits = utf8_fit(name, NAME_COLUMNS), cut = fits;

		if (name[fits] != '\0' && name[fits] != ' ') {
			while (cut != 0 && name[cut - 1] != ' ' && name[cut - 1] != '-')
				cut--;
			cut = cut == 0 ? fits : cut;
		}
		text_add(line, name, cut);
		if (name[cut] != '\0' && name[cut] != ' ' && name[cut - 1] != ' ' &&
		    name[cut - 1] != '-')
			text_adds(line, w->nlines < NAME_LINES ? "-" : "\xE2\x80\xA6");
		name += cut;
		while (*name == ' ')
			name++;
	}
}

/*
 * Puts a name where its axis ends: above that point at the top of the web, below it at the bottom,
 * beside it at the sides.
 */
static void
place(struct web_name *w, const char *name, const struct measurements *spoke, struct bearing axis,
    double radius)
{
	struct text *score = &w->lines[NAME_LINES];

	wrap(w, name);
	if (spoke->first != NULL && spoke->first != spoke->latest)
		text_addf(score, "%ld \xE2\x86\x92 ", spoke->first->value);
	if (spoke->first != NULL)
		text_addf(score, "%ld", spoke->latest->value);
	w->side = axis.x > 0.1 ? RIGHT : axis.x < -0.1 ? LEFT : MIDDLE;
	w->x = (radius + FROM_CIRCLE) * axis.x;
	w->y = (radius + FROM_CIRCLE) * axis.y;
	w->height = (double)(w->nlines + (score->len > 0)) * LINE;
	w->top = w->y - w->height * (1 - axis.y) / 2;
}

static int
compare(const void *a, const void *b)
{
	const struct web_name *x = *(struct web_name *const *)a, *y = *(struct web_name *const *)b;

	return x->y < y->y ? -1 : x->y > y->y;
}

/* Moves the names of one side apart, from the one beside the middle of the web up and down. */
static void
spread(struct web_names *names, int side)
{
	struct web_name **of = alloc_new(names->n, sizeof(struct web_name *));
	size_t n = 0, middle = 0;

	for (size_t i = 0; i < names->n; i++)
		if ((int)names->at[i].side == side)
			of[n++] = &names->at[i];
	if (n > 0)
		qsort(of, n, sizeof(struct web_name *), compare);
	for (size_t i = 1; i < n; i++)
		if (of[i]->y * of[i]->y < of[middle]->y * of[middle]->y)
			middle = i;
	for (size_t i = middle + 1; i < n; i++)
		raise_to(&of[i]->top, of[i - 1]->top + of[i - 1]->height + GAP);
	for (size_t i = middle; i-- > 0 && n > 0; )
		lower_to(&of[i]->top, of[i + 1]->top - of[i]->height - GAP);
	free(of);
}

void
web_names_place(struct web_names *names, const struct model *m, const struct measurements *spokes,
    enum lang lang, double radius)
{
	names->n = m->ndomains;
	names->at = alloc_new(names->n, sizeof *names->at);
	names->top = -radius;
	names->bottom = radius;
	for (size_t i = 0; i < names->n; i++)
		place(&names->at[i], model_text(&m->domains[i].name, lang), &spokes[i],
		    bearing_around(i, names->n), radius);
	spread(names, LEFT);
	spread(names, RIGHT);
	for (size_t i = 0; i < names->n; i++) {
		lower_to(&names->top, names->at[i].top);
		raise_to(&names->bottom, names->at[i].top + names->at[i].height);
	}
}

void
web_names_write(struct text *to, const struct web_names *names, double cx, double cy)
{
	static const char *const anchors[] = { "end", "middle", "start" };

	for (size_t i = 0; i < names->n; i++) {
		const struct web_name *w = &names->at[i];
		double x = cx + w->x, y = cy + w->top + ASCENT;

		text_addf(to, "<text font-size=\"13\" text-anchor=\"%s\">", anchors[w->side]);
		for (size_t k = 0; k < w->nlines; k++, y += LINE) {
			text_addf(to, "<tspan x=\"%.1f\" y=\"%.1f\">", x, y);
			html_add(to, text_string(&w->lines[k]));
			text_adds(to, "</tspan>");
		}
		if (w->lines[NAME_LINES].len > 0)
			text_addf(to,
			    "<tspan x=\"%.1f\" y=\"%.1f\" font-weight=\"bold\">%s</tspan>", x, y,
			    text_string(&w->lines[NAME_LINES]));
		text_adds(to, "</text>\n");
	}
}

void
web_names_release(struct web_names *names)
{
	for (size_t i = 0; i < names->n; i++)
		for (size_t k = 0; k <= NAME_LINES; k++)
			text_release(&names->at[i].lines[k]);
	free(names->at);
	*names = (struct web_names){ 0 };
}

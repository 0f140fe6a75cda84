/* SPDX-License-Identifier: ISC */
#include "web.h"

#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "html.h"
#include "measurements.h"
#include "person.h"
#include "web_drawing.h"

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

static void
add_words(struct text *to, const struct fold *s, const struct model_scale *scale,
    const struct measurements *spokes, enum lang lang)
{
	char day[LABEL_DATE_SIZE];

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
			    label_date(lang, p->first->op, day), label(lang, "latest"));
		text_addf(to, "%ld (%s)", p->latest->value, label_date(lang, p->latest->op, day));
		if (web_goes_well(scale, p->latest->value) &&
		    *model_score_label(scale, p->latest->value, lang) != '\0')
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

/* Whose they are and of when is left out where the page has it. */
static bool
draw(struct text *to, const struct fold *s, enum lang lang, bool titled)
{
	const char *id = s->dossier->id;
	const struct model *m = s->model;
	struct measurements *spokes = alloc_new(m->ndomains, sizeof *spokes);
	struct text picture = { 0 }, words = { 0 };
	double y = 8;

	for (size_t i = 0; i < m->nscales; i++)
		if (measure(spokes, s, &m->scales[i]))
			y = web_drawing_add(&picture, &(struct web){ .state = s,
			    .scale = &m->scales[i], .spokes = spokes, .n = m->ndomains,
			    .lang = lang, .titled = titled }, y) + 24;
	free(spokes);
	if (picture.len == 0)
		return false;
	web_words(&words, s, lang);
	text_addf(to,
	    "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %.0f\" width=\"%d\" "
	    "height=\"%.0f\" role=\"img\" aria-labelledby=\"web-title-",
	    WEB_WIDTH, y, WEB_WIDTH, y);
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

bool
web_svg(struct text *to, const struct fold *s, enum lang lang)
{
	return draw(to, s, lang, true);
}

bool
web_page_svg(struct text *to, const struct fold *s, enum lang lang)
{
	return draw(to, s, lang, false);
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
	if (web_page_svg(&svg, s, lang))
		document_picture(d, text_string(&svg), text_string(&words));
	else
		document_paragraph(d, label(lang, "Nothing was measured yet."));
	text_release(&title);
	text_release(&foot);
	text_release(&svg);
	text_release(&words);
}

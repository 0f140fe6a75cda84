/* SPDX-License-Identifier: ISC */
#include "show.h"

#include <stdio.h>

#include "journey_svg.h"
#include "person.h"
#include "terminal.h"
#include "view.h"

/* The maps of a stream under each other: SVG knows no pages. */
struct maps {
	struct text drawn;
	size_t n;
	int height;
};

static int
show_map(struct view *v, void *context)
{
	struct maps *maps = context;
	struct journey j;

	journey_begin(&j, &v->state);
	if (maps->n > 0)
		text_addf(&maps->drawn, "<g transform=\"translate(0,%d)\">\n", maps->height);
	maps->height += journey_svg(&maps->drawn, &j, v->call->lang, person_name(&v->state),
	    v->state.dossier->id, true);
	if (maps->n++ > 0)
		text_adds(&maps->drawn, "</g>\n");
	journey_release(&j);
	return 0;
}

int
show_journey_svg(const struct cmdline *c)
{
	struct maps maps = { 0 };
	struct view v = { .call = c };
	int status = view_end(&v, view_run(&v, show_map, &maps));

	if (maps.n > 1)
		fprintf(terminal_out(),
		    "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" "
		    "width=\"%d\" height=\"%d\">\n", JOURNEY_WIDTH,
		    maps.height, JOURNEY_WIDTH, maps.height);
	fwrite(text_string(&maps.drawn), 1, maps.drawn.len, terminal_out());
	if (maps.n > 1)
		fputs("</svg>\n", terminal_out());
	text_release(&maps.drawn);
	return status;
}

static int
show_part(struct view *v, void *nothing)
{
	enum lang lang = v->call->lang;
	const char *name = person_name(&v->state), *id = v->state.dossier->id;
	struct text svg = { 0 }, words = { 0 }, title = { 0 }, foot = { 0 };
	struct journey j;

	(void)nothing;
	journey_begin(&j, &v->state);
	journey_svg(&svg, &j, lang, name, id, false);
	journey_words(&words, &j, lang);
	text_addf(&title, "%s %s", label(lang, "Journey of"), name);
	text_addf(&foot, "%s %s", label(lang, "Journey"), id);
	person_part(v->document, &v->state, text_string(&title), text_string(&foot));
	document_picture(v->document, text_string(&svg), text_string(&words));
	journey_release(&j);
	text_release(&svg);
	text_release(&words);
	text_release(&title);
	text_release(&foot);
	return 0;
}

int
show_journey_document(const struct cmdline *c, enum document_format format)
{
	struct view v;

	view_document(&v, c, format, "Journey");
	return view_end(&v, view_run(&v, show_part, NULL));
}

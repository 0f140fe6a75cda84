#include "show.h"

#include <stdio.h>
#include <string.h>

#include "filter.h"
#include "journey_svg.h"
#include "message.h"
#include "network.h"
#include "person.h"
#include "terminal.h"

/* The maps of a stream under each other: SVG knows no pages. */
struct maps {
	const struct cmdline *call;
	struct fold state;
	struct text drawn;
	size_t n;
	int height;
};

static int
draw(struct dossier *d, void *context)
{
	struct maps *maps = context;
	struct journey j;

	if (!fold_day(&maps->state, d, maps->call->model, maps->call->today, DATE_LAST))
		return 0;
	journey_begin(&j, &maps->state);
	if (maps->n > 0)
		text_addf(&maps->drawn, "<g transform=\"translate(0,%d)\">\n", maps->height);
	maps->height += journey_svg(&maps->drawn, &j, maps->call->lang,
	    person_name(&maps->state), d->id);
	if (maps->n++ > 0)
		text_adds(&maps->drawn, "</g>\n");
	journey_release(&j);
	return 0;
}

int
show_journey_svg(const struct cmdline *c)
{
	struct maps maps = { .call = c };
	int status = view_run(c, draw, &maps);

	if (maps.n > 1)
		fprintf(terminal_out(),
		    "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" "
		    "width=\"%d\" height=\"%d\">\n", JOURNEY_WIDTH,
		    maps.height, JOURNEY_WIDTH, maps.height);
	fwrite(text_string(&maps.drawn), 1, maps.drawn.len, terminal_out());
	if (maps.n > 1)
		fputs("</svg>\n", terminal_out());
	fold_release(&maps.state);
	text_release(&maps.drawn);
	return status;
}

/* A file holds one picture. */
struct network {
	const struct cmdline *call;
	struct fold state;
	size_t n;
};

static int
draw_network(struct dossier *d, void *context)
{
	struct network *k = context;
	struct problems problems = { 0 };
	struct text svg = { 0 };

	if (!fold_day(&k->state, d, k->call->model, k->call->today, DATE_LAST))
		return 0;
	if (k->n > 0)
		problems_add(&problems, PROBLEM_ERROR, "one-network", d->file, d->line, NULL,
		    _("a picture is of one client; %s is left out: use -c"), d->id);
	else if (!network_svg(&svg, &k->state, k->call->lang))
		problems_add(&problems, PROBLEM_ERROR, "no-network", d->file, d->line,
		    schema_kinds[KIND_NETWERK].name, _("%s has nobody to show"), d->id);
	else {
		k->n++;
		fprintf(terminal_out(), "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
		fwrite(text_string(&svg), 1, svg.len, terminal_out());
	}
	text_release(&svg);
	if (problems.n == 0)
		return 0;
	message_problems(&problems);
	problems_release(&problems);
	return FILTER_ATTENTION;
}

int
show_network_svg(const struct cmdline *c)
{
	struct network k = { .call = c };
	int status = view_run(c, draw_network, &k);

	fold_release(&k.state);
	return status;
}

#include "show.h"

#include <stdio.h>
#include <string.h>

#include "filter.h"
#include "journey_svg.h"
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

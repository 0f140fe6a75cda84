#include "domains.h"

#include <stdio.h>
#include <string.h>

#include "description.h"
#include "document_run.h"
#include "filter.h"
#include "label.h"
#include "message.h"
#include "terminal.h"
#include "web.h"

struct webs {
	const struct cmdline *call;
	size_t n;
	struct text to;
	struct fold state;
};

/* A file holds one picture: one client's web. */
static int
see(struct dossier *d, void *context)
{
	struct webs *w = context;
	struct problems problems = { 0 };
	bool shown = false;

	if (!fold_day(&w->state, d, w->call->model, w->call->today, DATE_LAST))
		return 0;
	if (w->n > 0)
		problems_add(&problems, PROBLEM_ERROR, "one-web", d->file, d->line, NULL,
		    _("a picture is of one client; %s is left out: use -c"), d->id);
	else if (!web_svg(&w->to, &w->state, w->call->lang, d->id))
		problems_add(&problems, PROBLEM_ERROR, "no-score", d->file, d->line,
		    schema_name(KIND_LEEFGEBIED, LEEFGEBIED_SCORE),
		    _("%s has no scores to show"), d->id);
	else {
		w->n++;
		shown = true;
	}
	message_problems(&problems);
	problems_release(&problems);
	return shown ? 0 : FILTER_ATTENTION;
}

static int
show_web(const struct cmdline *c)
{
	struct webs w = { .call = c };
	int status = view_run(c, see, &w);

	if (w.to.len > 0) {
		fprintf(terminal_out(), "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
		fwrite(text_string(&w.to), 1, w.to.len, terminal_out());
	}
	text_release(&w.to);
	fold_release(&w.state);
	return status;
}

int
domains_show(const struct cmdline *c)
{
	enum table_format format;
	enum document_format document;

	if (strcmp(c->format, "svg") == 0)
		return show_web(c);
	if (table_format_parse(c->format, &format))
		return domains_rows(c, format);
	if (document_format_parse(c->format, &document) && document != DOCUMENT_MS)
		return document_run(c, document, label(c->lang, "Web"), web_view);
	message_usage(_("-T: \"%s\" is no format of this command; expected "
	    "text, tsv, csv, json, svg, html or pdf"), c->format);
}

int
domains_person(const struct cmdline *c)
{
	enum document_format format = DOCUMENT_TEXT;

	if (c->format != NULL && !document_format_parse(c->format, &format))
		message_usage(_("-T: \"%s\" is no format of --person; "
		    "expected text, html, pdf or ms"), c->format);
	return document_run(c, format, label(c->lang, "Personal description"), description_view);
}

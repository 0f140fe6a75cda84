#include "plan.h"

#include <stdio.h>
#include <string.h>

#include "calendar.h"
#include "document_run.h"
#include "filter.h"
#include "label.h"
#include "message.h"
#include "plan_view.h"
#include "terminal.h"

struct dates {
	const struct cmdline *call;
	bool with_text;
	struct text to;
	struct fold state;
};

static int
see(struct dossier *d, void *context)
{
	struct dates *k = context;

	if (!fold_day(&k->state, d, k->call->model, k->call->today, DATE_LAST))
		return 0;
	plan_calendar(&k->to, &k->state, k->call->lang, k->call->today, k->with_text);
	fwrite(text_string(&k->to), 1, k->to.len, terminal_out());
	text_clear(&k->to);
	return 0;
}

static int
show_calendar(const struct cmdline *c, bool with_text)
{
	struct dates k = { .call = c, .with_text = with_text };
	int status;

	calendar_begin(&k.to, c->lang);
	status = view_run(c, see, &k);
	calendar_end(&k.to);
	fwrite(text_string(&k.to), 1, k.to.len, terminal_out());
	text_release(&k.to);
	fold_release(&k.state);
	return status;
}

int
plan_show(const struct cmdline *c, bool with_text)
{
	enum table_format table;
	enum document_format document;

	if (document_format_parse(c->format, &document))
		return document_run(c, document, label(c->lang, "Support plan"), plan_view);
	if (strcmp(c->format, "ics") == 0)
		return show_calendar(c, with_text);
	if (table_format_parse(c->format, &table))
		return plan_rows(c, table);
	message_usage(_("-T: \"%s\" is no format of this command; expected text, html, pdf, ms, "
	    "tsv, csv, json or ics"), c->format);
}

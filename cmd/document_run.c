#include "document_run.h"

#include <stdio.h>

#include "filter.h"
#include "terminal.h"

struct run {
	const struct call *call;
	struct document *document;
	document_view *view;
	struct state state;
};

static int
see(struct dossier *d, void *context)
{
	struct run *r = context;

	if (state_fold(&r->state, d, r->call->model, r->call->today, DATE_LAST))
		r->view(r->document, &r->state);
	return 0;
}

int
document_run(const struct call *c, enum document_format format, const char *title, document_view *view)
{
	struct run r = { .call = c, .view = view };
	int status;

	r.document = document_open(terminal_out(), format, c->lang, terminal_width(), title);
	status = view_run(c, see, &r);
	if (!document_close(r.document))
		status = 2;
	state_release(&r.state);
	return status;
}

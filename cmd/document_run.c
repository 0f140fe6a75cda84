#include "document_run.h"

#include "document_out.h"
#include "filter.h"

struct run {
	const struct cmdline *call;
	struct document *document;
	document_view *view;
	struct fold state;
};

static int
see(struct dossier *d, void *context)
{
	struct run *r = context;

	if (fold_day(&r->state, d, r->call->model, r->call->today, DATE_LAST))
		r->view(r->document, &r->state);
	return 0;
}

int
document_run(const struct cmdline *c, enum document_format format, const char *title,
    document_view *view)
{
	struct run r = { .call = c, .view = view };
	int status;

	r.document = document_out(c, format, title);
	status = document_out_end(r.document, view_run(c, see, &r));
	fold_release(&r.state);
	return status;
}

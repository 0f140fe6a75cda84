/* SPDX-License-Identifier: ISC */
#include "show.h"

#include "document_out.h"
#include "dossier_copy.h"
#include "filter.h"
#include "message.h"
#include "third_party.h"

struct copies {
	const struct cmdline *call;
	struct document *document;
	bool without;
};

/* Texts stay as they are, also where they name somebody: that is for a person to judge. */
static void
warn_of_mentions(const struct dossier *d)
{
	struct problems problems = { 0 };
	struct text lines = { 0 };

	if (third_party_mentions(d, &lines) > 0)
		problems_add(&problems, PROBLEM_WARNING, "third-party", d->file, d->line, NULL,
		    _("somebody of the network is still named in the texts at line %s; "
		    "read the copy before you hand it over"), text_string(&lines));
	message_problems(&problems);
	problems_release(&problems);
	text_release(&lines);
}

/* A client may have a copy of what holds from tomorrow too, so it is not folded as it is today. */
static int
see(struct dossier *d, void *context)
{
	struct copies *k = context;
	struct handles handles;

	if (k->without)
		warn_of_mentions(d);
	if (k->call->handles)
		handles_read(&handles, d);
	dossier_copy(k->document, d, k->call->model, k->call->today, k->without,
	    k->call->handles ? &handles : NULL);
	if (k->call->handles)
		handles_release(&handles);
	return 0;
}

int
show_copy(const struct cmdline *c, enum document_format format, bool without_network)
{
	struct copies k = { .call = c, .without = without_network,
	    .document = document_out(c, format, label(c->lang, "Dossiers")) };

	return document_out_end(k.document, filter_run(FILTER_VIEW, c, see, &k, NULL));
}

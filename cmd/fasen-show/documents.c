#include "show.h"

#include "document_out.h"
#include "dossier_copy.h"
#include "filter.h"
#include "handle_column.h"
#include "journey_svg.h"
#include "message.h"
#include "person.h"
#include "third_party.h"
#include "timeline_view.h"

struct reading {
	const struct cmdline *call;
	struct fold state;
	struct document *to;
	struct handle_column handles;
	bool without;
};

static int
see_timeline(struct dossier *d, void *context)
{
	struct reading *r = context;

	if (fold_day(&r->state, d, r->call->model, r->call->today, DATE_LAST))
	{
		handle_column_turn(&r->handles, r->call, d);
		timeline_view(r->to, &r->state, handle_column_all(&r->handles));
	}
	return 0;
}

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

static int
see_copy(struct dossier *d, void *context)
{
	struct reading *r = context;

	if (r->without)
		warn_of_mentions(d);
	handle_column_turn(&r->handles, r->call, d);
	dossier_copy(r->to, d, r->call->model, r->call->today, r->without,
	    handle_column_all(&r->handles));
	return 0;
}

static int
see_journey(struct dossier *d, void *context)
{
	struct reading *r = context;
	struct text svg = { 0 }, words = { 0 }, title = { 0 }, foot = { 0 };
	struct journey j;

	if (!fold_day(&r->state, d, r->call->model, r->call->today, DATE_LAST))
		return 0;
	journey_begin(&j, &r->state);
	journey_svg(&svg, &j, r->call->lang, person_name(&r->state), d->id);
	journey_words(&words, &j, r->call->lang);
	text_addf(&title, "%s %s", label(r->call->lang, "Journey of"), person_name(&r->state));
	text_addf(&foot, "%s %s", label(r->call->lang, "Journey"), d->id);
	document_part(r->to, text_string(&title), d->id, text_string(&foot));
	document_picture(r->to, text_string(&svg), text_string(&words));
	journey_release(&j);
	text_release(&svg);
	text_release(&words);
	text_release(&title);
	text_release(&foot);
	return 0;
}

static int
read_documents(struct reading *r, enum document_format format, const char *title, filter_act *see)
{
	int status;

	r->to = document_out(r->call, format, label(r->call->lang, title));
	status = document_out_end(r->to, view_run(r->call, see, r));
	handle_column_release(&r->handles);
	fold_release(&r->state);
	return status;
}

int
show_timeline_document(const struct cmdline *c, enum document_format format)
{
	struct reading r = { .call = c };

	return read_documents(&r, format, "Timeline", see_timeline);
}

int
show_copy(const struct cmdline *c, enum document_format format, bool without_network)
{
	struct reading r = { .call = c, .without = without_network };

	return read_documents(&r, format, "Dossiers", see_copy);
}

int
show_journey_document(const struct cmdline *c, enum document_format format)
{
	struct reading r = { .call = c };

	return read_documents(&r, format, "Journey", see_journey);
}

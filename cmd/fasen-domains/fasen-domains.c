/* SPDX-License-Identifier: ISC */
#include "domains.h"

#include <string.h>

#include "filter.h"
#include "form.h"
#include "form_read.h"
#include "form_sheet.h"
#include "message.h"

static const struct command_option options[] = {
	{ "domain", required_argument, DOMAINS_DOMAIN, "CODE",
	    N_("how a life domain is: score, situation, wish, concern") },
	{ "scores", required_argument, DOMAINS_SCORES, "CODE=N,...",
	    N_("scores of several life domains") },
	{ "strength", required_argument, DOMAINS_STRENGTH, "TEXT",
	    N_("a strength; asks for --leefgebied and --soort") },
	{ "network", required_argument, DOMAINS_NETWORK, "NAME",
	    N_("a person around the client; asks for --relatie the first time") },
	{ "person", no_argument, DOMAINS_PERSON, NULL, N_("show the personal description") },
	{ "ask", optional_argument, DOMAINS_ASK, "CODE",
	    N_("show the guide's questions, of all or of one domain or kind of strength") },
	{ "form", optional_argument, DOMAINS_FORM, "KIND",
	    N_("print a form: empty, or with what the dossiers hold") },
	{ "fill", required_argument, DOMAINS_FILL, "FILE",
	    N_("record what was filled in on a form") },
	{ NULL, 0, 0, NULL, NULL }
};

static const char *const usage[] = {
	"--domain=CODE [--score=N] [--situatie --wens --zorg --nvt=TEXT] [OPTION...] [FILE...]",
	"--scores=CODE=N,... [--schaal=CODE] [OPTION...] [FILE...]",
	"--strength=TEXT --leefgebied=CODE --soort=CODE [OPTION...] [FILE...]",
	"--network=NAME --relatie=TEXT [--leefgebied --geeft --krijgt] [OPTION...] [FILE...]",
	"--form[=KIND] [-T html|pdf] [OPTION...] [FILE...]",
	"--fill=FORM [OPTION...] [FILE...]",
	"-T text|tsv|csv|json|svg|html|pdf [OPTION...] [FILE...]",
	"--person [-T text|html|pdf|ms] [OPTION...] [FILE...]",
	"--ask[=CODE] [-T text|tsv|csv|json]",
	NULL
};

static const enum kind kinds[] = { KIND_LEEFGEBIED, KIND_KRACHT, KIND_NETWERK, KINDS };

static const struct command_verb verbs[] = {
	{ DOMAINS_DOMAIN, KIND_LEEFGEBIED, LEEFGEBIED_LEEFGEBIED, SLOT_NONE, NULL },
	{ DOMAINS_SCORES, KIND_OTHER, SLOT_NONE, SLOT_NONE, NULL },
	{ DOMAINS_STRENGTH, KIND_KRACHT, KRACHT_TEKST, SLOT_NONE, NULL },
	{ DOMAINS_NETWORK, KIND_NETWERK, NETWERK_NAAM, SLOT_NONE, NULL },
	{ DOMAINS_PERSON, KIND_OTHER, SLOT_NONE, SLOT_NONE, NULL },
	{ DOMAINS_ASK, KIND_OTHER, SLOT_NONE, SLOT_NONE, NULL },
	{ DOMAINS_FORM, KIND_OTHER, SLOT_NONE, SLOT_NONE, NULL },
	{ DOMAINS_FILL, KIND_OTHER, SLOT_NONE, SLOT_NONE, NULL },
	{ 0, KIND_OTHER, SLOT_NONE, SLOT_NONE, NULL }
};

static const struct command command = {
	.name = "fasen-domains",
	.usage = usage,
	.about = N_("The personal description: life domains with scores, "
	    "strengths, and the network."),
	.options = options,
	.verbs = verbs,
	.kinds = kinds,
	.filter = true,
	.formats = true,
	.handles = true,
	.known = true,
};

static void
lay_out(struct form *f, enum kind kind)
{
	if (kind != KINDS)
		form_records(f, kind);
	else
		for (size_t i = 0; kinds[i] != KINDS; i++)
			form_records(f, kinds[i]);
}

/* Whether the call shows rather than records. */
static bool
is_view(const struct cmdline *c, const struct cmdline_verb *v)
{
	return c->format != NULL || v->key == DOMAINS_PERSON || v->key == DOMAINS_ASK ||
	    v->key == DOMAINS_FORM;
}

static int
run(struct cmdline *c)
{
	const struct cmdline_verb *v = &c->verb;

	if (c->format != NULL && v->key != 0 && v->key != DOMAINS_PERSON && v->key != DOMAINS_ASK &&
	    v->key != DOMAINS_FORM)
		message_usage(_("-T and %s do not go together; a call shows or records"),
		    v->option);
	if (v->key != 0 || c->format == NULL || strcmp(c->format, "svg") == 0)
		cmdline_no_handles(c, v->key != 0 ? v->option : c->format == NULL ?
		    _("no -T") : "-T svg");
	if (!is_view(c, v) || v->key == DOMAINS_ASK || v->key == DOMAINS_FORM)
		cmdline_no_known(c, v->key != 0 ? v->option : _("no -T"));
	if (is_view(c, v))
		cmdline_records_nothing(c);
	else if (v->key == 0)
		cmdline_asks_nothing(c);
	if (is_view(c, v) || v->key == 0 || v->key == DOMAINS_FILL)
		cmdline_all_used(c, v->key == 0 && c->format != NULL ? "-T" : v->option);
	switch (v->key) {
	case 0: return c->format != NULL ? domains_show(c) :
		    filter_run(FILTER_PASS, c, NULL, NULL, NULL);
	case DOMAINS_PERSON: return domains_person(c);
	case DOMAINS_ASK: return domains_ask(c, v->value);
	case DOMAINS_FORM:
		if (c->format == NULL)
			return form_run(c, kinds, v->value, lay_out);
		if (v->value != NULL)
			message_usage(_("-T with --form asks for the whole "
			    "form; expected --form alone"));
		return sheet_run(c, "What we write down together", sheet_description);
	case DOMAINS_FILL: return form_reader_from(c, kinds, v->value, domains_signals,
	    domains_allow);
	}
	return domains_record(c);
}

int
main(int argc, char **argv)
{
	struct cmdline c;

	cmdline_begin(&c, &command, argc, argv);
	while (cmdline_next(&c) != -1)
		;
	cmdline_ready(&c);
	return cmdline_end(&c, run(&c));
}

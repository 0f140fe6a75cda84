/* SPDX-License-Identifier: ISC */
#include "advance.h"

#include <string.h>

#include "message.h"
#include "shown.h"
#include "validity.h"

enum { KEY_TO = 256, KEY_REDEN, KEY_OVERRIDE, KEY_STREEFDATUM, KEY_CHECK, KEY_ASK, KEY_CLOSE,
    KEY_REOPEN, KEY_FORM, KEY_FILL };

static const struct command_option options[] = {
	{ "to", required_argument, KEY_TO, "PHASE",
	    N_("to this phase: code, number or alias; back too") },
	{ "reden", required_argument, KEY_REDEN, "TEXT", N_("why the client goes there") },
	{ "override", no_argument, KEY_OVERRIDE, NULL,
	    N_("set unmet conditions aside; asks for --reden") },
	{ "streefdatum", required_argument, KEY_STREEFDATUM, "DATE",
	    N_("date by which the client wants to leave the phase") },
	{ "check", no_argument, KEY_CHECK, NULL, N_("show who is ready and what is still asked") },
	{ "ask", optional_argument, KEY_ASK, "PHASE",
	    N_("show the phase's purpose and questions; of PHASE, without dossiers") },
	{ "close", required_argument, KEY_CLOSE, "REASON",
	    N_("end the trajectory, with a reason of the model") },
	{ "reopen", no_argument, KEY_REOPEN, NULL,
	    N_("begin a new trajectory in a closed dossier") },
	{ "form", optional_argument, KEY_FORM, "KIND", N_("print a form for closing") },
	{ "fill", required_argument, KEY_FILL, "FILE", N_("close what was filled in on a form") },
	{ NULL, 0, 0, NULL, NULL }
};

static const char *const usage[] = {
	"[--to=PHASE] [--override] [--reden=TEXT] [--streefdatum=DATE] [OPTION...] [FILE...]",
	"--close=REASON [--bestemming=TEXT ...] [OPTION...] [FILE...]",
	"--reopen [--to=PHASE] [--reden=TEXT] [OPTION...] [FILE...]",
	"--form|--fill=FORM [OPTION...] [FILE...]",
	"--check|--ask[=PHASE] [-T FORMAT] [OPTION...] [FILE...]",
	NULL
};

static const enum kind kinds[] = { KIND_UITSTROOM, KINDS };
static const enum kind own_kinds[] = { KIND_FASE, KINDS };

static const struct command_verb verbs[] = {
	{ KEY_CLOSE, KIND_UITSTROOM, UITSTROOM_REDEN, SLOT_NONE, NULL },
	{ KEY_TO, KIND_OTHER, SLOT_NONE, SLOT_NONE, NULL },
	{ KEY_REOPEN, KIND_OTHER, SLOT_NONE, SLOT_NONE, NULL },
	{ KEY_CHECK, KIND_OTHER, SLOT_NONE, SLOT_NONE, NULL },
	{ KEY_ASK, KIND_OTHER, SLOT_NONE, SLOT_NONE, NULL },
	{ KEY_FORM, KIND_OTHER, SLOT_NONE, SLOT_NONE, NULL },
	{ KEY_FILL, KIND_OTHER, SLOT_NONE, SLOT_NONE, NULL },
	{ 0, KIND_OTHER, SLOT_NONE, SLOT_NONE, NULL }
};

static const struct command command = {
	.name = "fasen-advance",
	.usage = usage,
	.about = N_("Moves clients to the next phase when what the phase asks for is there; "
	    "closes and reopens."),
	.options = options,
	.verbs = verbs,
	.beside = KEY_TO,
	.kinds = kinds,
	.own_kinds = own_kinds,
	.filter = true,
	.formats = true, .known = true,
};

/* Two options of which one makes the other senseless. */
static void
not_both(bool both, const char *name, const char *with)
{
	if (both)
		message_usage(_("%s has no effect with %s"), name, with);
}

/*
 * The phase that --to names. As any value that the model refuses: it is said, and the dossiers pass
 * unchanged.
 */
static const struct model_phase *
find_phase(struct move *m, const char *name)
{
	const struct model *model = m->call->model;
	const struct model_phase *p = model_phase_named(model, name);
	struct text codes = { 0 };
	const char *near;

	if (p != NULL)
		return p;
	m->refused = true;
	near = model_nearest(model, REF_FASE, name);
	model_codes(model, REF_FASE, &codes);
	if (near != NULL)
		problems_add(&m->problems, PROBLEM_ERROR, "reference", NULL, 0,
		    schema_name(KIND_FASE, FASE_FASE),
		    _("the model has no phase \"%s\"; did you mean \"%s\"?"),
		    shown_or_dots(name), near);
	else
		problems_add(&m->problems, PROBLEM_ERROR, "reference", NULL, 0,
		    schema_name(KIND_FASE, FASE_FASE),
		    _("the model has no phase \"%s\"; expected one of %s"), shown_or_dots(name),
		    text_string(&codes));
	text_release(&codes);
	return NULL;
}

/* The fields that the model gives a fase. What it refuses is said, and the dossiers pass. */
static void
take_own(struct cmdline *c, struct move *m)
{
	struct draft *own = &m->own;

	draft_of(own, KIND_FASE);
	for (size_t i = 0; i < c->nfields; i++) {
		const struct schema_field *f = schema_field_named(own->spec, c->fields[i].option);
		struct text why = { 0 };
		const char *value;

		if (f == NULL || !schema_declared(f))
			continue;
		value = cmdline_value(c, f, i);
		cmdline_text(f->name, value);
		if (!valid_value(f, value, &why)) {
			m->refused = true;
			problems_add(&m->problems, PROBLEM_ERROR, "value", NULL, 0, f->name, "%s",
			    text_string(&why));
		}
		text_release(&why);
		draft_more(own, f->slot, value);
	}
}

static int
run_move(struct cmdline *c, struct move *m, const char *to)
{
	int status;

	m->call = c;
	if (to != NULL)
		m->to = find_phase(m, to);
	message_problems(&m->problems);
	status = batch_run(&m->batch, c, move_dossier, m);
	move_release(m);
	return status;
}

/* Exits with 2 where one option makes another senseless. */
static void
hold_together(const struct cmdline *c, const struct move *m, const char *to)
{
	const struct cmdline_verb *v = &c->verb;
	bool moves = v->key == 0 || v->key == KEY_REOPEN;

	not_both(to != NULL && !moves, "--to", v->option);
	not_both(m->reason != NULL && !moves, "--reden", v->option);
	not_both(m->target != NULL && !moves, "--streefdatum", v->option);
	not_both(m->override && v->key != 0, "--override", v->option);
	if (m->target != NULL && m->target[0] == '\0' && (to != NULL || m->override || m->reopen))
		message_usage(_("--streefdatum= takes away the pace of the present phase; "
		    "expected no move with it"));
	if (m->override && m->reason == NULL)
		message_usage(_("--override asks for --reden"));
	if (c->format != NULL && v->key != KEY_CHECK && v->key != KEY_ASK)
		message_usage(_("-T has no effect without --check or --ask"));
}

static int
run(struct cmdline *c, struct move *m, const char *to)
{
	const struct cmdline_verb *v = &c->verb;

	if (v->key == 0 || v->key == KEY_REOPEN)
		take_own(c, m);
	if (v->key != KEY_CLOSE)
		cmdline_all_used(c, v->option);
	if (v->key != KEY_CHECK)
		cmdline_no_known(c, v->key != 0 ? v->option : _("no --check"));
	if (v->key == KEY_CHECK || v->key == KEY_ASK || v->key == KEY_FORM)
		cmdline_records_nothing(c);
	switch (v->key) {
	case KEY_CHECK: return show_check(c);
	case KEY_ASK: return v->value != NULL ? show_phase(c, v->value) : show_ask(c);
	case KEY_FORM: return run_form(c, v->value);
	case KEY_FILL: return run_fill(c, v->value);
	case KEY_CLOSE: return run_close(c, v->value);
	default: return run_move(c, m, to);
	}
}

int
main(int argc, char **argv)
{
	struct cmdline c;
	struct move m = { 0 };
	const char *to = NULL;
	int key;

	cmdline_begin(&c, &command, argc, argv);
	while ((key = cmdline_next(&c)) != -1)
		switch (key) {
		case KEY_TO: to = c.value; break;
		case KEY_REDEN: cmdline_text("--reden", m.reason = c.value); break;
		case KEY_OVERRIDE: m.override = true; break;
		case KEY_STREEFDATUM:
			m.target = c.value;
			if (m.target[0] != '\0')
				cmdline_date("--streefdatum", m.target);
			break;
		}
	m.reopen = c.verb.key == KEY_REOPEN;
	hold_together(&c, &m, to);
	cmdline_ready(&c);
	return cmdline_end(&c, run(&c, &m, to));
}

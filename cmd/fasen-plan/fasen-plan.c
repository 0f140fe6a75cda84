/* SPDX-License-Identifier: ISC */
#include "plan.h"

#include <string.h>

#include "filter.h"
#include "form.h"
#include "form_read.h"
#include "form_sheet.h"
#include "message.h"
#include "table_writer.h"

static const struct command_option options[] = {
	{ "goal", required_argument, PLAN_GOAL, "TEXT",
	    N_("set a goal, in the client's words; asks for --leefgebied") },
	{ "action", required_argument, PLAN_ACTION, "TEXT",
	    N_("add an action; asks for --doel and --wie") },
	{ "status", required_argument, PLAN_STATUS, "STATUS",
	    N_("how a goal (--doel) or action (--werkpunt) stands") },
	{ "amend", required_argument, PLAN_AMEND, "ID", N_("change fields of a goal or action") },
	{ "agree", required_argument, PLAN_AGREE, "WHAT", N_("agreement on WHAT; asks for --wie") },
	{ "refuse", required_argument, PLAN_REFUSE, "WHAT", N_("refusal of WHAT; asks for --wie") },
	{ "evaluate", required_argument, PLAN_EVALUATE, "DECISION",
	    N_("an evaluation; asks for --soort") },
	{ "note", required_argument, PLAN_NOTE, "TEXT",
	    N_("a note, perhaps about goals (--doel)") },
	{ "record", required_argument, PLAN_RECORD, "KIND",
	    N_("a record of a kind that the model declares") },
	{ "form", optional_argument, PLAN_FORM, "KIND",
	    N_("print a form: empty, or with what the dossiers hold") },
	{ "fill", required_argument, PLAN_FILL, "FILE", N_("record what was filled in on a form") },
	{ "with-text", no_argument, PLAN_WITH_TEXT, NULL,
	    N_("with -T ics: texts of the dossier too") },
	{ NULL, 0, 0, NULL, NULL }
};

static const char *const usage[] = {
	"--goal=TEXT --leefgebied=CODE [--termijn --prioriteit --streefdatum "
	    "...] [OPTION...] [FILE...]",
	"--action=TEXT --doel=ID --wie=WHO [OPTION...] [FILE...]",
	"--status=STATUS --doel=ID|--werkpunt=ID [--score=N] [OPTION...] [FILE...]",
	"--amend=ID|--agree=WHAT|--refuse=WHAT [OPTION...] [FILE...]",
	"--evaluate=DECISION|--note=TEXT [OPTION...] [FILE...]",
	"--record=KIND [--FIELD=VALUE...] [OPTION...] [FILE...]",
	"--form[=KIND] [-T html|pdf] [OPTION...] [FILE...]",
	"--fill=FORM [OPTION...] [FILE...]",
	"-T text|html|pdf|ms|tsv|csv|json|ics [OPTION...] [FILE...]",
	NULL
};

static const enum kind kinds[] = {
	KIND_DOEL, KIND_WERKPUNT, KIND_STAND, KIND_AKKOORD, KIND_EVALUATIE, KIND_NOTITIE,
	KINDS_OWN, KINDS
};

/* What a form may hold: an evaluation measures the life domains too. */
static const enum kind form_kinds[] = {
	KIND_DOEL, KIND_WERKPUNT, KIND_STAND, KIND_AKKOORD, KIND_EVALUATIE, KIND_NOTITIE,
	KIND_LEEFGEBIED, KINDS_OWN, KINDS
};

static const struct command_verb verbs[] = {
	{ PLAN_GOAL, KIND_DOEL, DOEL_TEKST, SLOT_NONE, NULL },
	{ PLAN_ACTION, KIND_WERKPUNT, WERKPUNT_TEKST, SLOT_NONE, NULL },
	{ PLAN_STATUS, KIND_STAND, STAND_STAND, SLOT_NONE, NULL },
	{ PLAN_AMEND, KIND_DOEL, SLOT_NONE, DOEL_DOEL, NULL },
	{ PLAN_AGREE, KIND_AKKOORD, AKKOORD_WAAROP, AKKOORD_AKKOORD, NULL },
	{ PLAN_REFUSE, KIND_AKKOORD, AKKOORD_WAAROP, AKKOORD_AKKOORD, NULL },
	{ PLAN_EVALUATE, KIND_EVALUATIE, EVALUATIE_BESLUIT, SLOT_NONE, NULL },
	{ PLAN_NOTE, KIND_NOTITIE, NOTITIE_TEKST, SLOT_NONE, NULL },
	{ PLAN_RECORD, KIND_OTHER, SLOT_NONE, SLOT_NONE, NULL },
	{ PLAN_FORM, KIND_OTHER, SLOT_NONE, SLOT_NONE, NULL },
	{ PLAN_FILL, KIND_OTHER, SLOT_NONE, SLOT_NONE, NULL },
	{ 0, KIND_OTHER, SLOT_NONE, SLOT_NONE, NULL }
};

static const struct command command = {
	.name = "fasen-plan",
	.usage = usage,
	.about = N_("The support plan: goals, actions, how they stand, agreement, "
	    "evaluations and notes."),
	.options = options,
	.verbs = verbs,
	.kinds = kinds,
	.filter = true,
	.formats = true,
	.handles = true,
	.known = true,
};

/* All of the plan, or one kind; the evaluation is a whole meeting. */
static void
lay_out(struct form *f, enum kind kind)
{
	if (kind != KINDS && kind != KIND_EVALUATIE) {
		form_records(f, kind);
		return;
	}
	if (kind == KINDS)
		form_plan(f, true, true);
	form_stands(f);
	if (kind != KINDS)
		form_scores(f);
	form_records(f, KIND_EVALUATIE);
	form_records(f, KIND_AKKOORD);
	form_records(f, KIND_NOTITIE);
	for (enum kind own = KIND_OWN; kind == KINDS && own <= KIND_OWN_LAST; own++)
		if (schema_kinds[own].name != NULL)
			form_records(f, own);
}

static int
run_sheet(const struct cmdline *c, const char *kind)
{
	bool evaluation = kind != NULL && schema_same_name(kind, schema_kinds[KIND_EVALUATIE].name);

	if (kind != NULL && !evaluation)
		message_usage(_("-T with --form: expected --form or --form=evaluatie"));
	return evaluation ? sheet_run(c, "Looking back", sheet_evaluation) :
	    sheet_run(c, "My plan", sheet_plan);
}

static int
run(struct cmdline *c, bool with_text)
{
	const struct cmdline_verb *v = &c->verb;
	bool view = v->key == PLAN_FORM || c->format != NULL;
	enum table_format rows;

	if (c->format != NULL && v->key != 0 && v->key != PLAN_FORM)
		message_usage(_("-T and %s do not go together; a call shows or records"),
		    v->option);
	if (with_text && (c->format == NULL || strcmp(c->format, "ics") != 0))
		message_usage(_("--with-text has no effect without -T ics"));
	if (v->key != 0 || c->format == NULL || !table_format_parse(c->format, &rows) ||
	    rows == TABLE_TEXT)
		cmdline_no_handles(c, v->key != 0 ? v->option : c->format == NULL ? _("no -T") :
		    _("this -T; expected tsv, csv or json"));
	if (v->key != 0 || c->format == NULL)
		cmdline_no_known(c, v->key != 0 ? v->option : _("no -T"));
	if (view)
		cmdline_records_nothing(c);
	else if (v->key == 0)
		cmdline_asks_nothing(c);
	if (view || v->key == 0 || v->key == PLAN_FILL)
		cmdline_all_used(c, c->format != NULL ? "-T" : v->option);
	if (v->key == PLAN_FORM && c->format != NULL)
		return run_sheet(c, v->value);
	if (v->key == PLAN_FORM)
		return form_run(c, kinds, v->value, lay_out);
	if (v->key == PLAN_FILL)
		return form_reader_from(c, form_kinds, v->value, plan_signals, NULL);
	if (c->format != NULL)
		return plan_show(c, with_text);
	return v->key == 0 ? filter_run(FILTER_PASS, c, NULL, NULL, NULL) : plan_record(c);
}

int
main(int argc, char **argv)
{
	struct cmdline c;
	bool with_text = false;

	cmdline_begin(&c, &command, argc, argv);
	while (cmdline_next(&c) == PLAN_WITH_TEXT)
		with_text = true;
	cmdline_ready(&c);
	return cmdline_end(&c, run(&c, with_text));
}

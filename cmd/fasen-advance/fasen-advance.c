#include "advance.h"

#include <string.h>

#include "message.h"
#include "recording.h"

enum { KEY_TO = 256, KEY_REDEN, KEY_OVERRIDE, KEY_STREEFDATUM, KEY_CHECK, KEY_ASK, KEY_CLOSE, KEY_REOPEN };

static const struct call_option options[] = {
	{ "to", required_argument, KEY_TO, "PHASE", N_("to this phase: code, number or alias; back too") },
	{ "reden", required_argument, KEY_REDEN, "TEXT", N_("why the client goes there") },
	{ "override", no_argument, KEY_OVERRIDE, NULL, N_("set unmet conditions aside; asks for --reden") },
	{ "streefdatum", required_argument, KEY_STREEFDATUM, "DATE", N_("date by which the client wants to leave the phase") },
	{ "check", no_argument, KEY_CHECK, NULL, N_("show who is ready and what is still asked") },
	{ "ask", no_argument, KEY_ASK, NULL, N_("show the phase's purpose and questions") },
	{ "close", required_argument, KEY_CLOSE, "REASON", N_("end the trajectory, with a reason of the model") },
	{ "reopen", no_argument, KEY_REOPEN, NULL, N_("begin a new trajectory in a closed dossier") },
	{ NULL, 0, 0, NULL, NULL }
};

static const char *const usage[] = {
	"[--to=PHASE] [--override] [--reden=TEXT] [--streefdatum=DATE] [OPTION...] [FILE...]",
	"--close=REASON [--bestemming=TEXT ...] [OPTION...] [FILE...]",
	"--reopen [--to=PHASE] [--reden=TEXT] [OPTION...] [FILE...]",
	"--check|--ask [-T FORMAT] [OPTION...] [FILE...]",
	NULL
};

static const char *const kinds[] = { "uitstroom", NULL };

static const struct command command = {
	.name = "fasen-advance",
	.usage = usage,
	.about = N_("Moves clients to the next phase when what the phase asks for is there; closes and reopens."),
	.options = options,
	.kinds = kinds,
	.filter = true,
	.formats = true,
};

/* Two options of which one makes the other senseless. */
static void
not_both(bool a, const char *name, bool b, const char *with)
{
	if (a && b)
		message_usage(_("%s has no effect with %s"), name, with);
}

static const char *
need_text(const char *option, const char *value)
{
	if (value[0] == '\0' || !rec_writable(value, strlen(value)))
		message_usage(_("%s: expected UTF-8 text without a line that ends in CR"), option);
	return value;
}

/* A date to come, seen from the day that the record holds from. */
static void
need_later(const struct call *c, const char *option, const char *value)
{
	char to[DATE_SIZE];
	date d = date_parse(value);

	if (d == DATE_NONE)
		message_usage(_("%s: \"%s\" is not a date; expected YYYY-MM-DD"), option, value);
	if (d < call_op(c))
		message_usage(_("%s: %s is in the past; expected %s or later"), option, value, date_format(call_op(c), to));
}

static const struct model_phase *
need_phase(const struct call *c, const char *name)
{
	const struct model_phase *p = model_phase_named(c->model, name);
	struct text codes = { 0 };
	const char *near;

	if (p != NULL)
		return p;
	near = model_nearest(c->model, REF_FASE, name);
	if (near != NULL)
		message_usage(_("--to: the model has no phase \"%s\"; did you mean \"%s\"?"), name, near);
	model_codes(c->model, REF_FASE, &codes);
	message_usage(_("--to: the model has no phase \"%s\"; expected one of %s"), name, text_string(&codes));
}

struct closing {
	struct recording recording;
	struct state now;
};

static int
close_dossier(struct dossier *d, void *context)
{
	struct closing *k = context;
	struct recording *r = &k->recording;

	if (!state_fold(&k->now, d, r->call->model, DATE_LAST, DATE_LAST))
		return FILTER_ATTENTION;
	if (state_closed(&k->now))
		problems_add(&r->problems, PROBLEM_ERROR, "closed", d->file, move_line(&k->now), NULL,
		    _("%s: the dossier is closed already"), d->id);
	else if (move_day_fits(&k->now, call_op(r->call), true, &r->problems))
		return recording_append(r, d);
	message_problems(&r->problems);
	return FILTER_ATTENTION;
}

static int
run_close(struct call *c, const char *reason)
{
	struct closing k = { 0 };
	int status;

	recording_begin(&k.recording, c, "uitstroom");
	draft_set(&k.recording.draft, "Reden", reason);
	recording_ready(&k.recording, "--close");
	if (draft_value(&k.recording.draft, "Nazorg") != NULL)
		need_later(c, "--nazorg", draft_value(&k.recording.draft, "Nazorg"));
	status = filter_run(c, close_dossier, &k);
	recording_release(&k.recording);
	state_release(&k.now);
	return status;
}

static int
run_move(struct call *c, struct move *m, const char *to)
{
	char day[DATE_SIZE];
	int status;

	call_all_used(c, m->reopen ? "--reopen" : NULL);
	m->call = c;
	if (to != NULL)
		m->to = need_phase(c, to);
	if (m->target != NULL)
		need_later(c, "--streefdatum", m->target);
	if (call_op(c) > c->today)
		problems_add(&m->problems, PROBLEM_WARNING, "future", NULL, 0, "Op", _("%s is after today"),
		    date_format(call_op(c), day));
	message_problems(&m->problems);
	status = filter_run(c, move_dossier, m);
	move_release(m);
	return status;
}

int
main(int argc, char **argv)
{
	struct call c;
	struct move m = { 0 };
	const char *to = NULL, *close = NULL, *view;
	bool check = false, ask = false, move;
	int key;

	call_begin(&c, &command, argc, argv);
	while ((key = call_next(&c)) != -1)
		switch (key) {
		case KEY_TO: to = c.value; break;
		case KEY_REDEN: m.reason = need_text("--reden", c.value); break;
		case KEY_OVERRIDE: m.override = true; break;
		case KEY_STREEFDATUM: m.target = c.value; break;
		case KEY_CHECK: check = true; break;
		case KEY_ASK: ask = true; break;
		case KEY_CLOSE: close = c.value; break;
		case KEY_REOPEN: m.reopen = true; break;
		}
	view = check ? "--check" : "--ask";
	move = to != NULL || m.override || m.target != NULL || m.reason != NULL;
	not_both(check, "--check", ask, "--ask");
	not_both(check || ask, view, close != NULL, "--close");
	not_both(check || ask, view, m.reopen, "--reopen");
	not_both(check || ask, view, move || c.nfields > 0, _("an option that records"));
	not_both(close != NULL, "--close", m.reopen, "--reopen");
	not_both(to != NULL, "--to", close != NULL, "--close");
	not_both(m.reason != NULL, "--reden", close != NULL, "--close");
	not_both(m.target != NULL, "--streefdatum", close != NULL, "--close");
	not_both(m.override, "--override", close != NULL, "--close");
	not_both(m.override, "--override", m.reopen, "--reopen");
	if (m.override && m.reason == NULL)
		message_usage(_("--override asks for --reden"));
	if (c.format != NULL && !check && !ask)
		message_usage(_("-T has no effect without --check or --ask"));
	call_ready(&c);
	if (check || ask) {
		call_records_nothing(&c);
		return call_end(&c, check ? show_check(&c) : show_questions(&c));
	}
	return call_end(&c, close != NULL ? run_close(&c, close) : run_move(&c, &m, to));
}

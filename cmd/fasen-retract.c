/* SPDX-License-Identifier: ISC */
#include <string.h>

#include "filter.h"
#include "handle.h"
#include "message.h"
#include "record_one.h"

enum { KEY_LAST = 256, KEY_REDEN };

static const struct command_option options[] = {
	{ "last", no_argument, KEY_LAST, NULL,
	    N_("the record that stands last, the first and retractions aside") },
	{ "reden", required_argument, KEY_REDEN, "TEXT", N_("why it should not stand") },
	{ NULL, 0, 0, NULL, NULL }
};

static const char *const usage[] = {
	"HANDLE --reden=TEXT [OPTION...] [FILE...]",
	"--last --reden=TEXT [OPTION...] [FILE...]",
	NULL
};

static const enum kind own_kinds[] = { KIND_INTREKKING, KINDS };

static const struct command command = {
	.name = "fasen-retract",
	.usage = usage,
	.about = N_("Takes back a record that should not stand: it counts as never recorded. "
	    "fasen-show --handles shows handles."),
	.options = options,
	.own_kinds = own_kinds,
	.filter = true,
	.is_term = handle_is,
};

struct retract {
	struct record_one recording;
	const char *handle;		/* NULL: the last */
	bool found;			/* one of the dossiers has it */
};

static int
refuse(struct record_one *r, const struct dossier *d, long line, const char *why)
{
	problems_add(&r->problems, PROBLEM_ERROR, "retract", d->file, line, NULL, "%s: %s", d->id,
	    why);
	message_problems(&r->problems);
	return FILTER_ATTENTION;
}

/* The last in place before i that is neither the first nor itself a retraction; 0 = none. */
static size_t
last_before(const struct dossier *d, size_t i)
{
	i--;
	while (i > 0 && d->records[i].kind == KIND_INTREKKING)
		i--;
	return i;
}

/* The line of the retraction that counts and takes it back. */
static long
taken_by(const struct fold *s, size_t of)
{
	const struct dossier *d = s->dossier;

	for (size_t i = 0; i < d->nretractions; i++)
		if (d->retractions[i].of == of && !s->taken[d->retractions[i].by])
			return d->records[d->retractions[i].by].line;
	return 0;
}

/* The last one of a dossier that took over another is none that can be taken back. */
static void
say_before(struct retract *a, const struct dossier *d, const struct handles *handles, size_t of)
{
	struct record_one *r = &a->recording;
	char handle[HANDLE_SIZE];

	do
		of = last_before(d, of);
	while (of > 0 && fold_taken(&r->state, &d->records[of]));
	if (of > 0)
		problems_add(&r->problems, PROBLEM_WARNING, "retract", d->file,
		    d->records[of].line, NULL, _("%s: the record before it; fasen-retract %s takes "
		    "it back"), d->id, handles_of(handles, of, handle));
	message_problems(&r->problems);
}

static int
take_back(struct retract *a, struct dossier *d, const struct handles *handles, size_t of)
{
	struct record_one *r = &a->recording;
	const struct record *record = &d->records[of];
	char handle[HANDLE_SIZE];
	struct text why = { 0 };
	int answer;

	if (of == 0)
		return refuse(r, d, record->line, a->handle != NULL ?
		    _("the first record of a dossier cannot be taken back") :
		    _("there is nothing to take back yet: the first record stays"));
	if (fold_taken(&r->state, record)) {
		text_addf(&why, _("this record is taken back already, by the one on line %ld"),
		    taken_by(&r->state, of));
		answer = refuse(r, d, record->line, text_string(&why));
		text_release(&why);
		return answer;
	}
	draft_put(&r->draft, INTREKKING_WAT, handles_of(handles, of, handle));
	draft_put(&r->draft, INTREKKING_SOORT, record->name);
	answer = record_one_append(r, d);
	if (answer == FILTER_ATTENTION && a->handle == NULL && record->kind == KIND_CLIENT &&
	    record_at(record, CLIENT_VERVANGT) != NULL)
		say_before(a, d, handles, of);
	return answer;
}

static int
retract(struct dossier *d, void *context)
{
	struct retract *a = context;
	struct handles handles;
	size_t of;
	int answer = 0;

	if (!record_one_fold(&a->recording, d))
		return FILTER_ATTENTION;
	handles_read(&handles, d);
	of = a->handle != NULL ? handles_find(&handles, a->handle) : last_before(d, d->n);
	if (of != (size_t)-1) {
		a->found = true;
		answer = take_back(a, d, &handles, of);
	}
	handles_release(&handles);
	return answer;
}

static int
run(struct cmdline *c, bool last, const char *reason)
{
	struct retract a = { .handle = last ? NULL : c->terms[0] };
	struct record_one *r = &a.recording;
	int status;

	record_one_begin(r, c, KIND_INTREKKING);
	/* What each dossier gives. */
	draft_put(&r->draft, INTREKKING_WAT, "0");
	draft_put(&r->draft, INTREKKING_SOORT, "0");
	draft_put(&r->draft, INTREKKING_REDEN, reason);
	record_one_ready(r, command.name);
	status = filter_run(FILTER_PASS, c, retract, &a, NULL);
	if (!last && !a.found && status < 2) {
		message(_("no dossier that was read has a record %s; "
		    "--handles of fasen-show shows what there is"), a.handle);
		status = 1;
	}
	record_one_release(r);
	return status;
}

int
main(int argc, char **argv)
{
	struct cmdline c;
	const char *reason = NULL;
	bool last = false;
	int key;

	cmdline_begin(&c, &command, argc, argv);
	while ((key = cmdline_next(&c)) != -1)
		if (key == KEY_LAST)
			last = true;
		else
			reason = c.value;
	cmdline_ready(&c);
	if (last ? c.nterms > 0 : c.nterms != 1)
		message_usage(_("expected one handle, or --last; "
		    "--handles of fasen-show shows handles"));
	if (reason == NULL || reason[strspn(reason, " \t\n")] == '\0' ||
	    !rec_writable(reason, strlen(reason)))
		message_usage(_("--reden: expected why, as UTF-8 text "
		    "without a line that ends in CR"));
	return cmdline_end(&c, run(&c, last, reason));
}

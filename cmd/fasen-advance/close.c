/* SPDX-License-Identifier: ISC */
#include "advance.h"

#include <string.h>

#include "form.h"
#include "form_read.h"
#include "message.h"
#include "record_one.h"

/* Whether the dossier can be closed on that day. */
static bool
closable(const struct fold *now, date on, struct problems *problems)
{
	const struct dossier *d = now->dossier;

	if (!fold_closed(now))
		return move_day_fits(now, on, problems);
	problems_add(problems, PROBLEM_ERROR, "closed", d->file, move_line(now), NULL,
	    _("%s: the dossier is closed already"), d->id);
	return false;
}

struct closing {
	struct record_one recording;
	struct batch batch;
	struct fold now;
};

static int
close_dossier(struct dossier *d, void *context)
{
	struct closing *k = context;
	struct record_one *r = &k->recording;

	if (!fold_day(&k->now, d, r->call->model, DATE_LAST, DATE_LAST))
		return FILTER_ATTENTION;
	if (closable(&k->now, cmdline_op(r->call), &r->problems))
		return record_one_append(r, d);
	if (fold_closed(&k->now))
		return batch_closed(&k->batch, r->call, &r->problems);
	message_problems(&r->problems);
	return FILTER_ATTENTION;
}

int
run_close(struct cmdline *c, const char *reason)
{
	struct closing k = { 0 };
	int status;

	record_one_begin(&k.recording, c, KIND_UITSTROOM);
	draft_put(&k.recording.draft, UITSTROOM_REDEN, reason);
	record_one_ready(&k.recording, "--close");
	status = batch_run(&k.batch, c, close_dossier, &k);
	record_one_release(&k.recording);
	fold_release(&k.now);
	return status;
}

static const enum kind form_kinds[] = { KIND_UITSTROOM, KINDS };

static void
lay_out(struct form *f, enum kind kind)
{
	form_records(f, kind == KINDS ? form_kinds[0] : kind);
}

int
run_form(const struct cmdline *c, const char *kind)
{
	return form_run(c, form_kinds, kind, lay_out);
}

static bool
allow(const struct draft *d, const struct fold *now, struct problems *problems)
{
	return closable(now, date_parse(draft_text(d, SLOT_OP)), problems);
}

int
run_fill(struct cmdline *c, const char *path)
{
	return form_reader_from(c, form_kinds, path, NULL, allow);
}

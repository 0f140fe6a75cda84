/* SPDX-License-Identifier: ISC */
#include "plan.h"

#include <string.h>

#include "filter.h"
#include "message.h"
#include "nearest.h"
#include "numbering.h"
#include "record_one.h"
#include "shown.h"

struct plan {
	struct record_one recording;
	bool number;		/* the command gives the id */
	bool given;		/* an id was asked for by option */
};

int
plan_append(struct record_one *r, struct dossier *d)
{
	int answer = record_one_append(r, d);

	if (answer == 0) {
		plan_signals(&r->draft, &r->state, d->file, d->line, &r->problems);
		message_problems(&r->problems);
	}
	return answer;
}

/* The id of the goal or action: the next one, or the one asked for when nothing ever had it. */
static bool
give_id(struct plan *p, const struct dossier *d)
{
	struct record_one *r = &p->recording;
	const struct schema_field *key = schema_key(r->draft.spec);
	struct text next = { 0 };
	bool good = true;

	if (r->draft.kind == KIND_DOEL)
		number_goal(d, &next);
	else
		number_action(d, draft_text(&r->draft, WERKPUNT_DOEL), &next);
	if (!p->given)
		draft_put(&r->draft, key->slot, text_string(&next));
	else if (number_taken(d, draft_text(&r->draft, key->slot))) {
		problems_add(&r->problems, PROBLEM_ERROR, "taken", d->file, d->line, key->name,
		    _("\"%s\" was used before and is never used again; leave it out, or use %s"),
		    shown_or_dots(draft_text(&r->draft, key->slot)),
		    shown_or_dots(text_string(&next)));
		message_problems(&r->problems);
		good = false;
	}
	text_release(&next);
	return good;
}

static int
act(struct dossier *d, void *context)
{
	struct plan *p = context;

	if (p->recording.refused)
		return FILTER_ATTENTION;
	if (p->number && !give_id(p, d))
		return FILTER_ATTENTION;
	return plan_append(&p->recording, d);
}

static void
need(const struct draft *d, enum slot slot, const char *verb)
{
	const char *value = draft_text(d, slot);

	if (value == NULL || value[0] == '\0')
		message_usage(_("%s: %s is missing; expected it as an option"), verb,
		    schema_slot(d->spec, slot)->name);
}

static void
status_of_one(const struct draft *d)
{
	bool goal = draft_text(d, STAND_DOEL) != NULL,
	    action = draft_text(d, STAND_WERKPUNT) != NULL;

	if (goal == action)
		message_usage(_("--status asks for --doel or --werkpunt, one of them"));
}

static bool
given(const struct cmdline *c, const char *field)
{
	for (size_t i = 0; i < c->nfields; i++)
		if (strcmp(c->fields[i].option, field) == 0)
			return true;
	return false;
}

static int
record(struct cmdline *c)
{
	const struct cmdline_verb *v = &c->verb;
	struct plan p = { 0 };
	struct record_one *r = &p.recording;
	const struct schema_field *key, *f;
	int status;

	cmdline_text(v->option, v->value);
	record_one_begin(r, c, v->row->kind);
	key = schema_key(r->draft.spec);
	draft_put(&r->draft, v->row->slot, v->value);
	if (v->key == PLAN_AGREE || v->key == PLAN_REFUSE)
		draft_put(&r->draft, AKKOORD_AKKOORD, schema_yes(v->key == PLAN_AGREE));
	p.number = key != NULL;
	p.given = p.number && given(c, key->name);
	if (p.number && !p.given)
		draft_put(&r->draft, key->slot, "d");	/* in place of the id that each dossier
							   gives */
	record_one_ready(r, v->option);
	for (f = schema_next(r->draft.spec, NULL); p.number && f != NULL;
	    f = schema_next(r->draft.spec, f))
		if (f->flags & FIELD_REQUIRED)
			need(&r->draft, f->slot, v->option);
	if (v->key == PLAN_STATUS)
		status_of_one(&r->draft);
	status = filter_run(FILTER_PASS, c, act, &p, NULL);
	record_one_release(r);
	return status;
}

/* A kind that the model declares, as it is typed; another exits with 2. */
static const struct schema_kind *
own_kind(const char *name)
{
	const struct schema_kind *k = schema_kind_named(name);
	struct text kinds = { 0 };
	struct nearest near;

	if (k != NULL && k->id >= KIND_OWN)
		return k;
	nearest_begin(&near, name);
	for (enum kind own = KIND_OWN; own <= KIND_OWN_LAST; own++)
		if (schema_kinds[own].name != NULL) {
			text_addf(&kinds, "%s%s", kinds.len > 0 ? " " : "", schema_kinds[own].name);
			nearest_offer(&near, schema_kinds[own].name);
		}
	if (kinds.len == 0)
		message_usage(_("--record: the model declares no kinds"));
	if (near.best != NULL)
		message_usage(_("--record: \"%s\" is no kind of the model; did you mean %s?"),
		    shown_or_dots(name), near.best);
	message_usage(_("--record: \"%s\" is no kind of the model; expected one of %s"),
	    shown_or_dots(name), text_string(&kinds));
}

static int
record_own(struct cmdline *c)
{
	const struct cmdline_verb *v = &c->verb;
	struct plan p = { 0 };
	struct record_one *r = &p.recording;
	int status;

	cmdline_text(v->option, v->value);
	record_one_begin(r, c, own_kind(v->value)->id);
	record_one_ready(r, v->option);
	if (schema_key(r->draft.spec) != NULL)
		need(&r->draft, schema_key(r->draft.spec)->slot, v->option);
	status = filter_run(FILTER_PASS, c, act, &p, NULL);
	record_one_release(r);
	return status;
}

int
plan_record(struct cmdline *c)
{
	switch (c->verb.key) {
	case PLAN_AMEND: return plan_amend(c);
	case PLAN_RECORD: return record_own(c);
	}
	return record(c);
}

/* SPDX-License-Identifier: ISC */
#include "plan.h"

#include <string.h>

#include "filter.h"
#include "handle.h"
#include "keys.h"
#include "message.h"
#include "shown.h"
#include "validity.h"

struct amending {
	struct record_one recording;
	const char *id;
};

/* The field of a goal or an action that the option changes; NULL for a key and for another's. */
static const struct schema_field *
amendable(enum kind kind, const char *name)
{
	const struct schema_field *f = schema_field_named(&schema_kinds[kind], name);

	return f == NULL || f->flags & FIELD_KEY ? NULL : f;
}

static void
refuse(struct record_one *r, const struct dossier *d, const char *field, const struct text *why)
{
	problems_add(&r->problems, PROBLEM_ERROR, "amend", d->file, d->line, field, "%s",
	    text_string(why));
}

/*
 * KIND_DOEL or KIND_WERKPUNT; KIND_OTHER, with the reason said, when the dossier has none of that
 * id.
 */
static enum kind
kind_of(struct record_one *r, const struct dossier *d, const char *id)
{
	static const enum kind kinds[] = { KIND_DOEL, KIND_WERKPUNT, KINDS };
	struct text why = { 0 };

	for (size_t k = 0; kinds[k] != KINDS; k++)
		if (fold_keyed(&r->state, kinds[k], id) != NULL)
			return kinds[k];
	text_addf(&why, _("the dossier has no goal or action \"%s\""), shown_or_dots(id));
	keys_say(&r->state, kinds, id, &why);
	refuse(r, d, NULL, &why);
	text_release(&why);
	return KIND_OTHER;
}

/* The fields from options; false when the kind lacks one. */
static bool
take_fields(struct record_one *r, const struct dossier *d, const char *id)
{
	bool good = true;

	for (size_t i = 0; i < r->call->nfields; i++) {
		const char *name = r->call->fields[i].option;
		const struct schema_field *f = amendable(r->draft.kind, name);
		struct text why = { 0 };

		if (f == NULL) {
			text_addf(&why, _("%s is a %s, which has no such field to change"),
			    shown_or_dots(id), r->draft.kind_name);
			refuse(r, d, name, &why);
			good = false;
		} else if (f->flags & FIELD_REPEATS)
			draft_more(&r->draft, f->slot, cmdline_value(r->call, f, i));
		else
			draft_put(&r->draft, f->slot, cmdline_value(r->call, f, i));
		text_release(&why);
	}
	return good;
}

static int
amend(struct dossier *d, void *context)
{
	struct amending *a = context;
	struct record_one *r = &a->recording;
	enum kind kind = record_one_fold(r, d) ? kind_of(r, d, a->id) : KIND_OTHER;
	bool good = kind != KIND_OTHER;

	if (good) {
		draft_release(&r->draft);
		draft_of(&r->draft, kind);
		draft_put(&r->draft, schema_key(r->draft.spec)->slot, a->id);
		good = take_fields(r, d, a->id);
		record_one_sign(r->call, &r->draft);
	}
	message_problems(&r->problems);
	return good ? plan_append(r, d) : FILTER_ATTENTION;
}

/* What can be said of the fields before any dossier is read. */
static void
check_fields(struct cmdline *c, const char *verb)
{
	for (size_t i = 0; i < c->nfields; i++) {
		const char *name = c->fields[i].option;
		const struct schema_field *f = amendable(KIND_DOEL, name);
		const char *value;
		struct text why = { 0 };

		if (f == NULL)
			f = amendable(KIND_WERKPUNT, name);
		if (f == NULL)
			continue;
		value = cmdline_value(c, f, i);
		/* What the model refuses, each dossier is refused for. */
		if (!(f->flags & FIELD_OF_MODEL) && !valid_value(f, value, &why))
			message_usage("%s: %s: %s", verb, f->name, text_string(&why));
	}
	cmdline_all_used(c, verb);
	if (c->nfields == 0)
		message_usage(_("%s asks for at least one field to change, such as --streefdatum"),
		    verb);
}

/* A kind whose records all stand, by its name or, of an agreement, by what it is on; or NULL. */
static const struct schema_kind *
event_named(const char *word)
{
	const struct schema_kind *k = schema_kind_named(word);
	const struct schema_field *on = schema_slot(&schema_kinds[KIND_AKKOORD], AKKOORD_WAAROP);

	if (k == NULL && schema_code(on, word))
		k = &schema_kinds[KIND_AKKOORD];
	return k == NULL || k->amends ? NULL : k;
}

/* What is no id is refused before any dossier is read, and without showing it: it may be a text. */
static void
check_id(const struct cmdline_verb *v)
{
	const struct schema_kind *event = event_named(v->value);
	struct text why = { 0 };

	if (event != NULL || handle_is(v->value))
		message_usage(_("%s changes a goal or an action; a record of kind %s that is "
		    "wrong is taken back by fasen-retract, and recorded anew"), v->option,
		    event != NULL ? event->name : _("akkoord, evaluatie or notitie"));
	if (!valid_value(schema_key(&schema_kinds[KIND_DOEL]), v->value, &why))
		message_usage("%s: %s", v->option, text_string(&why));
}

int
plan_amend(struct cmdline *c)
{
	const struct cmdline_verb *v = &c->verb;
	struct amending a = { .id = v->value };
	int status;

	cmdline_text(v->option, v->value);
	check_id(v);
	check_fields(c, v->option);
	record_one_begin(&a.recording, c, KIND_DOEL);
	status = filter_run(FILTER_PASS, c, amend, &a, NULL);
	record_one_release(&a.recording);
	return status;
}

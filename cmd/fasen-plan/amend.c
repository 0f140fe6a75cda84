#include "plan.h"

#include <string.h>

#include "filter.h"
#include "message.h"
#include "nearest.h"
#include "validity.h"

struct amending {
	struct recording recording;
	const char *id;
};

/* The field of a goal or an action that the option changes; NULL for a key and for another's. */
static const struct schema_field *
amendable(const char *kind, const char *name)
{
	const struct schema_field *f = schema_field(schema_kind(kind), name);

	return f == NULL || f->flags & FIELD_KEY ? NULL : f;
}

static void
refuse(struct recording *r, const struct dossier *d, const char *field, const struct text *why)
{
	problems_add(&r->problems, PROBLEM_ERROR, "amend", d->file, d->line, field, "%s", text_string(why));
}

static const char *
kind_of(struct recording *r, const struct dossier *d, const char *id)
{
	static const char *const kinds[] = { "doel", "werkpunt" };
	const struct entry *e;
	struct nearest near;
	struct text why = { 0 };
	size_t n = 0;

	nearest_begin(&near, id);
	text_addf(&why, _("the dossier has no goal or action \"%s\""), id);
	for (size_t k = 0; k < 2; k++)
		for (size_t i = 0; (e = state_next(&r->state, kinds[k], &i)) != NULL; ) {
			if (strcmp(e->key, id) == 0) {
				text_release(&why);
				return kinds[k];
			}
			text_addf(&why, "%s%s", n == 0 ? _("; expected one of ") : " ", e->key);
			n++;
			nearest_offer(&near, e->key);
		}
	if (n == 0)
		text_adds(&why, _("; it has none yet"));
	else if (near.best != NULL)
		text_addf(&why, _("; did you mean \"%s\"?"), near.best);
	refuse(r, d, NULL, &why);
	text_release(&why);
	return NULL;
}

/* The fields from options; false when the kind lacks one. */
static bool
take_fields(struct recording *r, const struct dossier *d, const char *id)
{
	const char *kind = r->draft.kind_name;
	bool good = true;

	for (size_t i = 0; i < r->call->nfields; i++) {
		const char *name = r->call->fields[i].option, *value = r->call->fields[i].value;
		const struct schema_field *f = amendable(kind, name);
		struct text why = { 0 };

		if (f == NULL) {
			text_addf(&why, _("%s is a %s, which has no such field to change"), id, kind);
			refuse(r, d, name, &why);
			good = false;
		} else if (f->flags & FIELD_REPEATS)
			draft_add(&r->draft, name, value);
		else
			draft_set(&r->draft, name, value);
		text_release(&why);
	}
	return good;
}

static int
amend(struct dossier *d, void *context)
{
	struct amending *a = context;
	struct recording *r = &a->recording;
	const char *kind = recording_fold(r, d) ? kind_of(r, d, a->id) : NULL;
	bool good = kind != NULL;

	if (good) {
		draft_release(&r->draft);
		draft_begin(&r->draft, kind);
		draft_set(&r->draft, schema_key(r->draft.kind)->name, a->id);
		good = take_fields(r, d, a->id);
		recording_sign(r->call, &r->draft);
	}
	message_problems(&r->problems);
	return good ? plan_append(r, d) : FILTER_ATTENTION;
}

/* What can be said of the fields before any dossier is read. */
static void
check_fields(struct call *c, const char *verb)
{
	for (size_t i = 0; i < c->nfields; i++) {
		struct call_field *field = &c->fields[i];
		const struct schema_field *f = amendable("doel", field->option);
		struct text why = { 0 };

		if (f == NULL)
			f = amendable("werkpunt", field->option);
		field->used = f != NULL;
		if (f != NULL && !valid_value(f, field->value, &why))
			message_usage("%s: %s: %s", verb, f->name, text_string(&why));
	}
	call_all_used(c, verb);
	if (c->nfields == 0)
		message_usage(_("%s asks for at least one field to change, such as --streefdatum"), verb);
}

/* What is no id is refused before any dossier is read, and without showing it: it may be a text. */
static void
check_id(const struct verb *v)
{
	struct text why = { 0 };

	if (!valid_value(schema_key(schema_kind("doel")), v->value, &why))
		message_usage("%s: %s", v->option, text_string(&why));
}

int
plan_amend(struct call *c, const struct verb *v)
{
	struct amending a = { .id = v->value };
	int status;

	verb_text(v);
	check_id(v);
	check_fields(c, v->option);
	recording_begin(&a.recording, c, "doel");
	status = filter_run(c, amend, &a);
	recording_release(&a.recording);
	return status;
}

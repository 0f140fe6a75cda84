/* SPDX-License-Identifier: ISC */
#include "record_one.h"

#include <string.h>

#include "appended.h"
#include "filter.h"
#include "message.h"

void
record_one_begin(struct record_one *r, struct cmdline *c, enum kind kind)
{
	memset(r, 0, sizeof *r);
	r->call = c;
	draft_of(&r->draft, kind);
}

void
record_one_sign(const struct cmdline *c, struct draft *d)
{
	char to[DATE_SIZE];
	date op = cmdline_op(c);

	if (draft_text(d, SLOT_OP) == NULL)
		draft_put(d, SLOT_OP, date_format(op, to));
	else
		op = date_parse(draft_text(d, SLOT_OP));
	if (draft_text(d, SLOT_DOOR) == NULL)
		draft_put(d, SLOT_DOOR, c->by);
	if (op != c->today && draft_text(d, SLOT_VASTGELEGD) == NULL)
		draft_put(d, SLOT_VASTGELEGD, date_format(c->today, to));
}

void
record_one_scale(const struct cmdline *c, struct draft *d)
{
	const char *score = d->kind == KIND_LEEFGEBIED ? draft_text(d, LEEFGEBIED_SCORE) : NULL;

	if (score != NULL && score[0] != '\0' && draft_text(d, LEEFGEBIED_SCHAAL) == NULL &&
	    c->model->nscales > 0)
		draft_put(d, LEEFGEBIED_SCHAAL, c->model->scales[0].code);
}

/* Whether the verb itself gave the field, before any option did. */
static bool
of_verb(const struct record_one *r, size_t nverb, enum slot slot)
{
	for (size_t i = 0; i < nverb; i++)
		if (r->draft.fields[i].slot == slot)
			return true;
	return false;
}

static void
take_fields(struct record_one *r, const char *verb)
{
	struct cmdline *c = r->call;
	size_t i, nverb = r->draft.n;

	for (i = 0; i < c->nfields; i++) {
		const struct schema_field *f = schema_field_named(r->draft.spec,
		    c->fields[i].option);
		const char *value;

		if (f == NULL)
			continue;
		value = cmdline_value(c, f, i);
		if (of_verb(r, nverb, f->slot))
			message_usage(_("%s gives %s already; expected it once"), verb, f->name);
		if (!r->draft.spec->amends && value[0] == '\0')
			message_usage(
			    _("%s: %s is empty; expected a value, for %s has nothing to clear"),
			    verb, f->name, r->draft.kind_name);
		if (f->flags & FIELD_REPEATS)
			draft_more(&r->draft, f->slot, value);
		else
			draft_put(&r->draft, f->slot, value);
	}
}

/* Whether it is the model that refuses: what it has not, or what it says that a field holds. */
static bool
of_model(const struct problem *p, const struct schema_kind *kind)
{
	const struct schema_field *f = p->field == NULL ? NULL : schema_field(kind, p->field);

	return strcmp(p->code, "reference") == 0 || strcmp(p->code, "score") == 0 ||
	    (strcmp(p->code, "value") == 0 && f != NULL && f->flags & FIELD_OF_MODEL);
}

int
record_one_fault(const struct problems *problems, const struct schema_kind *kind)
{
	int fault = 0;

	for (size_t i = 0; i < problems->n && fault < 2; i++)
		if (problems->at[i].severity == PROBLEM_ERROR)
			fault = of_model(&problems->at[i], kind) ? 1 : 2;
	return fault;
}

void
record_one_ready(struct record_one *r, const char *verb)
{
	int fault;

	take_fields(r, verb);
	cmdline_all_used(r->call, verb);
	record_one_sign(r->call, &r->draft);
	record_one_scale(r->call, &r->draft);
	appended_draft(&r->draft, r->call->model, &r->problems);
	fault = record_one_fault(&r->problems, r->draft.spec);
	r->refused = fault > 0;
	message_problems(&r->problems);
	if (fault == 2)
		message_usage(_("%s: nothing was read or recorded"), verb);
}

bool
record_one_fold(struct record_one *r, const struct dossier *d)
{
	return fold_day(&r->state, d, r->call->model, DATE_LAST, DATE_LAST);
}

static bool
equal(const struct problem *p, const struct problem *q)
{
	const char *a = p->field == NULL ? "" : p->field, *b = q->field == NULL ? "" : q->field;

	return strcmp(p->text, q->text) == 0 && strcmp(a, b) == 0;
}

/*
 * Says what was found. The lines of an appended record are not there yet: the dossier's first
 * stands for them, and of several records one is enough. Of what is refused only why.
 */
static void
say(struct problems *found, const struct dossier *d, bool good)
{
	struct problems said = { 0 };

	for (size_t i = 0; i < found->n; i++) {
		struct problem *p = &found->at[i];
		bool again = false;

		if (!good && p->severity != PROBLEM_ERROR)
			continue;
		if (dossier_appended_at(d, p->line) != (size_t)-1) {
			size_t j = said.n;

			p->line = d->line;
			for (; j > 0 && said.at[j - 1].line == d->line && !again; j--)
				again = equal(&said.at[j - 1], p);
		}
		if (!again)
			problems_add(&said, p->severity, p->code, d->file, p->line, p->field, "%s",
			    p->text);
	}
	problems_clear(found);
	message_problems(&said);
	problems_release(&said);
}

bool
record_one_judge(const struct cmdline *c, const struct dossier *d, bool closed, struct fold *s,
    struct problems *found)
{
	bool good = appended_judge(d, c->model, c->today, s, found), others = false;

	for (size_t i = 0; i < found->n; i++) {
		const struct problem *p = &found->at[i];

		closed = closed && strcmp(p->code, "after-closing") != 0;
		others = others || (p->severity == PROBLEM_ERROR &&
		    dossier_appended_at(d, p->line) == (size_t)-1);
	}
	if (others)
		problems_add(found, PROBLEM_ERROR, "refused", d->file, d->line, NULL,
		    _("nothing is recorded, for it would make other records of %s wrong"), d->id);
	if (good && closed && fold_closed(s))
		problems_add(found, PROBLEM_WARNING, "closed", d->file, d->line, NULL,
		    _("the dossier of %s is closed; recorded all the same"), d->id);
	return good;
}

int
record_one_settle(const struct cmdline *c, struct dossier *d, bool closed, struct fold *s)
{
	struct problems found = { 0 };
	bool good = record_one_judge(c, d, closed, s, &found);

	say(&found, d, good);
	problems_release(&found);
	if (!good)
		dossier_undo(d, 0);
	return good ? 0 : FILTER_ATTENTION;
}

int
record_one_append(struct record_one *r, struct dossier *d)
{
	/*
	 * Only what may end a trajectory can close a dossier: else it was as closed as it is then.
	 */
	bool ends = r->draft.kind == KIND_UITSTROOM || r->draft.kind == KIND_INTAKE ||
	    r->draft.kind == KIND_INTREKKING, closed;

	if (r->refused || !(ends ? record_one_fold(r, d) :
	    fold_registered(d, DATE_LAST)))
		return FILTER_ATTENTION;
	closed = !ends || fold_closed(&r->state);
	dossier_append(d, &r->draft);
	return record_one_settle(r->call, d, closed, &r->state);
}

void
record_one_release(struct record_one *r)
{
	draft_release(&r->draft);
	fold_release(&r->state);
	problems_release(&r->problems);
}

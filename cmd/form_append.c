/* SPDX-License-Identifier: ISC */
#include "form_read.h"

#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "filter.h"
#include "form_changes.h"
#include "message.h"
#include "numbering.h"
#include "record_one.h"
#include "shown.h"

/* Where a problem's field stands in the form, rather than its record. */
static void
point_at_fields(struct form_reader *f, size_t from, const struct record *r)
{
	for (size_t i = from; i < f->problems.n; i++) {
		struct problem *p = &f->problems.at[i];
		const struct field *field = p->field == NULL ? NULL : record_field(r, p->field);

		if (field != NULL)
			p->line = field->line;
	}
}

/* The same of what was said of the dossier as a whole. */
static void
point_at_form(struct form_reader *f, size_t from, const struct record *r, long whole)
{
	for (size_t i = from; i < f->problems.n; i++) {
		struct problem *p = &f->problems.at[i];
		const struct field *field = p->field == NULL || p->line != whole ? NULL :
		    record_field(r, p->field);

		if (field == NULL)
			continue;
		p->file = f->file;
		p->line = field->line;
	}
}

/* What the client filled in says so; who read it back is somebody else. */
static void
sign(const struct form_reader *f, const struct record *r, struct draft *d)
{
	const char *by = record_text(r, SLOT_DOOR);

	if (*by != '\0')
		draft_put(d, SLOT_DOOR, by);
	record_one_sign(f->call, d);
}

/*
 * Whether the record is one of that client that no dossier got yet; an empty Client is that of
 * whatever dossier comes.
 */
static bool
is_of(const struct form_reader_record *r, const char *id)
{
	return !r->done && (r->client[0] == '\0' || strcmp(r->client, id) == 0);
}

/*
 * Whether the form names the id for this client further on, where somebody chose it for a goal or
 * action to come.
 */
static bool
named_ahead(const struct form_reader *f, const char *client, const char *id)
{
	for (size_t i = 0; i < f->n; i++)
		for (size_t j = 0; is_of(&f->records[i], client) && j < f->records[i].record.n;
		    j++) {
			const struct field *field = &f->records[i].record.fields[j];

			if (f->records[i].record.kind != KIND_CLIENT && field->spec != NULL &&
			    field->spec->type == FIELD_ID && strcmp(field->value, id) == 0)
				return true;
		}
	return false;
}

/* Sees to it that a new goal or action has an id, and one that was never used. */
static bool
number(struct form_reader *f, const struct dossier *dossier, struct draft *d, enum slot key,
    const struct record *r)
{
	const char *given = draft_text(d, key);
	struct text id = { 0 };
	bool good = true;

	if (d->kind == KIND_DOEL)
		number_goal(dossier, &id);
	else
		number_action(dossier, draft_text(d, WERKPUNT_DOEL), &id);
	while (named_ahead(f, dossier->id, text_string(&id)))
		number_raise(&id);
	if (given == NULL)
		draft_put(d, key, text_string(&id));
	else if (number_taken(dossier, given)) {
		problems_add(&f->problems, PROBLEM_ERROR, "taken", f->file, record_at(r, key)->line,
		    schema_name(d->kind, key),
		    _("\"%s\" was used before and is never used again; leave it empty, or use %s"),
		    shown_or_dots(given), shown_or_dots(text_string(&id)));
		good = false;
	}
	text_release(&id);
	return good;
}

static void
append(struct form_reader *f, struct dossier *dossier, struct draft *d, const struct record *r)
{
	dossier_append(dossier, d);
	fold_day(&f->state, dossier, f->call->model, DATE_LAST, DATE_LAST);
	f->appended = alloc_room(f->appended, &f->appended_cap, f->nappended + 1,
	    sizeof *f->appended);
	f->appended[f->nappended].draft = *d;
	f->appended[f->nappended++].record = r;
	draft_of(d, d->kind);
}

/* The n-th of its fields of that name that is filled in, or NULL. */
static const struct field *
filled_field(const struct record *r, const char *name, size_t n)
{
	for (size_t i = 0; i < r->n; i++)
		if (strcmp(r->fields[i].name, name) == 0 && r->fields[i].value[0] != '\0' &&
		    n-- == 0)
			return &r->fields[i];
	return NULL;
}

/* The line of the form from which the field with the problem came, else that of its record. */
static long
form_line(const struct record *appended, const struct problem *p, const struct record *form)
{
	const struct field *field;
	size_t n = 0;

	if (p->field == NULL)
		return form->line;
	for (size_t j = 0; j < appended->n && appended->fields[j].line < p->line; j++)
		n += strcmp(appended->fields[j].name, p->field) == 0;
	field = filled_field(form, p->field, n);
	if (field == NULL)
		field = record_field(form, p->field);
	return field != NULL ? field->line : form->line;
}

/* Takes what was found, each where it stands. Of what is refused only why is said. */
static void
take_found(struct form_reader *f, const struct dossier *d, struct problems *found, bool good)
{
	for (size_t i = 0; i < found->n; i++) {
		const struct problem *p = &found->at[i];
		size_t at = dossier_appended_at(d, p->line);

		if (!good && p->severity != PROBLEM_ERROR)
			continue;
		if (at == (size_t)-1) {
			problems_add(&f->problems, p->severity, p->code, p->file, p->line, p->field,
			    "%s", p->text);
			continue;
		}
		problems_add(&f->problems, p->severity, p->code, f->file,
		    form_line(&d->records[d->read + at], p, f->appended[at].record), p->field, "%s",
		    p->text);
	}
	problems_release(found);
}

/* Judges what was appended, and remarks on it. Returns whether it stands: all of it, or nothing. */
static bool
settle(struct form_reader *f, struct dossier *d, bool good, bool closed)
{
	struct problems found = { 0 };

	if (d->n > d->read) {
		good = record_one_judge(f->call, d, closed, &f->state, &found) && good;
		take_found(f, d, &found, good);
	}
	for (size_t i = 0; i < f->nappended; i++) {
		struct form_reader_draft *a = &f->appended[i];
		size_t from = f->problems.n;

		if (good && f->remark != NULL) {
			f->remark(&a->draft, &f->state, f->file, a->record->line, &f->problems);
			point_at_fields(f, from, a->record);
		}
		draft_release(&a->draft);
	}
	f->nappended = 0;
	if (!good)
		dossier_undo(d, 0);
	return good;
}

/* Remembers the goal, for the actions below it in the form. */
static void
take_goal(struct form_reader *f, const char *id)
{
	f->goal = id[0] == '\0' ? NULL : arena_copy(&f->arena, id, strlen(id));
}

/* A goal or action that is not in the dossier yet. */
static bool
append_new(struct form_reader *f, struct dossier *dossier, struct draft *d, enum slot key,
    const struct record *r)
{
	const struct record *same = draft_text(d, key) != NULL ? NULL :
	    form_changes_recorded(f, d, dossier, key);

	if (same != NULL) {
		if (d->kind == KIND_DOEL)
			take_goal(f, record_text(same, key));
		return true;
	}
	if (!number(f, dossier, d, key, r))
		return false;
	if (d->kind == KIND_DOEL)
		take_goal(f, draft_text(d, key));
	append(f, dossier, d, r);
	return true;
}

static bool
numbered(const struct record *r)
{
	return r->kind == KIND_DOEL || r->kind == KIND_WERKPUNT;
}

/* An action without Doel belongs to the goal above it. */
static bool
give_goal(struct form_reader *f, struct draft *d, const struct record *r)
{
	if (r->kind != KIND_WERKPUNT || draft_text(d, WERKPUNT_DOEL) != NULL)
		return true;
	if (f->goal_refused)
		return false;
	if (f->goal != NULL) {
		draft_put(d, WERKPUNT_DOEL, f->goal);
		return true;
	}
	problems_add(&f->problems, PROBLEM_ERROR, "missing", f->file, r->line,
	    schema_name(KIND_WERKPUNT, WERKPUNT_DOEL),
	    _("missing; expected the id of a goal, or a filled-in goal above it in the form"));
	point_at_fields(f, f->problems.n - 1, r);
	return false;
}

static bool
fill_key(struct form_reader *f, struct dossier *dossier, struct draft *d,
    const struct form_reader_record *from)
{
	const struct record *r = &from->record;
	const struct schema_field *key = schema_key(r->spec);
	const char *name = key == NULL ? NULL : record_text(r, key->slot),
	    *op = record_text(r, SLOT_OP);
	const struct entry *e = key == NULL ? f->state.client :
	    fold_keyed(&f->state, r->kind, name);

	if (e == NULL) {
		form_changes_all(r, d);
		sign(f, r, d);
		if (numbered(r))
			return give_goal(f, d, r) && append_new(f, dossier, d, key->slot, r);
	} else {
		if (key != NULL)
			draft_put(d, key->slot, name);
		if (op[0] != '\0')
			draft_put(d, SLOT_OP, op);
		sign(f, r, d);
		if (!form_changes(f, dossier, from, name, e, d))
			return true;
	}
	record_one_scale(f->call, d);
	append(f, dossier, d, r);
	return true;
}

static bool
fill_event(struct form_reader *f, struct dossier *dossier, struct draft *d, const struct record *r)
{
	size_t from = f->problems.n;

	form_changes_all(r, d);
	sign(f, r, d);
	if (form_changes_recorded(f, d, dossier, SLOTS) != NULL)
		return true;
	if (f->allow != NULL && !f->allow(d, &f->state, &f->problems)) {
		point_at_form(f, from, r, dossier->line);
		return false;
	}
	append(f, dossier, d, r);
	return true;
}

/* Appends what one record of the form says. Returns false when it is refused. */
static bool
fill_record(struct form_reader *f, struct dossier *dossier, const struct form_reader_record *from)
{
	const struct record *r = &from->record;
	struct draft d;
	bool good = true;

	draft_of(&d, r->kind);
	if (r->kind == KIND_DOEL)
		take_goal(f, record_text(r, DOEL_DOEL));
	if (from->touched || from->shows > 0)
		good = r->spec->amends ? fill_key(f, dossier, &d, from) :
		    fill_event(f, dossier, &d, r);
	if (r->kind == KIND_DOEL)
		f->goal_refused = !good;
	draft_release(&d);
	return good;
}

static bool
any_of(const struct form_reader *f, const char *id)
{
	for (size_t i = 0; i < f->n; i++)
		if (is_of(&f->records[i], id))
			return true;
	return false;
}

int
form_reader_append(struct form_reader *f, struct dossier *d)
{
	bool good = true, closed;

	if (!any_of(f, d->id) || !fold_day(&f->state, d, f->call->model, DATE_LAST, DATE_LAST))
		return 0;
	closed = fold_closed(&f->state);
	f->goal = NULL;
	f->goal_refused = false;
	for (size_t i = 0; i < f->n; i++) {
		struct form_reader_record *r = &f->records[i];

		if (!is_of(r, d->id))
			continue;
		good = fill_record(f, d, r) && good;
		r->done = true;
	}
	good = settle(f, d, good, closed);
	message_problems(&f->problems);
	return good ? 0 : FILTER_ATTENTION;
}

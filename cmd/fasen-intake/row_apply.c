/* SPDX-License-Identifier: ISC */
#include "row_apply.h"

#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "numbering.h"
#include "record_one.h"
#include "row_compare.h"
#include "row_recorded.h"
#include "text.h"

static bool
fold(struct row_apply *p, const struct dossier *d, date at)
{
	return fold_day(&p->state, d, p->reader->call->model, at, DATE_LAST);
}

/* Notes what a row says otherwise than the entry. */
static void
look_otherwise(struct row_apply *p, const struct dossier *d, const struct entry *e,
    const struct draft *draft, enum otherwise_fate fate)
{
	for (size_t i = 0; d->read > 0 && i < draft->n; i++) {
		const struct draft_field *f = &draft->fields[i];

		if (compare_tells(f->slot) && !compare_field(e, draft, f->slot, f->name))
			otherwise_look(&p->otherwise, d, e, draft, f, p->reader->call->by, fate);
	}
}

/*
 * Gives a goal or action its id. Returns true when the dossier has one that says the same, or said
 * it, or had one that was taken back.
 */
static bool
give_key(struct row_apply *p, const struct dossier *dossier, struct draft *d,
    const struct schema_field *key)
{
	const struct fold *s = &p->state;
	struct text id = { 0 };

	for (const struct entry *e = s->first[d->kind]; e != NULL; e = e->next)
		if (compare_all(e, d, false))
			return true;
	for (const struct entry *e = s->first[d->kind]; e != NULL; e = e->next)
		if (recorded_once(s, d, e->key, DATE_NONE)) {
			look_otherwise(p, dossier, e, d, OTHERWISE_KEPT);
			return true;
		}
	if (recorded_taken(s, d, NULL, DATE_NONE)) {
		otherwise_taken(&p->otherwise, d);
		return true;
	}
	if (d->kind == KIND_DOEL)
		number_goal(dossier, &id);
	else if (d->kind == KIND_WERKPUNT && draft_text(d, WERKPUNT_DOEL) != NULL)
		number_action(dossier, draft_text(d, WERKPUNT_DOEL), &id);
	else
		return false;
	draft_put(d, key->slot, text_string(&id));
	text_release(&id);
	return false;
}

/* Notes all that the row says in a record, and what must not be said otherwise by another row. */
static void
note(struct row_apply *p, const struct dossier *d, const struct draft *draft, const char *what,
    bool whole)
{
	if (p->told == NULL)
		return;
	if (whole)
		told_note(p->told, d->id, what, "");
	for (size_t i = 0; i < draft->n && !whole; i++)
		if (compare_tells(draft->fields[i].slot))
			told_note(p->told, d->id, what, draft->fields[i].name);
}

static void
contradicts(struct row_apply *p, const struct draft *draft, const char *field,
    const char *file, size_t line)
{
	struct text why = { 0 };

	if (strcmp(file, p->reader->file) == 0)
		text_addf(&why,
		    _("an earlier row of this client, on line %zu, says otherwise; expected the "
		    "same in each"), line);
	else
		text_addf(&why,
		    _("an earlier row of this client, on line %zu of %s, says otherwise; expected "
		    "the same in each"), line, file);
	row_problem(p->reader, p->rows, p->row, draft, PROBLEM_ERROR, "again", field,
	    text_string(&why));
	text_release(&why);
}

/* Whether no earlier row of this run said otherwise what is about to be appended. */
static bool
agrees(struct row_apply *p, const struct dossier *d, const struct draft *draft, const char *what,
    bool whole)
{
	const char *file;
	size_t line;
	bool good = true;

	if (p->told == NULL)
		return true;
	if (whole && told_before(p->told, d->id, what, "", &file, &line)) {
		contradicts(p, draft, "", file, line);
		return false;
	}
	for (size_t i = 0; i < draft->n && !whole; i++) {
		const struct draft_field *f = &draft->fields[i];

		if (compare_tells(f->slot) && told_before(p->told, d->id, what, f->name, &file,
		    &line)) {
			contradicts(p, draft, f->name, file, line);
			good = false;
		}
	}
	return good;
}

/* What a record is about, for rows of one client to be compared. */
static void
add_subject(const struct row_record *r, const struct schema_field *key, struct text *to)
{
	const struct draft *d = &r->draft;

	text_addf(to, "%s\n%s", d->kind_name, r->dated ? draft_text(d, SLOT_OP) : "");
	if (key != NULL)
		text_addf(to, "\n%s", draft_text(d, key->slot));
	for (size_t i = 0; key == NULL && i < d->n; i++)
		if (compare_subject(d, d->fields[i].slot))
			text_addf(to, "\n%s\n%s", d->fields[i].name, d->fields[i].value);
}

/* The day that the row gives it; DATE_NONE without. */
static date
day_of(const struct row_record *r)
{
	return r->dated ? date_parse(draft_text(&r->draft, SLOT_OP)) : DATE_NONE;
}

/* Of an event: whether it is there already, or was taken back. */
static bool
event_there(struct row_apply *p, const struct dossier *d, struct row_record *r, date op)
{
	const struct entry *latest;
	struct text what = { 0 };
	bool there;

	fold(p, d, r->dated ? DATE_LAST : op);
	there = compare_event(&p->state, r, &latest);
	if (!there && recorded_taken(&p->state, &r->draft, NULL, day_of(r))) {
		otherwise_taken(&p->otherwise, &r->draft);
		there = true;
	}
	if (!r->dated) {
		add_subject(r, NULL, &what);
		if (!there)
			agrees(p, d, &r->draft, text_string(&what), true);
		if (!there && latest != NULL)
			look_otherwise(p, d, latest, &r->draft, OTHERWISE_RECORDED);
		note(p, d, &r->draft, text_string(&what), true);
		text_release(&what);
	}
	return there;
}

/* Leaves out what was taken back. Returns whether nothing is left but the key. */
static bool
drop_taken(struct row_apply *p, struct row_record *r, const struct schema_field *key,
    const char *is_key, bool fresh)
{
	if (!recorded_drop_taken(&p->state, &r->draft, is_key, day_of(r), fresh))
		return false;
	otherwise_taken(&p->otherwise, &r->draft);
	return compare_only_key(&r->draft, key->slot);
}

/*
 * Of an amending kind with that key: whether the dossier says it already on that day, a record of
 * that day said it, or it was taken back; else only what changes is left.
 */
static bool
keyed_there(struct row_apply *p, const struct dossier *d, struct row_record *r,
    const struct schema_field *key, date op)
{
	const char *is_key = draft_text(&r->draft, key->slot);
	const struct entry *e;
	bool has_record;

	if (compare_only_key(&r->draft, key->slot) &&
	    fold_keyed(&p->state, r->draft.kind, is_key) != NULL)
		return true;
	e = fold(p, d, op) ? fold_keyed(&p->state, r->draft.kind, is_key) : NULL;
	if (e == NULL && recorded_taken(&p->state, &r->draft, is_key, day_of(r))) {
		otherwise_taken(&p->otherwise, &r->draft);
		return true;
	}
	if (e == NULL)
		return drop_taken(p, r, key, is_key, true);
	has_record = compare_has_record(d, r->draft.kind, key->slot, is_key, op);
	if (compare_all(e, &r->draft, false) && (!r->dated || has_record))
		return true;
	if (r->dated && recorded_once(&p->state, &r->draft, is_key, op)) {
		look_otherwise(p, d, e, &r->draft, OTHERWISE_KEPT);
		return true;
	}
	if (!r->dated)
		compare_keep_changes(&r->draft, e, key);
	if (drop_taken(p, r, key, e->key, false))
		return true;
	if (!r->dated || has_record)
		look_otherwise(p, d, e, &r->draft, OTHERWISE_RECORDED);
	return false;
}

/* Whether the dossier says it already; else the draft is made ready to be appended. */
static bool
there(struct row_apply *p, const struct dossier *d, struct row_record *r, date op)
{
	const struct schema_field *key = schema_key(r->draft.spec);
	struct text what = { 0 };
	bool there;

	if (key == NULL)
		return event_there(p, d, r, op);
	fold(p, d, DATE_LAST);
	if (draft_text(&r->draft, key->slot) == NULL && give_key(p, d, &r->draft, key))
		return true;
	if (draft_text(&r->draft, key->slot) == NULL)
		return false;
	add_subject(r, key, &what);
	note(p, d, &r->draft, text_string(&what), false);
	there = keyed_there(p, d, r, key, r->dated ? date_parse(draft_text(&r->draft, SLOT_OP)) :
	    op);
	if (!there)
		agrees(p, d, &r->draft, text_string(&what), false);
	text_release(&what);
	return there;
}

/* Appends a draft that lives as long as the place. */
static void
append(struct row_apply *p, struct dossier *d, const struct draft *draft)
{
	dossier_append(d, draft);
	p->appended = alloc_room(p->appended, &p->cap, p->n + 1, sizeof *p->appended);
	p->appended[p->n++] = draft;
}

void
row_apply_records(struct row_apply *p, struct dossier *d, date op)
{
	char day[DATE_SIZE];
	size_t i;

	for (i = 0; i < p->row->n; i++) {
		struct row_record *r = &p->row->records[i];

		if (there(p, d, r, op))
			continue;
		if (!r->dated)
			draft_put(&r->draft, SLOT_OP, date_format(op, day));
		record_one_sign(p->reader->call, &r->draft);
		append(p, d, &r->draft);
	}
}

/*
 * What the row says of the client, fields that are filled only once left out where they are filled,
 * and what it clears.
 */
static void
take_changes(struct row_apply *p, const struct dossier *d)
{
	const struct draft *row = &p->row->client;
	const struct entry *e = p->state.client;

	draft_of(&p->changes, KIND_CLIENT);
	for (size_t i = 0; i < row->n; i++) {
		const struct draft_field *f = &row->fields[i];

		if (!mapping_once(&p->reader->map, f->name))
			draft_add(&p->changes, f->name, f->value);
		else if (!compare_field(e, row, f->slot, f->name))
			otherwise_look(&p->otherwise, d, e, row, f, p->reader->call->by,
			    OTHERWISE_ONCE);
	}
	for (size_t i = 0; i < p->row->ncleared; i++) {
		const char *name = p->row->cleared[i];
		const struct schema_field *f = schema_field(&schema_kinds[KIND_CLIENT], name);
		size_t j = 0;

		if (draft_value(row, name) != NULL)
			continue;
		if (p->told != NULL)
			told_note(p->told, d->id, "", name);
		if (entry_next(e, f != NULL ? f->slot : SLOT_NONE, name, NULL, &j) != NULL)
			draft_add(&p->changes, name, "");
	}
}

void
row_apply_client(struct row_apply *p, struct dossier *d)
{
	const char *own_day = draft_text(&p->row->client, SLOT_OP);
	date at = own_day != NULL ? date_parse(own_day) : cmdline_op(p->reader->call);

	if (!fold(p, d, at) && !fold(p, d, DATE_LAST))
		return;
	take_changes(p, d);
	note(p, d, &p->changes, "", false);
	if (compare_all(p->state.client, &p->changes, false))
		return;
	compare_keep_changes(&p->changes, p->state.client, NULL);
	if (recorded_drop_taken(&p->state, &p->changes, NULL, DATE_NONE, false))
		otherwise_taken(&p->otherwise, &p->changes);
	if (compare_only_key(&p->changes, SLOT_OP))
		return;
	agrees(p, d, &p->changes, "", false);
	look_otherwise(p, d, p->state.client, &p->changes, OTHERWISE_RECORDED);
	record_one_sign(p->reader->call, &p->changes);
	append(p, d, &p->changes);
}

void
row_apply_new(struct row_apply *p, struct dossier *d, const struct draft *phase)
{
	append(p, d, &p->row->client);
	append(p, d, phase);
	note(p, d, &p->row->client, "", false);
}

void
row_apply_clear(struct row_apply *p)
{
	draft_release(&p->changes);
	otherwise_release(&p->otherwise);
	if (p->told != NULL)
		told_forget(p->told);
	p->n = 0;
}

void
row_apply_release(struct row_apply *p)
{
	row_apply_clear(p);
	fold_release(&p->state);
	free(p->appended);
}

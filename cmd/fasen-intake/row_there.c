/* SPDX-License-Identifier: ISC */
#include "row_there.h"

#include "numbering.h"
#include "row_compare.h"
#include "row_event.h"
#include "row_recorded.h"
#include "row_told.h"
#include "text.h"

void
row_there_look(struct row_apply *p, const struct dossier *d, const struct entry *e,
    const struct draft *draft, enum otherwise_fate fate)
{
	for (size_t i = 0; d->read > 0 && i < draft->n; i++) {
		const struct draft_field *f = &draft->fields[i];

		if (compare_tells(f->slot) && !compare_field(e, draft, f->slot, f->name))
			otherwise_look(&p->otherwise, d, e, draft, f, p->reader->call, fate);
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
			row_there_look(p, dossier, e, d, OTHERWISE_KEPT);
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

/* The day that the row gives it; DATE_NONE without. */
static date
day_of(const struct row_record *r)
{
	return r->dated ? date_parse(draft_text(&r->draft, SLOT_OP)) : DATE_NONE;
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

/* Whether what a row of one that was taken over says of the field only fills what is empty. */
static bool
stands(const struct row_apply *p, const struct dossier *d, const struct row_record *r,
    const struct entry *e, const struct draft_field *f)
{
	size_t i = 0;

	if (!p->taken_over || !row_apply_fills(r->draft.kind) || !compare_tells(f->slot) ||
	    (r->dated && !compare_has_record(d, r->draft.kind, schema_key(r->draft.spec)->slot,
	    e->key, day_of(r))))
		return false;
	if (r->draft.kind == KIND_LEEFGEBIED && row_event_answers(f->slot))
		return entry_at(e, LEEFGEBIED_SCORE) != NULL || entry_at(e, LEEFGEBIED_NVT) != NULL;
	return entry_next(e, f->slot, f->name, NULL, &i) != NULL;
}

/*
 * Leaves out what stands, and what the map fills only once, for the key is there. Returns whether
 * nothing is left but the key.
 */
static bool
drop_standing(struct row_apply *p, const struct dossier *d, struct row_record *r,
    const struct entry *e, const struct schema_field *key)
{
	struct draft kept;
	bool dropped;

	draft_of(&kept, r->draft.kind);
	for (size_t i = 0; i < r->draft.n; i++) {
		const struct draft_field *f = &r->draft.fields[i];
		bool once = row_apply_once(p, d, r->group, f->name);

		if (!once && (f->slot == key->slot || !stands(p, d, r, e, f)))
			draft_add(&kept, f->name, f->value);
		else if (!compare_field(e, &r->draft, f->slot, f->name))
			otherwise_look(&p->otherwise, d, e, &r->draft, f, p->reader->call,
			    once ? OTHERWISE_ONCE : OTHERWISE_KEPT);
	}
	dropped = kept.n < r->draft.n;
	draft_release(&r->draft);
	r->draft = kept;
	return dropped && compare_only_key(&r->draft, key->slot);
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
	e = row_apply_fold(p, d, op) ? fold_keyed(&p->state, r->draft.kind, is_key) : NULL;
	if (e == NULL && recorded_taken(&p->state, &r->draft, is_key, day_of(r))) {
		otherwise_taken(&p->otherwise, &r->draft);
		return true;
	}
	if (e == NULL)
		return drop_taken(p, r, key, is_key, true);
	is_key = e->key;	/* the draft is made anew */
	if (drop_standing(p, d, r, e, key))
		return true;
	has_record = compare_has_record(d, r->draft.kind, key->slot, is_key, op);
	if (compare_all(e, &r->draft, false) && (!r->dated || has_record))
		return true;
	if (r->dated && recorded_once(&p->state, &r->draft, is_key, op)) {
		row_there_look(p, d, e, &r->draft, OTHERWISE_KEPT);
		return true;
	}
	if (!r->dated) {
		compare_keep_changes(&r->draft, e, key);
		recorded_drop_followed(&p->state, &r->draft, is_key, p->reader->call->by);
		row_event_drop_score(p, d, &r->draft);
		if (compare_only_key(&r->draft, key->slot))
			return true;
	}
	if (drop_taken(p, r, key, is_key, false))
		return true;
	if (!r->dated || has_record)
		row_there_look(p, d, e, &r->draft, OTHERWISE_RECORDED);
	return false;
}

bool
row_there(struct row_apply *p, const struct dossier *d, struct row_record *r, date op)
{
	const struct schema_field *key = schema_key(r->draft.spec);
	struct text what = { 0 };
	bool there;

	if (key == NULL)
		return row_event_there(p, d, r, op);
	row_apply_fold(p, d, DATE_LAST);
	if (draft_text(&r->draft, key->slot) == NULL && give_key(p, d, &r->draft, key))
		return true;
	if (draft_text(&r->draft, key->slot) == NULL)
		return false;
	row_event_subject(r, key, &what);
	row_told_note(p, d, &r->draft, text_string(&what), false);
	there = keyed_there(p, d, r, key, r->dated ? day_of(r) : op);
	if (!there)
		row_told_agrees(p, d, &r->draft, text_string(&what), false,
		    fold_keyed(&p->state, r->draft.kind, draft_text(&r->draft, key->slot)));
	text_release(&what);
	return there;
}

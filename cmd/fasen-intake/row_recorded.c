/* SPDX-License-Identifier: ISC */
#include "row_recorded.h"

#include <string.h>

#include "row_compare.h"

/* Whether the record has the field, empty or not. */
static bool
has(const struct record *r, const struct draft_field *f)
{
	for (size_t i = 2; i < r->n; i++)
		if (r->fields[i].slot == f->slot && (f->slot != SLOT_NONE ||
		    strcmp(r->fields[i].name, f->name) == 0))
			return true;
	return false;
}

static const struct schema_field *
key_of(const struct draft *d)
{
	return d->spec != NULL ? schema_key(d->spec) : NULL;
}

static bool
is_about(const struct record *r, const struct draft *d, const char *key)
{
	return r->kind == d->kind && (d->kind != KIND_OTHER ||
	    strcmp(r->name, d->kind_name) == 0) && (key == NULL || key_of(d) == NULL ||
	    strcmp(record_text(r, key_of(d)->slot), key) == 0);
}

/* The record that the field comes from in the version that r makes; NULL when none has it. */
static const struct record *
source(const struct fold *s, const struct record *r, const struct draft *d,
    const struct draft_field *f, bool taken)
{
	const struct dossier *all = s->dossier;
	const struct record *found = NULL;
	const char *key;

	if (has(r, f) || key_of(d) == NULL)
		return has(r, f) ? r : NULL;
	key = record_text(r, key_of(d)->slot);
	for (size_t i = 0; i < all->n; i++) {
		const struct record *o = &all->records[i];

		if (is_about(o, d, key) && (o->op < r->op || (o->op == r->op && o < r)) &&
		    (found == NULL || o->op >= found->op) && (taken || !fold_taken(s, o)) &&
		    has(o, f))
			found = o;
	}
	return found;
}

/* Whether the version that r makes says all that the draft says, its key aside. */
static bool
version_says(const struct fold *s, const struct record *r, const struct draft *d, bool taken)
{
	for (size_t i = 0; i < d->n; i++) {
		const struct draft_field *f = &d->fields[i];
		const struct record *from;

		if (!compare_tells(f->slot) || (key_of(d) != NULL && f->slot == key_of(d)->slot))
			continue;
		from = source(s, r, d, f, taken);
		if (from == NULL || !compare_says(from, d, f->slot, f->name))
			return false;
	}
	return true;
}

/* What an import takes back for another of the kind has the kind's name as its reason. */
static void
reason_begin(const char *kind, struct text *to)
{
	text_addf(to, "%s: ", kind);
}

void
recorded_reason(const struct draft *d, struct text *to)
{
	reason_begin(d->kind_name, to);
	text_adds(to, draft_text(d, SLOT_OP));
}

/* Whether an import took the record back to put another in its place. */
static bool
is_replaced(const struct fold *s, const struct record *r)
{
	const struct dossier *d = s->dossier;
	struct text reason = { 0 };
	bool is = false;

	reason_begin(r->name, &reason);
	for (size_t i = 0; i < d->nretractions && !is; i++) {
		const struct record *by = &d->records[d->retractions[i].by];

		is = &d->records[d->retractions[i].of] == r && !fold_taken(s, by) &&
		    strncmp(record_text(by, INTREKKING_REDEN), text_string(&reason),
		    reason.len) == 0;
	}
	text_release(&reason);
	return is;
}

static bool
recorded(const struct fold *s, const struct draft *d, const char *key, date op, bool taken)
{
	const struct dossier *all = s->dossier;

	for (size_t i = 0; i < all->n; i++) {
		const struct record *r = &all->records[i];

		if (is_about(r, d, key) && (op == DATE_NONE || r->op == op) &&
		    fold_taken(s, r) == taken && version_says(s, r, d, taken) &&
		    !(taken && is_replaced(s, r)))
			return true;
	}
	return false;
}

bool
recorded_once(const struct fold *s, const struct draft *d, const char *key, date op)
{
	return recorded(s, d, key, op, false);
}

bool
recorded_taken(const struct fold *s, const struct draft *d, const char *key, date op)
{
	return s->taken != NULL && recorded(s, d, key, op, true);
}

/* Whether a record that was taken back said that field so. */
static bool
field_taken(const struct fold *s, const struct draft *d, const struct draft_field *f,
    const char *key, date op)
{
	bool pair = d->kind == KIND_LEEFGEBIED && (f->slot == LEEFGEBIED_SCORE ||
	    f->slot == LEEFGEBIED_SCHAAL);

	for (size_t i = 0; i < s->dossier->n; i++) {
		const struct record *r = &s->dossier->records[i];

		if (is_about(r, d, key) && (op == DATE_NONE || r->op == op) &&
		    fold_taken(s, r) && has(r, f) && compare_says(r, d, f->slot, f->name) &&
		    (!pair || (compare_says(r, d, LEEFGEBIED_SCORE, "") &&
		    compare_says(r, d, LEEFGEBIED_SCHAAL, ""))))
			return true;
	}
	return false;
}

bool
recorded_undated(const struct dossier *d, const struct record *r)
{
	return r == d->records || r->recorded == DATE_NONE || r->recorded == r->op;
}

static bool
is_followed(const struct fold *s, const struct draft *d, const struct draft_field *f,
    const char *key, const char *by)
{
	const struct record *now = NULL, *said = NULL;

	for (size_t i = 0; i < s->dossier->n; i++) {
		const struct record *r = &s->dossier->records[i];

		if (!is_about(r, d, key) || fold_taken(s, r) || r->op > s->at || !has(r, f))
			continue;
		if (now == NULL || now == s->dossier->records || r->op >= now->op)
			now = r;
		if (recorded_undated(s->dossier, r) && strcmp(record_text(r, SLOT_DOOR), by) == 0)
			said = r;
	}
	return said != NULL && !recorded_undated(s->dossier, now) &&
	    strcmp(record_text(now, SLOT_DOOR), by) == 0 && compare_says(said, d, f->slot, f->name);
}

void
recorded_drop_followed(const struct fold *s, struct draft *d, const char *key, const char *by)
{
	struct draft kept;

	draft_of(&kept, d->kind);
	for (size_t i = 0; i < d->n; i++) {
		const struct draft_field *f = &d->fields[i];

		if (!compare_tells(f->slot) || (key_of(d) != NULL && f->slot == key_of(d)->slot) ||
		    !is_followed(s, d, f, key, by))
			draft_add(&kept, f->name, f->value);
	}
	draft_release(d);
	*d = kept;
}

static bool
is_required(const struct draft *d, const struct draft_field *f)
{
	const struct schema_field *spec = f->slot == SLOT_NONE ? NULL :
	    schema_slot(d->spec, f->slot);

	return spec != NULL && spec->flags & FIELD_REQUIRED;
}

bool
recorded_drop_taken(const struct fold *s, struct draft *d, const char *key, date op, bool fresh)
{
	struct draft kept;
	bool dropped;

	if (s->taken == NULL)
		return false;
	draft_of(&kept, d->kind);
	for (size_t i = 0; i < d->n; i++) {
		const struct draft_field *f = &d->fields[i];

		if (!compare_tells(f->slot) || (key_of(d) != NULL && f->slot == key_of(d)->slot) ||
		    (fresh && is_required(d, f)) ||
		    !field_taken(s, d, f, key, op))
			draft_add(&kept, f->name, f->value);
	}
	dropped = kept.n < d->n;
	draft_release(d);
	*d = kept;
	return dropped;
}

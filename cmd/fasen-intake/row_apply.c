#include "row_apply.h"

#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "numbering.h"
#include "record_one.h"
#include "text.h"

static bool
is(const char *a, const char *b)
{
	return strcmp(a, b) == 0;
}

static bool
fold(struct row_apply *p, const struct dossier *d, date at)
{
	return fold_day(&p->state, d, p->reader->call->model, at, DATE_LAST);
}

/* The next value of that field in a draft after *i (begin with 0), or NULL. */
static const char *
next_value(const struct draft *d, enum slot slot, const char *name, size_t *i)
{
	while (*i < d->n) {
		const struct draft_field *f = &d->fields[(*i)++];

		if (f->slot == slot && (slot != SLOT_NONE || is(f->name, name)))
			return f->value;
	}
	return NULL;
}

/*
 * Whether the entry says of the field what the draft says; a field that is not ours has SLOT_NONE
 * and a name.
 */
static bool
says_field(const struct entry *e, const struct draft *d, enum slot slot, const char *name)
{
	const struct field *b = NULL;
	size_t i = 0, j = 0;
	const char *a;

	do {
		a = next_value(d, slot, name, &i);
		b = entry_next(e, slot, name, b, &j);
		if (a == NULL || b == NULL)
			return a == NULL && b == NULL;
	} while (is(a, b->value));
	return false;
}

/* Whether it is a field that the row says something with, not one of when and by whom. */
static bool
tells(enum slot slot)
{
	return slot != SLOT_OP && slot != SLOT_DOOR && slot != SLOT_VASTGELEGD;
}

static bool
says_all(const struct entry *e, const struct draft *d, bool op_too)
{
	size_t i;

	for (i = 0; i < d->n; i++)
		if (tells(d->fields[i].slot) &&
		    !says_field(e, d, d->fields[i].slot, d->fields[i].name))
			return false;
	return !op_too || e->op == date_parse(draft_text(d, SLOT_OP));
}

/* Whether a record of the key, of that day, stands in the dossier. */
static bool
has_record_of(const struct dossier *d, enum kind kind, enum slot key, const char *is_key, date op)
{
	size_t i;

	for (i = 0; i < d->n; i++)
		if (d->records[i].kind == kind && is(record_text(&d->records[i], key), is_key) &&
		    d->records[i].op == op)
			return true;
	return false;
}

/*
 * Fields that say what an event is about, so that a later one of the same tells how that went on.
 */
static bool
names_subject(const struct draft *d, enum slot slot)
{
	const struct schema_field *f = slot == SLOT_NONE ? NULL : schema_slot(d->spec, slot);

	return f != NULL && (f->ref == REF_DOEL || f->ref == REF_WERKPUNT ||
	    f->ref == REF_LEEFGEBIED || f->ref == REF_KRACHTSOORT ||
	    (d->kind == KIND_AKKOORD && (slot == AKKOORD_WIE || slot == AKKOORD_WAAROP ||
	    slot == AKKOORD_MET)) || (d->kind == KIND_KRACHT && slot == KRACHT_TEKST) ||
	    (d->kind == KIND_NOTITIE && slot == NOTITIE_TEKST));
}

static bool
same_subject(const struct entry *e, const struct draft *d)
{
	size_t i;

	for (i = 0; i < d->n; i++)
		if (names_subject(d, d->fields[i].slot) &&
		    !says_field(e, d, d->fields[i].slot, d->fields[i].name))
			return false;
	return true;
}

static bool
event_there(const struct fold *s, const struct row_record *r)
{
	const struct entry *e, *latest = NULL;

	for (e = s->first[r->draft.kind]; e != NULL; e = e->next) {
		if (r->dated && says_all(e, &r->draft, true))
			return true;
		if (same_subject(e, &r->draft))
			latest = e;
	}
	return !r->dated && latest != NULL && says_all(latest, &r->draft, false);
}

/* Gives a goal or action its id. Returns true when the dossier has one that says the same. */
static bool
give_key(const struct dossier *dossier, const struct fold *s, struct draft *d,
    const struct schema_field *key)
{
	struct text id = { 0 };

	for (const struct entry *e = s->first[d->kind]; e != NULL; e = e->next)
		if (says_all(e, d, false))
			return true;
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

/* Leaves in the draft only what the entry does not say; a score stays with its scale. */
static void
keep_changes(struct draft *d, const struct entry *e, const struct schema_field *key)
{
	bool score = d->kind == KIND_LEEFGEBIED && (!says_field(e, d, LEEFGEBIED_SCORE, NULL) ||
	    !says_field(e, d, LEEFGEBIED_SCHAAL, NULL));
	struct draft kept;
	size_t i;

	draft_of(&kept, d->kind);
	for (i = 0; i < d->n; i++) {
		const struct draft_field *f = &d->fields[i];

		if (!tells(f->slot) || (key != NULL && f->slot == key->slot) ||
		    !says_field(e, d, f->slot, f->name) ||
		    (score && (f->slot == LEEFGEBIED_SCORE || f->slot == LEEFGEBIED_SCHAAL)))
			draft_add(&kept, f->name, f->value);
	}
	draft_release(d);
	*d = kept;
}

/* Whether the draft has but the key, which says nothing of what is there. */
static bool
only_key(const struct draft *d, enum slot key)
{
	size_t i;

	for (i = 0; i < d->n; i++)
		if (tells(d->fields[i].slot) && d->fields[i].slot != key)
			return false;
	return true;
}

/* Whether the dossier says it already; else the draft is made ready to be appended. */
static bool
there(struct row_apply *p, const struct dossier *d, struct row_record *r)
{
	const struct schema_field *key = schema_key(r->draft.spec);
	date op = r->dated ? date_parse(draft_text(&r->draft, SLOT_OP)) : DATE_NONE;
	const struct entry *e;
	const char *is_key;

	if (key == NULL)
		return event_there(&p->state, r);
	if (draft_text(&r->draft, key->slot) == NULL && give_key(d, &p->state, &r->draft, key))
		return true;
	is_key = draft_text(&r->draft, key->slot);
	if (is_key == NULL)
		return false;
	if (only_key(&r->draft, key->slot) && fold_keyed(&p->state, r->draft.kind, is_key) != NULL)
		return true;
	if (r->dated) {
		bool same = has_record_of(d, r->draft.kind, key->slot, is_key, op) &&
		    fold(p, d, op) && (e = fold_keyed(&p->state, r->draft.kind, is_key)) != NULL &&
		    says_all(e, &r->draft, false);

		fold(p, d, DATE_LAST);
		return same;
	}
	e = fold_keyed(&p->state, r->draft.kind, is_key);
	if (e == NULL)
		return false;
	if (says_all(e, &r->draft, false))
		return true;
	keep_changes(&r->draft, e, key);
	return false;
}

void
row_apply_append(struct row_apply *p, struct dossier *d, const struct draft *draft)
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

		fold(p, d, DATE_LAST);
		if (there(p, d, r))
			continue;
		if (!r->dated)
			draft_put(&r->draft, SLOT_OP, date_format(op, day));
		record_one_sign(p->reader->call, &r->draft);
		row_apply_append(p, d, &r->draft);
	}
}

void
row_apply_client(struct row_apply *p, struct dossier *d)
{
	const struct draft *row = &p->row->client;
	size_t i;

	draft_of(&p->changes, KIND_CLIENT);
	for (i = 0; i < row->n; i++)
		draft_add(&p->changes, row->fields[i].name, row->fields[i].value);
	fold(p, d, DATE_LAST);
	if (says_all(p->state.client, &p->changes, false))
		return;
	keep_changes(&p->changes, p->state.client, NULL);
	record_one_sign(p->reader->call, &p->changes);
	row_apply_append(p, d, &p->changes);
}

/* Adds each phase of the row that begins a trajectory anew: elsewhere that is asked for by name. */
static void
find_returns(const struct fold *s, struct problems *found)
{
	size_t last = 0;
	char day[DATE_SIZE];

	for (const struct entry *e = s->first[KIND_FASE]; e != NULL; e = e->next) {
		const struct field *f = record_at(e->first, FASE_FASE);

		if (e->trajectory > last && f != NULL && dossier_appended(s->dossier, e->first))
			problems_add(found, PROBLEM_WARNING, "return", s->dossier->file, f->line,
			    f->name, _("begins a new trajectory, after the closing on %s"),
			    date_format(s->trajectories[e->trajectory - 1].end, day));
		last = e->trajectory;
	}
}

bool
row_apply_judge(struct row_apply *p, struct dossier *d, bool closed)
{
	struct problems found = { 0 };
	bool good = record_one_judge(p->reader->call, d, closed, &p->state, &found);

	if (good)
		find_returns(&p->state, &found);
	for (size_t i = 0; i < found.n; i++) {
		const struct problem *q = &found.at[i];
		const char *field = q->field != NULL ? q->field : "";
		size_t at = dossier_appended_at(d, q->line);

		if (!good && q->severity != PROBLEM_ERROR)
			continue;
		/* Of a field that the file does not have, once a file is enough. */
		if (strcmp(q->code, "fit") == 0 && p->reader->lack_said &&
		    !row_fills(p->reader, field))
			continue;
		if (at != (size_t)-1)
			row_problem(p->reader, p->rows, p->row, p->appended[at], q->severity,
			    q->code, field, q->text);
		else
			problems_add(&p->row->problems, q->severity, q->code, p->reader->file,
			    rows_line(p->rows), NULL, "%s:%ld: %s%s%s", q->file, q->line, field,
			    field[0] != '\0' ? ": " : "", q->text);
	}
	problems_release(&found);
	return good;
}

void
row_apply_release(struct row_apply *p)
{
	fold_release(&p->state);
	draft_release(&p->changes);
	free(p->appended);
}

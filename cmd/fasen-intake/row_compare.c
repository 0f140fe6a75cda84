/* SPDX-License-Identifier: ISC */
#include "row_compare.h"

#include <string.h>

#include "subject.h"

static bool
is(const char *a, const char *b)
{
	return strcmp(a, b) == 0;
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

bool
compare_field(const struct entry *e, const struct draft *d, enum slot slot, const char *name)
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

bool
compare_tells(enum slot slot)
{
	return slot != SLOT_OP && slot != SLOT_DOOR && slot != SLOT_VASTGELEGD;
}

bool
compare_all(const struct entry *e, const struct draft *d, bool op)
{
	size_t i;

	for (i = 0; i < d->n; i++)
		if (compare_tells(d->fields[i].slot) &&
		    !compare_field(e, d, d->fields[i].slot, d->fields[i].name))
			return false;
	return !op || e->op == date_parse(draft_text(d, SLOT_OP));
}

bool
compare_has_record(const struct dossier *d, enum kind kind, enum slot key, const char *is_key,
    date op)
{
	size_t i;

	for (i = 0; i < d->n; i++)
		if (d->records[i].kind == kind && is(record_text(&d->records[i], key), is_key) &&
		    d->records[i].op == op)
			return true;
	return false;
}

static bool
of_subject(enum kind kind, const struct schema_field *f)
{
	for (size_t i = 0; subject_slot(kind, i) != SLOT_OP; i++)
		if (subject_slot(kind, i) == f->slot)
			return true;
	return subject_slot(kind, 0) == SLOT_OP && (f->ref == REF_DOEL || f->ref == REF_WERKPUNT ||
	    f->ref == REF_LEEFGEBIED || f->ref == REF_KRACHTSOORT ||
	    (kind == KIND_NOTITIE && f->slot == NOTITIE_TEKST));
}

bool
compare_subject(const struct draft *d, enum slot slot)
{
	const struct schema_field *f = slot == SLOT_NONE || d->spec == NULL ? NULL :
	    schema_slot(d->spec, slot);

	return f != NULL && of_subject(d->kind, f) && (!subject_first(d->kind) ||
	    slot == subject_slot(d->kind, 0) ||
	    draft_text(d, subject_slot(d->kind, 0)) == NULL);
}

bool
compare_about(const struct record *r, const struct draft *d)
{
	if (r->kind != d->kind || (d->kind == KIND_OTHER && !is(r->name, d->kind_name)))
		return false;
	if (d->spec == NULL)
		return true;
	if (subject_first(d->kind) && (record_at(r, subject_slot(d->kind, 0)) != NULL ||
	    draft_text(d, subject_slot(d->kind, 0)) != NULL))
		return compare_says(r, d, subject_slot(d->kind, 0), "");
	for (const struct schema_field *f = schema_next(d->spec, NULL); f != NULL;
	    f = schema_next(d->spec, f))
		if (of_subject(d->kind, f) && !compare_says(r, d, f->slot, f->name))
			return false;
	return true;
}

static bool
is_field(enum slot slot, const char *name, enum slot other, const char *other_name)
{
	return slot == other && (slot != SLOT_NONE || is(name, other_name));
}

bool
compare_says(const struct record *r, const struct draft *d, enum slot slot, const char *name)
{
	size_t i = 2, j = 0;

	for (;;) {
		while (i < r->n && (r->fields[i].n == 0 ||
		    !is_field(slot, name, r->fields[i].slot, r->fields[i].name)))
			i++;
		while (j < d->n && (d->fields[j].value[0] == '\0' ||
		    !is_field(slot, name, d->fields[j].slot, d->fields[j].name)))
			j++;
		if (i == r->n || j == d->n)
			return i == r->n && j == d->n;
		if (!is(r->fields[i++].value, d->fields[j++].value))
			return false;
	}
}

bool
compare_says_all(const struct record *r, const struct draft *d)
{
	for (size_t i = 0; i < d->n; i++)
		if (compare_tells(d->fields[i].slot) &&
		    !compare_says(r, d, d->fields[i].slot, d->fields[i].name))
			return false;
	return true;
}

void
compare_keep_changes(struct draft *d, const struct entry *e, const struct schema_field *key)
{
	bool score = d->kind == KIND_LEEFGEBIED && (!compare_field(e, d, LEEFGEBIED_SCORE, "") ||
	    !compare_field(e, d, LEEFGEBIED_SCHAAL, ""));
	struct draft kept;
	size_t i;

	draft_of(&kept, d->kind);
	for (i = 0; i < d->n; i++) {
		const struct draft_field *f = &d->fields[i];

		if (!compare_tells(f->slot) || (key != NULL && f->slot == key->slot) ||
		    !compare_field(e, d, f->slot, f->name) ||
		    (score && (f->slot == LEEFGEBIED_SCORE || f->slot == LEEFGEBIED_SCHAAL)))
			draft_add(&kept, f->name, f->value);
	}
	draft_release(d);
	*d = kept;
}

bool
compare_only_key(const struct draft *d, enum slot key)
{
	size_t i;

	for (i = 0; i < d->n; i++)
		if (compare_tells(d->fields[i].slot) && d->fields[i].slot != key)
			return false;
	return true;
}

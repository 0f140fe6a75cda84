/* SPDX-License-Identifier: ISC */
#include "row_compare.h"

#include <string.h>

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

bool
compare_subject(const struct draft *d, enum slot slot)
{
	const struct schema_field *f = slot == SLOT_NONE ? NULL : schema_slot(d->spec, slot);

	return f != NULL && (f->ref == REF_DOEL || f->ref == REF_WERKPUNT ||
	    f->ref == REF_LEEFGEBIED ||
	    f->ref == REF_KRACHTSOORT ||
	    (d->kind == KIND_AKKOORD && (slot == AKKOORD_WIE || slot == AKKOORD_WAAROP ||
	    slot == AKKOORD_MET)) ||
	    (d->kind == KIND_KRACHT && slot == KRACHT_TEKST) ||
	    (d->kind == KIND_NOTITIE && slot == NOTITIE_TEKST));
}

static bool
same_subject(const struct entry *e, const struct draft *d)
{
	size_t i;

	for (i = 0; i < d->n; i++)
		if (compare_subject(d, d->fields[i].slot) &&
		    !compare_field(e, d, d->fields[i].slot, d->fields[i].name))
			return false;
	return true;
}

bool
compare_event(const struct fold *s, const struct row_record *r, const struct entry **latest)
{
	const struct entry *e;

	*latest = NULL;
	for (e = s->first[r->draft.kind]; e != NULL; e = e->next) {
		if (r->dated && compare_all(e, &r->draft, true))
			return true;
		if (same_subject(e, &r->draft))
			*latest = e;
	}
	return !r->dated && *latest != NULL && compare_all(*latest, &r->draft, false);
}

void
compare_keep_changes(struct draft *d, const struct entry *e, const struct schema_field *key)
{
	bool score = d->kind == KIND_LEEFGEBIED && (!compare_field(e, d, LEEFGEBIED_SCORE, NULL) ||
	    !compare_field(e, d, LEEFGEBIED_SCHAAL, NULL));
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

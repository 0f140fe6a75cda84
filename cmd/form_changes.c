/* SPDX-License-Identifier: ISC */
#include "form_changes.h"

#include <string.h>

#include "form.h"

/* Whether it is not the worker who fills in the field, but the form or the command. */
static bool
ours(enum slot slot, const char *name)
{
	return slot == SLOT_DOOR || slot == SLOT_VASTGELEGD ||
	    (slot == SLOT_NONE && (strcmp(name, SCHEMA_RECORD) == 0 ||
	    strcmp(name, SCHEMA_CLIENT) == 0 || strcmp(name, FORM_RECORDS) == 0));
}

/* The next value that is not empty of a field in a record, after *i. */
static const char *
next_value(const struct record *r, const char *name, size_t *i)
{
	while (*i < r->n) {
		const struct field *field = &r->fields[(*i)++];

		if (strcmp(field->name, name) == 0 && field->value[0] != '\0')
			return field->value;
	}
	return NULL;
}

/* Whether the record says of the field what the entry holds. */
static bool
same_values(const struct record *r, const struct entry *e, const struct field *of)
{
	const struct field *b = NULL;
	const char *a;
	size_t i = 0, j = 0;

	do {
		a = next_value(r, of->name, &i);
		b = e == NULL ? NULL : entry_next(e, of->slot, of->name, b, &j);
		if (a != NULL && (b == NULL || strcmp(a, b->value) != 0))
			return false;
	} while (a != NULL && b != NULL);
	return a == NULL && b == NULL;
}

/*
 * Whether the draft holds exactly what the record of a dossier says, but for who and when, and one
 * field.
 */
static bool
same_record(const struct draft *d, const struct record *r, enum slot but)
{
	size_t i, j, n = 0;

	for (i = 0; i < r->n; i++)
		if (!ours(r->fields[i].slot, r->fields[i].name) && r->fields[i].slot != but &&
		    r->fields[i].n > 0)
			n++;
	for (i = 0; i < d->n; i++) {
		if (ours(d->fields[i].slot, d->fields[i].name) || d->fields[i].slot == but)
			continue;
		for (j = 0; j < r->n; j++)
			if (strcmp(r->fields[j].name, d->fields[i].name) == 0 &&
			    strcmp(r->fields[j].value, d->fields[i].value) == 0)
				break;
		if (j == r->n || n-- == 0)
			return false;
	}
	return n == 0;
}

const struct record *
form_changes_recorded(const struct form_reader *f, const struct draft *d,
    const struct dossier *dossier, enum slot but)
{
	for (size_t i = 0; i < dossier->n; i++)
		if (dossier->records[i].kind == d->kind &&
		    !fold_taken(&f->state, &dossier->records[i]) &&
		    same_record(d, &dossier->records[i], but))
			return &dossier->records[i];
	return NULL;
}

static bool
measures(const struct record *r, enum slot slot)
{
	return r->kind == KIND_LEEFGEBIED &&
	    (slot == LEEFGEBIED_SCORE || slot == LEEFGEBIED_SCHAAL);
}

void
form_changes_all(const struct record *r, struct draft *d)
{
	for (size_t i = 1; i < r->n; i++) {
		const struct field *field = &r->fields[i];

		if (ours(field->slot, field->name) || field->value[0] == '\0' ||
		    (measures(r, field->slot) && record_at(r, LEEFGEBIED_SCORE) == NULL))
			continue;
		draft_add(d, field->name, field->value);
	}
}

/* Whether the record has a score that the dossier does not have yet for that day and scale. */
static bool
measured_anew(const struct form_reader *f, const struct record *r, date op)
{
	const struct score *score;
	const char *domain, *scale;
	int value;

	if (r->kind != KIND_LEEFGEBIED || record_at(r, LEEFGEBIED_SCORE) == NULL)
		return false;
	value = record_code(r, LEEFGEBIED_SCORE);
	if (value == FIELD_UNTYPED)
		return true;
	domain = record_text(r, LEEFGEBIED_LEEFGEBIED);
	scale = record_text(r, LEEFGEBIED_SCHAAL);
	if (scale[0] == '\0' && f->call->model->nscales > 0)
		scale = f->call->model->scales[0].code;
	for (size_t i = 0; (score = fold_score(&f->state, domain, scale, (size_t)-1, i)) != NULL;
	    i++)
		if (score->op == op && score->value == value)
			return false;
	return true;
}

/* What the form showed of the entry: NULL when nothing. */
static const struct entry *
shown_entry(struct form_reader *f, const struct dossier *dossier,
    const struct form_reader_record *r, const char *key)
{
	struct dossier then = *dossier;

	if (r->shows == 0)
		return NULL;
	if (then.n > (size_t)r->shows)
		then.n = (size_t)r->shows;
	if (!fold_day(&f->shown, &then, f->call->model, DATE_LAST, DATE_LAST))
		return NULL;
	return key == NULL ? f->shown.client : fold_keyed(&f->shown, r->record.kind, key);
}

/*
 * Takes the fields that differ from what the form showed and from the entry, and the score when it
 * is measured. Returns whether there are any.
 */
static bool
take_changes(const struct record *r, const struct entry *shown, const struct entry *e,
    bool measured, struct draft *d)
{
	bool any = measured;

	for (size_t i = 1; i < r->n; i++) {
		const struct field *field = &r->fields[i];
		const char *value;
		size_t j;

		/*
		 * What the draft has already are its key, its day and the values of a field that
		 * repeats.
		 */
		if (ours(field->slot, field->name) || field->slot == SLOT_OP ||
		    draft_value(d, field->name) != NULL)
			continue;
		if (measures(r, field->slot)) {
			if (measured && field->value[0] != '\0')
				draft_put(d, field->slot, field->value);
			continue;
		}
		if (same_values(r, shown, field) || same_values(r, e, field))
			continue;
		any = true;
		for (j = 0; (value = next_value(r, field->name, &j)) != NULL; )
			draft_add(d, field->name, value);
		if (draft_value(d, field->name) == NULL)
			draft_add(d, field->name, "");
	}
	return any;
}

bool
form_changes(struct form_reader *f, const struct dossier *d, const struct form_reader_record *from,
    const char *key, const struct entry *e, struct draft *draft)
{
	return take_changes(&from->record, shown_entry(f, d, from, key), e, measured_anew(f,
	    &from->record, date_parse(draft_text(draft, SLOT_OP))), draft);
}

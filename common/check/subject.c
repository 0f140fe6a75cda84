/* SPDX-License-Identifier: ISC */
#include "subject.h"

#include <string.h>

#include "arrangement.h"
#include "schema.h"

/* What an event is about, by kind. */
static const struct subject {
	enum kind kind;
	enum slot slots[3];	/* up to SLOT_OP */
} subjects[] = {
	{ KIND_INTAKE, { 0 } },
	{ KIND_FASE, { FASE_SINDS } },
	{ KIND_KRACHT, { KRACHT_LEEFGEBIED, KRACHT_SOORT, KRACHT_TEKST } },
	{ KIND_STAND, { STAND_WERKPUNT, STAND_DOEL } },
	{ KIND_AKKOORD, { AKKOORD_WIE, AKKOORD_WAAROP, AKKOORD_MET } },
	{ KIND_EVALUATIE, { 0 } },
	{ KIND_INDICATIE, { INDICATIE_TOEWIJZING, INDICATIE_PRODUCT } },
	{ KIND_INTREKKING, { INTREKKING_WAT } },
};

static const struct subject *
subject_of(enum kind kind)
{
	size_t i;

	for (i = 0; i < sizeof subjects / sizeof *subjects; i++)
		if (subjects[i].kind == kind)
			return &subjects[i];
	return NULL;
}

enum slot
subject_slot(enum kind kind, size_t i)
{
	const struct subject *s = subject_of(kind);

	return s != NULL && i < sizeof s->slots / sizeof *s->slots ? s->slots[i] : SLOT_OP;
}

bool
subject_first(enum kind kind)
{
	return kind == KIND_STAND || kind == KIND_INDICATIE;
}

bool
subject_enters(const struct record *r)
{
	return r->kind == KIND_FASE && record_at(r, FASE_SINDS) == NULL;
}

bool
subject_known(const struct record *r)
{
	return r->spec->amends || (subject_of(r->kind) != NULL && !subject_enters(r));
}

int
subject_compare(const struct record *a, const struct record *b)
{
	const struct schema_field *key;
	const struct subject *s;
	size_t i;
	int c = strcmp(a->name, b->name);

	if (c != 0)
		return c;
	key = schema_key(a->spec);
	s = subject_of(a->kind);
	if (key != NULL)
		return strcmp(record_text(a, key->slot), record_text(b, key->slot));
	for (i = 0; s != NULL && i < 3 && s->slots[i] != SLOT_OP; i++) {
		c = strcmp(record_text(a, s->slots[i]), record_text(b, s->slots[i]));
		if (c != 0)
			return c;
		if (i == 0 && subject_first(s->kind) && record_at(a, s->slots[0]) != NULL)
			return 0;
	}
	return 0;
}

bool
subject_aside(const char *name)
{
	const struct schema_field *f;

	for (f = schema_common_fields; f->name != NULL; f++)
		if (strcmp(f->name, name) == 0)
			return true;
	return false;
}

bool
subject_of_a_day(const struct record *r, const struct field *f)
{
	if (r->kind == KIND_LEEFGEBIED)
		return f->slot == LEEFGEBIED_SCORE || f->slot == LEEFGEBIED_SCHAAL;
	return !r->spec->amends && f->spec != NULL && f->spec->type == FIELD_NUMBER;
}

bool
subject_lasts(const struct record *r, const struct field *f)
{
	if (subject_aside(f->name) || subject_of_a_day(r, f))
		return false;
	return r->spec->amends || r->kind == KIND_INDICATIE || r->kind == KIND_INTREKKING ||
	    (r->kind == KIND_AKKOORD && f->slot == AKKOORD_WAARVOOR) ||
	    (f->spec != NULL && f->spec->type != FIELD_TEXT);
}

/* The field of that slot in which the record has the same arrangement, or NULL. */
static const struct field *
arranged(const struct record *r, enum slot slot, const char *text)
{
	size_t n, m;
	const char *words = arrangement_text(text, &n);

	for (size_t i = 2; i < r->n; i++) {
		const char *other = arrangement_text(r->fields[i].value, &m);

		if (r->fields[i].slot == slot && n > 0 && m == n && memcmp(words, other, n) == 0)
			return &r->fields[i];
	}
	return NULL;
}

bool
subject_opposes(const struct record *r, const struct field *f)
{
	return (r->kind == KIND_LEEFGEBIED && (f->slot == LEEFGEBIED_SCORE ||
	    f->slot == LEEFGEBIED_NVT)) || (r->kind == KIND_AKKOORD &&
	    (f->slot == AKKOORD_AFSPRAAK || f->slot == AKKOORD_VERVALT));
}

const struct field *
subject_opposite(const struct record *a, const struct field *f, const struct record *b)
{
	if (a->kind == KIND_LEEFGEBIED && f->slot == LEEFGEBIED_SCORE)
		return record_at(b, LEEFGEBIED_NVT);
	if (a->kind == KIND_LEEFGEBIED && f->slot == LEEFGEBIED_NVT)
		return record_at(b, LEEFGEBIED_SCORE);
	if (a->kind == KIND_AKKOORD && f->slot == AKKOORD_AFSPRAAK)
		return arranged(b, AKKOORD_VERVALT, f->value);
	if (a->kind == KIND_AKKOORD && f->slot == AKKOORD_VERVALT)
		return arranged(b, AKKOORD_AFSPRAAK, f->value);
	return NULL;
}


/* SPDX-License-Identifier: ISC */
#ifndef FASEN_FIELD_H
#define FASEN_FIELD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "rec.h"
#include "vocabulary.h"

/* A value as it is read: set, trimmed, typed, and put among the others of its record. */

static inline bool
field_blank(char c)
{
	return c == ' ' || c == '\t';
}

/* Takes blanks and line ends off both ends of the value. */
void field_trim(struct field *);

static inline void
field_set(struct field *f, const char *name, const char *value, size_t n, long line)
{
	f->name = name;
	f->value = value;
	f->spec = NULL;
	f->line = line;
	f->n = (uint32_t)n;
	f->next = 0;
	f->is.code = FIELD_UNTYPED;
	f->slot = SLOT_NONE;
}

/* The place of the value among the field's codes, or FIELD_UNTYPED. */
static inline int
field_code(const struct name *name, const struct field *f)
{
	uint64_t a, b;

	name_words(f->value, f->n < 16 ? f->n : 16, &a, &b);
	for (const struct name_code *code = name->codes; code->s != NULL; code++)
		if (code->key[0] == a && code->key[1] == b && code->n == f->n &&
		    (f->n <= 16 || memcmp(code->s + 16, f->value + 16, f->n - 16) == 0))
			return (int)(code - name->codes);
	return FIELD_UNTYPED;
}

/* Trims and types a value. */
static inline void
field_type(struct field *f, const struct name *name)
{
	long number;

	if (name->type == FIELD_TEXT)
		return;
	/* Nothing that is trimmed stands above the blank. */
	if (f->n > 0 && (f->value[0] <= ' ' || f->value[f->n - 1] <= ' '))
		field_trim(f);
	if (name->type == FIELD_DATE)
		f->is.day = f->n == 10 ? date_parse(f->value) : DATE_NONE;
	else if (name->type == FIELD_NUMBER)
		f->is.number = schema_number(f->value, &number) ? (int)number : FIELD_UNTYPED;
	else if (name->codes != NULL)
		f->is.code = field_code(name, f);
}

/*
 * Puts a field of ours, which is the record's at-th, into the record's sets, behind earlier values
 * of it. Those are looked for backwards: in all, that passes each field once for a slot at most.
 */
static inline void
field_place(struct record *r, struct field *f, size_t at, bool repeats)
{
	uint64_t bit = (uint64_t)1 << f->slot;

	r->doubled |= (r->has & bit) != 0 && !repeats;
	r->has |= bit;
	if (f->n == 0)
		return;
	if (r->full & bit) {
		struct field *before = f - 1;

		while (before->slot != f->slot || before->n == 0)
			before--;
		before->next = (uint32_t)(f - before);
		return;
	}
	if (f->slot == SLOT_OP)
		r->op = f->is.day;
	else if (f->slot == SLOT_VASTGELEGD)
		r->recorded = f->is.day;
	if (f->slot < SLOTS_PLACED)
		r->place[f->slot] = at <= UINT8_MAX ? (uint8_t)at : 0;
	r->full |= bit;
}

#endif

#ifndef FASEN_RECORDS_LINE_H
#define FASEN_RECORDS_LINE_H

#include "records.h"
#include "vocabulary.h"

/*
 * What records.c, which takes the usual lines, and records_line.c, which takes any, have in common.
 */

static inline bool
record_blank(char c)
{
	return c == ' ' || c == '\t';
}

void record_begin(struct records *, size_t start);

/* Ends the record being read, whose last field is finished. Returns false for a descriptor. */
bool record_finish(struct records *, struct record *done);

/* A blank line, which ends at byte `end`, ends a record. */
enum records_got records_blank(struct records *, size_t end, struct record *done);

/* A line of any sort, by the whole grammar. */
enum records_got records_line(struct records *, const struct line *, struct record *done);

/* The end of the bytes ends the record too. */
enum records_got records_end(struct records *, struct record *done);

/* The kind of that name among the names, or NULL. */
const struct name *record_kind(const char *s, size_t n);

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
 * Puts a field of ours into the record's sets, behind earlier values of it. Those are looked for
 * backwards: in all, that passes each field once for a slot at most.
 */
static inline void
field_place(struct record *r, struct field *f, bool repeats)
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
	} else if (f->slot == SLOT_OP)
		r->op = f->is.day;
	else if (f->slot == SLOT_VASTGELEGD)
		r->recorded = f->is.day;
	r->full |= bit;
}

#endif

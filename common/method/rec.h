/* SPDX-License-Identifier: ISC */
#ifndef FASEN_REC_H
#define FASEN_REC_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "date.h"
#include "schema.h"
#include "text.h"

/*
 * A record and its fields as records.h reads them, and the other way: a value written in the syntax
 * of GNU recutils' rec format (recutils manual, chapter "The Rec Format").
 */

struct field {
	const char *name, *value;
	const struct schema_field *spec;	/* NULL for a field that is not ours */
	long line;
	uint32_t n;				/* bytes of the value */
	uint32_t next;				/* of a repeated field: so many fields on stands
						   the next value */
	union {					/* of its type, read once; or FIELD_UNTYPED */
		date day;
		int number;
		int code;			/* its place in the schema's list */
	} is;
	enum slot slot;				/* SLOT_NONE for a field that is not ours */
};

struct record {
	const struct schema_kind *spec;		/* NULL for a kind that is not ours */
	enum kind kind;				/* of the kind; KIND_OTHER */
	uint64_t has, full;			/* sets of slots: that it holds; that are not
						   empty */
	date op, recorded;			/* Op and Vastgelegd; DATE_NONE without */
	const char *name;			/* its kind as written: the value of Record, or
						   "" */
	struct field *fields;
	size_t n;
	long line;				/* of its first field */
	size_t start, end;			/* bytes from its first line up to after its
						   last, its lead not included */
	size_t lead;				/* where the comments before it begin; `start`
						   when none */
	bool named;				/* its first field is Record */
	bool legal;				/* its second field is Client with an id that may
						   be one */
	bool doubled;				/* a field that does not repeat stands in it
						   twice */
	bool broken;				/* a line of it is no rec syntax */
	uint8_t place[SLOTS_PLACED];		/* by slot, of `full` ones: where its first value
						   that is not empty stands; 0: further on */
};

/*
 * Whether it holds the field, empty or not. These stand here, for every figure asks them many
 * times.
 */
static inline bool
record_has(const struct record *r, enum slot slot)
{
	return r->has >> slot & 1;
}

/*
 * The first value of the field that is not empty, or NULL; the next of a repeated field, or NULL.
 */
static inline const struct field *
record_at(const struct record *r, enum slot slot)
{
	if (!(r->full >> slot & 1))
		return NULL;
	if (slot < SLOTS_PLACED && r->place[slot] > 0)
		return &r->fields[r->place[slot]];
	for (size_t i = 1; i < r->n; i++)
		if (r->fields[i].slot == slot && r->fields[i].n > 0)
			return &r->fields[i];
	return NULL;
}

static inline const struct field *
field_next(const struct field *f)
{
	return f->next > 0 ? f + f->next : NULL;
}

/* That value as text (""), day (DATE_NONE), number or code (FIELD_UNTYPED) when it holds none. */
static inline const char *
record_text(const struct record *r, enum slot slot)
{
	const struct field *f = record_at(r, slot);

	return f != NULL ? f->value : "";
}

static inline date
record_day(const struct record *r, enum slot slot)
{
	const struct field *f = record_at(r, slot);

	return f != NULL ? f->is.day : DATE_NONE;
}

static inline int
record_code(const struct record *r, enum slot slot)
{
	const struct field *f = record_at(r, slot);

	return f != NULL ? f->is.code : FIELD_UNTYPED;
}

/* The day of recording: Vastgelegd, else Op, else the day of registration. */
static inline date
record_recorded(const struct record *r, date registered)
{
	if (r->recorded != DATE_NONE)
		return r->recorded;
	return r->op != DATE_NONE ? r->op : registered;
}

/*
 * The first field of a name that is known only now, as that of a problem or of somebody's own; or
 * NULL.
 */
const struct field *record_field(const struct record *, const char *name);

/* Whether it says something there: more than blanks. */
bool record_says(const struct record *, enum slot);

/* Orders records by their content: names and values of their fields, in turn. 0 = equal. */
int record_compare(const struct record *, const struct record *);

/* Whether a field of the record is one to look at. */
typedef bool record_field_test(const struct record *, const struct field *);

/* The same by the fields behind Record and Client that are to be looked at. */
int record_compare_by(const struct record *, const struct record *, record_field_test *);

/* Whether rec can hold the value: UTF-8 without NUL (n bytes) and no line of it ending in CR. */
bool rec_writable(const char *value, size_t n);

/*
 * Adds `name: value` in rec syntax with the given line end: `+ ` lines for further lines, and a
 * last backslash doubled with an empty line after it, which keeps it for recsel.
 */
void rec_write(struct text *, const char *name, const char *value, const char *line_end);

/* The same of n bytes that are one line, not empty and without a backslash at their end. */
void rec_write_line(struct text *, const char *name, const char *value, size_t n,
    const char *line_end);

/* Whether it is a field name of rec: a letter or %, then letters, digits, _. */
bool rec_name(const char *name, size_t n);

/* Of the name that n bytes begin with; 0 = none. */
size_t rec_name_length(const char *s, size_t n);

#endif

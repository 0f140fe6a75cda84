/* SPDX-License-Identifier: ISC */
#ifndef FASEN_DRAFT_H
#define FASEN_DRAFT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "arena.h"
#include "schema.h"
#include "text.h"

/*
 * A record in the making: fields in the order they are set. Begin with draft_begin or draft_of; or
 * with all zeroes and draft_renew.
 */
struct draft {
	const struct schema_kind *spec;	/* NULL for one that is not ours */
	enum kind kind;			/* of the kind; KIND_OTHER */
	const char *kind_name;
	struct draft_field {
		enum slot slot;		/* SLOT_NONE for a field that is not ours */
		const char *name;	/* the schema's, or a copy */
		const char *value;
		size_t length;
		bool line;		/* the value is what rec_write_line takes */
	} *fields;
	size_t n, cap;
	uint64_t has;			/* set of slots */
	struct arena room;		/* for the copies */
	const char *comment;		/* lines that stand before it, or NULL; the caller's */
};

void draft_of(struct draft *, enum kind);

/* The same for one that was used before, whose room it keeps. */
void draft_renew(struct draft *, enum kind);

/* Sets a field, in place of what it held. The value is copied. */
void draft_put(struct draft *, enum slot, const char *value);

/* Sets one of its fields. */
void draft_change(struct draft *, struct draft_field *, const char *value);

/* Adds one more value of a repeated field. */
void draft_more(struct draft *, enum slot, const char *value);

/* The first value of a field, or NULL. */
const char *draft_text(const struct draft *, enum slot);

/* The place of its first value in the codes of the schema, or FIELD_UNTYPED. */
int draft_code(const struct draft *, enum slot);

/*
 * The same by names as somebody typed them: `kind` and `name` may be ones that are not in the
 * schema.
 */
void draft_begin(struct draft *, const char *kind);

/*
 * Adds a field, or one more value of a repeated one. The value is copied, without the blanks around
 * it where the schema has no text.
 */
void draft_add(struct draft *, const char *name, const char *value);
const char *draft_value(const struct draft *, const char *name);

void draft_release(struct draft *);

/*
 * Writes the comment, and the record with the fields in the order of the schema (others behind
 * them) and an empty line.
 */
void draft_write(const struct draft *, const char *id, const char *line_end, struct text *to);

/*
 * The same in two steps: the fields in the order in which they are written, draft->n of them; and
 * the record with its fields in that order.
 */
void draft_order(const struct draft *, const struct draft_field **order);
void draft_write_ordered(const struct draft *, const struct draft_field *const *order,
    const char *id, const char *line_end, struct text *to);

#endif

/* SPDX-License-Identifier: ISC */
#include "draft.h"

#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "rec.h"

void
draft_of(struct draft *draft, enum kind kind)
{
	memset(draft, 0, sizeof *draft);
	draft->spec = &schema_kinds[kind];
	draft->kind = kind;
	draft->kind_name = draft->spec->name;
}

void
draft_begin(struct draft *draft, const char *kind)
{
	memset(draft, 0, sizeof *draft);
	draft->spec = schema_kind(kind);
	draft->kind = draft->spec != NULL ? draft->spec->id : KIND_OTHER;
	draft->kind_name = draft->spec != NULL ? draft->spec->name : kind;
}

static bool
blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n';
}

void
draft_renew(struct draft *draft, enum kind kind)
{
	arena_clear(&draft->room);
	draft->spec = &schema_kinds[kind];
	draft->kind = kind;
	draft->kind_name = draft->spec->name;
	draft->n = 0;
	draft->has = 0;
	draft->comment = NULL;
}

/* A copy of the value as it will be read: blanks around what is not text do not count. */
void
draft_change(struct draft *draft, struct draft_field *f, const char *value)
{
	const struct schema_field *spec = draft->spec != NULL && f->slot != SLOT_NONE ?
	    schema_slot(draft->spec, f->slot) : NULL;
	size_t n = strlen(value);

	if (spec != NULL && spec->type != FIELD_TEXT) {
		for (; blank(*value); value++)
			n--;
		while (n > 0 && blank(value[n - 1]))
			n--;
	}
	f->value = arena_copy(&draft->room, value, n);
	f->length = n;
	f->line = n > 0 && value[n - 1] != '\\' && memchr(value, '\n', n) == NULL;
}

static void
append(struct draft *draft, enum slot slot, const char *name, const char *value)
{
	struct draft_field *f;

	draft->fields = alloc_room(draft->fields, &draft->cap, draft->n + 1, sizeof *draft->fields);
	f = &draft->fields[draft->n++];
	f->slot = slot;
	f->name = slot == SLOT_NONE ? arena_copy(&draft->room, name, strlen(name)) : name;
	draft_change(draft, f, value);
	if (slot < SLOTS)
		draft->has |= (uint64_t)1 << slot;
}

static struct draft_field *
in_slot(const struct draft *draft, enum slot slot)
{
	if (slot < SLOTS && !(draft->has >> slot & 1))
		return NULL;
	for (size_t i = 0; i < draft->n; i++)
		if (draft->fields[i].slot == slot)
			return &draft->fields[i];
	return NULL;
}

static struct draft_field *
named(const struct draft *draft, const char *name)
{
	for (size_t i = 0; i < draft->n; i++)
		if (strcmp(draft->fields[i].name, name) == 0)
			return &draft->fields[i];
	return NULL;
}

void
draft_put(struct draft *draft, enum slot slot, const char *value)
{
	struct draft_field *f = in_slot(draft, slot);

	if (f != NULL)
		draft_change(draft, f, value);
	else
		draft_more(draft, slot, value);
}

void
draft_more(struct draft *draft, enum slot slot, const char *value)
{
	append(draft, slot, schema_slot(draft->spec, slot)->name, value);
}

const char *
draft_text(const struct draft *draft, enum slot slot)
{
	const struct draft_field *f = in_slot(draft, slot);

	return f != NULL ? f->value : NULL;
}

int
draft_code(const struct draft *draft, enum slot slot)
{
	const char *value = draft_text(draft, slot);

	return value == NULL ? FIELD_UNTYPED :
	    schema_code_of(schema_slot(draft->spec, slot), value);
}

void
draft_add(struct draft *draft, const char *name, const char *value)
{
	const struct schema_kind *kind = draft->spec != NULL ? draft->spec :
	    &schema_kinds[KIND_OTHER];
	const struct schema_field *spec = schema_field(kind, name);

	append(draft, spec != NULL ? spec->slot : SLOT_NONE, spec != NULL ? spec->name : name,
	    value);
}

const char *
draft_value(const struct draft *draft, const char *name)
{
	const struct draft_field *f = named(draft, name);

	return f != NULL ? f->value : NULL;
}

void
draft_release(struct draft *draft)
{
	free(draft->fields);
	arena_release(&draft->room);
	draft->fields = NULL;
	draft->n = draft->cap = 0;
	draft->has = 0;
}

/* Where fields of that slot are written: Op, the kind's own, others, and who recorded it. */
static unsigned
rank(enum slot slot)
{
	switch (slot) {
	case SLOT_OP: return 0;
	case SLOT_FORMAAT: return SLOTS;
	case SLOT_NONE: return SLOTS + 1;
	case SLOT_DOOR: return SLOTS + 2;
	case SLOT_VASTGELEGD: return SLOTS + 3;
	case SLOT_UIT_DOSSIER: return SLOTS + 4;
	default: return slot;
	}
}

void
draft_order(const struct draft *draft, const struct draft_field **order)
{
	for (size_t i = 0; i < draft->n; i++) {
		const struct draft_field *f = &draft->fields[i];
		size_t j = i;

		for (; j > 0 && rank(order[j - 1]->slot) > rank(f->slot); j--)
			order[j] = order[j - 1];
		order[j] = f;
	}
}

void
draft_write_ordered(const struct draft *draft, const struct draft_field *const *order,
    const char *id, const char *line_end, struct text *to)
{
	if (draft->comment != NULL)
		text_adds(to, draft->comment);
	rec_write(to, SCHEMA_RECORD, draft->kind_name, line_end);
	rec_write(to, SCHEMA_CLIENT, id, line_end);
	for (size_t i = 0; i < draft->n; i++) {
		const struct draft_field *f = order[i];

		if (f->line)
			rec_write_line(to, f->name, f->value, f->length, line_end);
		else
			rec_write(to, f->name, f->value, line_end);
	}
	text_adds(to, line_end);
}

void
draft_write(const struct draft *draft, const char *id, const char *line_end, struct text *to)
{
	const struct draft_field **order = alloc_new(draft->n, sizeof *order);

	draft_order(draft, order);
	draft_write_ordered(draft, order, id, line_end, to);
	free(order);
}

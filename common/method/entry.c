#include "entry.h"

#include <string.h>

const struct field *
entry_loose(const struct entry *e, size_t *i)
{
	if (e->loose != NULL) {
		while (*i < e->nloose)
			if (e->loose[(*i)++].field != NULL)
				return e->loose[*i - 1].field;
		return NULL;
	}
	while (*i < e->first->n) {
		const struct field *f = &e->first->fields[(*i)++];

		if (*i > 2 && f->slot == SLOT_NONE && f->n > 0)
			return f;
	}
	return NULL;
}

/* The slot of a name in the entry's kind, or SLOT_NONE. */
static enum slot
slot_named(const struct entry *e, const char *name)
{
	const struct schema_field *f = e->kind == NULL ? NULL : schema_field(e->kind, name);

	return f == NULL ? SLOT_NONE : f->slot;
}

const char *
entry_value(const struct entry *e, const char *name)
{
	enum slot slot = slot_named(e, name);
	const struct field *f;
	size_t i = 0;

	if (slot != SLOT_NONE)
		return entry_text(e, slot);
	while ((f = entry_loose(e, &i)) != NULL)
		if (strcmp(f->name, name) == 0)
			return f->value;
	return "";
}

const char *
entry_next_value(const struct entry *e, const char *name, size_t *i)
{
	enum slot slot = slot_named(e, name);
	const struct field *f;
	size_t n = (*i)++, j = 0;

	if (slot != SLOT_NONE) {
		for (f = entry_at(e, slot); f != NULL && n > 0; n--)
			f = field_next(f);
		return f == NULL ? NULL : f->value;
	}
	while ((f = entry_loose(e, &j)) != NULL)
		if (strcmp(f->name, name) == 0 && n-- == 0)
			return f->value;
	return NULL;
}

date
entry_date(const struct entry *e, const char *name)
{
	return date_parse(entry_value(e, name));
}

bool
entry_number(const struct entry *e, const char *name, long *number)
{
	return schema_number(entry_value(e, name), number);
}

const char *
entry_stand(const struct entry *e)
{
	return e->stand == NULL ? "open" : entry_text(e->stand, STAND_STAND);
}

int
entry_stand_code(const struct entry *e)
{
	return e->stand == NULL ? STAND_OPEN : entry_code(e->stand, STAND_STAND);
}

bool
entry_finished(const struct entry *e)
{
	return entry_stand_code(e) >= STAND_BEHAALD;
}

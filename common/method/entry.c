#include "entry.h"

#include <string.h>

const struct field *
entry_at(const struct entry *e, enum slot slot)
{
	for (size_t i = 0; i < e->n; i++)
		if (e->fields[i]->slot == slot)
			return e->fields[i];
	return NULL;
}

const char *
entry_text(const struct entry *e, enum slot slot)
{
	const struct field *f = entry_at(e, slot);

	return f != NULL ? f->value : "";
}

date
entry_day(const struct entry *e, enum slot slot)
{
	const struct field *f = entry_at(e, slot);

	return f != NULL ? f->is.day : DATE_NONE;
}

int
entry_code(const struct entry *e, enum slot slot)
{
	const struct field *f = entry_at(e, slot);

	return f != NULL ? f->is.code : FIELD_UNTYPED;
}

const char *
entry_value(const struct entry *e, const char *name)
{
	size_t i = 0;
	const char *value = entry_next_value(e, name, &i);

	return value == NULL ? "" : value;
}

const char *
entry_next_value(const struct entry *e, const char *name, size_t *i)
{
	while (*i < e->n) {
		const struct field *f = e->fields[(*i)++];

		if (strcmp(f->name, name) == 0)
			return f->value;
	}
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
	return e->stand == NULL ? "open" : entry_value(e->stand, "Stand");
}

bool
entry_finished(const struct entry *e)
{
	const char *stand = entry_stand(e);

	return strcmp(stand, "behaald") == 0 || strcmp(stand, "deels") == 0 || strcmp(stand, "gestopt") == 0;
}

#include "draft.h"

#include <stdlib.h>
#include <string.h>

#include "memory.h"
#include "rec.h"

void
draft_begin(struct draft *draft, const char *kind)
{
	memset(draft, 0, sizeof *draft);
	draft->kind = schema_kind(kind);
	draft->kind_name = draft->kind != NULL ? draft->kind->name : kind;
}

/* As it will be read: blanks around what is not text do not count. */
static char *
copy_value(const struct draft *draft, const char *name, const char *value)
{
	const struct schema_field *f = draft->kind == NULL ? NULL : schema_field(draft->kind, name);
	size_t n;

	if (f == NULL || f->type == FIELD_TEXT)
		return memory_copy(value);
	value += strspn(value, " \t\n");
	for (n = strlen(value); n > 0 && strchr(" \t\n", value[n - 1]) != NULL; n--)
		continue;
	return memory_copy_n(value, n);
}

void
draft_add(struct draft *draft, const char *name, const char *value)
{
	draft->fields = memory_room(draft->fields, &draft->cap, draft->n + 1, sizeof *draft->fields);
	draft->fields[draft->n].name = memory_copy(name);
	draft->fields[draft->n].value = copy_value(draft, name, value);
	draft->n++;
}

void
draft_set(struct draft *draft, const char *name, const char *value)
{
	size_t i;

	for (i = 0; i < draft->n; i++)
		if (strcmp(draft->fields[i].name, name) == 0) {
			char *copy = copy_value(draft, name, value);

			free(draft->fields[i].value);
			draft->fields[i].value = copy;
			return;
		}
	draft_add(draft, name, value);
}

const char *
draft_value(const struct draft *draft, const char *name)
{
	size_t i;

	for (i = 0; i < draft->n; i++)
		if (strcmp(draft->fields[i].name, name) == 0)
			return draft->fields[i].value;
	return NULL;
}

void
draft_release(struct draft *draft)
{
	size_t i;

	for (i = 0; i < draft->n; i++) {
		free(draft->fields[i].name);
		free(draft->fields[i].value);
	}
	free(draft->fields);
	draft->fields = NULL;
	draft->n = draft->cap = 0;
}

static void
write_named(const struct draft *draft, const char *name, const char *line_end, struct text *to)
{
	size_t i;

	for (i = 0; i < draft->n; i++)
		if (strcmp(draft->fields[i].name, name) == 0)
			rec_write(to, name, draft->fields[i].value, line_end);
}

static bool
ours(const struct schema_kind *kind, const char *name)
{
	const struct schema_field *f;

	for (f = schema_common_fields; f->name != NULL; f++)
		if (strcmp(f->name, name) == 0)
			return true;
	for (f = kind == NULL ? NULL : kind->fields; f != NULL && f->name != NULL; f++)
		if (strcmp(f->name, name) == 0)
			return true;
	return false;
}

void
draft_write(const struct draft *draft, const char *id, const char *line_end, struct text *to)
{
	const struct schema_field *f;
	size_t i;

	rec_write(to, "Record", draft->kind_name, line_end);
	rec_write(to, "Client", id, line_end);
	write_named(draft, "Op", line_end, to);
	for (f = draft->kind == NULL ? NULL : draft->kind->fields; f != NULL && f->name != NULL; f++)
		write_named(draft, f->name, line_end, to);
	for (i = 0; i < draft->n; i++)
		if (!ours(draft->kind, draft->fields[i].name))
			rec_write(to, draft->fields[i].name, draft->fields[i].value, line_end);
	write_named(draft, "Door", line_end, to);
	write_named(draft, "Vastgelegd", line_end, to);
	text_adds(to, line_end);
}

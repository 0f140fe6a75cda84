#include "entry_table.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "memory.h"

enum { FIRST_CAP = 64 };

/* FNV-1a, 64 bits (Fowler, Noll, Vo). */
static uint64_t
hash(const char *name, size_t length)
{
	uint64_t h = 14695981039346656037u;

	for (size_t i = 0; i < length; i++)
		h = (h ^ (unsigned char)name[i]) * 1099511628211u;
	return h;
}

/* The slot that holds the name, or the free one where it belongs. There is always one free. */
static struct entry_slot *
slot(const struct entry_table *t, const char *name, size_t length)
{
	size_t i = (size_t)hash(name, length) & (t->cap - 1);

	while (t->slots[i].name != NULL &&
	    (t->slots[i].length != length || memcmp(t->slots[i].name, name, length) != 0))
		i = (i + 1) & (t->cap - 1);
	return &t->slots[i];
}

static void
grow(struct entry_table *t)
{
	struct entry_table wider = { .cap = t->cap == 0 ? FIRST_CAP : t->cap * 2, .n = t->n };

	wider.slots = memory_new(wider.cap, sizeof *wider.slots);
	for (size_t i = 0; i < t->cap; i++)
		if (t->slots[i].name != NULL)
			*slot(&wider, t->slots[i].name, t->slots[i].length) = t->slots[i];
	free(t->slots);
	*t = wider;
}

void
entry_name_add(struct text *name, const char *word)
{
	text_add(name, word, strlen(word) + 1);
}

struct entry *
entry_table_find(const struct entry_table *t, const char *name, size_t length)
{
	return t->cap == 0 ? NULL : slot(t, name, length)->entry;
}

void
entry_table_put(struct entry_table *t, const char *name, size_t length, struct entry *e)
{
	struct entry_slot *s;

	if (t->n >= t->cap / 2)
		grow(t);
	s = slot(t, name, length);
	if (s->name == NULL) {
		t->n++;
		s->name = name;
		s->length = length;
	}
	s->entry = e;
}

void
entry_table_clear(struct entry_table *t)
{
	if (t->n > 0)
		memset(t->slots, 0, t->cap * sizeof *t->slots);
	t->n = 0;
}

void
entry_table_release(struct entry_table *t)
{
	free(t->slots);
	*t = (struct entry_table){ 0 };
}

/* SPDX-License-Identifier: ISC */
#include "entry_table.h"

#include <stdlib.h>
#include <string.h>

#include "alloc.h"

enum { FEWEST = 64 };

/* FNV-1a. */
static uint32_t
hash_of(uint32_t within, const char *name, size_t n)
{
	uint32_t h = 2166136261u ^ within * 2654435769u;

	for (size_t i = 0; i < n; i++)
		h = (h ^ (unsigned char)name[i]) * 16777619u;
	return h ^ h >> 15;
}

/* The slot of the name, or the free one where it belongs. */
static uint32_t *
slot_of(const struct entry_table *t, uint32_t hash, uint32_t within, const char *name, size_t n)
{
	size_t i = hash & (t->cap - 1);

	for (; t->slots[i] != 0; i = (i + 1) & (t->cap - 1)) {
		const struct entry_name *k = &t->names[t->slots[i] - 1];

		if (k->hash == hash && k->within == within && k->n == n &&
		    memcmp(k->at, name, n) == 0)
			break;
	}
	return &t->slots[i];
}

static void
grow(struct entry_table *t)
{
	free(t->slots);
	t->cap = t->cap == 0 ? FEWEST : 2 * t->cap;
	t->slots = alloc_new(t->cap, sizeof *t->slots);
	for (size_t i = 0; i < t->n; i++) {
		const struct entry_name *k = &t->names[i];

		*slot_of(t, k->hash, k->within, k->at, k->n) = (uint32_t)i + 1;
	}
}

void **
entry_table_at(struct entry_table *t, uint32_t within, const char *name, size_t n)
{
	uint32_t hash = hash_of(within, name, n), *slot;

	if (2 * (t->n + 1) > t->cap)
		grow(t);
	slot = slot_of(t, hash, within, name, n);
	if (*slot == 0) {
		t->names = alloc_room(t->names, &t->names_cap, t->n + 1, sizeof *t->names);
		t->names[t->n++] = (struct entry_name){ name, n, within, hash, NULL };
		*slot = (uint32_t)t->n;
	}
	return &t->names[*slot - 1].what;
}

void *
entry_table_find(const struct entry_table *t, uint32_t within, const char *name, size_t n)
{
	uint32_t slot = t->n == 0 ? 0 : *slot_of(t, hash_of(within, name, n), within, name, n);

	return slot == 0 ? NULL : t->names[slot - 1].what;
}

void
entry_table_clear(struct entry_table *t)
{
	size_t i;

	/* A table that one large dossier made large is not wiped for each small one behind it. */
	if (t->n * 8 < t->cap)
		for (i = 0; i < t->n; i++) {
			size_t at = t->names[i].hash & (t->cap - 1);

			for (; t->slots[at] != 0; at = (at + 1) & (t->cap - 1))
				t->slots[at] = 0;
		}
	else if (t->cap > 0)
		memset(t->slots, 0, t->cap * sizeof *t->slots);
	t->n = 0;
}

void
entry_table_release(struct entry_table *t)
{
	struct entry_table empty = { 0 };

	free(t->slots);
	free(t->names);
	*t = empty;
}

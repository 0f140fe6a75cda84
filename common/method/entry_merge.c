/* SPDX-License-Identifier: ISC */
#include "entry_merge.h"

#include <string.h>

void
entry_spread(struct entry *e, uint64_t slots, struct arena *arena)
{
	const struct field **old = e->at;
	uint32_t room = 0;

	while (room < SLOTS && slots >> room != 0)
		room++;
	if (old != NULL && room <= e->room)
		return;
	e->at = arena_room(arena, (room > 0 ? room : 1) * sizeof *e->at);
	for (uint32_t i = 0; i < room; i++)
		e->at[i] = old == NULL ? record_at(e->first, (enum slot)i) :
		    i < e->room ? old[i] : NULL;
	e->room = room;
}

void
entry_put_over(struct entry *e, const struct record *r, uint64_t slots, struct arena *arena)
{
	entry_spread(e, e->full | (r->full & slots), arena);
	for (size_t i = r->n; i > 1; i--) {
		const struct field *f = &r->fields[i - 1];

		if (f->n > 0 && f->slot != SLOT_NONE && slots >> f->slot & 1)
			e->at[f->slot] = f;
	}
	e->full = (e->full & ~(r->has & slots)) | (r->full & slots);
}

static void
put_loose(struct entry *e, const struct field *f, size_t before, struct arena *arena)
{
	if (e->nloose == e->loose_cap) {
		const struct loose *old = e->loose;

		e->loose_cap = 2 * e->loose_cap + 4;
		e->loose = arena_room(arena, e->loose_cap * sizeof *e->loose);
		if (e->nloose > 0)
			memcpy(e->loose, old, e->nloose * sizeof *e->loose);
	}
	e->loose[e->nloose++] = (struct loose){ f, before };
}

/* The record's values of each name that is not ours replace those of earlier records, as a set. */
static void
take_loose(struct entry *e, const struct record *r, struct arena *arena, struct entry_table *named,
    uint32_t within)
{
	for (size_t i = 2; i < r->n; i++) {
		const struct field *f = &r->fields[i];
		uintptr_t before;
		void **last;

		if (f->slot != SLOT_NONE)
			continue;
		last = entry_table_at(named, within, f->name, strlen(f->name));
		before = (uintptr_t)*last;
		if (before > 0 && !(e->loose[before - 1].field >= r->fields &&
		    e->loose[before - 1].field < f))
			for (; before > 0; before = e->loose[before - 1].before)
				e->loose[before - 1].field = NULL;
		if (f->n == 0 && before > 0)
			continue;
		put_loose(e, f->n > 0 ? f : NULL, before, arena);
		*last = (void *)(uintptr_t)e->nloose;
	}
}

static bool
has_loose(const struct record *r)
{
	for (size_t i = 2; i < r->n; i++)
		if (r->fields[i].slot == SLOT_NONE)
			return true;
	return false;
}

void
entry_merge(struct entry *e, const struct record *r, struct arena *arena,
    struct entry_table *named, uint32_t within)
{
	entry_put_over(e, r, UINT64_MAX, arena);
	if (e->loose == NULL && !has_loose(r))
		return;
	if (e->loose == NULL)
		take_loose(e, e->first, arena, named, within);
	take_loose(e, r, arena, named, within);
}

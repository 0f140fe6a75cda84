/* SPDX-License-Identifier: ISC */
#include "entry.h"

#include <string.h>

const struct entry entry_none;

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

const struct field *
entry_next(const struct entry *e, enum slot slot, const char *name, const struct field *before,
    size_t *i)
{
	const struct field *f;

	if (slot != SLOT_NONE)
		return before == NULL ? entry_at(e, slot) : field_next(before);
	while ((f = entry_loose(e, i)) != NULL && strcmp(f->name, name) != 0)
		continue;
	return f;
}

const char *
entry_stand(const struct entry *e)
{
	return e->stand == NULL ? STAND_words[STAND_OPEN] : entry_text(e->stand, STAND_STAND);
}

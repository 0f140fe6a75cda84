/* SPDX-License-Identifier: ISC */
#include "definition.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#define TABLE(name, word) const char TAB_##name[] = word;
#define COLUMN(name, word) const char COL_##name[] = word;
#include "columns.def"

#define DEFINITION(view, name, nl, en, meaning_nl, meaning_en) \
	{ view, name, { nl, en }, { meaning_nl, meaning_en } },
const struct definition definitions[] = {
#include "definitions.def"
	{ NULL, NULL, { NULL, NULL }, { NULL, NULL } }
};

/* Open addressing: which of them stands there, from 1. There are twice as many places and more. */
enum { PLACES = 1024 };
_Static_assert(sizeof definitions / sizeof *definitions < PLACES / 2, "PLACES is too low");
static uint16_t places[PLACES];

/* The place of the column of a table, or the free one where it belongs. */
static uint16_t *
place_of(const char *view, const char *name)
{
	uint32_t h = 2166136261u;	/* FNV-1a, the NUL between the words too */
	const char *s;

	for (s = view; *s != '\0'; s++)
		h = (h ^ (unsigned char)*s) * 16777619u;
	for (s = name, h *= 16777619u; *s != '\0'; s++)
		h = (h ^ (unsigned char)*s) * 16777619u;
	for (h ^= h >> 15;; h++) {
		uint16_t *place = &places[h % PLACES];
		const struct definition *d = &definitions[*place - (*place > 0)];

		if (*place == 0 || (strcmp(d->view, view) == 0 && strcmp(d->name, name) == 0))
			return place;
	}
}

const struct definition *
definition_find(const char *view, const char *name)
{
	static bool begun;
	uint16_t at;

	for (size_t i = 0; !begun && definitions[i].view != NULL; i++) {
		uint16_t *place = place_of(definitions[i].view, definitions[i].name);

		if (*place == 0)
			*place = (uint16_t)(i + 1);
	}
	begun = true;
	at = *place_of(view, name);
	if (at == 0)
		at = *place_of("", name);
	return at == 0 ? NULL : &definitions[at - 1];
}

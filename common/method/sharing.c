/* SPDX-License-Identifier: ISC */
#include "sharing.h"

#include <stdlib.h>
#include <string.h>

#include "alloc.h"

const char *const sharing_words[] = { "ja", "verlopen", "nee" };

/* A letter of a name as it counts. */
static char
plain(char c)
{
	return c == ' ' || c == '-' ? '_' : c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

/* The name as it counts, without the blanks at its ends. */
static char *
plain_name(struct arena *arena, const char *name, size_t *n)
{
	char *plainly;

	name += strspn(name, " \t\n");
	*n = strlen(name);
	while (*n > 0 && strchr(" \t\n", name[*n - 1]) != NULL)
		(*n)--;
	plainly = arena_copy(arena, name, *n);
	for (size_t i = 0; i < *n; i++)
		plainly[i] = plain(plainly[i]);
	return plainly;
}

/* Whether it is the client's word, or the representative's, on sharing with somebody. */
static bool
is_sharing(const struct entry *e)
{
	int who = entry_code(e, AKKOORD_WIE), said = entry_code(e, AKKOORD_AKKOORD);

	return entry_code(e, AKKOORD_WAAROP) == WAAROP_DELEN && entry_at(e, AKKOORD_MET) != NULL &&
	    (who == AKKOORD_WIE_CLIENT || who == AKKOORD_WIE_VERTEGENWOORDIGER) &&
	    (said == AKKOORD_JA || said == AKKOORD_NEE);
}

bool
sharing_about(const struct record *r, const char *name)
{
	struct arena arena = { 0 };
	const char *asked, *with;
	size_t n, m;
	bool same;

	if (r->kind != KIND_AKKOORD || record_code(r, AKKOORD_WAAROP) != WAAROP_DELEN)
		return false;
	asked = plain_name(&arena, name, &n);
	with = plain_name(&arena, record_text(r, AKKOORD_MET), &m);
	same = n == m && memcmp(asked, with, n) == 0;
	arena_release(&arena);
	return same;
}

const struct entry *
sharing_with(const struct fold *s, const char *name)
{
	const struct entry *latest = NULL;
	struct arena arena = { 0 };
	size_t n, m;
	const char *asked = plain_name(&arena, name, &n);

	for (const struct entry *e = s->first[KIND_AKKOORD]; e != NULL; e = e->next) {
		const char *with;

		if (!is_sharing(e))
			continue;
		with = plain_name(&arena, entry_text(e, AKKOORD_MET), &m);
		if (n == m && memcmp(asked, with, n) == 0)
			latest = e;
	}
	arena_release(&arena);
	return latest;
}

enum sharing
sharing_now(const struct fold *s, const struct entry *e)
{
	date until = entry_day(e, AKKOORD_TOT);

	if (entry_code(e, AKKOORD_AKKOORD) == AKKOORD_NEE)
		return SHARING_NO;
	return until != DATE_NONE && until < s->at ? SHARING_EXPIRED : SHARING_YES;
}

size_t
sharing_all(const struct fold *s, const struct entry ***all)
{
	struct entry_table parties = { 0 };
	struct arena arena = { 0 };
	size_t n = 0, cap = 0, length;

	*all = NULL;
	for (const struct entry *e = s->first[KIND_AKKOORD]; e != NULL; e = e->next) {
		const char *with;
		void **at;

		if (!is_sharing(e))
			continue;
		with = plain_name(&arena, entry_text(e, AKKOORD_MET), &length);
		at = entry_table_at(&parties, 0, with, length);
		if (*at == NULL) {
			*all = alloc_room(*all, &cap, n + 1, sizeof **all);
			*at = (void *)(uintptr_t)++n;
		}
		(*all)[(uintptr_t)*at - 1] = e;
	}
	entry_table_release(&parties);
	arena_release(&arena);
	return n;
}

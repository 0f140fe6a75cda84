/* SPDX-License-Identifier: ISC */
#include "arrangement_table.h"

#include <string.h>

/*
 * What the table holds of a text within a word: all that was agreed on by one Wie, on one
 * Waarop, with one Met.
 */
enum what {
	STANDS,			/* the akkoord by which it stands, were it not for the others */
	SAID,			/* the first akkoord that said it */
	ENDED,			/* the last akkoord that ended it */
	REFUSED,		/* the last akkoord that was nee, without text */
	WHATS
};

/* Numbers for the table, beside the kinds that it has names of: so many words are in no memory. */
enum { WITHIN = 1 << 30 };

struct arrangement_key
arrangement_key(const struct entry *e)
{
	struct arrangement_key k = { entry_text(e, AKKOORD_WIE), entry_text(e, AKKOORD_WAAROP),
	    entry_text(e, AKKOORD_MET) };

	return k;
}

static bool
blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n';
}

const char *
arrangement_text(const char *text, size_t *length)
{
	while (blank(*text))
		text++;
	*length = strlen(text);
	while (*length > 0 && blank(text[*length - 1]))
		(*length)--;
	return text;
}

static uint32_t
within(enum what what, size_t word)
{
	return (uint32_t)(WITHIN + word * WHATS + what);
}

static struct entry *
find(const struct entry_table *t, enum what what, size_t word, const char *text)
{
	size_t length;

	text = arrangement_text(text, &length);
	return entry_table_find(t, within(what, word), text, length);
}

static void
put(struct entry_table *t, enum what what, const char *text, struct entry *e)
{
	size_t length;

	text = arrangement_text(text, &length);
	*entry_table_at(t, within(what, e->word), text, length) = e;
}

/* DATE_LAST when it has none. */
static date
last_day(const struct entry *e)
{
	date until = entry_day(e, AKKOORD_TOT);

	return until == DATE_NONE ? DATE_LAST : until;
}

static bool
is_after(const struct entry *a, const struct entry *b)
{
	return a != NULL && a->order > b->order;
}

/* Within a record Vervalt goes first. */
const struct entry *
arrangement_table_standing(const struct entry_table *t, size_t open, size_t word, const char *text,
    date on)
{
	struct entry *e = find(t, STANDS, word, text);

	if (e == NULL || e->trajectory != open || last_day(e) < on ||
	    is_after(find(t, ENDED, word, text), e) || is_after(find(t, REFUSED, word, ""), e))
		return NULL;
	return e;
}

const struct entry *
arrangement_table_said(const struct entry_table *t, size_t word, const char *text)
{
	return find(t, SAID, word, text);
}

/* The key as one name, in the arena. */
static const char *
name_of(const struct arrangement_key *k, struct arena *arena, size_t *n)
{
	char *name;

	*n = strlen(k->wie) + strlen(k->waarop) + strlen(k->met) + 3;
	name = arena_room(arena, *n);
	stpcpy(stpcpy(stpcpy(name, k->wie) + 1, k->waarop) + 1, k->met);
	return name;
}

const struct entry *
arrangement_table_latest(const struct entry_table *t, const struct arrangement_key *k)
{
	struct arena arena = { 0 };
	size_t n;
	const char *name = name_of(k, &arena, &n);
	const struct entry *latest = entry_table_find(t, KIND_AKKOORD, name, n);

	arena_release(&arena);
	return latest;
}

/* Numbers the akkoord's word by the first of it, which the table has the latest of. */
static void
settle_word(struct entry_table *t, struct arena *arena, size_t number, struct entry *e)
{
	const struct arrangement_key k = arrangement_key(e);
	size_t n;
	const char *name = name_of(&k, arena, &n);
	void **latest = entry_table_at(t, KIND_AKKOORD, name, n);
	struct entry *before = *latest;

	e->word = before != NULL ? before->word : (uint32_t)number;
	if (before != NULL)
		before->superseded = true;
	*latest = e;
}

void
arrangement_table_take(struct entry_table *t, struct arena *arena, size_t number, size_t open,
    struct entry *e)
{
	const struct field *f;
	date last = last_day(e);

	settle_word(t, arena, number, e);
	for (f = entry_at(e, AKKOORD_VERVALT); f != NULL; f = field_next(f))
		put(t, ENDED, f->value, e);
	if (entry_code(e, AKKOORD_AKKOORD) == AKKOORD_NEE)
		put(t, REFUSED, "", e);
	if (entry_code(e, AKKOORD_AKKOORD) != AKKOORD_JA)
		return;
	for (f = entry_at(e, AKKOORD_AFSPRAAK); f != NULL; f = field_next(f)) {
		/* One that was to last longer stands on. */
		if (last == DATE_LAST ||
		    arrangement_table_standing(t, open, e->word, f->value, last + 1) == NULL)
			put(t, STANDS, f->value, e);
		if (find(t, SAID, e->word, f->value) == NULL)
			put(t, SAID, f->value, e);
	}
}

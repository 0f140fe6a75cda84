#include "arrangement.h"

#include <string.h>

/* What the state's table holds of a key and a text, behind the name of the key's latest akkoord. */
enum what {
	STANDS = 'a',		/* the akkoord by which it stands, were it not for the others */
	SAID = 's',		/* the first akkoord that said it */
	ENDED = 'v',		/* the last akkoord that ended it */
	REFUSED = 'n'		/* the last akkoord that was nee, without text */
};

struct arrangement_key
arrangement_key(const struct entry *e)
{
	struct arrangement_key k = { entry_text(e, AKKOORD_WIE), entry_text(e, AKKOORD_WAAROP),
	    entry_text(e, AKKOORD_MET) };

	return k;
}

const char *
arrangement_text(const char *text, size_t *length)
{
	text += strspn(text, " \t\n");
	*length = strlen(text);
	while (*length > 0 && strchr(" \t\n", text[*length - 1]) != NULL)
		(*length)--;
	return text;
}

static void
name_of(struct text *to, enum what what, const struct arrangement_key *k, const char *text)
{
	size_t length;

	text_add(to, k->wie, strlen(k->wie) + 1);
	text_add(to, k->waarop, strlen(k->waarop) + 1);
	text_add(to, k->met, strlen(k->met) + 1);
	text_addc(to, (char)what);
	text = arrangement_text(text, &length);
	text_add(to, text, length);
}

static struct entry *
find(const struct state *s, enum what what, const struct arrangement_key *k, const char *text)
{
	struct text name = { 0 };
	struct entry *e;

	name_of(&name, what, k, text);
	e = entry_table_find(&s->named, KIND_AKKOORD, name.at, name.len);
	text_release(&name);
	return e;
}

static void
put(struct state *s, enum what what, const struct arrangement_key *k, const char *text,
    struct entry *e)
{
	struct text name = { 0 };
	const char *kept;

	name_of(&name, what, k, text);
	kept = arena_copy(&s->arena, name.at, name.len);
	*entry_table_at(&s->named, KIND_AKKOORD, kept, name.len) = e;
	text_release(&name);
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

/* The akkoord by which it stands on the day, or NULL. Within a record Vervalt goes first. */
static struct entry *
standing(const struct state *s, const struct arrangement_key *k, const char *text, date on)
{
	struct entry *e = find(s, STANDS, k, text);

	if (e == NULL || state_closed(s) || e->trajectory + 1 != s->ntrajectories ||
	    last_day(e) < on || is_after(find(s, ENDED, k, text), e) ||
	    is_after(find(s, REFUSED, k, ""), e))
		return NULL;
	return e;
}

void
arrangement_take(struct state *s, struct entry *e)
{
	const struct arrangement_key k = arrangement_key(e);
	const struct field *f;
	date last = last_day(e);

	for (f = entry_at(e, AKKOORD_VERVALT); f != NULL; f = field_next(f))
		put(s, ENDED, &k, f->value, e);
	if (entry_code(e, AKKOORD_AKKOORD) == AKKOORD_NEE)
		put(s, REFUSED, &k, "", e);
	if (entry_code(e, AKKOORD_AKKOORD) != AKKOORD_JA)
		return;
	for (f = entry_at(e, AKKOORD_AFSPRAAK); f != NULL; f = field_next(f)) {
		/* One that was to last longer stands on. */
		if (last == DATE_LAST || standing(s, &k, f->value, last + 1) == NULL)
			put(s, STANDS, &k, f->value, e);
		if (find(s, SAID, &k, f->value) == NULL)
			put(s, SAID, &k, f->value, e);
	}
}

bool
arrangement_stands(const struct state *s, const struct entry *e, const char *text, date on)
{
	const struct arrangement_key k = arrangement_key(e);

	return standing(s, &k, text, on) == e;
}

bool
arrangement_there(const struct state *s, const struct arrangement_key *k, const char *text, date on)
{
	return standing(s, k, text, on) != NULL;
}

bool
arrangement_said(const struct state *s, const struct entry *e, const char *text)
{
	const struct arrangement_key k = arrangement_key(e);
	const struct entry *first = find(s, SAID, &k, text);

	return first != NULL && first->order < e->order;
}

/* SPDX-License-Identifier: ISC */
#include "row_former.h"

#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "former.h"
#include "numbering.h"
#include "shown.h"

/* The row at hand, and the client by whose dossier it calls things; NULL = not known. */
struct naming {
	struct row_apply *p;
	const struct dossier *d;
	const char *client;
	bool former;			/* something has another name than its id */
	struct row_record *r;
	const struct draft_field *field;
	bool fresh;			/* it is one that the dossier does not know yet */
	struct settled {
		enum kind kind;
		char *id, *key;		/* what the row calls so, and its id here */
	} *all;
	size_t n, cap;
};

/* What is settled of the id, or NULL. */
static const struct settled *
settled(const struct naming *g, enum kind kind, const char *id)
{
	for (size_t i = 0; i < g->n; i++)
		if (g->all[i].kind == kind && strcmp(g->all[i].id, id) == 0)
			return &g->all[i];
	return NULL;
}

/* The text of a goal or action. */
static enum slot
text_of(enum kind kind)
{
	return kind == KIND_DOEL ? DOEL_TEKST : WERKPUNT_TEKST;
}

static const char *
key_of(const struct record *r, enum kind kind)
{
	return r->kind == kind ? record_text(r, schema_key(r->spec)->slot) : "";
}

static bool
is_mine(const struct row_apply *p, const struct record *r)
{
	return strcmp(record_text(r, SLOT_DOOR), p->reader->call->by) == 0;
}

static bool
begins(const struct naming *g, size_t i, enum kind kind)
{
	const char *key = key_of(&g->d->records[i], kind);

	for (size_t j = 0; key[0] != '\0' && j < i; j++)
		if (strcmp(key_of(&g->d->records[j], kind), key) == 0)
			return false;
	return key[0] != '\0';
}

/* Whether the record begins what the client's dossier calls so. */
static bool
called(const struct naming *g, size_t i, enum kind kind, const char *id)
{
	const struct record *r = &g->d->records[i];
	const char *at = g->d->bytes.at + r->lead, *end = g->d->bytes.at + r->start;
	bool any = false;
	struct former f;

	while (former_next(&at, end, &f)) {
		any = true;
		if (former_is(&f, id, g->client))
			return true;
	}
	return !any && strcmp(key_of(r, kind), id) == 0 && begins(g, i, kind) &&
	    (g->client == NULL || strcmp(g->client, g->d->id) == 0);
}

/* Whether anything has another name than its id, or may have. */
static bool
any_former(const struct dossier *d)
{
	struct former f;

	for (size_t i = 0; i < d->read; i++) {
		const char *at = d->bytes.at + d->records[i].lead;

		if (former_next(&at, d->bytes.at + d->records[i].start, &f))
			return true;
	}
	return false;
}

/* Whether a version of it had the text that the row gives; NULL fits none. */
static bool
had_text(const struct naming *g, enum kind kind, const char *key, const char *text)
{
	for (size_t i = 0; text != NULL && i < g->d->read; i++)
		if (strcmp(key_of(&g->d->records[i], kind), key) == 0 &&
		    strcmp(record_text(&g->d->records[i], text_of(kind)), text) == 0)
			return true;
	return false;
}

/* Whether who imports recorded any of it. */
static bool
recorded_by_import(const struct naming *g, enum kind kind, const char *key)
{
	for (size_t i = 0; i < g->d->read; i++)
		if (strcmp(key_of(&g->d->records[i], kind), key) == 0 &&
		    is_mine(g->p, &g->d->records[i]))
			return true;
	return false;
}

/* What is left of several by a test; NULL when that is none or several. */
struct choice {
	const char *key;
	size_t n;
};

static void
choose(struct choice *c, const char *key)
{
	if (c->n == 1 && strcmp(c->key, key) == 0)
		return;
	c->key = c->n++ == 0 ? key : NULL;
}

static void
wrong(const struct naming *g, const char *code, const char *format, const char *id)
{
	struct text why = { 0 };

	text_addf(&why, format, id, g->d->id);
	row_problem(g->p->reader, g->p->rows, g->p->row, &g->r->draft, PROBLEM_ERROR, code,
	    g->field->name, text_string(&why));
	text_release(&why);
}

/* The goal here of an action of the row, or NULL. */
static const char *
goal_of(const struct naming *g)
{
	const char *goal = draft_text(&g->r->draft, WERKPUNT_DOEL);
	const struct settled *s = goal == NULL ? NULL : settled(g, KIND_DOEL, goal);

	return s != NULL ? s->key : goal;
}

/*
 * The one that has the text in some version, of actions only one of that goal; NULL when that is
 * none or several.
 */
static const char *
of_text(const struct naming *g, enum kind kind, const char *text)
{
	const char *goal = kind == KIND_WERKPUNT && g->r->draft.kind == kind ? goal_of(g) : NULL;
	struct choice c = { 0 };

	for (size_t i = 0; text != NULL && i < g->d->read; i++) {
		const struct record *r = &g->d->records[i];
		const char *key = key_of(r, kind);

		if (key[0] != '\0' && strcmp(record_text(r, text_of(kind)), text) == 0 &&
		    (goal == NULL || record_at(r, WERKPUNT_DOEL) == NULL ||
		    strcmp(record_text(r, WERKPUNT_DOEL), goal) == 0))
			choose(&c, key);
	}
	return c.key;
}

static bool
has_key(const struct dossier *d, enum kind kind, const char *key)
{
	for (size_t i = 0; i < d->read; i++)
		if (strcmp(key_of(&d->records[i], kind), key) == 0)
			return true;
	return false;
}

/* Whether it is an action whose id was made of that of its goal, which has another one here. */
static bool
follows_goal(const struct naming *g, enum kind kind, const char *id)
{
	const char *goal = kind != KIND_WERKPUNT ? NULL :
	    draft_text(&g->r->draft, WERKPUNT_DOEL);
	const struct settled *s = goal == NULL ? NULL : settled(g, KIND_DOEL, goal);
	size_t n = goal == NULL ? 0 : strlen(goal);

	return s != NULL && strcmp(s->key, goal) != 0 && strncmp(id, goal, n) == 0 &&
	    id[n] == '.';
}

/*
 * What the row means by the id: a key of the dossier, or the id itself where it begins something.
 * `text` is what the row says of it; NULL: it only names it. NULL when that cannot be told, or
 * where it is one that the dossier does not know yet, under a number that is another one's.
 */
static const char *
meant(struct naming *g, enum kind kind, const char *id, const char *text)
{
	struct choice all = { 0 }, by_text = { 0 }, mine = { 0 };
	bool own = g->client != NULL && strcmp(g->client, g->d->id) == 0, there;

	if (own && !g->former && !follows_goal(g, kind, id))
		return id;
	for (size_t i = 0; i < g->d->read; i++) {
		const char *key = key_of(&g->d->records[i], kind);

		if (key[0] == '\0' || !called(g, i, kind, id))
			continue;
		choose(&all, key);
		if (had_text(g, kind, key, text))
			choose(&by_text, key);
		if (recorded_by_import(g, kind, key))
			choose(&mine, key);
	}
	there = has_key(g->d, kind, id);
	if (all.n == 0 && own && !there && !follows_goal(g, kind, id))
		return id;
	if (all.n == 0 && of_text(g, kind, text) != NULL)
		return of_text(g, kind, text);
	if (all.n == 1 || (all.n > 1 && by_text.n == 1))
		return all.n == 1 ? all.key : by_text.key;
	if (all.n > 1 && mine.n == 1)
		return mine.key;
	g->fresh = all.n == 0 && text != NULL;
	if (g->fresh)
		return NULL;
	if (all.n > 1)
		wrong(g, "former", _("several are called %s since versions of %s were joined, or "
		    "it took over another dossier; expected one that the text or who recorded "
		    "it tells"), shown_or_dots(id));
	else if (there && own)
		wrong(g, "former", _("%s is another one in %s since versions were joined, or it "
		    "took over another dossier; expected a number that is free"),
		    shown_or_dots(id));
	else
		wrong(g, "former", _("none was called %s in the dossier that %s took over; "
		    "expected one that was, or the client's present number"), shown_or_dots(id));
	return NULL;
}

/* Whether what the row begins to say otherwise was recorded by the import, or once said so. */
static bool
own_text(const struct naming *g, enum kind kind, const char *key, const char *text)
{
	return text == NULL || !has_key(g->d, kind, key) ||
	    mapping_once(&g->p->reader->map, g->r->group, schema_name(kind, text_of(kind))) ||
	    had_text(g, kind, key, text) || recorded_by_import(g, kind, key);
}

/*
 * The kind that the field names one of, or KIND_OTHER. A field of somebody's own that is called as
 * a key of ours holds one, as in a join.
 */
static enum kind
named(const struct draft *d, const struct draft_field *f)
{
	const struct schema_field *spec = d->spec == NULL || f->slot == SLOT_NONE ? NULL :
	    schema_slot(d->spec, f->slot);

	if (spec == NULL)
		return strcmp(f->name, schema_name(KIND_DOEL, DOEL_DOEL)) == 0 ? KIND_DOEL :
		    strcmp(f->name, schema_name(KIND_WERKPUNT, WERKPUNT_WERKPUNT)) == 0 ?
		    KIND_WERKPUNT : KIND_OTHER;
	if ((d->kind == KIND_DOEL || d->kind == KIND_WERKPUNT) && spec == schema_key(d->spec))
		return d->kind;
	return spec->ref == REF_DOEL ? KIND_DOEL : spec->ref == REF_WERKPUNT ? KIND_WERKPUNT :
	    KIND_OTHER;
}

/* What the row itself says of the one it calls so, or NULL. */
static const char *
text_in_row(const struct row *row, enum kind kind, const char *id)
{
	for (size_t i = 0; i < row->n; i++) {
		const struct draft *d = &row->records[i].draft;
		const char *key = d->kind != kind ? NULL :
		    draft_text(d, schema_key(d->spec)->slot);

		if (key != NULL && strcmp(key, id) == 0)
			return draft_text(d, text_of(kind));
	}
	return NULL;
}

/* The next number that neither the dossier has nor an earlier record of the row was given. */
static char *
next_number(const struct naming *g, enum kind kind)
{
	struct text id = { 0 };
	char *number;

	if (kind == KIND_DOEL)
		number_goal(g->d, &id);
	else
		number_action(g->d, goal_of(g), &id);
	for (size_t i = 0; i < g->n; i++)
		if (g->all[i].kind == kind && strcmp(g->all[i].key, text_string(&id)) == 0) {
			number_raise(&id);
			i = (size_t)-1;
		}
	number = alloc_copy(text_string(&id));
	text_release(&id);
	return number;
}

/*
 * Settles what the row calls so in the field; `begins`: it is the key of its record, which may be
 * one that the dossier does not have yet. Then it gets a number, and what it is called is noted.
 */
static void
settle(struct naming *g, enum kind kind, bool begins)
{
	const char *id = g->field->value, *key, *other;
	const char *text = text_in_row(g->p->row, kind, id);
	char *number = NULL;

	if (id[0] == '\0' || settled(g, kind, id) != NULL)
		return;
	g->fresh = false;
	key = meant(g, kind, id, text);
	if (key != NULL && begins && !own_text(g, kind, key, text)) {
		other = of_text(g, kind, text);
		g->fresh = other == NULL;
		key = other;
	}
	if (key == NULL && (!g->fresh || !begins || (kind == KIND_WERKPUNT &&
	    draft_text(&g->r->draft, WERKPUNT_DOEL) == NULL)))
		return;
	if (key == NULL) {
		number = next_number(g, kind);
		text_clear(&g->r->was);
		former_add(id, g->client != NULL ? g->client : g->d->id, g->d->crlf ? "\r\n" :
		    "\n", &g->r->was);
	}
	g->all = alloc_room(g->all, &g->cap, g->n + 1, sizeof *g->all);
	g->all[g->n++] = (struct settled){ kind, alloc_copy(id), number != NULL ? number :
	    alloc_copy(key) };
}

/* All fields of the row that name one: first keys of that kind, or where KIND_OTHER, any. */
static void
settle_all(struct naming *g, enum kind only)
{
	for (size_t i = 0; i < g->p->row->n; i++) {
		struct row_record *r = &g->p->row->records[i];
		bool keys = only != KIND_OTHER;

		for (size_t j = 0; (!keys || r->draft.kind == only) && j < r->draft.n; j++) {
			enum kind kind = named(&r->draft, &r->draft.fields[j]);
			bool key = kind == r->draft.kind && r->draft.spec != NULL &&
			    r->draft.fields[j].slot == schema_key(r->draft.spec)->slot;

			g->r = r;
			g->field = &r->draft.fields[j];
			/* an action's goal comes before it, for its number is made of that */
			if (kind != KIND_OTHER && (!keys || key || only == KIND_WERKPUNT))
				settle(g, kind, key);
		}
	}
}

void
row_former_settle(struct row_apply *p, const struct dossier *d, const char *client)
{
	struct naming g = { .p = p, .d = d, .client = client };

	if (p->row->n == 0)
		return;
	g.former = any_former(d);
	settle_all(&g, KIND_DOEL);
	settle_all(&g, KIND_WERKPUNT);
	settle_all(&g, KIND_OTHER);
	for (size_t i = 0; i < p->row->n; i++)
		for (size_t j = 0; j < p->row->records[i].draft.n; j++) {
			struct draft *draft = &p->row->records[i].draft;
			struct draft_field *f = &draft->fields[j];
			enum kind kind = named(draft, f);
			const struct settled *s = kind == KIND_OTHER ? NULL :
			    settled(&g, kind, f->value);

			if (s == NULL || strcmp(s->key, f->value) == 0)
				continue;
			draft_change(draft, f, s->key);
		}
	for (size_t i = 0; i < g.n; i++) {
		free(g.all[i].id);
		free(g.all[i].key);
	}
	free(g.all);
}

/* SPDX-License-Identifier: ISC */
#include "row_former.h"

#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "former.h"
#include "replaced.h"
#include "row_compare.h"

/* The row at hand, and the client by whose dossier it calls things; NULL = not known. */
struct naming {
	struct row_apply *p;
	const struct dossier *d;
	const char *client;
	bool former;			/* something has another name than its id */
	const struct row_record *r;
	const struct draft_field *field;
};

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

/*
 * What the row means by the id: a key of the dossier, or the id itself where it begins something.
 * `text` is what the row says of it; NULL: it only names it. NULL when that cannot be told.
 */
static const char *
meant(const struct naming *g, enum kind kind, const char *id, const char *text)
{
	struct choice all = { 0 }, by_text = { 0 }, any_text = { 0 }, mine = { 0 };
	bool own = g->client != NULL && strcmp(g->client, g->d->id) == 0, there = false;

	if (own && !g->former)
		return id;
	for (size_t i = 0; i < g->d->read; i++) {
		const struct record *r = &g->d->records[i];
		const char *key = key_of(r, kind);

		if (key[0] == '\0')
			continue;
		there = there || strcmp(key, id) == 0;
		if (text != NULL && strcmp(record_text(r, text_of(kind)), text) == 0)
			choose(&any_text, key);
		if (!called(g, i, kind, id))
			continue;
		choose(&all, key);
		if (had_text(g, kind, key, text))
			choose(&by_text, key);
		if (is_mine(g->p, r))
			choose(&mine, key);
	}
	if (all.n == 0 && own && !there)
		return id;
	if (all.n == 0 && any_text.n == 1)
		return any_text.key;
	if (all.n == 1 || (all.n > 1 && by_text.n == 1))
		return all.n == 1 ? all.key : by_text.key;
	if (all.n > 1 && mine.n == 1)
		return mine.key;
	if (all.n > 1)
		wrong(g, "former", _("several are called %s since versions of %s were joined, or "
		    "it took over another dossier; expected one that the text or who recorded "
		    "it tells"), id);
	else if (there && own)
		wrong(g, "former", _("%s is another one in %s since versions were joined, or it "
		    "took over another dossier; expected a number that is free"), id);
	else
		wrong(g, "former", _("none was called %s in the dossier that %s took over; "
		    "expected one that was, or the client's present number"), id);
	return NULL;
}

/* Whether what the row begins to say otherwise was recorded by the import, or once said so. */
static bool
own_text(const struct naming *g, enum kind kind, const char *key)
{
	const char *text = draft_text(&g->r->draft, text_of(kind));
	bool there = false;

	for (size_t i = 0; i < g->d->read && !there; i++)
		there = strcmp(key_of(&g->d->records[i], kind), key) == 0;
	if (text == NULL || !there || mapping_once(&g->p->reader->map, g->r->group,
	    schema_name(kind, text_of(kind))) || had_text(g, kind, key, text) ||
	    recorded_by_import(g, kind, key))
		return true;
	wrong(g, "double-key", _("somebody else recorded %s in %s, and it never had this text; "
	    "expected the number of another one, or the import of who recorded it (--by)"), key);
	return false;
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

/* The drafts keep what the row calls things until all of them are settled. */
struct settled {
	struct draft_field *field;
	char *key;
};

void
row_former_settle(struct row_apply *p, const struct dossier *d, const char *client)
{
	struct naming g = { .p = p, .d = d, .client = client };
	struct settled *all = NULL;
	size_t n = 0, cap = 0;

	g.former = any_former(d);
	for (size_t i = 0; i < p->row->n; i++)
		for (size_t j = 0; j < p->row->records[i].draft.n; j++) {
			struct draft_field *f = &p->row->records[i].draft.fields[j];
			enum kind kind = named(&p->row->records[i].draft, f);
			const char *key;

			g.r = &p->row->records[i];
			g.field = f;
			if (kind == KIND_OTHER || f->value[0] == '\0')
				continue;
			key = meant(&g, kind, f->value, text_in_row(p->row, kind, f->value));
			if (key == NULL || (g.r->draft.kind == kind &&
			    f->slot == schema_key(g.r->draft.spec)->slot &&
			    !own_text(&g, kind, key)) || strcmp(key, f->value) == 0)
				continue;
			all = alloc_room(all, &cap, n + 1, sizeof *all);
			all[n++] = (struct settled){ f, alloc_copy(key) };
		}
	for (size_t i = 0; i < n; i++) {
		free(all[i].field->value);
		all[i].field->value = all[i].key;
	}
	free(all);
}

/* The client whose Extern that was, where it is known; *n is of how many. */
static const char *
taken_over(const char *extern_id, const struct dossier *d, size_t *n)
{
	size_t nall;
	const struct field **all = replaced_values(d, CLIENT_VERVANGT_EXTERN, &nall);
	const char *found = d->id;

	*n = 0;
	for (size_t i = 0; i < nall; i++) {
		const char *blank = strchr(all[i]->value, ' ');

		if (blank == NULL || strcmp(blank + 1, extern_id) != 0 ||
		    (*n > 0 && strcmp(found, all[i]->value) == 0))
			continue;
		found = all[i]->value;
		++*n;
	}
	free(all);
	return found;
}

const char *
row_former_client(struct row_apply *p, const struct dossier *d, bool *taken)
{
	const char *extern_id = draft_text(&p->row->client, CLIENT_EXTERN);
	const char *found = NULL, *client = d->id;
	size_t n = 0, nreplaced;
	const struct field **replaced = replaced_values(d, CLIENT_VERVANGT, &nreplaced);

	*taken = false;
	if (nreplaced > 0 && p->row->id != NULL)
		found = p->row->id;
	else if (nreplaced > 0 && extern_id != NULL)
		found = taken_over(extern_id, d, &n);
	if (nreplaced > 0 && (found == NULL || n > 1))
		client = NULL;
	for (size_t i = 0; i < nreplaced && client != NULL && !*taken; i++) {
		const char *was = replaced[i]->value;
		size_t length = strlen(was);

		if (strncmp(found, was, length) == 0 &&
		    (found[length] == '\0' || (n == 1 && found[length] == ' '))) {
			*taken = true;
			client = was;
		}
	}
	free(replaced);
	return client;
}

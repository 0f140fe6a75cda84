/* SPDX-License-Identifier: ISC */
#include "identity.h"

#include <stdlib.h>
#include <string.h>

#include "alloc.h"

int
identity_compare_keys(const char *a, const char *b)
{
	size_t n = strlen(a), m = strlen(b);

	return n != m ? (n < m ? -1 : 1) : strcmp(a, b);
}

/* The key of a record of that kind, "" for one of another kind. */
static const char *
identity_key(const struct record *r, enum kind kind)
{
	return r->kind == kind ? record_text(r, schema_key(r->spec)->slot) : "";
}

static int
by_key_then_place(const void *a, const void *b)
{
	const struct identity *x = a, *y = b;
	int c = identity_compare_keys(x->key, y->key);

	return c != 0 ? c : x->first->record->line < y->first->record->line ? -1 :
	    x->first->record->line > y->first->record->line;
}

void
identities_read(struct identities *ids, struct version *v, enum kind kind)
{
	size_t i, n = 0;

	*ids = (struct identities){ .version = v, .kind = kind };
	ids->at = alloc_new(v->n, sizeof *ids->at);
	for (i = 0; i < v->n; i++) {
		struct piece *p = &v->pieces[i];
		const char *key = identity_key(p->record, kind);

		if (key[0] != '\0')
			ids->at[n++] = (struct identity){ .key = key, .becomes = key, .first = p,
			    .shared = p->twin != NULL, .kept = p->base != NULL };
	}
	if (n > 0)
		qsort(ids->at, n, sizeof *ids->at, by_key_then_place);
	for (i = 0; i < n; i++) {
		struct identity *last = ids->n > 0 ? &ids->at[ids->n - 1] : NULL;

		if (last == NULL || strcmp(last->key, ids->at[i].key) != 0)
			ids->at[ids->n++] = ids->at[i];
		else {
			last->shared = last->shared || ids->at[i].shared;
			last->kept = last->kept || ids->at[i].kept;
		}
	}
}

void
identities_release(struct identities *ids)
{
	free(ids->at);
	ids->at = NULL;
	ids->n = 0;
}

static int
by_key(const void *key, const void *identity)
{
	const struct identity *i = identity;

	return identity_compare_keys(key, i->key);
}

struct identity *
identities_find(const struct identities *ids, const char *key)
{
	return ids->n == 0 ? NULL : bsearch(key, ids->at, ids->n, sizeof *ids->at, by_key);
}

/* Where a version keeps which of another one is the same. */
enum side { SIDE_A, SIDE_B };

static bool
refers(const struct field *f, enum kind kind)
{
	return kind == KIND_DOEL && f->spec != NULL && f->spec->ref == REF_DOEL;
}

/* By everything but their own key and, of a goal, the goal it stands under. */
static int
compare_but_key(const struct record *a, const struct record *b)
{
	const struct schema_field *key = schema_key(a->spec);
	size_t i;

	for (i = 2; i < a->n && i < b->n; i++) {
		const struct field *x = &a->fields[i], *y = &b->fields[i];
		int c = strcmp(x->name, y->name);

		if (c == 0 && x->spec != key && !refers(x, a->kind))
			c = strcmp(x->value, y->value);
		if (c != 0)
			return c;
	}
	return a->n < b->n ? -1 : a->n > b->n;
}

static int
by_content_then_key(const void *a, const void *b)
{
	const struct identity *x = *(struct identity *const *)a, *y = *(struct identity *const *)b;
	int c = compare_but_key(x->first->record, y->first->record);

	return c != 0 ? c : identity_compare_keys(x->key, y->key);
}

/* Whether they stand under one goal too. */
static bool
same_references(const struct identities *from, const struct identity *x, enum side side,
    const struct identities *to,
    const struct identity *y)
{
	const struct record *a = x->first->record, *b = y->first->record;
	size_t i;

	for (i = 2; i < a->n; i++) {
		const struct identity *up, *other;

		if (!refers(&a->fields[i], from->kind))
			continue;
		up = identities_find(from, a->fields[i].value);
		other = identities_find(to, b->fields[i].value);
		if (up == NULL || other == NULL ? strcmp(a->fields[i].value,
		    b->fields[i].value) != 0 :
		    up->one[side] != other)
			return false;
	}
	return true;
}

/* Those that are to be linked, in order of what they begin with. The caller frees the array. */
static struct identity **
loose(const struct identities *ids, enum side side, bool images, size_t *n)
{
	struct identity **all = alloc_new(ids->n, sizeof *all);
	size_t i;

	*n = 0;
	for (i = 0; i < ids->n; i++)
		if (images ? !ids->at[i].known : ids->at[i].one[side] == NULL)
			all[(*n)++] = &ids->at[i];
	if (*n > 0)
		qsort(all, *n, sizeof *all, by_content_then_key);
	return all;
}

/* The ancestor's are linked one way: what they are in the version is known then. */
static void
link_one(struct identity *x, enum side side, struct identity *y, bool from_base)
{
	x->one[side] = y;
	if (from_base)
		y->known = true;
	else
		y->one[side] = x;
}

/* Of those that begin alike, links the ones under one goal. Returns whether it linked any. */
static bool
link_run(const struct identities *from, struct identity **x, size_t n, enum side side,
    const struct identities *to,
    struct identity **y, size_t m, bool from_base)
{
	bool any = false;
	size_t i, j, first = 0;

	for (i = 0; i < n; i++) {
		while (first < m && y[first] == NULL)
			first++;
		for (j = first; x[i]->one[side] == NULL && j < m; j++) {
			if (y[j] == NULL || !same_references(from, x[i], side, to, y[j]))
				continue;
			link_one(x[i], side, y[j], from_base);
			y[j] = NULL;
			any = true;
		}
	}
	return any;
}

/* How many from i on begin as this one; those that are linked stand between them as NULL. */
static size_t
alike_run(struct identity *const *all, size_t n, size_t i, const struct record *like)
{
	size_t end = i;

	while (end < n && (all[end] == NULL || compare_but_key(all[end]->first->record, like) == 0))
		end++;
	return end - i;
}

/* Links what begins alike; over again while goals under a linked goal come to be the same by it. */
static void
link_alike(const struct identities *from, enum side side, const struct identities *to,
    bool from_base)
{
	size_t n, m;
	struct identity **x = loose(from, side, false, &n), **y = loose(to, side, from_base, &m);
	bool more = true;

	while (more) {
		size_t i = 0, j = 0;

		for (more = false; i < n && j < m; ) {
			const struct record *like = x[i]->first->record;
			size_t run = alike_run(x, n, i, like);

			while (j < m && (y[j] == NULL ||
			    compare_but_key(y[j]->first->record, like) < 0))
				j++;
			if (link_run(from, x + i, run, side, to, y + j, alike_run(y, m, j, like),
			    from_base))
				more = true;
			i += run;
		}
	}
	free(x);
	free(y);
}

/*
 * What each of the ancestor's is in a version: what it is still, what another join made of it, what
 * it was corrected to.
 */
static void
link_base(struct identities *base, enum side side, const struct identities *v)
{
	struct identity *x;
	size_t i;

	for (i = 0; i < base->n; i++)
		if ((x = identities_find(v, base->at[i].key)) != NULL && x->kept)
			link_one(&base->at[i], side, x, true);
	link_alike(base, side, v, true);
	for (i = 0; i < base->n; i++)
		if (base->at[i].one[side] == NULL &&
		    (x = identities_find(v, base->at[i].key)) != NULL && !x->known)
			link_one(&base->at[i], side, x, true);
}

void
identities_link(struct identities *a, struct identities *b, struct identities *base)
{
	struct identity *x, *y;
	size_t i;

	if (base != NULL) {
		link_base(base, SIDE_A, a);
		link_base(base, SIDE_B, b);
	}
	for (i = 0; base != NULL && i < base->n; i++)
		if ((x = base->at[i].one[SIDE_A]) != NULL && (y = base->at[i].one[SIDE_B]) != NULL)
			link_one(x, SIDE_A, y, false);
	for (i = 0; i < a->n; i++) {
		x = &a->at[i];
		y = identities_find(b, x->key);
		if (x->one[SIDE_A] == NULL && y != NULL && y->one[SIDE_A] == NULL && x->shared &&
		    y->shared)
			link_one(x, SIDE_A, y, false);
	}
	link_alike(a, SIDE_A, b, false);
}

/* SPDX-License-Identifier: ISC */
#include "recording.h"

#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "schema.h"

static bool
any_key(const struct record *r)
{
	return r->kind == KIND_DOEL || r->kind == KIND_WERKPUNT;
}

static bool
tells(const struct record *r, const struct field *f)
{
	return f->slot != SLOT_VASTGELEGD && !(any_key(r) && f->spec == schema_key(r->spec));
}

/* By all but the day of recording, and the ids of goals and actions. */
static int
compare(const struct record *a, const struct record *b)
{
	int c = strcmp(a->name, b->name);

	return c != 0 ? c : record_compare_by(a, b, tells);
}

static int
by_content(const void *a, const void *b)
{
	return compare((*(struct piece *const *)a)->record, (*(struct piece *const *)b)->record);
}

/* The pieces in order of content. The caller frees the array. */
static struct piece **
sorted(const struct version *v)
{
	struct piece **all = alloc_new(v->n, sizeof *all);

	for (size_t i = 0; i < v->n; i++)
		all[i] = &v->pieces[i];
	qsort(all, v->n, sizeof *all, by_content);
	return all;
}

/* How many from i on are as this one. */
static size_t
run_of(struct piece *const *all, size_t n, size_t i, const struct piece *like)
{
	size_t end = i;

	while (end < n && compare(all[end]->record, like->record) == 0)
		end++;
	return end - i;
}

static bool
begins(const struct piece *p)
{
	const struct schema_field *key = schema_key(p->record->spec);

	for (const struct piece *q = p->of->pieces; q != p; q++)
		if (q->record->kind == p->record->kind && strcmp(record_text(q->record, key->slot),
		    record_text(p->record, key->slot)) == 0)
			return false;
	return true;
}

/*
 * Under two ids they are one only where they begin what these are of. A goal under another goal
 * waits for that one's id.
 */
static bool
same_key(const struct piece *x, const struct piece *y)
{
	const struct schema_field *key = any_key(x->record) ? schema_key(x->record->spec) : NULL;

	if (key == NULL || strcmp(record_text(x->record, key->slot),
	    record_text(y->record, key->slot)) == 0)
		return true;
	return (x->record->kind != KIND_DOEL || record_at(x->record, DOEL_ONDER) == NULL) &&
	    begins(x) && begins(y);
}

static struct field *
recorded_of(const struct piece *p)
{
	for (size_t i = 2; i < p->record->n; i++)
		if (p->record->fields[i].slot == SLOT_VASTGELEGD)
			return &p->record->fields[i];
	return NULL;
}

/* Takes the last field, a line, out of the piece. */
static void
drop_last(struct version *v, struct piece *p)
{
	struct record *r = p->record;
	size_t at = 0, end;
	struct text t = { 0 };

	for (long line = r->line; line < r->fields[r->n - 1].line; at++)
		if (p->body[at] == '\n')
			line++;
	for (end = at; end < p->body_n && p->body[end] != '\n'; end++)
		;
	end += end < p->body_n;
	text_add(&t, p->body, at);
	text_add(&t, p->body + end, p->body_n - end);
	p->body = arena_copy(&v->dossier.arena, t.at, t.len);
	p->body_n = t.len;
	text_release(&t);
	r->full &= ~((uint64_t)1 << SLOT_VASTGELEGD);
	r->n--;
}

/* Gives the piece the other one's day of recording. Returns false where it cannot be written. */
static bool
take_day(struct version *v, struct piece *p, const struct piece *from)
{
	struct field *f = recorded_of(p), *earlier = recorded_of(from);

	if (f == NULL || !version_rewrite(v, p, f, earlier == NULL ? f->value : earlier->value))
		return false;
	if (earlier == NULL && f != &p->record->fields[p->record->n - 1])
		return false;
	if (earlier == NULL)
		drop_last(v, p);
	p->recorded = from->recorded;
	p->record->recorded = from->record->recorded;
	return true;
}

static bool
alone(const struct piece *p)
{
	return p->twin == NULL && p->base == NULL && !p->gone && p->record->spec != NULL &&
	    record_at(p->record, SLOT_DOOR) != NULL;
}

bool
recording_settle(struct version *a, struct version *b, const struct version *base)
{
	struct piece **x = sorted(a), **y = sorted(b), **o = base == NULL ? NULL : sorted(base);
	size_t i = 0, j = 0, k = 0, nbase = base == NULL ? 0 : base->n;
	bool any = false;

	while (i < a->n && j < b->n) {
		struct piece *p = x[i], *q = y[j];
		int c = compare(p->record, q->record);
		size_t n = c > 0 ? 0 : run_of(x, a->n, i, p), m = c < 0 ? 0 : run_of(y, b->n, j, q);

		while (k < nbase && compare(o[k]->record, (c > 0 ? q : p)->record) < 0)
			k++;
		if (n == 1 && m == 1 && run_of(o, nbase, k, p) == 0 && alone(p) && alone(q) &&
		    p->recorded != q->recorded && same_key(p, q))
			any = (p->recorded < q->recorded ? take_day(b, q, p) :
			    take_day(a, p, q)) || any;
		i += n;
		j += m;
	}
	free(x);
	free(y);
	free(o);
	return any;
}

/* SPDX-License-Identifier: ISC */
#include "twins.h"

#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "handle.h"
#include "rehandle.h"
#include "schema.h"

static void
pair(struct piece *x, struct piece *y)
{
	x->twin = y;
	y->twin = x;
}

static void
part_all(struct version *v)
{
	for (size_t i = 1; i < v->n; i++) {
		struct piece *p = &v->pieces[i], *q = p->twin;

		if (q != NULL && (p->takes != NULL || q->takes != NULL || p->taken != q->taken))
			p->twin = q->twin = NULL;
	}
}

static int
by_content(const void *a, const void *b)
{
	const struct piece *x = *(struct piece *const *)a, *y = *(struct piece *const *)b;
	int c = record_compare(x->record, y->record);

	return c != 0 ? c : x < y ? -1 : x > y;
}

static int
by_content_and_state(const void *a, const void *b)
{
	const struct piece *x = *(struct piece *const *)a, *y = *(struct piece *const *)b;
	int c = record_compare(x->record, y->record);

	if (c == 0 && x->taken != y->taken)
		return x->taken ? 1 : -1;
	return c != 0 ? c : x < y ? -1 : x > y;
}

/* Those without a twin that take nothing back, sorted. The caller frees the array. */
static struct piece **
alone(struct version *v, int (*sort)(const void *, const void *), size_t *n)
{
	struct piece **all = alloc_new(v->n, sizeof *all);

	*n = 0;
	for (size_t i = 1; i < v->n; i++)
		if (v->pieces[i].twin == NULL && v->pieces[i].takes == NULL)
			all[(*n)++] = &v->pieces[i];
	if (*n > 0)
		qsort(all, *n, sizeof *all, sort);
	return all;
}

static void
pair_alone(struct version *a, struct version *b, bool any_state)
{
	size_t n, m, i = 0, j = 0;
	struct piece **x = alone(a, any_state ? by_content : by_content_and_state, &n);
	struct piece **y = alone(b, any_state ? by_content : by_content_and_state, &m);

	while (i < n && j < m) {
		int c = record_compare(x[i]->record, y[j]->record);

		if (c == 0 && !any_state)
			c = (int)x[i]->taken - (int)y[j]->taken;
		if (c == 0)
			pair(x[i], y[j]);
		i += c <= 0;
		j += c >= 0;
	}
	free(x);
	free(y);
}

/* Whether two retractions say the same, what each takes back aside. */
static bool
alike(const struct piece *x, const struct piece *y, bool any_state)
{
	const struct record *a = x->record, *b = y->record;

	if (a->n != b->n || (!any_state && x->taken != y->taken))
		return false;
	for (size_t i = 2; i < a->n; i++)
		if (strcmp(a->fields[i].name, b->fields[i].name) != 0 ||
		    (a->fields[i].slot != INTREKKING_WAT &&
		    strcmp(a->fields[i].value, b->fields[i].value) != 0))
			return false;
	return true;
}

/* By what each takes back: the one retraction of it, from 1, and behind that the others; 0 ends. */
struct chains {
	size_t *first, *next;
};

static void
chain(struct chains *c, const struct version *v)
{
	c->first = alloc_new(v->n, sizeof *c->first);
	c->next = alloc_new(v->n, sizeof *c->next);
	for (size_t i = v->n; i-- > 1; ) {
		const struct piece *of = v->pieces[i].takes;

		if (of == NULL)
			continue;
		c->next[i] = c->first[of - v->pieces];
		c->first[of - v->pieces] = i + 1;
	}
}

static bool
pair_retractions(struct version *a, const struct chains *c, struct version *b, bool any_state)
{
	bool any = false;

	for (size_t j = 1; j < b->n; j++) {
		struct piece *y = &b->pieces[j];
		const struct piece *of = y->takes == NULL ? NULL : y->takes->twin;
		size_t i = of == NULL || y->twin != NULL ? 0 : c->first[of - a->pieces];

		while (i > 0 && (a->pieces[i - 1].twin != NULL ||
		    !alike(&a->pieces[i - 1], y, any_state)))
			i = c->next[i - 1];
		if (i == 0)
			continue;
		pair(&a->pieces[i - 1], y);
		any = true;
	}
	return any;
}

void
twins_settle(struct version *a, struct version *b, bool again)
{
	struct chains c;

	if (a->dossier.nretractions == 0 && b->dossier.nretractions == 0)
		return;
	part_all(a);
	pair_alone(a, b, false);
	if (again)
		pair_alone(a, b, true);
	chain(&c, a);
	/* What takes back a retraction is one when that is. */
	while (pair_retractions(a, &c, b, false) || (again && pair_retractions(a, &c, b, true)))
		continue;
	free(c.first);
	free(c.next);
}

static const struct field *
named(const struct piece *p)
{
	return record_at(p->record, INTREKKING_WAT);
}

static void
digits_of(const struct piece *p, struct handle *to)
{
	handle_digits(p->body, p->body_n, to->digits);
}

/* A retraction that names nothing must not come to name what the other dossier has. */
static bool
none_caught(struct piece *const *order, const struct handles *h, struct problems *errors)
{
	bool good = true;

	for (size_t i = 0; i < h->n; i++) {
		const struct piece *p = order[i];
		const struct field *f = p->record->kind != KIND_INTREKKING || p->takes != NULL ?
		    NULL : named(p);

		if (f == NULL || handles_find(h, f->value) == (size_t)-1)
			continue;
		good = false;
		problems_add(errors, PROBLEM_ERROR, "takes-nothing", p->of->dossier.file,
		    version_line(p->of, f->line), f->name,
		    _("no record of the dossier has this handle"));
	}
	return good;
}

bool
twins_rehandle(struct piece *const *order, size_t n, struct version *a, struct version *b,
    struct problems *errors)
{
	struct handles h = { alloc_new(n + 1, sizeof *h.at), NULL, n };
	bool good = true, more = a->dossier.retracts || b->dossier.retracts;

	if (!more) {
		handles_release(&h);
		return true;
	}
	for (size_t i = 0; i < n; i++)
		digits_of(order[i], &h.at[i]);
	/* What a retraction takes back may be one whose own handle changes: until none does. */
	for (size_t pass = 0; more && good && pass <= n; pass++) {
		handles_number(&h);
		more = false;
		for (size_t i = 0; i < n && good; i++) {
			struct piece *p = order[i];
			char handle[HANDLE_SIZE];

			if (p->takes == NULL)
				continue;
			handles_of(&h, p->takes->place - 1, handle);
			if (strcmp(named(p)->value, handle) == 0 &&
			    (p->twin == NULL || strcmp(named(p->twin)->value, handle) == 0))
				continue;
			more = true;
			good = rehandle_write(p->of == a ? a : b, p, handle, errors) &&
			    (p->twin == NULL || rehandle_write(p->of == a ? b : a, p->twin, handle,
			    errors));
			digits_of(p, &h.at[i]);
		}
	}
	good = good && none_caught(order, &h, errors);
	handles_release(&h);
	return good;
}

static void
say_of(const struct version *v, bool all, struct problems *problems)
{
	for (size_t i = 1; i < v->n; i++) {
		const struct piece *p = &v->pieces[i], *of = p->takes;

		if (of == NULL || p->twin != NULL || p->taken || of->twin == NULL ||
		    of->twin->taken || (!all && of->base != NULL))
			continue;
		problems_add(problems, PROBLEM_WARNING, "takes-both", v->dossier.file,
		    version_line(v, named(p)->line), named(p)->name,
		    _("takes back what %s:%ld has too, as one record"),
		    of->twin->of->dossier.file,
		    version_line(of->twin->of, of->twin->record->line));
	}
}

void
twins_say(const struct version *a, const struct version *b, bool all, struct problems *problems)
{
	if (!all)
		say_of(a, all, problems);
	say_of(b, all, problems);
}

/* SPDX-License-Identifier: ISC */
#include "correction.h"

#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "comments.h"

/* What was corrected stands before what was added; so far on is no longer in its place. */
enum { NEAR = 100 };

/* What became of each record of the ancestor: the same, another in its place, or NULL. */
static struct piece **
outcomes(const struct version *v, const struct version *base)
{
	struct piece **all = alloc_new(base->n, sizeof *all);
	size_t i;

	for (i = 0; i < v->n; i++) {
		struct piece *p = &v->pieces[i], *o = p->base != NULL ? p->base : p->was;

		if (o != NULL)
			all[o - base->pieces] = p;
	}
	return all;
}

/* Words of somebody's own, which hardly are the same by chance. */
static bool
is_text(const struct field *f)
{
	return f->value[0] != '\0' && (f->spec == NULL ||
	    (f->spec->type == FIELD_TEXT && f->spec->slot != SLOT_DOOR));
}

static bool
in_both(const struct field *f, const struct record *r)
{
	size_t i;

	for (i = 2; i < r->n; i++)
		if (strcmp(r->fields[i].name, f->name) == 0 &&
		    strcmp(r->fields[i].value, f->value) == 0)
			return true;
	return false;
}

static bool
has_text(const struct record *r)
{
	size_t i;

	for (i = 2; i < r->n; i++)
		if (is_text(&r->fields[i]))
			return true;
	return false;
}

/*
 * Of one day, or with words in common; or, where there are no words or days to tell them apart, a
 * code in common.
 */
static bool
has_in_common(const struct record *a, const struct record *b)
{
	bool code = false;
	size_t i;

	if (a->op != DATE_NONE && a->op == b->op)
		return true;
	for (i = 2; i < a->n; i++) {
		const struct field *f = &a->fields[i];

		if (f->value[0] == '\0' || (f->spec != NULL && f->spec->slot < SLOT_FIRST) ||
		    !in_both(f, b))
			continue;
		if (is_text(f))
			return true;
		code = true;
	}
	return code && ((a->op == DATE_NONE && b->op == DATE_NONE) ||
	    !(has_text(a) || has_text(b)));
}

/*
 * An id is one goal's or action's. Of another key the record may well be a later one, while the one
 * of before was taken out.
 */
static bool
corrects_key(const struct record *a, const struct record *b, const struct schema_field *key)
{
	if (strcmp(record_text(a, key->slot), record_text(b, key->slot)) != 0)
		return false;
	if (a->op == b->op || a->kind == KIND_DOEL || a->kind == KIND_WERKPUNT)
		return true;
	for (size_t i = 2; i < a->n; i++)
		if (a->fields[i].spec != key && is_text(&a->fields[i]) && in_both(&a->fields[i], b))
			return true;
	return false;
}

static bool
may_correct(const struct record *a, const struct record *b)
{
	const struct schema_field *key = a->spec == NULL ? NULL : schema_key(a->spec);

	if (strcmp(a->name, b->name) != 0)
		return false;
	return key != NULL ? corrects_key(a, b, key) : has_in_common(a, b);
}

/* What both versions have corrects nothing that one of them still has. */
static void
find_corrected(struct version *v, struct piece *const *still, struct piece *const *other,
    const struct version *base)
{
	size_t i, k, place = 0;

	for (k = 0; k < base->n; k++) {
		if (still[k] != NULL) {
			place = (size_t)(still[k] - v->pieces) + 1;
			continue;
		}
		for (i = place; i < v->n && i < place + NEAR && v->pieces[i].base == NULL; i++)
			if (v->pieces[i].was == NULL &&
			    (v->pieces[i].twin == NULL || other[k] == NULL) &&
			    may_correct(v->pieces[i].record, base->pieces[k].record)) {
				v->pieces[i].was = &base->pieces[k];
				break;
			}
	}
}

void
correction_find(struct version *a, struct version *b, const struct version *base)
{
	struct piece **x = outcomes(a, base), **y = outcomes(b, base);
	size_t k;

	find_corrected(a, x, y, base);
	find_corrected(b, y, x, base);
	free(x);
	free(y);
	x = outcomes(a, base);
	y = outcomes(b, base);
	for (k = 0; k < base->n; k++)
		if (x[k] != NULL && y[k] != NULL &&
		    ((x[k]->was != NULL && y[k]->gone) || (y[k]->was != NULL && x[k]->gone))) {
			x[k]->instead = y[k];
			y[k]->instead = x[k];
		}
	free(x);
	free(y);
}

/* The first field in which they differ: of the first, else of the second. */
static const struct field *
difference(const struct record *a, const struct record *b, const struct field **other)
{
	size_t i;

	for (i = 0; i < a->n && i < b->n; i++)
		if (strcmp(a->fields[i].name, b->fields[i].name) != 0 ||
		    strcmp(a->fields[i].value, b->fields[i].value) != 0)
			break;
	*other = &b->fields[i < b->n ? i : 0];
	return &a->fields[i < a->n ? i : 0];
}

static void
say_two(const struct piece *x, const struct piece *y, struct problems *problems)
{
	const struct field *other, *f = difference(x->record, y->record, &other);

	problems_add(problems, PROBLEM_ERROR, "contradiction", x->of->dossier.file,
	    version_line(x->of, f->line), f->name,
	    _("the same record was corrected otherwise at %s:%ld; expected one of the two"),
	    y->of->dossier.file, version_line(y->of, other->line));
}

static void
say_gone(const struct piece *x, struct problems *problems)
{
	problems_add(problems, PROBLEM_ERROR, "contradiction", x->of->dossier.file,
	    version_line(x->of, x->record->line), SCHEMA_RECORD,
	    _("was corrected here and taken out in the other version; expected one of the two"));
}

static void
say_commented(const struct piece *x, struct problems *problems)
{
	problems_add(problems, PROBLEM_ERROR, "contradiction", x->of->dossier.file,
	    version_line(x->of, x->record->line), SCHEMA_RECORD,
	    _("has a new comment here and was taken out in the other version; expected one of "
	    "the two"));
}

bool
correction_none(const struct version *a, const struct version *b, const struct version *base,
    struct problems *problems)
{
	struct piece **x = outcomes(a, base), **y = outcomes(b, base);
	bool none = true;
	size_t k;

	for (k = 1; k < base->n; k++) {
		const struct piece *kept = x[k] == NULL ? y[k] : y[k] == NULL ? x[k] : NULL;

		if (kept != NULL && kept->base != NULL &&
		    comments_added(kept, &base->pieces[k])) {
			none = false;
			say_commented(kept, problems);
			continue;
		}
		if ((x[k] == NULL || x[k]->was == NULL) && (y[k] == NULL || y[k]->was == NULL))
			continue;
		if (x[k] != NULL && x[k]->base != NULL)
			continue;
		if (y[k] != NULL && y[k]->base != NULL)
			continue;
		if (x[k] != NULL && y[k] != NULL && record_compare(x[k]->record, y[k]->record) == 0)
			continue;
		none = false;
		if (x[k] == NULL)
			say_gone(y[k], problems);
		else if (y[k] == NULL)
			say_gone(x[k], problems);
		else
			say_two(x[k], y[k], problems);
	}
	free(x);
	free(y);
	return none;
}

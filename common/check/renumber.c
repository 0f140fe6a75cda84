/* SPDX-License-Identifier: ISC */
#include "renumber.h"

#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "identity.h"
#include "next_id.h"
#include "recording.h"
#include "rehandle.h"
#include "shown.h"
#include "text.h"

/* The kind at hand: goals, then actions. */
struct numbering {
	struct identities a, b, base;
	enum kind kind;
	enum field_ref ref;		/* of the fields that refer to it */
	bool a_keeps;			/* its ids, whichever comes first */
	struct waiting *waiting;	/* those that get a new id */
	size_t nwaiting;
	struct problems *told;
};

/* A goal or action that must get a new id, with the same in the other version or NULL. */
struct waiting {
	struct identity *it, *other;
};

/* A field of somebody's own that is called as a key of ours holds one. */
static bool
names(const struct record *r, const struct field *f, const struct numbering *n)
{
	const struct schema_field *key = schema_key(&schema_kinds[n->kind]);

	if (f->spec == NULL)
		return strcmp(f->name, key->name) == 0;
	return f->spec->ref == n->ref || (r->kind == n->kind && f->spec == key);
}

static bool
changes(const struct identity *i)
{
	return strcmp(i->key, i->becomes) != 0;
}

/*
 * Every id that is another one now, wherever the version names it; what it was is noted where it
 * begins, if asked for.
 */
static bool
write_ids(const struct numbering *n, const struct identities *ids, bool notes,
    struct problems *errors)
{
	struct version *v = ids->version;
	bool good = true;
	size_t i, j;

	for (i = 0; notes && i < ids->n; i++)
		if (changes(&ids->at[i]))
			version_note_former(v, ids->at[i].first, ids->at[i].key, v->dossier.id);
	for (i = 0; i < v->n; i++) {
		struct piece *p = &v->pieces[i];

		for (j = 2; j < p->record->n; j++) {
			struct field *f = &p->record->fields[j];
			const struct identity *id = names(p->record, f, n) ?
			    identities_find(ids, f->value) : NULL;

			if (id == NULL || !changes(id) || version_rewrite(v, p, f, id->becomes))
				continue;
			good = false;
			problems_add(errors, PROBLEM_ERROR, "renumber", v->dossier.file,
			    version_line(v, f->line), f->name,
			    _("must become %s, but does not stand on one line"),
			    shown_or_dots(id->becomes));
		}
	}
	return good;
}

/* Told at the line of its id. */
static void
tell(struct numbering *n, const struct identity *it, const char *format, const struct piece *kept)
{
	const struct piece *p = it->first;
	const char *name = schema_key(p->record->spec)->name;
	struct text t = { 0 };

	text_addf(&t, "%s:%ld", kept->of->dossier.file, version_line(kept->of, kept->record->line));
	problems_add(n->told, PROBLEM_WARNING, "renumbered", p->of->dossier.file,
	    version_line(p->of, record_field(p->record, name)->line), name, format,
	    shown_or_dots(it->key), text_string(&t), shown_or_dots(it->becomes));
	text_release(&t);
}

/* Gives the id to one, or to the same in both versions, unless it has another taker. */
static bool
take(struct numbering *n, const char *key, struct identity *x, struct identity *y)
{
	struct identity *a = identities_find(&n->a, key), *b = identities_find(&n->b, key);

	if ((a != NULL && a->taker != NULL) || (b != NULL && b->taker != NULL))
		return false;
	if (a != NULL)
		a->taker = a == x ? x : y;
	if (b != NULL)
		b->taker = b == y ? y : x;
	x->becomes = y->becomes = key;
	return true;
}

static const char *
higher(const struct identity *x)
{
	return identity_compare_keys(x->key, x->one[0]->key) > 0 ? x->key : x->one[0]->key;
}

static const char *
lower(const struct identity *x)
{
	return identity_compare_keys(x->key, x->one[0]->key) > 0 ? x->one[0]->key : x->key;
}

static int
highest_first(const void *a, const void *b)
{
	const struct identity *x = *(struct identity *const *)a, *y = *(struct identity *const *)b;
	int c = identity_compare_keys(higher(y), higher(x));

	return c != 0 ? c : identity_compare_keys(lower(y), lower(x));
}

static void
wait_for_id(struct numbering *n, struct identity *it, struct identity *other)
{
	n->waiting[n->nwaiting++] = (struct waiting){ it, other };
}

/*
 * An earlier join may have given a goal another id; versions that then are joined once more hold it
 * under both. Ids only grow, so the higher one is the later.
 */
static void
give_linked(struct numbering *n)
{
	struct identity **linked = alloc_new(n->a.n, sizeof *linked), *x, *y;
	size_t count = 0, i;

	for (i = 0; i < n->a.n; i++)
		if (n->a.at[i].one[0] != NULL)
			linked[count++] = &n->a.at[i];
	if (count > 0)
		qsort(linked, count, sizeof *linked, highest_first);
	for (i = 0; i < count; i++) {
		x = linked[i];
		y = x->one[0];
		if (!take(n, higher(x), x, y))
			wait_for_id(n, strcmp(higher(x), x->key) == 0 ? x : y,
			    strcmp(higher(x), x->key) == 0 ? y : x);
		else if (changes(x))
			tell(n, x, _("%s is the one at %s; becomes %s"), y->first);
		else if (changes(y))
			tell(n, y, _("%s is the one at %s; becomes %s"), x->first);
	}
	free(linked);
}

/* Two goals under one id: the one that comes first in the join keeps it, or a's does. */
static void
give_own(struct numbering *n, struct identities *from, const struct identities *to)
{
	size_t i;

	for (i = 0; i < from->n; i++) {
		struct identity *x = &from->at[i], *y = identities_find(to, x->key);

		if (x->one[0] != NULL || x->taker == x)
			continue;
		if (x->taker == NULL && (y == NULL || y->one[0] != NULL || n->a_keeps ||
		    piece_compare(x->first, y->first) < 0)) {
			x->taker = x;
			if (y != NULL)
				y->taker = x;
			continue;
		}
		if (x->taker == NULL)
			y->taker = x->taker = y;
		wait_for_id(n, x, NULL);
	}
}

static void
take_all(struct next_id *next, const struct identities *ids)
{
	size_t i;

	for (i = 0; i < ids->n; i++)
		next_id_take(next, ids->at[i].key);
}

/* Behind what its new id comes: the goal of an action. */
static void
prefix_of(const struct identity *it, enum kind kind, struct text *prefix)
{
	const char *goal = record_text(it->first->record, WERKPUNT_DOEL);

	text_clear(prefix);
	if (kind == KIND_DOEL)
		text_adds(prefix, "d");
	else
		text_addf(prefix, "%s.", goal[0] != '\0' ? goal : it->key);
}

static int
by_key_then_content(const void *a, const void *b)
{
	const struct waiting *x = a, *y = b;
	int c = identity_compare_keys(x->it->key, y->it->key);

	return c != 0 ? c : piece_compare(x->it->first, y->it->first);
}

static void
give_new(struct numbering *n)
{
	struct text prefix = { 0 }, id = { 0 };
	struct next_id next = { 0 };
	size_t i;

	if (n->nwaiting > 0)
		qsort(n->waiting, n->nwaiting, sizeof *n->waiting, by_key_then_content);
	take_all(&next, &n->a);
	take_all(&next, &n->b);
	take_all(&next, &n->base);
	for (i = 0; i < n->nwaiting; i++) {
		struct waiting *w = &n->waiting[i];

		prefix_of(w->it, n->kind, &prefix);
		text_clear(&id);
		next_id_give(&next, text_string(&prefix), &id);
		w->it->becomes = arena_copy(&n->a.version->dossier.arena, id.at, id.len);
		tell(n, w->it, _("%s is another one at %s; becomes %s"), w->it->taker->first);
		if (w->other == NULL)
			continue;
		w->other->becomes = w->it->becomes;
		tell(n, w->other, _("%s is the one at %s; becomes %s"), w->it->first);
	}
	next_id_release(&next);
	text_release(&prefix);
	text_release(&id);
}

/* The common ancestor's are what the versions made of them. */
static void
give_base(struct identities *base)
{
	size_t i;

	for (i = 0; i < base->n; i++) {
		struct identity *x = &base->at[i];

		if (x->one[0] != NULL || x->one[1] != NULL)
			x->becomes = x->one[0] != NULL ? x->one[0]->becomes : x->one[1]->becomes;
	}
}

static int
by_new_id(const void *a, const void *b)
{
	const struct identity *x = *(struct identity *const *)a, *y = *(struct identity *const *)b;

	return strcmp(x->becomes, y->becomes);
}

/* Of a goal that has another id: what its action is called by it. Empty for other actions. */
static void
follow_goal(const struct identity *action, struct identity *const *goals, size_t n, struct text *id)
{
	const char *new = record_text(action->first->record, WERKPUNT_DOEL);
	struct identity like = { .becomes = new }, *key = &like, *const *goal;
	size_t length;

	text_clear(id);
	goal = n == 0 ? NULL : bsearch(&key, goals, n, sizeof key, by_new_id);
	length = goal == NULL ? 0 : strlen((*goal)->key);
	if (goal != NULL && strncmp(action->key, (*goal)->key, length) == 0 &&
	    action->key[length] == '.')
		text_addf(id, "%s%s", (*goal)->becomes, action->key + length);
}

/*
 * The actions that began with a goal that has a new id take its number too. From the highest down,
 * as ids only grow.
 */
static bool
follow_goals(const struct identities *goals, bool notes, struct problems *told,
    struct problems *errors)
{
	struct version *v = goals->version;
	struct numbering n = { .kind = KIND_WERKPUNT, .ref = REF_WERKPUNT };
	struct identity **changed = alloc_new(goals->n, sizeof *changed);
	struct identities actions;
	struct text id = { 0 };
	size_t nchanged = 0, i;
	bool good;

	for (i = 0; i < goals->n; i++)
		if (changes(&goals->at[i]))
			changed[nchanged++] = &goals->at[i];
	if (nchanged > 0)
		qsort(changed, nchanged, sizeof *changed, by_new_id);
	identities_read(&actions, v, KIND_WERKPUNT);
	for (i = actions.n; nchanged > 0 && i-- > 0; ) {
		struct identity *x = &actions.at[i], *there;

		follow_goal(x, changed, nchanged, &id);
		there = id.len == 0 ? NULL : identities_find(&actions, text_string(&id));
		if (id.len == 0 || (there != NULL && !changes(there)))
			continue;
		x->becomes = arena_copy(&v->dossier.arena, id.at, id.len);
		problems_add(told, PROBLEM_WARNING, "renumbered", v->dossier.file,
		    version_line(v, record_at(x->first->record, WERKPUNT_WERKPUNT)->line),
		    schema_name(KIND_WERKPUNT, WERKPUNT_WERKPUNT),
		    _("%s becomes %s with its goal"), shown_or_dots(x->key),
		    shown_or_dots(x->becomes));
	}
	good = write_ids(&n, &actions, notes, errors);
	identities_release(&actions);
	text_release(&id);
	free(changed);
	return good;
}

/* Matched; of versions also what one hand recorded in both. */
static void
match(struct version *a, struct version *b, struct version *base, bool a_keeps)
{
	version_match(a, b, base);
	if (!a_keeps && recording_settle(a, b, base))
		version_match(a, b, base);
}

static bool
renumber_kind(struct numbering *n, struct version *a, struct version *b, struct version *base,
    struct problems *errors)
{
	struct problems unsaid = { 0 };
	bool good, notes = !n->a_keeps;	/* of two dossiers all is noted before */

	match(a, b, base, n->a_keeps);
	identities_read(&n->a, a, n->kind);
	identities_read(&n->b, b, n->kind);
	if (base != NULL)
		identities_read(&n->base, base, n->kind);
	identities_link(&n->a, &n->b, base != NULL ? &n->base : NULL);
	n->waiting = alloc_new(n->a.n + n->b.n, sizeof *n->waiting);
	give_linked(n);
	give_own(n, &n->a, &n->b);
	give_own(n, &n->b, &n->a);
	give_new(n);
	give_base(&n->base);
	good = write_ids(n, &n->a, notes, errors);
	good = write_ids(n, &n->b, notes, errors) && good;
	good = (base == NULL || write_ids(n, &n->base, false, errors)) && good;
	if (n->kind == KIND_DOEL) {
		good = follow_goals(&n->a, notes, n->told, errors) && good;
		good = follow_goals(&n->b, notes, n->told, errors) && good;
		good = (base == NULL || follow_goals(&n->base, false, &unsaid, errors)) && good;
	}
	problems_release(&unsaid);
	identities_release(&n->a);
	identities_release(&n->b);
	identities_release(&n->base);
	free(n->waiting);
	return good;
}

bool
renumber(struct version *a, struct version *b, struct version *base, bool a_keeps,
    struct problems *told, struct problems *errors)
{
	struct numbering goals = { .kind = KIND_DOEL, .ref = REF_DOEL, .told = told };
	struct numbering actions = { .kind = KIND_WERKPUNT, .ref = REF_WERKPUNT, .told = told };
	bool good;

	goals.a_keeps = actions.a_keeps = a_keeps;
	good = renumber_kind(&goals, a, b, base, errors);
	good = renumber_kind(&actions, a, b, base, errors) && good;
	match(a, b, base, a_keeps);
	good = rehandle(a, errors) && good;
	good = rehandle(b, errors) && good;
	good = (base == NULL || rehandle(base, errors)) && good;
	version_match(a, b, base);
	return good;
}

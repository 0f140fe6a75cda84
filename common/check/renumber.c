#include "renumber.h"

#include <stdlib.h>
#include <string.h>

#include "memory.h"
#include "schema.h"
#include "text.h"

/* The kind at hand: goals, then actions. */
struct numbering {
	struct version *a, *b;
	const char *kind;
	enum field_ref ref;		/* of the fields that refer to it */
	struct problems *problems;
	bool good;
};

static const char *
key_of(const struct piece *p, const char *kind)
{
	return strcmp(p->record->name, kind) == 0 ? record_value(p->record, schema_key(p->record->kind)->name) : "";
}

static bool
names(const struct piece *p, const struct field *f, const char *kind, enum field_ref ref)
{
	const struct schema_field *key = strcmp(p->record->name, kind) == 0 ? schema_key(p->record->kind) : NULL;

	return f->spec != NULL && (f->spec->ref == ref || (key != NULL && f->spec == key));
}

static bool
blank(char c)
{
	return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '+';
}

/* Writes the field's value anew in the piece's bytes. Returns false when it does not stand there in one. */
static bool
rewrite(struct version *v, struct piece *p, struct field *f, const char *value)
{
	size_t at = 0, n = strlen(f->value);
	struct text t = { 0 };
	long line;

	for (line = p->record->line; line < f->line; at++)
		if (p->body[at] == '\n')
			line++;
	at += strcspn(p->body + at, ":") + 1;
	while (at < p->body_n && blank(p->body[at]))
		at++;
	if (at + n > p->body_n || memcmp(p->body + at, f->value, n) != 0)
		return false;
	text_add(&t, p->body, at);
	text_adds(&t, value);
	text_add(&t, p->body + at + n, p->body_n - at - n);
	p->body = arena_copy(&v->dossier.arena, t.at, t.len);
	p->body_n = t.len;
	f->value = arena_copy(&v->dossier.arena, value, strlen(value));
	text_release(&t);
	return true;
}

/* The id becomes another wherever the version names it. */
static void
rename_key(struct numbering *n, struct version *v, const char *old, const char *new)
{
	size_t i, j;

	for (i = 0; i < v->n; i++) {
		struct piece *p = &v->pieces[i];

		for (j = 2; j < p->record->n; j++) {
			struct field *f = &p->record->fields[j];

			if (!names(p, f, n->kind, n->ref) || strcmp(f->value, old) != 0)
				continue;
			if (p->twin != NULL)
				p->twin->twin = NULL;
			p->twin = NULL;
			if (rewrite(v, p, f, new))
				continue;
			n->good = false;
			problems_add(n->problems, PROBLEM_ERROR, "renumber", v->dossier.file,
			    version_line(v, f->line), f->name,
			    _("must become %s, but does not stand on one line"), new);
		}
	}
}

static bool
taken(const struct version *v, const char *kind, const char *key)
{
	size_t i;

	for (i = 0; i < v->n; i++)
		if (strcmp(key_of(&v->pieces[i], kind), key) == 0)
			return true;
	return false;
}

/* The highest N of the ids PREFIX-N. */
static long
highest(const struct version *v, const char *kind, const char *prefix)
{
	long most = 0, number;
	size_t i, n = strlen(prefix);

	for (i = 0; i < v->n; i++) {
		const char *key = key_of(&v->pieces[i], kind);

		if (strncmp(key, prefix, n) == 0 && schema_number(key + n, &number) && number > most)
			most = number;
	}
	return most;
}

static void
next_free(const struct numbering *n, const char *prefix, struct text *id)
{
	long a = highest(n->a, n->kind, prefix), b = highest(n->b, n->kind, prefix);

	text_addf(id, "%s%ld", prefix, (a > b ? a : b) + 1);
}

static void
tell(struct numbering *n, const struct version *v, const struct piece *p, const struct version *other,
    const struct piece *kept, const char *new)
{
	const char *name = schema_key(p->record->kind)->name;

	problems_add(n->problems, PROBLEM_WARNING, "renumbered", v->dossier.file,
	    version_line(v, record_field(p->record, name)->line), name, strcmp(new, key_of(kept, n->kind)) == 0 ?
	    _("%s is the one at %s:%ld; becomes %s") : _("%s is another one at %s:%ld; becomes %s"),
	    key_of(p, n->kind), other->dossier.file, version_line(other, kept->record->line), new);
}

/* The actions that began with a goal that has a new id take its number too. */
static void
follow_goal(struct numbering *n, struct version *v, const char *old, const char *new)
{
	struct numbering actions = { n->a, n->b, "werkpunt", REF_WERKPUNT, n->problems, true };
	struct text id = { 0 };
	size_t i, length = strlen(old);

	for (i = 0; i < v->n; i++) {
		struct piece *p = &v->pieces[i];
		const char *key = key_of(p, "werkpunt");

		if (p->twin != NULL || strcmp(record_value(p->record, "Doel"), new) != 0 ||
		    strncmp(key, old, length) != 0 || key[length] != '.')
			continue;
		text_clear(&id);
		text_addf(&id, "%s%s", new, key + length);
		if (taken(v, "werkpunt", text_string(&id)))
			continue;
		problems_add(n->problems, PROBLEM_WARNING, "renumbered", v->dossier.file,
		    version_line(v, record_field(p->record, "Werkpunt")->line), "Werkpunt", _("%s becomes %s with its goal"), key,
		    text_string(&id));
		rename_key(&actions, v, key, text_string(&id));
	}
	n->good = n->good && actions.good;
	text_release(&id);
}

static void
give_new_id(struct numbering *n, struct version *v, struct piece *p, struct version *other, const struct piece *kept)
{
	struct text id = { 0 }, prefix = { 0 };
	char *old = memory_copy(key_of(p, n->kind));
	const char *goal = record_value(p->record, "Doel");

	if (n->ref == REF_DOEL)
		text_adds(&prefix, "d");
	else
		text_addf(&prefix, "%s.", goal[0] != '\0' ? goal : old);
	next_free(n, text_string(&prefix), &id);
	tell(n, v, p, other, kept, text_string(&id));
	rename_key(n, v, old, text_string(&id));
	if (n->ref == REF_DOEL)
		follow_goal(n, v, old, text_string(&id));
	free(old);
	text_release(&id);
	text_release(&prefix);
}

/* Where a key begins in a version: its first record; NULL when it began before the versions parted. */
static struct piece *
beginning(const struct version *v, const char *kind, const char *key)
{
	struct piece *first = NULL;
	size_t i;

	for (i = 0; i < v->n; i++)
		if (strcmp(key_of(&v->pieces[i], kind), key) == 0) {
			if (v->pieces[i].twin != NULL || v->pieces[i].gone)
				return NULL;
			if (first == NULL)
				first = &v->pieces[i];
		}
	return first;
}

/* d9 before d10. */
static int
compare_keys(const char *a, const char *b)
{
	size_t n = strlen(a), m = strlen(b);

	return n != m ? (n < m ? -1 : 1) : strcmp(a, b);
}

static int
by_key(const void *a, const void *b)
{
	const struct piece *x = *(const struct piece *const *)a, *y = *(const struct piece *const *)b;

	return compare_keys(key_of(x, x->record->name), key_of(y, y->record->name));
}

/* Where the version's own keys begin, in order of key. The caller frees the array. */
static struct piece **
own_beginnings(const struct version *v, const char *kind, size_t *n)
{
	struct piece **own = memory_new(v->n, sizeof *own);
	size_t i;

	*n = 0;
	for (i = 0; i < v->n; i++)
		if (key_of(&v->pieces[i], kind)[0] != '\0' &&
		    beginning(v, kind, key_of(&v->pieces[i], kind)) == &v->pieces[i])
			own[(*n)++] = &v->pieces[i];
	if (*n > 0)
		qsort(own, *n, sizeof *own, by_key);
	return own;
}

static void
renumber_doubles(struct numbering *n)
{
	size_t count, i;
	struct piece **own = own_beginnings(n->a, n->kind, &count);

	for (i = 0; i < count; i++) {
		struct piece *p = own[i], *q = beginning(n->b, n->kind, key_of(p, n->kind));

		if (q == NULL || beginning(n->a, n->kind, key_of(p, n->kind)) != p)
			continue;
		if (piece_compare(p, q) > 0)
			give_new_id(n, n->a, p, n->b, q);
		else
			give_new_id(n, n->b, q, n->a, p);
	}
	free(own);
}

/* One goal or action that the versions hold under two ids. */
struct pair {
	struct piece *a, *b;
};

/* The id that the first version has for what the second calls so. */
static const char *
paired_key(const struct pair *pairs, size_t n, const char *kind, const char *key)
{
	size_t i;

	for (i = 0; i < n; i++)
		if (strcmp(key_of(pairs[i].b, kind), key) == 0)
			return key_of(pairs[i].a, kind);
	return key;
}

/* Whether the records differ in their key alone, and in goals that are known to be one. */
static bool
same_but_key(const struct record *a, const struct record *b, const char *kind, const struct pair *pairs, size_t n)
{
	const struct schema_field *key = schema_key(a->kind);
	size_t i;

	if (a->n != b->n)
		return false;
	for (i = 2; i < a->n; i++) {
		const struct field *x = &a->fields[i], *y = &b->fields[i];
		bool goal = y->spec != NULL && y->spec->ref == REF_DOEL && strcmp(kind, "doel") == 0;

		if (strcmp(x->name, y->name) != 0)
			return false;
		if (x->spec != key && strcmp(x->value, goal ? paired_key(pairs, n, kind, y->value) : y->value) != 0)
			return false;
	}
	return true;
}

/* In the version, p becomes the id that kept has in the other one; what has that id here makes room for it. */
static void
take_id(struct numbering *n, struct version *v, struct piece *p, struct version *other, const struct piece *kept)
{
	char *old = memory_copy(key_of(p, n->kind)), *new = memory_copy(key_of(kept, n->kind));
	struct piece *there = beginning(v, n->kind, new);

	if (there != NULL)
		give_new_id(n, v, there, other, kept);
	if (!taken(v, n->kind, new)) {
		tell(n, v, p, other, kept, new);
		rename_key(n, v, old, new);
		if (n->ref == REF_DOEL)
			follow_goal(n, v, old, new);
	}
	free(old);
	free(new);
}

static const char *
higher_key(const struct pair *p)
{
	const char *kind = p->a->record->name, *a = key_of(p->a, kind), *b = key_of(p->b, kind);

	return compare_keys(a, b) > 0 ? a : b;
}

static const char *
lower_key(const struct pair *p)
{
	const char *kind = p->a->record->name, *a = key_of(p->a, kind), *b = key_of(p->b, kind);

	return compare_keys(a, b) > 0 ? b : a;
}

static int
highest_first(const void *x, const void *y)
{
	int c = compare_keys(higher_key(y), higher_key(x));

	return c != 0 ? c : compare_keys(lower_key(y), lower_key(x));
}

/* Pairs what is the same; over again while goals under a paired goal come to be the same by it. */
static size_t
find_pairs(const struct numbering *n, struct pair *pairs)
{
	size_t na, nb, i, j, count = 0, before;
	struct piece **a = own_beginnings(n->a, n->kind, &na), **b = own_beginnings(n->b, n->kind, &nb);

	do {
		before = count;
		for (i = 0; i < na; i++)
			for (j = 0; a[i] != NULL && j < nb; j++)
				if (b[j] != NULL && same_but_key(a[i]->record, b[j]->record, n->kind, pairs, count)) {
					pairs[count++] = (struct pair){ a[i], b[j] };
					a[i] = b[j] = NULL;
				}
	} while (count > before);
	free(a);
	free(b);
	return count;
}

/*
 * An earlier join may have given a goal another id; versions that then are joined once more hold it under
 * both. Ids only grow, so the higher one is the later. From the highest down, so that each finds its new id free.
 */
static void
renumber_joined(struct numbering *n)
{
	struct pair *pairs = memory_new(n->a->n, sizeof *pairs);
	size_t count = find_pairs(n, pairs), i;

	if (count > 0)
		qsort(pairs, count, sizeof *pairs, highest_first);
	for (i = 0; i < count; i++) {
		int c = compare_keys(key_of(pairs[i].a, n->kind), key_of(pairs[i].b, n->kind));

		if (c < 0)
			take_id(n, n->a, pairs[i].a, n->b, pairs[i].b);
		else if (c > 0)
			take_id(n, n->b, pairs[i].b, n->a, pairs[i].a);
	}
	free(pairs);
}

bool
renumber_anew(struct version *a, struct version *b, struct problems *problems)
{
	struct numbering goals = { a, b, "doel", REF_DOEL, problems, true };
	struct numbering actions = { a, b, "werkpunt", REF_WERKPUNT, problems, true };

	version_match(a, b);
	renumber_joined(&goals);
	version_match(a, b);
	renumber_joined(&actions);
	version_match(a, b);
	return goals.good && actions.good;
}

bool
renumber_apart(struct version *a, struct version *b, struct problems *problems)
{
	struct numbering goals = { a, b, "doel", REF_DOEL, problems, true };
	struct numbering actions = { a, b, "werkpunt", REF_WERKPUNT, problems, true };

	renumber_doubles(&goals);
	renumber_doubles(&actions);
	return goals.good && actions.good;
}

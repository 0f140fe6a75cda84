#include "contradiction.h"

#include <stdlib.h>
#include <string.h>

#include "memory.h"
#include "schema.h"

/* What an event is about, by kind; notes, strengths and kinds that are not ours never contradict. */
static const struct subject {
	const char *kind;
	const char *fields[4];
} subjects[] = {
	{ "intake", { NULL } },
	{ "fase", { NULL } },
	{ "stand", { "Werkpunt", "Doel", NULL } },
	{ "akkoord", { "Wie", "Waarop", "Met", NULL } },
	{ "evaluatie", { NULL } },
	{ "uitstroom", { NULL } },
};

static const struct subject *
subject_of(const struct record *r)
{
	size_t i;

	for (i = 0; i < sizeof subjects / sizeof *subjects; i++)
		if (strcmp(subjects[i].kind, r->name) == 0)
			return &subjects[i];
	return NULL;
}

static bool
can_contradict(const struct piece *p)
{
	return p->twin == NULL && !p->gone && p->record->kind != NULL &&
	    (p->record->kind->amends || subject_of(p->record) != NULL);
}

/* Of one kind, day and subject: 0. */
static int
compare_subject(const struct record *a, const struct record *b)
{
	const struct schema_field *key;
	const struct subject *s;
	size_t i;
	int c = strcmp(a->name, b->name);

	if (c != 0)
		return c;
	c = strcmp(record_value(a, "Op"), record_value(b, "Op"));
	if (c != 0)
		return c;
	key = schema_key(a->kind);
	s = subject_of(a);
	if (key != NULL)
		return strcmp(record_value(a, key->name), record_value(b, key->name));
	for (i = 0; s != NULL && s->fields[i] != NULL; i++) {
		c = strcmp(record_value(a, s->fields[i]), record_value(b, s->fields[i]));
		if (c != 0)
			return c;
		/* A status that names both is the action's. */
		if (i == 0 && strcmp(s->kind, "stand") == 0 && record_value(a, s->fields[0])[0] != '\0')
			return 0;
	}
	return 0;
}

static int
by_subject(const void *a, const void *b)
{
	const struct piece *x = *(const struct piece *const *)a, *y = *(const struct piece *const *)b;

	return compare_subject(x->record, y->record);
}

/* The i-th value of a field, or NULL. */
static const char *
nth(const struct record *r, const char *name, size_t i)
{
	size_t j;

	for (j = 2; j < r->n; j++)
		if (strcmp(r->fields[j].name, name) == 0 && i-- == 0)
			return r->fields[j].value;
	return NULL;
}

static bool
equal_values(const struct record *a, const struct record *b, const char *name)
{
	const char *x, *y;
	size_t i;

	for (i = 0; ; i++) {
		x = nth(a, name, i);
		y = nth(b, name, i);
		if (x == NULL || y == NULL)
			return x == y;
		if (strcmp(x, y) != 0)
			return false;
	}
}

static bool
common_field(const char *name)
{
	const struct schema_field *f;

	for (f = schema_common_fields; f->name != NULL; f++)
		if (strcmp(f->name, name) == 0)
			return true;
	return false;
}

/* A domain was looked at or not: the field that says the other; "" for other fields. */
static const char *
opposite(const struct record *r, const struct field *f)
{
	if (strcmp(r->name, "leefgebied") != 0)
		return "";
	return strcmp(f->name, "Score") == 0 ? "Nvt" : strcmp(f->name, "Nvt") == 0 ? "Score" : "";
}

/* A correction by hand says nothing anew of the fields that it left. */
static bool
left_alone(const struct piece *p, const char *name)
{
	return p->was != NULL && equal_values(p->record, p->was->record, name);
}

/* The field of x in which the two cannot both be so, or NULL; *other is that of y. Remarks to an event may differ. */
static const struct field *
clash(const struct piece *x, const struct piece *y, const struct field **other)
{
	const struct record *a = x->record, *b = y->record;
	size_t i;

	for (i = 2; i < a->n; i++) {
		const struct field *f = &a->fields[i];

		if (common_field(f->name) || left_alone(x, f->name))
			continue;
		*other = record_field(b, opposite(a, f));
		if (*other != NULL && (*other)->value[0] != '\0' && f->value[0] != '\0' && !left_alone(y, (*other)->name))
			return f;
		if (!a->kind->amends && (f->spec == NULL || f->spec->type == FIELD_TEXT))
			continue;
		*other = record_field(b, f->name);
		if (*other != NULL && !left_alone(y, f->name) && !equal_values(a, b, f->name))
			return f;
	}
	return NULL;
}

/* The day of recording tells which is the later one, when the join keeps to it. */
static bool
ordered(const struct piece *x, const struct piece *y)
{
	return x->recorded != y->recorded && (x->recorded < y->recorded) == (x->place < y->place);
}

/* What two pieces can be compared for: which pieces, those that belong together, and the field that cannot be so. */
struct comparison {
	bool (*takes)(const struct piece *);
	int (*order)(const void *, const void *);
	const struct field *(*wrong)(const struct piece *, const struct piece *, const struct field **other);
	const char *why;
};

static size_t
collect(const struct version *v, const struct comparison *c, const struct piece **to)
{
	size_t i, n = 0;

	for (i = 0; i < v->n; i++)
		if (c->takes(&v->pieces[i]))
			to[n++] = &v->pieces[i];
	if (n > 0)
		qsort(to, n, sizeof *to, c->order);
	return n;
}

static bool
compare_pair(const struct comparison *c, const struct piece *x, const struct piece *y, struct problems *problems)
{
	const struct field *other, *f = c->wrong(x, y, &other);

	if (f == NULL)
		return true;
	problems_add(problems, PROBLEM_ERROR, "contradiction", x->of->dossier.file, version_line(x->of, f->line),
	    f->name, _(c->why), y->of->dossier.file, version_line(y->of, other->line));
	return false;
}

static bool
compare_versions(const struct comparison *c, const struct version *a, const struct version *b,
    struct problems *problems)
{
	const struct piece **x = memory_new(a->n, sizeof *x), **y = memory_new(b->n, sizeof *y);
	size_t n = collect(a, c, x), m = collect(b, c, y), i = 0, j = 0, k;
	bool none = true;

	while (i < n && j < m) {
		int order = c->order(&x[i], &y[j]);

		if (order < 0)
			i++;
		else if (order > 0)
			j++;
		else {
			for (k = j; k < m && c->order(&x[i], &y[k]) == 0; k++)
				if (!compare_pair(c, x[i], y[k], problems))
					none = false;
			i++;
		}
	}
	free(x);
	free(y);
	return none;
}

/* Two words on one day; two corrections of one record are told as such. */
static const struct field *
same_day(const struct piece *x, const struct piece *y, const struct field **other)
{
	return ordered(x, y) || (x->was != NULL && x->was == y->was) ? NULL : clash(x, y, other);
}

/* What a later word replaces for good; a domain has its history. */
static bool
has_one_value(const struct piece *p)
{
	return can_contradict(p) && p->record->kind->amends && p->record->id != KIND_LEEFGEBIED;
}

static int
by_kind_and_key(const void *a, const void *b)
{
	const struct record *x = (*(const struct piece *const *)a)->record;
	const struct record *y = (*(const struct piece *const *)b)->record;
	const struct schema_field *key = schema_key(x->kind);

	if (x->id != y->id)
		return x->id < y->id ? -1 : 1;
	return key == NULL ? 0 : strcmp(record_text(x, key->slot), record_text(y, key->slot));
}

/* One version corrected by hand what the other says anew on another day. */
static const struct field *
corrected(const struct piece *x, const struct piece *y, const struct field **other)
{
	return (x->was != NULL) == (y->was != NULL) || x->op == y->op ? NULL : clash(x, y, other);
}

bool
contradiction_none(const struct version *a, const struct version *b, struct problems *problems)
{
	static const struct comparison days = {
		can_contradict, by_subject, same_day, N_("contradicts %s:%ld, of the same day; expected one of the two"),
	}, corrections = {
		has_one_value, by_kind_and_key, corrected, N_("contradicts %s:%ld, where it was corrected too; expected one of the two"),
	};
	bool none = compare_versions(&days, a, b, problems);

	return compare_versions(&corrections, a, b, problems) && none;
}

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

/* The field of `a` in which the two cannot both be so, or NULL; *other is that of `b`. Remarks to an event may differ. */
static const struct field *
clash(const struct record *a, const struct record *b, const struct field **other)
{
	size_t i;

	for (i = 2; i < a->n; i++) {
		const struct field *f = &a->fields[i];

		if (common_field(f->name))
			continue;
		*other = record_field(b, opposite(a, f));
		if (*other != NULL && (*other)->value[0] != '\0' && f->value[0] != '\0')
			return f;
		if (!a->kind->amends && (f->spec == NULL || f->spec->type == FIELD_TEXT))
			continue;
		*other = record_field(b, f->name);
		if (*other != NULL && !equal_values(a, b, f->name))
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

static size_t
collect(const struct version *v, const struct piece **to)
{
	size_t i, n = 0;

	for (i = 0; i < v->n; i++)
		if (can_contradict(&v->pieces[i]))
			to[n++] = &v->pieces[i];
	if (n > 0)
		qsort(to, n, sizeof *to, by_subject);
	return n;
}

static bool
compare_pair(const struct version *a, const struct piece *x, const struct version *b, const struct piece *y,
    struct problems *problems)
{
	const struct field *other, *f = ordered(x, y) ? NULL : clash(x->record, y->record, &other);

	if (f == NULL)
		return true;
	problems_add(problems, PROBLEM_ERROR, "contradiction", a->dossier.file, version_line(a, f->line), f->name,
	    _("contradicts %s:%ld, of the same day; expected one of the two"), b->dossier.file,
	    version_line(b, other->line));
	return false;
}

bool
contradiction_none(const struct version *a, const struct version *b, struct problems *problems)
{
	const struct piece **x = memory_new(a->n, sizeof *x), **y = memory_new(b->n, sizeof *y);
	size_t n = collect(a, x), m = collect(b, y), i = 0, j = 0, k;
	bool none = true;

	while (i < n && j < m) {
		int c = compare_subject(x[i]->record, y[j]->record);

		if (c < 0)
			i++;
		else if (c > 0)
			j++;
		else {
			for (k = j; k < m && compare_subject(x[i]->record, y[k]->record) == 0; k++)
				if (!compare_pair(a, x[i], b, y[k], problems))
					none = false;
			i++;
		}
	}
	free(x);
	free(y);
	return none;
}

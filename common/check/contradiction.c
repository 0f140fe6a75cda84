#include "contradiction.h"

#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "arrangement.h"
#include "schema.h"

/*
 * What an event is about, by kind; notes, strengths and kinds that are not ours never contradict.
 */
static const struct subject {
	enum kind kind;
	enum slot slots[3];	/* up to SLOT_OP, which is the day */
} subjects[] = {
	{ KIND_INTAKE, { 0 } },
	{ KIND_FASE, { FASE_SINDS } },
	{ KIND_STAND, { STAND_WERKPUNT, STAND_DOEL } },
	{ KIND_AKKOORD, { AKKOORD_WIE, AKKOORD_WAAROP, AKKOORD_MET } },
	{ KIND_EVALUATIE, { 0 } },
	{ KIND_INDICATIE, { INDICATIE_TOEWIJZING, INDICATIE_PRODUCT } },
	{ KIND_UITSTROOM, { 0 } },
};

static const struct subject *
subject_of(const struct record *r)
{
	size_t i;

	for (i = 0; i < sizeof subjects / sizeof *subjects; i++)
		if (subjects[i].kind == r->kind)
			return &subjects[i];
	return NULL;
}

static bool
can_contradict(const struct piece *p)
{
	return p->twin == NULL && !p->gone && !p->taken && p->record->spec != NULL &&
	    (p->record->spec->amends || subject_of(p->record) != NULL);
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
	c = strcmp(record_text(a, SLOT_OP), record_text(b, SLOT_OP));
	if (c != 0)
		return c;
	key = schema_key(a->spec);
	s = subject_of(a);
	if (key != NULL)
		return strcmp(record_text(a, key->slot), record_text(b, key->slot));
	for (i = 0; s != NULL && i < 3 && s->slots[i] != SLOT_OP; i++) {
		c = strcmp(record_text(a, s->slots[i]), record_text(b, s->slots[i]));
		if (c != 0)
			return c;
		/* A status that names both is the action's; an assignment is its number's. */
		if (i == 0 && (s->kind == KIND_STAND || s->kind == KIND_INDICATIE) &&
		    record_at(a, s->slots[0]) != NULL)
			return 0;
	}
	return 0;
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

/* Whether two records can differ in the field. Remarks to an event may; of closings one counts. */
static bool
can_clash(const struct record *r, const struct field *f)
{
	return !common_field(f->name) && (r->spec->amends || r->kind == KIND_UITSTROOM ||
	    (f->spec != NULL && f->spec->type != FIELD_TEXT));
}

/* By the fields in which they can differ. */
static int
compare_words(const struct record *a, const struct record *b)
{
	size_t i = 2, j = 2;

	for (;; i++, j++) {
		int c;

		while (i < a->n && !can_clash(a, &a->fields[i]))
			i++;
		while (j < b->n && !can_clash(b, &b->fields[j]))
			j++;
		if (i >= a->n || j >= b->n)
			return i < a->n ? 1 : j < b->n ? -1 : 0;
		c = strcmp(a->fields[i].name, b->fields[j].name);
		if (c == 0)
			c = strcmp(a->fields[i].value, b->fields[j].value);
		if (c != 0)
			return c;
	}
}

static int
by_subject(const void *a, const void *b)
{
	const struct piece *x = *(const struct piece *const *)a,
	    *y = *(const struct piece *const *)b;
	int c = compare_subject(x->record, y->record);

	if (c == 0)
		c = compare_words(x->record, y->record);
	if (c == 0 && x->recorded != y->recorded)
		c = x->recorded < y->recorded ? -1 : 1;
	return c != 0 ? c : x->place < y->place ? -1 : x->place > y->place;
}

/* The field of that slot in which the record has the same arrangement, or NULL. */
static const struct field *
arranged(const struct record *r, enum slot slot, const char *text)
{
	size_t n, m;
	const char *words = arrangement_text(text, &n);

	for (size_t i = 2; i < r->n; i++) {
		const char *other = arrangement_text(r->fields[i].value, &m);

		if (r->fields[i].slot == slot && n > 0 && m == n && memcmp(words, other, n) == 0)
			return &r->fields[i];
	}
	return NULL;
}

/*
 * In b, the field that says the other of what f says in a: a domain was looked at or not, an
 * Afspraak is made or ends; or NULL.
 */
static const struct field *
opposite(const struct record *a, const struct field *f, const struct record *b)
{
	if (a->kind == KIND_LEEFGEBIED && f->slot == LEEFGEBIED_SCORE)
		return record_at(b, LEEFGEBIED_NVT);
	if (a->kind == KIND_LEEFGEBIED && f->slot == LEEFGEBIED_NVT)
		return record_at(b, LEEFGEBIED_SCORE);
	if (a->kind == KIND_AKKOORD && f->slot == AKKOORD_AFSPRAAK)
		return arranged(b, AKKOORD_VERVALT, f->value);
	if (a->kind == KIND_AKKOORD && f->slot == AKKOORD_VERVALT)
		return arranged(b, AKKOORD_AFSPRAAK, f->value);
	return NULL;
}

/* A correction by hand says nothing anew of the fields that it left. */
static bool
left_alone(const struct piece *p, const char *name)
{
	return p->was != NULL && equal_values(p->record, p->was->record, name);
}

/* Of two closings, a field that the first has alone: it would count, or be lost; or NULL. */
static const struct field *
alone_in(const struct record *a, const struct record *b)
{
	for (size_t i = 2; a->kind == KIND_UITSTROOM && i < a->n; i++)
		if (!common_field(a->fields[i].name) && record_field(b, a->fields[i].name) == NULL)
			return &a->fields[i];
	return NULL;
}

/* The field of x in which the two cannot both be so, or NULL; *other is that of y. */
static const struct field *
clash(const struct piece *x, const struct piece *y, const struct field **other)
{
	const struct record *a = x->record, *b = y->record;
	size_t i;

	for (i = 2; i < a->n; i++) {
		const struct field *f = &a->fields[i];

		if (common_field(f->name) || left_alone(x, f->name))
			continue;
		*other = opposite(a, f, b);
		if (*other != NULL && f->value[0] != '\0' && !left_alone(y, (*other)->name))
			return f;
		*other = can_clash(a, f) ? record_field(b, f->name) : NULL;
		if (*other != NULL && !left_alone(y, f->name) && !equal_values(a, b, f->name))
			return f;
	}
	*other = &b->fields[0];
	if (alone_in(a, b) != NULL)
		return alone_in(a, b);
	*other = alone_in(b, a);
	return *other != NULL ? &a->fields[0] : NULL;
}

/* The day of recording tells which is the later one, when the join keeps to it. */
static bool
ordered(const struct piece *x, const struct piece *y)
{
	return x->recorded != y->recorded && (x->recorded < y->recorded) == (x->place < y->place);
}

/*
 * Which pieces of two versions are held against one another: the first of each that clash are
 * named.
 */
struct comparison {
	bool (*takes_x)(const struct piece *);
	bool (*takes_y)(const struct piece *);
	int (*compare)(const struct record *, const struct record *);	/* 0: about one thing */
	int (*sort)(const void *, const void *);	/* so, likes by place */
	const struct field *(*wrong)(const struct piece *, const struct piece *,
	    const struct field **other);
	enum severity severity;
	const char *why;
};

/* Of many that say the same the first and the last clash with whatever one between them does. */
static size_t
keep_ends(const struct piece **pieces, size_t n, const struct comparison *c)
{
	size_t i, kept = 0, run = 0;

	for (i = 0; i < n; i++) {
		const struct piece *p = pieces[i], *last = kept > 0 ? pieces[kept - 1] : NULL;

		run = last != NULL && p->was == NULL && last->was == NULL &&
		    p->recorded == last->recorded &&
		    c->compare(p->record, last->record) == 0 &&
		    compare_words(p->record, last->record) == 0 ? run + 1 : 0;
		pieces[run > 1 ? kept - 1 : kept++] = p;
	}
	return kept;
}

static size_t
collect(const struct version *v, const struct comparison *c, bool (*takes)(const struct piece *),
    const struct piece **to)
{
	size_t i, n = 0;

	for (i = 0; i < v->n; i++)
		if (can_contradict(&v->pieces[i]) && takes(&v->pieces[i]))
			to[n++] = &v->pieces[i];
	if (n > 0)
		qsort(to, n, sizeof *to, c->sort);
	return keep_ends(to, n, c);
}

/* The first of y, which are all about the same as x, that x clashes with. */
static bool
compare_with(const struct comparison *c, const struct piece *x, const struct piece *const *y,
    size_t n, struct problems *problems)
{
	size_t i;

	for (i = 0; i < n && c->compare(x->record, y[i]->record) == 0; i++) {
		const struct field *other, *f;

		f = c->wrong(x, y[i], &other);
		if (f == NULL)
			continue;
		problems_add(problems, c->severity, "contradiction", x->of->dossier.file,
		    version_line(x->of, f->line), f->name, _(c->why), y[i]->of->dossier.file,
		    version_line(y[i]->of, other->line));
		return false;
	}
	return true;
}

static bool
compare_versions(const struct comparison *c, const struct version *a, const struct version *b,
    struct problems *problems)
{
	const struct piece **x = alloc_new(a->n, sizeof *x), **y = alloc_new(b->n, sizeof *y);
	size_t n = collect(a, c, c->takes_x, x), m = collect(b, c, c->takes_y, y), i = 0, j = 0;
	bool none = true;

	while (i < n && j < m) {
		int order = c->compare(x[i]->record, y[j]->record);

		if (order > 0) {
			j++;
			continue;
		}
		if (order == 0 && !compare_with(c, x[i], y + j, m - j, problems))
			none = false;
		i++;
	}
	free(x);
	free(y);
	return none;
}

static bool
any(const struct piece *p)
{
	return p != NULL;
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
	return p->record->spec->amends && p->record->kind != KIND_LEEFGEBIED;
}

static bool
corrects(const struct piece *p)
{
	return has_one_value(p) && p->was != NULL;
}

static bool
says_anew(const struct piece *p)
{
	return has_one_value(p) && p->was == NULL;
}

static int
compare_keys(const struct record *a, const struct record *b)
{
	const struct schema_field *key = schema_key(a->spec);

	if (a->kind != b->kind)
		return a->kind < b->kind ? -1 : 1;
	return key == NULL ? 0 : strcmp(record_text(a, key->slot), record_text(b, key->slot));
}

static int
by_key(const void *a, const void *b)
{
	return compare_keys((*(const struct piece *const *)a)->record,
	    (*(const struct piece *const *)b)->record);
}

/* One version corrected by hand what the other says anew; of one day that is told already. */
static const struct field *
other_day(const struct piece *x, const struct piece *y, const struct field **other)
{
	return x->op == y->op ? NULL : clash(x, y, other);
}

static bool
declines(const struct piece *p)
{
	return p->record->kind == KIND_INTAKE &&
	    record_code(p->record, INTAKE_BESLUIT) >= INTAKE_AFGEWEZEN;
}

static bool
closes(const struct piece *p)
{
	return p->record->kind == KIND_UITSTROOM;
}

static int
compare_days(const struct record *a, const struct record *b)
{
	return strcmp(record_text(a, SLOT_OP), record_text(b, SLOT_OP));
}

/* One version says that the client was not placed, the other that the help ended, on one day. */
static const struct field *
other_end(const struct piece *x, const struct piece *y, const struct field **other)
{
	*other = &y->record->fields[0];
	return ordered(x, y) ? NULL : &x->record->fields[0];
}

bool
contradiction_none(const struct version *a, const struct version *b, struct problems *problems)
{
	static const struct comparison days = {
		any, any, compare_subject, by_subject, same_day,
		PROBLEM_ERROR,
		N_("contradicts %s:%ld, of the same day; expected one of the two"),
	}, corrections = {
		corrects, says_anew, compare_keys, by_key, other_day,
		PROBLEM_ERROR,
		N_("contradicts %s:%ld, which gives it anew; expected one of the two"),
	}, ends = {
		declines, closes, compare_days, by_subject, other_end,
		PROBLEM_ERROR,
		N_("ends the trajectory otherwise than %s:%ld, on the same day; "
		    "expected one of the two"),
	};
	bool none = compare_versions(&days, a, b, problems);

	none = compare_versions(&ends, a, b, problems) && none;
	none = compare_versions(&ends, b, a, problems) && none;
	none = compare_versions(&corrections, a, b, problems) && none;
	return compare_versions(&corrections, b, a, problems) && none;
}

/* The later word of two that do not contradict one another. */
static const struct field *
later(const struct piece *x, const struct piece *y, const struct field **other)
{
	return x->place < y->place || (x->op == y->op && !ordered(x, y)) ? NULL :
	    clash(x, y, other);
}

void
contradiction_later(const struct version *a, const struct version *b, struct problems *problems)
{
	static const struct comparison words = {
		says_anew, says_anew, compare_keys, by_key, later, PROBLEM_WARNING,
		N_("replaces what %s:%ld gives, which this version did not know"),
	};

	compare_versions(&words, a, b, problems);
	compare_versions(&words, b, a, problems);
}

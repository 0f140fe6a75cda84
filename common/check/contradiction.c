/* SPDX-License-Identifier: ISC */
#include "contradiction.h"

#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "schema.h"
#include "subject.h"

/* Whether its version alone says so, and it counts. */
static bool
says_alone(const struct piece *p)
{
	return p->twin == NULL && !p->gone && !p->taken && p->record->spec != NULL;
}

static bool
has_subject(const struct piece *p)
{
	return subject_known(p->record);
}

static int
compare_days(const struct record *a, const struct record *b)
{
	return a->op < b->op ? -1 : a->op > b->op;
}

/* All are about where the client stands. */
static int
compare_nothing(const struct record *a, const struct record *b)
{
	(void)a;
	(void)b;
	return 0;
}

static int
compare_measures(const struct record *a, const struct record *b)
{
	int c = subject_compare(a, b);

	return c != 0 ? c : compare_days(a, b);
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

/* A correction by hand says nothing anew of the fields that it left. */
static bool
left_alone(const struct piece *p, const char *name)
{
	return p->was != NULL && equal_values(p->record, p->was->record, name);
}

/* In what the two differ, of the fields that can; or NULL. *other is that of y. */
static const struct field *
difference(const struct piece *x, const struct piece *y, record_field_test *can,
    const struct field **other)
{
	const struct record *a = x->record, *b = y->record;
	size_t i;

	for (i = 2; i < a->n; i++) {
		const struct field *f = &a->fields[i];

		if (!can(a, f) || left_alone(x, f->name))
			continue;
		*other = record_field(b, f->name);
		if (*other != NULL && !left_alone(y, f->name) && !equal_values(a, b, f->name))
			return f;
	}
	return NULL;
}

static const struct field *
other_word(const struct piece *x, const struct piece *y, const struct field **other)
{
	return difference(x, y, subject_lasts, other);
}

/*
 * The ids of a dossier that took over others add up; who unites writes all of them. What was taken
 * back for two reasons is taken back.
 */
static bool
lasts_united(const struct record *r, const struct field *f)
{
	return subject_lasts(r, f) && r->kind != KIND_INTREKKING && (r->kind != KIND_CLIENT ||
	    (f->slot != CLIENT_VERVANGT && f->slot != CLIENT_VERVANGT_EXTERN));
}

static const struct field *
other_word_united(const struct piece *x, const struct piece *y, const struct field **other)
{
	return difference(x, y, lasts_united, other);
}

static const struct field *
other_measure(const struct piece *x, const struct piece *y, const struct field **other)
{
	return difference(x, y, subject_of_a_day, other);
}

static const struct field *
opposition(const struct piece *x, const struct piece *y, const struct field **other)
{
	const struct record *a = x->record;
	size_t i;

	for (i = 2; i < a->n; i++) {
		const struct field *f = &a->fields[i];

		*other = f->n == 0 || left_alone(x, f->name) ? NULL :
		    subject_opposite(a, f, y->record);
		if (*other != NULL && !left_alone(y, (*other)->name))
			return f;
	}
	return NULL;
}

/* A correction of another field, a remark say, moves nobody. */
static bool
set_anew(const struct piece *p, enum slot slot)
{
	return p->was == NULL || p->op != p->was->op ||
	    strcmp(record_text(p->record, slot), record_text(p->was->record, slot)) != 0;
}

/*
 * Whether it says where the client stands: in a phase, or that it is over; or takes back what said
 * so in both.
 */
static bool
moves(const struct piece *p)
{
	if (p->takes != NULL && p->takes->twin == NULL)
		return false;
	while (p->takes != NULL)
		p = p->takes;
	if (p->record->kind == KIND_INTAKE)
		return record_code(p->record, INTAKE_BESLUIT) >= INTAKE_AFGEWEZEN &&
		    set_anew(p, INTAKE_BESLUIT);
	if (p->record->kind == KIND_UITSTROOM)
		return set_anew(p, UITSTROOM_REDEN);
	return subject_enters(p->record) && set_anew(p, FASE_FASE);
}

static bool
of_move(const struct record *r, const struct field *f)
{
	return !subject_aside(f->name) && (r->kind == KIND_UITSTROOM || subject_lasts(r, f));
}

/* Two hands that move the client; to the same phase it would count twice. */
static const struct field *
other_move(const struct piece *x, const struct piece *y, const struct field **other)
{
	const struct record *a = x->record, *b = y->record;
	const struct field *f = a->kind == b->kind ? difference(x, y, of_move, other) : NULL;

	if (f != NULL || (a->kind == KIND_INTAKE && b->kind == KIND_INTAKE) ||
	    (a->kind == KIND_INTREKKING && b->kind == KIND_INTREKKING &&
	    subject_compare(a, b) == 0))
		return f;
	*other = &b->fields[0];
	return &a->fields[0];
}

/* Which pieces of two versions are held against one another, and in which fields. */
struct comparison {
	bool (*takes)(const struct piece *);
	int (*compare)(const struct record *, const struct record *);	/* 0: about one thing */
	record_field_test *can;
	const struct field *(*wrong)(const struct piece *, const struct piece *,
	    const struct field **other);
	int (*sort)(const void *, const void *);	/* by thing, then by what is said of it */
};

static int
sort_by(const void *a, const void *b, int (*compare)(const struct record *, const struct record *),
    record_field_test *can)
{
	const struct piece *x = *(const struct piece *const *)a,
	    *y = *(const struct piece *const *)b;
	int c = compare(x->record, y->record);

	if (c == 0)
		c = record_compare_by(x->record, y->record, can);
	if (c == 0)
		c = compare_days(x->record, y->record);
	return c != 0 ? c : x->place < y->place ? -1 : x->place > y->place;
}

static int
by_word(const void *a, const void *b)
{
	return sort_by(a, b, subject_compare, subject_lasts);
}

static int
by_word_united(const void *a, const void *b)
{
	return sort_by(a, b, subject_compare, lasts_united);
}

static int
by_opposite(const void *a, const void *b)
{
	return sort_by(a, b, subject_compare, subject_opposes);
}

static int
by_measure(const void *a, const void *b)
{
	return sort_by(a, b, compare_measures, subject_of_a_day);
}

static int
by_move(const void *a, const void *b)
{
	return sort_by(a, b, compare_days, of_move);
}

static const struct comparison words = {
	has_subject, subject_compare, subject_lasts, other_word, by_word
}, words_united = {
	has_subject, subject_compare, lasts_united, other_word_united, by_word_united
}, opposites = {
	has_subject, subject_compare, subject_opposes, opposition, by_opposite
}, measures = {
	has_subject, compare_measures, subject_of_a_day, other_measure, by_measure
}, course = {
	moves, compare_nothing, of_move, other_move, by_move
};

/* Of many that say the same one is enough, or one of each day. */
static size_t
keep_first(const struct piece **pieces, size_t n, const struct comparison *c, bool each_day)
{
	size_t i, kept = 0;

	for (i = 0; i < n; i++) {
		const struct piece *p = pieces[i], *last = kept > 0 ? pieces[kept - 1] : NULL;

		if (last == NULL || p->was != NULL || last->was != NULL ||
		    (each_day && p->op != last->op) || c->compare(p->record, last->record) != 0 ||
		    record_compare_by(p->record, last->record, c->can) != 0)
			pieces[kept++] = p;
	}
	return kept;
}

static size_t
collect(const struct version *v, const struct comparison *c, bool each_day,
    const struct piece **to)
{
	size_t i, n = 0;

	for (i = 0; i < v->n; i++)
		if (says_alone(&v->pieces[i]) && c->takes(&v->pieces[i]))
			to[n++] = &v->pieces[i];
	if (n > 0)
		qsort(to, n, sizeof *to, c->sort);
	return keep_first(to, n, c, each_day);
}

/* Which days of two that clash are told of. */
enum days { DAYS_ALL, DAYS_SAME, DAYS_LATER };
struct telling {
	enum days days;
	const struct turns *turns;	/* on these the second one is later; NULL: none */
	bool second_first;		/* the second is compared with the first */
};

/* The day of x against that of y, below 0 when it is the earlier. */
static int
compare_time(const struct telling *t, const struct piece *x, const struct piece *y)
{
	if (x->op != y->op)
		return x->op < y->op ? -1 : 1;
	return t->turns == NULL || !turns_have(t->turns, x->op) ? 0 : t->second_first ? 1 : -1;
}

/* The dossier that one of two moves came with, when their version took it over; or "". */
static const char *
came_with(const struct comparison *c, const struct piece *x, const struct piece *y)
{
	const char *of_x = c == &course ? record_text(x->record, SLOT_UIT_DOSSIER) : "";

	return of_x[0] != '\0' || c != &course ? of_x : record_text(y->record, SLOT_UIT_DOSSIER);
}

static void
say(const struct comparison *c, const struct telling *t, const struct piece *x,
    const struct field *f, const struct piece *y, const struct field *other,
    struct problems *problems)
{
	const char *with = came_with(c, x, y), *file = y->of->dossier.file;
	long line = version_line(y->of, other->line);

	if (with[0] != '\0')
		problems_add(problems, PROBLEM_ERROR, "contradiction", x->of->dossier.file,
		    version_line(x->of, f->line), f->name, _("contradicts %s:%ld, for one of them "
		    "came with %s; fasen-retract takes back the one that does not hold, in its "
		    "file, and then they join"), file, line, with);
	else
		problems_add(problems, t->days == DAYS_LATER ? PROBLEM_WARNING : PROBLEM_ERROR,
		    "contradiction", x->of->dossier.file, version_line(x->of, f->line), f->name,
		    t->days == DAYS_LATER ?
		    _("replaces what %s:%ld gives, which this version did not know") :
		    _("contradicts %s:%ld; expected one of the two"), file, line);
}

/* The first of y, which are all about the same as x, that x clashes with. */
static bool
compare_with(const struct comparison *c, const struct telling *t, const struct piece *x,
    const struct piece *const *y, size_t n, struct problems *problems)
{
	enum days days = t->days;
	size_t i;

	for (i = 0; i < n && c->compare(x->record, y[i]->record) == 0; i++) {
		const struct field *other, *f;

		/* Corrections of two records of the ancestor are of two things. */
		if ((x->was != NULL && y[i]->was != NULL) ||
		    (days == DAYS_SAME && compare_time(t, x, y[i]) != 0) ||
		    (days == DAYS_LATER && compare_time(t, x, y[i]) <= 0))
			continue;
		f = c->wrong(x, y[i], &other);
		if (f == NULL)
			continue;
		say(c, t, x, f, y[i], other, problems);
		return false;
	}
	return true;
}

static bool
compare_versions(const struct comparison *c, const struct telling *t, const struct version *a,
    const struct version *b, struct problems *problems)
{
	const struct piece **x = alloc_new(a->n, sizeof *x), **y = alloc_new(b->n, sizeof *y);
	size_t n = collect(a, c, t->days != DAYS_ALL, x), m = collect(b, c, t->days != DAYS_ALL, y);
	size_t i = 0, j = 0;
	bool none = true;

	while (i < n && j < m) {
		int order = c->compare(x[i]->record, y[j]->record);

		if (order > 0) {
			j++;
			continue;
		}
		if (order == 0 && !compare_with(c, t, x[i], y + j, m - j, problems))
			none = false;
		i++;
	}
	free(x);
	free(y);
	return none;
}

bool
contradiction_none(const struct version *a, const struct version *b,
    const struct turns *dossiers, struct problems *problems)
{
	const struct telling t = { dossiers != NULL ? DAYS_SAME : DAYS_ALL, dossiers, false };
	bool none = compare_versions(dossiers != NULL ? &words_united : &words, &t, a, b, problems);

	none = compare_versions(&opposites, &t, a, b, problems) && none;
	none = compare_versions(&measures, &t, a, b, problems) && none;
	return (dossiers != NULL || compare_versions(&course, &t, a, b, problems)) && none;
}

void
contradiction_later(const struct version *a, const struct version *b,
    const struct turns *dossiers, struct problems *problems)
{
	const struct telling of_a = { DAYS_LATER, dossiers, false }, of_b = { DAYS_LATER, dossiers,
	    true };

	compare_versions(&words_united, &of_a, a, b, problems);
	compare_versions(&words_united, &of_b, b, a, problems);
}

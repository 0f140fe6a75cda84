/* SPDX-License-Identifier: ISC */
#include "fold.h"

#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "arrangement_table.h"
#include "entry_merge.h"
#include "retraction.h"
#include "schema.h"

/* A record with its place in the folding order. */
struct placed {
	date op;
	uint32_t place;
};

static int
by_op_then_place(const void *a, const void *b)
{
	const struct placed *x = a, *y = b;

	if (x->op != y->op)
		return x->op < y->op ? -1 : 1;
	return x->place < y->place ? -1 : x->place > y->place;
}

/*
 * Most records are in order, and others not far from their place: they are moved there. Where that
 * takes too many moves qsort does it.
 */
static void
put_in_order(struct placed *at, size_t n)
{
	size_t i, j, moves = 0;

	for (i = 1; i < n && moves < 8 * n; i++) {
		struct placed p = at[i];

		for (j = i; j > 0 && at[j - 1].op > p.op; j--)
			at[j] = at[j - 1];
		at[j] = p;
		moves += i - j;
	}
	if (i < n)
		qsort(at, n, sizeof *at, by_op_then_place);
}

static struct entry *
new_entry(struct fold *s, const struct record *r, const char *key, date op)
{
	struct entry *e = &s->entries[s->n++];

	*e = entry_none;
	e->spec = r->spec;
	e->kind = r->kind;
	e->key = key;
	e->op = op;
	e->trajectory = e->own = (uint32_t)s->ntrajectories - 1;
	e->first = r;
	e->full = r->full;
	if (s->last[e->kind] != NULL)
		s->last[e->kind]->next = e;
	else
		s->first[e->kind] = e;
	s->last[e->kind] = e;
	return e;
}

static struct entry *
find(const struct fold *s, enum kind kind, const struct field *key)
{
	return key == NULL ? entry_table_find(&s->named, (uint32_t)kind, "", 0) :
	    entry_table_find(&s->named, (uint32_t)kind, key->value, key->n);
}

/* On a scale that the model lacks every whole number is on it. */
static bool
off_scale(const struct fold *s, const struct record *r)
{
	const struct model_scale *scale = model_scale(s->model, record_text(r, LEEFGEBIED_SCHAAL));
	int score = record_code(r, LEEFGEBIED_SCORE);

	return r->full >> LEEFGEBIED_SCORE & 1 && (score == FIELD_UNTYPED ||
	    (scale != NULL && (score < scale->min || score > scale->max)));
}

/* One score a domain, scale and day of a trajectory: the last counts. */
static void
note_score(struct fold *s, const struct entry *e, const struct record *r, date op)
{
	struct score score = { .domain = e->key, .scale = record_text(r, LEEFGEBIED_SCHAAL),
	    .op = op, .value = record_code(r, LEEFGEBIED_SCORE), .trajectory = s->ntrajectories - 1,
	    .record = r };
	struct score *before;
	void **latest;

	if (score.value == FIELD_UNTYPED || off_scale(s, r))
		return;
	if (score.scale[0] == '\0' && s->model->nscales > 0)
		score.scale = s->model->scales[0].code;
	latest = entry_table_at(&s->named, UINT32_MAX - (uint32_t)(e - s->entries), score.scale,
	    strlen(score.scale));
	score.before = (uintptr_t)*latest;
	before = score.before > 0 ? &s->scores[score.before - 1] : NULL;
	if (before != NULL && before->op == op && before->trajectory == score.trajectory) {
		score.before = before->before;
		*before = score;
		return;
	}
	s->scores = alloc_room(s->scores, &s->scores_cap, s->nscores + 1, sizeof *s->scores);
	s->scores[s->nscores++] = score;
	if (score.before > 0)
		s->scores[score.before - 1].after = s->nscores;
	*latest = (void *)(uintptr_t)s->nscores;
}

/* A score says that the domain was looked at, Nvt that it was not: each clears the other. */
static void
settle_domain(struct entry *e, const struct record *r)
{
	const uint64_t scale = (uint64_t)1 << LEEFGEBIED_SCHAAL;

	if (r->full >> LEEFGEBIED_SCORE & 1) {
		e->full &= ~((uint64_t)1 << LEEFGEBIED_NVT);
		if (!record_has(r, LEEFGEBIED_SCHAAL))
			e->full &= ~scale;
	} else if (r->full >> LEEFGEBIED_NVT & 1)
		e->full &= ~((uint64_t)1 << LEEFGEBIED_SCORE | scale);
}

/* An alias of a phase reads as its code. */
static void
settle_phase(struct fold *s, struct entry *e)
{
	const char *code = entry_text(e, FASE_FASE);

	s->phase = e;
	e->phase = code[0] == '\0' ? NULL : model_phase(s->model, code);
	if (e->phase != NULL && strcmp(e->phase->code, code) != 0) {
		struct field *f = arena_room(&s->arena, sizeof *f);

		entry_spread(e, e->full, &s->arena);
		*f = *e->at[FASE_FASE];
		f->value = e->phase->code;
		f->n = (uint32_t)strlen(f->value);
		e->at[FASE_FASE] = f;
	}
}

static struct trajectory *
begin_trajectory(struct fold *s, date begin)
{
	struct trajectory *t;

	s->trajectories = alloc_room(s->trajectories, &s->trajectories_cap, s->ntrajectories + 1,
	    sizeof *s->trajectories);
	t = &s->trajectories[s->ntrajectories++];
	*t = (struct trajectory){ .begin = begin, .end = DATE_NONE, .ended = DATE_NONE,
	    .last = DATE_NONE };
	return t;
}

/* The entry of an amending kind with the record's key, made when it is the first of that key. */
static struct entry *
amended(struct fold *s, const struct record *r, date op)
{
	const struct schema_field *key = schema_key(r->spec);
	const struct field *f = key == NULL ? NULL : record_at(r, key->slot);
	const char *k = f == NULL ? "" : f->value;
	void **at = entry_table_at(&s->named, (uint32_t)r->kind, k, f == NULL ? 0 : f->n);
	struct entry *e = *at;

	if (e == NULL)
		return *at = new_entry(s, r, k, op);
	entry_merge(e, r, &s->arena, &s->named, KINDS + (uint32_t)(e - s->entries));
	return e;
}

/*
 * A fase with Sinds is no entry of a phase: it sets the pace of the present one, when that was
 * entered then.
 */
static void
fold_pace(struct fold *s, const struct record *r)
{
	struct entry *e = s->last[KIND_FASE];

	if (e != NULL && e->op == record_day(r, FASE_SINDS))
		entry_put_over(e, r,
		    (uint64_t)1 << FASE_STREEFDATUM | (uint64_t)1 << FASE_REDEN, &s->arena);
}

/* Where the latest strength of the record's words stands. */
static void **
strength_at(struct fold *s, const struct record *r)
{
	const char *domain = record_text(r, KRACHT_LEEFGEBIED);
	const char *kind = record_text(r, KRACHT_SOORT), *text = record_text(r, KRACHT_TEKST);
	size_t n = strlen(domain) + strlen(kind) + strlen(text) + 3;
	char *name = arena_room(&s->arena, n);

	stpcpy(stpcpy(stpcpy(name, domain) + 1, kind) + 1, text);
	return entry_table_at(&s->named, KIND_KRACHT, name, n);
}

static void
name_strength(struct fold *s, struct entry *e)
{
	void **at = strength_at(s, e->first);

	e->same = *at;
	*at = e;
}

/*
 * A kracht with Tot ends those of the same words that have none, or gives the last of them another
 * day. Returns false when there is none: then it is a strength that is to end. Strengths have names
 * from the first that ends on.
 */
static bool
end_strength(struct fold *s, const struct record *r, date op)
{
	const uint64_t until = (uint64_t)1 << KRACHT_TOT;
	struct entry *last, *e;

	if (!(r->full & until))
		return false;
	if (!s->strengths_named)
		for (const struct entry *old = s->first[KIND_KRACHT]; old != NULL; old = old->next)
			name_strength(s, &s->entries[old - s->entries]);
	s->strengths_named = true;
	last = *strength_at(s, r);
	for (e = last; e != NULL && (e == last || !(e->full & until)); e = e->same) {
		entry_put_over(e, r, until, &s->arena);
		e->last = op;
	}
	return last != NULL;
}

static void
fold_record(struct fold *s, const struct record *r, date op)
{
	struct trajectory *t = &s->trajectories[s->ntrajectories - 1];
	struct entry *e;
	bool declines = false;

	s->fresh |= (uint32_t)1 << r->kind;
	s->passing |= (r->kind == KIND_KRACHT && r->full >> KRACHT_TOT & 1) ||
	    (r->kind == KIND_NETWERK && r->full >> NETWERK_TOT & 1);
	if (fold_paces(r)) {
		fold_pace(s, r);
		return;
	}
	if (r->kind == KIND_KRACHT && end_strength(s, r, op))
		return;
	if (r->kind == KIND_FASE && t->how != TRAJECTORY_OPEN)
		t = begin_trajectory(s, op);
	t->last = op > t->last ? op : t->last;
	e = r->spec != NULL && r->spec->amends ? amended(s, r, op) : new_entry(s, r, "", op);
	if (r->kind == KIND_KRACHT && s->strengths_named)
		name_strength(s, e);
	e->last = op;
	e->order = (uint32_t)s->next;
	e->latest = r;
	if (r->kind == KIND_LEEFGEBIED) {
		note_score(s, e, r, op);
		t->off_scale = t->off_scale || off_scale(s, r);
		settle_domain(e, r);
	} else if (r->kind == KIND_FASE)
		settle_phase(s, e);
	else if (r->kind == KIND_AKKOORD)
		arrangement_table_take(&s->named, &s->arena, (size_t)(e - s->entries),
		    fold_open(s), e);
	else if (r->kind == KIND_INTAKE)
		declines = record_code(r, INTAKE_BESLUIT) >= INTAKE_AFGEWEZEN;
	if (t->how == TRAJECTORY_OPEN && (r->kind == KIND_UITSTROOM || declines)) {
		t->how = declines ? TRAJECTORY_NIET_GEPLAATST : TRAJECTORY_UITSTROOM;
		t->ended = op;
		t->closing = e;
	}
}

/*
 * What can only be said when a day is folded whole: the begin, actions' trajectories, the last
 * stands.
 */
static void
settle(struct fold *s)
{
	date begin = entry_day(s->client, CLIENT_AANGEMELD);
	const struct entry *e;
	struct entry *of;

	if (begin != DATE_NONE)
		s->trajectories[0].begin = begin;
	for (size_t i = 0; i < s->ntrajectories; i++) {
		struct trajectory *t = &s->trajectories[i];

		t->end = t->how != TRAJECTORY_OPEN && t->ended < t->begin ? t->begin : t->ended;
	}
	if (s->fresh & ((uint32_t)1 << KIND_DOEL | (uint32_t)1 << KIND_WERKPUNT)) {
		for (e = s->first[KIND_DOEL]; e != NULL; e = e->next)
			s->entries[e - s->entries].brings = false;
		for (e = s->first[KIND_WERKPUNT]; e != NULL; e = e->next) {
			of = find(s, KIND_DOEL, entry_at(e, WERKPUNT_DOEL));
			s->entries[e - s->entries].trajectory = of != NULL ? of->trajectory :
			    e->own;
			if (of != NULL)
				of->brings |= entry_at(e, WERKPUNT_INZET) != NULL;
		}
		s->settled = NULL;	/* a stand may be of one that is new */
	}
	for (e = s->settled == NULL ? s->first[KIND_STAND] : s->settled->next; e != NULL;
	    e = e->next) {
		of = e->full >> STAND_WERKPUNT & 1 ? find(s, KIND_WERKPUNT,
		    entry_at(e, STAND_WERKPUNT)) : find(s, KIND_DOEL, entry_at(e, STAND_DOEL));
		if (of != NULL)
			of->stand = e;
		if (of != NULL && of->kind == KIND_DOEL && entry_code(e, STAND_SCORE) >= -2 &&
		    entry_code(e, STAND_SCORE) <= 2)
			of->scored = e;
		s->settled = e;
	}
}

static date
registered(const struct dossier *d)
{
	return d->n > 0 && d->records[0].kind == KIND_CLIENT ?
	    record_day(&d->records[0], CLIENT_AANGEMELD) : DATE_NONE;
}

bool
fold_registered(const struct dossier *d, date known)
{
	date day = registered(d);

	return day != DATE_NONE && record_recorded(&d->records[0], day) <= known;
}

bool
fold_begin(struct fold *s, const struct dossier *d, const struct model *m, date known)
{
	arena_clear(&s->arena);
	entry_table_clear(&s->named);
	s->dossier = d;
	s->model = m;
	s->known = known;
	s->n = s->nscores = s->ntrajectories = s->norder = s->next = 0;
	s->client = s->phase = s->settled = NULL;
	s->strengths_named = s->passing = false;
	free(s->taken);
	s->taken = NULL;
	memset(s->first, 0, sizeof s->first);
	memset(s->last, 0, sizeof s->last);
	s->registered = registered(d);
	if (!fold_registered(d, known))
		return false;
	s->taken = retraction_marks(d, known);
	s->order = alloc_room(s->order, &s->order_cap, d->n, sizeof *s->order);
	s->entries = alloc_room(s->entries, &s->cap, d->n, sizeof *s->entries);
	for (size_t i = 0; i < d->n; i++) {
		struct placed p = { i == 0 ? DATE_NONE : d->records[i].op, (uint32_t)i };

		if (record_recorded(&d->records[i], s->registered) > known ||
		    (s->taken != NULL && s->taken[i]))
			continue;
		s->order[s->norder++] = p;
	}
	put_in_order(s->order, s->norder);
	return true;
}

bool
fold_to(struct fold *s, date at)
{
	size_t from = s->next;

	s->at = at;
	s->fresh = 0;
	if (s->registered == DATE_NONE || s->registered > at || s->norder == 0)
		return false;
	if (s->next == 0) {
		begin_trajectory(s, s->registered);
		fold_record(s, &s->dossier->records[0], s->registered);
		s->client = &s->entries[s->next++];
	}
	for (; s->next < s->norder && s->order[s->next].op <= at; s->next++)
		fold_record(s, &s->dossier->records[s->order[s->next].place], s->order[s->next].op);
	if (s->next > from)
		settle(s);
	return true;
}

bool
fold_day(struct fold *s, const struct dossier *d, const struct model *m, date at, date known)
{
	return fold_begin(s, d, m, known) && fold_to(s, at);
}

void
fold_release(struct fold *s)
{
	struct fold empty = { 0 };

	free(s->entries);
	free(s->order);
	free(s->taken);
	free(s->trajectories);
	free(s->scores);
	entry_table_release(&s->named);
	arena_release(&s->arena);
	*s = empty;
}

const struct record *
fold_record_at(const struct fold *s, size_t i)
{
	return &s->dossier->records[s->order[i].place];
}

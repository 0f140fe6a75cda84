#include "state.h"

#include <stdlib.h>
#include <string.h>

#include "memory.h"
#include "schema.h"

/* A record with its place in the folding order. */
struct placed {
	const struct record *record;
	size_t place;
	date op;
};

static int
by_op_then_place(const void *a, const void *b)
{
	const struct placed *x = a, *y = b;

	if (x->op != y->op)
		return x->op < y->op ? -1 : 1;
	return x->place < y->place ? -1 : x->place > y->place;
}

static date
recorded_on(const struct record *r, date registered)
{
	date d = record_date(r, "Vastgelegd");

	if (d == DATE_NONE)
		d = record_date(r, "Op");
	return d == DATE_NONE ? registered : d;
}

/* The records that count, in folding order. Returns how many; 0 when the client is not registered. */
static size_t
place_records(const struct dossier *d, date at, date known, struct placed *placed)
{
	date registered = d->n > 0 ? record_date(&d->records[0], "Aangemeld") : DATE_NONE;
	size_t i, n = 0;

	if (registered == DATE_NONE || registered > at || recorded_on(&d->records[0], registered) > known)
		return 0;
	for (i = 0; i < d->n; i++) {
		const struct record *r = &d->records[i];
		date op = i == 0 ? DATE_NONE : record_date(r, "Op");

		if (op > at || recorded_on(r, registered) > known)
			continue;
		placed[n].record = r;
		placed[n].place = i;
		placed[n++].op = op;
	}
	qsort(placed, n, sizeof *placed, by_op_then_place);
	return n;
}

static bool
holds(const struct record *r, const char *name)
{
	return record_field(r, name) != NULL;
}

static void
put_values(struct entry *e, const struct record *r, const char *name)
{
	size_t i;

	for (i = 2; i < r->n; i++)
		if (strcmp(r->fields[i].name, name) == 0 && r->fields[i].value[0] != '\0')
			e->fields[e->n++] = &r->fields[i];
}

/* The fields that the record holds replace those of the entry, each name as a set. */
static void
merge(struct state *s, struct entry *e, const struct record *r)
{
	const struct field **old = e->fields;
	size_t n = e->n, i, j;

	e->fields = arena_room(&s->arena, (n + r->n) * sizeof(struct field *));
	e->n = 0;
	for (i = 0; i < n; i++) {
		if (!holds(r, old[i]->name))
			e->fields[e->n++] = old[i];
		else if (i == 0 || strcmp(old[i]->name, old[i - 1]->name) != 0)
			put_values(e, r, old[i]->name);
	}
	for (i = 2; i < r->n; i++) {
		const char *name = r->fields[i].name;

		for (j = 0; j < n && strcmp(old[j]->name, name) != 0; j++)
			continue;
		if (j < n)
			continue;
		for (j = 2; j < i && strcmp(r->fields[j].name, name) != 0; j++)
			continue;
		if (j == i)
			put_values(e, r, name);
	}
	e->latest = r;
}

static void
clear_field(struct entry *e, const char *name)
{
	size_t i, kept = 0;

	for (i = 0; i < e->n; i++)
		if (strcmp(e->fields[i]->name, name) != 0)
			e->fields[kept++] = e->fields[i];
	e->n = kept;
}

static struct entry *
new_entry(struct state *s, const struct record *r, const char *key, date op, size_t trajectory)
{
	struct entry *e = arena_room(&s->arena, sizeof *e);

	memset(e, 0, sizeof *e);
	e->kind = r->kind;
	e->id = r->id;
	e->kind_name = r->name;
	if (s->last[e->id] != NULL)
		s->last[e->id]->next = e;
	else
		s->first[e->id] = e;
	s->last[e->id] = e;
	e->key = key;
	e->op = op;
	e->trajectory = trajectory;
	e->first = r;
	s->entries = memory_room(s->entries, &s->cap, s->n + 1, sizeof *s->entries);
	s->entries[s->n++] = e;
	return e;
}

/* The entry of a key. Of an event, which has none, the first of its kind. */
static struct entry *
find(const struct state *s, const char *kind, const char *key)
{
	const struct schema_kind *k = schema_kind(kind);
	struct text name = { 0 };
	struct entry *e;

	if (k != NULL && k->amends) {
		entry_name_add(&name, kind);
		entry_name_add(&name, key);
		e = entry_table_find(&s->named, name.at, name.len);
		text_release(&name);
		return e;
	}
	for (size_t i = 0; i < s->n; i++)
		if (strcmp(s->entries[i]->kind_name, kind) == 0 && strcmp(s->entries[i]->key, key) == 0)
			return s->entries[i];
	return NULL;
}

/* Takes the name. */
static void
put_named(struct state *s, struct text *name, struct entry *e)
{
	entry_table_put(&s->named, arena_copy(&s->arena, name->at, name->len), name->len, e);
	text_release(name);
}

/* One score a domain, scale and day of a trajectory: the last counts. */
static void
note_score(struct state *s, const struct record *r, date op, size_t trajectory)
{
	const char *scale = record_value(r, "Schaal");
	struct score score = { .domain = record_value(r, "Leefgebied"), .op = op, .trajectory = trajectory };
	size_t i;

	if (!schema_number(record_value(r, "Score"), &score.value))
		return;
	score.record = r;
	score.scale = scale;
	if (scale[0] == '\0' && s->model->nscales > 0)
		score.scale = s->model->scales[0].code;
	for (i = s->nscores; i > 0 && s->scores[i - 1].op == op; i--)
		if (strcmp(s->scores[i - 1].domain, score.domain) == 0 &&
		    strcmp(s->scores[i - 1].scale, score.scale) == 0 && s->scores[i - 1].trajectory == trajectory) {
			s->scores[i - 1] = score;
			return;
		}
	s->scores = memory_room(s->scores, &s->scores_cap, s->nscores + 1, sizeof *s->scores);
	s->scores[s->nscores++] = score;
}

/* A score says that the domain was looked at, Nvt that it was not: each clears the other. */
static void
settle_domain(struct entry *e, const struct record *r)
{
	if (record_value(r, "Score")[0] != '\0') {
		clear_field(e, "Nvt");
		if (!holds(r, "Schaal"))
			clear_field(e, "Schaal");
	} else if (record_value(r, "Nvt")[0] != '\0') {
		clear_field(e, "Score");
		clear_field(e, "Schaal");
	}
}

/* An alias of a phase reads as its code. */
static void
settle_phase(struct state *s, struct entry *e)
{
	size_t i;

	for (i = 0; i < e->n; i++)
		if (strcmp(e->fields[i]->name, "Fase") == 0) {
			struct field *f = arena_room(&s->arena, sizeof *f);

			*f = *e->fields[i];
			e->phase = model_phase(s->model, f->value);
			if (e->phase != NULL) {
				f->value = e->phase->code;
				f->n = (uint32_t)strlen(f->value);
			}
			e->fields[i] = f;
		}
	s->phase = e;
}

static void
settle_agreement(struct state *s, struct entry *e)
{
	struct text name = { 0 };
	struct entry *before;

	entry_name_add(&name, "akkoord");
	entry_name_add(&name, entry_value(e, "Wie"));
	entry_name_add(&name, entry_value(e, "Waarop"));
	entry_name_add(&name, entry_value(e, "Met"));
	before = entry_table_find(&s->named, name.at, name.len);
	if (before != NULL)
		before->superseded = true;
	put_named(s, &name, e);
}

static struct trajectory *
begin_trajectory(struct state *s, date begin)
{
	struct trajectory *t;

	s->trajectories = memory_room(s->trajectories, &s->trajectories_cap, s->ntrajectories + 1,
	    sizeof *s->trajectories);
	t = &s->trajectories[s->ntrajectories++];
	memset(t, 0, sizeof *t);
	t->begin = begin;
	t->end = DATE_NONE;
	return t;
}

static bool
declines(const struct record *r)
{
	const char *besluit = record_value(r, "Besluit");

	return strcmp(r->name, "intake") == 0 && (strcmp(besluit, "afgewezen") == 0 ||
	    strcmp(besluit, "doorverwezen") == 0 || strcmp(besluit, "ingetrokken") == 0);
}

static void
fold_record(struct state *s, const struct placed *p)
{
	const struct record *r = p->record;
	const struct schema_field *key = r->kind == NULL ? NULL : schema_key(r->kind);
	const char *k = key == NULL ? "" : record_value(r, key->name);
	bool fase = strcmp(r->name, "fase") == 0;
	struct trajectory *t = &s->trajectories[s->ntrajectories - 1];
	struct text name = { 0 };
	struct entry *e = NULL;
	size_t current;

	if (fase && t->how != TRAJECTORY_OPEN)
		t = begin_trajectory(s, p->op);
	current = s->ntrajectories - 1;
	if (r->kind != NULL && r->kind->amends)
		e = find(s, r->name, k);
	if (e == NULL) {
		e = new_entry(s, r, k, p->op, current);
		if (r->kind != NULL && r->kind->amends) {
			entry_name_add(&name, r->name);
			entry_name_add(&name, k);
			put_named(s, &name, e);
		}
	}
	e->last = p->op;
	merge(s, e, r);
	if (strcmp(r->name, "leefgebied") == 0) {
		note_score(s, r, p->op, current);
		settle_domain(e, r);
	} else if (fase)
		settle_phase(s, e);
	else if (strcmp(r->name, "akkoord") == 0)
		settle_agreement(s, e);
	if (t->how == TRAJECTORY_OPEN && (strcmp(r->name, "uitstroom") == 0 || declines(r))) {
		t->how = declines(r) ? TRAJECTORY_NIET_GEPLAATST : TRAJECTORY_UITSTROOM;
		t->end = p->op;
		t->closing = e;
	}
}

/* What can only be said when all is folded: the begin, actions' trajectories, the last stands. */
static void
settle(struct state *s)
{
	struct trajectory *t = &s->trajectories[0];
	date begin = entry_date(s->client, "Aangemeld");
	size_t i;

	if (begin != DATE_NONE)
		t->begin = begin;
	for (i = 0; i < s->ntrajectories; i++)
		if (s->trajectories[i].how != TRAJECTORY_OPEN && s->trajectories[i].end < s->trajectories[i].begin)
			s->trajectories[i].end = s->trajectories[i].begin;
	for (i = 0; i < s->n; i++) {
		struct entry *e = s->entries[i], *of;

		if (strcmp(e->kind_name, "werkpunt") == 0) {
			of = find(s, "doel", entry_value(e, "Doel"));
			if (of != NULL)
				e->trajectory = of->trajectory;
		} else if (strcmp(e->kind_name, "stand") == 0) {
			const char *action = entry_value(e, "Werkpunt");

			of = action[0] != '\0' ? find(s, "werkpunt", action) : find(s, "doel", entry_value(e, "Doel"));
			if (of != NULL)
				of->stand = e;
		}
	}
}

bool
state_fold(struct state *s, const struct dossier *d, const struct model *m, date at, date known)
{
	struct placed *placed;
	size_t i, n;

	arena_clear(&s->arena);
	entry_table_clear(&s->named);
	s->dossier = d;
	s->model = m;
	s->at = at;
	s->known = known;
	s->n = s->nscores = s->ntrajectories = 0;
	s->client = s->phase = NULL;
	memset(s->first, 0, sizeof s->first);
	memset(s->last, 0, sizeof s->last);
	placed = arena_room(&s->arena, (d->n + 1) * sizeof *placed);
	n = place_records(d, at, known, placed);
	if (n == 0)
		return false;
	placed[0].op = record_date(placed[0].record, "Aangemeld");
	begin_trajectory(s, placed[0].op);
	for (i = 0; i < n; i++) {
		fold_record(s, &placed[i]);
		if (i == 0)
			s->client = s->entries[0];
	}
	settle(s);
	return true;
}

void
state_release(struct state *s)
{
	struct state empty = { 0 };

	free(s->entries);
	free(s->trajectories);
	free(s->scores);
	entry_table_release(&s->named);
	arena_release(&s->arena);
	*s = empty;
}

const struct trajectory *
state_trajectory(const struct state *s)
{
	return &s->trajectories[s->ntrajectories - 1];
}

bool
state_closed(const struct state *s)
{
	return state_trajectory(s)->how != TRAJECTORY_OPEN;
}

const struct entry *
state_next(const struct state *s, const char *kind, size_t *i)
{
	while (*i < s->n) {
		const struct entry *e = s->entries[(*i)++];

		if (strcmp(e->kind_name, kind) == 0)
			return e;
	}
	return NULL;
}

const struct entry *
state_last(const struct state *s, enum kind kind, bool current)
{
	const struct entry *e = s->last[kind];

	return e != NULL && current && e->trajectory != s->ntrajectories - 1 ? NULL : e;
}

const struct entry *
state_keyed(const struct state *s, enum kind kind, const char *key)
{
	return find(s, schema_kinds[kind].name, key);
}

const struct entry *
state_latest(const struct state *s, const char *kind, bool current)
{
	size_t i;

	for (i = s->n; i > 0; i--) {
		const struct entry *e = s->entries[i - 1];

		if (strcmp(e->kind_name, kind) == 0)
			return current && e->trajectory != s->ntrajectories - 1 ? NULL : e;
	}
	return NULL;
}

const struct entry *
state_find(const struct state *s, const char *kind, const char *key)
{
	return find(s, kind, key);
}

const struct score *
state_score(const struct state *s, const char *domain, const char *scale, size_t trajectory, size_t i)
{
	size_t j;

	for (j = 0; j < s->nscores; j++) {
		const struct score *score = &s->scores[j];

		if (strcmp(score->domain, domain) == 0 && strcmp(score->scale, scale) == 0 &&
		    (trajectory == (size_t)-1 || score->trajectory == trajectory) && i-- == 0)
			return score;
	}
	return NULL;
}

const struct score *
state_latest_score(const struct state *s, const char *domain)
{
	size_t i;

	for (i = s->nscores; i > 0; i--)
		if (strcmp(s->scores[i - 1].domain, domain) == 0)
			return &s->scores[i - 1];
	return NULL;
}

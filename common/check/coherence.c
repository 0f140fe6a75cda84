/* SPDX-License-Identifier: ISC */
#include "coherence.h"

#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "keys.h"
#include "model.h"
#include "nearest.h"
#include "retraction.h"
#include "schema.h"
#include "shown.h"
#include "utf8.h"
#include "validity.h"

/*
 * Whether the dossier has the goal or action that the field refers to. The value is an id, for
 * `why` shows it, with the dossier's ids and the nearest.
 */
static bool
key_there(const struct schema_field *f, const char *value, const struct fold *s, struct text *why)
{
	const enum kind kinds[] = { f->ref == REF_DOEL ? KIND_DOEL : KIND_WERKPUNT, KINDS };

	if ((f->ref != REF_DOEL && f->ref != REF_WERKPUNT) || value[0] == '\0' ||
	    fold_keyed(s, kinds[0], value) != NULL)
		return true;
	text_addf(why, _("the dossier has no %s \"%s\""), schema_kinds[kinds[0]].name,
	    valid_shown(f, value) ? value : SHOWN_NOT);
	keys_say(s, kinds, value, why);
	return false;
}

static void
check_keys(const struct fold *s, const struct record *r, struct problems *problems)
{
	struct text why = { 0 };
	size_t i;

	for (i = 2; i < r->n; i++) {
		const struct field *f = &r->fields[i];

		if (f->spec == NULL || (f->spec->ref != REF_DOEL && f->spec->ref != REF_WERKPUNT))
			continue;
		/* What is no id may be text that went astray: said already, and not to be shown. */
		if (valid_value(f->spec, f->value, &why) && !key_there(f->spec, f->value, s, &why))
			problems_add(problems, PROBLEM_ERROR, "unknown-key", s->dossier->file,
			    f->line, f->name, "%s", text_string(&why));
		text_clear(&why);
	}
	text_release(&why);
}

/* A status that names both counts for the action; then the goal must be the action's. */
static void
check_stand(const struct fold *s, const struct record *r, struct problems *problems)
{
	const struct field *goal = record_at(r, STAND_DOEL), *action = record_at(r, STAND_WERKPUNT);
	const struct entry *e = NULL;

	if (goal != NULL && action != NULL)
		e = fold_keyed(s, KIND_WERKPUNT, action->value);
	if (e != NULL && strcmp(entry_text(e, WERKPUNT_DOEL), goal->value) != 0)
		problems_add(problems, PROBLEM_WARNING, "other-goal", s->dossier->file, goal->line,
		    goal->name, _("action %s belongs to another goal, and the "
		    "status counts for the action"), shown_or_dots(action->value));
}

/*
 * What it takes back must be there, and be no first record; the handle decides, whatever Soort
 * says.
 */
static void
check_retraction(const struct fold *s, const struct retractions *all, size_t by,
    struct problems *problems)
{
	const struct dossier *d = s->dossier;
	const struct field *handle = record_at(&d->records[by], INTREKKING_WAT);
	const struct field *kind = record_at(&d->records[by], INTREKKING_SOORT);
	size_t of = retractions_target(all, by);

	if (handle == NULL)
		return;
	if (of == (size_t)-1)
		problems_add(problems, PROBLEM_ERROR, "takes-nothing", d->file, handle->line,
		    handle->name, _("no record of the dossier has this handle"));
	else if (of == 0)
		problems_add(problems, PROBLEM_ERROR, "takes-first", d->file, handle->line,
		    handle->name, _("the first record of a dossier cannot be taken back"));
	else if (d->records[of].kind == KIND_CLIENT &&
	    record_at(&d->records[of], CLIENT_VERVANGT) != NULL)
		problems_add(problems, PROBLEM_ERROR, "takes-ids", d->file, handle->line,
		    handle->name, _("takes back the ids on line %ld, which must stay: "
		    "an id that was given is not given again"), d->records[of].line);
	else if (kind != NULL && strcmp(kind->value, d->records[of].name) != 0)
		problems_add(problems, PROBLEM_WARNING, "other-kind", d->file, kind->line,
		    kind->name, _("another kind than that of the record on line %ld, "
		    "which is taken back"), d->records[of].line);
}

/* Of Aangemeld and a key reading itself says that they are lacking. */
static bool
asked(const struct schema_kind *kind, const struct schema_field *f)
{
	return f != NULL && f->flags & FIELD_REQUIRED && !(f->flags & FIELD_KEY) &&
	    f->slot != SLOT_OP && !(kind->id == KIND_CLIENT && f->slot == CLIENT_AANGEMELD);
}

/* What the first record of an entry lacks; of an event only what is asked for from a day on. */
static void
check_begin(const struct fold *s, const struct entry *e, struct problems *problems)
{
	const struct schema_field *f;

	for (f = schema_next_required(e->spec, NULL); f != NULL;
	    f = schema_next_required(e->spec, f))
		if (asked(e->spec, f) && (e->spec->amends || f->from != DATE_NONE) &&
		    schema_asks(f, s->trajectories[e->own].begin) &&
		    !record_says(e->first, f->slot))
			problems_add(problems, PROBLEM_ERROR, "missing", s->dossier->file,
			    e->first->line, f->name,
			    e == s->client || !e->spec->amends ? _("missing; %s asks for it") :
			    _("missing; the first record of a %s, by date, asks for it"),
			    e->first->name);
}

/* What a client lacks that is asked of the trajectory of now, and was not of the first one. */
static void
check_reopened(const struct fold *s, struct problems *problems)
{
	const struct entry *e = s->client;
	const struct schema_field *f;

	for (f = schema_next_required(e->spec, NULL); f != NULL;
	    f = schema_next_required(e->spec, f))
		if (asked(e->spec, f) && !schema_asks(f, s->trajectories[e->own].begin) &&
		    schema_asks(f, fold_trajectory(s)->begin) &&
		    utf8_blank(entry_text(e, f->slot)))
			problems_add(problems, PROBLEM_WARNING, "missing", s->dossier->file,
			    e->first->line, f->name, _("missing; %s asks for it"),
			    e->first->name);
}

/* What is filled in again later on is a gap of that time only. */
static void
check_emptied(const struct fold *s, const struct entry *e, const struct record *r,
    struct problems *problems)
{
	size_t i;

	for (i = 2; e != NULL && r != e->first && i < r->n; i++) {
		const struct field *f = &r->fields[i];

		if (asked(r->spec, f->spec) && utf8_blank(f->value))
			problems_add(problems,
			    utf8_blank(entry_text(e, f->slot)) ? PROBLEM_ERROR : PROBLEM_WARNING,
			    "emptied", s->dossier->file, f->line, f->name,
			    _("emptied, though %s asks for it"), r->name);
	}
}

static bool
differs(const struct record *a, const struct record *b, enum slot slot)
{
	return strcmp(record_text(a, slot), record_text(b, slot)) != 0;
}

/*
 * Two people may have given one id to two goals. An amendment may well hold all the fields, as a
 * filled-in form does; but then not of the day on which the goal began, nor of another domain or
 * goal.
 */
static void
check_double_key(const struct fold *s, const struct entry *e, const struct record *r,
    struct problems *problems)
{
	bool goal = r->kind == KIND_DOEL;
	enum slot text = goal ? DOEL_TEKST : WERKPUNT_TEKST;
	enum slot belongs = goal ? DOEL_LEEFGEBIED : WERKPUNT_DOEL;
	const struct schema_field *f;

	if ((!goal && r->kind != KIND_WERKPUNT) || e == NULL || e->first == r ||
	    record_at(e->first, text) == NULL)
		return;
	for (f = schema_next_required(r->spec, NULL); f != NULL;
	    f = schema_next_required(r->spec, f))
		if (record_at(r, f->slot) == NULL)
			return;
	if (differs(r, e->first, text) && (differs(r, e->first, belongs) || r->op == e->first->op))
		problems_add(problems, PROBLEM_WARNING, "double-key", s->dossier->file, r->line,
		    schema_key(r->spec)->name, _(
		    "%s begins again with another text, after line %ld; expected an id of its own"),
		    shown_or_dots(e->key), e->first->line);
}

static const struct entry *
goal_above(const struct fold *s, const struct entry *e)
{
	const char *under = entry_text(e, DOEL_ONDER);

	return under[0] == '\0' ? NULL : fold_keyed(s, KIND_DOEL, under);
}

/* Each goal that stands under itself, by way of others or not. A walk ends where one has been. */
static void
check_circles(const struct fold *s, size_t from, struct problems *problems)
{
	const struct entry *e, *up, *in;
	size_t *walk, number = 0;

	if (s->first[KIND_DOEL] == NULL)
		return;
	walk = alloc_new(s->norder + 1, sizeof *walk);
	for (e = s->first[KIND_DOEL]; e != NULL; e = e->next) {
		number++;
		for (up = e; up != NULL && walk[up->order] == 0; up = goal_above(s, up))
			walk[up->order] = number;
		if (up == NULL || walk[up->order] != number)
			continue;
		in = up;
		do {
			const struct field *under = entry_at(in, DOEL_ONDER);

			if (under->line >= s->dossier->records[from].line)
				problems_add(problems, PROBLEM_ERROR, "circle", s->dossier->file,
				    under->line, under->name,
				    _("%s stands under itself; expected a "
				    "goal that is not below it"), shown_or_dots(in->key));
			in = goal_above(s, in);
		} while (in != up);
	}
	free(walk);
}

/*
 * In which of two dossiers it stood that became one makes no other record of it; but each has its
 * own phases.
 */
static const struct record *
without_mark(const struct record *r, struct record *room)
{
	if (!(r->full >> SLOT_UIT_DOSSIER & 1) || r->kind == KIND_FASE || r->kind == KIND_INTAKE ||
	    r->kind == KIND_UITSTROOM || r->fields[r->n - 1].slot != SLOT_UIT_DOSSIER)
		return r;
	*room = *r;
	room->n--;
	return room;
}

/*
 * What two equal records have in common is looked at first, for it costs less than their content.
 */
static int
by_content(const struct record *x, const struct record *y)
{
	struct record room[2];

	if (x->op != y->op)
		return x->op < y->op ? -1 : 1;
	if (x->kind != y->kind)
		return x->kind < y->kind ? -1 : 1;
	x = without_mark(x, &room[0]);
	y = without_mark(y, &room[1]);
	if (x->n != y->n)
		return x->n < y->n ? -1 : 1;
	return record_compare(x, y);
}

static int
by_content_then_line(const void *a, const void *b)
{
	const struct record *x = *(const struct record *const *)a;
	const struct record *y = *(const struct record *const *)b;
	int c = by_content(x, y);

	return c != 0 ? c : x->line < y->line ? -1 : x->line > y->line;
}

/*
 * Records mostly stand in order of their days: then those of each day are put in order by
 * themselves, and most days have one.
 */
static void
sort_records(const struct record **sorted, size_t n)
{
	size_t i, j;

	for (i = 1; i < n; i++)
		if (sorted[i - 1]->op > sorted[i]->op) {
			qsort(sorted, n, sizeof *sorted, by_content_then_line);
			return;
		}
	for (i = 0; i < n; i = j) {
		for (j = i + 1; j < n && sorted[j]->op == sorted[i]->op; j++)
			continue;
		if (j - i > 1)
			qsort(&sorted[i], j - i, sizeof *sorted, by_content_then_line);
	}
}

static void
check_doubles(const struct fold *s, size_t from, struct problems *problems)
{
	const struct dossier *d = s->dossier;
	const struct record **sorted = alloc_new(d->n, sizeof *sorted);
	date first = DATE_LAST;
	size_t i, n = 0;

	for (i = from; i < d->n; i++)
		if (d->records[i].op < first)
			first = d->records[i].op;
	for (i = 0; i < d->n; i++)
		if (d->records[i].op >= first && !fold_taken(s, &d->records[i]))
			sorted[n++] = &d->records[i];
	sort_records(sorted, n);
	for (i = 1; i < n; i++)
		if (sorted[i] >= &d->records[from] && by_content(sorted[i - 1], sorted[i]) == 0)
			problems_add(problems, PROBLEM_WARNING, "double-record", d->file,
			    sorted[i]->line, NULL, _("the same record as on line %ld"),
			    sorted[i - 1]->line);
	free(sorted);
}

/* The support worker of now, of a client who is guided: who left may well stand in old records. */
static void
check_worker(const struct fold *s, size_t from, struct problems *problems)
{
	const struct field *f = entry_at(s->client, CLIENT_BEGELEIDER);
	struct text why = { 0 };
	struct nearest near;

	if (s->model->nworkers == 0 || f == NULL || fold_closed(s) ||
	    f->line < s->dossier->records[from].line || model_worker(s->model, f->value) != NULL)
		return;
	nearest_begin(&near, f->value);
	for (size_t i = 0; i < s->model->nworkers; i++)
		nearest_offer(&near, s->model->workers[i].code);
	text_adds(&why, _("none of the model's workers"));
	nearest_say(&why, near.best);
	problems_add(problems, PROBLEM_WARNING, "worker", s->dossier->file, f->line, f->name, "%s",
	    text_string(&why));
	text_release(&why);
}

static int
by_value(const void *a, const void *b)
{
	const struct field *x = *(const struct field *const *)a;
	const struct field *y = *(const struct field *const *)b;

	return strcmp(x->value, y->value);
}

/* What was taken over stays so: who amends it gives all of it, or seems to drop some. */
static void
check_dropped(const struct dossier *d, const struct field *was, const struct field *now,
    struct problems *problems)
{
	const struct field **sorted = NULL, *first = now;
	size_t n = 0, cap = 0;

	do {
		sorted = alloc_room(sorted, &cap, n + 1, sizeof *sorted);
		sorted[n++] = now;
		now = field_next(now);
	} while (now != NULL);
	qsort(sorted, n, sizeof *sorted, by_value);
	for (; was != NULL; was = field_next(was))
		if (was->value[0] != '\0' && strcmp(was->value, d->id) != 0 &&
		    bsearch(&was, sorted, n, sizeof *sorted, by_value) == NULL) {
			problems_add(problems, PROBLEM_WARNING, "dropped", d->file, first->line,
			    first->name, _("leaves out %s of line %ld, which still counts; "
			    "expected all of them; fasen-retract takes back what is wrong"),
			    shown_or_dots(was->value), was->line);
			break;
		}
	free(sorted);
}

/*
 * What the client's records say was taken over. Who is called by an earlier id again had it there,
 * so that only the last of them tells.
 */
static void
check_replaced(const struct fold *s, size_t from, struct problems *problems)
{
	const struct dossier *d = s->dossier;
	const struct field *was = NULL;

	for (size_t i = 0; i < d->n; i++) {
		const struct record *r = &d->records[i];
		const struct field *now = r->kind != KIND_CLIENT || fold_taken(s, r) ? NULL :
		    record_at(r, CLIENT_VERVANGT);

		if (now != NULL && was != NULL && i >= from)
			check_dropped(d, was, now, problems);
		was = now != NULL ? now : was;
	}
	for (const struct field *f = was; f != NULL && f->line >= d->records[from].line;
	    f = field_next(f))
		if (strcmp(f->value, d->id) == 0)
			problems_add(problems, PROBLEM_ERROR, "own-id", d->file, f->line,
			    f->name, _("the id of the dossier itself; expected that of one "
			    "that it took over"));
}

void
coherence_check(const struct fold *s, size_t from, struct problems *problems)
{
	const struct dossier *d = s->dossier;
	struct retractions all;
	size_t i;

	retractions_begin(&all, d);
	for (i = from; i < d->n; i++) {
		const struct record *r = &d->records[i];
		const struct schema_field *key = r->spec == NULL ? NULL : schema_key(r->spec);
		const struct entry *e = r->kind == KIND_CLIENT ? s->client : NULL;

		if (r->spec == NULL || fold_taken(s, r))
			continue;
		if (r->kind == KIND_INTREKKING)
			check_retraction(s, &all, i, problems);
		if (key != NULL)
			e = fold_keyed(s, r->kind, record_text(r, key->slot));
		check_keys(s, r, problems);
		if (r->kind == KIND_STAND)
			check_stand(s, r, problems);
		check_emptied(s, e, r, problems);
		check_double_key(s, e, r, problems);
	}
	for (i = 0; i < s->n; i++) {
		const struct entry *e = &s->entries[i];

		if (e->spec != NULL && e->first >= &d->records[from])
			check_begin(s, e, problems);
	}
	retractions_end(&all);
	if (from == 0)
		check_reopened(s, problems);
	check_replaced(s, from, problems);
	check_worker(s, from, problems);
	check_circles(s, from, problems);
	check_doubles(s, from, problems);
}

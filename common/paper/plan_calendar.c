/* SPDX-License-Identifier: ISC */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "calendar.h"
#include "due.h"
#include "entry_table.h"
#include "goals.h"
#include "plan_view.h"
#include "retraction.h"
#include "seen.h"
#include "validity.h"

struct agenda {
	struct text *to;
	const struct fold *state;
	enum lang lang;
	date stamp;
	bool with_text;
	struct entry_table revisions;
};

/* What is known of an event besides what it is called. */
struct occasion {
	date day, modified;
	unsigned sequence;
	bool cancelled;
};

/*
 * What a goal or an action is called where texts do not go: one whose id is none may have a
 * sentence there, and is called by the hash of it.
 */
static const char *
name_of(const char *key, struct text *to)
{
	struct text why = { 0 };

	text_clear(to);
	if (valid_value(schema_slot(&schema_kinds[KIND_DOEL], DOEL_DOEL), key, &why))
		text_adds(to, key);
	else
		text_addf(to, "x%016" PRIx64, seen_hash(key, 0));
	text_release(&why);
	return text_string(to);
}

/*
 * Adds an event named "Target date d1 · 2024-0007", behind which the text where it is wanted. `key`
 * makes the UID.
 */
static void
add_event(const struct agenda *a, const struct occasion *o, const char *what, const char *key,
    const char *text)
{
	const char *id = a->state->dossier->id;
	struct text uid = { 0 }, summary = { 0 };
	struct calendar_event e;

	if (o->day == DATE_NONE)
		return;
	text_addf(&uid, "%s.%s@fasen", id, key);
	text_addf(&summary, "%s \xC2\xB7 %s", what, id);
	if (a->with_text && *text != '\0')
		text_addf(&summary, ": %s", text);
	e = (struct calendar_event){ .uid = text_string(&uid), .day = o->day, .stamp = a->stamp,
	    .modified = o->modified, .sequence = o->sequence, .cancelled = o->cancelled,
	    .summary = text_string(&summary), .description = "", .category = "fasen" };
	calendar_add(a->to, &e);
	text_release(&uid);
	text_release(&summary);
}

/*
 * The records about a goal or an action, or about all evaluations, or all closings: how many, how
 * many of them take one back and the last day of these, and the last day that one asks for. The
 * stands of a goal are among them, and what takes one back; what reopens among closings.
 */
struct revision {
	unsigned n, back;
	date target, taken;
};

static struct revision *
revision_of(struct agenda *a, enum kind kind, const char *key)
{
	void **at = entry_table_at(&a->revisions, kind, key, strlen(key));

	if (*at == NULL) {
		struct revision *r = *at = alloc_new(1, sizeof *r);

		r->target = r->taken = DATE_NONE;
	}
	return *at;
}

/* What the record is about, or NULL; where it says so, the day that it asks for. */
static struct revision *
revised(struct agenda *a, const struct record *r, date *target)
{
	struct revision *closing;

	*target = DATE_NONE;
	switch (r->kind) {
	case KIND_DOEL:
		*target = record_day(r, DOEL_STREEFDATUM);
		return revision_of(a, KIND_DOEL, record_text(r, DOEL_DOEL));
	case KIND_WERKPUNT:
		*target = record_day(r, WERKPUNT_STREEFDATUM);
		return revision_of(a, KIND_WERKPUNT, record_text(r, WERKPUNT_WERKPUNT));
	case KIND_STAND:
		return *record_text(r, STAND_WERKPUNT) != '\0' ?
		    revision_of(a, KIND_WERKPUNT, record_text(r, STAND_WERKPUNT)) :
		    revision_of(a, KIND_DOEL, record_text(r, STAND_DOEL));
	case KIND_EVALUATIE:
		*target = record_day(r, EVALUATIE_VOLGENDE);
		if (*target == DATE_NONE)
			*target = record_day(r, SLOT_OP);
		return revision_of(a, KIND_EVALUATIE, "");
	case KIND_UITSTROOM:
		*target = record_day(r, UITSTROOM_NAZORG);
		return revision_of(a, KIND_UITSTROOM, "");
	case KIND_FASE:
		closing = revision_of(a, KIND_UITSTROOM, "");
		return closing->n > 0 ? closing : NULL;
	default:
		return NULL;
	}
}

/* The record that this one is about: one that takes back is about what the other is about. */
static size_t
subject_of(const struct dossier *d, const struct retractions *all, size_t record)
{
	while (record != (size_t)-1 && d->records[record].kind == KIND_INTREKKING) {
		size_t of = retractions_target(all, record);

		record = of < record ? of : (size_t)-1;
	}
	return record;
}

/* What is taken back counts once more: a calendar that has it must take what stands now. */
static void
count_revisions(struct agenda *a)
{
	const struct fold *s = a->state;
	const struct dossier *d = s->dossier;
	struct retractions all;

	retractions_begin(&all, d);
	for (size_t i = 0; i < d->n; i++) {
		const struct record *r = &d->records[i];
		size_t of = subject_of(d, &all, i);
		struct revision *about;
		date target;

		if (of == (size_t)-1 || record_recorded(r, s->registered) > s->known ||
		    record_day(&d->records[of], SLOT_OP) > s->at ||
		    (about = revised(a, &d->records[of], &target)) == NULL)
			continue;
		about->n++;
		about->back += of != i;
		if (of != i && record_day(r, SLOT_OP) > about->taken)
			about->taken = record_day(r, SLOT_OP);
		if (of == i && target != DATE_NONE)
			about->target = target;
	}
	retractions_end(&all);
}

static void
release_revisions(struct agenda *a)
{
	for (size_t i = 0; i < a->revisions.n; i++)
		free(a->revisions.names[i].what);
	entry_table_release(&a->revisions);
}

/*
 * Each record about it makes the event another, for a calendar takes a moved day only with a higher
 * number. What no longer is to be done is cancelled: its day was taken away, it was stopped, its
 * goal is finished, the trajectory ended.
 */
static struct occasion
target(struct agenda *a, const struct entry *e, const struct entry *goal)
{
	const struct fold *s = a->state;
	const struct revision *r = revision_of(a, e->kind, e->key);
	const struct entry *last = entry_finished(e) || !entry_finished(goal) ? e->stand :
	    goal->stand;
	struct occasion o = { .modified = e->last, .sequence = r->n > 0 ? r->n - 1 : 0 };

	o.day = entry_day(e, e->kind == KIND_DOEL ? DOEL_STREEFDATUM : WERKPUNT_STREEFDATUM);
	if (last != NULL && last->op > o.modified)
		o.modified = last->op;
	if (r->taken > o.modified)
		o.modified = r->taken;
	if (o.day == DATE_NONE) {
		o.day = r->target;
		o.cancelled = true;
	} else if (entry_finished(e))
		o.cancelled = entry_stand_code(e) == STAND_GESTOPT;
	else if (entry_finished(goal)) {
		o.cancelled = true;
		o.sequence++;
	} else if (fold_closed(s)) {
		o = (struct occasion){ o.day, fold_trajectory(s)->ended, o.sequence + 1, true };
	}
	return o;
}

/* The target date of a goal or action; of a finished one with how it ended. */
static void
add_target(struct agenda *a, const struct entry *e, const struct entry *goal)
{
	struct occasion o = target(a, e, goal);
	struct text what = { 0 }, name = { 0 };

	text_addf(&what, "%s %s", label(a->lang, "Target date"), name_of(e->key, &name));
	if (entry_finished(e))
		text_addf(&what, " (%s)", label_code(a->lang, entry_stand(e)));
	add_event(a, &o, text_string(&what), text_string(&name),
	    entry_text(e, e->kind == KIND_WERKPUNT ? WERKPUNT_TEKST : DOEL_TEKST));
	text_release(&what);
	text_release(&name);
}

/* What is no longer there at all: taken back, or left open in a trajectory before another. */
static void
add_former(struct agenda *a)
{
	const struct fold *s = a->state;
	struct text what = { 0 }, key = { 0 };

	for (size_t i = 0; i < a->revisions.n; i++) {
		const struct entry_name *name = &a->revisions.names[i];
		const struct revision *r = name->what;
		const struct entry *e = fold_keyed(s, (enum kind)name->within, name->at);
		struct occasion o = { r->target, r->taken, r->n - 1, true };

		if (name->within != KIND_DOEL && name->within != KIND_WERKPUNT)
			continue;
		if (e != NULL && (fold_current(s, e) || entry_finished(e) ||
		    r->target <= s->trajectories[e->trajectory].ended))
			continue;
		if (e != NULL) {
			o.modified = s->trajectories[e->trajectory].ended;
			o.sequence++;
		}
		text_clear(&what);
		text_addf(&what, "%s %s", label(a->lang, "Target date"), name_of(name->at, &key));
		add_event(a, &o, text_string(&what), text_string(&key), "");
	}
	text_release(&what);
	text_release(&key);
}

static void
add_evaluation(const struct agenda *a, const struct occasion *o, size_t number)
{
	struct text key = { 0 };

	text_addf(&key, "evaluatie%zu", number);
	add_event(a, o, label(a->lang, "Evaluation"), text_string(&key), "");
	text_release(&key);
}

/*
 * Numbered within the dossier, so that a meeting keeps its UID when its day is moved and the next
 * one has another. One that was held stands on the day of it, whatever was planned. Where one was
 * taken back there are fewer, and each that is left may be another.
 */
static void
add_evaluations(struct agenda *a)
{
	const struct fold *s = a->state;
	const struct revision *r = revision_of(a, KIND_EVALUATIE, "");
	struct occasion o = { .sequence = 2 * r->back + 1 };
	size_t held = 0, taken = 0;

	for (const struct entry *e = s->first[KIND_EVALUATIE]; e != NULL; e = e->next) {
		held++;
		o.day = o.modified = e->op;
		if (r->taken > o.modified)
			o.modified = r->taken;
		if (fold_current(s, e))
			add_evaluation(a, &o, held);
	}
	o = (struct occasion){ .day = due_evaluation(s), .modified = a->stamp,
	    .sequence = 2 * r->back };
	if (fold_closed(s)) {
		const struct entry *last = fold_last(s, KIND_EVALUATIE, true);

		o = (struct occasion){ .day = last != NULL ? entry_day(last, EVALUATIE_VOLGENDE) :
		    DATE_NONE, .modified = fold_trajectory(s)->ended,
		    .sequence = 2 * r->back + 1, .cancelled = true };
	}
	add_evaluation(a, &o, held + 1);
	for (size_t i = 0; i < s->dossier->n; i++)
		taken += s->dossier->records[i].kind == KIND_EVALUATIE &&
		    fold_taken(s, &s->dossier->records[i]);
	o = (struct occasion){ r->target, r->taken, 2 * r->back + 1, true };
	for (size_t i = 1; i <= taken; i++)
		add_evaluation(a, &o, held + 1 + i);
}

/* What is planned after the end, unless that was taken back or the client came back first. */
static void
add_aftercare(struct agenda *a)
{
	const struct trajectory *t = fold_trajectory(a->state);
	const struct revision *r = revision_of(a, KIND_UITSTROOM, "");
	struct occasion o = { DATE_NONE, t->ended, r->n > 0 ? r->n - 1 : 0, false };

	if (t->how == TRAJECTORY_UITSTROOM)
		o.day = entry_day(t->closing, UITSTROOM_NAZORG);
	if (o.day == DATE_NONE && r->target > t->begin)
		o = (struct occasion){ r->target, r->taken > t->begin ? r->taken : t->begin,
		    o.sequence, true };
	add_event(a, &o, label(a->lang, "Aftercare"), "nazorg", "");
}

void
plan_calendar(struct text *to, const struct fold *s, enum lang lang, date stamp, bool with_text)
{
	struct agenda a = { .to = to, .state = s, .lang = lang, .stamp = stamp,
	    .with_text = with_text };
	const struct entry *action;
	struct goals goals;

	count_revisions(&a);
	add_aftercare(&a);
	add_evaluations(&a);
	goals_read(&goals, s);
	for (size_t i = 0; i < goals.n; i++) {
		add_target(&a, goals.at[i], goals.at[i]);
		for (action = NULL;
		    (action = goals_next_action(&goals, goals.at[i]->key, action)) != NULL; )
			add_target(&a, action, goals.at[i]);
	}
	goals_release(&goals);
	add_former(&a);
	release_revisions(&a);
}

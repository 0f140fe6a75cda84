/* SPDX-License-Identifier: ISC */
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "calendar.h"
#include "due.h"
#include "entry_table.h"
#include "goals.h"
#include "plan_view.h"
#include "retraction.h"

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
 * The records about a goal or an action: how many, the last target date of them, and the last day
 * on which one was taken back. Its stands are among them, and what takes one of them back.
 */
struct revision {
	unsigned n;
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

/* The goal or action that the record is about, or NULL; where it says so, its target date. */
static struct revision *
revised(struct agenda *a, const struct record *r, date *target)
{
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
	struct text what = { 0 };

	text_addf(&what, "%s %s", label(a->lang, "Target date"), e->key);
	if (entry_finished(e))
		text_addf(&what, " (%s)", label_code(a->lang, entry_stand(e)));
	add_event(a, &o, text_string(&what), e->key,
	    entry_text(e, e->kind == KIND_WERKPUNT ? WERKPUNT_TEKST : DOEL_TEKST));
	text_release(&what);
}

/*
 * Numbered within the dossier, so that a meeting keeps its UID when its day is moved and the next
 * one has another. One that was held stands on the day of it, whatever was planned.
 */
static void
add_evaluations(const struct agenda *a)
{
	const struct fold *s = a->state;
	const char *what = label(a->lang, "Evaluation");
	struct occasion o = { .sequence = 1 };
	struct text key = { 0 };
	size_t held = 0;

	for (const struct entry *e = s->first[KIND_EVALUATIE]; e != NULL; e = e->next) {
		text_clear(&key);
		text_addf(&key, "evaluatie%zu", ++held);
		o.day = o.modified = e->op;
		if (fold_current(s, e))
			add_event(a, &o, what, text_string(&key), "");
	}
	text_clear(&key);
	text_addf(&key, "evaluatie%zu", held + 1);
	o = (struct occasion){ .day = due_evaluation(s), .modified = a->stamp };
	if (fold_closed(s)) {
		const struct entry *last = fold_last(s, KIND_EVALUATIE, true);

		o = (struct occasion){ .day = last != NULL ? entry_day(last, EVALUATIE_VOLGENDE) :
		    DATE_NONE, .modified = fold_trajectory(s)->ended, .sequence = 1,
		    .cancelled = true };
	}
	add_event(a, &o, what, text_string(&key), "");
	text_release(&key);
}

void
plan_calendar(struct text *to, const struct fold *s, enum lang lang, date stamp, bool with_text)
{
	struct agenda a = { .to = to, .state = s, .lang = lang, .stamp = stamp,
	    .with_text = with_text };
	const struct trajectory *t = fold_trajectory(s);
	const struct entry *action;
	struct goals goals;

	if (t->how == TRAJECTORY_UITSTROOM) {
		struct occasion o = { .day = entry_day(t->closing, UITSTROOM_NAZORG),
		    .modified = t->ended };

		add_event(&a, &o, label(lang, "Aftercare"), "nazorg", "");
	}
	add_evaluations(&a);
	count_revisions(&a);
	goals_read(&goals, s);
	for (size_t i = 0; i < goals.n; i++) {
		add_target(&a, goals.at[i], goals.at[i]);
		for (action = NULL;
		    (action = goals_next_action(&goals, goals.at[i]->key, action)) != NULL; )
			add_target(&a, action, goals.at[i]);
	}
	goals_release(&goals);
	release_revisions(&a);
}

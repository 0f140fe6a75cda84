/* SPDX-License-Identifier: ISC */
#include "signals.h"

#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "due.h"
#include "sharing.h"

static void
add(struct signals *signals, const struct fold *s, int code, const char *about, date due)
{
	struct signal *signal;

	signals->at = alloc_room(signals->at, &signals->cap, signals->n + 1, sizeof *signals->at);
	signal = &signals->at[signals->n++];
	signal->code = code;
	signal->about = about;
	signal->due = due;
	signal->late = due == DATE_NONE ? 0 : (long)s->at - due;
}

/* Adds it when the due date has passed. */
static void
add_late(struct signals *signals, const struct fold *s, int code,
    const char *about, date due)
{
	if (due != DATE_NONE && due <= DATE_LAST &&
	    s->at >= due + (signals->ahead == 0) - (date)signals->ahead)
		add(signals, s, code, about, due);
}

/* This entry, or the first behind it of its kind, in the last trajectory; or NULL. */
static const struct entry *
here(const struct fold *s, const struct entry *e)
{
	while (e != NULL && !fold_current(s, e))
		e = e->next;
	return e;
}

/* Of the phase that the last trajectory is in. */
static date
phase_due(const struct fold *s)
{
	const struct entry *phase = s->phase;
	date due;

	if (phase == NULL || !fold_current(s, phase))
		return DATE_NONE;
	due = entry_day(phase, FASE_STREEFDATUM);
	if (due == DATE_NONE && phase->phase != NULL && phase->phase->norm_days > 0)
		due = phase->op + (date)phase->phase->norm_days;
	return due;
}

static void
find_goals(struct signals *signals, const struct fold *s)
{
	const struct entry *e, *goal;

	for (e = here(s, s->first[KIND_DOEL]); e != NULL; e = here(s, e->next))
		if (!entry_finished(e))
			add_late(signals, s, SIGNAAL_DOEL, e->key, entry_day(e, DOEL_STREEFDATUM));
	for (e = here(s, s->first[KIND_WERKPUNT]); e != NULL; e = here(s, e->next)) {
		date due = entry_day(e, WERKPUNT_STREEFDATUM);

		if (due == DATE_NONE || s->at + (date)signals->ahead < due || entry_finished(e))
			continue;
		goal = fold_keyed(s, KIND_DOEL, entry_text(e, WERKPUNT_DOEL));
		if (goal != NULL && !entry_finished(goal))
			add_late(signals, s, SIGNAAL_WERKPUNT, e->key, due);
	}
}

/* By when a note is due: so long after the last, or after the begin when there is none. */
static date
note_due(const struct fold *s)
{
	const struct entry *e = fold_last(s, KIND_NOTITIE, true);

	return s->model->signal_note <= 0 ? DATE_NONE :
	    (e != NULL ? e->op : fold_trajectory(s)->begin) + (date)s->model->signal_note;
}

static date
score_due(const struct fold *s)
{
	date last = fold_trajectory(s)->begin;

	for (size_t i = s->nscores; i > 0; i--)
		if (s->scores[i - 1].trajectory == s->ntrajectories - 1) {
			last = s->scores[i - 1].op;
			break;
		}
	return s->model->signal_score <= 0 ? DATE_NONE : last + (date)s->model->signal_score;
}

static bool
concern_without_strength(const struct fold *s)
{
	const struct entry *e;

	if (entry_there(s->first[KIND_KRACHT], s->at) != NULL)
		return false;
	for (e = s->first[KIND_LEEFGEBIED]; e != NULL; e = e->next)
		if (entry_at(e, LEEFGEBIED_ZORG) != NULL)
			return true;
	return false;
}

/* Whether the last evaluation of the trajectory has a mark that low. */
static bool
low_mark(const struct fold *s)
{
	static const enum slot slots[] = { EVALUATIE_TEVREDENHEID, EVALUATIE_SAMENWERKING };
	const struct entry *e = fold_last(s, KIND_EVALUATIE, true);

	for (size_t i = 0; e != NULL && i < sizeof slots / sizeof *slots; i++) {
		int mark = entry_code(e, slots[i]);

		if (mark >= 1 && mark <= 10 && mark <= s->model->signal_mark)
			return true;
	}
	return false;
}

/* Adds what ends on that day when it is near: so many days before, or as many as looked ahead. */
static void
add_ending(struct signals *signals, const struct fold *s, int code, date due, long days)
{
	days = days > signals->ahead ? days : signals->ahead;
	if (due != DATE_NONE && s->at >= due - (date)days)
		add(signals, s, code, "", due);
}

static void
find_indication(struct signals *signals, const struct fold *s)
{
	if (s->first[KIND_INDICATIE] == NULL)
		return;
	indications_find(&signals->indications, s);
	add_ending(signals, s, SIGNAAL_INDICATIE, indications_until(&signals->indications, s->at),
	    s->model->signal_indication);
}

static int
by_last_day(const void *a, const void *b)
{
	const struct entry *x = *(const struct entry *const *)a;
	const struct entry *y = *(const struct entry *const *)b;
	date dx = entry_day(x, AKKOORD_TOT), dy = entry_day(y, AKKOORD_TOT);

	return dx != dy ? (dx < dy ? -1 : 1) : x < y ? -1 : x > y;
}

/* Whether somebody may know something until a day, which few may. */
static bool
any_until(const struct fold *s)
{
	const struct entry *e = s->first[KIND_AKKOORD];

	while (e != NULL && (entry_at(e, AKKOORD_TOT) == NULL ||
	    entry_code(e, AKKOORD_WAAROP) != WAAROP_DELEN))
		e = e->next;
	return e != NULL;
}

/* Consents to share that stand until a day. */
static void
find_sharing(struct signals *signals, const struct fold *s)
{
	const struct entry **all;
	size_t n, i, until = 0;

	if (!any_until(s))
		return;
	n = sharing_all(s, &all);
	for (i = 0; i < n; i++)
		if (entry_code(all[i], AKKOORD_AKKOORD) == AKKOORD_JA &&
		    entry_day(all[i], AKKOORD_TOT) != DATE_NONE)
			all[until++] = all[i];
	if (until > 1)
		qsort(all, until, sizeof *all, by_last_day);
	for (i = 0; i < until; i++)
		add_ending(signals, s, SIGNAAL_TOESTEMMING, entry_day(all[i], AKKOORD_TOT),
		    s->model->signal_sharing);
	free(all);
}

static void
find_open(struct signals *signals, const struct fold *s)
{
	const struct model *m = s->model;
	date since;

	add_late(signals, s, SIGNAAL_EVALUATIE, "", due_evaluation(s));
	if (s->phase != NULL)
		add_late(signals, s, SIGNAAL_FASE, entry_text(s->phase, FASE_FASE), phase_due(s));
	find_goals(signals, s);
	add_late(signals, s, SIGNAAL_NOTITIE, "", note_due(s));
	add_late(signals, s, SIGNAAL_SCORE, "", score_due(s));
	since = fold_waiting_since(s);
	if (m->signal_waiting > 0 && since != DATE_NONE)
		add_late(signals, s, SIGNAAL_WACHTEN, "", since + (date)m->signal_waiting);
	if (concern_without_strength(s))
		add(signals, s, SIGNAAL_KRACHTEN, "", DATE_NONE);
	if (low_mark(s))
		add(signals, s, SIGNAAL_CIJFER, "", DATE_NONE);
	find_indication(signals, s);
	find_sharing(signals, s);
}

static void
find_closed(struct signals *signals, const struct fold *s, const struct trajectory *t)
{
	date nazorg = t->how == TRAJECTORY_UITSTROOM ? entry_day(t->closing, UITSTROOM_NAZORG) :
	    DATE_NONE;
	const long least = 365;		/* days of a year */
	date keep = s->at - t->end + signals->ahead < least * s->model->keep_years ? DATE_NONE :
	    due_retention(s);
	const struct entry *e;

	if (nazorg != DATE_NONE && s->at >= nazorg - (date)signals->ahead &&
	    s->at <= nazorg + (date)s->model->signal_aftercare) {
		for (e = here(s, s->first[KIND_NOTITIE]); e != NULL && e->op < nazorg; )
			e = here(s, e->next);
		if (e == NULL)
			add(signals, s, SIGNAAL_NAZORG, "", nazorg);
	}
	if (keep != DATE_NONE && s->at >= keep - (date)signals->ahead)
		add(signals, s, SIGNAAL_BEWAREN, "", keep);
}

void
signals_find(struct signals *signals, const struct fold *s)
{
	const struct trajectory *t = fold_trajectory(s);

	signals->n = 0;
	if (t->begin > s->at)
		return;
	if (t->how == TRAJECTORY_OPEN)
		find_open(signals, s);
	else
		find_closed(signals, s, t);
}

bool
signal_late(const struct signal *s)
{
	bool on_the_day = s->code == SIGNAAL_NAZORG || s->code == SIGNAAL_BEWAREN;

	return s->due != DATE_NONE && s->late >= !on_the_day;
}

bool
signals_late(struct signals *signals, const struct fold *s)
{
	static date (*const usual[])(const struct fold *) = {
		note_due, score_due, phase_due, due_evaluation
	};
	const struct trajectory *t = fold_trajectory(s);

	/* Mostly it is one of these: then the others need not be found. */
	for (size_t i = 0; i < sizeof usual / sizeof *usual && t->begin <= s->at &&
	    t->how == TRAJECTORY_OPEN; i++) {
		date due = usual[i](s);

		if (due != DATE_NONE && due < s->at)
			return true;
	}
	signals_find(signals, s);
	for (size_t i = 0; i < signals->n; i++)
		if (signal_late(&signals->at[i]))
			return true;
	return false;
}

void
signals_release(struct signals *signals)
{
	free(signals->at);
	indications_release(&signals->indications);
	signals->at = NULL;
	signals->n = signals->cap = 0;
}

#include "signal.h"

#include <stdlib.h>
#include <string.h>

#include "due.h"
#include "memory.h"

const char *const signal_codes[] = {
	"evaluatie", "fase", "doel", "werkpunt", "notitie", "score", "wachten", "krachten", "nazorg",
	"bewaren", NULL
};

static void
add(struct signals *signals, const struct state *s, const char *code, const char *about, date due)
{
	struct signal *signal;

	signals->at = memory_room(signals->at, &signals->cap, signals->n + 1, sizeof *signals->at);
	signal = &signals->at[signals->n++];
	signal->code = code;
	signal->about = about;
	signal->due = due;
	signal->late = due == DATE_NONE ? 0 : (long)s->at - due;
}

/* Adds it when the due date has passed. */
static void
add_late(struct signals *signals, const struct state *s, const char *code, const char *about, date due)
{
	if (due != DATE_NONE && s->at > due)
		add(signals, s, code, about, due);
}

/* The next entry of a kind in the last trajectory. */
static const struct entry *
next_here(const struct state *s, const char *kind, size_t *i)
{
	const struct entry *e;

	while ((e = state_next(s, kind, i)) != NULL)
		if (e->trajectory == s->ntrajectories - 1)
			return e;
	return NULL;
}

static date
phase_due(const struct entry *phase)
{
	date due = entry_date(phase, "Streefdatum");

	if (due == DATE_NONE && phase->phase != NULL && phase->phase->norm_days > 0)
		due = phase->op + (date)phase->phase->norm_days;
	return due;
}

static void
find_goals(struct signals *signals, const struct state *s)
{
	const struct entry *e, *goal;

	for (size_t i = 0; (e = next_here(s, "doel", &i)) != NULL; )
		if (!entry_finished(e))
			add_late(signals, s, "doel", e->key, entry_date(e, "Streefdatum"));
	for (size_t i = 0; (e = next_here(s, "werkpunt", &i)) != NULL; ) {
		goal = state_find(s, "doel", entry_value(e, "Doel"));
		if (goal != NULL && !entry_finished(goal) && !entry_finished(e))
			add_late(signals, s, "werkpunt", e->key, entry_date(e, "Streefdatum"));
	}
}

/* The day of the last note; begin when there is none. */
static date
last_note(const struct state *s, date begin)
{
	const struct entry *e = state_latest(s, "notitie", true);

	return e != NULL ? e->op : begin;
}

static date
last_score(const struct state *s, date begin)
{
	for (size_t i = s->nscores; i > 0; i--)
		if (s->scores[i - 1].trajectory == s->ntrajectories - 1)
			return s->scores[i - 1].op;
	return begin;
}

/* The day since which the client waits: of the first of the latest decisions that all say wachtlijst. */
static date
waiting_since(const struct state *s)
{
	const struct entry *e;
	date since = DATE_NONE;

	for (size_t i = 0; (e = next_here(s, "intake", &i)) != NULL; ) {
		const char *besluit = entry_value(e, "Besluit");

		if (strcmp(besluit, "wachtlijst") != 0)
			since = besluit[0] == '\0' ? since : DATE_NONE;
		else if (since == DATE_NONE)
			since = e->op;
	}
	return since;
}

static bool
concern_without_strength(const struct state *s)
{
	const struct entry *e;
	size_t i = 0;

	if (state_next(s, "kracht", &i) != NULL)
		return false;
	for (i = 0; (e = state_next(s, "leefgebied", &i)) != NULL; )
		if (entry_value(e, "Zorg")[0] != '\0')
			return true;
	return false;
}

static void
find_open(struct signals *signals, const struct state *s, const struct trajectory *t)
{
	const struct model *m = s->model;
	date since;

	add_late(signals, s, "evaluatie", "", due_evaluation(s));
	if (s->phase != NULL && s->phase->trajectory == s->ntrajectories - 1)
		add_late(signals, s, "fase", entry_value(s->phase, "Fase"), phase_due(s->phase));
	find_goals(signals, s);
	if (m->signal_note > 0)
		add_late(signals, s, "notitie", "", last_note(s, t->begin) + (date)m->signal_note);
	if (m->signal_score > 0)
		add_late(signals, s, "score", "", last_score(s, t->begin) + (date)m->signal_score);
	since = waiting_since(s);
	if (m->signal_waiting > 0 && since != DATE_NONE)
		add_late(signals, s, "wachten", "", since + (date)m->signal_waiting);
	if (concern_without_strength(s))
		add(signals, s, "krachten", "", DATE_NONE);
}

static void
find_closed(struct signals *signals, const struct state *s, const struct trajectory *t)
{
	date nazorg = t->how == TRAJECTORY_UITSTROOM ? entry_date(t->closing, "Nazorg") : DATE_NONE;
	date keep = due_retention(s);
	const struct entry *e;

	if (nazorg != DATE_NONE && s->at >= nazorg) {
		size_t i = 0;

		while ((e = next_here(s, "notitie", &i)) != NULL && e->op < nazorg)
			continue;
		if (e == NULL)
			add(signals, s, "nazorg", "", nazorg);
	}
	if (keep != DATE_NONE && s->at >= keep)
		add(signals, s, "bewaren", "", keep);
}

void
signals_find(struct signals *signals, const struct state *s)
{
	const struct trajectory *t = state_trajectory(s);

	signals->n = 0;
	if (t->begin > s->at)
		return;
	if (t->how == TRAJECTORY_OPEN)
		find_open(signals, s, t);
	else
		find_closed(signals, s, t);
}

void
signals_release(struct signals *signals)
{
	free(signals->at);
	signals->at = NULL;
	signals->n = signals->cap = 0;
}

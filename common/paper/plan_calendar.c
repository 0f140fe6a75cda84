#include "calendar.h"
#include "due.h"
#include "goals.h"
#include "plan_view.h"

struct agenda {
	struct text *to;
	const struct fold *state;
	enum lang lang;
	date stamp;
	bool with_text;
};

/*
 * Adds an event named "Target date d1 · 2024-0007", behind which the text where it is wanted. `key`
 * makes the UID.
 */
static void
add_event(const struct agenda *a, date day, const char *what, const char *key, const char *text)
{
	const char *id = a->state->dossier->id;
	struct text uid = { 0 }, summary = { 0 };
	struct calendar_event e;

	if (day == DATE_NONE)
		return;
	text_addf(&uid, "%s.%s@fasen", id, key);
	text_addf(&summary, "%s \xC2\xB7 %s", what, id);
	if (a->with_text && *text != '\0')
		text_addf(&summary, ": %s", text);
	e = (struct calendar_event){ text_string(&uid), day, a->stamp, text_string(&summary),
	    "", "fasen" };
	calendar_add(a->to, &e);
	text_release(&uid);
	text_release(&summary);
}

/* The target date of a goal or action that is unfinished. */
static void
add_target(const struct agenda *a, const struct entry *e)
{
	bool action = e->kind == KIND_WERKPUNT;
	struct text what = { 0 };

	text_addf(&what, "%s %s", label(a->lang, "Target date"), e->key);
	if (!entry_finished(e))
		add_event(a, entry_day(e, action ? WERKPUNT_STREEFDATUM : DOEL_STREEFDATUM),
		    text_string(&what), e->key,
		    entry_text(e, action ? WERKPUNT_TEKST : DOEL_TEKST));
	text_release(&what);
}

/*
 * Numbered within the dossier, so that a meeting keeps its UID when its day is moved and the next
 * one has another.
 */
static void
add_evaluation(const struct agenda *a)
{
	struct text key = { 0 };
	size_t held = 0;

	for (const struct entry *e = a->state->first[KIND_EVALUATIE]; e != NULL; e = e->next)
		held++;
	text_addf(&key, "evaluatie%zu", held + 1);
	add_event(a, due_evaluation(a->state), label(a->lang, "Evaluation"), text_string(&key), "");
	text_release(&key);
}

void
plan_calendar(struct text *to, const struct fold *s, enum lang lang, date stamp, bool with_text)
{
	const struct agenda a = { to, s, lang, stamp, with_text };
	const struct trajectory *t = fold_trajectory(s);
	const struct entry *action;
	struct goals goals;

	if (fold_closed(s)) {
		if (t->how == TRAJECTORY_UITSTROOM)
			add_event(&a, entry_day(t->closing, UITSTROOM_NAZORG),
			    label(lang, "Aftercare"), "nazorg", "");
		return;
	}
	add_evaluation(&a);
	goals_read(&goals, s);
	for (size_t i = 0; i < goals.open; i++) {
		add_target(&a, goals.at[i]);
		for (action = NULL;
		    (action = goals_next_action(s, goals.at[i]->key, action)) != NULL; )
			add_target(&a, action);
	}
	goals_release(&goals);
}

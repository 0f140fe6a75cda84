/* SPDX-License-Identifier: ISC */
#include "plan_view.h"

#include <string.h>

#include "agreement.h"
#include "due.h"
#include "goals.h"
#include "person.h"
#include "plan_annex.h"
#include "plan_id.h"
#include "wording.h"

static void
write_action(struct document *d, const struct fold *s, const struct entry *e)
{
	enum lang lang = document_lang(d);
	struct text what = { 0 }, stand = { 0 };
	char day[LABEL_DATE_SIZE];

	plan_id(&what, d, e);
	text_adds(&what, document_own(d, entry_text(e, WERKPUNT_TEKST)));
	if (*entry_text(e, WERKPUNT_INZET) != '\0')
		text_addf(&what, "\n%s: %s", label(lang, "What the support worker does"),
		    document_own(d, entry_text(e, WERKPUNT_INZET)));
	goals_stand(&stand, e, lang);
	if (e->stand != NULL && *entry_text(e->stand, STAND_TOELICHTING) != '\0')
		text_addf(&stand, "\n%s", document_own(d, entry_text(e->stand, STAND_TOELICHTING)));
	document_cell(d, text_string(&what));
	document_cell(d, person_who(d, s, entry_text(e, WERKPUNT_WIE)));
	document_cell(d, label_date(lang, entry_day(e, WERKPUNT_STREEFDATUM), day));
	document_cell(d, text_string(&stand));
	text_release(&what);
	text_release(&stand);
}

/* The steps still to be taken; what is done stands in the annex. */
static void
write_actions(struct document *d, const struct fold *s, const struct goals *goals,
    const char *goal)
{
	enum lang lang = document_lang(d);
	const struct document_column columns[] = {
		{ label(lang, "Step"), 24, false }, { label(lang, "Who"), 11, false },
		{ label(lang, "Done before"), 12, false },
		{ label(lang, "How is it going?"), 12, false }
	};
	const struct entry *e = goals_next_action(goals, goal, NULL);
	bool open = false;

	if (e == NULL)
		document_note(d, label(lang, "No steps yet."));
	for (; e != NULL; e = goals_next_action(goals, goal, e)) {
		if (entry_finished(e))
			continue;
		if (!open)
			document_table(d, "", columns, sizeof columns / sizeof *columns);
		open = true;
		write_action(d, s, e);
	}
	if (open)
		document_table_end(d);
	else if (goals_next_action(goals, goal, NULL) != NULL)
		document_note(d, label(lang, "All steps so far are finished."));
}

/*
 * "Work and activities · done before 31 December 2026 (long term) · in progress since 8 October
 * 2026"
 */
static void
add_line(struct text *to, const struct fold *s, const struct entry *goal, enum lang lang)
{
	const char *term = entry_text(goal, DOEL_TERMIJN);
	date by = entry_day(goal, DOEL_STREEFDATUM);
	char day[LABEL_DATE_SIZE];

	if (entry_code(goal, DOEL_TERMIJN) == TERMIJN_KORT)
		term = label(lang, "short term");
	else if (entry_code(goal, DOEL_TERMIJN) == TERMIJN_LANG)
		term = label(lang, "long term");
	text_adds(to, wording_entry(s->model, goal, DOEL_LEEFGEBIED, lang));
	if (by != DATE_NONE)
		text_addf(to, " \xC2\xB7 %s %s", label(lang, "done before"),
		    label_date(lang, by, day));
	if (*term != '\0')
		text_addf(to, by != DATE_NONE ? " (%s)" : " \xC2\xB7 %s", term);
	text_adds(to, " \xC2\xB7 ");
	goals_stand(to, goal, lang);
}

static void
write_strengths(struct document *d, const struct entry *goal)
{
	struct text t = { 0 };

	for (const struct field *f = entry_at(goal, DOEL_KRACHT); f != NULL; f = field_next(f))
		text_addf(&t, "%s%s", t.len != 0 ? "\n" : "",
		    document_own(d, f->value));
	document_pair(d, label(document_lang(d), "Strengths that help"), text_string(&t));
	text_release(&t);
}

static void
write_parent(struct document *d, const struct fold *s, const struct entry *goal)
{
	const char *id = entry_text(goal, DOEL_ONDER);
	const struct entry *parent = fold_keyed(s, KIND_DOEL, id);

	document_pair(d, label(document_lang(d), "Part of"),
	    parent != NULL ? document_own(d, entry_text(parent, DOEL_TEKST)) : id);
}

/* A goal with no more steps than this stays with them on one page. */
enum { FEW_ACTIONS = 6 };

static bool
has_few_actions(const struct goals *goals, const struct entry *goal)
{
	const struct entry *action = NULL;
	size_t n = 0;

	while ((action = goals_next_action(goals, goal->key, action)) != NULL)
		n += !entry_finished(action);
	return n <= FEW_ACTIONS;
}

/* The last one is kept together with what comes after it: see agreement_view. */
static void
write_goal(struct document *d, const struct fold *s, const struct goals *goals, size_t i)
{
	const struct entry *goal = goals->at[i];
	enum lang lang = document_lang(d);
	bool few = has_few_actions(goals, goal), last = i + 1 == goals->open;
	struct text words = { 0 }, line = { 0 };

	if (!last || few)
		document_keep(d);
	plan_id(&words, d, goal);
	text_adds(&words, entry_text(goal, DOEL_TEKST));
	document_goal(d, text_string(&words));
	add_line(&line, s, goal, lang);
	document_paragraph(d, text_string(&line));
	write_strengths(d, goal);
	write_parent(d, s, goal);
	if (goal->stand != NULL)
		document_pair(d, label(lang, "Explanation"),
		    document_own(d, entry_text(goal->stand, STAND_TOELICHTING)));
	if (!few && !last)
		document_keep_end(d);
	write_actions(d, s, goals, goal->key);
	if (few && !last)
		document_keep_end(d);
	else if (!few && last)
		document_keep(d);
	text_release(&words);
	text_release(&line);
}

/*
 * The day on which a goal or an action was last changed; a stand is progress, no change of what was
 * agreed.
 */
static date
last_change(const struct goals *goals)
{
	date last = DATE_NONE;
	const struct entry *action;

	for (size_t i = 0; i < goals->n; i++) {
		last = goals->at[i]->last > last ? goals->at[i]->last : last;
		for (action = NULL;
		    (action = goals_next_action(goals, goals->at[i]->key, action)) != NULL; )
			last = action->last > last ? action->last : last;
	}
	return last;
}

static void
write_head(struct document *d, const struct fold *s)
{
	enum lang lang = document_lang(d);
	struct text title = { 0 }, foot = { 0 }, word = { 0 };
	char day[LABEL_DATE_SIZE];
	date due = due_evaluation(s);

	text_addf(&title, "%s %s", label(lang, "Support plan of"), person_called(d, s));
	text_addf(&foot, "%s \xC2\xB7 %s", label(lang, "Support plan"), s->dossier->id);
	person_part(d, s, text_string(&title), text_string(&foot));
	person_say(d, s,
	    "This is your plan: what you want to achieve, the steps to get there, and who "
	    "does what.");
	person_names(d, s);
	person_worker(d, s);
	text_adds(&word, label_date(lang, due, day));
	if (due != DATE_NONE && due < s->at)
		text_addf(&word, " (%s)", label(lang, "that day has passed"));
	document_pair(d, label(lang, "Next talk"), text_string(&word));
	text_clear(&word);
	document_pair(d, label(lang, "Closed"), label_date(lang, fold_trajectory(s)->end, day));
	label_say(&word, lang, s->model->formal, "Your question");
	document_pair(d, text_string(&word),
	    document_own(d, entry_text(s->client, CLIENT_HULPVRAAG)));
	text_release(&title);
	text_release(&foot);
	text_release(&word);
}

void
plan_view(struct document *d, const struct fold *s)
{
	enum lang lang = document_lang(d);
	struct goals goals;

	goals_read(&goals, s);
	write_head(d, s);
	for (size_t i = 0; i < goals.open; i++)
		write_goal(d, s, &goals, i);
	if (goals.open == 0) {
		document_keep(d);
		document_heading(d, 2, label(lang, "Goals"));
		document_paragraph(d,
		    label(lang, goals.n > 0 ? "All goals are finished." :
		    fold_closed(s) ? "No goals were set." : "No goals yet."));
	}
	agreement_view(d, s, WAAROP_PLAN, last_change(&goals));
	document_keep_end(d);
	plan_annex(d, s, &goals);
	goals_release(&goals);
}

#include "plan_view.h"

#include <string.h>

#include "agreement.h"
#include "due.h"
#include "goals.h"
#include "person.h"
#include "plan_change.h"
#include "wording.h"

static void
write_actions(struct document *d, const struct fold *s, const char *goal)
{
	enum lang lang = document_lang(d);
	const struct document_column columns[] = {
		{ label(lang, "Nr"), 3, false }, { label(lang, "Action point"), 10, false },
		{ label(lang, "Who"), 5, false }, { label(lang, "By"), 4, false },
		{ label(lang, "Status"), 6, false }
	};
	const struct entry *e = goals_next_action(s, goal, NULL);
	char day[DATE_SIZE];

	if (e == NULL) {
		document_note(d, label(lang, "No action points yet."));
		return;
	}
	document_table(d, "", columns, sizeof columns / sizeof *columns);
	for (; e != NULL; e = goals_next_action(s, goal, e)) {
		struct text what = { 0 }, stand = { 0 };

		text_adds(&what, entry_text(e, WERKPUNT_TEKST));
		if (*entry_text(e, WERKPUNT_INZET) != '\0')
			text_addf(&what, "\n%s: %s", label(lang, "What the worker brings"),
			    entry_text(e, WERKPUNT_INZET));
		goals_stand(&stand, e, lang);
		if (e->stand != NULL && *entry_text(e->stand, STAND_TOELICHTING) != '\0')
			text_addf(&stand, "\n%s", entry_text(e->stand, STAND_TOELICHTING));
		document_cell(d, e->key);
		document_cell(d, text_string(&what));
		document_cell(d, person_who(d, s, entry_text(e, WERKPUNT_WIE)));
		document_cell(d, date_format(entry_day(e, WERKPUNT_STREEFDATUM), day));
		document_cell(d, text_string(&stand));
		text_release(&what);
		text_release(&stand);
	}
	document_table_end(d);
}

/* Adds "long term, priority 1". */
static void
add_term(struct text *to, const struct entry *goal, enum lang lang)
{
	const char *term = entry_text(goal, DOEL_TERMIJN);

	if (entry_code(goal, DOEL_TERMIJN) == TERMIJN_KORT)
		text_adds(to, label(lang, "short term"));
	else if (entry_code(goal, DOEL_TERMIJN) == TERMIJN_LANG)
		text_adds(to, label(lang, "long term"));
	else
		text_adds(to, term);
	if (*entry_text(goal, DOEL_PRIORITEIT) != '\0')
		text_addf(to, "%s%s %s", to->len != 0 ? ", " : "", label(lang, "priority"),
		    entry_text(goal, DOEL_PRIORITEIT));
}

static void
add_parent(struct text *to, const struct fold *s, const struct entry *goal)
{
	const char *id = entry_text(goal, DOEL_ONDER);
	const struct entry *parent = fold_keyed(s, KIND_DOEL, id);

	text_adds(to, id);
	if (parent != NULL)
		text_addf(to, ": %s", entry_text(parent, DOEL_TEKST));
}

static void
add_strengths(struct text *to, const struct entry *goal)
{
	const struct field *f;

	for (f = entry_at(goal, DOEL_KRACHT); f != NULL; f = field_next(f))
		text_addf(to, "%s%s", to->len != 0 ? "\n" : "", f->value);
}

static void
add_title(struct text *to, const struct fold *s, const struct entry *goal, enum lang lang)
{
	text_addf(to, "%s \xC2\xB7 %s", goal->key,
	    wording_entry(s->model, goal, DOEL_LEEFGEBIED, lang));
}

/* A goal with no more actions than this stays with them on one page. */
enum { FEW_ACTIONS = 4 };

static bool
has_few_actions(const struct fold *s, const struct entry *goal)
{
	const struct entry *action = NULL;
	size_t n = 0;

	while ((action = goals_next_action(s, goal->key, action)) != NULL)
		n++;
	return n <= FEW_ACTIONS;
}

static void
write_goal(struct document *d, const struct fold *s, const struct entry *goal)
{
	enum lang lang = document_lang(d);
	bool few = has_few_actions(s, goal);
	struct text title = { 0 }, term = { 0 }, parent = { 0 }, strengths = { 0 }, stand = { 0 };
	char day[DATE_SIZE];

	add_title(&title, s, goal, lang);
	add_term(&term, goal, lang);
	add_parent(&parent, s, goal);
	add_strengths(&strengths, goal);
	goals_stand(&stand, goal, lang);
	if (goal->stand != NULL && *entry_text(goal->stand, STAND_TOELICHTING) != '\0')
		text_addf(&stand, "\n%s", entry_text(goal->stand, STAND_TOELICHTING));
	document_keep(d);
	document_heading(d, 3, text_string(&title));
	document_quote(d, entry_text(goal, DOEL_TEKST));
	document_pair(d, label(lang, "Strengths that help"), text_string(&strengths));
	document_pair(d, label(lang, "Term"), text_string(&term));
	document_pair(d, label(lang, "Target date"),
	    date_format(entry_day(goal, DOEL_STREEFDATUM), day));
	document_pair(d, label(lang, "Part of"), text_string(&parent));
	document_pair(d, label(lang, "Status"), text_string(&stand));
	if (!few)
		document_keep_end(d);
	write_actions(d, s, goal->key);
	if (few)
		document_keep_end(d);
	text_release(&title);
	text_release(&term);
	text_release(&parent);
	text_release(&strengths);
	text_release(&stand);
}

static void
write_finished(struct document *d, const struct fold *s, const struct goals *goals)
{
	enum lang lang = document_lang(d);
	const struct document_column columns[] = {
		{ label(lang, "Nr"), 3, false }, { label(lang, "Goal"), 10, false },
		{ label(lang, "Life domain"), 6, false }, { label(lang, "Result"), 9, false }
	};

	if (goals->open == goals->n)
		return;
	document_heading(d, 2, label(lang, "Finished goals"));
	document_table(d, "", columns, sizeof columns / sizeof *columns);
	for (size_t i = goals->open; i < goals->n; i++) {
		const struct entry *goal = goals->at[i];
		struct text result = { 0 };

		goals_stand(&result, goal, lang);
		if (*entry_text(goal->stand, STAND_TOELICHTING) != '\0')
			text_addf(&result, "\n%s", entry_text(goal->stand, STAND_TOELICHTING));
		document_cell(d, goal->key);
		document_cell(d, entry_text(goal, DOEL_TEKST));
		document_cell(d, wording_entry(s->model, goal, DOEL_LEEFGEBIED, lang));
		document_cell(d, text_string(&result));
		text_release(&result);
	}
	document_table_end(d);
}

static void
pair_mark(struct document *d, const char *name, const struct entry *e, enum slot slot)
{
	struct text value = { 0 };

	if (entry_code(e, slot) != FIELD_UNTYPED)
		text_addf(&value, "%d %s 10", entry_code(e, slot),
		    label(document_lang(d), "out of"));
	document_pair(d, name, text_string(&value));
	text_release(&value);
}

static void
write_evaluation(struct document *d, const struct fold *s)
{
	enum lang lang = document_lang(d);
	const struct entry *e = fold_last(s, KIND_EVALUATIE, true);
	struct text present = { 0 };
	const struct field *f;
	char day[DATE_SIZE];

	if (e == NULL)
		return;
	for (f = entry_at(e, EVALUATIE_AANWEZIG); f != NULL; f = field_next(f))
		text_addf(&present, "%s%s", present.len != 0 ? ", " : "",
		    person_who(d, s, f->value));
	document_heading(d, 2, label(lang, "Last evaluation"));
	document_pair(d, label(lang, "Date"), date_format(e->op, day));
	document_pair(d, label(lang, "Decision"),
	    wording_entry(s->model, e, EVALUATIE_BESLUIT, lang));
	document_pair(d, label(lang, "Present"), text_string(&present));
	pair_mark(d, label(lang, "Client's satisfaction"), e, EVALUATIE_TEVREDENHEID);
	pair_mark(d, label(lang, "Cooperation"), e, EVALUATIE_SAMENWERKING);
	document_pair(d, label(lang, "Explanation"), entry_text(e, EVALUATIE_TOELICHTING));
	text_release(&present);
}

/*
 * The day on which a goal or an action was last changed; a stand is progress, no change of what was
 * agreed.
 */
static date
last_change(const struct fold *s, const struct goals *goals)
{
	date last = DATE_NONE;
	const struct entry *action;

	for (size_t i = 0; i < goals->n; i++) {
		last = goals->at[i]->last > last ? goals->at[i]->last : last;
		for (action = NULL;
		    (action = goals_next_action(s, goals->at[i]->key, action)) != NULL; )
			last = action->last > last ? action->last : last;
	}
	return last;
}

static void
write_head(struct document *d, const struct fold *s)
{
	enum lang lang = document_lang(d);
	struct text title = { 0 }, below = { 0 }, foot = { 0 };
	char day[DATE_SIZE];

	text_addf(&title, "%s %s", label(lang, "Support plan of"), person_called(d, s));
	text_addf(&foot, "%s \xC2\xB7 %s", label(lang, "Support plan"), s->dossier->id);
	person_below(&below, s, lang);
	document_part(d, text_string(&title), text_string(&below), text_string(&foot));
	person_names(d, s);
	document_pair(d, label(lang, "Support worker"), entry_text(s->client, CLIENT_BEGELEIDER));
	document_pair(d, label(lang, "Team"), entry_text(s->client, CLIENT_TEAM));
	if (s->phase != NULL && s->phase->phase != NULL)
		document_pair(d, label(lang, "Phase"), model_text(&s->phase->phase->name, lang));
	document_pair(d, label(lang, "Closed"), date_format(fold_trajectory(s)->end, day));
	document_pair(d, label(lang, "Next evaluation"), date_format(due_evaluation(s), day));
	document_heading(d, 2, label(lang, "The question, in the client's own words"));
	document_quote(d, entry_text(s->client, CLIENT_HULPVRAAG));
	text_release(&title);
	text_release(&below);
	text_release(&foot);
}

void
plan_view(struct document *d, const struct fold *s)
{
	enum lang lang = document_lang(d);
	struct goals goals;

	goals_read(&goals, s);
	write_head(d, s);
	document_heading(d, 2, label(lang, "Goals"));
	if (goals.open == 0)
		document_paragraph(d,
		    label(lang, goals.n == 0 ? "No goals yet." : "All goals are finished."));
	for (size_t i = 0; i < goals.open; i++)
		write_goal(d, s, goals.at[i]);
	write_finished(d, s, &goals);
	write_evaluation(d, s);
	plan_change_view(d, s);
	person_scores(d, s);
	agreement_view(d, s, "plan", last_change(s, &goals));
	goals_release(&goals);
}

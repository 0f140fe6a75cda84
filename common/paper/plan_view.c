#include "plan_view.h"

#include <string.h>

#include "agreement.h"
#include "due.h"
#include "goals.h"
#include "person.h"
#include "plan_change.h"
#include "wording.h"

static void
write_actions(struct document *d, const struct state *s, const char *goal)
{
	enum lang lang = document_lang(d);
	const struct document_column columns[] = {
		{ label(lang, "Nr"), 3, false }, { label(lang, "Action point"), 10, false }, { label(lang, "Who"), 5, false },
		{ label(lang, "By"), 4, false }, { label(lang, "Status"), 6, false }
	};
	size_t i = 0;
	const struct entry *e = goals_next_action(s, goal, &i);
	char day[DATE_SIZE];

	if (e == NULL) {
		document_note(d, label(lang, "No action points yet."));
		return;
	}
	document_table(d, "", columns, sizeof columns / sizeof *columns);
	for (; e != NULL; e = goals_next_action(s, goal, &i)) {
		struct text what = { 0 }, stand = { 0 };

		text_adds(&what, entry_value(e, "Tekst"));
		if (*entry_value(e, "Inzet") != '\0')
			text_addf(&what, "\n%s: %s", label(lang, "What the worker brings"), entry_value(e, "Inzet"));
		goals_stand(&stand, e, lang);
		if (e->stand != NULL && *entry_value(e->stand, "Toelichting") != '\0')
			text_addf(&stand, "\n%s", entry_value(e->stand, "Toelichting"));
		document_cell(d, e->key);
		document_cell(d, text_string(&what));
		document_cell(d, person_who(d, s, entry_value(e, "Wie")));
		document_cell(d, date_format(entry_date(e, "Streefdatum"), day));
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
	const char *term = entry_value(goal, "Termijn");

	if (strcmp(term, "kort") == 0)
		text_adds(to, label(lang, "short term"));
	else if (strcmp(term, "lang") == 0)
		text_adds(to, label(lang, "long term"));
	else
		text_adds(to, term);
	if (*entry_value(goal, "Prioriteit") != '\0')
		text_addf(to, "%s%s %s", to->len != 0 ? ", " : "", label(lang, "priority"), entry_value(goal, "Prioriteit"));
}

static void
add_parent(struct text *to, const struct state *s, const struct entry *goal)
{
	const char *id = entry_value(goal, "Onder");
	const struct entry *parent = state_find(s, "doel", id);

	text_adds(to, id);
	if (parent != NULL)
		text_addf(to, ": %s", entry_value(parent, "Tekst"));
}

static void
add_strengths(struct text *to, const struct entry *goal)
{
	const char *value;

	for (size_t i = 0; (value = entry_next_value(goal, "Kracht", &i)) != NULL; )
		text_addf(to, "%s%s", to->len != 0 ? "\n" : "", value);
}

static void
add_title(struct text *to, const struct state *s, const struct entry *goal, enum lang lang)
{
	text_addf(to, "%s \xC2\xB7 %s", goal->key, wording_entry(s->model, goal, "Leefgebied", lang));
}

/* A goal with no more actions than this stays with them on one page. */
enum { FEW_ACTIONS = 4 };

static bool
has_few_actions(const struct state *s, const struct entry *goal)
{
	size_t n = 0;

	for (size_t i = 0; goals_next_action(s, goal->key, &i) != NULL; )
		n++;
	return n <= FEW_ACTIONS;
}

static void
write_goal(struct document *d, const struct state *s, const struct entry *goal)
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
	if (goal->stand != NULL && *entry_value(goal->stand, "Toelichting") != '\0')
		text_addf(&stand, "\n%s", entry_value(goal->stand, "Toelichting"));
	document_keep(d);
	document_heading(d, 3, text_string(&title));
	document_quote(d, entry_value(goal, "Tekst"));
	document_pair(d, label(lang, "Strengths that help"), text_string(&strengths));
	document_pair(d, label(lang, "Term"), text_string(&term));
	document_pair(d, label(lang, "Target date"), date_format(entry_date(goal, "Streefdatum"), day));
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
write_finished(struct document *d, const struct state *s, const struct goals *goals)
{
	enum lang lang = document_lang(d);
	const struct document_column columns[] = {
		{ label(lang, "Nr"), 3, false }, { label(lang, "Goal"), 10, false }, { label(lang, "Life domain"), 6, false },
		{ label(lang, "Result"), 9, false }
	};

	if (goals->open == goals->n)
		return;
	document_heading(d, 2, label(lang, "Finished goals"));
	document_table(d, "", columns, sizeof columns / sizeof *columns);
	for (size_t i = goals->open; i < goals->n; i++) {
		const struct entry *goal = goals->at[i];
		struct text result = { 0 };

		goals_stand(&result, goal, lang);
		if (*entry_value(goal->stand, "Toelichting") != '\0')
			text_addf(&result, "\n%s", entry_value(goal->stand, "Toelichting"));
		document_cell(d, goal->key);
		document_cell(d, entry_value(goal, "Tekst"));
		document_cell(d, wording_entry(s->model, goal, "Leefgebied", lang));
		document_cell(d, text_string(&result));
		text_release(&result);
	}
	document_table_end(d);
}

static void
pair_mark(struct document *d, const char *name, const struct entry *e, const char *field)
{
	struct text value = { 0 };
	long mark;

	if (entry_number(e, field, &mark))
		text_addf(&value, "%ld %s 10", mark, label(document_lang(d), "out of"));
	document_pair(d, name, text_string(&value));
	text_release(&value);
}

static void
write_evaluation(struct document *d, const struct state *s)
{
	enum lang lang = document_lang(d);
	const struct entry *e = state_latest(s, "evaluatie", true);
	struct text present = { 0 };
	const char *value;
	char day[DATE_SIZE];

	if (e == NULL)
		return;
	for (size_t i = 0; (value = entry_next_value(e, "Aanwezig", &i)) != NULL; )
		text_addf(&present, "%s%s", present.len != 0 ? ", " : "", person_who(d, s, value));
	document_heading(d, 2, label(lang, "Last evaluation"));
	document_pair(d, label(lang, "Date"), date_format(e->op, day));
	document_pair(d, label(lang, "Decision"), wording_entry(s->model, e, "Besluit", lang));
	document_pair(d, label(lang, "Present"), text_string(&present));
	pair_mark(d, label(lang, "Client's satisfaction"), e, "Tevredenheid");
	pair_mark(d, label(lang, "Cooperation"), e, "Samenwerking");
	document_pair(d, label(lang, "Explanation"), entry_value(e, "Toelichting"));
	text_release(&present);
}

/* The day on which a goal or an action was last changed; a stand is progress, no change of what was agreed. */
static date
last_change(const struct state *s, const struct goals *goals)
{
	date last = DATE_NONE;
	const struct entry *action;

	for (size_t i = 0; i < goals->n; i++) {
		last = goals->at[i]->last > last ? goals->at[i]->last : last;
		for (size_t k = 0; (action = goals_next_action(s, goals->at[i]->key, &k)) != NULL; )
			last = action->last > last ? action->last : last;
	}
	return last;
}

static void
write_head(struct document *d, const struct state *s)
{
	enum lang lang = document_lang(d);
	struct text title = { 0 }, below = { 0 }, foot = { 0 };
	char day[DATE_SIZE];

	text_addf(&title, "%s %s", label(lang, "Support plan of"), person_called(d, s));
	text_addf(&foot, "%s \xC2\xB7 %s", label(lang, "Support plan"), s->dossier->id);
	person_below(&below, s, lang);
	document_part(d, text_string(&title), text_string(&below), text_string(&foot));
	person_names(d, s);
	document_pair(d, label(lang, "Support worker"), entry_value(s->client, "Begeleider"));
	document_pair(d, label(lang, "Team"), entry_value(s->client, "Team"));
	if (s->phase != NULL && s->phase->phase != NULL)
		document_pair(d, label(lang, "Phase"), model_text(&s->phase->phase->name, lang));
	document_pair(d, label(lang, "Closed"), date_format(state_trajectory(s)->end, day));
	document_pair(d, label(lang, "Next evaluation"), date_format(due_evaluation(s), day));
	document_heading(d, 2, label(lang, "The question, in the client's own words"));
	document_quote(d, entry_value(s->client, "Hulpvraag"));
	text_release(&title);
	text_release(&below);
	text_release(&foot);
}

void
plan_view(struct document *d, const struct state *s)
{
	enum lang lang = document_lang(d);
	struct goals goals;

	goals_read(&goals, s);
	write_head(d, s);
	document_heading(d, 2, label(lang, "Goals"));
	if (goals.open == 0)
		document_paragraph(d, label(lang, goals.n == 0 ? "No goals yet." : "All goals are finished."));
	for (size_t i = 0; i < goals.open; i++)
		write_goal(d, s, goals.at[i]);
	write_finished(d, s, &goals);
	write_evaluation(d, s);
	plan_change_view(d, s);
	person_scores(d, s);
	agreement_view(d, s, "plan", last_change(s, &goals));
	goals_release(&goals);
}

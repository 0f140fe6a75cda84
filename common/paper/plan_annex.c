/* SPDX-License-Identifier: ISC */
#include "plan_annex.h"

#include "person.h"
#include "plan_change.h"
#include "plan_id.h"
#include "scores.h"
#include "wording.h"

/* What is finished, in a table that opens with its first row. */
struct finished {
	struct document *document;
	const struct document_column *columns;
	bool open;
};

static void
add_finished(struct finished *f, const struct entry *e)
{
	struct document *d = f->document;
	enum lang lang = document_lang(d);
	struct text what = { 0 }, result = { 0 };

	if (!f->open) {
		document_heading(d, 3, label(lang, "Finished goals and steps"));
		document_table(d, "", f->columns, 2);
		f->open = true;
	}
	plan_id(&what, d, e);
	if (what.len == 0)
		text_addf(&what, "%s: ", label(lang, e->kind == KIND_DOEL ? "Goal" : "Step"));
	text_adds(&what, document_own(d, entry_text(e, e->kind == KIND_DOEL ? DOEL_TEKST :
	    WERKPUNT_TEKST)));
	goals_stand(&result, e, lang);
	if (*entry_text(e->stand, STAND_TOELICHTING) != '\0')
		text_addf(&result, "\n%s",
		    document_own(d, entry_text(e->stand, STAND_TOELICHTING)));
	document_cell(d, text_string(&what));
	document_cell(d, text_string(&result));
	text_release(&what);
	text_release(&result);
}

/* Each goal with its steps, whichever of them are finished. */
static void
write_finished(struct document *d, const struct goals *goals)
{
	enum lang lang = document_lang(d);
	const struct document_column columns[] = {
		{ label(lang, "What"), 5, false }, { label(lang, "Result"), 4, false }
	};
	struct finished f = { .document = d, .columns = columns };
	const struct entry *action;

	for (size_t i = 0; i < goals->n; i++) {
		if (entry_finished(goals->at[i]))
			add_finished(&f, goals->at[i]);
		for (action = NULL;
		    (action = goals_next_action(goals, goals->at[i]->key, action)) != NULL; )
			if (entry_finished(action))
				add_finished(&f, action);
	}
	if (f.open)
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
	char day[LABEL_DATE_SIZE];

	if (e == NULL)
		return;
	for (f = entry_at(e, EVALUATIE_AANWEZIG); f != NULL; f = field_next(f))
		text_addf(&present, "%s%s", present.len != 0 ? ", " : "",
		    person_who(d, s, f->value));
	document_heading(d, 3, label(lang, "Our last talk about the plan"));
	document_pair(d, label(lang, "Date"), label_date(lang, e->op, day));
	document_pair(d, label(lang, "Decision"),
	    wording_entry(s->model, e, EVALUATIE_BESLUIT, lang));
	document_pair(d, label(lang, "Present"), text_string(&present));
	pair_mark(d, label(lang, "Satisfaction"), e, EVALUATIE_TEVREDENHEID);
	pair_mark(d, label(lang, "Cooperation"), e, EVALUATIE_SAMENWERKING);
	document_pair(d, label(lang, "Explanation"),
	    document_own(d, entry_text(e, EVALUATIE_TOELICHTING)));
	text_release(&present);
}

static bool
any_finished(const struct goals *goals)
{
	const struct entry *action;

	for (size_t i = 0; i < goals->n; i++) {
		if (entry_finished(goals->at[i]))
			return true;
		for (action = NULL;
		    (action = goals_next_action(goals, goals->at[i]->key, action)) != NULL; )
			if (entry_finished(action))
				return true;
	}
	return false;
}

void
plan_annex(struct document *d, const struct fold *s, const struct goals *goals)
{
	if (!any_finished(goals) && fold_last(s, KIND_EVALUATIE, true) == NULL &&
	    s->nscores == 0)
		return;
	document_annex(d);
	document_heading(d, 2, label(document_lang(d), "Annex: how it has gone so far"));
	write_finished(d, goals);
	write_evaluation(d, s);
	plan_change_view(d, s);
	scores_view(d, s, 3);
	document_annex_end(d);
}

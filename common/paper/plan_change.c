/* SPDX-License-Identifier: ISC */
#include "plan_change.h"

#include <stdlib.h>
#include <string.h>

#include "goals.h"
#include "measurements.h"
#include "person.h"
#include "plan_id.h"
#include "scores.h"
#include "wording.h"

/* A table that opens with its first row. */
struct changes {
	struct document *document;
	const struct document_column *columns;
	const char *title;
	const struct fold *state;	/* as it is now */
	bool open;
};

static void
add_row(struct changes *c, const char *what, const char *then, const char *now)
{
	static const char nothing[] = "\xE2\x80\x93";

	if (!c->open) {
		document_heading(c->document, 3, c->title);
		document_table(c->document, "", c->columns, 3);
		c->open = true;
	}
	document_cell(c->document, what);
	document_cell(c->document, *then != '\0' ? then : nothing);
	document_cell(c->document, *now != '\0' ? now : nothing);
}

/* What an entry says of a field, as the plan says it; of a repeated one each value in a line. */
static void
add_values(struct text *to, const struct changes *c, const struct entry *e, enum slot slot)
{
	const struct field *f;

	enum lang lang = document_lang(c->document);
	char day[LABEL_DATE_SIZE];

	for (f = entry_at(e, slot); f != NULL; f = field_next(f))
		text_addf(to, "%s%s", to->len != 0 ? "\n" : "",
		    f->spec->type == FIELD_WORD ? person_who(c->document, c->state, f->value) :
		    f->spec->type == FIELD_DATE ? label_date(lang, f->is.day, day) :
		    f->spec->type == FIELD_TEXT ? document_own(c->document, f->value) :
		    wording_value(c->state->model, f->spec, f->value, lang));
}

/* The fields of an entry that a plan shows, and what a change of each is called. */
struct compared {
	const char *name;	/* NULL after the last */
	enum slot slot;
};

static void
compare_fields(struct changes *c, const struct entry *old, const struct entry *now,
    const struct compared *fields)
{
	enum lang lang = document_lang(c->document);
	struct text row = { 0 }, then = { 0 }, is = { 0 };

	for (; fields->name != NULL; fields++) {
		text_clear(&row);
		text_clear(&then);
		text_clear(&is);
		add_values(&then, c, old, fields->slot);
		add_values(&is, c, now, fields->slot);
		if (strcmp(text_string(&then), text_string(&is)) == 0)
			continue;
		plan_id(&row, c->document, now);
		text_addf(&row, "%s: %s", document_own(c->document, entry_text(now,
		    now->kind == KIND_DOEL ? DOEL_TEKST :
		    now->kind == KIND_WERKPUNT ? WERKPUNT_TEKST : NETWERK_NAAM)),
		    label(lang, fields->name));
		add_row(c, text_string(&row), text_string(&then), text_string(&is));
	}
	text_release(&row);
	text_release(&then);
	text_release(&is);
}

/* A goal or an action: new, amended, another stand. */
static void
compare_entry(struct changes *c, const struct entry *old, const struct entry *now)
{
	static const struct compared goal[] = {
		{ "words", DOEL_TEKST }, { "life domain", DOEL_LEEFGEBIED },
		{ "parent goal", DOEL_ONDER }, { "term", DOEL_TERMIJN },
		{ "priority", DOEL_PRIORITEIT }, { "done before", DOEL_STREEFDATUM },
		{ "strengths that help", DOEL_KRACHT }, { NULL, SLOT_NONE }
	}, action[] = {
		{ "words", WERKPUNT_TEKST }, { "goal", WERKPUNT_DOEL },
		{ "done before", WERKPUNT_STREEFDATUM }, { "who", WERKPUNT_WIE },
		{ "what the support worker does", WERKPUNT_INZET }, { NULL, SLOT_NONE }
	};
	enum lang lang = document_lang(c->document);
	struct text what = { 0 }, then = { 0 }, is = { 0 };

	plan_id(&what, c->document, now);
	text_adds(&what, document_own(c->document, entry_text(now,
	    now->kind == KIND_DOEL ? DOEL_TEKST : WERKPUNT_TEKST)));
	if (old == NULL || old->stand == NULL || now->stand == NULL ||
	    old->stand->first != now->stand->first) {
		if (old == NULL)
			text_addf(&is, "%s, ", label(lang, "new"));
		goals_stand(&is, now, lang);
		if (now->stand != NULL && *entry_text(now->stand, STAND_TOELICHTING) != '\0')
			text_addf(&is, "\n%s", document_own(c->document,
			    entry_text(now->stand, STAND_TOELICHTING)));
		if (old != NULL)
			goals_stand(&then, old, lang);
		if (old == NULL || now->stand != NULL)
			add_row(c, text_string(&what), text_string(&then), text_string(&is));
	}
	if (old != NULL)
		compare_fields(c, old, now, now->kind == KIND_DOEL ? goal : action);
	text_release(&what);
	text_release(&then);
	text_release(&is);
}

static void
compare_goals(struct changes *c, const struct fold *old, const struct fold *now)
{
	const struct entry *action;
	struct goals goals;

	goals_read(&goals, now);
	for (size_t i = 0; i < goals.n; i++) {
		compare_entry(c, fold_keyed(old, KIND_DOEL, goals.at[i]->key), goals.at[i]);
		for (action = NULL;
		    (action = goals_next_action(&goals, goals.at[i]->key, action)) != NULL; )
			compare_entry(c, fold_keyed(old, KIND_WERKPUNT, action->key), action);
	}
	goals_release(&goals);
}

static void
compare_scores(struct changes *c, const struct fold *old, const struct fold *now)
{
	enum lang lang = document_lang(c->document);
	const struct model *m = now->model;
	struct text what = { 0 }, then = { 0 }, is = { 0 };

	for (size_t i = 0; i < m->ndomains * m->nscales; i++) {
		const struct model_domain *domain = &m->domains[i / m->nscales];
		const struct model_scale *scale = &m->scales[i % m->nscales];
		const struct score *before = measurements_of(old, domain->code, scale->code).latest;
		const struct score *after = measurements_of(now, domain->code, scale->code).latest;

		if (after == NULL || (before != NULL && before->value == after->value))
			continue;
		text_clear(&what);
		text_clear(&then);
		text_clear(&is);
		text_adds(&what, model_text(&domain->name, lang));
		if (m->nscales > 1)
			text_addf(&what, " (%s)", model_text(&scale->name, lang));
		if (before != NULL)
			scores_add(&then, scale, before->value, lang);
		scores_add(&is, scale, after->value, lang);
		add_row(c, text_string(&what), text_string(&then), text_string(&is));
	}
	text_release(&what);
	text_release(&then);
	text_release(&is);
}

/* Whether the fold holds that entry, known by its first record. */
static bool
holds(const struct fold *s, const struct entry *wanted)
{
	const struct entry *e;

	for (e = s->first[wanted->kind]; e != NULL; e = e->next)
		if (e->first == wanted->first)
			return true;
	return false;
}

static void
compare_added(struct changes *c, const struct fold *old, const struct fold *now, enum kind kind,
    enum slot slot, const char *what)
{
	const struct entry *e;

	for (e = now->first[kind]; e != NULL; e = e->next)
		if (!holds(old, e))
			add_row(c, what, "", document_own(c->document, entry_text(e, slot)));
}

/* Who came into the network, and what those who were in it give or receive otherwise. */
static void
compare_network(struct changes *c, const struct fold *old, const struct fold *now)
{
	static const struct compared fields[] = {
		{ "relation", NETWERK_RELATIE }, { "gives", NETWERK_GEEFT },
		{ "receives", NETWERK_KRIJGT }, { NULL, SLOT_NONE }
	};
	const struct entry *e, *before;

	compare_added(c, old, now, KIND_NETWERK, NETWERK_NAAM,
	    label(document_lang(c->document), "Network"));
	for (e = now->first[KIND_NETWERK]; e != NULL; e = e->next)
		if ((before = fold_keyed(old, KIND_NETWERK, e->key)) != NULL)
			compare_fields(c, before, e, fields);
}

/* Writes what changed between the two folds. Returns whether anything did. */
static bool
write_changes(struct document *d, const struct fold *old, const struct fold *now, const char *title)
{
	enum lang lang = document_lang(d);
	const struct document_column columns[] = {
		{ label(lang, "What"), 5, false }, { label(lang, "Then"), 3, false },
		{ label(lang, "Now"), 5, false }
	};
	struct changes c = { d, columns, title, now, false };

	compare_goals(&c, old, now);
	compare_scores(&c, old, now);
	compare_added(&c, old, now, KIND_KRACHT, KRACHT_TEKST, label(lang, "Strength"));
	compare_network(&c, old, now);
	if (c.open)
		document_table_end(d);
	return c.open;
}

/* The day of the trajectory's last evaluation before that day, or DATE_NONE. */
static date
evaluation_before(const struct fold *s, date before)
{
	const struct entry *e;
	date last = DATE_NONE;

	for (e = s->first[KIND_EVALUATIE]; e != NULL; e = e->next)
		if (fold_current(s, e) && e->op < before && e->op > last)
			last = e->op;
	return last;
}

void
plan_change_view(struct document *d, const struct fold *s)
{
	enum lang lang = document_lang(d);
	date last = evaluation_before(s, s->at + 1), before;
	struct fold old = { 0 }, now = { 0 };
	struct text title = { 0 };
	char day[LABEL_DATE_SIZE];

	if (last == DATE_NONE)
		return;
	before = evaluation_before(s, last);
	text_addf(&title, "%s %s", label(lang, "Changed since the talk of"),
	    label_date(lang, last, day));
	if (fold_day(&now, s->dossier, s->model, last, s->known) &&
	    !write_changes(d, &now, s, text_string(&title))) {
		document_heading(d, 3, text_string(&title));
		document_paragraph(d, label(lang, "Nothing has changed since."));
		text_clear(&title);
		text_addf(&title, "%s %s", label(lang, "Changed between the talks of"),
		    label_date(lang, before, day));
		text_addf(&title, " %s %s", label(lang, "and"), label_date(lang, last, day));
		if (before != DATE_NONE && fold_day(&old, s->dossier, s->model, before, s->known))
			write_changes(d, &old, &now, text_string(&title));
	}
	text_release(&title);
	fold_release(&old);
	fold_release(&now);
}

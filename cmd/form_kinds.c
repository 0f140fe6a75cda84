/* SPDX-License-Identifier: ISC */
#include "form.h"

#include <string.h>

#include "arrangement.h"
#include "goals.h"

enum { EMPTY_ONES = 2 };	/* empty records of a kind in a form, where one would be few */

/* The first entry of a kind, or NULL. */
static const struct entry *
first(const struct form *f, enum kind kind)
{
	return f->state == NULL ? NULL : f->state->first[kind];
}

static void
form_domains(struct form *f)
{
	const struct model *m = f->call->model;

	for (size_t i = 0; i < m->ndomains; i++) {
		const struct model_domain *d = &m->domains[i];
		const struct form_value given[] = { { LEEFGEBIED_LEEFGEBIED, d->code }, { 0 } };
		struct text t = { 0 };

		text_adds(&t, model_text(&d->name, f->call->lang));
		for (size_t j = 0; j < d->aspects.n; j++)
			text_addf(&t, "%s%s", j == 0 ? ": " : ", ",
			    model_text(&d->aspects.at[j], f->call->lang));
		form_comment(f, text_string(&t));
		text_release(&t);
		form_ask(f, &d->questions);
		form_record(f, KIND_LEEFGEBIED, f->state == NULL ? NULL :
		    fold_keyed(f->state, KIND_LEEFGEBIED, d->code), given, 0);
	}
}

/* The strengths that are there. */
static void
form_known(struct form *f)
{
	date on = cmdline_op(f->call);

	for (const struct entry *e = entry_there(first(f, KIND_KRACHT), on); e != NULL;
	    e = entry_there(e->next, on))
		form_say(f, "Known: %s, %s: %s", entry_text(e, KRACHT_LEEFGEBIED),
		    entry_text(e, KRACHT_SOORT), entry_text(e, KRACHT_TEKST));
}

static void
form_strengths(struct form *f)
{
	const struct model *m = f->call->model;

	form_say(f, "Strengths of the client, on whatever life domain.");
	form_known(f);
	text_addc(f->to, '\n');
	for (size_t i = 0; i < m->nstrengths; i++) {
		const struct form_value given[] = { { KRACHT_SOORT, m->strengths[i].code }, { 0 } };

		form_comment(f, model_text(&m->strengths[i].name, f->call->lang));
		form_ask(f, &m->strengths[i].questions);
		form_record(f, KIND_KRACHT, NULL, given, 0);
	}
}

static void
form_network(struct form *f)
{
	const struct entry *e;

	form_say(f, "People around the client: what they give, and what they receive.");
	text_addc(f->to, '\n');
	for (e = entry_there(first(f, KIND_NETWERK), cmdline_op(f->call)); e != NULL;
	    e = entry_there(e->next, cmdline_op(f->call)))
		form_record(f, KIND_NETWERK, e, NULL, 0);
	for (int i = 0; i < EMPTY_ONES; i++) {
		form_say(f, "A new person.");
		form_record(f, KIND_NETWERK, NULL, NULL, 0);
	}
}

/* What the support worker may bring to an action. */
static void
form_brought(struct form *f)
{
	const struct model_worker *w = form_worker(f->call, f->state);

	for (size_t i = 0; w != NULL && i < w->nstrengths; i++)
		form_say(f, "%s brings: %s", w->name, w->strengths[i]);
}

static void
form_actions(struct form *f, const struct goals *goals, const char *goal, int empty)
{
	const struct form_value given[] = { { WERKPUNT_DOEL, goal }, { 0 } };
	const struct entry *e = NULL;

	while (goal[0] != '\0' && (e = goals_next_action(goals, goal, e)) != NULL)
		form_record(f, KIND_WERKPUNT, e, NULL, 0);
	while (empty-- > 0) {
		form_say(f, "A new action.");
		form_record(f, KIND_WERKPUNT, NULL, given, 0);
	}
}

void
form_plan(struct form *f, bool goals, bool actions)
{
	struct goals plan = { 0 };

	if (f->state != NULL)
		goals_read(&plan, f->state);
	if (goals) {
		form_say(f, "Goals: what the client wants, in the client's own words. Leave Doel "
		    "empty for a new goal; it gets the next number.");
		form_questions(f, KIND_DOEL);
		form_known(f);
	}
	if (actions) {
		form_say(f, "Actions: by which steps. Leave Werkpunt empty for a new one; "
		    "without Doel it belongs to the goal above it.");
		form_brought(f);
	}
	text_addc(f->to, '\n');
	for (size_t i = 0; i < plan.n; i++) {
		const struct entry *e = plan.at[i];

		if (goals)
			form_record(f, KIND_DOEL, e, NULL, 0);
		else
			form_say(f, "Goal %s: %s", e->key, entry_text(e, DOEL_TEKST));
		if (actions)
			form_actions(f, &plan, e->key, entry_finished(e) ? 0 : 1);
	}
	for (int i = 0; i < EMPTY_ONES; i++) {
		if (goals) {
			form_say(f, "A new goal.");
			form_record(f, KIND_DOEL, NULL, NULL, 0);
		}
		if (actions && (goals || f->state == NULL))
			form_actions(f, &plan, "", 1);
	}
	goals_release(&plan);
}

/* A set of slots. */
static uint64_t
only(enum slot a, enum slot b, enum slot c)
{
	return (uint64_t)1 << a | (uint64_t)1 << b | (uint64_t)1 << c;
}

/* A stand of the goal or action that the slot names. */
static void
form_stand(struct form *f, enum slot slot, const char *id)
{
	const struct form_value given[] = { { slot, id }, { 0 } };

	form_record(f, KIND_STAND, NULL, given, (uint64_t)1 << slot | only(STAND_STAND, STAND_SCORE,
	    STAND_TOELICHTING));
}

/* What there is to know of a goal or action when its next stand is filled in. */
static void
stand_now(struct form *f, const struct entry *e)
{
	bool goal = e->kind == KIND_DOEL;
	const char *by = entry_text(e, goal ? DOEL_STREEFDATUM : WERKPUNT_STREEFDATUM);

	form_say(f, goal ? "Goal %s: %s" : "Action %s: %s", e->key,
	    entry_text(e, goal ? DOEL_TEKST : WERKPUNT_TEKST));
	if (by[0] != '\0')
		form_say(f, "target date %s", by);
	if (e->stand == NULL)
		form_say(f, "now: %s", entry_stand(e));
	else if (entry_code(e->stand, STAND_SCORE) != FIELD_UNTYPED)
		form_say(f, "now: %s, score %ld, since %s", entry_stand(e),
		    (long)entry_code(e->stand, STAND_SCORE), entry_text(e->stand, SLOT_OP));
	else
		form_say(f, "now: %s, since %s", entry_stand(e), entry_text(e->stand, SLOT_OP));
}

void
form_stands(struct form *f)
{
	const struct entry *action;
	struct goals plan = { 0 };

	form_say(f, "How each goal and action stands: open, bezig, behaald, deels or gestopt; "
	    "a goal may have a score, -2 (much less than expected) ... 2 (much better).");
	form_questions(f, KIND_STAND);
	text_addc(f->to, '\n');
	if (f->state == NULL) {
		form_stand(f, STAND_DOEL, "");
		form_stand(f, STAND_WERKPUNT, "");
		return;
	}
	goals_read(&plan, f->state);
	for (size_t i = 0; i < plan.open; i++) {
		const struct entry *goal = plan.at[i];

		stand_now(f, goal);
		form_stand(f, STAND_DOEL, goal->key);
		for (action = NULL;
		    (action = goals_next_action(&plan, goal->key, action)) != NULL; )
			if (!entry_finished(action)) {
				stand_now(f, action);
				form_stand(f, STAND_WERKPUNT, action->key);
			}
	}
	goals_release(&plan);
}

static void
form_agreements(struct form *f)
{
	const struct form_value given[] = { { AKKOORD_WIE, AKKOORD_WIE_words[AKKOORD_WIE_CLIENT] },
	    { 0 } };
	const struct entry *e;

	form_say(f, "Agreement or refusal.");
	for (e = first(f, KIND_AKKOORD); e != NULL; e = e->next)
		if (!e->superseded) {
			const char *with = entry_text(e, AKKOORD_MET);

			form_say(f, "%s%s%s, %s: %s, %s", entry_text(e, AKKOORD_WAAROP),
			    with[0] != '\0' ? " " : "", with,
			    entry_text(e, AKKOORD_WIE), entry_text(e, AKKOORD_AKKOORD),
			    entry_text(e, SLOT_OP));
		}
	for (const struct entry *a = first(f, KIND_AKKOORD); a != NULL; a = a->next)
		for (const struct field *v = entry_at(a, AKKOORD_AFSPRAAK); v != NULL;
		    v = field_next(v))
			if (arrangement_stands(f->state, a, v->value, cmdline_op(f->call)))
				form_say(f, "Afspraak that stands (%s, %s): %s",
				    entry_text(a, AKKOORD_WIE), entry_text(a, AKKOORD_WAAROP),
				    v->value);
	form_record(f, KIND_AKKOORD, NULL, given, 0);
}

static void
form_evaluation(struct form *f)
{
	const struct entry *e = f->state == NULL ? NULL :
	    fold_last(f->state, KIND_EVALUATIE, false);

	form_say(f, "Evaluation: looking back together, and deciding.");
	if (e != NULL)
		form_say(f, "The last evaluation: %s, decision %s.", entry_text(e, SLOT_OP),
		    entry_text(e, EVALUATIE_BESLUIT));
	form_questions(f, KIND_EVALUATIE);
	form_record(f, KIND_EVALUATIE, NULL, NULL, 0);
}

/* A note may be about goals: those that are not finished. */
static void
form_note(struct form *f)
{
	struct goals plan = { 0 };

	form_comment(f, label(f->call->lang, schema_kinds[KIND_NOTITIE].help));
	if (f->state != NULL)
		goals_read(&plan, f->state);
	for (size_t i = 0; i < plan.open; i++)
		form_say(f, "Goal %s: %s", plan.at[i]->key, entry_text(plan.at[i], DOEL_TEKST));
	goals_release(&plan);
	form_questions(f, KIND_NOTITIE);
	form_record(f, KIND_NOTITIE, NULL, NULL, 0);
}

void
form_scores(struct form *f)
{
	const struct model *m = f->call->model;

	form_say(f, "A new measurement of the life domains, where there is reason to.");
	for (size_t i = 0; i < m->ndomains; i++) {
		const struct form_value given[] = { { LEEFGEBIED_LEEFGEBIED, m->domains[i].code },
		    { 0 } };

		form_record(f, KIND_LEEFGEBIED,
		    f->state == NULL ? NULL : fold_keyed(f->state, KIND_LEEFGEBIED,
		    m->domains[i].code), given, only(LEEFGEBIED_LEEFGEBIED, LEEFGEBIED_SCORE,
		    LEEFGEBIED_SCHAAL));
	}
}

void
form_records(struct form *f, enum kind kind)
{
	switch (kind) {
	case KIND_LEEFGEBIED: form_domains(f); break;
	case KIND_KRACHT: form_strengths(f); break;
	case KIND_NETWERK: form_network(f); break;
	case KIND_DOEL: form_plan(f, true, false); break;
	case KIND_WERKPUNT: form_plan(f, false, true); break;
	case KIND_STAND: form_stands(f); break;
	case KIND_AKKOORD: form_agreements(f); break;
	case KIND_EVALUATIE: form_evaluation(f); break;
	case KIND_NOTITIE: form_note(f); break;
	default:
		form_comment(f, kind < KIND_OWN ? label(f->call->lang, schema_kinds[kind].help) :
		    f->call->lang == LANG_NL ? schema_kinds[kind].nl : schema_kinds[kind].en);
		form_questions(f, kind);
		if (kind != KIND_CLIENT && schema_kinds[kind].amends && f->state != NULL)
			for (const struct entry *e = f->state->first[kind]; e != NULL; e = e->next)
				form_record(f, kind, e, NULL, 0);
		form_record(f, kind, f->state != NULL && kind == KIND_CLIENT ? f->state->client :
		    NULL, NULL, 0);
	}
}

bool
form_gives(enum kind kind, enum slot slot)
{
	static const uint64_t given[KINDS] = {
		[KIND_LEEFGEBIED] = (uint64_t)1 << LEEFGEBIED_LEEFGEBIED | (uint64_t)1 <<
		    LEEFGEBIED_SCHAAL,
		[KIND_KRACHT] = (uint64_t)1 << KRACHT_SOORT,
		[KIND_DOEL] = (uint64_t)1 << DOEL_DOEL,
		[KIND_WERKPUNT] = (uint64_t)1 << WERKPUNT_WERKPUNT | (uint64_t)1 << WERKPUNT_DOEL,
		[KIND_STAND] = (uint64_t)1 << STAND_DOEL | (uint64_t)1 << STAND_WERKPUNT,
		[KIND_AKKOORD] = (uint64_t)1 << AKKOORD_WIE,
	};

	return slot == SLOT_OP || slot == SLOT_DOOR ||
	    (slot != SLOT_NONE && given[kind] >> slot & 1);
}

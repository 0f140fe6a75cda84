#include "form.h"

#include <string.h>

#include "arrangement.h"
#include "goals.h"

enum { EMPTY_ONES = 2 };	/* empty records of a kind in a form, where one would be few */

static void
form_domains(struct form *f)
{
	const struct model *m = f->call->model;

	for (size_t i = 0; i < m->ndomains; i++) {
		const struct model_domain *d = &m->domains[i];
		const struct form_value given[] = { { "Leefgebied", d->code }, { NULL, NULL } };
		struct text t = { 0 };

		text_adds(&t, model_text(&d->name, f->call->lang));
		for (size_t j = 0; j < d->aspects.n; j++)
			text_addf(&t, "%s%s", j == 0 ? ": " : ", ", model_text(&d->aspects.at[j], f->call->lang));
		form_comment(f, text_string(&t));
		text_release(&t);
		form_ask(f, &d->questions);
		form_record(f, "leefgebied", f->state == NULL ? NULL : state_find(f->state, "leefgebied", d->code),
		    given, NULL);
	}
}

static void
form_strengths(struct form *f)
{
	const struct model *m = f->call->model;
	const struct entry *e;

	form_say(f, "Strengths of the client, on whatever life domain.");
	for (size_t i = 0; f->state != NULL && (e = state_next(f->state, "kracht", &i)) != NULL; )
		form_say(f, "Known: %s, %s: %s", entry_value(e, "Leefgebied"), entry_value(e, "Soort"), entry_value(e, "Tekst"));
	text_addc(f->to, '\n');
	for (size_t i = 0; i < m->nstrengths; i++) {
		const struct form_value given[] = { { "Soort", m->strengths[i].code }, { NULL, NULL } };

		form_comment(f, model_text(&m->strengths[i].name, f->call->lang));
		form_ask(f, &m->strengths[i].questions);
		form_record(f, "kracht", NULL, given, NULL);
	}
}

static void
form_network(struct form *f)
{
	const struct entry *e;

	form_say(f, "People around the client: what they give, and what they receive.");
	text_addc(f->to, '\n');
	for (size_t i = 0; f->state != NULL && (e = state_next(f->state, "netwerk", &i)) != NULL; )
		form_record(f, "netwerk", e, NULL, NULL);
	for (int i = 0; i < EMPTY_ONES; i++) {
		form_say(f, "A new person.");
		form_record(f, "netwerk", NULL, NULL, NULL);
	}
}

static void
form_actions(struct form *f, const char *goal, int empty)
{
	const struct form_value given[] = { { "Doel", goal }, { NULL, NULL } };
	const struct entry *e = NULL;

	while (goal[0] != '\0' && (e = goals_next_action(f->state, goal, e)) != NULL)
		form_record(f, "werkpunt", e, NULL, NULL);
	while (empty-- > 0) {
		form_say(f, "A new action.");
		form_record(f, "werkpunt", NULL, given, NULL);
	}
}

void
form_plan(struct form *f, bool goals, bool actions)
{
	struct goals plan = { 0 };

	if (f->state != NULL)
		goals_read(&plan, f->state);
	if (goals) {
		form_say(f, "Goals: what the client wants, in the client's own words. Leave Doel empty for a new goal; it gets "
		    "the next number.");
		form_questions(f, "doel");
	}
	if (actions)
		form_say(f, "Actions: by which steps. Leave Werkpunt empty for a new one; without Doel it belongs to the goal "
		    "above it.");
	text_addc(f->to, '\n');
	for (size_t i = 0; i < plan.n; i++) {
		const struct entry *e = plan.at[i];

		if (goals)
			form_record(f, "doel", e, NULL, NULL);
		else
			form_say(f, "Goal %s: %s", e->key, entry_value(e, "Tekst"));
		if (actions)
			form_actions(f, e->key, entry_finished(e) ? 0 : 1);
	}
	goals_release(&plan);
	for (int i = 0; i < EMPTY_ONES; i++) {
		if (goals) {
			form_say(f, "A new goal.");
			form_record(f, "doel", NULL, NULL, NULL);
		}
		if (actions && (goals || f->state == NULL))
			form_actions(f, "", 1);
	}
}

static void
form_stand(struct form *f, const char *field, const char *id)
{
	const struct form_value given[] = { { field, id }, { NULL, NULL } };
	const char *const only[] = { field, "Stand", "Score", "Toelichting", NULL };

	form_record(f, "stand", NULL, given, only);
}

/* What there is to know of a goal or action when its next stand is filled in. */
static void
stand_now(struct form *f, const struct entry *e, const char *field)
{
	long score;

	form_say(f, strcmp(field, "Doel") == 0 ? "Goal %s: %s" : "Action %s: %s", e->key, entry_value(e, "Tekst"));
	if (entry_value(e, "Streefdatum")[0] != '\0')
		form_say(f, "target date %s", entry_value(e, "Streefdatum"));
	if (e->stand == NULL)
		form_say(f, "now: %s", entry_stand(e));
	else if (entry_number(e->stand, "Score", &score))
		form_say(f, "now: %s, score %ld, since %s", entry_stand(e), score, entry_value(e->stand, "Op"));
	else
		form_say(f, "now: %s, since %s", entry_stand(e), entry_value(e->stand, "Op"));
}

void
form_stands(struct form *f)
{
	const struct entry *action;
	struct goals plan = { 0 };

	form_say(f, "How each goal and action stands: open, bezig, behaald, deels or gestopt; a goal may have a score, "
	    "-2 (much less than hoped) ... 2 (much more).");
	form_questions(f, "stand");
	text_addc(f->to, '\n');
	if (f->state == NULL) {
		form_stand(f, "Doel", "");
		form_stand(f, "Werkpunt", "");
		return;
	}
	goals_read(&plan, f->state);
	for (size_t i = 0; i < plan.open; i++) {
		const struct entry *goal = plan.at[i];

		stand_now(f, goal, "Doel");
		form_stand(f, "Doel", goal->key);
		for (action = NULL; (action = goals_next_action(f->state, goal->key, action)) != NULL; )
			if (!entry_finished(action)) {
				stand_now(f, action, "Werkpunt");
				form_stand(f, "Werkpunt", action->key);
			}
	}
	goals_release(&plan);
}

static void
form_agreements(struct form *f)
{
	const struct form_value given[] = { { "Wie", "client" }, { NULL, NULL } };
	const struct entry *e;

	form_say(f, "Agreement or refusal.");
	for (size_t i = 0; f->state != NULL && (e = state_next(f->state, "akkoord", &i)) != NULL; )
		if (!e->superseded) {
			const char *with = entry_value(e, "Met");

			form_say(f, "%s%s%s, %s: %s, %s", entry_value(e, "Waarop"), with[0] != '\0' ? " " : "", with,
			    entry_value(e, "Wie"), entry_value(e, "Akkoord"), entry_value(e, "Op"));
		}
	for (const struct entry *a = f->state == NULL ? NULL : f->state->first[KIND_AKKOORD]; a != NULL; a = a->next)
		for (const struct field *v = entry_at(a, AKKOORD_AFSPRAAK); v != NULL; v = field_next(v))
			if (arrangement_stands(f->state, a, v->value, call_op(f->call)))
				form_say(f, "Afspraak that stands (%s, %s): %s", entry_text(a, AKKOORD_WIE),
				    entry_text(a, AKKOORD_WAAROP), v->value);
	form_record(f, "akkoord", NULL, given, NULL);
}

static void
form_evaluation(struct form *f)
{
	const struct entry *e = f->state == NULL ? NULL : state_latest(f->state, "evaluatie", false);

	form_say(f, "Evaluation: looking back together, and deciding.");
	if (e != NULL)
		form_say(f, "The last evaluation: %s, decision %s.", entry_value(e, "Op"), entry_value(e, "Besluit"));
	form_questions(f, "evaluatie");
	form_record(f, "evaluatie", NULL, NULL, NULL);
}

void
form_scores(struct form *f)
{
	const char *const only[] = { "Leefgebied", "Score", "Schaal", NULL };
	const struct model *m = f->call->model;

	form_say(f, "A new measurement of the life domains, where there is reason to.");
	for (size_t i = 0; i < m->ndomains; i++) {
		const struct form_value given[] = { { "Leefgebied", m->domains[i].code }, { NULL, NULL } };

		form_record(f, "leefgebied",
		    f->state == NULL ? NULL : state_find(f->state, "leefgebied", m->domains[i].code), given, only);
	}
}

void
form_records(struct form *f, const char *kind)
{
	if (strcmp(kind, "leefgebied") == 0)
		form_domains(f);
	else if (strcmp(kind, "kracht") == 0)
		form_strengths(f);
	else if (strcmp(kind, "netwerk") == 0)
		form_network(f);
	else if (strcmp(kind, "doel") == 0)
		form_plan(f, true, false);
	else if (strcmp(kind, "werkpunt") == 0)
		form_plan(f, false, true);
	else if (strcmp(kind, "stand") == 0)
		form_stands(f);
	else if (strcmp(kind, "akkoord") == 0)
		form_agreements(f);
	else if (strcmp(kind, "evaluatie") == 0)
		form_evaluation(f);
	else {
		form_comment(f, label(f->call->lang, schema_kind(kind)->help));
		form_questions(f, kind);
		form_record(f, kind, f->state != NULL && strcmp(kind, "client") == 0 ? f->state->client : NULL, NULL, NULL);
	}
}

bool
form_gives(const struct schema_kind *kind, const char *field)
{
	static const struct {
		const char *kind, *field;
	} given[] = {
		{ "leefgebied", "Leefgebied" }, { "leefgebied", "Schaal" }, { "kracht", "Soort" }, { "doel", "Doel" },
		{ "werkpunt", "Werkpunt" }, { "werkpunt", "Doel" }, { "stand", "Doel" }, { "stand", "Werkpunt" },
		{ "akkoord", "Wie" },
	};

	if (strcmp(field, "Op") == 0)
		return true;
	for (size_t i = 0; i < sizeof given / sizeof given[0]; i++)
		if (strcmp(given[i].kind, kind->name) == 0 && strcmp(given[i].field, field) == 0)
			return true;
	return false;
}

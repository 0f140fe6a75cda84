#include "model_check.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "memory.h"
#include "schema.h"
#include "text.h"
#include "validity.h"

static bool
is(const char *a, const char *b)
{
	return a != NULL && b != NULL && strcmp(a, b) == 0;
}

/* Of client and intake one record counts, so that a field that does not repeat has one value. */
static bool
one_value(const struct condition *c)
{
	const struct schema_field *f = c->field == NULL ? NULL : schema_field(c->kind, c->field);

	return (is(c->kind->name, "client") || is(c->kind->name, "intake")) && f != NULL && !(f->flags & FIELD_REPEATS);
}

/* The most that a condition can ever count. */
static long
most(const struct condition *c, const struct model *m)
{
	const char *kind = c->kind->name;
	const struct schema_field *f = c->field == NULL ? NULL : schema_field(c->kind, c->field);
	bool single = c->field == NULL || (f != NULL && !(f->flags & FIELD_REPEATS));

	if (!single)
		return LONG_MAX;
	if (is(kind, "client") || is(kind, "intake"))
		return 1;
	if (c->value != NULL && f != NULL && f->flags & FIELD_KEY)
		return 1;
	if (is(kind, "leefgebied"))
		return c->per == PER_LEEFGEBIED ? 1 : (long)m->ndomains;
	if (is(kind, "doel") && c->per == PER_DOEL)
		return 1;
	return LONG_MAX;
}

static bool
on_some_scale(const struct model *m, const char *score)
{
	long number;

	for (size_t i = 0; schema_number(score, &number) && i < m->nscales; i++)
		if (number >= m->scales[i].min && number <= m->scales[i].max)
			return true;
	return false;
}

/* Whether a record that counts can hold the value; the reason when not. */
static bool
value_possible(const struct condition *c, const struct model *m, struct text *why)
{
	const struct schema_field *f = schema_field(c->kind, c->field);
	const char *kind = c->kind->name;

	if (f == NULL || c->value == NULL)
		return true;
	if (!valid_value(f, c->value, why) || !valid_reference(f, c->value, m, why))
		return false;
	if (f->ref == REF_FASE && !is(model_phase(m, c->value)->code, c->value))
		text_addf(why, _("\"%s\" is an alias; expected the code \"%s\""), c->value, model_phase(m, c->value)->code);
	else if (is(kind, "leefgebied") && is(c->field, "Score") && !on_some_scale(m, c->value))
		text_addf(why, _("\"%s\" is a score of no scale"), c->value);
	else if (is(kind, "akkoord") && is(c->field, "Akkoord") && is(c->value, "nee"))
		text_adds(why, _("only an agreement that says \"ja\" counts"));
	else if (is(kind, "intake") && is(c->field, "Besluit") && !is(c->value, "geplaatst") && !is(c->value, "wachtlijst"))
		text_addf(why, _("the decision \"%s\" ends the trajectory; expected geplaatst or wachtlijst"), c->value);
	return why->len == 0;
}

static bool
possible(const struct condition *c, const struct model *m, struct text *why)
{
	if (is(c->kind->name, "uitstroom"))
		text_adds(why, _("an outflow ends the trajectory, so there is no phase left to leave"));
	else if (is(c->kind->name, "kracht") && m->nstrengths == 0)
		text_adds(why, _("the model has no krachtsoort, so there are no strengths"));
	else if (is(c->kind->name, "leefgebied") && is(c->field, "Score") && m->nscales == 0)
		text_adds(why, _("the model has no schaal, so there are no scores"));
	else if (c->field != NULL && !value_possible(c, m, why))
		return false;
	else if (c->count > most(c, m))
		text_addf(why, _("there are never more than %ld"), most(c, m));
	return why->len == 0;
}

static void
check_conditions(const struct model *m, const struct model_phase *p, struct problems *problems)
{
	for (size_t i = 0; i < p->nconditions; i++) {
		const struct condition *c = &p->conditions[i];
		struct text why = { 0 };

		if (!possible(c, m, &why))
			problems_add(problems, PROBLEM_ERROR, "model", m->file, c->line, "Eist", _("can never hold: %s"), text_string(&why));
		text_release(&why);
		for (size_t j = 0; j < i; j++) {
			const struct condition *other = &p->conditions[j];

			if (is(c->source, other->source))
				problems_add(problems, PROBLEM_ERROR, "model", m->file, c->line, "Eist",
				    _("stands on line %ld already"), other->line);
			else if (one_value(c) && c->kind == other->kind && is(c->field, other->field) && c->value != NULL &&
			    other->value != NULL && !is(c->value, other->value))
				problems_add(problems, PROBLEM_ERROR, "model", m->file, c->line, "Eist",
				    _("can never hold together with line %ld: %s has one value"), other->line, c->field);
		}
	}
}

static void
check_next(const struct model *m, const struct model_phase *p, struct problems *problems)
{
	for (size_t i = 0; i < p->nnext; i++)
		for (size_t j = 0; j < i; j++)
			if (is(p->next[i].besluit, p->next[j].besluit) && p->next[i].phase == p->next[j].phase)
				problems_add(problems, PROBLEM_ERROR, "model", m->file, p->next[i].line, "Na",
				    _("stands on line %ld already"), p->next[j].line);
}

/* A person names a phase by code, alias or number, whatever the case: each must lead to it. */
static void
check_names(const struct model *m, const struct model_phase *p, struct problems *problems)
{
	long number;

	for (size_t i = 0; i <= p->naliases; i++) {
		const char *name = i == 0 ? p->code : p->aliases[i - 1], *field = i == 0 ? "Code" : "Alias";

		if (model_phase_named(m, name) != p || (schema_number(name, &number) && number >= 1 &&
		    (size_t)number <= m->nphases && &m->phases[number - 1] != p))
			problems_add(problems, PROBLEM_ERROR, "model", m->file, p->line, field,
			    _("\"%s\" names another phase too, small and capital letters being the same"), name);
	}
}

/* Marks what can be entered from this phase; true when something is new. */
static bool
reach_from(const struct model *m, size_t phase, bool *reached)
{
	const struct model_phase *p = &m->phases[phase];
	bool more = false;

	for (size_t i = 0; i < p->nnext; i++) {
		more = more || !reached[p->next[i].phase];
		reached[p->next[i].phase] = true;
	}
	if (p->nnext == 0 && phase + 1 < m->nphases) {
		more = more || !reached[phase + 1];
		reached[phase + 1] = true;
	}
	return more;
}

static void
check_reach(const struct model *m, struct problems *problems)
{
	bool *reached = memory_new(m->nphases, sizeof *reached), more = true;

	reached[0] = true;
	while (more) {
		more = false;
		for (size_t i = 0; i < m->nphases; i++)
			if (reached[i] && reach_from(m, i, reached))
				more = true;
	}
	for (size_t i = 0; i < m->nphases; i++)
		if (!reached[i])
			problems_add(problems, PROBLEM_ERROR, "model", m->file, m->phases[i].line, "Code",
			    _("the phase \"%s\" is never reached: no Na leads to it, and it does not follow a phase without Na"),
			    m->phases[i].code);
	free(reached);
}

void
model_check(const struct model *m, struct problems *problems)
{
	for (size_t i = 0; i < m->nphases; i++) {
		check_conditions(m, &m->phases[i], problems);
		check_next(m, &m->phases[i], problems);
		check_names(m, &m->phases[i], problems);
	}
	check_reach(m, problems);
	if (m->nreasons == 0)
		problems_add(problems, PROBLEM_ERROR, "model", m->file, 0, NULL,
		    _("no record of kind uitstroomreden; expected one at least, or no dossier can be closed"));
}

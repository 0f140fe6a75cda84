/* SPDX-License-Identifier: ISC */
#include "model_check.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "model_name.h"
#include "schema.h"
#include "spelling.h"
#include "text.h"
#include "validity.h"

static bool
is(const char *a, const char *b)
{
	return a != NULL && b != NULL && strcmp(a, b) == 0;
}

/* The field of ours that the slot is, or NULL for one of the organisation's own. */
static const struct schema_field *
field_in(const struct condition *c, enum slot slot)
{
	return slot == SLOT_NONE ? NULL : schema_slot(c->kind, slot);
}

/* Whether a record holds at most one value of the field. */
static bool
one_value(const struct condition *c, enum slot slot)
{
	const struct schema_field *f = field_in(c, slot);

	return f != NULL && !(f->flags & FIELD_REPEATS);
}

/* Of client and intake one record counts. */
static bool
one_record(const struct condition *c)
{
	return c->kind->id == KIND_CLIENT || c->kind->id == KIND_INTAKE;
}

static long
times(long a, long b)
{
	return a > LONG_MAX / b ? LONG_MAX : a * b;
}

static long
different(const struct condition_ask *ask)
{
	long n = 0;

	for (size_t i = 0, j; i < ask->n; i++) {
		for (j = 0; j < i && !is(ask->values[j], ask->values[i]); j++)
			continue;
		n += j == i;
	}
	return n;
}

/* How many different values of the field the condition allows for. */
static long
choices(const struct condition *c, enum slot slot, long else_)
{
	const struct condition_ask *ask = condition_asks(c, slot);

	return ask == NULL ? else_ : different(ask);
}

/* The latest akkoord counts per Wie, Waarop and Met, and every Afspraak that stands. */
static long
most_agreements(const struct condition *c)
{
	if (condition_names(c, KIND_AKKOORD, AKKOORD_AFSPRAAK))
		return LONG_MAX;
	return times(times(choices(c, AKKOORD_WIE, LONG_MAX), choices(c, AKKOORD_MET, LONG_MAX)),
	    choices(c, AKKOORD_WAAROP, WAAROP_CODES));
}

static long
most_records(const struct condition *c, const struct model *m)
{
	const struct schema_field *key = schema_key(c->kind);

	if (one_record(c) || (c->kind->id == KIND_DOEL && c->per == PER_DOEL) ||
	    (c->kind->id == KIND_LEEFGEBIED && c->per == PER_LEEFGEBIED))
		return 1;
	if (c->kind->id == KIND_AKKOORD)
		return most_agreements(c);
	if (key == NULL)
		return LONG_MAX;
	return choices(c, key->slot, c->kind->id == KIND_LEEFGEBIED ? (long)m->ndomains : LONG_MAX);
}

static long
most_values(const struct condition *c, const struct model *m)
{
	const struct schema_field *f = field_in(c, c->slot);

	if (c->field == NULL || one_value(c, c->slot))
		return 1;
	if (c->valued)
		return different(&c->asks[0]);
	return f != NULL && f->ref == REF_LEEFGEBIED ? (long)m->ndomains : LONG_MAX;
}

/* The most that a condition can ever count. */
static long
most(const struct condition *c, const struct model *m)
{
	return times(most_records(c, m), most_values(c, m));
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
value_possible(const struct condition *c, enum slot slot, const char *value, const struct model *m,
    struct text *why)
{
	const struct schema_field *f = field_in(c, slot);
	enum kind kind = c->kind->id;
	const char *code;
	size_t n;

	if (f == NULL)
		return true;
	if (!valid_value(f, value, why) || !valid_reference(f, value, m, why))
		return false;
	if ((code = spelling_code(f, value, &n)) != NULL)
		text_addf(why, _("\"%s\" is nobody's name; expected the code \"%.*s\""), value,
		    (int)n, code);
	else if (f->ref == REF_FASE && !is(model_phase(m, value)->code, value))
		text_addf(why, _("\"%s\" is an alias; expected the code \"%s\""), value,
		    model_phase(m, value)->code);
	else if (kind == KIND_LEEFGEBIED && slot == LEEFGEBIED_SCORE && !on_some_scale(m, value))
		text_addf(why, _("\"%s\" is a score of no scale"), value);
	else if (kind == KIND_AKKOORD && slot == AKKOORD_AKKOORD && is(value, schema_yes(false)))
		text_adds(why, _("only an agreement that says \"ja\" counts"));
	else if (kind == KIND_INTAKE && slot == INTAKE_BESLUIT &&
	    !is(value, INTAKE_words[INTAKE_GEPLAATST]) &&
	    !is(value, INTAKE_words[INTAKE_WACHTLIJST]))
		text_addf(why,
		    _("the decision \"%s\" ends the trajectory; expected geplaatst or wachtlijst"),
		    value);
	return why->len == 0;
}

static bool
values_possible(const struct condition *c, const struct model *m, struct text *why)
{
	for (size_t i = 0; i < c->nasks; i++)
		for (size_t j = 0; j < c->asks[i].n; j++)
			if (!value_possible(c, c->asks[i].slot, c->asks[i].values[j], m, why))
				return false;
	return true;
}

/* A field of one value of which two things are asked that no value is. */
static const char *
torn_field(const struct condition *a, const struct condition *b)
{
	for (size_t i = 0; i < a->nasks; i++)
		for (size_t j = 0; j < b->nasks; j++) {
			const struct condition_ask *x = &a->asks[i], *y = &b->asks[j];
			bool common = !is(x->field, y->field) || !one_value(a, x->slot);

			for (size_t k = 0; !common && k < x->n; k++)
				common = condition_takes(y, x->values[k]);
			if (!common)
				return x->field;
		}
	return NULL;
}

static bool
possible(const struct condition *c, const struct model *m, struct text *why)
{
	if (c->kind->id == KIND_UITSTROOM)
		text_adds(why,
		    _("an outflow ends the trajectory, so there is no phase left to leave"));
	else if (c->kind->id == KIND_FASE && c->since_phase)
		text_adds(why, _("no fase comes after the latest"));
	else if (c->kind->id == KIND_KRACHT && m->nstrengths == 0)
		text_adds(why, _("the model has no krachtsoort, so there are no strengths"));
	else if (m->nscales == 0 && condition_names(c, KIND_LEEFGEBIED, LEEFGEBIED_SCORE))
		text_adds(why, _("the model has no schaal, so there are no scores"));
	else if (!values_possible(c, m, why))
		return false;
	else if (torn_field(c, c) != NULL)
		text_addf(why, _("%s has one value"), torn_field(c, c));
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
			problems_add(problems, PROBLEM_ERROR, "model", m->file, c->line,
			    model_names[MODEL_EIST], _("can never hold: %s"), text_string(&why));
		text_release(&why);
		for (size_t j = 0; j < i; j++) {
			const struct condition *other = &p->conditions[j];

			if (is(c->source, other->source))
				problems_add(problems, PROBLEM_ERROR, "model", m->file, c->line,
				    model_names[MODEL_EIST], _("stands on line %ld already"),
				    other->line);
			else if (one_record(c) && c->kind == other->kind &&
			    torn_field(c, other) != NULL)
				problems_add(problems, PROBLEM_ERROR, "model", m->file, c->line,
				    model_names[MODEL_EIST],
				    _("can never hold together with line %ld: %s has one value"),
				    other->line, torn_field(c, other));
		}
	}
}

static void
check_next(const struct model *m, const struct model_phase *p, struct problems *problems)
{
	for (size_t i = 0; i < p->nnext; i++)
		for (size_t j = 0; j < i; j++)
			if (is(p->next[i].besluit, p->next[j].besluit) &&
			    p->next[i].phase == p->next[j].phase)
				problems_add(problems, PROBLEM_ERROR, "model", m->file,
				    p->next[i].line, model_names[MODEL_NA],
				    _("stands on line %ld already"), p->next[j].line);
}

/* A person names a phase by code, alias or number, whatever the case: each must lead to it. */
static void
check_names(const struct model *m, const struct model_phase *p, struct problems *problems)
{
	long number;

	for (size_t i = 0; i <= p->naliases; i++) {
		const char *name = i == 0 ? p->code : p->aliases[i - 1],
		*field = i == 0 ? model_names[MODEL_CODE] : model_names[MODEL_ALIAS];

		if (model_phase_named(m, name) != p ||
		    (schema_number(name, &number) && number >= 1 &&
		    (size_t)number <= m->nphases && &m->phases[number - 1] != p))
			problems_add(problems, PROBLEM_ERROR, "model", m->file, p->line, field,
			    _("\"%s\" names another phase too, small and capital "
			    "letters being the same"), name);
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
	bool *reached = alloc_new(m->nphases, sizeof *reached), more = true;

	reached[0] = true;
	while (more) {
		more = false;
		for (size_t i = 0; i < m->nphases; i++)
			if (reached[i] && reach_from(m, i, reached))
				more = true;
	}
	for (size_t i = 0; i < m->nphases; i++)
		if (!reached[i])
			problems_add(problems, PROBLEM_ERROR, "model", m->file, m->phases[i].line,
			    model_names[MODEL_CODE],
			    _("the phase \"%s\" is never reached: no Na leads to it, and it does "
			    "not follow a phase without Na"), m->phases[i].code);
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
		    _("no record of kind uitstroomreden; expected one at least, or "
		    "no dossier can be closed"));
}

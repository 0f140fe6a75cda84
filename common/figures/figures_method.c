#include <string.h>

#include "figures.h"
#include "figures_count.h"
#include "requirement.h"

const char *const figures_principles[] = {
	"leefgebieden", "krachten", "plan-akkoord", "wederkerigheid", "eigen-werkpunten", NULL
};

static bool
all_domains(const struct counting *c)
{
	const struct model *m = c->state->model;
	size_t i;

	for (i = 0; i < m->ndomains; i++)
		if (state_find(c->state, "leefgebied", m->domains[i].code) == NULL)
			return false;
	return true;
}

static bool
strengths_used(const struct counting *c)
{
	const struct entry *e;
	size_t i = 0;

	if (state_next(c->state, "kracht", &i) == NULL)
		return false;
	for (i = 0; (e = count_next(c, "doel", &i)) != NULL; )
		if (entry_value(e, "Kracht")[0] != '\0')
			return true;
	return false;
}

static bool
plan_agreed(const struct counting *c)
{
	const struct entry *e;
	bool agreed = false;

	for (size_t i = 0; (e = count_next(c, "akkoord", &i)) != NULL; )
		if (strcmp(entry_value(e, "Waarop"), "plan") == 0 && (strcmp(entry_value(e, "Wie"), "client") == 0 ||
		    strcmp(entry_value(e, "Wie"), "vertegenwoordiger") == 0))
			agreed = strcmp(entry_value(e, "Akkoord"), "ja") == 0;
	return agreed;
}

static bool
reciprocal(const struct counting *c)
{
	const struct entry *e;
	bool gives = false, receives = false;

	for (size_t i = 0; (e = state_next(c->state, "netwerk", &i)) != NULL; ) {
		gives = gives || entry_value(e, "Geeft")[0] != '\0';
		receives = receives || entry_value(e, "Krijgt")[0] != '\0';
	}
	return gives && receives;
}

static bool
own_actions(const struct counting *c)
{
	const struct entry *e;

	for (size_t i = 0; (e = count_next(c, "werkpunt", &i)) != NULL; ) {
		const char *who = entry_value(e, "Wie");

		if ((strcmp(who, "client") == 0 || strcmp(who, "netwerk") == 0) &&
		    state_find(c->state, "doel", entry_value(e, "Doel")) != NULL)
			return true;
	}
	return false;
}

void
count_principles(const struct counting *c)
{
	static bool (*const holds[])(const struct counting *) = {
		all_domains, strengths_used, plan_agreed, reciprocal, own_actions
	};
	size_t i;

	for (i = 0; figures_principles[i] != NULL; i++)
		if (holds[i](c))
			count(c, MEASURE_PRINCIPLE, figures_principles[i], "", 0);
}

/* Whether an entry of the kind lacks the field. */
static bool
lacks_field(const struct state *s, const char *kind, const char *field)
{
	const struct entry *e;

	for (size_t i = 0; (e = state_next(s, kind, &i)) != NULL; )
		if (entry_value(e, field)[0] == '\0')
			return true;
	return false;
}

/* The last entry of the phase in the trajectory; NULL when it was not entered. */
static const struct entry *
last_entry(const struct counting *c, const struct model_phase *phase)
{
	const struct entry *e, *last = NULL;

	for (size_t i = 0; (e = count_next(c, "fase", &i)) != NULL; )
		if (e->phase == phase)
			last = e;
	return last;
}

void
count_quality(const struct counting *c)
{
	const struct state *s = c->state;
	const char *team = count_or_none(entry_value(s->client, "Team"));
	const struct schema_kind *k;
	const struct schema_field *f;
	struct text name = { 0 };
	size_t i, j;

	count(c, MEASURE_TEAM, team, "", 0);
	for (k = schema_kinds; k->name != NULL; k++)
		for (f = k->fields; f->name != NULL; f++)
			if (f->flags & FIELD_REQUIRED && lacks_field(s, k->name, f->name)) {
				text_clear(&name);
				text_addf(&name, "%s.%s", k->name, f->name);
				count(c, MEASURE_LACK, team, text_string(&name), 0);
			}
	for (i = 0; i < s->model->nphases; i++) {
		const struct model_phase *phase = &s->model->phases[i];
		const struct entry *last = last_entry(c, phase);

		if (last == NULL || s->phase == NULL || s->phase->phase == phase)
			continue;
		for (j = 0; j < phase->nconditions; j++)
			if (!requirement_met(&phase->conditions[j], s, last)) {
				text_clear(&name);
				text_addf(&name, "%s: %s", phase->code, phase->conditions[j].source);
				count(c, MEASURE_LACK, team, text_string(&name), 0);
			}
	}
	text_release(&name);
}

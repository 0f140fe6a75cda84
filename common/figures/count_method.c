#include "counting.h"

#include "requirement.h"

const char *const count_principle_names[] = {
	"leefgebieden", "krachten", "plan-akkoord", "wederkerigheid", "eigen-werkpunten", NULL
};

static bool
all_domains(const struct counting *c)
{
	const struct model *m = c->state->model;
	size_t i;

	for (i = 0; i < m->ndomains; i++)
		if (fold_keyed(c->state, KIND_LEEFGEBIED, m->domains[i].code) == NULL)
			return false;
	return true;
}

static bool
strengths_used(const struct counting *c)
{
	const struct entry *e = count_here(c, c->state->first[KIND_DOEL]);

	if (c->state->first[KIND_KRACHT] == NULL)
		return false;
	while (e != NULL && entry_at(e, DOEL_KRACHT) == NULL)
		e = count_here(c, e->next);
	return e != NULL;
}

static bool
plan_agreed(const struct counting *c)
{
	const struct entry *e;
	bool agreed = false;

	for (e = count_here(c, c->state->first[KIND_AKKOORD]); e != NULL;
	    e = count_here(c, e->next)) {
		int who = entry_code(e, AKKOORD_WIE);

		if (entry_code(e, AKKOORD_WAAROP) == WAAROP_PLAN &&
		    (who == AKKOORD_WIE_CLIENT || who == AKKOORD_WIE_VERTEGENWOORDIGER))
			agreed = entry_code(e, AKKOORD_AKKOORD) == AKKOORD_JA;
	}
	return agreed;
}

static bool
reciprocal(const struct counting *c)
{
	uint64_t held = 0;

	for (const struct entry *e = c->state->first[KIND_NETWERK]; e != NULL; e = e->next)
		held |= e->full;
	return held >> NETWERK_GEEFT & held >> NETWERK_KRIJGT & 1;
}

static bool
own_actions(const struct counting *c)
{
	const struct entry *e;

	for (e = count_here(c, c->state->first[KIND_WERKPUNT]); e != NULL;
	    e = count_here(c, e->next)) {
		int who = entry_code(e, WERKPUNT_WIE);

		if ((who == WIE_CLIENT || who == WIE_NETWERK) &&
		    fold_keyed(c->state, KIND_DOEL, entry_text(e, WERKPUNT_DOEL)) != NULL)
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

	for (i = 0; count_principle_names[i] != NULL; i++)
		if (holds[i](c))
			count_add(c, MEASURE_PRINCIPLE, c->words->principles[i], WORD_NONE, 0);
}

/* The required fields of the kind, as a set. */
static uint64_t
required(const struct schema_kind *k)
{
	uint64_t slots = 0;

	for (const struct schema_field *f = k->fields; f->name != NULL; f++)
		if (f->flags & FIELD_REQUIRED)
			slots |= (uint64_t)1 << f->slot;
	return slots;
}

/* Each required field that an entry of its kind lacks, once. */
static void
count_lacking(const struct counting *c, word_id team)
{
	for (const struct schema_kind *k = schema_kinds; k->name != NULL; k++) {
		uint64_t asked = required(k), lacking = 0;

		for (const struct entry *e = c->state->first[k->id]; e != NULL; e = e->next)
			lacking |= asked & ~e->full;
		for (const struct schema_field *f = k->fields; lacking != 0 && f->name != NULL; f++)
			if (lacking >> f->slot & 1) {
				word_id *w = &c->words->lacks[k->id][f->slot];

				if (*w == WORD_NONE) {
					struct text name = { 0 };

					text_addf(&name, "%s.%s", k->name, f->name);
					*w = tally_word(c->tally, text_string(&name));
					text_release(&name);
				}
				count_add(c, MEASURE_LACK, team, *w, 0);
			}
	}
}

/* The last entry of the phase in the trajectory; NULL when it was not entered. */
static const struct entry *
last_entry(const struct counting *c, const struct model_phase *phase)
{
	const struct entry *e, *last = NULL;

	for (e = count_here(c, c->state->first[KIND_FASE]); e != NULL; e = count_here(c, e->next))
		if (e->phase == phase)
			last = e;
	return last;
}

void
count_quality(const struct counting *c)
{
	const struct fold *s = c->state;
	word_id team = count_word(c, s->client, CLIENT_TEAM);
	size_t i, j, n = 0;

	count_add(c, MEASURE_TEAM, team, WORD_NONE, 0);
	count_lacking(c, team);
	for (i = 0; i < s->model->nphases; n += s->model->phases[i++].nconditions) {
		const struct model_phase *phase = &s->model->phases[i];
		const struct entry *last = last_entry(c, phase);

		if (last == NULL || s->phase == NULL || s->phase->phase == phase)
			continue;
		for (j = 0; j < phase->nconditions; j++)
			if (!requirement_met(&phase->conditions[j], s, last))
				count_add(c, MEASURE_LACK, team, c->words->unmet[n + j], 0);
	}
}

/* SPDX-License-Identifier: ISC */
#include "count.h"
#include "counting.h"

#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "requirement.h"

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
	const struct entry *e = count_first(c, KIND_DOEL);

	if (entry_there(c->state->first[KIND_KRACHT], c->state->at) == NULL)
		return false;
	while (e != NULL && entry_at(e, DOEL_KRACHT) == NULL)
		e = count_next(c, e);
	return e != NULL;
}

static bool
plan_agreed(const struct counting *c)
{
	const struct entry *e;
	bool agreed = false;

	for (e = count_first(c, KIND_AKKOORD); e != NULL;
	    e = count_next(c, e)) {
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

	for (const struct entry *e = entry_there(c->state->first[KIND_NETWERK], c->state->at);
	    e != NULL; e = entry_there(e->next, c->state->at))
		held |= e->full;
	return held >> NETWERK_GEEFT & held >> NETWERK_KRIJGT & 1;
}

static bool
own_actions(const struct counting *c)
{
	const struct entry *e;

	for (e = c->state->first[KIND_WERKPUNT]; e != NULL; e = e->next) {
		int who = entry_code(e, WERKPUNT_WIE);

		if (e->trajectory == c->trajectory &&
		    (who == WIE_CLIENT || who == WIE_NETWERK) &&
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

	for (i = 0; UITGANGSPUNT_words[i] != NULL; i++)
		if (holds[i](c))
			count_add(c, MEASURE_PRINCIPLE, c->words->principles[i], WORD_NONE, 0);
}

/* The required fields of the kind, as a set. */
static uint64_t
required(const struct schema_kind *k)
{
	uint64_t slots = k->needs_op == OP_ASKED ? (uint64_t)1 << SLOT_OP : 0;

	for (const struct schema_field *f = schema_next_required(k, NULL); f != NULL;
	    f = schema_next_required(k, f))
		slots |= (uint64_t)1 << f->slot;
	return slots;
}

struct count_lacks *
count_lacks_new(const struct model *m)
{
	struct count_lacks *l = alloc_new(1, sizeof *l);
	size_t i, j, n = 0;

	for (const struct schema_kind *k = schema_kinds; k->name != NULL; k++)
		l->required[k->id] = required(k);
	for (i = 0; i < m->nphases; i++)
		n += m->phases[i].nconditions;
	l->last = alloc_new(m->nphases, sizeof *l->last);
	l->asked = alloc_new(m->nphases, sizeof *l->asked);
	l->reads = alloc_new(n, sizeof *l->reads);
	l->unmet = alloc_new(n, sizeof *l->unmet);
	for (i = n = 0; i < m->nphases; i++)
		for (j = 0; j < m->phases[i].nconditions; j++, n++) {
			l->reads[n] = requirement_reads(&m->phases[i].conditions[j]);
			l->dated = l->dated || l->reads[n] == UINT32_MAX;
		}
	return l;
}

void
count_lacks_free(struct count_lacks *l)
{
	if (l == NULL)
		return;
	free(l->last);
	free(l->asked);
	free(l->reads);
	free(l->unmet);
	free(l);
}

/* "kind.Field" */
static word_id
lack_word(const struct counting *c, const struct schema_kind *k, const struct schema_field *f)
{
	word_id *w = &c->words->lacks[k->id][f->slot];
	struct text name = { 0 };

	if (*w == WORD_NONE) {
		text_addf(&name, "%s.%s", k->name, f->name);
		*w = tally_word(c->tally, text_string(&name));
		text_release(&name);
	}
	return *w;
}

/* Each required field that an entry of its kind lacks, once. */
static void
count_lacking(const struct counting *c, word_id team)
{
	struct count_lacks *l = c->lacks;

	for (const struct schema_kind *k = schema_kinds; k->name != NULL; k++) {
		uint64_t lacking = 0;

		if (!(c->fresh >> k->id & 1))
			continue;
		for (const struct entry *e = c->state->first[k->id]; e != NULL; e = e->next)
			lacking |= l->required[k->id] & ~e->full;
		l->lacking[k->id] = lacking;
		l->kinds &= ~((uint32_t)1 << k->id);
		l->kinds |= (uint32_t)(lacking != 0) << k->id;
	}
	for (uint32_t kinds = l->kinds; kinds != 0; kinds &= kinds - 1) {
		const struct schema_kind *k = &schema_kinds[__builtin_ctz(kinds)];
		uint64_t lacking = l->lacking[k->id];

		for (enum slot slot = 0; lacking >> slot != 0; slot++) {
			const struct schema_field *f = schema_slot(k, slot);

			if (lacking >> slot & 1 &&
			    schema_asks(f, c->state->trajectories[c->trajectory].begin))
				count_add(c, MEASURE_LACK, team, lack_word(c, k, f), 0);
		}
	}
}

/* The last entry of each phase in the trajectory; NULL when it was not entered. */
static void
find_last(const struct counting *c)
{
	const struct model *m = c->state->model;
	const struct entry *e;

	memset(c->lacks->last, 0, m->nphases * sizeof *c->lacks->last);
	for (e = count_first(c, KIND_FASE); e != NULL; e = count_next(c, e))
		if (e->phase != NULL)
			c->lacks->last[model_phase_index(m, e->phase)] = e;
}

/* The conditions of each phase that was left. */
static void
count_unmet(const struct counting *c, word_id team)
{
	const struct fold *s = c->state;
	struct count_lacks *l = c->lacks;
	size_t n = 0;

	if (c->fresh >> KIND_FASE & 1)
		find_last(c);
	if (c->fresh == UINT32_MAX)	/* another trajectory, or dossier */
		memset(l->asked, 0, s->model->nphases * sizeof *l->asked);
	for (size_t i = 0; i < s->model->nphases; n += s->model->phases[i++].nconditions) {
		const struct model_phase *phase = &s->model->phases[i];
		uint32_t fresh;

		if (l->last[i] == NULL || s->phase == NULL || s->phase->phase == phase ||
		    !model_phase_asks(phase, s->trajectories[c->trajectory].begin))
			continue;
		fresh = l->asked[i] == l->last[i] ? c->fresh : UINT32_MAX;
		l->asked[i] = l->last[i];
		for (size_t j = 0; j < phase->nconditions; j++) {
			if (fresh & l->reads[n + j])
				l->unmet[n + j] = !requirement_met(&phase->conditions[j], s,
				    l->last[i]);
			if (l->unmet[n + j])
				count_add(c, MEASURE_LACK, team, c->words->unmet[n + j], 0);
		}
	}
}

void
count_quality(const struct counting *c)
{
	word_id team = count_word(c, c->state->client, CLIENT_TEAM);

	count_add(c, MEASURE_TEAM, team, WORD_NONE, 0);
	count_lacking(c, team);
	if (c->state->trajectories[c->trajectory].off_scale)
		count_add(c, MEASURE_LACK, team, c->words->off_scale, 0);
	count_unmet(c, team);
}

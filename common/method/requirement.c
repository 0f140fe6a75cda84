/* SPDX-License-Identifier: ISC */
#include "requirement.h"

#include <limits.h>
#include <string.h>

#include "arrangement.h"

/* Whether records of the kind are those of the current trajectory only. */
static bool
by_trajectory(enum kind kind)
{
	return kind != KIND_CLIENT && kind != KIND_NETWERK && kind != KIND_KRACHT &&
	    kind != KIND_LEEFGEBIED;
}

/* Where the fase before stands in the folding order; 0, where the first record is, without one. */
static size_t
fase_before(const struct fold *s, const struct entry *fase)
{
	const struct entry *e = s->first[KIND_FASE];
	size_t order = 0;

	for (; e != NULL && e->order < fase->order; e = e->next)
		order = e->order;
	return order;
}

bool
requirement_since(const struct fold *s, const struct entry *fase, const struct entry *e)
{
	return e->order > fase->order ||
	    (e->op == fase->op && e->kind == KIND_EVALUATIE && e->order > fase_before(s, fase));
}

/* An Afspraak counts while it stands. */
static bool
holds(const struct fold *s, const struct entry *e, enum slot slot, const char *value)
{
	return e->kind != KIND_AKKOORD || slot != AKKOORD_AFSPRAAK ||
	    arrangement_stands(s, e, value, s->at);
}

/* Whether the entry has what is asked of the field: of a repeated one, one value is enough. */
static bool
has(const struct fold *s, const struct entry *e, const struct condition_ask *ask)
{
	const struct field *f = NULL;

	for (size_t i = 0; (f = entry_next(e, ask->slot, ask->field, f, &i)) != NULL; )
		if (condition_takes_field(ask, f) && holds(s, e, ask->slot, f->value))
			return true;
	return false;
}

/* Whether the akkoord counts: the latest, of what is arranged each by which it stands; if ja. */
static bool
agrees(const struct condition *c, const struct entry *e)
{
	return entry_code(e, AKKOORD_AKKOORD) == AKKOORD_JA &&
	    (!e->superseded || condition_names(c, KIND_AKKOORD, AKKOORD_AFSPRAAK));
}

/* Whether the entry is of the current trajectory; what has a key of a model's own, once amended. */
static bool
is_current(const struct fold *s, const struct entry *e)
{
	const struct entry *fase = s->first[KIND_FASE];

	if (fold_current(s, e) || e->kind < KIND_OWN || !e->spec->amends)
		return fold_current(s, e);
	while (fase != NULL && !fold_current(s, fase))
		fase = fase->next;
	return fase != NULL && e->order >= fase->order;
}

static bool
counts(const struct condition *c, const struct fold *s, const struct entry *e,
    const struct entry *since)
{
	if (by_trajectory(e->kind) && !is_current(s, e))
		return false;
	if (e->kind == KIND_AKKOORD && !agrees(c, e))
		return false;
	if (e->kind == KIND_INTAKE && e != fold_last(s, KIND_INTAKE, true))
		return false;
	for (size_t i = 0; i < c->nasks; i++)
		if (!has(s, e, &c->asks[i]))
			return false;
	return !c->since_phase || since == NULL || requirement_since(s, since, e);
}

static bool
about_goal(const struct fold *s, const struct entry *e, enum slot slot, const char *goal)
{
	const struct entry *action;
	const struct field *f;

	if (e->kind == KIND_STAND && entry_at(e, STAND_WERKPUNT) != NULL) {
		action = fold_keyed(s, KIND_WERKPUNT, entry_text(e, STAND_WERKPUNT));
		return action != NULL && strcmp(entry_text(action, WERKPUNT_DOEL), goal) == 0;
	}
	for (f = entry_at(e, slot); f != NULL; f = field_next(f))
		if (strcmp(f->value, goal) == 0)
			return true;
	return false;
}

/* Whether the entry says it before that value too: the same twice in one record is one. */
static bool
said(const struct entry *e, const struct condition *c, const struct field *before)
{
	const struct field *f = NULL;

	for (size_t i = 0; (f = entry_next(e, c->slot, c->field, f, &i)) != NULL && f != before; )
		if (strcmp(f->value, before->value) == 0)
			return true;
	return false;
}

/* How many different values the entry has of the field whose values are counted. */
static long
count_values(const struct condition *c, const struct fold *s, const struct entry *e)
{
	const struct field *f = NULL;
	long n = 0;

	for (size_t i = 0; (f = entry_next(e, c->slot, c->field, f, &i)) != NULL; )
		if ((!c->valued || condition_takes_field(&c->asks[0], f)) &&
		    holds(s, e, c->slot, f->value) && !said(e, c, f))
			n++;
	return n;
}

static long
count_one(const struct condition *c, const struct fold *s, const struct entry *e,
    const struct entry *since)
{
	if (e == NULL || !counts(c, s, e, since))
		return 0;
	return c->field == NULL ? 1 : count_values(c, s, e);
}

/* How much there is, in one domain or for one goal when given; `enough` and more are the same. */
static long
count(const struct condition *c, const struct fold *s, const struct entry *since,
    const char *domain, const char *goal, long enough)
{
	const struct schema_field *of = c->per == PER_NOTHING ? NULL :
	    condition_per_field(c, c->per);
	long n = 0;

	for (const struct entry *e = s->first[c->kind->id]; e != NULL && n < enough; e = e->next)
		if ((domain == NULL || strcmp(entry_text(e, of->slot), domain) == 0) &&
		    (goal == NULL || about_goal(s, e, of->slot, goal)))
			n += count_one(c, s, e, since);
	return n;
}

/* The fase that is meant; NULL in a dossier that was never in a phase: there everything counts. */
static const struct entry *
meant(const struct fold *s, const struct entry *since)
{
	return since == NULL ? s->phase : since;
}

const char *
requirement_lacks(const struct condition *c, const struct fold *s, const struct entry *since,
    size_t *i)
{
	since = meant(s, since);
	if (c->per == PER_LEEFGEBIED)
		while (*i < s->model->ndomains) {
			const char *code = s->model->domains[(*i)++].code;
			const struct entry *e = fold_keyed(s, KIND_LEEFGEBIED, code);

			if (e != NULL && entry_at(e, LEEFGEBIED_NVT) != NULL)
				continue;
			/* Of that kind a domain has one entry: no need to look for it among all. */
			if ((c->kind->id == KIND_LEEFGEBIED ? count_one(c, s, e, since) :
			    count(c, s, since, code, NULL, c->count)) < c->count)
				return code;
		}
	if (c->per == PER_DOEL) {
		const struct entry *e = *i == 0 ? s->first[KIND_DOEL] : s->entries[*i - 1].next;

		for (; e != NULL; e = e->next) {
			*i = (size_t)(e - s->entries) + 1;
			if (fold_current(s, e) && !entry_finished(e) &&
			    count(c, s, since, NULL, e->key, c->count) < c->count)
				return e->key;
		}
	}
	return NULL;
}

long
requirement_count(const struct condition *c, const struct fold *s, const struct entry *since)
{
	return count(c, s, meant(s, since), NULL, NULL, LONG_MAX);
}

/* The latest akkoord by that one, on what and with whom is asked; where it is not asked, any. */
static const struct entry *
latest_word(const struct condition *c, const struct fold *s, const char *who)
{
	const struct condition_ask *what = condition_asks(c, AKKOORD_WAAROP);
	const struct condition_ask *with = condition_asks(c, AKKOORD_MET);
	const struct entry *latest = NULL;

	for (const struct entry *e = s->first[KIND_AKKOORD]; e != NULL; e = e->next)
		if (fold_current(s, e) && strcmp(entry_text(e, AKKOORD_WIE), who) == 0 &&
		    (what == NULL || condition_takes(what, entry_text(e, AKKOORD_WAAROP))) &&
		    (with == NULL || condition_takes(with, entry_text(e, AKKOORD_MET))))
			latest = e;
	return latest;
}

/* Whether somebody said nee in the trajectory, which few do. */
static bool
anyone_refused(const struct fold *s)
{
	for (const struct entry *e = s->first[KIND_AKKOORD]; e != NULL; e = e->next)
		if (fold_current(s, e) && entry_code(e, AKKOORD_AKKOORD) == AKKOORD_NEE)
			return true;
	return false;
}

const char *
requirement_refused(const struct condition *c, const struct fold *s)
{
	const struct condition_ask *who = c->kind->id == KIND_AKKOORD ? condition_asks(c,
	    AKKOORD_WIE) : NULL;

	if (who == NULL || who->n < 2 || !anyone_refused(s))
		return NULL;
	for (size_t i = 0; i < who->n; i++) {
		const struct entry *e = latest_word(c, s, who->values[i]);

		if (e != NULL && entry_code(e, AKKOORD_AKKOORD) == AKKOORD_NEE)
			return who->values[i];
	}
	return NULL;
}

uint32_t
requirement_reads(const struct condition *c)
{
	return condition_names(c, KIND_AKKOORD, AKKOORD_AFSPRAAK) ? UINT32_MAX :
	    requirement_kinds(c);
}

uint32_t
requirement_kinds(const struct condition *c)
{
	uint32_t kinds = (uint32_t)1 << c->kind->id;

	if (c->per == PER_LEEFGEBIED)
		kinds |= (uint32_t)1 << KIND_LEEFGEBIED;
	if (c->per == PER_DOEL)
		kinds |= (uint32_t)1 << KIND_DOEL | (uint32_t)1 << KIND_WERKPUNT |
		    (uint32_t)1 << KIND_STAND;
	return kinds;
}

bool
requirement_met(const struct condition *c, const struct fold *s, const struct entry *since)
{
	size_t i = 0;

	if (requirement_refused(c, s) != NULL)
		return false;
	if (c->per != PER_NOTHING)
		return requirement_lacks(c, s, since, &i) == NULL;
	return count(c, s, meant(s, since), NULL, NULL, c->count) >= c->count;
}

/* SPDX-License-Identifier: ISC */
#include <string.h>

#include "count.h"
#include "counting.h"

enum { YEAR = 365, RETURN_YEARS = 5 };

void
count_returns(const struct counting *c, const struct trajectory *t)
{
	const struct fold *s = c->state;
	const struct model_reason *reason;

	if (count_within(c, t->begin)) {
		bool again = c->left != DATE_NONE &&
		    date_add_years(c->left, RETURN_YEARS) >= t->begin;

		count_all(c, again ? MEASURE_AGAIN : MEASURE_NEW, 0);
		if (again && t->begin - c->left <= YEAR)
			count_all(c, MEASURE_AGAIN_SOON, 0);
	}
	if (!count_ended(c, t) || t->how != TRAJECTORY_UITSTROOM ||
	    !count_within(c, t->end + YEAR))
		return;
	reason = count_reason_of(c, t);
	if (reason != NULL && reason->neutral)
		return;
	count_all(c, MEASURE_YEAR_LATER, 0);
	if (t + 1 == s->trajectories + s->ntrajectories || t[1].begin - t->end > YEAR)
		count_all(c, MEASURE_STAYED_AWAY, 0);
}

/* The next day on which an indication begins, ends, or is about to, is not counted yet. */
static void
count_until_change(const struct counting *c, const struct indications *all, date day)
{
	for (size_t i = 0; i < all->n; i++) {
		date begin = entry_day(all->at[i], INDICATIE_VAN);
		date end = entry_day(all->at[i], INDICATIE_TOT);
		date near = end == DATE_NONE ? end :
		    end - (date)c->state->model->signal_indication;

		if (begin > day)
			count_until(c, begin - 1);
		if (end >= day)
			count_until(c, end);
		if (near > day)
			count_until(c, near - 1);
	}
}

/* What the indications of the state are on that day: the products of the valid ones, once. */
static void
count_products(const struct counting *c, const struct fold *then, date day)
{
	struct indications *all = &c->counter->indications;
	word_id trait = c->words->traits[TRAIT_PRODUCT];
	bool any = false;

	indications_find(all, then);
	count_until_change(c, all, day);
	for (size_t i = 0; i < all->n; i++) {
		const char *product = entry_text(all->at[i], INDICATIE_PRODUCT);

		if (product[0] == '\0' || !indication_valid(all->at[i], day))
			continue;
		any = true;
		count_once(c, MEASURE_TRAIT, trait, count_value(c, product));
	}
	if (!any)
		count_once(c, MEASURE_TRAIT, trait, c->words->dash);
}

/* Whether nothing that says who the client is was recorded after the day. */
static bool
still_so(const struct fold *s, date day)
{
	return s->client->last <= day &&
	    (s->last[KIND_INDICATIE] == NULL || s->last[KIND_INDICATIE]->last <= day);
}

static void
count_age(const struct counting *c, const struct fold *then, date day)
{
	date born = entry_day(then->client, CLIENT_GEBOREN);

	count_once(c, MEASURE_TRAIT, c->words->traits[TRAIT_AGE],
	    count_value(c, model_age_group(then->model, born, day)));
	if (born != DATE_NONE)
		count_until(c, date_add_years(born, date_years(born, day) + 1) - 1);
}

static void
count_traits(const struct counting *c, const struct trajectory *t)
{
	static const struct {
		enum trait trait;
		enum slot slot;
	} fields[] = {
		{ TRAIT_GEMEENTE, CLIENT_GEMEENTE }, { TRAIT_VERWIJZER, CLIENT_VERWIJZER },
		{ TRAIT_VORM, CLIENT_VORM }
	};
	const struct fold *then = c->state;
	date day = count_ended(c, t) ? t->end : c->at;

	if (day < c->at && (c->state->registered > day || !still_so(then, day)))
		then = grouping_state(&c->counter->grouping, c->state, t);
	if (then == NULL) {
		for (size_t i = 0; i < TRAITS; i++)
			count_once(c, MEASURE_TRAIT, c->words->traits[i], c->words->dash);
		return;
	}
	count_age(c, then, day);
	for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
		count_once(c, MEASURE_TRAIT, c->words->traits[fields[i].trait],
		    count_word(c, then->client, fields[i].slot));
	count_products(c, then, day);
}

void
count_served(const struct counting *c, const struct trajectory *t, bool traits)
{
	const struct entry *e = count_first(c, KIND_INTAKE);
	bool served = e == NULL;

	if (count_ended(c, t) && t->end < c->from)
		return;
	for (; e != NULL; e = count_next(c, e))
		if (entry_at(e, INTAKE_BESLUIT) != NULL)
			served = entry_code(e, INTAKE_BESLUIT) == INTAKE_GEPLAATST;
	if (!served)
		return;
	count_once(c, MEASURE_SERVED, WORD_NONE, WORD_NONE);
	if (traits)
		count_traits(c, t);
}

void
count_present(const struct counting *c)
{
	count_served(c, &c->state->trajectories[c->trajectory], true);
}

void
count_strengths(const struct counting *c)
{
	const struct model *m = c->state->model;
	const struct entry *e = entry_there(c->state->first[KIND_KRACHT], c->state->at);

	if (e != NULL)
		count_once(c, MEASURE_STRONG, WORD_NONE, WORD_NONE);
	for (; e != NULL; e = entry_there(e->next, c->state->at)) {
		word_id domain = count_domain(c, entry_text(e, KRACHT_LEEFGEBIED));
		const char *kind = entry_text(e, KRACHT_SOORT);
		word_id word = model_strength(m, kind) == NULL ? WORD_NONE :
		    count_value(c, kind);

		count_once(c, MEASURE_STRONG_KIND, word, WORD_NONE);
		count_once(c, MEASURE_STRONG_DOMAIN, domain, WORD_NONE);
		count_once(c, MEASURE_STRENGTH, domain, word);
	}
}

static bool
is_product(const struct entry *e, const struct entry *other)
{
	return strcmp(entry_text(e, INDICATIE_PRODUCT), entry_text(other, INDICATIE_PRODUCT)) == 0;
}

/* The products of those wanted; NULL = all. */
static void
count_product(const struct counting *c, enum measure measure, const struct indications *all,
    bool (*wanted)(const struct entry *, date), date day)
{
	for (size_t i = 0; i < all->n; i++)
		if (wanted == NULL || wanted(all->at[i], day))
			count_once(c, measure, count_word(c, all->at[i], INDICATIE_PRODUCT),
			    WORD_NONE);
}

/* Whether it is the last day of one that is valid on it. */
static bool
ends_on(const struct entry *e, date day)
{
	return indication_valid(e, day) && entry_day(e, INDICATIE_TOT) == day;
}

void
count_indications(const struct counting *c)
{
	const struct fold *s = c->state;
	struct indications *all = &c->counter->indications;
	date until;
	bool now = false;

	if (s->first[KIND_INDICATIE] == NULL)
		return;
	indications_find(all, s);
	count_until_change(c, all, c->at);
	for (size_t i = 0; i < all->n && !now; i++)
		now = indication_valid(all->at[i], c->at);
	count_all(c, MEASURE_INDICATED, 0);
	count_all(c, now ? MEASURE_INDICATED_NOW : MEASURE_INDICATED_NONE, 0);
	count_product(c, now ? MEASURE_PRODUCT_NOW : MEASURE_PRODUCT_NONE, all,
	    now ? indication_valid : NULL, c->at);
	until = now ? indications_until(all, c->at) : DATE_NONE;
	if (until == DATE_NONE || until > c->at + (date)s->model->signal_indication)
		return;
	count_all(c, MEASURE_INDICATED_ENDS, 0);
	/* Of the products that are valid now those of which one ends on the last day. */
	for (size_t i = 0; i < all->n; i++)
		for (size_t j = 0; ends_on(all->at[i], until) && j < all->n; j++)
			if (indication_valid(all->at[j], c->at) &&
			    is_product(all->at[j], all->at[i])) {
				count_once(c, MEASURE_PRODUCT_ENDS,
				    count_word(c, all->at[j], INDICATIE_PRODUCT), WORD_NONE);
				break;
			}
}

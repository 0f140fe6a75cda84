#include <string.h>

#include "count.h"
#include "counting.h"

enum { YEAR = 365, RETURN_YEARS = 5 };

void
count_returns(const struct counting *c, const struct trajectory *t)
{
	const struct fold *s = c->state;
	const struct trajectory *other;
	const struct model_reason *reason;
	date last = DATE_NONE;

	for (other = s->trajectories; other < t && count_within(c, t->begin); other++)
		if (other->how == TRAJECTORY_UITSTROOM && other->end > last &&
		    date_add_years(other->end, RETURN_YEARS) >= t->begin)
			last = other->end;
	if (count_within(c, t->begin)) {
		count_all(c, last == DATE_NONE ? MEASURE_NEW : MEASURE_AGAIN, 0);
		if (last != DATE_NONE && t->begin - last <= YEAR)
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

/* What the indications of the state are on that day: the products of the valid ones, once. */
static void
count_products(const struct counting *c, const struct fold *then, date day, word_id trait)
{
	struct indications *all = &c->counter->indications;
	bool any = false;

	indications_find(all, then);
	for (size_t i = 0; i < all->n; i++) {
		const char *product = entry_text(all->at[i], INDICATIE_PRODUCT);

		if (product[0] == '\0' || !indication_valid(all->at[i], day))
			continue;
		any = true;
		count_once(c, MEASURE_TRAIT, trait, tally_word(c->tally, product));
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
count_traits(const struct counting *c, const struct trajectory *t)
{
	static const enum slot slots[] = { CLIENT_GEMEENTE, CLIENT_VERWIJZER, CLIENT_VORM };
	const struct fold *then = c->state;
	date day = count_ended(c, t) ? t->end : c->at;
	word_id names[sizeof count_trait_names / sizeof *count_trait_names];

	if (day < c->at && (c->state->registered > day || !still_so(then, day)))
		then = grouping_state(&c->counter->grouping, c->state, t);
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		names[i] = tally_word(c->tally, count_trait_names[i]);
	if (then == NULL) {
		for (size_t i = 0; i < sizeof names / sizeof *names; i++)
			count_once(c, MEASURE_TRAIT, names[i], c->words->dash);
		return;
	}
	count_once(c, MEASURE_TRAIT, names[0], tally_word(c->tally,
	    model_age_group(then->model, entry_day(then->client, CLIENT_GEBOREN), day)));
	for (size_t i = 0; i < sizeof slots / sizeof *slots; i++)
		count_once(c, MEASURE_TRAIT, names[i + 1], count_word(c, then->client, slots[i]));
	count_products(c, then, day, names[4]);
}

void
count_served(const struct counting *c, const struct trajectory *t)
{
	const struct entry *e = count_here(c, c->state->first[KIND_INTAKE]);
	bool served = e == NULL;

	if (count_ended(c, t) && t->end < c->from)
		return;
	for (; e != NULL; e = count_here(c, e->next))
		if (entry_at(e, INTAKE_BESLUIT) != NULL)
			served = entry_code(e, INTAKE_BESLUIT) == INTAKE_GEPLAATST;
	if (!served)
		return;
	count_once(c, MEASURE_SERVED, WORD_NONE, WORD_NONE);
	count_traits(c, t);
}

void
count_strengths(const struct counting *c)
{
	const struct model *m = c->state->model;

	for (const struct entry *e = entry_there(c->state->first[KIND_KRACHT], c->state->at);
	    e != NULL; e = entry_there(e->next, c->state->at)) {
		word_id domain = count_domain(c, entry_text(e, KRACHT_LEEFGEBIED));
		const char *kind = entry_text(e, KRACHT_SOORT);
		word_id word = model_strength(m, kind) == NULL ? WORD_NONE :
		    tally_word(c->tally, kind);

		count_once(c, MEASURE_STRONG, WORD_NONE, WORD_NONE);
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

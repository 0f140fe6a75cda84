#include "count.h"

#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "counting.h"
#include "group.h"

enum { COUNT_PARTS = 5 };	/* of what the state says of an open trajectory */
static const size_t NO_TRAJECTORY = (size_t)-1;

const char *const count_gas_names[] = { COL_MIN_2, COL_MIN_1, COL_NUL, COL_PLUS_1, COL_PLUS_2 };
const char *const count_mark_names[] = { COL_TEVREDENHEID, COL_SAMENWERKING };
const char *const count_switch_names[] = { COL_BEGELEIDER, COL_TEAM };
const char *const count_trait_names[] = {
	COL_LEEFTIJDSGROEP, COL_GEMEENTE, COL_VERWIJZER, COL_VORM, COL_PRODUCT
};

void
count_add(const struct counting *c, enum measure measure, word_id row, word_id column, long value)
{
	struct count_kept *k = c->keep;

	if (k != NULL) {
		k->at = alloc_room(k->at, &k->cap, k->n + 1, sizeof *k->at);
		k->at[k->n++] = (struct count_held){ measure, row, column, value, false };
		return;
	}
	for (size_t i = 0; i < c->groups->n; i++)
		tally_count(c->tally, measure, c->periods, c->nperiods, c->groups->words[i], row,
		    column, value);
}

void
count_once(const struct counting *c, enum measure measure, word_id row, word_id column)
{
	struct count_kept *k = c->keep;

	if (k != NULL) {
		k->at = alloc_room(k->at, &k->cap, k->n + 1, sizeof *k->at);
		k->at[k->n++] = (struct count_held){ measure, row, column, 0, true };
		return;
	}
	for (size_t i = 0; i < c->groups->n; i++)
		tally_once(c->tally, measure, c->periods, c->nperiods, c->groups->words[i], row,
		    column);
}

void
count_all(const struct counting *c, enum measure measure, long value)
{
	count_add(c, measure, WORD_NONE, WORD_NONE, value);
}

bool
count_within(const struct counting *c, date d)
{
	return d >= c->from && d <= c->at;
}

word_id
count_word(const struct counting *c, const struct entry *e, enum slot slot)
{
	const struct field *f = entry_at(e, slot);

	if (f == NULL)
		return c->words->dash;
	/* Of a field that the model restricts. */
	if (f->spec->codes != NULL && f->is.code == FIELD_UNTYPED)
		return c->words->unknown;
	return tally_word(c->tally, f->value);
}

static void
count_month(const struct counting *c, enum measure measure, date d)
{
	char month[DATE_SIZE];

	date_format(d, month);
	month[7] = '\0';
	count_add(c, measure, tally_word(c->tally, month), WORD_NONE, 0);
}

static void
count_flow(const struct counting *c, const struct trajectory *t)
{
	bool ended = count_ended(c, t);

	if (t->begin < c->from && !(ended && t->end < c->from))
		count_all(c, MEASURE_START, 0);
	if (count_within(c, t->begin)) {
		count_all(c, MEASURE_IN, 0);
		count_month(c, MEASURE_MONTH_IN, t->begin);
	}
	if (!ended) {
		count_all(c, MEASURE_OPEN, c->at - t->begin);
		return;
	}
	if (!count_within(c, t->end))
		return;
	if (t->how == TRAJECTORY_UITSTROOM) {
		count_all(c, MEASURE_OUT, 0);
		count_month(c, MEASURE_MONTH_OUT, t->end);
		count_all(c, MEASURE_TRAJECTORY, t->end - t->begin);
	} else {
		count_all(c, MEASURE_NOT_PLACED, 0);
		count_add(c, MEASURE_DECISION,
		    tally_word(c->tally, entry_text(t->closing, INTAKE_BESLUIT)), WORD_NONE, 0);
		count_month(c, MEASURE_MONTH_NOT_PLACED, t->end);
	}
}

bool
count_ended(const struct counting *c, const struct trajectory *t)
{
	return t->how != TRAJECTORY_OPEN && t->end <= c->at;
}

const struct entry *
count_here(const struct counting *c, const struct entry *e)
{
	while (e != NULL && e->trajectory != c->trajectory)
		e = e->next;
	return e;
}

/* Of each kind the longest. */
static void
count_late_kinds(const struct counting *c, const struct signals *signals)
{
	for (size_t i = 0, j; i < signals->n; i = j) {
		long most = -1;

		for (j = i; j < signals->n && signals->at[j].code == signals->at[i].code; j++)
			if (signal_late(&signals->at[j]) && signals->at[j].late > most)
				most = signals->at[j].late;
		if (most >= 0)
			count_add(c, MEASURE_LATE_KIND, tally_word(c->tally,
			    SIGNAAL_words[signals->at[i].code]), WORD_NONE, most);
	}
}

static void
count_late(const struct counting *c, struct signals *signals)
{
	size_t i;

	signals_find(signals, c->state);
	for (i = 0; i < signals->n && !signal_late(&signals->at[i]); i++)
		continue;
	if (i < signals->n)
		count_all(c, fold_closed(c->state) ? MEASURE_LATE_CLOSED : MEASURE_LATE, 0);
	if (i < signals->n && c->counter->report->views[VIEW_OVERZICHT])
		count_late_kinds(c, signals);
}

/* Counts what is kept for the periods before that one. */
static void
count_until(struct counter *f, const struct counting *c, struct count_kept *kept, size_t end)
{
	struct counting run = *c;

	run.keep = NULL;
	run.periods = f->order + kept->since;
	run.nperiods = end - kept->since;
	for (size_t i = 0; run.nperiods > 0 && i < kept->n; i++)
		if (kept->at[i].once)
			count_once(&run, kept->at[i].measure, kept->at[i].row, kept->at[i].column);
		else
			count_add(&run, kept->at[i].measure, kept->at[i].row, kept->at[i].column,
			    kept->at[i].value);
	kept->since = end;
}

static void
count_all_until(struct counter *f, const struct counting *c, size_t end)
{
	for (size_t i = 0; i < COUNT_PARTS; i++)
		count_until(f, c, &f->kept[i], end);
}

/*
 * Of an open trajectory, which most periods meet as the one before left it: what the state says is
 * found anew when a record of the kinds that it reads was folded, and counted for all periods up to
 * then at once. `at` is the period's place in the order.
 */
static void
count_current(struct counter *f, struct counting *c, size_t at)
{
	static const struct {
		void (*count)(const struct counting *);
		uint32_t reads;		/* a set of kinds */
	} parts[COUNT_PARTS] = {
		{ count_goals, 1u << KIND_CLIENT | 1u << KIND_LEEFGEBIED | 1u << KIND_DOEL |
		    1u << KIND_STAND },
		{ count_open_goals, 1u << KIND_DOEL | 1u << KIND_STAND | 1u << KIND_WERKPUNT },
		{ count_strengths, 1u << KIND_KRACHT },
		{ count_principles, 1u << KIND_LEEFGEBIED | 1u << KIND_KRACHT | 1u << KIND_DOEL |
		    1u << KIND_AKKOORD | 1u << KIND_NETWERK | 1u << KIND_WERKPUNT },
		{ count_quality, UINT32_MAX },
	};

	c->fresh = f->current == c->trajectory && !f->lacks->dated ? f->fresh : UINT32_MAX;
	c->fresh |= f->state.passing ? 1u << KIND_KRACHT : 0;
	c->lacks = f->lacks;
	for (size_t i = 0; i < COUNT_PARTS; i++) {
		struct count_kept *kept = &f->kept[i];

		if (!(c->fresh & parts[i].reads))
			continue;
		count_until(f, c, kept, at);
		kept->n = 0;
		c->keep = kept;
		parts[i].count(c);
		c->keep = NULL;
	}
	f->current = c->trajectory;
	f->fresh = 0;
	if (f->report->ngroups > 0)	/* which may be others in the next period */
		count_all_until(f, c, at + 1);
}

/* The trajectory that was open is so no more, or all its periods are counted. */
static void
stop_current(struct counter *f, size_t at)
{
	struct counting c = { .tally = f->tally };

	if (f->current == NO_TRAJECTORY)
		return;
	c.groups = grouping_of(&f->grouping, f->tally, &f->state, fold_trajectory(&f->state));
	count_all_until(f, &c, at);
	for (size_t i = 0; i < COUNT_PARTS; i++)
		f->kept[i].n = 0;
	f->current = NO_TRAJECTORY;
}

/* The period at that place in the order; the state is that of its T. */
static void
count_state(struct counter *f, size_t at)
{
	const struct fold *s = &f->state;
	const struct report_period *period = &f->report->periods[f->order[at]];
	struct counting c = { .tally = f->tally, .state = s, .words = f->words, .counter = f,
	    .periods = &f->order[at], .nperiods = 1, .from = period->period.from,
	    .at = period->at };
	bool open = false;

	for (c.trajectory = 0; c.trajectory < s->ntrajectories; c.trajectory++) {
		const struct trajectory *t = &s->trajectories[c.trajectory];
		bool out;

		c.groups = grouping_of(&f->grouping, f->tally, s, t);
		if (t->begin > c.at)
			continue;
		out = count_ended(&c, t) && count_within(&c, t->end) &&
		    t->how == TRAJECTORY_UITSTROOM;
		count_flow(&c, t);
		count_returns(&c, t);
		count_stays(&c, t);
		count_waiting(&c, t);
		count_evaluations(&c, t);
		count_moves(&c);
		count_served(&c, t);
		if (out)
			count_outflow(&c, t);
		if (out || !count_ended(&c, t)) {
			count_all(&c, MEASURE_REPORTED, 0);
			count_switches(&c, t);
		}
		if (out)
			count_goals(&c);
		if (!count_ended(&c, t)) {
			open = true;
			count_indications(&c);
			count_current(f, &c, at);
		}
	}
	if (!open)
		stop_current(f, at);
	c.trajectory = s->ntrajectories - 1;
	count_all(&c, MEASURE_CLIENT, 0);	/* in the groups of the last one */
	count_late(&c, &f->signals);
}

static word_id *
words_of(struct tally *t, const char *const *words)
{
	word_id *at;
	size_t n = 0, i;

	while (words[n] != NULL)
		n++;
	at = alloc_new(n + 1, sizeof *at);
	for (i = 0; i < n; i++)
		at[i] = tally_word(t, words[i]);
	return at;
}

static struct count_words *
words_new(struct tally *t, const struct model *m)
{
	struct count_words *w = alloc_new(1, sizeof *w);
	struct text unmet = { 0 };
	size_t n = 0, i, j;

	w->dash = tally_word(t, "-");
	w->unknown = tally_word(t, GROUP_UNKNOWN);
	w->phases = alloc_new(m->nphases + 1, sizeof *w->phases);
	w->nationals = alloc_new(m->nreasons + 1, sizeof *w->nationals);
	for (i = 0; i < m->nreasons; i++)
		w->nationals[i] = m->reasons[i].national[0] == '\0' ? w->dash :
		    tally_word(t, m->reasons[i].national);
	for (i = 0; i < STAND_CODES; i++)
		w->stands[i] = tally_word(t, STAND_words[i]);
	w->principles = words_of(t, UITGANGSPUNT_words);
	for (i = 0; i < m->nphases; i++)
		n += m->phases[i].nconditions;
	w->unmet = alloc_new(n + 1, sizeof *w->unmet);
	for (i = n = 0; i < m->nphases; i++) {
		const struct model_phase *p = &m->phases[i];

		w->phases[i] = tally_word(t, p->code);
		for (j = 0; j < p->nconditions; j++) {
			text_clear(&unmet);
			text_addf(&unmet, "%s: %s", p->code, p->conditions[j].source);
			w->unmet[n++] = tally_word(t, text_string(&unmet));
		}
	}
	text_release(&unmet);
	return w;
}

/* The periods by their T. */
static size_t *
order_new(const struct report *r)
{
	size_t *order = alloc_new(r->nperiods + 1, sizeof *order), i, j;

	for (i = 0; i < r->nperiods; i++) {
		for (j = i; j > 0 && r->periods[order[j - 1]].at > r->periods[i].at; j--)
			order[j] = order[j - 1];
		order[j] = i;
	}
	return order;
}

void
count_dossier(struct counter *f, const struct dossier *d, struct roster *roster, const char *id)
{
	const struct report *r = f->report;
	const struct grouping_day *groups;
	const struct fold *then;
	size_t i, g;

	if (f->words == NULL) {
		f->words = words_new(f->tally, r->model);
		f->order = order_new(r);
		f->lacks = count_lacks_new(r->model);
		f->kept = alloc_new(COUNT_PARTS, sizeof *f->kept);
	}
	f->grouping.by = r->groups;
	f->grouping.n = r->ngroups;
	grouping_dossier(&f->grouping, d);
	if (!fold_begin(&f->state, d, r->model, r->known))
		return;
	f->current = NO_TRAJECTORY;
	for (i = 0; i < r->nperiods; i++) {
		size_t p = f->order[i];

		if (!fold_to(&f->state, r->periods[p].at))
			continue;
		f->fresh |= f->state.fresh;
		count_state(f, i);
		if (roster == NULL || !r->periods[p].asked)
			continue;
		groups = grouping_of(&f->grouping, f->tally, &f->state, fold_trajectory(&f->state));
		then = grouping_state(&f->grouping, &f->state, fold_trajectory(&f->state));
		for (g = 0; g < groups->n; g++)
			roster_add(roster, &f->state, then, p, groups->names[g], id);
	}
	stop_current(f, r->nperiods);
	tally_person(f->tally);
}

void
counter_release(struct counter *f)
{
	fold_release(&f->state);
	grouping_release(&f->grouping);
	indications_release(&f->indications);
	signals_release(&f->signals);
	free(f->order);
	if (f->words != NULL) {
		free(f->words->phases);
		free(f->words->nationals);
		free(f->words->principles);
		free(f->words->unmet);
		free(f->words);
	}
	for (size_t i = 0; f->kept != NULL && i < COUNT_PARTS; i++)
		free(f->kept[i].at);
	free(f->kept);
	count_lacks_free(f->lacks);
	f->kept = NULL;
	f->lacks = NULL;
	f->order = NULL;
	f->words = NULL;
}

/* SPDX-License-Identifier: ISC */
#include "count.h"

#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "counting.h"
#include "group.h"

enum { COUNT_PARTS = 10 };	/* of what the state says of an open trajectory */
static const size_t NO_TRAJECTORY = (size_t)-1;

const char *const count_gas_names[] = { COL_MIN_2, COL_MIN_1, COL_NUL, COL_PLUS_1, COL_PLUS_2 };
const char *const count_mark_names[] = { COL_TEVREDENHEID, COL_SAMENWERKING };
const char *const count_switch_names[] = { COL_BEGELEIDER, COL_TEAM };

static void
keep(const struct counting *c, enum tally_gives gives, enum measure measure, word_id row,
    word_id column, long value)
{
	struct count_kept *k = c->keep;

	k->at = alloc_room(k->at, &k->cap, k->n + 1, sizeof *k->at);
	k->at[k->n++] = (struct tally_counted){ gives, measure, row, column, value };
}

void
count_add(const struct counting *c, enum measure measure, word_id row, word_id column, long value)
{
	keep(c, TALLY_VALUE, measure, row, column, value);
}

void
count_once(const struct counting *c, enum measure measure, word_id row, word_id column)
{
	keep(c, TALLY_ONCE, measure, row, column, 0);
}

void
count_days(const struct counting *c, enum measure measure, word_id row, date since)
{
	keep(c, TALLY_DAYS, measure, row, WORD_NONE, since);
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
	if (!ended || !count_within(c, t->end))
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
count_first(const struct counting *c, enum kind kind)
{
	const struct entry **here = &c->counter->here[kind];

	if (*here == NULL)
		*here = c->state->first[kind];
	while (*here != NULL && (*here)->trajectory < c->trajectory && (*here)->next != NULL)
		*here = (*here)->next;
	return *here != NULL && (*here)->trajectory == c->trajectory ? *here : NULL;
}

const struct entry *
count_next(const struct counting *c, const struct entry *e)
{
	return e->next != NULL && e->next->trajectory == c->trajectory ? e->next : NULL;
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
	if (!signals_late(signals, c->state))
		return;
	count_all(c, fold_closed(c->state) ? MEASURE_LATE_CLOSED : MEASURE_LATE, 0);
	if (!c->counter->report->views[VIEW_OVERZICHT])
		return;
	signals_find(signals, c->state);
	count_late_kinds(c, signals);
}

void
count_until(const struct counting *c, date day)
{
	if (day < c->keep->until)
		c->keep->until = day;
}

/* Counts what is kept in so many periods of the order, in the trajectory's groups. */
static void
count_in(struct counter *f, const struct counting *c, struct count_kept *kept, const size_t *at,
    size_t n)
{
	const struct tally_periods periods = { at, n, f->order->last };

	for (size_t i = 0; n > 0 && kept->n > 0 && i < c->groups->nwords; i++)
		tally_count(f->tally, &periods, c->groups->words[i], kept->at, kept->n);
}

/* The same in the periods before that one in which it was not counted yet. */
static void
count_kept(struct counter *f, const struct counting *c, struct count_kept *kept, size_t end)
{
	count_in(f, c, kept, f->order->whole + kept->since, end - kept->since);
	kept->since = end;
}

/* What is counted in the period at hand only. */
static void
count_now(struct counter *f, struct counting *c, size_t at)
{
	c->keep = &f->kept[COUNT_PARTS];
	count_in(f, c, c->keep, &f->order->all[at], 1);
	c->keep->n = 0;
}

static void
count_all_kept(struct counter *f, const struct counting *c, size_t end)
{
	for (size_t i = 0; i < COUNT_PARTS; i++)
		count_kept(f, c, &f->kept[i], end);
}

/*
 * Of an open trajectory, which most periods meet as the one before left it: what the state says is
 * found anew when a record of the kinds that it reads was folded, and counted for all periods up to
 * then at once. `at` is the period's place among the whole ones.
 */
static void
count_current(struct counter *f, struct counting *c, size_t at)
{
	static const struct {
		void (*count)(const struct counting *);
		uint32_t reads;		/* a set of kinds */
	} parts[COUNT_PARTS] = {
		{ count_so_far, 1u << KIND_CLIENT | 1u << KIND_INTAKE },
		{ count_stay_so_far, 1u << KIND_CLIENT | 1u << KIND_FASE },
		{ count_scores, 1u << KIND_LEEFGEBIED },
		{ count_asked, 1u << KIND_CLIENT | 1u << KIND_DOEL | 1u << KIND_STAND },
		{ count_open_goals, 1u << KIND_DOEL | 1u << KIND_STAND | 1u << KIND_WERKPUNT },
		{ count_strengths, 1u << KIND_KRACHT },
		{ count_principles, 1u << KIND_LEEFGEBIED | 1u << KIND_KRACHT | 1u << KIND_DOEL |
		    1u << KIND_AKKOORD | 1u << KIND_NETWERK | 1u << KIND_WERKPUNT },
		{ count_quality, UINT32_MAX },
		{ count_present, 1u << KIND_CLIENT | 1u << KIND_INTAKE | 1u << KIND_INDICATIE },
		{ count_indications, 1u << KIND_INDICATIE },
	};

	c->fresh = f->current == c->trajectory && !f->lacks->dated ? f->fresh : UINT32_MAX;
	c->fresh |= f->state.passing ? 1u << KIND_KRACHT : 0;
	c->lacks = f->lacks;
	for (size_t i = 0; i < COUNT_PARTS; i++) {
		struct count_kept *kept = &f->kept[i];

		if (!(c->fresh & parts[i].reads) && c->at <= kept->until)
			continue;
		count_kept(f, c, kept, at);
		kept->n = 0;
		kept->until = DATE_LAST;
		c->keep = kept;
		parts[i].count(c);
	}
	c->keep = &f->kept[COUNT_PARTS];
	f->current = c->trajectory;
	f->fresh = 0;
	if (f->report->ngroups > 0)	/* which may be others in the next period */
		count_all_kept(f, c, at + 1);
}

/* The trajectory that was open is so no more, or all its periods are counted. */
static void
stop_current(struct counter *f, size_t at)
{
	struct counting c = { .counter = f };

	if (f->current == NO_TRAJECTORY)
		return;
	c.groups = grouping_of(&f->grouping, f->tally, &f->state, fold_trajectory(&f->state));
	count_all_kept(f, &c, at);
	for (size_t i = 0; i < COUNT_PARTS; i++)
		f->kept[i].n = 0;
	f->current = NO_TRAJECTORY;
}

/* Whether it ended before the period, and so did all that happened in it. */
static bool
is_over(const struct counting *c, const struct trajectory *t)
{
	return t->how != TRAJECTORY_OPEN && t->end < c->from && t->last < c->from;
}

/* All of a trajectory in a period, but what is kept of an open one. */
static void
count_trajectory(struct counting *c, const struct trajectory *t, bool out)
{
	count_returns(c, t);
	count_stays(c, t);
	count_evaluations(c, t);
	count_moves(c);
	if (out || !count_ended(c, t))
		count_switches(c, t);
	if (!out)
		return;
	count_scores(c);
	count_asked(c);
}

/*
 * The period at that place in the order, which is at `whole` among the whole ones; the state is
 * that of its T. Of one that only stands beside another no more is counted than the summary has.
 */
static void
count_state(struct counter *f, size_t at, size_t whole, bool brief)
{
	const struct fold *s = &f->state;
	const struct report_period *period = &f->report->periods[f->order->all[at]];
	struct counting c = { .tally = f->tally, .state = s, .words = f->words, .counter = f,
	    .keep = &f->kept[COUNT_PARTS], .from = period->period.from, .at = period->at,
	    .left = DATE_NONE };
	bool open = false;

	memset(f->here, 0, sizeof f->here);
	f->score = f->switched = 0;
	f->was[0] = f->was[1] = NULL;
	for (c.trajectory = 0; c.trajectory < s->ntrajectories; c.trajectory++) {
		const struct trajectory *t = &s->trajectories[c.trajectory];
		bool ended, out;

		if (c.trajectory > 0 && t[-1].how == TRAJECTORY_UITSTROOM && t[-1].end > c.left)
			c.left = t[-1].end;
		count_now(f, &c, at);
		c.groups = grouping_of(&f->grouping, f->tally, s, t);
		if (t->begin > c.at)
			continue;
		if (is_over(&c, t)) {
			count_returns(&c, t);
			continue;
		}
		ended = count_ended(&c, t);
		out = ended && count_within(&c, t->end) && t->how == TRAJECTORY_UITSTROOM;
		count_flow(&c, t);
		count_waits(&c, t);
		if (ended)
			count_lead_time(&c, t);
		else if (brief)
			count_so_far(&c);
		if (ended || brief)
			count_served(&c, t, !brief);
		if (out) {
			count_all(&c, MEASURE_REPORTED, 0);
			count_outflow(&c, t);
		}
		if (!brief)
			count_trajectory(&c, t, out);
		open = open || !ended;
		if (!ended && !brief)
			count_current(f, &c, whole);
	}
	if (!open)
		stop_current(f, whole);
	c.trajectory = s->ntrajectories - 1;
	count_all(&c, MEASURE_CLIENT, 0);	/* in the groups of the last one */
	count_late(&c, &f->signals);
	count_now(f, &c, at);
}

/*
 * The periods by their T. One that only stands beside another is not whole, unless it makes groups
 * or is written down for other programs.
 */
static struct count_order *
order_new(const struct counter *f)
{
	const struct report *r = f->report;
	struct count_order *order = alloc_new(1, sizeof *order);
	size_t i, j;

	order->last = alloc_new(r->nperiods + 1, sizeof *order->last);
	order->all = alloc_new(r->nperiods + 1, sizeof *order->all);
	order->whole = alloc_new(r->nperiods + 1, sizeof *order->whole);
	for (i = 0; i < r->nperiods; i++) {
		for (j = i; j > 0 && r->periods[order->all[j - 1]].at > r->periods[i].at; j--)
			order->all[j] = order->all[j - 1];
		order->all[j] = i;
		order->last[i] = r->periods[i].at;
	}
	for (i = 0; i < r->nperiods; i++)
		if (r->periods[order->all[i]].asked || r->ngroups > 0 || f->parts)
			order->whole[order->nwhole++] = order->all[i];
	return order;
}

static void
begin(struct counter *f)
{
	f->words = count_words_new(f->tally, f->report->model);
	f->order = order_new(f);
	f->lacks = count_lacks_new(f->report->model);
	f->kept = alloc_new(COUNT_PARTS + 1, sizeof *f->kept);
}

void
count_dossier(struct counter *f, const struct dossier *d, struct roster *roster, const char *id)
{
	const struct report *r = f->report;
	const struct grouping_day *groups;
	const struct fold *then;
	size_t i, g, whole = 0;

	if (f->words == NULL)
		begin(f);
	count_words_forget(f->words);
	f->grouping.by = r->groups;
	f->grouping.n = r->ngroups;
	grouping_dossier(&f->grouping, d);
	if (!fold_begin(&f->state, d, r->model, r->known))
		return;
	f->current = NO_TRAJECTORY;
	for (i = 0; i < r->nperiods; i++) {
		size_t p = f->order->all[i];
		bool brief = whole == f->order->nwhole || f->order->whole[whole] != p;

		whole += !brief;
		if ((brief && !r->views[VIEW_SAMENVATTING] && !r->views[VIEW_OVERZICHT]) ||
		    !fold_to(&f->state, r->periods[p].at))
			continue;
		f->fresh |= f->state.fresh;
		count_state(f, i, whole - !brief, brief);
		if (roster == NULL || !r->periods[p].asked)
			continue;
		groups = grouping_of(&f->grouping, f->tally, &f->state, fold_trajectory(&f->state));
		then = grouping_state(&f->grouping, &f->state, fold_trajectory(&f->state));
		for (g = 0; g < groups->n; g++)
			roster_add(roster, &f->state, then, p, groups->names[g], id);
	}
	stop_current(f, f->order->nwhole);
	tally_person(f->tally);
}

void
counter_release(struct counter *f)
{
	fold_release(&f->state);
	grouping_release(&f->grouping);
	indications_release(&f->indications);
	signals_release(&f->signals);
	if (f->order != NULL) {
		free(f->order->last);
		free(f->order->all);
		free(f->order->whole);
		free(f->order);
	}
	count_words_free(f->words);
	for (size_t i = 0; f->kept != NULL && i <= COUNT_PARTS; i++)
		free(f->kept[i].at);
	free(f->kept);
	count_lacks_free(f->lacks);
	f->kept = NULL;
	f->lacks = NULL;
	f->order = NULL;
	f->words = NULL;
}

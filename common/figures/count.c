#include "count.h"

#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "counting.h"
#include "group.h"

enum { COUNT_PARTS = 3 };	/* of what the state says of an open trajectory */
static const size_t NO_TRAJECTORY = (size_t)-1;

void
count_add(const struct counting *c, enum measure measure, word_id row, word_id column, long value)
{
	struct count_kept *k = c->keep;

	if (k != NULL) {
		k->at = alloc_room(k->at, &k->cap, k->n + 1, sizeof *k->at);
		k->at[k->n++] = (struct count_held){ measure, row, column, value };
		return;
	}
	for (size_t i = 0; i < c->groups->n; i++)
		tally_count(c->tally, measure, c->periods, c->nperiods, c->groups->words[i], row,
		    column, value);
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

	return f == NULL ? c->words->dash : tally_word(c->tally, f->value);
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
count_all(const struct counting *c, enum measure measure, long value)
{
	count_add(c, measure, WORD_NONE, WORD_NONE, value);
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
		count_all(c, MEASURE_OPEN, 0);
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

static word_id
phase_of(const struct counting *c, const struct entry *stay)
{
	if (stay->phase != NULL)
		return c->words->phases[model_phase_index(c->state->model, stay->phase)];
	return entry_at(stay, FASE_FASE) == NULL ? c->words->dash : c->words->unknown;
}

/* A stay that ended: by the next phase or outflow when `moved`, else by a decision not to go on. */
static void
count_stay(const struct counting *c, const struct entry *stay, date end, bool moved)
{
	word_id phase = phase_of(c, stay);
	long days = end > stay->op ? end - stay->op : 0;

	if (!count_within(c, end))
		return;
	count_add(c, MEASURE_PHASE_OUT, phase, WORD_NONE, 0);
	if (!moved)
		return;
	count_add(c, MEASURE_STAY, phase, WORD_NONE, days);
	if (stay->phase != NULL && stay->phase->norm_days > 0 && days > stay->phase->norm_days)
		count_add(c, MEASURE_STAY_OVER, phase, WORD_NONE, 0);
}

static void
count_stays(const struct counting *c, const struct trajectory *t)
{
	const struct entry *stay = NULL, *next = count_here(c, c->state->first[KIND_FASE]);
	const struct model_phase *phase;

	for (; next != NULL; stay = next, next = count_here(c, next->next)) {
		if (stay != NULL)
			count_stay(c, stay, next->op, true);
		if (count_within(c, next->op))
			count_add(c, MEASURE_PHASE_IN, phase_of(c, next), WORD_NONE, 0);
	}
	if (count_ended(c, t)) {
		if (stay != NULL)
			count_stay(c, stay, t->end, t->how == TRAJECTORY_UITSTROOM);
		return;
	}
	phase = stay == NULL ? NULL : stay->phase;
	if (stay != NULL)
		count_add(c, MEASURE_PHASE_OPEN, phase_of(c, stay), WORD_NONE, 0);
	if (phase == NULL)
		count_all(c, MEASURE_PHASE_NONE, 0);
	count_add(c, MEASURE_CASELOAD, count_word(c, c->state->client, CLIENT_BEGELEIDER),
	    phase == NULL ? WORD_NONE : phase_of(c, stay), 0);
}

static void
count_waiting(const struct counting *c, const struct trajectory *t)
{
	const struct entry *e;
	int latest = FIELD_UNTYPED;
	date listed = DATE_NONE, placed = DATE_NONE;
	bool first = true;

	for (e = count_here(c, c->state->first[KIND_INTAKE]); e != NULL;
	    e = count_here(c, e->next)) {
		int besluit = entry_code(e, INTAKE_BESLUIT);

		if (first && count_within(c, e->op))
			count_all(c, MEASURE_WAIT_INTAKE, e->op > t->begin ? e->op - t->begin : 0);
		first = false;
		if (entry_at(e, INTAKE_BESLUIT) != NULL)
			latest = besluit;
		if (besluit == INTAKE_WACHTLIJST && listed == DATE_NONE)
			listed = e->op;
		if (besluit == INTAKE_GEPLAATST && listed != DATE_NONE && placed == DATE_NONE) {
			placed = e->op;
			if (count_within(c, placed))
				count_all(c, MEASURE_WAIT_PLACED, placed - listed);
		}
	}
	if (!count_ended(c, t) && latest == INTAKE_WACHTLIJST)
		count_all(c, MEASURE_WAITING, 0);
}

/* The outflow by its reason, and by what the model says of that. */
static void
count_reason(const struct counting *c, const struct entry *closing)
{
	const struct model *m = c->state->model;
	const struct model_reason *reason = model_reason(m, entry_text(closing, UITSTROOM_REDEN));

	count_add(c, MEASURE_REASON, reason != NULL ? tally_word(c->tally, reason->code) :
	    entry_at(closing, UITSTROOM_REDEN) == NULL ? c->words->dash : c->words->unknown,
	    WORD_NONE, 0);
	count_add(c, MEASURE_NATIONAL, reason == NULL ? c->words->dash :
	    c->words->nationals[reason - m->reasons], WORD_NONE, 0);
	if (reason != NULL && reason->dropout)
		count_all(c, MEASURE_DROPOUT, 0);
}

static void
count_outflow(const struct counting *c, const struct trajectory *t)
{
	const struct entry *e;
	bool goals = false, finished = true;
	int mark = entry_code(t->closing, UITSTROOM_TEVREDENHEID);

	count_reason(c, t->closing);
	if (mark >= 1 && mark <= 10)
		count_all(c, MEASURE_SATISFACTION, mark);
	for (e = count_here(c, c->state->first[KIND_DOEL]); e != NULL; e = count_here(c, e->next)) {
		goals = true;
		finished = finished && entry_finished(e);
	}
	if (goals)
		count_all(c, MEASURE_OUT_GOALS, 0);
	if (goals && finished)
		count_all(c, MEASURE_OUT_FINISHED, 0);
}

static void
count_late(const struct counting *c, struct signals *signals)
{
	size_t i;

	signals_find(signals, c->state);
	for (i = 0; i < signals->n && signals->at[i].due == DATE_NONE; i++)
		continue;
	if (i < signals->n)
		count_all(c, MEASURE_LATE, 0);
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
		{ count_principles, 1u << KIND_LEEFGEBIED | 1u << KIND_KRACHT | 1u << KIND_DOEL |
		    1u << KIND_AKKOORD | 1u << KIND_NETWERK | 1u << KIND_WERKPUNT },
		{ count_quality, UINT32_MAX },
	};

	c->fresh = f->current == c->trajectory && !f->lacks->dated ? f->fresh : UINT32_MAX;
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
	struct counting c = { .tally = f->tally, .state = s, .words = f->words,
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
		count_stays(&c, t);
		count_waiting(&c, t);
		if (out)
			count_outflow(&c, t);
		if (out || !count_ended(&c, t))
			count_all(&c, MEASURE_REPORTED, 0);
		if (out)
			count_goals(&c);
		if (!count_ended(&c, t)) {
			open = true;
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
	w->principles = words_of(t, count_principle_names);
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

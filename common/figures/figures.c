#include "figures.h"

#include <stdlib.h>
#include <string.h>

#include "figures_count.h"
#include "group.h"
#include "signal.h"

const char *const figures_stands[] = { "open", "bezig", "behaald", "deels", "gestopt", NULL };

void
count(const struct counting *c, enum measure measure, const char *row, const char *column,
    long value)
{
	struct tally_key key = { measure, c->period, c->group, row, column, 0 };

	tally_add(c->tally, &key, value, 1);
}

bool
count_within(const struct counting *c, date d)
{
	return d >= c->from && d <= c->at;
}

const char *
count_or_none(const char *value)
{
	return value[0] == '\0' ? "-" : value;
}

static void
count_month(const struct counting *c, enum measure measure, date d)
{
	char month[DATE_SIZE];

	date_format(d, month);
	month[7] = '\0';
	count(c, measure, month, "", 0);
}

static void
count_flow(const struct counting *c, const struct trajectory *t)
{
	bool ended = count_ended(c, t);

	if (t->begin < c->from && !(ended && t->end < c->from))
		count(c, MEASURE_START, "", "", 0);
	if (count_within(c, t->begin)) {
		count(c, MEASURE_IN, "", "", 0);
		count_month(c, MEASURE_MONTH_IN, t->begin);
	}
	if (!ended) {
		count(c, MEASURE_OPEN, "", "", 0);
		return;
	}
	if (!count_within(c, t->end))
		return;
	if (t->how == TRAJECTORY_UITSTROOM) {
		count(c, MEASURE_OUT, "", "", 0);
		count_month(c, MEASURE_MONTH_OUT, t->end);
		count(c, MEASURE_TRAJECTORY, "", "", t->end - t->begin);
	} else {
		count(c, MEASURE_NOT_PLACED, "", "", 0);
		count_month(c, MEASURE_MONTH_NOT_PLACED, t->end);
	}
}

bool
count_ended(const struct counting *c, const struct trajectory *t)
{
	return t->how != TRAJECTORY_OPEN && t->end <= c->at;
}

const struct entry *
count_next(const struct counting *c, const char *kind, size_t *i)
{
	const struct entry *e;

	while ((e = state_next(c->state, kind, i)) != NULL)
		if (e->trajectory == c->trajectory)
			return e;
	return NULL;
}

/* A stay that ended: by the next phase or outflow when `moved`, else by a decision not to go on. */
static void
count_stay(const struct counting *c, const struct entry *stay, date end, bool moved)
{
	const char *phase = count_or_none(entry_value(stay, "Fase"));
	long days = end > stay->op ? end - stay->op : 0;

	if (!count_within(c, end))
		return;
	count(c, MEASURE_PHASE_OUT, phase, "", 0);
	if (!moved)
		return;
	count(c, MEASURE_STAY, phase, "", days);
	if (stay->phase != NULL && stay->phase->norm_days > 0 && days > stay->phase->norm_days)
		count(c, MEASURE_STAY_OVER, phase, "", 0);
}

static void
count_stays(const struct counting *c, const struct trajectory *t)
{
	const struct entry *stay = NULL, *next;
	const struct model_phase *phase;

	for (size_t i = 0; (next = count_next(c, "fase", &i)) != NULL; stay = next) {
		if (stay != NULL)
			count_stay(c, stay, next->op, true);
		if (count_within(c, next->op))
			count(c, MEASURE_PHASE_IN, count_or_none(entry_value(next, "Fase")), "", 0);
	}
	if (count_ended(c, t)) {
		if (stay != NULL)
			count_stay(c, stay, t->end, t->how == TRAJECTORY_UITSTROOM);
		return;
	}
	phase = stay == NULL ? NULL : stay->phase;
	if (stay != NULL)
		count(c, MEASURE_PHASE_OPEN, count_or_none(entry_value(stay, "Fase")), "", 0);
	if (phase == NULL)
		count(c, MEASURE_PHASE_NONE, "", "", 0);
	count(c, MEASURE_CASELOAD, count_or_none(entry_value(c->state->client, "Begeleider")),
	    phase == NULL ? "" : phase->code, 0);
}

static void
count_waiting(const struct counting *c, const struct trajectory *t)
{
	const struct entry *e;
	const char *latest = "";
	date listed = DATE_NONE, placed = DATE_NONE;
	bool first = true;

	for (size_t i = 0; (e = count_next(c, "intake", &i)) != NULL; first = false) {
		const char *besluit = entry_value(e, "Besluit");

		if (first && count_within(c, e->op))
			count(c, MEASURE_WAIT_INTAKE, "", "",
			    e->op > t->begin ? e->op - t->begin : 0);
		if (besluit[0] != '\0')
			latest = besluit;
		if (strcmp(besluit, "wachtlijst") == 0 && listed == DATE_NONE)
			listed = e->op;
		if (strcmp(besluit, "geplaatst") == 0 && listed != DATE_NONE && placed == DATE_NONE) {
			placed = e->op;
			if (count_within(c, placed))
				count(c, MEASURE_WAIT_PLACED, "", "", placed - listed);
		}
	}
	if (!count_ended(c, t) && strcmp(latest, "wachtlijst") == 0)
		count(c, MEASURE_WAITING, "", "", 0);
}

/* The outflow by its reason, and by what the model says of that. */
static void
count_reason(const struct counting *c, const char *code)
{
	const struct model_reason *reason = model_reason(c->state->model, code);

	count(c, MEASURE_REASON, code, "", 0);
	count(c, MEASURE_NATIONAL, reason == NULL ? "-" : count_or_none(reason->national), "", 0);
	if (reason != NULL && reason->dropout)
		count(c, MEASURE_DROPOUT, "", "", 0);
}

static void
count_outflow(const struct counting *c, const struct trajectory *t)
{
	const struct entry *e;
	bool goals = false, finished = true;
	long mark;

	count_reason(c, count_or_none(entry_value(t->closing, "Reden")));
	if (entry_number(t->closing, "Tevredenheid", &mark) && mark >= 1 && mark <= 10)
		count(c, MEASURE_SATISFACTION, "", "", mark);
	for (size_t i = 0; (e = count_next(c, "doel", &i)) != NULL; goals = true)
		finished = finished && entry_finished(e);
	if (goals)
		count(c, MEASURE_OUT_GOALS, "", "", 0);
	if (goals && finished)
		count(c, MEASURE_OUT_FINISHED, "", "", 0);
}

static void
count_late(const struct counting *c)
{
	struct signals signals = { 0 };
	size_t i;

	signals_find(&signals, c->state);
	for (i = 0; i < signals.n && signals.at[i].due == DATE_NONE; i++)
		continue;
	if (i < signals.n)
		count(c, MEASURE_LATE, "", "", 0);
	signals_release(&signals);
}

void
figures_count_state(struct tally *tally, const struct report *r, const struct state *s, size_t period,
    const char *group)
{
	struct counting c = { .tally = tally, .state = s, .period = period, .group = group,
	    .from = r->periods[period].period.from, .at = r->periods[period].at };

	count(&c, MEASURE_CLIENT, "", "", 0);
	for (c.trajectory = 0; c.trajectory < s->ntrajectories; c.trajectory++) {
		const struct trajectory *t = &s->trajectories[c.trajectory];
		bool out;

		if (t->begin > c.at)
			continue;
		out = count_ended(&c, t) && count_within(&c, t->end) && t->how == TRAJECTORY_UITSTROOM;
		count_flow(&c, t);
		count_stays(&c, t);
		count_waiting(&c, t);
		if (out)
			count_outflow(&c, t);
		if (out || !count_ended(&c, t)) {
			count(&c, MEASURE_REPORTED, "", "", 0);
			count_goals(&c);
		}
		if (!count_ended(&c, t)) {
			count_principles(&c);
			count_quality(&c);
		}
	}
	count_late(&c);
}

void
figures_count(struct figures *f, const struct dossier *d, struct roster *roster, const char *id)
{
	const struct report *r = f->report;
	struct groups groups = { 0 };
	size_t p, g;

	for (p = 0; p < r->nperiods; p++) {
		if (!state_fold(&f->state, d, r->model, r->periods[p].at, r->known))
			continue;
		groups_find(&groups, &f->state, r->groups, r->ngroups);
		for (g = 0; g < groups.n; g++) {
			figures_count_state(f->tally, r, &f->state, p, groups.at[g]);
			if (roster != NULL && r->periods[p].asked)
				roster_add(roster, &f->state, p, groups.at[g], id);
		}
	}
	tally_person(f->tally);
	groups_release(&groups);
}

void
figures_release(struct figures *f)
{
	state_release(&f->state);
}

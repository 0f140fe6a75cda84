/* SPDX-License-Identifier: ISC */
#include "closing.h"

#include <string.h>

struct closing {
	const struct fold *state;
	const struct record *from;	/* the first of which something is to be said */
	struct problems *problems;
};

static void
say(struct closing *c, enum severity severity, const char *code, const struct field *f,
    const char *text, date limit)
{
	char day[DATE_SIZE];

	problems_add(c->problems, severity, code, c->state->dossier->file, f->line, f->name, text,
	    date_format(limit, day));
}

static const struct field *
op_of(const struct record *r)
{
	const struct field *f = record_at(r, SLOT_OP);

	return f != NULL ? f : &r->fields[0];
}

/* What is recorded so is refused; who reads an older dossier is warned. */
static enum severity
severity_of(const struct closing *c, const struct record *r)
{
	return dossier_appended(c->state->dossier, r) ? PROBLEM_ERROR : PROBLEM_WARNING;
}

/* The trajectory that a day falls in: the last that began by then. */
static const struct trajectory *
trajectory_on(const struct fold *s, date on)
{
	size_t low = 0, high = s->ntrajectories;

	while (high - low > 1) {
		size_t middle = low + (high - low) / 2;

		if (s->trajectories[middle].begin <= on)
			low = middle;
		else
			high = middle;
	}
	return &s->trajectories[low];
}

/* Of a closed dossier: notes, address and the like, and what may be shared. */
static bool
may_follow(const struct record *r)
{
	return r->spec == NULL || r->kind == KIND_CLIENT || r->kind == KIND_NOTITIE ||
	    (r->kind == KIND_FASE && !fold_paces(r)) || r->kind == KIND_UITSTROOM ||
	    r->kind == KIND_INTREKKING ||
	    (r->kind == KIND_AKKOORD && record_code(r, AKKOORD_WAAROP) == WAAROP_DELEN);
}

static void
check_after(struct closing *c, const struct record *r)
{
	const struct trajectory *t;

	if (r->op == DATE_NONE || may_follow(r))
		return;
	t = trajectory_on(c->state, r->op);
	if (t->how != TRAJECTORY_OPEN && r->op > t->end)
		say(c, PROBLEM_WARNING, "after-closing", record_at(r, SLOT_OP),
		    _("after the closing on %s"), t->end);
}

/*
 * One closing counts, the first by date. Said is the one that was recorded later: an uitstroom that
 * is one too many, or what takes the place of a closing that was there; no decision behind one.
 */
static void
check_second(struct closing *c, const struct entry *e, const struct record **said)
{
	const struct entry *first = c->state->trajectories[e->trajectory].closing;
	const struct entry *later = first->first > e->first ? first : e;

	if (first == e || later->first < c->from || later->first == *said ||
	    (later == e && e->kind == KIND_INTAKE))
		return;
	say(c, severity_of(c, later->first), "second-closing", op_of(later->first),
	    _("the trajectory has a closing already, of %s, and one counts; expected one, "
	    "the other taken back (fasen-retract)"),
	    later == e ? first->op : e->op);
	*said = later->first;
}

static void
check_seconds(struct closing *c)
{
	const struct record *said = NULL;

	for (const struct entry *e = c->state->first[KIND_UITSTROOM]; e != NULL; e = e->next)
		check_second(c, e, &said);
	for (const struct entry *e = c->state->first[KIND_INTAKE]; e != NULL; e = e->next)
		if (entry_code(e, INTAKE_BESLUIT) >= INTAKE_AFGEWEZEN)
			check_second(c, e, &said);
}

/*
 * Whether the trajectory ended because the client died: code 02 of the national list (WMO588), or
 * our word for it.
 */
static bool
died(const struct model *m, const struct entry *closing)
{
	const char *code = closing == NULL || closing->kind != KIND_UITSTROOM ? "" :
	    entry_text(closing, UITSTROOM_REDEN);
	const struct model_reason *reason = code[0] == '\0' ? NULL : model_reason(m, code);

	return strcmp(code, "overleden") == 0 ||
	    (reason != NULL && strcmp(reason->national, "02") == 0);
}

/* What began a trajectory anew, behind the closing of the one before. */
static void
check_return(struct closing *c, const struct entry *begin)
{
	const struct trajectory *before = &c->state->trajectories[begin->trajectory - 1];
	const struct field *phase = entry_at(begin, FASE_FASE);
	const struct record *closing = before->closing->first;
	const struct entry *next = begin->next;

	/* A closing by mistake is more likely than a return. */
	if (begin->first >= c->from && died(c->state->model, before->closing))
		say(c, PROBLEM_WARNING, "after-death",
		    phase != NULL ? phase : &begin->first->fields[0],
		    _("a new trajectory, though the client died on %s"), before->end);
	if (closing > begin->first && closing >= c->from)
		say(c, severity_of(c, closing), "cut", op_of(closing),
		    _("before the phase of %s, recorded earlier, so that it cuts the trajectory "
		    "in two; expected that day or later"),
		    begin->op);
	if (next != NULL && next->trajectory == begin->trajectory && next->first < begin->first &&
	    begin->first >= c->from)
		say(c, severity_of(c, begin->first), "cut", op_of(begin->first),
		    _("before the phase of %s, recorded earlier, with which the trajectory began; "
		    "expected that day or later"),
		    next->op);
}

/* Whether the core of the method begins before or with the phase. */
static bool
guided(const struct model *m, const struct model_phase *phase)
{
	for (const struct model_phase *p = m->phases; p <= phase; p++)
		if (p->core)
			return true;
	return false;
}

/* Whoever is guided was placed: no decision says otherwise, the client being in that phase. */
static void
check_decision(struct closing *c, const struct entry *e, const struct entry *in)
{
	const struct field *f = entry_at(e, INTAKE_BESLUIT);
	const struct entry *closing = c->state->trajectories[e->trajectory].closing;
	int decision = entry_code(e, INTAKE_BESLUIT);

	if (e->first < c->from || in == NULL || in->trajectory != e->trajectory ||
	    in->phase == NULL || !guided(c->state->model, in->phase) ||
	    (closing != NULL && closing->order < e->order))
		return;
	if (decision == INTAKE_GEPLAATST && e->op > in->op)
		problems_add(c->problems, PROBLEM_WARNING, "declined", c->state->dossier->file,
		    f->line, f->name,
		    _("counts as placed on that day, though the client is in %s; expected the day "
		    "of the decision"), in->phase->code);
	else if (decision == INTAKE_WACHTLIJST)
		problems_add(c->problems, PROBLEM_WARNING, "declined", c->state->dossier->file,
		    f->line, f->name,
		    _("counts as waiting, though the client is in %s; expected an earlier phase"),
		    in->phase->code);
	else if (decision >= INTAKE_AFGEWEZEN)
		problems_add(c->problems, PROBLEM_WARNING, "declined", c->state->dossier->file,
		    f->line, f->name,
		    _("ends the trajectory as not placed, though the client is in %s; "
		    "expected an uitstroom"),
		    in->phase->code);
}

/*
 * A decision that was taken already, or that another of the same day contradicts. Who waits may be
 * said to wait again, and be placed on the day itself.
 */
static void
check_again(struct closing *c, const struct entry *e, const struct entry *before, enum slot slot)
{
	const struct field *f = entry_at(e, slot);
	int said = entry_code(e, slot), was = before == NULL ? FIELD_UNTYPED :
	    entry_code(before, slot);
	const struct trajectory *t = &c->state->trajectories[e->trajectory];
	bool intake = e->kind == KIND_INTAKE;

	if (t->how != TRAJECTORY_OPEN && e->op > t->end)
		return;		/* said of what follows a closing */
	if (e->first < c->from || was == FIELD_UNTYPED || said == FIELD_UNTYPED ||
	    before->trajectory != e->trajectory || record_compare(e->first, before->first) == 0)
		return;
	if (said != was && e->op == before->op && !(intake && was == INTAKE_WACHTLIJST))
		problems_add(c->problems, PROBLEM_WARNING, "decided", c->state->dossier->file,
		    f->line, f->name, _("%s on line %ld, of the same day; expected one of the two, "
		    "the other taken back"), entry_text(before, slot), before->first->line);
	else if (intake && said == was && said != INTAKE_WACHTLIJST)
		say(c, PROBLEM_WARNING, "decided", f, _("decided so already, on %s"), before->op);
}

static void
check_decided(struct closing *c, enum kind kind, enum slot slot)
{
	const struct entry *before = NULL;

	for (const struct entry *e = c->state->first[kind]; e != NULL; e = e->next) {
		check_again(c, e, before, slot);
		before = e;
	}
}

static void
check_decisions(struct closing *c)
{
	const struct entry *phase = c->state->first[KIND_FASE], *in = NULL, *e;

	for (e = c->state->first[KIND_INTAKE]; e != NULL; e = e->next) {
		for (; phase != NULL && phase->order < e->order; phase = phase->next)
			in = phase;
		check_decision(c, e, in);
	}
}

void
closing_check(const struct fold *s, size_t from, struct problems *problems)
{
	struct closing c = { .state = s, .from = s->dossier->records + from, .problems = problems };
	size_t last = 0;

	for (size_t i = from > 0 ? from : 1; i < s->dossier->n; i++)
		if (!fold_taken(s, &s->dossier->records[i]))
			check_after(&c, &s->dossier->records[i]);
	check_seconds(&c);
	for (const struct entry *e = s->first[KIND_FASE]; e != NULL; e = e->next) {
		if (e->trajectory > last)
			check_return(&c, e);
		last = e->trajectory;
	}
	check_decisions(&c);
	check_decided(&c, KIND_INTAKE, INTAKE_BESLUIT);
	check_decided(&c, KIND_EVALUATIE, EVALUATIE_BESLUIT);
}

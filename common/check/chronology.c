/* SPDX-License-Identifier: ISC */
#include "chronology.h"

#include <string.h>

#include "requirement.h"
#include "transition.h"

enum {
	OLDEST = 120,		/* years: nobody of that age is registered, so the year is likely
				   mistyped */
	REFOLDED = 500		/* moves looked at as they were then, which costs a fold: more is
				   no life but an attack */
};

struct chronology {
	const struct fold *state;
	date today, begin;
	struct problems *problems;
};

static void
say(struct chronology *c, enum severity severity, const char *code, const struct field *f,
    const char *text, date limit)
{
	char day[DATE_SIZE];

	problems_add(c->problems, severity, code, c->state->dossier->file, f->line, f->name,
	    "%s %s", text, date_format(limit, day));
}

static void
check_birth(struct chronology *c, const struct field *f)
{
	date born = f->is.day;

	if (born == DATE_NONE || c->begin == DATE_NONE)
		return;
	if (born > c->begin)
		say(c, PROBLEM_ERROR, "birth", f, _("birth after the registration on"), c->begin);
	else if (date_add_years(born, OLDEST) < c->begin)
		say(c, PROBLEM_WARNING, "birth", f,
		    _("birth more than 120 years before the registration on"), c->begin);
}

/* What lies ahead of a record: a target, the next evaluation, aftercare. */
static void
check_ahead(struct chronology *c, const struct record *r, const struct field *f, date op)
{
	static const struct { enum kind kind; enum slot slot; } ahead[] = {
		{ KIND_FASE, FASE_STREEFDATUM }, { KIND_DOEL, DOEL_STREEFDATUM },
		{ KIND_WERKPUNT, WERKPUNT_STREEFDATUM }, { KIND_AKKOORD, AKKOORD_TOT },
		{ KIND_EVALUATIE, EVALUATIE_VOLGENDE }, { KIND_UITSTROOM, UITSTROOM_NAZORG },
	};
	bool next = r->kind == KIND_EVALUATIE && f->slot == EVALUATIE_VOLGENDE;
	date d = f->is.day;
	size_t i = 0;

	if (d == DATE_NONE || op == DATE_NONE || d > op || (d == op && !next))
		return;
	while (i < sizeof ahead / sizeof *ahead &&
	    (ahead[i].kind != r->kind || ahead[i].slot != f->slot))
		i++;
	if (i < sizeof ahead / sizeof *ahead)
		say(c, PROBLEM_WARNING, "target", f, next ? _("not after the record's own date") :
		    _("before the record's own date"), op);
}

/*
 * A goal, or a change in the client's own data, may be recorded before it holds; what happens or is
 * measured may not.
 */
static bool
may_be_ahead(const struct record *r)
{
	return r->spec == NULL || (r->spec->amends && r->kind != KIND_LEEFGEBIED);
}

static void
check_recorded(struct chronology *c, const struct record *r, const struct field *f, date op)
{
	date recorded = f->is.day;

	if (recorded == DATE_NONE)
		return;
	if (recorded > c->today)
		say(c, PROBLEM_WARNING, "future", f, _("after today,"), c->today);
	else if (op != DATE_NONE && recorded < op && !may_be_ahead(r))
		say(c, PROBLEM_WARNING, "recorded-early", f, _("recorded before it holds from"),
		    op);
}

static void
check_record(struct chronology *c, const struct record *r)
{
	date op = r->op;
	bool client = r->kind == KIND_CLIENT;
	size_t i;

	for (i = 2; i < r->n; i++) {
		const struct field *f = &r->fields[i];

		if (f->spec == NULL || f->spec->type != FIELD_DATE)
			continue;
		if (f->slot == SLOT_OP) {
			if (op != DATE_NONE && c->begin != DATE_NONE && op < c->begin)
				say(c, PROBLEM_ERROR, "before-registration", f,
				    _("before the registration on"), c->begin);
			if (op > c->today)
				say(c, PROBLEM_WARNING, "future", f, _("after today,"), c->today);
		} else if (f->slot == SLOT_VASTGELEGD)
			check_recorded(c, r, f, op);
		else if (client && f->slot == CLIENT_GEBOREN)
			check_birth(c, f);
		else if (client && f->slot == CLIENT_AANGEMELD) {
			/*
			 * Who is registered was so by now: what is to come may be recorded, a
			 * client to come may not.
			 */
			if (f->is.day > c->today)
				say(c, PROBLEM_ERROR, "future", f, _("after today,"), c->today);
		} else
			check_ahead(c, r, f, op);
	}
}

/* A goal or action that is referred to must have begun by then. */
static void
check_begun(struct chronology *c, const struct record *r)
{
	date op = r->op;
	size_t i;

	for (i = 2; op != DATE_NONE && i < r->n; i++) {
		const struct field *f = &r->fields[i];
		const struct entry *e = NULL;

		if (f->spec != NULL && f->spec->ref == REF_DOEL)
			e = fold_keyed(c->state, KIND_DOEL, f->value);
		else if (f->spec != NULL && f->spec->ref == REF_WERKPUNT)
			e = fold_keyed(c->state, KIND_WERKPUNT, f->value);
		if (e != NULL && e->op != DATE_NONE && e->op > op)
			say(c, PROBLEM_WARNING, "not-begun", f, _("begins only on"), e->op);
	}
}

/*
 * The last evaluation since the phase was entered, up to the day of the move (i: the move's place).
 */
static const struct entry *
last_evaluation(const struct fold *s, size_t i, const struct entry *from)
{
	date until = s->entries[i].op;

	while (i + 1 < s->n && s->entries[i + 1].op == until)
		i++;
	for (;; i--) {
		const struct entry *e = &s->entries[i];

		if (e->op < from->op || i == 0)
			return NULL;
		if (e->kind == KIND_EVALUATIE && requirement_since(s, from, e))
			return e;
	}
}

static bool
leads_to(const struct fold *s, const struct entry *from, size_t to)
{
	const struct model_phase *old = from->phase, *new = s->entries[to].phase;
	const struct entry *evaluation;
	size_t i;

	if (old->nnext == 0)
		return model_phase_index(s->model, new) == model_phase_index(s->model, old) + 1;
	evaluation = last_evaluation(s, to, from);
	for (i = 0; evaluation != NULL && i < old->nnext; i++)
		if (strcmp(old->next[i].besluit, entry_text(evaluation, EVALUATIE_BESLUIT)) == 0 &&
		    &s->model->phases[old->next[i].phase] == new)
			return true;
	return false;
}

/*
 * Phases may be passed over when what each of them asks is there. The state `then` follows the days
 * of the phases.
 */
static bool
conditions_met(const struct fold *s, struct fold *then, const struct entry *from,
    const struct entry *to)
{
	size_t phase = model_phase_index(s->model, from->phase),
	    last = model_phase_index(s->model, to->phase), i;
	bool met = phase < last &&
	    (then->dossier != NULL || fold_begin(then, s->dossier, s->model, DATE_LAST)) &&
	    fold_to(then, to->op);

	for (; met && phase < last; phase++) {
		const struct model_phase *passed = &s->model->phases[phase];

		if (!model_phase_asks(passed, s->trajectories[from->own].begin))
			continue;
		for (i = 0; met && i < passed->nconditions; i++)
			met = requirement_met(&passed->conditions[i], then, from);
	}
	return met;
}

/*
 * Whether the records that stand above it in the file allow it: what was recorded later, of an
 * earlier day, is not held against it.
 */
static bool
was_allowed(const struct fold *s, const struct entry *from, const struct entry *to)
{
	struct dossier above = *s->dossier;
	struct transition t = { 0 };
	struct fold then = { 0 };
	bool allowed = false;

	above.n = (size_t)(to->first - s->dossier->records);
	if (fold_day(&then, &above, s->model, to->op, DATE_LAST) && !fold_closed(&then) &&
	    then.phase != NULL && then.phase->first == from->first) {
		transition_to(&t, &then, to->phase, false);
		allowed = transition_ready(&t);
	}
	transition_release(&t);
	fold_release(&then);
	return allowed;
}

/*
 * Recorded on the day that the dossier was taken over from elsewhere: what was between is not known
 * here.
 */
static bool
taken_over(const struct fold *s, const struct entry *e)
{
	const struct record *r = &s->dossier->records[0];
	date taken = r->recorded;

	return taken != DATE_NONE && taken > r->op && e->first->recorded == taken;
}

/* A trajectory may begin in any phase, and what was taken over stands as it is. */
static void
check_phases(struct chronology *c, size_t from)
{
	const struct fold *s = c->state;
	const struct entry *e, *before = NULL;
	struct fold then = { 0 };
	size_t refolded = 0;

	for (e = s->first[KIND_FASE]; e != NULL; e = e->next) {
		if (e->first >= &s->dossier->records[from] && before != NULL &&
		    before->trajectory == e->trajectory && before->phase != NULL &&
		    e->phase != NULL && record_at(e->first, FASE_REDEN) == NULL &&
		    entry_at(e, FASE_AFWIJKING) == NULL &&
		    !(e->phase == before->phase && record_at(e->first, FASE_STREEFDATUM) != NULL) &&
		    !taken_over(s, e) && !leads_to(s, before, (size_t)(e - s->entries)) &&
		    !conditions_met(s, &then, before, e) &&
		    (refolded++ >= REFOLDED || !was_allowed(s, before, e)))
			problems_add(c->problems, PROBLEM_WARNING, "phase-order", s->dossier->file,
			    e->first->line, schema_name(KIND_FASE, FASE_FASE),
			    before->phase->nnext > 0 ?
			    _("%s after %s is not where an evaluation led; expected a Reden") :
			    _("%s is not the phase after %s, and not all is there to pass phases "
			    "over; expected a Reden or Afwijking"), e->phase->code,
			    before->phase->code);
		before = e;
	}
	fold_release(&then);
}

static bool
there_by(const struct fold *s, enum kind kind, date on)
{
	return s->first[kind] != NULL && s->first[kind]->op <= on;
}

static void
check_agreement(struct chronology *c, const struct entry *e)
{
	static const struct { int on; enum kind asks, or; } about[] = {
		{ WAAROP_PERSOONSBESCHRIJVING, KIND_LEEFGEBIED, KIND_KRACHT },
		{ WAAROP_PLAN, KIND_DOEL, KIND_DOEL },
		{ WAAROP_EVALUATIE, KIND_EVALUATIE, KIND_EVALUATIE },
	};
	size_t i;

	for (i = 0; i < sizeof about / sizeof *about; i++)
		if (entry_code(e, AKKOORD_WAAROP) == about[i].on &&
		    !there_by(c->state, about[i].asks, e->op) &&
		    !there_by(c->state, about[i].or, e->op))
			problems_add(c->problems, PROBLEM_WARNING, "agreement",
			    c->state->dossier->file, e->first->line,
			    schema_name(KIND_AKKOORD, AKKOORD_WAAROP),
			    _("agreement on %s while no %s was recorded by then"),
			    entry_text(e, AKKOORD_WAAROP), schema_kinds[about[i].asks].name);
}

/* A strength or a person who ends as it begins: likely one that is there, in other words. */
static void
check_ends(struct chronology *c, enum kind kind, enum slot until, long from)
{
	for (const struct entry *e = c->state->first[kind]; e != NULL; e = e->next) {
		const struct field *f = entry_at(e, until);

		if (f != NULL && f->line >= from && f->is.day != DATE_NONE && f->is.day <= e->op)
			say(c, PROBLEM_WARNING, "target", f, _("not after its begin on"), e->op);
	}
}

void
chronology_check(const struct fold *s, date today, size_t from, struct problems *problems)
{
	struct chronology c = { .state = s, .today = today,
	    .begin = entry_day(s->client, CLIENT_AANGEMELD), .problems = problems };

	for (size_t i = from; i < s->dossier->n; i++) {
		if (fold_taken(s, &s->dossier->records[i]))
			continue;
		check_record(&c, &s->dossier->records[i]);
		check_begun(&c, &s->dossier->records[i]);
	}
	for (const struct entry *e = s->first[KIND_AKKOORD]; e != NULL; e = e->next)
		if (e->first >= &s->dossier->records[from])
			check_agreement(&c, e);
	check_ends(&c, KIND_KRACHT, KRACHT_TOT, s->dossier->records[from].line);
	check_ends(&c, KIND_NETWERK, NETWERK_TOT, s->dossier->records[from].line);
	check_phases(&c, from);
}

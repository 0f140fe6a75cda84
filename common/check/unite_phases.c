/* SPDX-License-Identifier: ISC */
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "handle.h"
#include "rehandle.h"
#include "unite_state.h"

static bool
of_phases(const struct record *r)
{
	return r->kind == KIND_FASE || r->kind == KIND_INTAKE || r->kind == KIND_UITSTROOM;
}

/* From which day to which one a trajectory says where the client is; open ones to the last. */
struct span {
	date begin, end;
};

/* Of each trajectory; and of each record about a phase in which one it is. */
static struct span *
find_spans(const struct fold *s, size_t *where)
{
	struct span *spans = alloc_new(s->ntrajectories, sizeof *spans);
	size_t i, j;

	for (i = 0; i < s->ntrajectories; i++)
		spans[i] = (struct span){ s->trajectories[i].begin,
		    s->trajectories[i].how == TRAJECTORY_OPEN ? DATE_LAST :
		    s->trajectories[i].end };
	/* One that only changes the pace is no entry. */
	for (i = 1; i < s->dossier->n; i++)
		for (j = 1; j < s->ntrajectories; j++)
			if (spans[j].begin <= s->dossier->records[i].op)
				where[i] = j;
	for (i = 0; i < s->n; i++) {
		const struct entry *e = &s->entries[i];

		if (!of_phases(e->first))
			continue;
		where[e->first - s->dossier->records] = j = e->trajectory;
		if (e->op < spans[j].begin)
			spans[j].begin = e->op;
		if (e->op > spans[j].end)
			spans[j].end = e->op;
	}
	return spans;
}

/* Whether both say the same: of a and of b, each with the mark that b's have. */
static bool
equal(const struct uniting *u, const struct record *a, const struct record *b)
{
	const char *mark = unite_mark_of(b)[0] != '\0' || u->mark == NULL ? unite_mark_of(b) :
	    u->mark;
	size_t i = 2, j = 2;

	if (a->kind != b->kind || strcmp(unite_mark_of(a), mark) != 0)
		return false;
	for (;; i++, j++) {
		i += i < a->n && a->fields[i].slot == SLOT_UIT_DOSSIER;
		j += j < b->n && b->fields[j].slot == SLOT_UIT_DOSSIER;
		if (i >= a->n || j >= b->n)
			return i >= a->n && j >= b->n;
		if (strcmp(a->fields[i].name, b->fields[j].name) != 0 ||
		    strcmp(a->fields[i].value, b->fields[j].value) != 0)
			return false;
	}
}

/* Whether b has the record of a too: what both took over, or a did of b. */
static bool
in_b(const struct uniting *u, const struct record *r)
{
	for (size_t i = 1; i < u->b.dossier.n; i++)
		if (equal(u, r, &u->b.dossier.records[i]))
			return true;
	return false;
}

/* Whether it is a's alone, and did not come from b before. */
static bool
own(const struct uniting *u, const struct record *r)
{
	return (u->mark == NULL || strcmp(unite_mark_of(r), u->mark) != 0) && !in_b(u, r);
}

/* Whether a's dossier says by itself where the client is in that trajectory. */
static bool
own_trajectory(const struct uniting *u, size_t trajectory)
{
	const struct dossier *d = &u->a.dossier;

	for (size_t i = 1; trajectory > 0 && i < d->n; i++)
		if (u->where[0][i] == trajectory && of_phases(&d->records[i]) &&
		    own(u, &d->records[i]))
			return true;
	return trajectory == 0;
}

void
unite_find_meeting(struct uniting *u)
{
	const struct fold *s[] = { &u->of_a, &u->of_b };
	struct span *spans[2];

	for (size_t i = 0; i < 2; i++) {
		u->where[i] = alloc_new(s[i]->dossier->n, sizeof *u->where[i]);
		u->meets[i] = alloc_new(s[i]->ntrajectories, sizeof *u->meets[i]);
		spans[i] = find_spans(s[i], u->where[i]);
	}
	u->turns.at = alloc_new(s[1]->ntrajectories, sizeof *u->turns.at);
	/* Of one day a's records come first. */
	for (size_t i = 0; i < s[0]->ntrajectories; i++)
		for (size_t j = 0; own_trajectory(u, i) && j < s[1]->ntrajectories; j++)
			if (spans[0][i].begin == spans[1][j].begin ||
			    (spans[0][i].end > spans[1][j].begin &&
			    spans[1][j].end >= spans[0][i].begin))
				u->meets[0][i] = u->meets[1][j] = true;
			else if (spans[0][i].end == spans[1][j].begin &&
			    !turns_have(&u->turns, spans[1][j].begin))
				u->turns.at[u->turns.n++] = spans[1][j].begin;
	free(spans[0]);
	free(spans[1]);
}

/* Whether b has that record of a, and took it back. */
static bool
taken_in_b(const struct uniting *u, const struct record *r)
{
	for (size_t i = 1; i < u->b.n; i++)
		if (u->b.pieces[i].taken && equal(u, r, u->b.pieces[i].record))
			return true;
	return false;
}

/* Whether what took the record back in a came from b, which has it no longer: it holds again. */
static bool
holds_again(const struct uniting *u, const struct piece *p)
{
	bool taken = false;

	for (size_t i = 1; i < u->a.n; i++) {
		const struct piece *by = &u->a.pieces[i];

		if (by->takes != p || by->taken)
			continue;
		if (!taken_in_b(u, by->record))
			return false;
		taken = true;
	}
	return taken;
}

/* Whether a does not have it from b yet, or only as taken back and b has it hold again. */
static bool
new_of_b(const struct uniting *u, const struct record *r)
{
	for (size_t i = 1; i < u->a.n; i++)
		if (equal(u, u->a.pieces[i].record, r) && !holds_again(u, &u->a.pieces[i]))
			return false;
	return true;
}

/* Whether it says where the client is in a trajectory that one of the other dossier overlaps. */
static bool
meets(const struct uniting *u, size_t side, const struct record *r)
{
	const struct fold *s = side == 0 ? &u->of_a : &u->of_b;

	return of_phases(r) && !fold_taken(s, r) &&
	    u->meets[side][u->where[side][r - s->dossier->records]];
}

/*
 * The first record of its own by which a dossier is in a phase, decided on or closed where the two
 * overlap. What only begins it there is passed over unless `any`; NULL when there is none.
 */
static const struct record *
beyond_begin(const struct uniting *u, size_t side, bool any)
{
	const struct fold *s = side == 0 ? &u->of_a : &u->of_b;
	size_t n = any;

	for (size_t i = 1; i < s->dossier->n; i++) {
		const struct record *r = &s->dossier->records[i];

		if (meets(u, side, r) && (n++ > 0 || r->kind != KIND_FASE) &&
		    (side == 0 ? own(u, r) : new_of_b(u, r)))
			return r;
	}
	return NULL;
}

/* Says so where the one that goes on is closed and the other was not. */
static void
say_closed(struct uniting *u, size_t holds)
{
	const struct fold *s = holds == 0 ? &u->of_a : &u->of_b;
	const struct fold *other = holds == 0 ? &u->of_b : &u->of_a;

	if (fold_closed(s) && !fold_closed(other) && !u->again &&
	    u->meets[1 - holds][other->ntrajectories - 1])
		problems_add(u->problems, PROBLEM_WARNING, "closed", other->dossier->file,
		    other->phase != NULL ? other->phase->first->line :
		    other->dossier->records[0].line, NULL,
		    _("is open; the phases of %s hold, which is closed, for they overlap"),
		    s->dossier->id);
}

enum unite_phases
unite_choose_phases(struct uniting *u)
{
	const char *word = u->how->phases_of;
	const struct record *x = beyond_begin(u, 0, false);
	const struct record *y = beyond_begin(u, 1, u->again);

	if (word != NULL && (strcmp(word, "A") == 0 || strcmp(word, u->a.dossier.id) == 0))
		return UNITE_A;
	if (word != NULL && (strcmp(word, "B") == 0 || strcmp(word, u->b.dossier.id) == 0))
		return UNITE_B;
	if (word == NULL && u->again && y == NULL)
		return UNITE_ASIS;
	if (word == NULL && (x == NULL || y == NULL)) {
		say_closed(u, y != NULL);
		return y != NULL ? UNITE_B : UNITE_A;
	}
	if (word != NULL)
		problems_add(u->problems, PROBLEM_ERROR, "phases", NULL, 0, NULL,
		    _("--phases-of: expected A or B"));
	else
		problems_add(u->problems, PROBLEM_ERROR, "phases", u->a.dossier.file, x->line, NULL,
		    _("both have phases of their own, these and those at %s:%ld; "
		    "--phases-of=A|B says whose hold"), u->b.dossier.file, y->line);
	return UNITE_REFUSED;
}

static void
take_back(struct uniting *u, bool of_b, const struct piece *p, const struct handles *handles,
    const char *why)
{
	const struct version *v = of_b ? &u->b : &u->a;
	char handle[HANDLE_SIZE];
	struct draft draft;

	rehandle_of(v, (size_t)(p - v->pieces), handles, handle);
	draft_of(&draft, KIND_INTREKKING);
	draft_put(&draft, INTREKKING_WAT, handle);
	draft_put(&draft, INTREKKING_SOORT, p->record->name);
	draft_put(&draft, INTREKKING_REDEN, why);
	unite_sign(u, &draft);
	unite_add_draft(u, of_b ? &u->to_b : &u->to_a, &draft, p->record->line);
	draft_release(&draft);
}

/* Whether by the record an earlier call took back what b says, which holds now. */
static bool
undone(const struct uniting *u, const struct piece *p, const char *why)
{
	return p->takes != NULL && !p->taken && of_phases(p->takes->record) &&
	    !own(u, p->takes->record) &&
	    strcmp(record_text(p->record, INTREKKING_REDEN), why) == 0;
}

void
unite_take_back_phases(struct uniting *u, bool of_b)
{
	struct version *v = of_b ? &u->b : &u->a;
	struct handles handles;
	struct text why = { 0 };

	handles_read(&handles, &v->dossier);
	text_addf(&why, "%s: %s", u->a.dossier.id, u->b.dossier.id);
	for (size_t i = 1; i < v->n; i++) {
		const struct piece *p = &v->pieces[i];

		if (of_b ? meets(u, 1, p->record) && new_of_b(u, p->record) :
		    (meets(u, 0, p->record) && own(u, p->record)) ||
		    undone(u, p, text_string(&why)))
			take_back(u, of_b, p, &handles, text_string(&why));
	}
	text_release(&why);
	handles_release(&handles);
}

void
unite_take_begin(struct uniting *u)
{
	const struct record *r = &u->b.dossier.records[0];
	date begin = record_day(r, CLIENT_AANGEMELD);
	struct draft draft;

	if (u->meets[1][0])
		return;
	for (const struct entry *e = u->of_b.first[KIND_FASE]; e != NULL; e = e->next)
		if (e->trajectory == 0 && e->op <= begin)
			return;
	draft_of(&draft, KIND_FASE);
	draft_put(&draft, FASE_FASE, u->join->model->phases[0].code);
	draft_put(&draft, SLOT_OP, record_text(r, CLIENT_AANGEMELD));
	if (record_at(r, SLOT_DOOR) != NULL)
		draft_put(&draft, SLOT_DOOR, record_text(r, SLOT_DOOR));
	if (record_at(r, SLOT_VASTGELEGD) != NULL)
		draft_put(&draft, SLOT_VASTGELEGD, record_text(r, SLOT_VASTGELEGD));
	draft_put(&draft, SLOT_UIT_DOSSIER, u->mark);
	unite_add_draft(u, &u->to_b, &draft, r->line);
	draft_release(&draft);
}

bool
unite_check_apart(struct uniting *u)
{
	struct version made = { 0 };
	struct problems none = { 0 };
	struct fold s = { 0 };
	bool apart = !u->again;

	for (size_t i = 0; i < u->of_a.ntrajectories; i++)
		apart = apart && !u->meets[0][i];
	if (!apart)
		return true;
	apart = version_read(&made, u->join->text.at, u->join->text.len, u->a.dossier.file, false,
	    &none) && fold_day(&s, &made.dossier, u->join->model, DATE_LAST, DATE_LAST) &&
	    s.ntrajectories == u->of_a.ntrajectories + u->of_b.ntrajectories;
	fold_release(&s);
	version_release(&made);
	problems_release(&none);
	if (!apart)
		problems_add(u->problems, PROBLEM_ERROR, "phases", u->a.dossier.file,
		    u->a.dossier.records[0].line, NULL,
		    _("once merged by date with %s the trajectories of the two do not stand apart; "
		    "expected the records of each file in order of date"), u->b.dossier.file);
	return apart;
}

/* SPDX-License-Identifier: ISC */
#include "unite.h"

#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "handle.h"
#include "replaced.h"
#include "utf8.h"
#include "unite_state.h"

void
unite_add(struct making *m, const char *bytes, size_t n, long line, bool runs)
{
	text_add(&m->text, bytes, n);
	for (size_t i = 0; i < n; i++)
		if (bytes[i] == '\n') {
			m->lines = alloc_room(m->lines, &m->cap, m->n + 1, sizeof *m->lines);
			m->lines[m->n++] = line;
			line += runs;
		}
}

void
unite_add_draft(struct uniting *u, struct making *m, const struct draft *draft, long line)
{
	struct text t = { 0 };

	draft_write(draft, u->a.dossier.id, "\n", &t);
	unite_add(m, text_string(&t), t.len, line, false);
	text_release(&t);
}

static bool
of_phases(const struct record *r)
{
	return r->kind == KIND_FASE || r->kind == KIND_INTAKE || r->kind == KIND_UITSTROOM;
}

static bool
has_equal(const struct fold *s, const struct record *r)
{
	for (size_t i = 1; i < s->dossier->n; i++) {
		const struct record *other = &s->dossier->records[i];
		size_t j = 2;

		if (other->kind != r->kind || other->n != r->n)
			continue;
		while (j < r->n && strcmp(other->fields[j].name, r->fields[j].name) == 0 &&
		    strcmp(other->fields[j].value, r->fields[j].value) == 0)
			j++;
		if (j == r->n)
			return true;
	}
	return false;
}

/*
 * The second record by which a dossier is in a phase, decided on or closed; NULL when it is just
 * begun. What the other dossier has too (NULL = none) is no matter.
 */
static const struct record *
beyond_begin(const struct fold *s, const struct fold *other)
{
	size_t n = 0;

	for (size_t i = 1; i < s->dossier->n; i++) {
		const struct record *r = &s->dossier->records[i];

		if (of_phases(r) && !fold_taken(s, r) && (n++ > 0 || r->kind != KIND_FASE) &&
		    (other == NULL || !has_equal(other, r)))
			return r;
	}
	return NULL;
}

void
unite_sign(const struct uniting *u, struct draft *d)
{
	char day[DATE_SIZE];

	draft_put(d, SLOT_OP, date_format(u->join->today, day));
	draft_put(d, SLOT_DOOR, u->how->by);
}

/* The phases of the dossier are kept, and taken back; what the other has too stands there. */
static void
take_back_phases(struct uniting *u, const struct fold *s, const struct fold *other,
    struct making *to)
{
	struct handles handles;
	char handle[HANDLE_SIZE];
	struct text why = { 0 };

	handles_read(&handles, s->dossier);
	text_addf(&why, "%s: %s", u->a.dossier.id, u->b.dossier.id);
	for (size_t i = 1; i < s->dossier->n; i++) {
		const struct record *r = &s->dossier->records[i];
		struct draft draft;

		if (!of_phases(r) || fold_taken(s, r) || has_equal(other, r))
			continue;
		draft_of(&draft, KIND_INTREKKING);
		draft_put(&draft, INTREKKING_WAT, handles_of(&handles, i, handle));
		draft_put(&draft, INTREKKING_SOORT, r->name);
		draft_put(&draft, INTREKKING_REDEN, text_string(&why));
		unite_sign(u, &draft);
		unite_add_draft(u, to, &draft, r->line);
		draft_release(&draft);
	}
	text_release(&why);
	handles_release(&handles);
}

/* Notes before the first record of a goal or action what it is called in its own dossier. */
static void
note_former(struct uniting *u, struct version *v, struct piece *p)
{
	const struct schema_field *key = p->record->spec == NULL ? NULL :
	    schema_key(p->record->spec);
	const struct identities *all = p->record->kind == KIND_DOEL ? u->goals : u->actions;
	const struct identity *one;

	if (p->record->kind != KIND_DOEL && p->record->kind != KIND_WERKPUNT)
		return;
	one = identities_find(&all[v == &u->b], record_text(p->record, key->slot));
	if (one != NULL && one->first == p)
		version_note_former(v, p, one->key, v->dossier.id);
}

/* A record of b as one of a's client. */
static void
add_record(struct uniting *u, const struct piece *p)
{
	long line = p->record->line - (long)(p->lead_n > 0), client = p->record->fields[1].line;
	const char *s = p->body, *end = s + p->body_n;

	unite_add(&u->to_b, p->lead, p->lead_n, line, false);
	for (line = p->record->line; s < end; line++) {
		const char *stop = memchr(s, '\n', (size_t)(end - s));
		size_t n = (size_t)((stop == NULL ? end : stop + 1) - s);
		struct text t = { 0 };

		if (line == client) {
			text_addf(&t, "%s: %s\n", SCHEMA_CLIENT, u->a.dossier.id);
			unite_add(&u->to_b, text_string(&t), t.len, line, true);
		} else
			unite_add(&u->to_b, s, n, line, true);
		text_release(&t);
		s += n;
	}
	unite_add(&u->to_b, "\n", 1, line, false);
}

/* Which of the two's phases hold: 0 a's, 1 b's; -1 with the reason when that is not known. */
static int
phases_of(struct uniting *u)
{
	const char *word = u->how->phases_of;
	const struct record *x = beyond_begin(&u->of_a, NULL);
	const struct record *y = beyond_begin(&u->of_b, u->again ? &u->of_a : NULL);

	if (word != NULL && (strcmp(word, "A") == 0 || strcmp(word, u->a.dossier.id) == 0))
		return 0;
	if (word != NULL && (strcmp(word, "B") == 0 || strcmp(word, u->b.dossier.id) == 0))
		return 1;
	if (word == NULL && (x == NULL || y == NULL))
		return y != NULL;
	if (word != NULL)
		problems_add(u->problems, PROBLEM_ERROR, "phases", NULL, 0, NULL,
		    _("--phases-of: expected A or B"));
	else
		problems_add(u->problems, PROBLEM_ERROR, "phases", u->a.dossier.file, x->line, NULL,
		    _("both have phases of their own, these and those at %s:%ld; "
		    "--phases-of=A|B says whose hold"), u->b.dossier.file, y->line);
	return -1;
}

/* Whether they can be one: two ids, the earlier registration first. */
static bool
fit(struct uniting *u)
{
	date a = record_day(&u->a.dossier.records[0], CLIENT_AANGEMELD);
	date b = record_day(&u->b.dossier.records[0], CLIENT_AANGEMELD);

	if (strcmp(u->a.dossier.id, u->b.dossier.id) == 0)
		problems_add(u->problems, PROBLEM_ERROR, "same-client", u->a.dossier.file,
		    u->a.dossier.records[0].line, SCHEMA_CLIENT,
		    _("both are dossiers of %s; --join joins two versions of one"),
		    u->a.dossier.id);
	else if (a > b)
		problems_add(u->problems, PROBLEM_ERROR, "later", u->a.dossier.file,
		    u->a.dossier.records[0].line, schema_name(KIND_CLIENT, CLIENT_AANGEMELD),
		    _("registered later than in %s; expected the earlier one first"),
		    u->b.dossier.file);
	else
		return true;
	return false;
}

static bool
same_value(const struct field *x, const struct field *y)
{
	char *a, *b;
	bool same;

	if (x->slot != CLIENT_NAAM)
		return strcmp(x->value, y->value) == 0;
	a = utf8_fold_name(x->value);
	b = utf8_fold_name(y->value);
	same = strcmp(a, b) == 0;
	free(a);
	free(b);
	return same;
}

/* Whether nothing says that they are two; one BSN settles it, whatever the name by now. */
static bool
one_person(struct uniting *u)
{
	static const enum slot slots[] = { CLIENT_BSN, CLIENT_NAAM, CLIENT_GEBOREN };
	bool one = true;

	for (size_t i = 0; i < sizeof slots / sizeof *slots; i++) {
		const struct field *x = entry_at(u->of_a.client, slots[i]);
		const struct field *y = entry_at(u->of_b.client, slots[i]);

		if (x == NULL || y == NULL)
			continue;
		if (same_value(x, y)) {
			if (slots[i] == CLIENT_BSN)
				return true;
			continue;
		}
		one = false;
		problems_add(u->problems, PROBLEM_ERROR, "other-person", u->a.dossier.file, x->line,
		    x->name, _("another one than at %s:%ld, as of another person; "
		    "--same-person says that they are one"), u->b.dossier.file, y->line);
	}
	return one;
}

static enum join_result
join_made(struct uniting *u)
{
	struct join join = *u->join;
	enum join_result result;

	join.dossiers = true;
	join.text = (struct text){ 0 };
	join.a_lines = join.b_lines = NULL;
	join.a = (struct join_source){ u->to_a.text.at, u->to_a.text.len, u->join->a.file,
	    u->to_a.lines };
	join.b = (struct join_source){ u->to_b.text.at, u->to_b.text.len, u->join->b.file,
	    u->to_b.lines };
	result = join_run(&join, u->problems);
	u->join->text = join.text;
	join.text = (struct text){ 0 };
	join_clear(&join);
	return result;
}

static enum join_result
unite(struct uniting *u)
{
	const struct piece *first = &u->a.pieces[0];
	int phases;

	if (!fit(u) || !fold_day(&u->of_a, &u->a.dossier, u->join->model, DATE_LAST, DATE_LAST) ||
	    !fold_day(&u->of_b, &u->b.dossier, u->join->model, DATE_LAST, DATE_LAST))
		return JOIN_REFUSED;
	u->again = replaced_has(&u->a.dossier, u->b.dossier.id);
	if (!u->again && !u->how->same_person && !one_person(u))
		return JOIN_REFUSED;
	phases = phases_of(u);
	if (phases < 0)
		return JOIN_REFUSED;
	identities_read(&u->goals[0], &u->a, KIND_DOEL);
	identities_read(&u->goals[1], &u->b, KIND_DOEL);
	identities_read(&u->actions[0], &u->a, KIND_WERKPUNT);
	identities_read(&u->actions[1], &u->b, KIND_WERKPUNT);
	for (size_t i = 0; i < u->a.n; i++) {
		struct piece *p = &u->a.pieces[i];

		if (!u->again)
			note_former(u, &u->a, p);
		unite_add(&u->to_a, p->lead, p->lead_n, p->record->line, false);
		unite_add(&u->to_a, p->body, p->body_n, p->record->line, true);
		unite_add(&u->to_a, p->gap, p->gap_n, p->record->line, false);
	}
	unite_add(&u->to_b, first->body, first->body_n, u->b.dossier.records[0].line, false);
	unite_add(&u->to_b, "\n", 1, u->b.dossier.records[0].line, false);
	unite_take_remarks(u);
	if (!u->again)
		unite_take_registration(u);
	for (size_t i = 1; i < u->b.n; i++) {
		note_former(u, &u->b, &u->b.pieces[i]);
		add_record(u, &u->b.pieces[i]);
	}
	if (phases == 0)
		take_back_phases(u, &u->of_b, &u->of_a, &u->to_b);
	else
		take_back_phases(u, &u->of_a, &u->of_b, &u->to_a);
	unite_take_ids(u);
	unite_add(&u->to_a, u->a.tail, u->a.tail_n, 1, false);
	unite_add(&u->to_b, u->b.tail, u->b.tail_n, 1, false);
	return join_made(u);
}

enum join_result
unite_run(struct join *j, const struct unite *how, struct problems *problems)
{
	struct uniting u = { .join = j, .how = how, .problems = problems };
	enum join_result result = JOIN_BAD;
	bool good = version_read(&u.a, j->a.bytes, j->a.n, j->a.file, false, problems);

	good = version_read(&u.b, j->b.bytes, j->b.n, j->b.file, false, problems) && good;
	if (good)
		result = unite(&u);
	for (size_t i = 0; i < 2; i++) {
		identities_release(&u.goals[i]);
		identities_release(&u.actions[i]);
	}
	fold_release(&u.of_a);
	fold_release(&u.of_b);
	version_release(&u.a);
	version_release(&u.b);
	text_release(&u.to_a.text);
	text_release(&u.to_b.text);
	free(u.to_a.lines);
	free(u.to_b.lines);
	return result;
}

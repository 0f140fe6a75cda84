/* SPDX-License-Identifier: ISC */
#include "unite.h"

#include <stdlib.h>
#include <string.h>

#include "alloc.h"
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

void
unite_sign(const struct uniting *u, struct draft *d)
{
	char day[DATE_SIZE];

	draft_put(d, SLOT_OP, date_format(u->join->today, day));
	draft_put(d, SLOT_DOOR, u->how->by);
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

static void
add_piece(struct making *m, const struct piece *p)
{
	unite_add(m, p->lead, p->lead_n, p->record->line, false);
	unite_add(m, p->body, p->body_n, p->record->line, true);
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
		return unite_find_mark(u);
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

	join.dossiers = &u->turns;
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
	enum unite_phases phases;
	enum join_result result;
	bool marked;

	if (!fit(u) || !fold_day(&u->of_a, &u->a.dossier, u->join->model, DATE_LAST, DATE_LAST) ||
	    !fold_day(&u->of_b, &u->b.dossier, u->join->model, DATE_LAST, DATE_LAST))
		return JOIN_REFUSED;
	if (!u->again && !u->how->same_person && !one_person(u))
		return JOIN_REFUSED;
	unite_find_meeting(u);
	/* First: a retraction is known in the other by what it takes back there. */
	marked = unite_mark_records(u);
	phases = unite_choose_phases(u);
	if (phases == UNITE_REFUSED || !marked)
		return JOIN_REFUSED;
	identities_read(&u->goals[0], &u->a, KIND_DOEL);
	identities_read(&u->goals[1], &u->b, KIND_DOEL);
	identities_read(&u->actions[0], &u->a, KIND_WERKPUNT);
	identities_read(&u->actions[1], &u->b, KIND_WERKPUNT);
	for (size_t i = 0; i < u->a.n; i++) {
		struct piece *p = &u->a.pieces[i];

		if (!u->again)
			note_former(u, &u->a, p);
		add_piece(&u->to_a, p);
		unite_add(&u->to_a, p->gap, p->gap_n, p->record->line, false);
	}
	unite_add(&u->to_b, first->body, first->body_n, u->b.dossier.records[0].line, false);
	unite_add(&u->to_b, "\n", 1, u->b.dossier.records[0].line, false);
	unite_take_remarks(u);
	if (!u->again) {
		unite_take_registration(u);
		unite_take_begin(u);
	}
	for (size_t i = 1; i < u->b.n; i++) {
		note_former(u, &u->b, &u->b.pieces[i]);
		add_piece(&u->to_b, &u->b.pieces[i]);
		unite_add(&u->to_b, "\n", 1, u->b.pieces[i].record->line, false);
	}
	if (phases != UNITE_ASIS)
		unite_take_back_phases(u, phases == UNITE_A);
	unite_take_ids(u);
	unite_add(&u->to_a, u->a.tail, u->a.tail_n, 1, false);
	unite_add(&u->to_b, u->b.tail, u->b.tail_n, 1, false);
	result = join_made(u);
	if (result == JOIN_DONE && !unite_check_apart(u)) {
		text_release(&u->join->text);
		result = JOIN_REFUSED;
	}
	return result;
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
		free(u.meets[i]);
		free(u.where[i]);
		identities_release(&u.goals[i]);
		identities_release(&u.actions[i]);
	}
	free(u.turns.at);
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

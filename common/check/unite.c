/* SPDX-License-Identifier: ISC */
#include "unite.h"

#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "comments.h"
#include "fold.h"
#include "handle.h"
#include "utf8.h"
#include "version.h"

/* A version in the making: its text, and what each line of it is called in messages. */
struct making {
	struct text text;
	long *lines;
	size_t n, cap;
};

struct uniting {
	struct join *join;
	const struct unite *how;
	struct version a, b;
	struct fold of_a, of_b;
	struct making to_a, to_b;
	bool again;		/* a took b over before */
	struct problems *problems;
};

static void
add(struct making *m, const char *bytes, size_t n, long line, bool runs)
{
	text_add(&m->text, bytes, n);
	for (size_t i = 0; i < n; i++)
		if (bytes[i] == '\n') {
			m->lines = alloc_room(m->lines, &m->cap, m->n + 1, sizeof *m->lines);
			m->lines[m->n++] = line;
			line += runs;
		}
}

/* Adds a record that is made here; it stands for a line of what it comes from. */
static void
add_draft(struct uniting *u, struct making *m, const struct draft *draft, long line)
{
	struct text t = { 0 };

	draft_write(draft, u->a.dossier.id, "\n", &t);
	add(m, text_string(&t), t.len, line, false);
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

static void
sign(const struct uniting *u, struct draft *d)
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
		sign(u, &draft);
		add_draft(u, to, &draft, r->line);
		draft_release(&draft);
	}
	text_release(&why);
	handles_release(&handles);
}

/* Whether the field says when and by whom, or what each dossier has of its own. */
static bool
own(const struct field *f)
{
	return f->slot == SLOT_OP || f->slot == SLOT_DOOR || f->slot == SLOT_VASTGELEGD ||
	    f->slot == SLOT_FORMAAT || f->slot == CLIENT_AANGEMELD || f->slot == CLIENT_VERVANGT;
}

/* Whether a's client has a value for the field; *same when it is this one. */
static bool
held(const struct entry *client, const struct field *f, bool *same)
{
	const struct field *v = NULL;
	bool any = false;
	size_t i = 0;

	*same = false;
	while ((v = entry_next(client, f->slot, f->name, v, &i)) != NULL) {
		any = true;
		*same = *same || strcmp(v->value, f->value) == 0;
	}
	return any;
}

/* What b's registration says that a does not, dated as it was. */
static void
take_registration(struct uniting *u)
{
	const struct record *r = &u->b.dossier.records[0];
	const char *op = record_text(r, SLOT_OP);
	struct draft draft;
	bool any = false;

	draft_of(&draft, KIND_CLIENT);
	for (size_t i = 2; i < r->n; i++) {
		const struct field *f = &r->fields[i];
		bool same;

		if (f->n == 0 || own(f))
			continue;
		if (!held(u->of_a.client, f, &same)) {
			draft_add(&draft, f->name, f->value);
			any = true;
		} else if (!same)
			problems_add(u->problems, PROBLEM_WARNING, "kept", u->b.dossier.file,
			    f->line, f->name, _("%s has a value of its own, which stays"),
			    u->a.dossier.id);
	}
	draft_put(&draft, SLOT_OP, op[0] != '\0' ? op : record_text(r, CLIENT_AANGEMELD));
	if (record_at(r, SLOT_DOOR) != NULL)
		draft_put(&draft, SLOT_DOOR, record_text(r, SLOT_DOOR));
	if (record_at(r, SLOT_VASTGELEGD) != NULL)
		draft_put(&draft, SLOT_VASTGELEGD, record_text(r, SLOT_VASTGELEGD));
	if (any)
		add_draft(u, &u->to_b, &draft, r->line);
	draft_release(&draft);
}

/* What is remarked on b's registration leads what comes next; once, for a may have it by now. */
static void
take_remarks(struct uniting *u)
{
	struct passage known = { u->a.dossier.bytes.at, u->again ? u->a.dossier.bytes.len : 0 };
	struct text t = { 0 };

	comments_of(&u->b.pieces[0], known, &t);
	add(&u->to_b, text_string(&t), t.len, u->b.dossier.records[0].line, false);
	text_release(&t);
}

/* The ids that it took over, written whole. */
static void
take_ids(struct uniting *u)
{
	const struct entry *clients[] = { u->of_a.client, u->of_b.client };
	struct draft draft;

	draft_of(&draft, KIND_CLIENT);
	draft_more(&draft, CLIENT_VERVANGT, u->b.dossier.id);
	for (size_t i = 0; i < 2; i++)
		for (const struct field *f = entry_at(clients[i], CLIENT_VERVANGT); f != NULL;
		    f = field_next(f))
			if (strcmp(f->value, u->b.dossier.id) != 0)
				draft_more(&draft, CLIENT_VERVANGT, f->value);
	sign(u, &draft);
	add_draft(u, &u->to_b, &draft, u->b.dossier.records[0].line);
	draft_release(&draft);
}

/* A record of b as one of a's client. */
static void
add_record(struct uniting *u, const struct piece *p)
{
	long line = p->record->line - (long)(p->lead_n > 0), client = p->record->fields[1].line;
	const char *s = p->body, *end = s + p->body_n;

	add(&u->to_b, p->lead, p->lead_n, line, false);
	for (line = p->record->line; s < end; line++) {
		const char *stop = memchr(s, '\n', (size_t)(end - s));
		size_t n = (size_t)((stop == NULL ? end : stop + 1) - s);
		struct text t = { 0 };

		if (line == client) {
			text_addf(&t, "%s: %s\n", SCHEMA_CLIENT, u->a.dossier.id);
			add(&u->to_b, text_string(&t), t.len, line, true);
		} else
			add(&u->to_b, s, n, line, true);
		text_release(&t);
		s += n;
	}
	add(&u->to_b, "\n", 1, line, false);
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

/* Whether the dossier took over the one of that id. */
static bool
replaced(const struct fold *s, const char *id)
{
	for (const struct field *f = entry_at(s->client, CLIENT_VERVANGT); f != NULL;
	    f = field_next(f))
		if (strcmp(f->value, id) == 0)
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
	u->again = replaced(&u->of_a, u->b.dossier.id);
	if (!u->again && !u->how->same_person && !one_person(u))
		return JOIN_REFUSED;
	phases = phases_of(u);
	if (phases < 0)
		return JOIN_REFUSED;
	for (size_t i = 0; i < u->a.n; i++) {
		const struct piece *p = &u->a.pieces[i];

		add(&u->to_a, p->lead, p->lead_n, p->record->line, false);
		add(&u->to_a, p->body, p->body_n, p->record->line, true);
		add(&u->to_a, p->gap, p->gap_n, p->record->line, false);
	}
	add(&u->to_b, first->body, first->body_n, u->b.dossier.records[0].line, false);
	add(&u->to_b, "\n", 1, u->b.dossier.records[0].line, false);
	take_remarks(u);
	if (!u->again)
		take_registration(u);
	for (size_t i = 1; i < u->b.n; i++)
		add_record(u, &u->b.pieces[i]);
	if (phases == 0)
		take_back_phases(u, &u->of_b, &u->of_a, &u->to_b);
	else
		take_back_phases(u, &u->of_a, &u->of_b, &u->to_a);
	if (!u->again)
		take_ids(u);
	add(&u->to_a, u->a.tail, u->a.tail_n, 1, false);
	add(&u->to_b, u->b.tail, u->b.tail_n, 1, false);
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

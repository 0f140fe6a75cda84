/* SPDX-License-Identifier: ISC */
#include <string.h>

#include "rehandle.h"
#include "unite_state.h"

const char *
unite_mark_of(const struct record *r)
{
	return record_text(r, SLOT_UIT_DOSSIER);
}

/* Whether a record before says that the dossier took over that id, or had it. */
static bool
given_before(const struct dossier *d, size_t i, const char *id)
{
	while (i-- > 0)
		for (const struct field *f = d->records[i].kind != KIND_CLIENT ? NULL :
		    record_at(&d->records[i], CLIENT_VERVANGT); f != NULL; f = field_next(f))
			if (strcmp(f->value, id) == 0)
				return true;
	return false;
}

/*
 * The first id that it had: what it was renamed from, which no record that came with another
 * dossier gives before.
 */
static const char *
first_id(const struct dossier *d)
{
	for (size_t i = 0; i < d->n; i++) {
		const struct record *r = &d->records[i];

		for (const struct field *f = r->kind != KIND_CLIENT ||
		    unite_mark_of(r)[0] != '\0' ? NULL : record_at(r, CLIENT_VERVANGT); f != NULL;
		    f = field_next(f))
			if (!given_before(d, i, f->value))
				return f->value;
	}
	return d->id;
}

static bool
has_mark(const struct dossier *d, const char *mark)
{
	for (size_t i = 1; i < d->n; i++)
		if (strcmp(unite_mark_of(&d->records[i]), mark) == 0)
			return true;
	return false;
}

bool
unite_find_mark(struct uniting *u)
{
	const char *of_a = first_id(&u->a.dossier), *of_b = first_id(&u->b.dossier);
	bool renamed = strcmp(of_a, of_b) == 0;

	if (has_mark(&u->b.dossier, of_a)) {
		problems_add(u->problems, PROBLEM_ERROR, "other-client", u->a.dossier.file,
		    u->a.dossier.records[0].line, SCHEMA_CLIENT,
		    _("%s took over %s; --unite with %s first, then %s, adds what this one has "
		    "more"), u->b.dossier.id, u->a.dossier.id, u->b.dossier.file,
		    u->a.dossier.file);
		return false;
	}
	u->again = renamed || has_mark(&u->a.dossier, of_b);
	u->mark = renamed ? NULL : of_b;
	return true;
}

/* The line that says where it stood, behind the others; what came along says so already. */
static void
add_mark(struct uniting *u, struct piece *p)
{
	struct text t = { 0 };

	if (u->mark == NULL || unite_mark_of(p->record)[0] != '\0')
		return;
	text_add(&t, p->body, p->body_n);
	rec_write(&t, schema_name(KIND_CLIENT, SLOT_UIT_DOSSIER), u->mark,
	    u->b.dossier.crlf ? "\r\n" : "\n");
	p->body = arena_copy(&u->b.dossier.arena, t.at, t.len);
	p->body_n = t.len;
	text_release(&t);
}

/* One that names nothing must not come to name what the other dossier has. */
static bool
takes_something(struct uniting *u, const struct piece *p)
{
	const struct field *f = record_at(p->record, INTREKKING_WAT);

	if (p->record->kind != KIND_INTREKKING || f == NULL || p->takes != NULL || p->taken)
		return true;
	problems_add(u->problems, PROBLEM_ERROR, "takes-nothing", u->b.dossier.file, f->line,
	    f->name, _("no record of the dossier has this handle"));
	return false;
}

bool
unite_mark_records(struct uniting *u)
{
	bool good = true;

	for (size_t i = 1; i < u->b.n; i++) {
		struct piece *p = &u->b.pieces[i];
		struct field *client = &p->record->fields[1];

		good = takes_something(u, p) && good;
		if (!version_rewrite(&u->b, p, client, u->a.dossier.id)) {
			good = false;
			problems_add(u->problems, PROBLEM_ERROR, "renumber", u->b.dossier.file,
			    client->line, client->name,
			    _("must become %s, but does not stand on one line"),
			    u->a.dossier.id);
		}
		add_mark(u, p);
	}
	return rehandle(&u->b, u->problems) && good;
}

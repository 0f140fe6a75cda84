/* SPDX-License-Identifier: ISC */
#include "unite_state.h"

#include <stdlib.h>
#include <string.h>

#include "comments.h"
#include "replaced.h"

/* Whether the field says when and by whom, or what each dossier has of its own. */
static bool
own(const struct field *f)
{
	return f->slot == SLOT_OP || f->slot == SLOT_DOOR || f->slot == SLOT_VASTGELEGD ||
	    f->slot == SLOT_FORMAAT || f->slot == CLIENT_AANGEMELD || f->slot == CLIENT_VERVANGT ||
	    f->slot == CLIENT_VERVANGT_EXTERN;
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

void
unite_take_registration(struct uniting *u)
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
	draft_put(&draft, SLOT_UIT_DOSSIER, u->mark);
	if (any)
		unite_add_draft(u, &u->to_b, &draft, r->line);
	draft_release(&draft);
}

void
unite_take_remarks(struct uniting *u)
{
	struct passage known = { u->a.dossier.bytes.at, u->again ? u->a.dossier.bytes.len : 0 };
	struct text t = { 0 };

	comments_of(&u->b.pieces[0], known, &t);
	unite_add(&u->to_b, text_string(&t), t.len, u->b.dossier.records[0].line, false);
	text_release(&t);
}

static void
add_once(struct draft *d, enum slot slot, const char *value)
{
	for (size_t i = 0; i < d->n; i++)
		if (d->fields[i].slot == slot && strcmp(d->fields[i].value, value) == 0)
			return;
	draft_more(d, slot, value);
}

/* By what its client is called elsewhere, for the goals of that dossier have its ids there. */
static void
add_extern(struct draft *d, const struct fold *s)
{
	const char *number = entry_text(s->client, CLIENT_EXTERN);
	struct text t = { 0 };

	text_addf(&t, "%s %s", s->dossier->id, number);
	if (number[0] != '\0')
		add_once(d, CLIENT_VERVANGT_EXTERN, text_string(&t));
	text_release(&t);
}

/* What the dossier took over, by any of its records. */
static void
add_replaced(struct draft *to, const struct dossier *d, enum slot slot)
{
	size_t n;
	const struct field **all = replaced_values(d, slot, &n);

	for (size_t i = 0; i < n; i++)
		add_once(to, slot, all[i]->value);
	free(all);
}

/* Whether the client has all of the values by now. */
static bool
has_all(const struct entry *client, const struct draft *d, enum slot slot)
{
	for (size_t i = 0; i < d->n; i++) {
		const struct field *f = d->fields[i].slot != slot ? NULL : entry_at(client, slot);

		while (f != NULL && strcmp(f->value, d->fields[i].value) != 0)
			f = field_next(f);
		if (d->fields[i].slot == slot && f == NULL)
			return false;
	}
	return true;
}

void
unite_take_ids(struct uniting *u)
{
	const struct fold *both[] = { &u->of_a, &u->of_b };
	const struct dossier *dossiers[] = { &u->a.dossier, &u->b.dossier };
	struct draft draft;

	draft_of(&draft, KIND_CLIENT);
	add_once(&draft, CLIENT_VERVANGT, u->b.dossier.id);
	for (size_t i = 0; i < 2; i++)
		add_replaced(&draft, dossiers[i], CLIENT_VERVANGT);
	for (size_t i = 0; i < 2; i++) {
		if (i == 1 || !u->again)
			add_extern(&draft, both[i]);
		add_replaced(&draft, dossiers[i], CLIENT_VERVANGT_EXTERN);
	}
	if (!has_all(u->of_a.client, &draft, CLIENT_VERVANGT) ||
	    !has_all(u->of_a.client, &draft, CLIENT_VERVANGT_EXTERN)) {
		unite_sign(u, &draft);
		if (u->mark != NULL)
			draft_put(&draft, SLOT_UIT_DOSSIER, u->mark);
		unite_add_draft(u, &u->to_b, &draft, u->b.dossier.records[0].line);
	}
	draft_release(&draft);
}

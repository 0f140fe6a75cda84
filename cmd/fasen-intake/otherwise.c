#include "otherwise.h"

#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "message.h"
#include "text.h"

static void
add(struct otherwise *o, const char *name, bool once, size_t n, date since)
{
	struct otherwise_field *f;
	size_t i;

	for (i = 0; i < o->n; i++)
		if (o->at[i].once == once && strcmp(o->at[i].name, name) == 0)
			break;
	if (i == o->n) {
		o->at = alloc_room(o->at, &o->cap, o->n + 1, sizeof *o->at);
		o->at[o->n++] = (struct otherwise_field){ alloc_copy(name), once, 0, since };
	}
	f = &o->at[i];
	f->n += n;
	if (since < f->since)
		f->since = since;
}

/* The record that holds the field, by its place. */
static const struct record *
holder(const struct dossier *d, const struct field *f)
{
	for (size_t i = 0; i < d->n; i++)
		if (f >= d->records[i].fields && f < d->records[i].fields + d->records[i].n)
			return &d->records[i];
	return NULL;
}

/* Whether the export has still what stood there before that record. */
static bool
had_before(const struct dossier *d, const struct record *now, const struct entry *e,
    const struct draft_field *f)
{
	const struct field *before = NULL;

	for (size_t i = 0; i < d->n && &d->records[i] != now; i++) {
		const struct record *r = &d->records[i];
		const struct schema_field *key = e->spec != NULL ? schema_key(e->spec) : NULL;
		const struct field *g;

		if (r->kind != e->kind || (key != NULL &&
		    strcmp(record_text(r, key->slot), e->key) != 0))
			continue;
		g = f->slot == SLOT_NONE ? record_field(r, f->name) : record_at(r, f->slot);
		if (g != NULL)
			before = g;
	}
	return before != NULL && strcmp(before->value, f->value) == 0;
}

void
otherwise_look(struct otherwise *to, const struct dossier *d, const struct entry *e,
    const struct draft *draft,
    const struct draft_field *f, const char *by, bool once)
{
	size_t i = 0;
	const struct field *there = entry_next(e, f->slot, f->name, NULL, &i);
	const struct record *r = there != NULL ? holder(d, there) : NULL;
	struct text name = { 0 };

	if (r == NULL || r == d->records || (strcmp(record_text(r, SLOT_DOOR), by) == 0 &&
	    !had_before(d, r, e, f)))
		return;
	if (draft->kind != KIND_CLIENT)
		text_addf(&name, "%s.", draft->kind_name);
	text_adds(&name, f->name);
	for (i = 0; i < to->n; i++)	/* a repeated field once */
		if (strcmp(to->at[i].name, text_string(&name)) == 0)
			break;
	if (i == to->n)
		add(to, text_string(&name), once, 1, r->recorded != DATE_NONE ? r->recorded :
		    r->op);
	text_release(&name);
}

void
otherwise_move(struct otherwise *to, struct otherwise *from)
{
	for (size_t i = 0; i < from->n; i++)
		add(to, from->at[i].name, from->at[i].once, from->at[i].n, from->at[i].since);
	otherwise_release(from);
}

void
otherwise_say(const struct otherwise *o, bool all)
{
	char since[DATE_SIZE];

	for (size_t i = 0; i < o->n; i++) {
		const struct otherwise_field *f = &o->at[i];

		date_format(f->since, since);
		if (!f->once)
			message(ngettext("%s: %zu dossier said otherwise since %s; what the "
			    "export says was recorded",
			    "%s: %zu dossiers said otherwise since %s; what the export says was "
			    "recorded", f->n),
			    f->name, f->n, since);
		else if (all)
			message(ngettext("%s: %zu dossier says otherwise since %s; left so "
			    "(eenmalig)",
			    "%s: %zu dossiers say otherwise since %s; left so (eenmalig)", f->n),
			    f->name, f->n, since);
	}
}

void
otherwise_release(struct otherwise *o)
{
	for (size_t i = 0; i < o->n; i++)
		free(o->at[i].name);
	free(o->at);
	*o = (struct otherwise){ 0 };
}

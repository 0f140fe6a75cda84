/* SPDX-License-Identifier: ISC */
#include "otherwise.h"

#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "message.h"
#include "row_compare.h"
#include "text.h"

static void
add(struct otherwise *o, const char *name, enum otherwise_fate fate, size_t n, date since)
{
	struct otherwise_field *f;
	size_t i;

	for (i = 0; i < o->n; i++)
		if (o->at[i].fate == fate && strcmp(o->at[i].name, name) == 0)
			break;
	if (i == o->n) {
		o->at = alloc_room(o->at, &o->cap, o->n + 1, sizeof *o->at);
		o->at[o->n++] = (struct otherwise_field){ alloc_copy(name), fate, 0, since };
	}
	f = &o->at[i];
	f->n += n;
	if (since < f->since)
		f->since = since;
}

/* Of one dossier, where a repeated field counts once. */
static void
add_once(struct otherwise *o, const char *name, enum otherwise_fate fate, date since)
{
	for (size_t i = 0; i < o->n; i++)
		if (strcmp(o->at[i].name, name) == 0)
			return;
	add(o, name, fate, 1, since);
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

/* What leaves a score empty, and the other way round. */
static bool
empties(const struct record *r, enum slot slot)
{
	return r->kind == KIND_LEEFGEBIED && ((record_at(r, LEEFGEBIED_NVT) != NULL &&
	    (slot == LEEFGEBIED_SCORE || slot == LEEFGEBIED_SCHAAL)) ||
	    (record_at(r, LEEFGEBIED_SCORE) != NULL && slot == LEEFGEBIED_NVT));
}

/* The record that left the field empty, where no value stands in it; NULL when none did. */
static const struct record *
emptied(const struct dossier *d, const struct entry *e, const struct draft_field *f)
{
	const struct schema_field *key = e->spec != NULL ? schema_key(e->spec) : NULL;
	const struct record *last = NULL;

	for (size_t i = 0; i < d->n; i++) {
		const struct record *r = &d->records[i];

		if (r->kind == e->kind &&
		    (record_field(r, f->name) != NULL || empties(r, f->slot)) &&
		    (key == NULL || strcmp(record_text(r, key->slot), e->key) == 0))
			last = r;
	}
	return last;
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
otherwise_add(struct otherwise *to, const struct draft *draft, const struct draft_field *f,
    const struct record *r, enum otherwise_fate fate)
{
	struct text name = { 0 };

	if (draft->kind != KIND_CLIENT)
		text_addf(&name, "%s.", draft->kind_name);
	text_adds(&name, f->name);
	add_once(to, text_string(&name), fate, r->recorded != DATE_NONE ? r->recorded : r->op);
	text_release(&name);
}

bool
otherwise_corrects(const struct draft *draft, const struct record *r, date today)
{
	const char *day = draft_text(draft, SLOT_OP);

	return day != NULL && r->op == date_parse(day) &&
	    (r->recorded != DATE_NONE ? r->recorded : r->op) != today;
}

void
otherwise_look(struct otherwise *to, const struct dossier *d, const struct entry *e,
    const struct draft *draft,
    const struct draft_field *f, const struct cmdline *call, enum otherwise_fate fate)
{
	size_t i = 0;
	const struct field *there = entry_next(e, f->slot, f->name, NULL, &i);
	const struct record *r = there != NULL ? holder(d, there) : emptied(d, e, f);

	if (r == NULL || r == d->records || (fate != OTHERWISE_KEPT &&
	    strcmp(record_text(r, SLOT_DOOR), call->by) == 0 && !had_before(d, r, e, f) &&
	    !otherwise_corrects(draft, r, call->today)))
		return;
	otherwise_add(to, draft, f, r, fate);
}

void
otherwise_taken(struct otherwise *to, const struct draft *draft)
{
	add(to, draft->kind_name, OTHERWISE_TAKEN, 1, DATE_LAST);
}

/* Whether the dossier, as it was read, says that of what the appended record changes. */
static bool
said_already(const struct dossier *d, const struct record *r, const struct field *f)
{
	const struct schema_field *key = r->spec != NULL ? schema_key(r->spec) : NULL;
	const struct field *before = NULL;

	for (size_t i = 0; key != NULL && i < d->read; i++) {
		const struct record *o = &d->records[i];

		if (o->kind == r->kind && strcmp(record_text(o, key->slot),
		    record_text(r, key->slot)) == 0 && record_field(o, f->name) != NULL)
			before = record_field(o, f->name);
	}
	return before != NULL && strcmp(before->value, f->value) == 0;
}

void
otherwise_left(struct otherwise *to, const struct dossier *d)
{
	struct otherwise of_client = { 0 };
	struct text name = { 0 };

	for (size_t i = d->read; i < d->n; i++)
		for (size_t j = 2; j < d->records[i].n; j++) {
			const struct record *r = &d->records[i];
			const struct field *f = &r->fields[j];

			if (!compare_tells(f->slot) || said_already(d, r, f))
				continue;
			text_clear(&name);
			if (r->kind != KIND_CLIENT)
				text_addf(&name, "%s.", r->name);
			text_adds(&name, f->name);
			add_once(&of_client, text_string(&name), OTHERWISE_LEFT, DATE_LAST);
		}
	text_release(&name);
	otherwise_move(to, &of_client, d->id);
}

/* Whether an earlier row said it of the same dossier. */
static bool
counted(struct otherwise *o, const struct otherwise_field *f, const char *client)
{
	struct text key = { 0 };
	size_t file = 0;
	bool before;

	if (o->dossiers == NULL)
		o->dossiers = seen_new();
	text_addf(&key, "%d\n%s\n%s", (int)f->fate, f->name, client);
	before = seen_before(o->dossiers, text_string(&key), &file);
	text_release(&key);
	return before;
}

void
otherwise_move(struct otherwise *to, struct otherwise *from, const char *client)
{
	for (size_t i = 0; i < from->n; i++) {
		const struct otherwise_field *f = &from->at[i];

		if (f->fate == OTHERWISE_TAKEN || !counted(to, f, client))
			add(to, f->name, f->fate, f->n, f->since);
	}
	otherwise_release(from);
}

void
otherwise_say(const struct otherwise *o, bool all)
{
	char since[DATE_SIZE];

	for (size_t i = 0; i < o->n; i++) {
		const struct otherwise_field *f = &o->at[i];

		date_format(f->since, since);
		if (f->fate == OTHERWISE_LEFT)
			message(ngettext("%s: the export says otherwise of %zu known client; "
			    "--update records it",
			    "%s: the export says otherwise of %zu known clients; --update "
			    "records it", f->n), f->name, f->n);
		else if (f->fate == OTHERWISE_RECORDED)
			message(ngettext("%s: %zu dossier said otherwise since %s; what the "
			    "export says was recorded",
			    "%s: %zu dossiers said otherwise since %s; what the export says was "
			    "recorded", f->n),
			    f->name, f->n, since);
		else if (all && f->fate == OTHERWISE_TAKEN)
			message(_("%s: taken back in fasen, still in the export: %zu"), f->name,
			    f->n);
		else if (all && f->fate == OTHERWISE_KEPT)
			message(ngettext("%s: %zu dossier says otherwise since %s; left so",
			    "%s: %zu dossiers say otherwise since %s; left so", f->n), f->name,
			    f->n, since);
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
	seen_free(o->dossiers);
	*o = (struct otherwise){ 0 };
}

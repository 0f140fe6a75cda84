/* SPDX-License-Identifier: ISC */
#include "row_apply.h"

#include <stdlib.h>
#include <string.h>

#include "record_one.h"
#include "replaced.h"
#include "row_closing.h"
#include "row_compare.h"
#include "row_recorded.h"
#include "row_there.h"
#include "row_told.h"

/* Appends a draft that lives as long as the place. */
static void
append(struct row_apply *p, struct dossier *d, const struct draft *draft)
{
	row_apply_append(p, d, draft, draft);
}

void
row_apply_records(struct row_apply *p, struct dossier *d, date op)
{
	char day[DATE_SIZE];
	size_t i;

	for (i = 0; i < p->row->n; i++) {
		struct row_record *r = &p->row->records[i];

		if (!row_closing_settle(p, d, r, op, row_there(p, d, r, op)))
			continue;
		if (!r->dated)
			draft_put(&r->draft, SLOT_OP, date_format(op, day));
		record_one_sign(p->reader->call, &r->draft);
		if (r->was.len > 0)
			r->draft.comment = text_string(&r->was);
		append(p, d, &r->draft);
	}
}

/* Whether a dossier that was taken over had this id elsewhere: then it is no change of it. */
static bool
was_extern(const struct dossier *d, const struct draft_field *f)
{
	size_t n;
	const struct field **all;
	bool was = false;

	if (f->slot != CLIENT_EXTERN)
		return false;
	all = replaced_values(d, CLIENT_VERVANGT_EXTERN, &n);
	for (size_t i = 0; i < n && !was; i++) {
		const char *blank = strchr(all[i]->value, ' ');

		was = blank != NULL && strcmp(blank + 1, f->value) == 0;
	}
	free(all);
	return was;
}

/*
 * Whether the field stays as it is: filled only once, or of a registration that was taken over,
 * which only fills what is empty, where that may not mean that it was cleared.
 */
static bool
stays(const struct row_apply *p, const struct dossier *d, const struct draft_field *f,
    enum otherwise_fate *fate)
{
	size_t i = 0;

	*fate = row_apply_once(p, d, 0, f->name) ? OTHERWISE_ONCE : OTHERWISE_KEPT;
	return *fate == OTHERWISE_ONCE || (p->taken_over && compare_tells(f->slot) &&
	    (mapping_clears(&p->reader->map, f->name) ||
	    entry_next(p->state.client, f->slot, f->name, NULL, &i) != NULL));
}

/* What the row says of the client, less what stays, and what it clears; `what`: as of what day. */
static void
take_changes(struct row_apply *p, const struct dossier *d, const char *what)
{
	const struct draft *row = &p->row->client;
	const struct entry *e = p->state.client;
	enum otherwise_fate fate;

	draft_of(&p->changes, KIND_CLIENT);
	for (size_t i = 0; i < row->n; i++) {
		const struct draft_field *f = &row->fields[i];

		if (was_extern(d, f))
			continue;
		if (!stays(p, d, f, &fate))
			draft_add(&p->changes, f->name, f->value);
		else if (!compare_field(e, row, f->slot, f->name))
			otherwise_look(&p->otherwise, d, e, row, f, p->reader->call, fate);
	}
	for (size_t i = 0; !p->taken_over && i < p->row->ncleared; i++) {
		const char *name = p->row->cleared[i];
		const struct schema_field *f = schema_field(&schema_kinds[KIND_CLIENT], name);
		size_t j = 0;

		if (draft_value(row, name) != NULL)
			continue;
		if (p->told != NULL)
			told_note(p->told, d->id, what, name);
		if (entry_next(e, f != NULL ? f->slot : SLOT_NONE, name, NULL, &j) != NULL)
			draft_add(&p->changes, name, "");
	}
}

void
row_apply_client(struct row_apply *p, struct dossier *d)
{
	const char *own_day = draft_text(&p->row->client, SLOT_OP);
	const char *what = own_day != NULL ? own_day : "";
	date at = own_day != NULL ? date_parse(own_day) : cmdline_op(p->reader->call);

	if (!row_apply_fold(p, d, at) && !row_apply_fold(p, d, DATE_LAST))
		return;
	take_changes(p, d, what);
	row_told_note(p, d, &p->changes, what, false);
	if (compare_all(p->state.client, &p->changes, false))
		return;
	compare_keep_changes(&p->changes, p->state.client, NULL);
	if (own_day == NULL)
		recorded_drop_followed(&p->state, &p->changes, NULL, p->reader->call->by);
	if (recorded_drop_taken(&p->state, &p->changes, NULL, DATE_NONE, false))
		otherwise_taken(&p->otherwise, &p->changes);
	if (compare_only_key(&p->changes, SLOT_OP))
		return;
	row_told_agrees(p, d, &p->changes, what, false, NULL);
	row_there_look(p, d, p->state.client, &p->changes, OTHERWISE_RECORDED);
	record_one_sign(p->reader->call, &p->changes);
	append(p, d, &p->changes);
}

void
row_apply_new(struct row_apply *p, struct dossier *d, const struct draft *phase)
{
	append(p, d, &p->row->client);
	append(p, d, phase);
	row_told_note(p, d, &p->row->client, "", false);
	for (size_t i = 0; p->told != NULL && i < p->row->ncleared; i++)
		told_note(p->told, d->id, "", p->row->cleared[i]);
}

void
row_apply_clear(struct row_apply *p)
{
	draft_release(&p->changes);
	otherwise_release(&p->otherwise);
	if (p->told != NULL)
		told_forget(p->told);
	p->n = 0;
}

void
row_apply_release(struct row_apply *p)
{
	row_apply_clear(p);
	fold_release(&p->state);
	free(p->appended);
}

/* SPDX-License-Identifier: ISC */
#include "row.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "rule.h"
#include "text.h"

bool
row_fills(const struct row_reader *reader, const char *field)
{
	size_t i;

	for (i = 0; i < reader->map.n; i++)
		if (reader->map.rules[i].group == 0 &&
		    strcmp(reader->map.rules[i].field, field) == 0)
			return true;
	return false;
}

void
row_problem(const struct row_reader *reader, const struct rows *rows, struct row *row,
    const struct draft *d, enum severity severity, const char *code, const char *field,
    const char *why)
{
	const struct schema_field *key = d->spec == NULL ? NULL : schema_key(d->spec);
	const char *is = key == NULL ? NULL : draft_text(d, key->slot);
	const struct mapping_rule *found = NULL;
	bool client = d->kind == KIND_CLIENT;
	struct text name = { 0 };
	size_t i;

	for (i = 0; i < reader->map.n; i++) {
		const struct mapping_rule *r = &reader->map.rules[i];
		const struct mapping_group *own = &reader->map.groups[r->group];

		if (strcmp(own->kind, d->kind_name) == 0 && strcmp(r->field, field) == 0 &&
		    (found == NULL || (is != NULL && strcmp(own->label, is) == 0)))
			found = r;
	}
	if (found == NULL)
		text_addf(&name, "%s%s%s", client && field[0] != '\0' ? "" : d->kind_name,
		    client || field[0] == '\0' ? "" : ".", field);
	problems_add(&row->problems, severity, code, reader->file, rows_line(rows),
	    found != NULL ? rule_column(&reader->map, found, &name) : text_string(&name),
	    "%s", why);
	text_release(&name);
}

void
row_problems(const struct row_reader *reader, const struct rows *rows, struct row *row,
    const struct draft *d, struct problems *problems)
{
	size_t i;

	for (i = 0; i < problems->n; i++) {
		const struct problem *p = &problems->at[i];

		row_problem(reader, rows, row, d, p->severity, p->code,
		    p->field != NULL ? p->field : "", p->text);
	}
	problems_release(problems);
}

/*
 * Whether the field says something; when, by whom and about what goal or action say nothing by
 * themselves, nor does a key.
 */
static bool
about_record(const struct mapping_rule *r)
{
	const struct schema_field *f = r->spec;

	if (f == NULL)
		return true;
	return f->slot >= SLOT_FORMAAT && !(f->flags & FIELD_KEY) && f->ref != REF_WERKPUNT &&
	    (f->ref != REF_DOEL || f == schema_slot(&schema_kinds[KIND_DOEL], DOEL_ONDER));
}

/* Whether a rule of the group itself takes the place of one of the unlabelled group. */
static bool
outdone(const struct mapping *m, const struct mapping_rule *r, size_t group)
{
	size_t i;

	for (i = 0; r->group != group && i < m->n; i++)
		if (m->rules[i].group == group && strcmp(m->rules[i].field, r->field) == 0)
			return true;
	return false;
}

/* Whether a kind asks for more than its key and date. */
static bool
asks_more(const struct schema_kind *k)
{
	const struct schema_field *f;

	for (f = schema_next_required(k, NULL); f != NULL; f = schema_next_required(k, f))
		if (!(f->flags & FIELD_KEY))
			return true;
	return false;
}

/* Room for one more record. */
static struct row_record *
next_record(struct row *row)
{
	row->records = alloc_room(row->records, &row->cap, row->n + 1, sizeof *row->records);
	if (row->n == row->begun)
		row->records[row->begun++] = (struct row_record){ 0 };
	return &row->records[row->n];
}

/* The record of a group; left out when the row has nothing to say in it. */
static void
add_record(const struct rule_reading *g, size_t group)
{
	const struct mapping *m = &g->reader->map;
	const struct mapping_group *own = &m->groups[group];
	const struct schema_field *key = schema_key(own->spec);
	struct row_record *r = next_record(g->row);
	bool says = false, keyed = false, dated = false, fixed = false, told = false;
	size_t i;

	draft_renew(&r->draft, own->spec->id);
	text_clear(&r->was);
	for (i = 0; i < m->n; i++) {
		const struct mapping_rule *rule = &m->rules[i];

		if (!mapping_belongs(m, rule, group) || outdone(m, rule, group))
			continue;
		told = told || (rule->ncolumns > 0 && about_record(rule));
		if (!rule_fill(g, i, &r->draft))
			continue;
		if (rule->ncolumns == 0)
			fixed = fixed || about_record(rule);
		else if (about_record(rule))
			says = true;
		else if (key != NULL && rule->spec == key)
			keyed = true;
		else if (rule->spec != NULL && rule->spec->slot == SLOT_OP)
			dated = true;
	}
	if (dated && fixed && !told)	/* a column of days, and fixed values: what happened then */
		says = true;
	/* Of a kind of the model the key alone may say all there is. */
	if (!says && !(keyed && (asks_more(own->spec) || own->spec->id >= KIND_OWN)))
		return;
	if (key != NULL && own->label[0] != '\0' && draft_text(&r->draft, key->slot) == NULL)
		draft_put(&r->draft, key->slot, own->label);
	r->dated = draft_text(&r->draft, SLOT_OP) != NULL;
	r->group = group;
	g->row->n++;
}

static void
sort_records(struct row *row)
{
	size_t i, j;

	for (i = 1; i < row->n; i++)
		for (j = i; j > 0 && row->records[j].draft.spec < row->records[j - 1].draft.spec;
		    j--) {
			struct row_record r = row->records[j];

			row->records[j] = row->records[j - 1];
			row->records[j - 1] = r;
		}
}

/* Whether it is a phase of a later day than a closing of the row: the client returned. */
static bool
returns(const struct row *row, const struct row_record *r)
{
	for (size_t i = 0; r->dated && r->draft.kind == KIND_FASE && i < row->n; i++) {
		const struct row_record *end = &row->records[i];

		if (end->dated && end->draft.kind == KIND_UITSTROOM &&
		    strcmp(draft_text(&end->draft, SLOT_OP), draft_text(&r->draft, SLOT_OP)) < 0)
			return true;
	}
	return false;
}

/* Phases of a return stand behind the closing, as they would have been recorded. */
static void
put_returns_last(struct row *row)
{
	size_t left = row->n;

	for (size_t i = 0; left-- > 0; ) {
		struct row_record r = row->records[i];

		if (!returns(row, &r)) {
			i++;
			continue;
		}
		memmove(&row->records[i], &row->records[i + 1],
		    (row->n - i - 1) * sizeof *row->records);
		row->records[row->n - 1] = r;
	}
}

/* Two columns that fill one field clear it once. */
static bool
is_cleared(const struct row *row, const char *field)
{
	for (size_t i = 0; i < row->ncleared; i++)
		if (strcmp(row->cleared[i], field) == 0)
			return true;
	return false;
}

static void
read_client(const struct rule_reading *g)
{
	struct draft *client = &g->row->client;
	size_t i, before;

	for (i = 0; i < g->reader->map.n; i++) {
		const struct mapping_rule *r = &g->reader->map.rules[i];

		if (r->group != 0)
			continue;
		before = client->n;
		if (!rule_fill(g, i, client)) {
			if (r->clears && rule_empty(g, i) && !is_cleared(g->row, r->field)) {
				g->row->cleared = alloc_room(g->row->cleared, &g->row->cleared_cap,
				    g->row->ncleared + 1,
				    sizeof *g->row->cleared);
				g->row->cleared[g->row->ncleared++] = r->field;
			}
			continue;
		}
		if (strcmp(r->field, MAPPING_ID) != 0 || client->n == before)
			continue;
		client->n--;
		g->row->id = client->fields[client->n].value;
		if (!schema_client_id(g->row->id))
			rule_wrong(g, r, "id",
			    _("not an id; expected 1 to 64 of A-Z a-z 0-9 . _ -, "
			    "not beginning with . or -"));
	}
}

bool
row_shape(const struct row_reader *reader, const struct rows *rows, struct problems *problems)
{
	static const char *const faults[] = {
		[ROWS_GOOD] = "",
		[ROWS_QUOTE_OPEN] =
		    N_("a quote opens here and is not closed; expected a closing quote (a quote "
		    "inside a text is written twice)"),
		[ROWS_QUOTE_TEXT] =
		    N_("text behind a closing quote, in this row or where its quotes end; "
		    "expected the delimiter (a quote inside a text is written twice)"),
		[ROWS_LONG] = N_("the row is longer than 1 MiB; expected less"),
		[ROWS_CUT] = N_("the line is longer than 16 MiB; expected less than 1 MiB; "
		    "what comes after is left out of the rejects"),
	};
	enum rows_fault fault = rows_fault(rows);
	size_t n = rows_cells(rows), length;
	const char *column;

	if (fault != ROWS_GOOD) {
		column = fault == ROWS_LONG || n == 0 || n > reader->n ? NULL :
		    reader->names[n - 1];
		problems_add(problems, PROBLEM_ERROR, "row", reader->file,
		    rows_line(rows), column, "%s", _(faults[fault]));
		return false;
	}
	while (n > reader->n && (rows_cell(rows, n - 1, &length), length == 0))
		n--;
	if (n <= reader->n)	/* empty cells at the end may be absent */
		return true;
	problems_add(problems, PROBLEM_ERROR, "columns", reader->file, rows_line(rows),
	    reader->names[reader->n - 1],
	    ngettext("is not the last, for the row has %zu column; expected %zu",
	    "is not the last, for the row has %zu columns; expected %zu", n), n, reader->n);
	return false;
}

const char *
row_said(const struct row_reader *reader, const struct rows *rows)
{
	size_t i;

	for (i = 0; i < reader->n && i < rows_cells(rows); i++)
		if (strcmp(reader->names[i], ROW_MESSAGE) == 0 &&
		    !mapping_uses(&reader->map, ROW_MESSAGE))
			return rows_cell(rows, i, NULL);
	return "";
}

bool
row_read(struct row_reader *reader, const struct rows *rows, struct row *row)
{
	struct rule_reading g = { reader, rows, row };
	size_t i;

	row->id = NULL;
	row->n = row->ncleared = 0;
	problems_clear(&row->problems);
	draft_renew(&row->client, KIND_CLIENT);
	if (row_said(reader, rows)[0] != '\0')
		problems_add(&row->problems, PROBLEM_ERROR, "said", reader->file, rows_line(rows),
		    ROW_MESSAGE, "%s",
		    _("not empty; expected it emptied once the row is corrected"));
	if (!row_shape(reader, rows, &row->problems))
		return false;
	read_client(&g);
	for (i = 1; i < reader->map.ngroups; i++)
		if (mapping_makes(&reader->map, i))
			add_record(&g, i);
	sort_records(row);
	put_returns_last(row);
	return !problems_error(&row->problems);
}

void
row_release(struct row *row)
{
	size_t i;

	draft_release(&row->client);
	for (i = 0; i < row->begun; i++) {
		draft_release(&row->records[i].draft);
		text_release(&row->records[i].was);
	}
	free(row->records);
	free(row->cleared);
	problems_release(&row->problems);
	*row = (struct row){ 0 };
}

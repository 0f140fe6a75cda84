/* SPDX-License-Identifier: ISC */
#include "dossier.h"

#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "records.h"
#include "schema.h"
#include "vocabulary.h"

void
dossier_clear(struct dossier *d)
{
	struct dossier fresh = { .records = d->records, .cap = d->cap,
	    .retractions = d->retractions, .retractions_cap = d->retractions_cap };

	fresh.added = d->added;
	fresh.arena = d->arena;
	fresh.problems = d->problems;
	text_clear(&fresh.added);
	arena_clear(&fresh.arena);
	problems_clear(&fresh.problems);
	*d = fresh;
}

void
dossier_release(struct dossier *d)
{
	struct dossier empty = { 0 };

	free(d->records);
	free(d->retractions);
	text_release(&d->added);
	arena_release(&d->arena);
	problems_release(&d->problems);
	*d = empty;
}

static void
wrong(const struct dossier *d, struct problems *problems, const char *code, long line,
    const char *field, const char *text)
{
	problems_add(problems, PROBLEM_ERROR, code, d->file, line, field, "%s", text);
}

static void
judge_head(const struct dossier *d, const struct record *r, struct problems *problems)
{
	if (r->n == 0)
		return;
	if (strcmp(r->fields[0].name, SCHEMA_RECORD) != 0 || r->n < 2 ||
	    strcmp(r->fields[1].name, SCHEMA_CLIENT) != 0)
		wrong(d, problems, "head", r->line, NULL,
		    _("a record begins with the fields Record and Client"));
	else if (!schema_client_id(r->fields[1].value))
		wrong(d, problems, "id", r->fields[1].line, SCHEMA_CLIENT,
		    _("not an id; expected 1 to 64 of A-Z a-z 0-9 . _ -, "
		    "not beginning with . or -"));
}

static void
judge_date(const struct dossier *d, const struct record *r, enum slot slot,
    struct problems *problems)
{
	const struct field *f = record_at(r, slot);

	if (f != NULL && f->is.day == DATE_NONE)
		wrong(d, problems, "date", f->line, f->name,
		    _("not a date; expected YYYY-MM-DD, 1900 to 2199"));
}

/* Client and the fields of ours that do not repeat may stand in a record once. */
static void
judge_doubled(const struct dossier *d, const struct record *r, struct problems *problems)
{
	uint64_t seen = 0;
	bool client = false;

	for (size_t i = 0; i < r->n; i++) {
		const struct field *f = &r->fields[i];
		bool is_client = strcmp(f->name, SCHEMA_CLIENT) == 0, again;

		if (i > 1 && f->spec == NULL && !is_client)
			continue;
		again = i > 0 && strcmp(r->fields[0].name, f->name) == 0;
		if (is_client) {
			again = client;
			client = true;
		} else if (f->spec != NULL) {
			uint64_t bit = (uint64_t)1 << f->slot;

			again = again || seen & bit;
			seen |= bit;
		}
		if (again && (f->spec == NULL || !(f->spec->flags & (FIELD_REPEATS | FIELD_LATER))))
			wrong(d, problems, "repeated", f->line, f->name,
			    _("stands twice in the record; expected once"));
	}
}

static void
judge_fields(const struct dossier *d, const struct record *r, struct problems *problems)
{
	const struct schema_field *key = r->spec == NULL ? NULL : schema_key(r->spec);
	bool client = r->kind == KIND_CLIENT;

	judge_doubled(d, r, problems);
	judge_date(d, r, SLOT_OP, problems);
	judge_date(d, r, SLOT_VASTGELEGD, problems);
	if (client)
		judge_date(d, r, CLIENT_AANGEMELD, problems);
	if (client && record_at(r, CLIENT_AANGEMELD) == NULL &&
	    (r == d->records || record_has(r, CLIENT_AANGEMELD)))
		wrong(d, problems, "missing", r->line, schema_name(KIND_CLIENT, CLIENT_AANGEMELD),
		    _("missing; expected the date of registration"));
	if (r->spec != NULL && r->spec->needs_op == OP_MUST && record_at(r, SLOT_OP) == NULL)
		wrong(d, problems, "missing", r->line, schema_name(r->kind, SLOT_OP),
		    _("missing; expected the date from which the record holds"));
	if (key != NULL && record_at(r, key->slot) == NULL)
		wrong(d, problems, "missing", r->line, key->name,
		    _("missing; it says what the record is about"));
}

static void
judge_first(const struct dossier *d, const struct record *r, struct problems *problems)
{
	const struct field *f = record_at(r, SLOT_FORMAAT);

	if (r->n >= 2 && r->kind != KIND_CLIENT)
		wrong(d, problems, "first", r->line, SCHEMA_RECORD,
		    _("the first record of a dossier must be of kind client"));
	if (f != NULL && f->is.number != 1)
		wrong(d, problems, "format", f->line, f->name,
		    _("a version of the format that this program does not know; expected 1"));
}

/*
 * Whether all is there that a record must have, as its sets tell; one that may lack something is
 * looked at by name.
 */
static bool
sound(const struct record *r, bool first)
{
	const uint64_t op = (uint64_t)1 << SLOT_OP, recorded = (uint64_t)1 << SLOT_VASTGELEGD;
	uint64_t need = vocabulary.filled[r->kind];

	if (!r->named || !r->legal || r->doubled)
		return false;
	if (r->kind == KIND_CLIENT) {
		const uint64_t registered = (uint64_t)1 << CLIENT_AANGEMELD;

		if (first || r->has & registered)
			need |= registered;
		if (r->full & registered && record_day(r, CLIENT_AANGEMELD) == DATE_NONE)
			return false;
		if (first && record_has(r, SLOT_FORMAAT) && record_code(r, SLOT_FORMAAT) != 1)
			return false;
	} else if (first)
		return false;
	return (r->full & need) == need && (!(r->full & op) || r->op != DATE_NONE) &&
	    (!(r->full & recorded) || r->recorded != DATE_NONE);
}

void
dossier_judge_record(const struct dossier *d, const struct record *r, struct problems *problems)
{
	if (sound(r, r == d->records))
		return;
	judge_head(d, r, problems);
	if (r == d->records)
		judge_first(d, r, problems);
	judge_fields(d, r, problems);
}

void
dossier_judge(struct dossier *d)
{
	size_t i;

	for (i = 0; i < d->n; i++) {
		d->retracts |= d->records[i].kind == KIND_INTREKKING;
		dossier_judge_record(d, &d->records[i], &d->problems);
	}
	d->malformed = d->problems.n > 0 && problems_error(&d->problems);
}

static const char *
line_end(const struct dossier *d)
{
	return d->crlf ? "\r\n" : "\n";
}

static long
count_lines(const char *s, size_t n)
{
	const char *stop = s + n;
	long lines = 0;

	while (s < stop && (s = memchr(s, '\n', (size_t)(stop - s))) != NULL) {
		lines++;
		s++;
	}
	return lines;
}

/* The line that the next appended record begins on. */
static long
next_line(const struct dossier *d)
{
	const struct record *last = d->n > 0 ? &d->records[d->n - 1] : NULL;

	if (last == NULL)
		return 1;
	if (d->n > d->read)
		return last->line + count_lines(d->added.at + last->start,
		    d->added.len - last->start);
	return last->line + count_lines(d->bytes.at + last->start, d->end - last->start) +
	    (d->end == d->bytes.len ? d->open_line + d->open_join : 0) + !d->blank;
}

void
dossier_append(struct dossier *d, const struct draft *draft)
{
	const struct draft_field **order = arena_room(&d->arena, draft->n * sizeof *order);
	struct records records = { 0 };
	struct record *r;
	size_t start = d->added.len, n;
	long line = next_line(d);

	draft_order(draft, order);
	draft_write_ordered(draft, order, d->id, line_end(d), &d->added);
	n = d->added.len - start;
	records_begin(&records, records_copy(&d->arena, d->added.at + start, n), n, false, d->file,
	    &d->problems);
	records.lines.number = line - 1;
	records.checked = true;
	/* Room for what draft_write writes: they stay where they are. */
	records.cap = draft->n + 2;
	records.fields = arena_room(&d->arena, records.cap * sizeof *records.fields);
	d->records = alloc_room(d->records, &d->cap, d->n + 1, sizeof *d->records);
	r = &d->records[d->n];
	if (d->resolved > d->n)
		d->resolved = d->n;
	if (records_next(&records, r) != RECORDS_ONE)
		return;
	r->lead = start;
	r->start = start + (draft->comment != NULL ? strlen(draft->comment) : 0);
	r->end += start;
	d->n++;
	d->retracts |= r->kind == KIND_INTREKKING;
}

size_t
dossier_appended_at(const struct dossier *d, long line)
{
	size_t i;

	for (i = d->n; i > d->read; i--)
		if (d->records[i - 1].line <= line)
			return i - 1 - d->read;
	return (size_t)-1;
}

void
dossier_undo(struct dossier *d, size_t added)
{
	if (d->read + added >= d->n)
		return;
	text_cut(&d->added, d->records[d->read + added].lead);
	d->n = d->read + added;
}

void
dossier_insert(const struct dossier *d, struct text *to)
{
	if (d->added.len == 0)
		return;
	if (d->end == d->bytes.len) {
		if (d->open_line)
			text_adds(to, line_end(d));
		if (d->open_join)
			text_adds(to, line_end(d));
	}
	if (!d->blank)
		text_adds(to, line_end(d));
	text_add(to, d->added.at, d->added.len);
}

void
dossier_write(const struct dossier *d, struct text *to)
{
	if (d->added.len == 0) {
		text_add(to, d->bytes.at, d->bytes.len);
		return;
	}
	text_add(to, d->bytes.at, d->end);
	dossier_insert(d, to);
	text_add(to, d->bytes.at + d->end, d->bytes.len - d->end);
}

void
dossier_seal(const struct dossier *d, struct text *to)
{
	if (d->added.len > 0 && d->end == d->bytes.len)
		return;
	if (d->open_line)
		text_adds(to, line_end(d));
	if (d->open_join)
		text_adds(to, line_end(d));
	if (d->open_record)
		text_adds(to, line_end(d));
}

#include "dossier.h"

#include <stdlib.h>
#include <string.h>

#include "memory.h"
#include "schema.h"

void
dossier_clear(struct dossier *d)
{
	struct dossier fresh = { .records = d->records, .cap = d->cap };

	fresh.bytes = d->bytes;
	fresh.added = d->added;
	fresh.arena = d->arena;
	fresh.problems = d->problems;
	text_clear(&fresh.bytes);
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
	text_release(&d->bytes);
	text_release(&d->added);
	arena_release(&d->arena);
	problems_release(&d->problems);
	*d = empty;
}

static const char *
trimmed(struct arena *arena, const char *value)
{
	size_t n;

	value += strspn(value, " \t\n");
	n = strlen(value);
	while (n > 0 && strchr(" \t\n", value[n - 1]) != NULL)
		n--;
	return value[n] == '\0' ? value : arena_copy(arena, value, n);
}

static const struct schema_field *
common_field(const char *name)
{
	const struct schema_field *f;

	for (f = schema_common_fields; f->name != NULL; f++)
		if (strcmp(f->name, name) == 0)
			return f;
	return NULL;
}

/* The place of a code in a list of them, or FIELD_UNTYPED. */
static int
code_of(const char *codes, const char *word)
{
	const char *code;
	size_t n;

	for (size_t i = 0; (code = schema_code_n(codes, i, &n)) != NULL; i++)
		if (strlen(word) == n && memcmp(code, word, n) == 0)
			return (int)i;
	return FIELD_UNTYPED;
}

static void
type_field(struct field *f)
{
	long number;

	if (f->spec->type == FIELD_DATE)
		f->is.day = date_parse(f->value);
	else if (f->spec->type == FIELD_NUMBER)
		f->is.number = schema_number(f->value, &number) ? (int)number : FIELD_UNTYPED;
	else if (f->spec->codes != NULL)
		f->is.code = code_of(f->spec->codes, f->value);
}

/* Puts the i-th field, which is ours, into the record's sets, behind earlier values of it. */
static void
place_field(struct record *r, size_t i, size_t last[SLOTS])
{
	struct field *f = &r->fields[i];
	uint64_t bit = (uint64_t)1 << f->slot;

	r->has |= bit;
	if (f->n == 0)
		return;
	if (r->full & bit)
		r->fields[last[f->slot]].next = (uint32_t)(i - last[f->slot]);
	r->full |= bit;
	last[f->slot] = i;
}

void
dossier_type_record(struct dossier *d, struct record *r)
{
	size_t i, last[SLOTS];

	if (r->n > 0 && strcmp(r->fields[0].name, "Record") == 0)
		r->name = r->fields[0].value = trimmed(&d->arena, r->fields[0].value);
	if (r->n > 1 && strcmp(r->fields[1].name, "Client") == 0)
		r->fields[1].value = trimmed(&d->arena, r->fields[1].value);
	r->kind = schema_kind(r->name);
	r->id = r->kind == NULL ? KIND_OTHER : r->kind->id;
	for (i = 1; i < r->n; i++) {
		struct field *f = &r->fields[i];

		f->spec = r->kind == NULL ? common_field(f->name) : schema_field(r->kind, f->name);
		if (f->spec != NULL && f->spec->type != FIELD_TEXT)
			f->value = trimmed(&d->arena, f->value);
		f->n = (uint32_t)strlen(f->value);
		if (f->spec == NULL)
			continue;
		f->slot = f->spec->slot;
		type_field(f);
		place_field(r, i, last);
	}
	r->op = record_day(r, SLOT_OP);
	r->recorded = record_day(r, SLOT_VASTGELEGD);
}

date
record_date(const struct record *r, const char *name)
{
	return date_parse(record_value(r, name));
}

static void
wrong(const struct dossier *d, struct problems *problems, const char *code, long line, const char *field,
    const char *text)
{
	problems_add(problems, PROBLEM_ERROR, code, d->file, line, field, "%s", text);
}

static void
judge_head(const struct dossier *d, const struct record *r, struct problems *problems)
{
	if (r->n == 0)
		return;
	if (strcmp(r->fields[0].name, "Record") != 0 || r->n < 2 ||
	    strcmp(r->fields[1].name, "Client") != 0)
		wrong(d, problems, "head", r->line, NULL, _("a record begins with the fields Record and Client"));
	else if (!schema_client_id(r->fields[1].value))
		wrong(d, problems, "id", r->fields[1].line, "Client",
		    _("not an id; expected 1 to 64 of A-Z a-z 0-9 . _ -, not beginning with . or -"));
}

static void
judge_date(const struct dossier *d, const struct record *r, const char *name, struct problems *problems)
{
	const struct field *f = record_field(r, name);

	if (f != NULL && f->value[0] != '\0' && date_parse(f->value) == DATE_NONE)
		wrong(d, problems, "date", f->line, name, _("not a date; expected YYYY-MM-DD, 1900 to 2199"));
}

static void
judge_fields(const struct dossier *d, const struct record *r, struct problems *problems)
{
	const struct schema_field *key = r->kind == NULL ? NULL : schema_key(r->kind);
	bool client = strcmp(r->name, "client") == 0;
	size_t i, j;

	for (i = 0; i < r->n; i++) {
		const struct field *f = &r->fields[i];

		if (i > 1 && f->spec == NULL && strcmp(f->name, "Client") != 0)
			continue;
		if (f->spec != NULL && f->spec->flags & FIELD_REPEATS)
			continue;
		for (j = 0; j < i; j++)
			if (strcmp(r->fields[j].name, f->name) == 0) {
				wrong(d, problems, "repeated", f->line, f->name, _("stands twice in the record; expected once"));
				break;
			}
	}
	judge_date(d, r, "Op", problems);
	judge_date(d, r, "Vastgelegd", problems);
	if (client)
		judge_date(d, r, "Aangemeld", problems);
	if (client && record_value(r, "Aangemeld")[0] == '\0' &&
	    (r == d->records || record_field(r, "Aangemeld") != NULL))
		wrong(d, problems, "missing", r->line, "Aangemeld", _("missing; expected the date of registration"));
	if (r->kind != NULL && r->kind->needs_op && record_value(r, "Op")[0] == '\0')
		wrong(d, problems, "missing", r->line, "Op", _("missing; expected the date from which the record holds"));
	if (key != NULL && record_value(r, key->name)[0] == '\0')
		wrong(d, problems, "missing", r->line, key->name, _("missing; it says what the record is about"));
}

static void
judge_first(const struct dossier *d, const struct record *r, struct problems *problems)
{
	const struct field *f = record_field(r, "Formaat");
	long number;

	if (r->n >= 2 && strcmp(r->name, "client") != 0)
		wrong(d, problems, "first", r->line, "Record", _("the first record of a dossier must be of kind client"));
	if (f != NULL && f->value[0] != '\0' && (!schema_number(f->value, &number) || number != 1))
		wrong(d, problems, "format", f->line, "Formaat", _("a version of the format that this program does not know; expected 1"));
}

void
dossier_judge_record(const struct dossier *d, const struct record *r, struct problems *problems)
{
	judge_head(d, r, problems);
	if (r == d->records)
		judge_first(d, r, problems);
	judge_fields(d, r, problems);
}

void
dossier_judge(struct dossier *d)
{
	size_t i;

	for (i = 0; i < d->n; i++)
		dossier_judge_record(d, &d->records[i], &d->problems);
	d->malformed = problems_error(&d->problems);
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
		return last->line + count_lines(d->added.at + last->start, d->added.len - last->start);
	return last->line + count_lines(d->bytes.at + last->start, d->end - last->start) +
	    (d->end == d->bytes.len ? d->open_line + d->open_join : 0) + !d->blank;
}

void
dossier_append(struct dossier *d, const struct draft *draft)
{
	struct rec rec = { 0 };
	struct problems problems = { 0 };
	struct record r;
	size_t start = d->added.len, pos = start;
	long line = next_line(d);
	bool complete = false;

	draft_write(draft, d->id, line_end(d), &d->added);
	rec_begin(&rec, &d->arena, &problems, d->file);
	while (pos < d->added.len && !complete) {
		const char *s = d->added.at + pos, *stop = strchr(s, '\n');
		size_t n = (size_t)(stop - s);
		size_t end = pos + n + 1;

		if (d->crlf)
			n--;
		complete = rec_line(&rec, s, n, pos, end, line++, &r);
		pos = end;
	}
	rec_release(&rec);
	problems_release(&problems);
	dossier_type_record(d, &r);
	r.start = start;
	d->records = memory_room(d->records, &d->cap, d->n + 1, sizeof *d->records);
	d->records[d->n++] = r;
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
	text_cut(&d->added, d->records[d->read + added].start);
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

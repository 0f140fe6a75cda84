#include "records.h"

#include <stdlib.h>
#include <string.h>

#include "memory.h"
#include "vocabulary.h"

static bool
blank(char c)
{
	return c == ' ' || c == '\t';
}

void
records_begin(struct records *p, char *bytes, size_t n, bool more, const char *file,
    struct problems *problems)
{
	vocabulary_begin();
	p->bytes = bytes;
	p->lines = (struct lines){ .at = bytes, .end = bytes + n, .more = more };
	p->file = file;
	p->problems = problems;
	p->n = 0;
	p->reading = p->in_field = p->joined = p->has_lead = false;
	p->open_line = p->open_record = p->open_join = false;
	p->one_client = false;
	p->client = NULL;
}

void
records_release(struct records *p)
{
	free(p->fields);
	*p = (struct records){ 0 };
}

struct field *
record_place(struct record *r, struct field *at)
{
	r->fields = at;
	return at + r->n;
}

char *
records_copy(struct arena *arena, const void *bytes, size_t n)
{
	char *copy = arena_room(arena, n + RECORDS_ROOM);

	if (n > 0)
		memcpy(copy, bytes, n);
	memset(copy + n, 0, RECORDS_ROOM);
	return copy;
}

void
field_trim(struct field *f)
{
	const char *s = f->value, *end = s + f->n;

	while (s < end && (blank(*s) || *s == '\n'))
		s++;
	while (s < end && (blank(end[-1]) || end[-1] == '\n'))
		end--;
	f->n = (uint32_t)(end - s);
	f->value = s;
	((char *)f->value)[f->n] = '\0';
}

/* The place of a code in a list of them, or FIELD_UNTYPED. */
static int
code_of(const char *codes, const struct field *f)
{
	const char *code;
	size_t n;

	for (size_t i = 0; (code = schema_code_n(codes, i, &n)) != NULL; i++)
		if (f->n == n && memcmp(code, f->value, n) == 0)
			return (int)i;
	return FIELD_UNTYPED;
}

static void
type_field(struct field *f, const struct schema_field *spec)
{
	long number;

	if (spec->type == FIELD_TEXT)
		return;
	field_trim(f);
	if (spec->type == FIELD_DATE)
		f->is.day = date_parse(f->value);
	else if (spec->type == FIELD_NUMBER)
		f->is.number = schema_number(f->value, &number) ? (int)number : FIELD_UNTYPED;
	else if (spec->codes != NULL)
		f->is.code = code_of(spec->codes, f);
}

/* Puts a field of ours into the record's sets, behind earlier values of it. */
static void
place_field(struct records *p, struct field *f)
{
	struct record *r = &p->record;
	uint64_t bit = (uint64_t)1 << f->slot;

	r->doubled |= (r->has & bit & ~vocabulary.repeats[r->id]) != 0;
	r->has |= bit;
	if (f->n == 0)
		return;
	if (r->full & bit) {
		struct field *before = &p->fields[p->last[f->slot]];

		before->next = (uint32_t)(f - before);
	} else if (f->slot == SLOT_OP)
		r->op = f->is.day;
	else if (f->slot == SLOT_VASTGELEGD)
		r->recorded = f->is.day;
	r->full |= bit;
	p->last[f->slot] = (size_t)(f - p->fields);
}

/* The fields Record and Client of a record's begin. Returns false when it is of another client. */
static bool
take_head(struct records *p, struct field *f)
{
	struct record *r = &p->record;
	bool same;

	field_trim(f);
	if (p->name == NAME_RECORD) {
		r->named = true;
		r->name = f->value;
		r->id = vocabulary.names[vocabulary_find(f->value, f->n)].kind;
		r->kind = r->id == KIND_OTHER ? NULL : &schema_kinds[r->id];
		return true;
	}
	same = p->client != NULL && f->n == p->client_n && memcmp(f->value, p->client, f->n) == 0;
	r->legal = same || schema_client_id(f->value);
	return same || !r->legal || !p->one_client;
}

/* Ends the value being read and types it. Returns false when the record is another client's. */
static bool
finish_field(struct records *p)
{
	struct field *f = &p->fields[p->n - 1];
	size_t place = p->n - 1 - p->first;
	unsigned slot;

	if (!p->in_field)
		return true;
	p->in_field = p->joined = false;
	*p->tail = '\0';
	f->n = (uint32_t)(p->checked ? (size_t)(p->tail - f->value) : strlen(f->value));
	if (p->descriptor)
		return true;
	if (place < 2 && p->name == (place == 0 ? NAME_RECORD : NAME_CLIENT))
		return take_head(p, f);
	slot = vocabulary.slots[p->record.id][p->name];
	if (slot == 0 || place == 0) {
		p->record.doubled |= p->name == NAME_CLIENT;
		return true;
	}
	f->slot = slot - 1;
	f->spec = vocabulary.fields[p->record.id][f->slot];
	type_field(f, f->spec);
	place_field(p, f);
	return true;
}

/* Ends the record being read, whose last field is finished. Returns false for a descriptor. */
static bool
finish_record(struct records *p, struct record *done)
{
	p->reading = false;
	p->blank_end = 0;
	p->record.n = p->n - p->first;
	/* The comments before a descriptor lead what follows it. */
	p->has_lead = p->descriptor;
	p->lead = p->record.lead;
	p->lead_line = p->record_lead_line;
	if (p->descriptor) {
		p->n = p->first;
		return false;
	}
	p->done = p->first;
	*done = p->record;
	return true;
}

static void
begin_record(struct records *p, size_t start)
{
	p->record = (struct record){ .id = KIND_OTHER, .op = DATE_NONE, .recorded = DATE_NONE, .name = "",
	    .start = start, .lead = p->has_lead ? p->lead : start, .line = p->lines.number };
	p->record_lead_line = p->has_lead ? p->lead_line : p->lines.number;
	p->first = p->n;
	p->descriptor = false;
	p->reading = true;
}

/* Adds text to the value, which never overtakes it: a backslash at its end joins the next line. */
static void
take_text(struct records *p, const char *s, size_t n)
{
	p->joined = n > 0 && s[n - 1] == '\\';
	n -= p->joined;
	memmove(p->tail, s, n);
	p->tail += n;
}

static void
begin_field(struct records *p, char *s, size_t n, size_t name, unsigned number)
{
	size_t at = name + 1;
	struct field *f;

	if (p->n == p->cap)
		p->fields = memory_room(p->fields, &p->cap, p->n + 1, sizeof *p->fields);
	f = &p->fields[p->n++];
	if (at < n && blank(s[at]))
		at++;
	s[name] = '\0';
	*f = (struct field){ .name = number != NAME_NONE ? vocabulary.names[number].s : s, .value = s + at,
	    .line = p->lines.number, .is.code = FIELD_UNTYPED, .slot = SLOT_NONE };
	p->name = number;
	p->in_field = true;
	p->joined = n > at && s[n - 1] == '\\';
	p->tail = s + n - p->joined;
}

/* What git and diff3 leave where two versions differ: seven of one sign, then a blank or nothing. */
static bool
conflict_marker(const char *s, size_t n)
{
	size_t i;

	if (n < 7 || memchr("<|=>", s[0], 4) == NULL)
		return false;
	for (i = 1; i < 7; i++)
		if (s[i] != s[0])
			return false;
	return n == 7 || blank(s[7]);
}

static void
bad_line(struct records *p, const char *code, const char *why)
{
	p->record.broken = true;
	p->in_field = false;
	problems_add(p->problems, PROBLEM_ERROR, code, p->file, p->lines.number, NULL, "%s", why);
}

/* A line that is no field of ours: blank, comment, more of a value, another field, no rec at all. */
static enum records_got
take_other(struct records *p, char *s, size_t n, size_t start, size_t end, struct record *done)
{
	size_t skip = 0, name;

	while (skip < n && blank(s[skip]))
		skip++;
	if (skip == n) {
		bool complete;

		if (!p->reading)
			return RECORDS_END;
		if (!finish_field(p))
			return RECORDS_OTHER;
		complete = finish_record(p, done);
		p->blank_end = end;
		return complete ? RECORDS_ONE : RECORDS_END;
	}
	/* As recsel: between records a line may be indented, within one it may not. */
	if (!p->reading) {
		s += skip;
		n -= skip;
	}
	if (s[0] == '#') {
		if (p->reading) {
			if (!finish_field(p))
				return RECORDS_OTHER;
			p->record.end = end;
		} else if (!p->has_lead) {
			p->has_lead = true;
			p->lead = start;
			p->lead_line = p->lines.number;
		}
		return RECORDS_END;
	}
	if (s[0] == '+') {
		if (!p->reading)
			begin_record(p, start);
		p->record.end = end;
		if (!p->in_field) {
			bad_line(p, "syntax",
			    _("a line that begins with + continues a value, but no value stands before it"));
			return RECORDS_END;
		}
		*p->tail++ = '\n';
		skip = n > 1 && s[1] == ' ' ? 2 : 1;
		take_text(p, s + skip, n - skip);
		return RECORDS_END;
	}
	if (p->reading && !finish_field(p))
		return RECORDS_OTHER;
	if (!p->reading)
		begin_record(p, start);
	p->record.end = end;
	name = rec_name_length(s, n);
	if (name == 0 || name == n || s[name] != ':') {
		if (conflict_marker(s, n))
			bad_line(p, "conflict",
			    _("an unresolved merge mark; expected one version, without marks"));
		else
			bad_line(p, "syntax",
			    _("not a field; expected \"Field: value\", \"+ more\", \"# comment\" or an empty line"));
		return RECORDS_END;
	}
	if (p->n == p->first)
		p->descriptor = s[0] == '%';
	begin_field(p, s, n, name, vocabulary_find(s, name));
	return RECORDS_END;
}

/* A line `Record:` within a record ends it. */
static enum records_got
cut_off(struct records *p, struct record *done)
{
	/* Lines that are no fields are no record that could be cut off: they are said already. */
	if (p->n > p->first)
		problems_add(p->problems, PROBLEM_ERROR, "lost-blank", p->file, p->lines.number, "Record",
		    _("a record begins inside another; expected an empty line before it"));
	p->record.broken = true;
	if (!finish_field(p))
		return RECORDS_OTHER;
	finish_record(p, done);
	return RECORDS_ONE;
}

static enum records_got
take_line(struct records *p, const struct line *line, struct record *done)
{
	size_t start = (size_t)(line->at - p->bytes), end = (size_t)(line->end - p->bytes);
	size_t n = line->n, name;
	enum records_got got = RECORDS_END;
	char *s = p->bytes + start;
	unsigned number;

	p->open_line = !line->ended;
	if (p->odd != NULL && (line->cr || !p->checked || *s == '\xEF')) {
		size_t skip = p->odd(p, line, p->context);

		s += skip;
		n -= skip;
	}
	if (p->joined) {
		take_text(p, s, n);
		p->record.end = end;
		return RECORDS_END;
	}
	number = vocabulary_scan(s, &name);
	if (number == NAME_NONE || name >= n)
		return take_other(p, s, n, start, end, done);
	if (p->reading) {
		if (number == NAME_RECORD && !p->descriptor)
			got = cut_off(p, done);
		else if (!finish_field(p))
			got = RECORDS_OTHER;
		if (got == RECORDS_OTHER)
			return got;
	}
	if (!p->reading)
		begin_record(p, start);
	p->record.end = end;
	begin_field(p, s, n, name, number);
	return got;
}

/* The end of the bytes ends the record too. */
static enum records_got
take_end(struct records *p, struct record *done)
{
	if (p->lines.more)
		return RECORDS_MORE;
	if (!p->reading)
		return RECORDS_END;
	p->open_record = true;
	p->open_join = p->joined;
	if (!finish_field(p))
		return RECORDS_OTHER;
	return finish_record(p, done) ? RECORDS_ONE : RECORDS_END;
}

enum records_got
records_next(struct records *p, struct record *done)
{
	enum records_got got = RECORDS_END;
	struct line line;

	while (got == RECORDS_END && lines_next(&p->lines, &line))
		got = take_line(p, &line, done);
	if (got == RECORDS_END)
		got = take_end(p, done);
	if (got == RECORDS_ONE)
		done->fields = p->fields + p->done;
	return got;
}

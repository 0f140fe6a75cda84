/* SPDX-License-Identifier: ISC */
#include "records_line.h"

#include <string.h>

#include "alloc.h"
#include "field.h"

enum { FIRST_FIELDS = 512 };	/* more than most dossiers have */

const struct name *
record_kind(const char *s, size_t n)
{
	uint64_t a, b;

	if (n > NAME_SHORT)
		return NULL;
	name_words(s, n, &a, &b);
	return name_at(a, b | (uint64_t)(KINDS + 1) << 56);
}

/* Ends the record being read, whose last field is finished. Returns false for a descriptor. */
static bool
record_finish(struct records *p)
{
	p->reading = false;
	p->blank_end = 0;
	p->record->n = p->n - p->first;
	/* The comments before a descriptor lead what follows it. */
	p->has_lead = p->descriptor;
	p->lead = p->record->lead;
	p->lead_line = p->record_lead_line;
	if (p->descriptor) {
		p->n = p->first;
		return false;
	}
	p->done = p->first;
	return true;
}

void
record_begin(struct records *p, size_t start)
{
	struct record *r = p->record;

	r->spec = NULL;
	r->kind = KIND_OTHER;
	r->has = r->full = 0;
	r->op = r->recorded = DATE_NONE;
	r->name = "";
	r->line = p->lines.number;
	r->start = start;
	r->lead = p->has_lead ? p->lead : start;
	r->named = r->legal = r->doubled = r->broken = false;
	p->record_lead_line = p->has_lead ? p->lead_line : p->lines.number;
	p->first = p->n;
	p->descriptor = false;
	p->reading = true;
}

/* Record and Client begin a record. Returns false when it is another client's. */
static bool
settle_head(struct records *p, struct field *f, enum name_of name)
{
	size_t place = (size_t)(f - p->fields) - p->first;
	struct record *r = p->record;
	const struct name *kind;
	bool same;

	if (name == NAME_RECORD && place == 0) {
		field_trim(f);
		r->named = true;
		r->name = f->value;
		kind = record_kind(f->value, f->n);
		if (kind != NULL) {
			r->kind = kind->kind;
			r->spec = &schema_kinds[r->kind];
		}
		return true;
	}
	if (name != NAME_CLIENT || place != 1) {
		r->doubled |= name == NAME_CLIENT;
		return true;
	}
	field_trim(f);
	same = p->client != NULL && f->n == p->client_n && memcmp(f->value, p->client, f->n) == 0;
	r->legal = same || schema_client_id(f->value);
	return same || !r->legal || !p->one_client;
}

/*
 * What is to be done with a value when it is whole. Returns false when the record is another
 * client's.
 */
static bool
settle_field(struct records *p, struct field *f, const struct name *name)
{
	if (name == NULL || p->descriptor)
		return true;
	if (name->of != NAME_FIELD)
		return settle_head(p, f, name->of);
	if (f == &p->fields[p->first])
		return true;
	f->slot = name->slot;
	f->spec = name->field;
	field_type(f, name);
	field_place(p->record, f, (size_t)(f - p->fields) - p->first, name->repeats);
	return true;
}

/* Ends the value being read, if there is one. Returns false when the record is another client's. */
static bool
finish_field(struct records *p)
{
	struct field *f;

	if (!p->in_field)
		return true;
	f = &p->fields[p->n - 1];
	p->in_field = p->joined = false;
	*p->tail = '\0';
	f->n = (uint32_t)(p->checked ? (size_t)(p->tail - f->value) : strlen(f->value));
	return settle_field(p, f, p->name);
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

/* A line `name: value` of n bytes; the name has `length` of them. */
static struct field *
begin_field(struct records *p, char *s, size_t n, size_t length, const struct name *name)
{
	size_t at = length + 1;
	struct field *f;

	if (p->n == p->cap)
		p->fields = alloc_room(p->fields, &p->cap,
		    p->cap == 0 ? FIRST_FIELDS : p->n + 1, sizeof *p->fields);
	f = &p->fields[p->n++];
	if (at < n && field_blank(s[at]))
		at++;
	field_set(f, name != NULL ? name->s : s, s + at, n - at, p->lines.number);
	if (name == NULL)
		s[length] = '\0';
	return f;
}

/*
 * The value of a field's first line, which is all of it when the next line cannot go on with it.
 * Returns false when the record is another client's.
 */
static bool
close_field(struct records *p, struct field *f, const struct name *name, char next)
{
	char *end = (char *)f->value + f->n;

	p->joined = end[-1] == '\\';
	if (p->joined || next == '+' || next == '\xEF') {
		p->joined = p->joined && f->n > 0;
		p->name = name;
		p->in_field = true;
		p->tail = end - p->joined;
		return true;
	}
	*end = '\0';
	if (!p->checked)
		f->n = (uint32_t)strlen(f->value);
	return settle_field(p, f, name);
}

/*
 * What git and diff3 leave where two versions differ: seven of one sign, then a blank or nothing.
 */
static bool
conflict_marker(const char *s, size_t n)
{
	size_t i;

	if (n < 7 || memchr("<|=>", s[0], 4) == NULL)
		return false;
	for (i = 1; i < 7; i++)
		if (s[i] != s[0])
			return false;
	return n == 7 || field_blank(s[7]);
}

static void
bad_line(struct records *p, const char *code, const char *why)
{
	p->record->broken = true;
	p->in_field = false;
	problems_add(p->problems, PROBLEM_ERROR, code, p->file, p->lines.number, NULL, "%s", why);
}

/* A line that is no rec at all. */
static void
bad_field(struct records *p, const char *s, size_t n)
{
	if (conflict_marker(s, n))
		bad_line(p, "conflict",
		    _("an unresolved merge mark; expected one version, without marks"));
	else
		bad_line(p, "syntax", _("not a field; "
		    "expected \"Field: value\", \"+ more\", \"# comment\" or an empty line"));
}

enum records_got
records_blank(struct records *p, size_t end)
{
	bool complete;

	if (!p->reading)
		return RECORDS_END;
	if (!finish_field(p))
		return RECORDS_OTHER;
	complete = record_finish(p);
	p->blank_end = end;
	return complete ? RECORDS_ONE : RECORDS_END;
}

static enum records_got
take_comment(struct records *p, size_t start, size_t end)
{
	if (p->reading) {
		if (!finish_field(p))
			return RECORDS_OTHER;
		p->record->end = end;
	} else if (!p->has_lead) {
		p->has_lead = true;
		p->lead = start;
		p->lead_line = p->lines.number;
	}
	return RECORDS_END;
}

/* A line `+ text` goes on with a value. */
static enum records_got
take_more(struct records *p, const char *s, size_t n, size_t start, size_t end)
{
	size_t skip = n > 1 && s[1] == ' ' ? 2 : 1;

	if (!p->reading)
		record_begin(p, start);
	p->record->end = end;
	if (p->in_field) {
		*p->tail++ = '\n';
		take_text(p, s + skip, n - skip);
	} else
		bad_line(p, "syntax",
		    _("a line that begins with + continues a value, but no "
		    "value stands before it"));
	return RECORDS_END;
}

/* A line `Record:` within a record ends it. */
static enum records_got
cut_off(struct records *p)
{
	/* Lines that are no fields are no record that could be cut off: they are said already. */
	if (p->n > p->first)
		problems_add(p->problems, PROBLEM_ERROR, "lost-blank", p->file, p->lines.number,
		    SCHEMA_RECORD,
		    _("a record begins inside another; expected an empty line before it"));
	p->record->broken = true;
	if (!finish_field(p))
		return RECORDS_OTHER;
	record_finish(p);
	p->record = &p->cut;
	return RECORDS_ONE;
}

enum records_got
records_line(struct records *p, const struct line *line)
{
	size_t start = (size_t)(line->at - p->bytes), end = (size_t)(line->end - p->bytes);
	size_t n = line->n, skip = 0, length;
	enum records_got got = RECORDS_END;
	char *s = p->bytes + start;
	const struct name *name;
	enum kind kind;

	if (p->odd != NULL && (line->cr || !p->checked || *s == '\xEF')) {
		skip = p->odd(p, line, p->context);
		s += skip;
		n -= skip;
	}
	if (p->joined) {
		take_text(p, s, n);
		p->record->end = end;
		return RECORDS_END;
	}
	for (skip = 0; skip < n && field_blank(s[skip]); skip++)
		continue;
	if (skip == n)
		return records_blank(p, end);
	/* As recsel: between records a line may be indented, within one it may not. */
	if (!p->reading) {
		s += skip;
		n -= skip;
	}
	if (s[0] == '#')
		return take_comment(p, start, end);
	if (s[0] == '+')
		return take_more(p, s, n, start, end);
	kind = p->reading ? p->record->kind : KIND_OTHER;
	name = p->checked && !p->raw ? vocabulary_scan(kind, s, &length) : NULL;
	if (name == NULL || length >= n) {
		name = NULL;
		length = rec_name_length(s, n);
		if (length == n || s[length] != ':')
			length = 0;
	}
	if (p->reading) {
		if (!p->descriptor && length == strlen(SCHEMA_RECORD) &&
		    memcmp(s, SCHEMA_RECORD, length) == 0)
			got = cut_off(p);
		else if (!finish_field(p))
			got = RECORDS_OTHER;
		if (got == RECORDS_OTHER)
			return got;
	}
	if (!p->reading)
		record_begin(p, start);
	p->record->end = end;
	if (length == 0) {
		bad_field(p, s, n);
		return RECORDS_END;
	}
	if (p->n == p->first)
		p->descriptor = s[0] == '%';
	if (!p->raw && (name == NULL || p->record->kind != kind))
		name = vocabulary_find(p->record->kind, s, length);
	if (!close_field(p, begin_field(p, s, n, length, name), name, *line->end))
		got = RECORDS_OTHER;
	return got;
}

enum records_got
records_end(struct records *p)
{
	if (p->lines.more)
		return RECORDS_MORE;
	if (!p->reading)
		return RECORDS_END;
	p->open_record = true;
	p->open_join = p->joined;
	if (!finish_field(p))
		return RECORDS_OTHER;
	return record_finish(p) ? RECORDS_ONE : RECORDS_END;
}

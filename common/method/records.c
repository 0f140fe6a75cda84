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
code_of(const char *codes, const char *word)
{
	for (int i = 0;; i++) {
		size_t n = 0;

		while (word[n] != '\0' && word[n] == codes[n])
			n++;
		if (word[n] == '\0' && (codes[n] == ' ' || codes[n] == '\0'))
			return i;
		while (codes[n] != ' ' && codes[n] != '\0')
			n++;
		if (codes[n] == '\0')
			return FIELD_UNTYPED;
		codes += n + 1;
	}
}

static inline void
type_field(struct field *f, const struct name *name)
{
	long number;

	if (name->type == FIELD_TEXT)
		return;
	/* Nothing that is trimmed stands above the blank. */
	if (f->n > 0 && (f->value[0] <= ' ' || f->value[f->n - 1] <= ' '))
		field_trim(f);
	if (name->type == FIELD_DATE)
		f->is.day = date_parse(f->value);
	else if (name->type == FIELD_NUMBER)
		f->is.number = schema_number(f->value, &number) ? (int)number : FIELD_UNTYPED;
	else if (name->field->codes != NULL)
		f->is.code = code_of(name->field->codes, f->value);
}

/* Puts a field of ours into the record's sets, behind earlier values of it. */
static inline void
place_field(struct records *p, struct field *f, const struct name *name)
{
	struct record *r = &p->record;
	uint64_t bit = (uint64_t)1 << name->slot;

	r->doubled |= (r->has & bit) != 0 && !name->repeats;
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

/* Record and Client begin a record. Returns false when it is another client's. */
static bool
settle_head(struct records *p, struct field *f, enum name_of name)
{
	size_t place = (size_t)(f - p->fields) - p->first;
	struct record *r = &p->record;
	const struct name *kind;
	bool same;

	if (name == NAME_RECORD && place == 0) {
		field_trim(f);
		r->named = true;
		r->name = f->value;
		kind = vocabulary_find(KINDS, f->value, f->n);
		if (kind != NULL) {
			r->id = kind->kind;
			r->kind = &schema_kinds[r->id];
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

/* What is to be done with a value when it is whole. Returns false when the record is another client's. */
static inline bool
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
	type_field(f, name);
	place_field(p, f, name);
	return true;
}

/* Ends the value being read, if there is one. Returns false when the record is another client's. */
static bool
finish_field(struct records *p)
{
	struct field *f = &p->fields[p->n - 1];

	if (!p->in_field)
		return true;
	p->in_field = p->joined = false;
	*p->tail = '\0';
	f->n = (uint32_t)(p->checked ? (size_t)(p->tail - f->value) : strlen(f->value));
	return settle_field(p, f, p->name);
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

/* A line `name: value` of n bytes; the name has `length` of them. */
static inline struct field *
begin_field(struct records *p, char *s, size_t n, size_t length, const struct name *name)
{
	size_t at = length + 1;
	struct field *f;

	if (p->n == p->cap)
		p->fields = memory_room(p->fields, &p->cap, p->n + 1, sizeof *p->fields);
	f = &p->fields[p->n++];
	if (at < n && blank(s[at]))
		at++;
	f->name = name != NULL ? name->s : s;
	f->value = s + at;
	f->spec = NULL;
	f->line = p->lines.number;
	f->n = (uint32_t)(n - at);
	f->next = 0;
	f->is.code = FIELD_UNTYPED;
	f->slot = SLOT_NONE;
	if (name == NULL)
		s[length] = '\0';
	return f;
}

/*
 * The value of a field's first line, which is all of it when the next line cannot go on with it. Returns false when
 * the record is another client's.
 */
static inline bool
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

/* A blank line ends a record. */
static enum records_got
take_blank(struct records *p, size_t end, struct record *done)
{
	bool complete;

	if (!p->reading)
		return RECORDS_END;
	if (!finish_field(p))
		return RECORDS_OTHER;
	complete = finish_record(p, done);
	p->blank_end = end;
	return complete ? RECORDS_ONE : RECORDS_END;
}

static enum records_got
take_comment(struct records *p, size_t start, size_t end)
{
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

/* A line `+ text` goes on with a value. */
static enum records_got
take_more(struct records *p, const char *s, size_t n, size_t start, size_t end)
{
	size_t skip = n > 1 && s[1] == ' ' ? 2 : 1;

	if (!p->reading)
		begin_record(p, start);
	p->record.end = end;
	if (p->in_field) {
		*p->tail++ = '\n';
		take_text(p, s + skip, n - skip);
	} else
		bad_line(p, "syntax", _("a line that begins with + continues a value, but no value stands before it"));
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

/* A line of any sort, by the whole grammar. */
static enum records_got
take_line(struct records *p, const struct line *line, struct record *done)
{
	size_t start = (size_t)(line->at - p->bytes), end = (size_t)(line->end - p->bytes);
	size_t n = line->n, skip = 0, length;
	enum records_got got = RECORDS_END;
	char *s = p->bytes + start;
	const struct name *name;

	if (p->odd != NULL && (line->cr || !p->checked || *s == '\xEF')) {
		skip = p->odd(p, line, p->context);
		s += skip;
		n -= skip;
	}
	if (p->joined) {
		take_text(p, s, n);
		p->record.end = end;
		return RECORDS_END;
	}
	for (skip = 0; skip < n && blank(s[skip]); skip++)
		continue;
	if (skip == n)
		return take_blank(p, end, done);
	/* As recsel: between records a line may be indented, within one it may not. */
	if (!p->reading) {
		s += skip;
		n -= skip;
	}
	if (s[0] == '#')
		return take_comment(p, start, end);
	if (s[0] == '+')
		return take_more(p, s, n, start, end);
	length = rec_name_length(s, n);
	if (length == n || s[length] != ':')
		length = 0;
	if (p->reading) {
		if (!p->descriptor && length == strlen("Record") && memcmp(s, "Record", length) == 0)
			got = cut_off(p, done);
		else if (!finish_field(p))
			got = RECORDS_OTHER;
		if (got == RECORDS_OTHER)
			return got;
	}
	if (!p->reading)
		begin_record(p, start);
	p->record.end = end;
	if (length == 0) {
		if (conflict_marker(s, n))
			bad_line(p, "conflict", _("an unresolved merge mark; expected one version, without marks"));
		else
			bad_line(p, "syntax",
			    _("not a field; expected \"Field: value\", \"+ more\", \"# comment\" or an empty line"));
		return RECORDS_END;
	}
	if (p->n == p->first)
		p->descriptor = s[0] == '%';
	name = vocabulary_find(p->record.id, s, length);
	if (!close_field(p, begin_field(p, s, n, length, name), name, *line->end))
		got = RECORDS_OTHER;
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

/*
 * A line that is a field of ours and nothing else, as most are: whole at once when the next line does not go
 * on with it. Returns false when it is not so.
 */
static inline bool
take_plain(struct records *p, const struct line *line, enum records_got *got)
{
	char *s = p->bytes + (line->at - p->bytes);
	const struct name *name;
	size_t length;

	if (!p->reading || p->in_field || line->cr || !p->checked)
		return false;
	name = vocabulary_scan(p->record.id, s, &length);
	if (name == NULL || length >= line->n || name->of == NAME_RECORD)
		return false;
	p->record.end = (size_t)(line->end - p->bytes);
	if (!close_field(p, begin_field(p, s, line->n, length, name), name, *line->end))
		*got = RECORDS_OTHER;
	return true;
}

enum records_got
records_next(struct records *p, struct record *done)
{
	enum records_got got = RECORDS_END;
	struct line line;

	while (got == RECORDS_END && lines_next(&p->lines, &line)) {
		p->open_line = !line.ended;
		if (!take_plain(p, &line, &got))
			got = take_line(p, &line, done);
	}
	if (got == RECORDS_END)
		got = take_end(p, done);
	if (got == RECORDS_ONE)
		done->fields = p->fields + p->done;
	return got;
}

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

/* The place of the value among the field's codes, or FIELD_UNTYPED. */
static inline int
code_of(const struct name *name, const struct field *f)
{
	uint64_t a, b;

	name_words(f->value, f->n < 16 ? f->n : 16, &a, &b);
	for (const struct name_code *code = name->codes; code->s != NULL; code++)
		if (code->key[0] == a && code->key[1] == b && code->n == f->n &&
		    (f->n <= 16 || memcmp(code->s + 16, f->value + 16, f->n - 16) == 0))
			return (int)(code - name->codes);
	return FIELD_UNTYPED;
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
		f->is.day = f->n == 10 ? date_parse(f->value) : DATE_NONE;
	else if (name->type == FIELD_NUMBER)
		f->is.number = schema_number(f->value, &number) ? (int)number : FIELD_UNTYPED;
	else if (name->codes != NULL)
		f->is.code = code_of(name, f);
}

/*
 * Puts a field of ours into the record's sets, behind earlier values of it. Those are looked for backwards: in all,
 * that passes each field once for a slot at most.
 */
static inline void
place_field(struct record *r, struct field *f, bool repeats)
{
	uint64_t bit = (uint64_t)1 << f->slot;

	r->doubled |= (r->has & bit) != 0 && !repeats;
	r->has |= bit;
	if (f->n == 0)
		return;
	if (r->full & bit) {
		struct field *before = f - 1;

		while (before->slot != f->slot || before->n == 0)
			before--;
		before->next = (uint32_t)(f - before);
	} else if (f->slot == SLOT_OP)
		r->op = f->is.day;
	else if (f->slot == SLOT_VASTGELEGD)
		r->recorded = f->is.day;
	r->full |= bit;
}

static const struct name *
find_kind(const char *s, size_t n)
{
	uint64_t a, b;

	if (n > NAME_SHORT)
		return NULL;
	name_words(s, n, &a, &b);
	return name_at(a, b | (uint64_t)(KINDS + 1) << 56);
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
		kind = find_kind(f->value, f->n);
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
	type_field(f, name);
	place_field(&p->record, f, name->repeats);
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
	struct record *r = &p->record;

	r->kind = NULL;
	r->id = KIND_OTHER;
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

/* Adds text to the value, which never overtakes it: a backslash at its end joins the next line. */
static void
take_text(struct records *p, const char *s, size_t n)
{
	p->joined = n > 0 && s[n - 1] == '\\';
	n -= p->joined;
	memmove(p->tail, s, n);
	p->tail += n;
}

static inline void
set_field(struct field *f, const char *name, const char *value, size_t n, long line)
{
	f->name = name;
	f->value = value;
	f->spec = NULL;
	f->line = line;
	f->n = (uint32_t)n;
	f->next = 0;
	f->is.code = FIELD_UNTYPED;
	f->slot = SLOT_NONE;
}

/* A line `name: value` of n bytes; the name has `length` of them. */
static struct field *
begin_field(struct records *p, char *s, size_t n, size_t length, const struct name *name)
{
	size_t at = length + 1;
	struct field *f;

	if (p->n == p->cap)
		p->fields = memory_room(p->fields, &p->cap, p->n + 1, sizeof *p->fields);
	f = &p->fields[p->n++];
	if (at < n && blank(s[at]))
		at++;
	set_field(f, name != NULL ? name->s : s, s + at, n - at, p->lines.number);
	if (name == NULL)
		s[length] = '\0';
	return f;
}

/*
 * The value of a field's first line, which is all of it when the next line cannot go on with it. Returns false when
 * the record is another client's.
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
	enum kind kind;

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
	kind = p->record.id;
	name = p->checked ? vocabulary_scan(kind, s, &length) : NULL;
	if (name == NULL || length >= n) {
		name = NULL;
		length = rec_name_length(s, n);
		if (length == n || s[length] != ':')
			length = 0;
	}
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
	if (name == NULL || p->record.id != kind)
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

/* Whether a value that ends before `end` is all of its line, and the next line does not go on with it. */
static inline bool
ends_there(const char *end)
{
	return end[-1] != '\\' && end[-1] != '\r' && end[1] != '+' && end[1] != '\xEF';
}

/*
 * What most lines are, by a shorter way than take_line: fields of ours on one line each. Takes them up to the
 * first line that is anything else.
 */
static void
take_fields(struct records *p)
{
	char *s = p->bytes + (p->lines.at - p->bytes), *stop = p->bytes + (p->lines.end - p->bytes);
	struct field *f = p->fields + p->n, *first = f, *limit = p->fields + p->cap;
	struct record *r = &p->record;
	long number = p->lines.number;

	for (; f < limit && s < stop; f++) {
		char *end = memchr(s, '\n', (size_t)(stop - s)), *value;
		const struct name *name;
		size_t length;

		if (end == NULL || end == s || !ends_there(end))
			break;
		name = vocabulary_scan(r->id, s, &length);
		if (name == NULL || name->of != NAME_FIELD || length >= (size_t)(end - s))
			break;
		value = s + length + 1;
		*end = '\0';
		s = end + 1;
		value += blank(*value);
		set_field(f, name->s, value, (size_t)(end - value), ++number);
		f->spec = name->field;
		f->slot = name->slot;
		type_field(f, name);
		place_field(r, f, name->repeats);
	}
	if (f == first)
		return;
	p->lines.at = s;
	p->lines.number = number;
	p->n = (size_t)(f - p->fields);
	r->end = (size_t)(s - p->bytes);
	p->open_line = false;
}

/*
 * What most records begin with: their kind and the client of the record before. Returns false, and has done nothing,
 * for anything else.
 */
static bool
take_head(struct records *p)
{
	static const char record[] = "Record: ", client[] = "Client: ";
	const size_t size = sizeof record - 1;
	char *s = p->bytes + (p->lines.at - p->bytes), *stop = p->bytes + (p->lines.end - p->bytes);
	struct record *r = &p->record;
	const struct name *kind;
	char *end, *id;

	if (p->client == NULL || p->cap - p->n < 2 || (size_t)(stop - s) < size || memcmp(s, record, size) != 0)
		return false;
	s += size;
	end = memchr(s, '\n', (size_t)(stop - s));
	if (end == NULL || (size_t)(stop - end) <= size + p->client_n + 1 || memcmp(end + 1, client, size) != 0)
		return false;
	id = end + 1 + size;
	if (memcmp(id, p->client, p->client_n) != 0 || id[p->client_n] != '\n' || !ends_there(id + p->client_n))
		return false;
	kind = find_kind(s, (size_t)(end - s));
	if (kind == NULL)
		return false;
	p->lines.number++;
	begin_record(p, (size_t)(s - size - p->bytes));
	r->named = r->legal = true;
	r->name = s;
	r->id = kind->kind;
	r->kind = &schema_kinds[r->id];
	*end = id[p->client_n] = '\0';
	set_field(&p->fields[p->n++], "Record", s, (size_t)(end - s), p->lines.number);
	set_field(&p->fields[p->n++], "Client", id, p->client_n, ++p->lines.number);
	p->lines.at = id + p->client_n + 1;
	p->open_line = false;
	r->end = (size_t)(p->lines.at - p->bytes);
	return true;
}

enum records_got
records_next(struct records *p, struct record *done)
{
	enum records_got got = RECORDS_END;
	struct line line;

	while (got == RECORDS_END) {
		if (p->checked && !p->in_field && (p->reading ? !p->descriptor && p->n > p->first : take_head(p))) {
			take_fields(p);
			if (p->lines.at < p->lines.end && *p->lines.at == '\n') {
				p->lines.at++;
				p->lines.number++;
				p->open_line = false;
				got = take_blank(p, (size_t)(p->lines.at - p->bytes), done);
				continue;
			}
		}
		if (!lines_next(&p->lines, &line)) {
			got = take_end(p, done);
			break;
		}
		p->open_line = !line.ended;
		got = take_line(p, &line, done);
	}
	if (got == RECORDS_ONE)
		done->fields = p->fields + p->done;
	return got;
}

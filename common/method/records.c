/* SPDX-License-Identifier: ISC */
#include "records.h"

#include <stdlib.h>
#include <string.h>

#include "field.h"
#include "records_line.h"

void
records_begin(struct records *p, char *bytes, size_t n, bool more, const char *file,
    struct problems *problems)
{
	schema_begin();
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

void
records_heads(char *bytes, size_t n, void (*line)(char *, size_t, void *), void *context)
{
	bool joined = false;

	for (char *s = bytes, *end; n > 0; n -= (size_t)(end - s), s = end) {
		size_t length;

		end = memchr(s, '\n', n);
		end = end == NULL ? s + n : end + 1;
		length = (size_t)(end - s);
		if (!joined)
			line(s, length, context);
		while (length > 0 && (s[length - 1] == '\n' || s[length - 1] == '\r'))
			length--;
		joined = length > 0 && s[length - 1] == '\\';
	}
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

/*
 * Whether a value that ends before `end` is all of its line, and the next line does not go on with
 * it.
 */
static inline bool
ends_there(const char *end)
{
	return end[-1] != '\\' && end[-1] != '\r' && end[1] != '+' && end[1] != '\xEF';
}

/*
 * What most lines are, by a shorter way than records_line: fields of ours on one line each. Takes
 * them up to the first line that is anything else.
 */
static void
take_fields(struct records *p)
{
	char *s = p->bytes + (p->lines.at - p->bytes), *stop = p->bytes + (p->lines.end - p->bytes);
	struct field *f = p->fields + p->n, *first = f, *limit = p->fields + p->cap;
	struct record *r = p->record;
	const struct field *own = p->fields + p->first;		/* the record's */
	long number = p->lines.number;

	for (; f < limit && s < stop; f++) {
		char *end = memchr(s, '\n', (size_t)(stop - s)), *value;
		const struct name *name;
		size_t length;

		if (end == NULL || end == s || !ends_there(end))
			break;
		name = vocabulary_scan(r->kind, s, &length);
		if (name == NULL || name->of != NAME_FIELD || length >= (size_t)(end - s))
			break;
		value = s + length + 1;
		*end = '\0';
		s = end + 1;
		value += field_blank(*value);
		field_set(f, name->s, value, (size_t)(end - value), ++number);
		f->spec = name->field;
		f->slot = name->slot;
		field_type(f, name);
		field_place(r, f, (size_t)(f - own), name->repeats);
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
 * What most records begin with: their kind and the client of the record before. Returns false, and
 * has done nothing, for anything else.
 */
static bool
take_head(struct records *p)
{
	static const char record[] = "Record: ", client[] = "Client: ";
	const size_t size = sizeof record - 1;
	char *s = p->bytes + (p->lines.at - p->bytes), *stop = p->bytes + (p->lines.end - p->bytes);
	struct record *r = p->record;
	const struct name *kind;
	char *end, *id;

	if (p->client == NULL || p->cap - p->n < 2 || (size_t)(stop - s) < size ||
	    memcmp(s, record, size) != 0)
		return false;
	s += size;
	end = memchr(s, '\n', (size_t)(stop - s));
	if (end == NULL || (size_t)(stop - end) <= size + p->client_n + 1 ||
	    memcmp(end + 1, client, size) != 0)
		return false;
	id = end + 1 + size;
	if (memcmp(id, p->client, p->client_n) != 0 || id[p->client_n] != '\n' ||
	    !ends_there(id + p->client_n))
		return false;
	kind = record_kind(s, (size_t)(end - s));
	if (kind == NULL)
		return false;
	p->lines.number++;
	record_begin(p, (size_t)(s - size - p->bytes));
	r->named = r->legal = true;
	r->name = s;
	r->kind = kind->kind;
	r->spec = &schema_kinds[r->kind];
	*end = id[p->client_n] = '\0';
	field_set(&p->fields[p->n++], SCHEMA_RECORD, s, (size_t)(end - s), p->lines.number);
	field_set(&p->fields[p->n++], SCHEMA_CLIENT, id, p->client_n, ++p->lines.number);
	p->lines.at = id + p->client_n + 1;
	p->open_line = false;
	r->end = (size_t)(p->lines.at - p->bytes);
	return true;
}

/* Takes the usual lines that come now. Returns whether the last was blank, the record's end. */
static bool
take_usual(struct records *p)
{
	if (!p->checked || p->raw || p->in_field)
		return false;
	if (p->reading ? p->descriptor || p->n == p->first : !take_head(p))
		return false;
	take_fields(p);
	if (p->lines.at == p->lines.end || *p->lines.at != '\n')
		return false;
	p->lines.at++;
	p->lines.number++;
	p->open_line = false;
	return true;
}

enum records_got
records_next(struct records *p, struct record *done)
{
	enum records_got got = RECORDS_END;
	struct line line;

	if (p->reading)
		*done = p->cut;
	p->record = done;
	while (got == RECORDS_END) {
		if (take_usual(p)) {
			got = records_blank(p, (size_t)(p->lines.at - p->bytes));
			continue;
		}
		if (!lines_next(&p->lines, &line)) {
			got = records_end(p);
			break;
		}
		p->open_line = !line.ended;
		got = records_line(p, &line);
	}
	if (got == RECORDS_ONE)
		done->fields = p->fields + p->done;
	return got;
}

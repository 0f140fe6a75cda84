#include "rec.h"

#include <stdlib.h>
#include <string.h>

#include "memory.h"
#include "utf8.h"

static bool
blank(char c)
{
	return c == ' ' || c == '\t';
}

static bool
letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static size_t
name_length(const char *s, size_t n)
{
	size_t i;

	if (n == 0 || !(letter(s[0]) || s[0] == '%'))
		return 0;
	for (i = 1; i < n && (letter(s[i]) || (s[i] >= '0' && s[i] <= '9') || s[i] == '_'); i++)
		continue;
	return i;
}

bool
rec_name(const char *name, size_t n)
{
	return n > 0 && name_length(name, n) == n;
}

void
rec_begin(struct rec *r, struct arena *arena, struct problems *problems, const char *file)
{
	struct rec fresh = { .arena = arena, .problems = problems, .file = file };

	fresh.fields = r->fields;
	fresh.cap = r->cap;
	fresh.value = r->value;
	text_clear(&fresh.value);
	*r = fresh;
}

void
rec_release(struct rec *r)
{
	free(r->fields);
	text_release(&r->value);
	r->fields = NULL;
	r->cap = 0;
}

static void
finish_field(struct rec *r)
{
	if (r->in_field)
		r->fields[r->n - 1].value = arena_copy(r->arena, text_string(&r->value), r->value.len);
	r->in_field = false;
	r->joined = false;
}

static bool
finish_record(struct rec *r, struct record *done)
{
	size_t size = r->n * sizeof *r->fields;

	if (!r->reading)
		return false;
	finish_field(r);
	r->record.fields = arena_room(r->arena, size > 0 ? size : 1);
	if (size > 0)
		memcpy(r->record.fields, r->fields, size);
	r->record.n = r->n;
	*done = r->record;
	r->reading = false;
	/* The comments before a descriptor lead what follows it. */
	r->has_lead = done->descriptor;
	r->lead = done->lead;
	r->blank_end = 0;
	return true;
}

static void
begin_record(struct rec *r, size_t start, long number)
{
	memset(&r->record, 0, sizeof r->record);
	r->record.start = start;
	r->record.lead = r->has_lead ? r->lead : start;
	r->record.line = number;
	r->record.name = "";
	r->reading = true;
	r->n = 0;
}

/* The text of a value line: a backslash at its end joins the next line. */
static void
take_text(struct rec *r, const char *s, size_t n)
{
	r->joined = n > 0 && s[n - 1] == '\\';
	text_add(&r->value, s, r->joined ? n - 1 : n);
}

/* What git and diff3 leave in a file where two versions differ: seven of one sign, then a blank or nothing. */
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
bad_line(struct rec *r, long number, const char *code, const char *why)
{
	r->record.broken = true;
	r->in_field = false;
	problems_add(r->problems, PROBLEM_ERROR, code, r->file, number, NULL, "%s", why);
}

static void
begin_field(struct rec *r, const char *s, size_t n, size_t name, long number)
{
	struct field *f;
	size_t at = name + 1;

	r->fields = memory_room(r->fields, &r->cap, r->n + 1, sizeof *r->fields);
	f = &r->fields[r->n++];
	f->name = arena_copy(r->arena, s, name);
	f->value = "";
	f->spec = NULL;
	f->slot = SLOT_NONE;
	f->n = f->next = 0;
	f->is.code = FIELD_UNTYPED;
	f->line = number;
	if (r->n == 1)
		r->record.descriptor = s[0] == '%';
	if (at < n && blank(s[at]))
		at++;
	r->in_field = true;
	text_clear(&r->value);
	take_text(r, s + at, n - at);
}

bool
rec_line(struct rec *r, const char *line, size_t n, size_t start, size_t end, long number,
    struct record *done)
{
	const char *s = line;
	size_t name, skip = 0;
	bool complete = false;

	if (r->joined) {
		take_text(r, s, n);
		r->record.end = end;
		return false;
	}
	while (skip < n && blank(s[skip]))
		skip++;
	if (skip == n) {
		complete = finish_record(r, done);
		if (r->blank_end == 0)
			r->blank_end = end;
		return complete;
	}
	/* As recsel: between records a line may be indented, within one it may not. */
	if (!r->reading) {
		s += skip;
		n -= skip;
	}
	if (s[0] == '#') {
		if (r->reading) {
			finish_field(r);
			r->record.end = end;
		} else if (!r->has_lead) {
			r->has_lead = true;
			r->lead = start;
		}
		return false;
	}
	if (s[0] == '+') {
		if (!r->reading)
			begin_record(r, start, number);
		r->record.end = end;
		if (!r->in_field) {
			bad_line(r, number, "syntax",
			    _("a line that begins with + continues a value, but no value stands before it"));
			return false;
		}
		text_addc(&r->value, '\n');
		skip = n > 1 && s[1] == ' ' ? 2 : 1;
		take_text(r, s + skip, n - skip);
		return false;
	}
	name = name_length(s, n);
	if (name == 0 || name == n || s[name] != ':') {
		if (r->reading)
			finish_field(r);
		else
			begin_record(r, start, number);
		r->record.end = end;
		if (conflict_marker(s, n))
			bad_line(r, number, "conflict", _("an unresolved merge mark; expected one version, without marks"));
		else
			bad_line(r, number, "syntax", _("not a field; expected \"Field: value\", \"+ more\", \"# comment\" or an empty line"));
		return false;
	}
	if (r->reading && !r->record.descriptor && name == strlen("Record") &&
	    memcmp(s, "Record", name) == 0) {
		/* Behind nothing but lines that are no fields no other record is cut off: those lines are said already. */
		if (r->n > 0)
			problems_add(r->problems, PROBLEM_ERROR, "lost-blank", r->file, number, "Record",
			    _("a record begins inside another; expected an empty line before it"));
		r->record.broken = true;
		complete = finish_record(r, done);
	}
	if (!r->reading)
		begin_record(r, start, number);
	else
		finish_field(r);
	begin_field(r, s, n, name, number);
	r->record.end = end;
	return complete;
}

bool
rec_end(struct rec *r, struct record *done)
{
	bool joined = r->joined, complete = finish_record(r, done);

	r->joined = joined;
	return complete;
}

bool
record_has(const struct record *r, enum slot slot)
{
	return r->has >> slot & 1;
}

const struct field *
record_at(const struct record *r, enum slot slot)
{
	if (!(r->full >> slot & 1))
		return NULL;
	for (size_t i = 1; i < r->n; i++)
		if (r->fields[i].slot == slot && r->fields[i].n > 0)
			return &r->fields[i];
	return NULL;
}

const struct field *
field_next(const struct field *f)
{
	return f->next > 0 ? f + f->next : NULL;
}

const char *
record_text(const struct record *r, enum slot slot)
{
	const struct field *f = record_at(r, slot);

	return f != NULL ? f->value : "";
}

date
record_day(const struct record *r, enum slot slot)
{
	const struct field *f = record_at(r, slot);

	return f != NULL ? f->is.day : DATE_NONE;
}

int
record_code(const struct record *r, enum slot slot)
{
	const struct field *f = record_at(r, slot);

	return f != NULL ? f->is.code : FIELD_UNTYPED;
}

const struct field *
record_field(const struct record *r, const char *name)
{
	size_t i;

	for (i = 0; i < r->n; i++)
		if (strcmp(r->fields[i].name, name) == 0)
			return &r->fields[i];
	return NULL;
}

const char *
record_value(const struct record *r, const char *name)
{
	const struct field *f = record_field(r, name);

	return f == NULL ? "" : f->value;
}

bool
record_says(const struct record *r, const char *name)
{
	const char *value = record_value(r, name);

	return value[strspn(value, " \t\n")] != '\0';
}

int
record_compare(const struct record *a, const struct record *b)
{
	size_t i;

	for (i = 0; i < a->n && i < b->n; i++) {
		int c = strcmp(a->fields[i].name, b->fields[i].name);

		if (c == 0)
			c = strcmp(a->fields[i].value, b->fields[i].value);
		if (c != 0)
			return c;
	}
	return a->n < b->n ? -1 : a->n > b->n;
}

bool
rec_writable(const char *value, size_t n)
{
	size_t i;

	if (memchr(value, '\0', n) != NULL || !utf8_valid(value, n, NULL))
		return false;
	for (i = 0; i < n; i++)
		if (value[i] == '\r' && (i + 1 == n || value[i + 1] == '\n'))
			return false;
	return true;
}

void
rec_write(struct text *to, const char *name, const char *value, const char *line_end)
{
	const char *s = value, *stop;
	bool first = true, more;

	text_adds(to, name);
	text_addc(to, ':');
	do {
		size_t n;

		stop = strchr(s, '\n');
		more = stop != NULL;
		n = more ? (size_t)(stop - s) : strlen(s);
		if (!first)
			text_addc(to, '+');
		if (n > 0) {
			text_addc(to, ' ');
			text_add(to, s, n);
			if (s[n - 1] == '\\') {
				text_addc(to, '\\');
				text_adds(to, line_end);
			}
		}
		text_adds(to, line_end);
		first = false;
		s += n + 1;
	} while (more);
}

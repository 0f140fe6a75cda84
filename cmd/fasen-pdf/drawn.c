/* SPDX-License-Identifier: ISC */
#include "drawn.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "alloc.h"

/* A row of the table of offsets, and the most that stands behind it. */
enum { ROW = 20, TAIL = 64 };

static bool
space(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r') || c == '\0';
}

static bool
digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool
regular(char c)
{
	return !space(c) && strchr("()<>[]{}/%", c) == NULL;
}

/* Behind the word, when that is what stands there; else NULL. */
static const char *
behind(const char *s, const char *end, const char *word)
{
	size_t n = strlen(word);

	return (size_t)(end - s) >= n && memcmp(s, word, n) == 0 ? s + n : NULL;
}

/* Behind blanks and comments. */
static const char *
skip(const char *s, const char *end)
{
	for (; s < end && (space(*s) || *s == '%'); s++)
		if (*s == '%')
			while (s + 1 < end && *s != '\n')
				s++;
	return s;
}

/* Reads a number without a sign. Behind it; NULL when there is none. */
static const char *
read_number(const char *s, const char *end, long *number)
{
	const char *from = s;

	for (*number = 0; s < end && digit(*s); s++) {
		if (*number > LONG_MAX / 10 - 10)
			return NULL;
		*number = *number * 10 + (*s - '0');
	}
	return s == from ? NULL : s;
}

/* The table: `0 n`, then n rows of offset, generation and n or f. */
static bool
read_table(struct drawn *d, const char *s)
{
	long first, n, offset;

	if ((s = behind(s, d->end, "xref\n")) == NULL ||
	    (s = read_number(s, d->end, &first)) == NULL || first != 0 ||
	    (s = read_number(skip(s, d->end), d->end, &n)) == NULL || n < 1)
		return false;
	s = skip(s, d->end);
	if (n > (d->end - s) / ROW)
		return false;
	d->offsets = alloc_room(d->offsets, &d->cap, (size_t)n, sizeof *d->offsets);
	d->n = (size_t)n;
	for (size_t i = 0; i < d->n; i++, s += ROW) {
		if (read_number(s, d->end, &offset) != s + 10 || offset >= d->end - d->at)
			return false;
		d->offsets[i] = s[17] == 'n' ? (size_t)offset : 0;
	}
	if ((s = behind(s, d->end, "trailer\n")) == NULL)
		return false;
	/* It is a dictionary like that of an object, and is read as number 0. */
	d->offsets[0] = (size_t)(s - d->at);
	d->catalogue = drawn_reference(d, 0, "/Root");
	d->info = drawn_reference(d, 0, "/Info");
	return d->catalogue != 0 && d->info != 0;
}

bool
drawn_read(struct drawn *d, const char *bytes, size_t n)
{
	const char *s;
	long offset;

	d->at = bytes;
	d->end = bytes + n;
	for (s = d->end; s > bytes && d->end - s < TAIL; s--)
		if (behind(s - 1, d->end, "startxref\n") != NULL)
			break;
	if (s == bytes || d->end - s >= TAIL)
		return false;
	s = read_number(behind(s - 1, d->end, "startxref\n"), d->end, &offset);
	return s != NULL && offset < d->end - bytes && read_table(d, bytes + offset);
}

void
drawn_release(struct drawn *d)
{
	free(d->offsets);
}

void
drawn_begin(const struct drawn *d, size_t object, struct drawn_scan *s)
{
	const char *at;
	long number;

	*s = (struct drawn_scan){ .drawn = d, .part = DRAWN_STRANGE, .length = -1 };
	if (object >= d->n || d->offsets[object] == 0)
		return;
	at = d->at + d->offsets[object];
	if (object != 0 && ((at = read_number(at, d->end, &number)) == NULL ||
	    (size_t)number != object || (at = behind(at, d->end, " 0 obj")) == NULL))
		return;
	s->to = at;
	s->part = DRAWN_OTHER;
}

/* Behind a string, with what it escapes and the brackets in it. */
static const char *
string_end(const char *s, const char *end)
{
	int depth = 0;

	for (; s < end; s++)
		if (*s == '\\')
			s++;
		else if (*s == '(')
			depth++;
		else if (*s == ')' && --depth == 0)
			return s + 1;
	return NULL;
}

/* A word: a number, a reference, a stream, the end, or another. Behind it; NULL when strange. */
static const char *
read_word(struct drawn_scan *s, const char *at, const char *end)
{
	const char *to = at, *more;
	long generation;

	while (to < end && regular(*to))
		to++;
	s->part = DRAWN_OTHER;
	if (to == at)
		return NULL;
	if (behind(at, to, "endobj") == to || behind(at, to, "startxref") == to) {
		s->part = DRAWN_END;
	} else if (behind(at, to, "stream") == to) {
		s->part = DRAWN_STREAM;
		to += to < end && *to == '\r';
		if (to == end || *to++ != '\n' || s->length < 0 || s->length > end - to)
			return NULL;
		to += s->length;
	} else if (read_number(at, end, &s->number) == to) {
		s->part = DRAWN_NUMBER;
		more = read_number(skip(to, end), end, &generation);
		if (more != NULL && (more = behind(skip(more, end), end, "R")) != NULL &&
		    (more == end || !regular(*more))) {
			s->part = DRAWN_REFERENCE;
			return generation == 0 ? more : NULL;
		}
	}
	return to;
}

static const char *
read_part(struct drawn_scan *s, const char *at, const char *end)
{
	const char *to = at + 1;

	if (at == end)
		return NULL;
	s->part = DRAWN_OTHER;
	switch (*at) {
	case '(':
		return string_end(at, end);
	case '/':
		while (to < end && regular(*to))
			to++;
		s->part = DRAWN_NAME;
		return to;
	case '<': case '[':
		if (*at == '<' && (to == end || *to != '<')) {
			to = memchr(at, '>', (size_t)(end - at));
			return to == NULL ? NULL : to + 1;
		}
		s->part = DRAWN_OPEN;
		s->depth++;
		return *at == '<' ? to + 1 : to;
	case '>': case ']':
		if (s->depth == 0 || (*at == '>' && (to == end || *to != '>')))
			return NULL;
		s->part = DRAWN_CLOSE;
		s->depth--;
		return *at == '>' ? to + 1 : to;
	}
	return read_word(s, at, end);
}

/* What the object is that is a number; -1 when it is none. */
static long
number_of(const struct drawn *d, long object)
{
	struct drawn_scan s;

	drawn_begin(d, (size_t)object, &s);
	return drawn_next(&s) && s.part == DRAWN_NUMBER ? s.number : -1;
}

bool
drawn_next(struct drawn_scan *s)
{
	const char *end = s->drawn->end;
	bool length;

	if (s->part == DRAWN_STRANGE || s->part == DRAWN_END)
		return false;
	length = s->part == DRAWN_NAME && s->depth == 1 &&
	    behind(s->from, s->to, "/Length") == s->to;
	s->from = skip(s->to, end);
	s->to = read_part(s, s->from, end);
	if (s->to == NULL || (s->part == DRAWN_END && s->depth != 0))
		s->part = DRAWN_STRANGE;
	else if (length)
		s->length = s->part == DRAWN_REFERENCE ? number_of(s->drawn, s->number) :
		    s->part == DRAWN_NUMBER ? s->number : -1;
	return s->part != DRAWN_STRANGE && s->part != DRAWN_END;
}

bool
drawn_find(const struct drawn *d, size_t object, const char *key, struct drawn_scan *s)
{
	bool found;

	drawn_begin(d, object, s);
	drawn_next(s);
	while (drawn_next(s) && s->part == DRAWN_NAME) {
		found = behind(s->from, s->to, key) == s->to;
		if (!drawn_next(s))
			return false;
		if (found)
			return true;
		while (s->depth > 1 && drawn_next(s))
			;
	}
	return false;
}

size_t
drawn_reference(const struct drawn *d, size_t object, const char *key)
{
	struct drawn_scan s;

	return drawn_find(d, object, key, &s) && s.part == DRAWN_REFERENCE ? (size_t)s.number : 0;
}

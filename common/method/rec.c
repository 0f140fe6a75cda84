/* SPDX-License-Identifier: ISC */
#include "rec.h"

#include <string.h>

#include "utf8.h"

static bool
letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

size_t
rec_name_length(const char *s, size_t n)
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
	return n > 0 && rec_name_length(name, n) == n;
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

bool
record_says(const struct record *r, enum slot slot)
{
	return !utf8_blank(record_text(r, slot));
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

int
record_compare_by(const struct record *a, const struct record *b, record_field_test *looks_at)
{
	for (size_t i = 2, j = 2; ; i++, j++) {
		int c;

		while (i < a->n && !looks_at(a, &a->fields[i]))
			i++;
		while (j < b->n && !looks_at(b, &b->fields[j]))
			j++;
		if (i >= a->n || j >= b->n)
			return i < a->n ? 1 : j < b->n ? -1 : 0;
		c = strcmp(a->fields[i].name, b->fields[j].name);
		if (c == 0)
			c = strcmp(a->fields[i].value, b->fields[j].value);
		if (c != 0)
			return c;
	}
}

bool
rec_writable(const char *value, size_t n)
{
	const char *stop = value + n, *s = value;

	if (memchr(value, '\0', n) != NULL || !utf8_valid(value, n, NULL))
		return false;
	for (; s < stop && (s = memchr(s, '\r', (size_t)(stop - s))) != NULL; s++)
		if (s + 1 == stop || s[1] == '\n')
			return false;
	return true;
}

void
rec_write_line(struct text *to, const char *name, const char *value, size_t n,
    const char *line_end)
{
	size_t named = strlen(name);
	char *room = text_room(to, named + n + 4), *at = room;

	memcpy(at, name, named);
	at += named;
	*at++ = ':';
	*at++ = ' ';
	memcpy(at, value, n);
	at += n;
	while (*line_end != '\0')
		*at++ = *line_end++;
	text_took(to, (size_t)(at - room));
}

void
rec_write(struct text *to, const char *name, const char *value, const char *line_end)
{
	const char *s = value, *stop;
	size_t length = strlen(value);
	bool first = true, more;

	if (length > 0 && memchr(value, '\n', length) == NULL && value[length - 1] != '\\') {
		rec_write_line(to, name, value, length, line_end);
		return;
	}
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

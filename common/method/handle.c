/* SPDX-License-Identifier: ISC */
#include "handle.h"

#include <nettle/sha2.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "records.h"
#include "schema.h"

/* Room for one record after another. */
struct scratch {
	struct problems problems;
	struct records records;
	struct arena arena;
	struct text written;
};

static void
scratch_release(struct scratch *s)
{
	text_release(&s->written);
	records_release(&s->records);
	arena_release(&s->arena);
	problems_release(&s->problems);
}

/* Whether a line of n bytes, of a record that is no comment, stands as rec_write writes it. */
static bool
is_written(const char *line, size_t n)
{
	const char *colon;

	if (n < 2 || line[n - 1] != '\n' || line[n - 2] == '\\' || line[n - 2] == '\r')
		return false;
	if (line[0] == '+')
		return n > 3 && line[1] == ' ';
	colon = memchr(line, ':', n);
	return colon != NULL && line[0] > ' ' &&
	    (colon[1] == '\n' || (colon[1] == ' ' && colon[2] != '\n'));
}

/*
 * Adds the lines as they stand, comments and Client aside: so nearly all records are written.
 * Returns false where a line of it is not.
 */
static bool
add_lines(struct text *to, const char *bytes, size_t n)
{
	static const char client[] = SCHEMA_CLIENT ":";
	bool passed = false;		/* the line before */

	for (const char *end; n > 0; n -= (size_t)(end - bytes), bytes = end) {
		const char *lf = memchr(bytes, '\n', n);

		end = lf == NULL ? bytes + n : lf + 1;
		if (bytes[0] != '#' && (!is_written(bytes, (size_t)(end - bytes)) ||
		    (passed && bytes[0] == '+')))
			return false;
		passed = bytes[0] == '#' ||
		    (bytes[0] == 'C' && strncmp(bytes, client, sizeof client - 1) == 0);
		if (!passed)
			text_add(to, bytes, (size_t)(end - bytes));
	}
	return true;
}

/* Adds the fields as they are read. */
static void
add_fields(struct scratch *s, const char *bytes, size_t n)
{
	struct record r;

	arena_clear(&s->arena);
	records_begin(&s->records, records_copy(&s->arena, bytes, n), n, false, "", &s->problems);
	s->records.raw = true;
	if (records_next(&s->records, &r) == RECORDS_ONE)
		for (size_t i = 0; i < r.n; i++)
			if (strcmp(r.fields[i].name, SCHEMA_CLIENT) != 0)
				rec_write(&s->written, r.fields[i].name, r.fields[i].value, "\n");
}

static void
digits_of(struct scratch *s, const char *bytes, size_t n, char to[HANDLE_DIGITS + 1])
{
	static const char hex[] = "0123456789abcdef";
	size_t mark = n >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
	uint8_t digest[HANDLE_DIGITS / 2];
	struct sha256_ctx sha;

	text_clear(&s->written);
	if (!add_lines(&s->written, bytes + mark, n - mark)) {
		text_clear(&s->written);
		add_fields(s, bytes + mark, n - mark);
	}
	sha256_init(&sha);
	sha256_update(&sha, s->written.len, (const uint8_t *)text_string(&s->written));
	sha256_digest(&sha, sizeof digest, digest);
	for (size_t i = 0; i < sizeof digest; i++) {
		to[2 * i] = hex[digest[i] >> 4];
		to[2 * i + 1] = hex[digest[i] & 15];
	}
	to[HANDLE_DIGITS] = '\0';
}

void
handle_digits(const void *bytes, size_t n, char to[HANDLE_DIGITS + 1])
{
	struct scratch s = { 0 };

	digits_of(&s, bytes, n, to);
	scratch_release(&s);
}

static void
record_digits(struct scratch *s, const struct dossier *d, size_t record, char to[HANDLE_DIGITS + 1])
{
	const struct record *r = &d->records[record];
	const char *bytes = record < d->read ? d->bytes.at : d->added.at;

	digits_of(s, bytes + r->start, r->end - r->start, to);
}

/* The number behind the digits, 1 where none stands; 0 when it is no handle. */
static uint32_t
number_of(const char *handle)
{
	const char *s = handle + HANDLE_DIGITS;
	unsigned long number;

	if (strspn(handle, "0123456789abcdef") != HANDLE_DIGITS)
		return 0;
	if (*s == '\0')
		return 1;
	if (s[0] != '-' || s[1] < '1' || s[1] > '9' ||
	    strspn(s + 1, "0123456789") != strlen(s + 1) || strlen(s + 1) > 9)
		return 0;
	number = strtoul(s + 1, NULL, 10);
	return number < 2 ? 0 : (uint32_t)number;
}

bool
handle_is(const char *s)
{
	return number_of(s) > 0;
}

static int
by_digits_then_place(const void *a, const void *b)
{
	const struct handle *x = *(struct handle *const *)a, *y = *(struct handle *const *)b;
	int c = strcmp(x->digits, y->digits);

	return c != 0 ? c : x < y ? -1 : x > y;
}

void
handles_number(struct handles *h)
{
	free(h->sorted);
	h->sorted = alloc_new(h->n + 1, sizeof *h->sorted);
	for (size_t i = 0; i < h->n; i++)
		h->sorted[i] = &h->at[i];
	if (h->n > 0)
		qsort(h->sorted, h->n, sizeof *h->sorted, by_digits_then_place);
	for (size_t i = 0; i < h->n; i++)
		h->sorted[i]->number = i > 0 &&
		    strcmp(h->sorted[i - 1]->digits, h->sorted[i]->digits) == 0 ?
		    h->sorted[i - 1]->number + 1 : 1;
}

void
handles_read(struct handles *h, const struct dossier *d)
{
	struct scratch s = { 0 };

	h->n = d->n;
	h->at = alloc_new(h->n + 1, sizeof *h->at);
	for (size_t i = 0; i < h->n; i++)
		record_digits(&s, d, i, h->at[i].digits);
	scratch_release(&s);
	h->sorted = NULL;
	handles_number(h);
}

const char *
handles_of(const struct handles *h, size_t record, char to[HANDLE_SIZE])
{
	const struct handle *handle = &h->at[record];

	if (handle->number > 1)
		snprintf(to, HANDLE_SIZE, "%s-%lu", handle->digits, (unsigned long)handle->number);
	else
		memcpy(to, handle->digits, sizeof handle->digits);
	return to;
}

size_t
handles_find(const struct handles *h, const char *handle)
{
	uint32_t number = number_of(handle);
	size_t low = 0, high = h->n;

	if (number == 0)
		return (size_t)-1;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		const struct handle *at = h->sorted[middle];
		int c = memcmp(at->digits, handle, HANDLE_DIGITS);

		if (c == 0 && at->number == number)
			return (size_t)(at - h->at);
		if (c < 0 || (c == 0 && at->number < number))
			low = middle + 1;
		else
			high = middle;
	}
	return (size_t)-1;
}

void
handles_release(struct handles *h)
{
	free(h->at);
	free(h->sorted);
	*h = (struct handles){ 0 };
}

struct handle_search {
	const struct dossier *dossier;
	char (*digits)[HANDLE_DIGITS + 1];	/* of each record; "" until they are made */
	struct scratch scratch;
};

struct handle_search *
handle_search_begin(const struct dossier *d)
{
	struct handle_search *s = alloc_new(1, sizeof *s);

	s->dossier = d;
	s->digits = alloc_new(d->n + 1, sizeof *s->digits);
	return s;
}

void
handle_search_end(struct handle_search *s)
{
	if (s == NULL)
		return;
	scratch_release(&s->scratch);
	free(s->digits);
	free(s);
}

/* The record of so many with the digits, of a kind, or of any when that is NULL. */
static size_t
search(struct handle_search *s, const char *kind, const char *digits, uint32_t number)
{
	const struct dossier *d = s->dossier;

	for (size_t i = 0; i < d->n; i++) {
		if (kind != NULL && strcmp(d->records[i].name, kind) != 0)
			continue;
		if (s->digits[i][0] == '\0')
			record_digits(&s->scratch, d, i, s->digits[i]);
		if (memcmp(s->digits[i], digits, HANDLE_DIGITS) == 0 && --number == 0)
			return i;
	}
	return (size_t)-1;
}

size_t
handle_search(struct handle_search *s, const char *kind, const char *handle)
{
	uint32_t number = number_of(handle);
	size_t found;

	if (number == 0)
		return (size_t)-1;
	found = search(s, kind, handle, number);
	return found != (size_t)-1 ? found : search(s, NULL, handle, number);
}

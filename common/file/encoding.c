/* SPDX-License-Identifier: ISC */
#include "encoding.h"

#include <errno.h>
#include <iconv.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "alloc.h"
#include "utf8.h"

struct encoding {
	char *name;
	iconv_t in, out;	/* `out` is opened when it is first asked for */
	bool utf8;
	size_t unit;		/* bytes that a wrong character is made of */
	struct text rest;	/* the beginning of a character */
	bool high, other;	/* bytes that are not ASCII came; such as no UTF-8 has */
	int lacking;		/* so many bytes the last character of UTF-8 lacks */
};

static const iconv_t closed = (iconv_t)-1;

/* U+10FE00 ... U+10FEFF in UTF-8: F4 8F B8 80 ... F4 8F BB BF. */
static void
add_bad(struct text *to, unsigned char byte)
{
	text_adds(to, "\xF4\x8F");
	text_addc(to, (char)(0xB8 + (byte >> 6)));
	text_addc(to, (char)(0x80 + (byte & 0x3F)));
}

static bool
bad_at(const char *s, size_t n, unsigned char *byte)
{
	const unsigned char *u = (const unsigned char *)s;

	if (n < 4 || u[0] != 0xF4 || u[1] != 0x8F || u[2] < 0xB8 || u[2] > 0xBB)
		return false;
	*byte = (unsigned char)((u[2] - 0xB8) << 6 | (u[3] & 0x3F));
	return true;
}

struct encoding *
encoding_open(const char *name)
{
	struct encoding *e;
	iconv_t in = iconv_open("UTF-8", name);

	if (in == closed && errno == ENOMEM)
		alloc_none();
	if (in == closed)
		return NULL;
	e = alloc_new(1, sizeof *e);
	e->name = alloc_copy(name);
	e->in = in;
	e->out = closed;
	e->utf8 = strcasecmp(name, "UTF-8") == 0 || strcasecmp(name, "UTF8") == 0;
	e->unit = strncasecmp(name, "UTF-16", 6) == 0 || strncasecmp(name, "UCS-2", 5) == 0 ? 2 :
	    strncasecmp(name, "UTF-32", 6) == 0 || strncasecmp(name, "UCS-4", 5) == 0 ? 4 : 1;
	return e;
}

/* Whether the n bytes can be the beginning of a longer character of UTF-8. */
static bool
unfinished(const char *s, size_t n)
{
	unsigned char lead = (unsigned char)*s;
	size_t need = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;

	if (lead < 0xC2 || lead > 0xF4 || n >= need)
		return false;
	for (size_t i = 1; i < n; i++)
		if (((unsigned char)s[i] & 0xC0) != 0x80)
			return false;
	return true;
}

/*
 * UTF-8 only needs to be looked at; iconv would let characters behind U+10FFFF pass. Returns how
 * many bytes are done.
 */
static size_t
look_through(const char *s, size_t n, bool last, struct text *to)
{
	size_t done = 0, good;

	while (done < n) {
		good = n - done;
		utf8_valid(s + done, n - done, &good);
		text_add(to, s + done, good);
		done += good;
		if (done == n || (!last && unfinished(s + done, n - done)))
			break;
		add_bad(to, (unsigned char)s[done++]);
	}
	return done;
}

static size_t
convert(struct encoding *e, char *in, size_t n, bool last, struct text *to)
{
	char room[4096];
	size_t left = n, skip;

	while (left > 0) {
		char *out = room;
		size_t space = sizeof room;
		size_t got = iconv(e->in, &in, &left, &out, &space);

		text_add(to, room, sizeof room - space);
		if (got != (size_t)-1 || errno == E2BIG)
			continue;
		if (errno == EINVAL && !last)
			break;
		for (skip = left < e->unit ? left : e->unit; skip > 0; skip--, left--)
			add_bad(to, (unsigned char)*in++);
	}
	return n - left;
}

/* Looks whether bytes that are read in another character set are UTF-8. */
static void
look_for_utf8(struct encoding *e, const char *bytes, size_t n)
{
	for (size_t i = 0; i < n && !e->other; i++) {
		unsigned char c = (unsigned char)bytes[i];

		if (e->lacking > 0) {
			e->other = (c & 0xC0) != 0x80;
			e->lacking--;
		} else if (c >= 0x80) {
			e->high = true;
			e->other = c < 0xC2 || c > 0xF4;
			e->lacking = c >= 0xF0 ? 3 : c >= 0xE0 ? 2 : 1;
		}
	}
}

bool
encoding_may_be_utf8(const struct encoding *e)
{
	return e->high && !e->other && e->lacking == 0;
}

void
encoding_read(struct encoding *e, const char *bytes, size_t n, bool last, struct text *to)
{
	size_t done = 0;

	if (!e->utf8 && e->unit == 1)
		look_for_utf8(e, bytes, n);
	if (e->utf8 && e->rest.len == 0) {
		done = look_through(bytes, n, last, to);
		text_add(&e->rest, bytes + done, n - done);
		return;
	}
	text_add(&e->rest, bytes, n);
	if (e->rest.len == 0)
		return;
	done = e->utf8 ? look_through(e->rest.at, e->rest.len, last, to) :
	    convert(e, e->rest.at, e->rest.len, last, to);
	memmove(e->rest.at, e->rest.at + done, e->rest.len - done);
	text_cut(&e->rest, e->rest.len - done);
}

/* Adds what holds no byte of add_bad. */
static void
write_run(struct encoding *e, const char *s, size_t n, struct text *to)
{
	char room[4096], *in = (char *)(uintptr_t)s;

	while (n > 0) {
		char *out = room;
		size_t space = sizeof room, got = iconv(e->out, &in, &n, &out, &space);

		text_add(to, room, sizeof room - space);
		if (got != (size_t)-1 || errno == E2BIG)
			continue;
		do {
			in++;
			n--;
		} while (n > 0 && (*in & 0xC0) == 0x80);
		if (strcmp(s, "?") != 0)
			write_run(e, "?", 1, to);
	}
}

bool
encoding_write(struct encoding *e, const char *s, size_t n, struct text *to)
{
	unsigned char byte;
	size_t i, from = 0;

	if (e->out == closed) {
		struct text name = { 0 };

		text_addf(&name, "%s//TRANSLIT", e->name);
		e->out = iconv_open(text_string(&name), "UTF-8");
		text_release(&name);
		if (e->out == closed)	/* not every system writes what looks like it */
			e->out = iconv_open(e->name, "UTF-8");
		if (e->out == closed)
			return false;
	}
	for (i = 0; i < n; i++) {
		if (!bad_at(s + i, n - i, &byte))
			continue;
		write_run(e, s + from, i - from, to);
		text_addc(to, (char)byte);
		from = i + 4;
		i += 3;
	}
	write_run(e, s + from, n - from, to);
	return true;
}

bool
encoding_bad(const char *s, size_t n, unsigned char *byte)
{
	const char *at = s, *end = s + n;

	for (; at < end && (at = memchr(at, 0xF4, (size_t)(end - at))) != NULL; at++)
		if (bad_at(at, (size_t)(end - at), byte))
			return true;
	return false;
}

void
encoding_close(struct encoding *e)
{
	if (e == NULL)
		return;
	iconv_close(e->in);
	if (e->out != closed)
		iconv_close(e->out);
	text_release(&e->rest);
	free(e->name);
	free(e);
}

/* SPDX-License-Identifier: ISC */
#include "rows_state.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

/* From here on nothing is read. */
static void
fail(struct rows *s, int error)
{
	s->error = error;
	s->failed = s->ended = true;
}

/* Reads on. Returns false at the end. */
static bool
read_more(struct rows *s)
{
	char bytes[CHUNK];
	ssize_t n;

	if (!s->ended && *s->asked != 0)
		fail(s, EINTR);
	if (s->ended)
		return false;
	while ((n = read(s->fd, bytes, sizeof bytes)) < 0 && errno == EINTR && *s->asked == 0)
		;
	if (n < 0)
		fail(s, errno);
	s->ended = n <= 0;
	encoding_read(s->encoding, bytes, n > 0 ? (size_t)n : 0, s->ended, &s->ahead);
	return true;
}

/* The first CR or LF from byte `from` on, or NULL. */
static const char *
find_line_end(const struct rows *s, size_t from)
{
	const char *at = text_string(&s->ahead) + from, *usual, *other;
	size_t n = s->ahead.len - from;

	usual = memchr(at, s->old_mac ? '\r' : '\n', n);
	other = memchr(at, s->old_mac ? '\n' : '\r', usual != NULL ? (size_t)(usual - at) : n);
	return other != NULL ? other : usual;
}

size_t
rows_line_stop(struct rows *s, size_t from)
{
	size_t i = from;

	for (;;) {
		const char *end = find_line_end(s, i);

		i = end != NULL ? (size_t)(end - s->ahead.at) : s->ahead.len;
		if (end != NULL && *end == '\n')
			return i + 1;
		if (end != NULL && i + 1 < s->ahead.len)
			return end[1] == '\n' ? i + 2 : i + 1;
		if (i - from >= ROWS_LINE_MAX || !read_more(s))
			return i < s->ahead.len ? i + 1 : i;
	}
}

size_t
rows_without_end(const char *line, size_t n)
{
	if (n > 0 && line[n - 1] == '\n')
		n--;
	if (n > 0 && line[n - 1] == '\r')
		n--;
	return n;
}

size_t
rows_pass_over(struct rows *s, size_t stop)
{
	size_t passed = 0;

	rows_take_apart(s, s->ahead.at + s->from, stop - s->from, ROWS_CUT);
	while (s->ahead.at[s->ahead.len - 1] != '\n' && s->ahead.at[s->ahead.len - 1] != '\r') {
		size_t n = s->ahead.len - s->from;
		const char *end;

		passed += n;
		if (!s->ended && (passed > ROWS_PASS_MAX ||
		    memchr(s->ahead.at + s->from, '\0', n) != NULL))
			fail(s, EFBIG);
		text_cut(&s->ahead, s->from);
		if (!read_more(s) || s->ahead.len == s->from)
			return s->ahead.len;
		end = memchr(s->ahead.at + s->from, '\n', s->ahead.len - s->from);
		if (end != NULL)
			return (size_t)(end - s->ahead.at) + 1;
	}
	return s->ahead.len;
}

void
rows_drop_taken(struct rows *s)
{
	if (s->from < CHUNK || s->from < s->ahead.len / 2)
		return;
	memmove(s->ahead.at, s->ahead.at + s->from, s->ahead.len - s->from);
	text_cut(&s->ahead, s->ahead.len - s->from);
	s->from = 0;
}

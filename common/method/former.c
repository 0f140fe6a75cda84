/* SPDX-License-Identifier: ISC */
#include "former.h"

#include <string.h>

static const char was[] = "# was ", in[] = " in ";

/* The length of a word that begins there. */
static size_t
word(const char *s, const char *end)
{
	size_t n = 0;

	while (s + n < end && s[n] != ' ' && s[n] != '\r' && s[n] != '\n')
		n++;
	return n;
}

bool
former_line(const char *s, size_t n, struct former *f)
{
	const char *end = s + n;

	if (n < sizeof was - 1 || memcmp(s, was, sizeof was - 1) != 0)
		return false;
	f->id = s + sizeof was - 1;
	f->id_n = word(f->id, end);
	s = f->id + f->id_n;
	if (f->id_n == 0 || (size_t)(end - s) < sizeof in - 1 ||
	    memcmp(s, in, sizeof in - 1) != 0)
		return false;
	f->client = s + sizeof in - 1;
	f->client_n = word(f->client, end);
	s = f->client + f->client_n;
	return f->client_n > 0 && (s == end || *s != ' ');
}

bool
former_next(const char **at, const char *end, struct former *f)
{
	while (*at < end) {
		const char *line = *at, *stop = memchr(line, '\n', (size_t)(end - line));

		*at = stop == NULL ? end : stop + 1;
		if (former_line(line, (size_t)(*at - line), f))
			return true;
	}
	return false;
}

static bool
equal(const char *s, size_t n, const char *want)
{
	return want == NULL || (strlen(want) == n && memcmp(s, want, n) == 0);
}

bool
former_is(const struct former *f, const char *id, const char *client)
{
	return equal(f->id, f->id_n, id) && equal(f->client, f->client_n, client);
}

void
former_add(const char *id, const char *client, const char *line_end, struct text *to)
{
	text_addf(to, "%s%s%s%s%s", was, id, in, client, line_end);
}

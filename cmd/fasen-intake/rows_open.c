/* SPDX-License-Identifier: ISC */
#include "rows_state.h"

#include <errno.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

#include "alloc.h"

/* How long the header is: to the end of a line at which no quote is open. */
static size_t
header_length(struct rows *s, size_t stop)
{
	size_t i = s->from;
	bool quoted = false;

	for (;;) {
		for (; i < stop; i++)
			quoted = quoted != (s->ahead.at[i] == '"');
		if (!quoted || stop - s->from > ROWS_ROW_MAX || rows_line_stop(s, stop) == stop)
			return stop - s->from;
		stop = rows_line_stop(s, stop);
	}
}

/*
 * The first line: its line end, Excel's "sep=;", and else the delimiter that the header has most of
 * outside quotes.
 */
static void
look_at_first(struct rows *s, bool find)
{
	size_t stop = rows_line_stop(s, s->from), n, i, best = 0;
	const char *line = text_string(&s->ahead) + s->from, *d;
	bool quoted = false;
	char said;

	n = rows_without_end(line, stop - s->from);
	s->line_end = "\n";
	if (n + 2 == stop - s->from)
		s->line_end = "\r\n";
	else if (n < stop - s->from && line[n] == '\r')
		s->line_end = "\r";
	s->old_mac = strcmp(s->line_end, "\r") == 0;
	if (rows_says_delimiter(line, n, &said) && said != '\0') {
		if (find)
			s->delimiter = said;
		s->from = stop;
		s->next++;
		return;
	}
	n = find ? header_length(s, stop) : 0;	/* names may hold line ends */
	line = text_string(&s->ahead) + s->from;
	for (d = ";\t,"; *d != '\0' && n > 0; d++) {
		size_t count = 0;

		for (i = 0; i < n; i++) {
			if (line[i] == '"')
				quoted = !quoted;
			count += line[i] == *d && !quoted;
		}
		quoted = false;
		if (count > best) {
			best = count;
			s->delimiter = *d;
		}
	}
}

struct rows *
rows_open(int fd, const char *file, const char *encoding, char delimiter,
    const volatile sig_atomic_t *ended,
    struct problems *problems)
{
	struct rows *s = alloc_new(1, sizeof *s);
	unsigned char head[4];
	size_t got = 0;
	ssize_t n = 0;

	s->fd = fd;
	s->asked = ended;
	s->file = file;
	s->next = 1;
	s->delimiter = delimiter != 0 ? delimiter : ';';
	s->encoding_name = encoding != NULL ? encoding : "UTF-8";
	while (got < sizeof head && ((n = read(fd, head + got, sizeof head - got)) > 0 ||
	    (n < 0 && errno == EINTR && *ended == 0)))
		got += n > 0 ? (size_t)n : 0;
	if (n < 0)
		problems_add(problems, PROBLEM_ERROR, "read", file, 0, NULL,
		    "%s", problem_errno(errno));
	if (encoding == NULL && got >= 2 && ((head[0] == 0xFF && head[1] == 0xFE) ||
	    (head[0] == 0xFE && head[1] == 0xFF)))
		s->encoding_name = "UTF-16";
	s->encoding = encoding_open(s->encoding_name);
	if (s->encoding == NULL)
		problems_add(problems, PROBLEM_ERROR, "encoding", NULL, 0, "--encoding",
		    _("\"%s\" is no character set that this system knows; expected "
		    "one as CP1252 or UTF-8"), encoding);
	else if (got >= 3 && memcmp(head, ROWS_UTF8_MARK, 3) == 0 &&
	    strncasecmp(s->encoding_name, "UTF", 3) != 0)
		problems_add(problems, PROBLEM_ERROR, "encoding", file, 1, NULL,
		    _("begins with the byte order mark of UTF-8; expected no --encoding=%s"),
		    encoding);
	if (problems_error(problems)) {
		rows_close(s);
		return NULL;
	}
	encoding_read(s->encoding, (char *)head, got, got < sizeof head, &s->ahead);
	s->ended = got < sizeof head;
	rows_line_stop(s, 0);
	if (s->ahead.len >= 3 && memcmp(s->ahead.at, ROWS_UTF8_MARK, 3) == 0) {
		s->marked = true;
		s->from = 3;
	}
	look_at_first(s, delimiter == 0);
	s->given = delimiter != 0;
	s->first = s->delimiter;
	rows_parser_begin(s);
	return s;
}

/* SPDX-License-Identifier: ISC */
#include "rows_state.h"

#include <ctype.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

bool
rows_says_delimiter(const char *line, size_t n, char *delimiter)
{
	char c;

	if (n >= 2 && line[0] == '"' && line[n - 1] == '"') {
		line++;
		n -= 2;
	}
	if (n < 4 || n > 5 || strncasecmp(line, "sep=", 4) != 0)
		return false;
	c = n == 5 ? line[4] : '\0';
	*delimiter = c;
	return c == '\0' || c == '\t' || (ispunct((unsigned char)c) && c != '"');
}

void
rows_delimit(struct rows *s, char delimiter)
{
	s->delimiter = delimiter;
	rows_parser_begin(s);
}

/*
 * Where a file was put behind another: passes over its byte order mark, and its line that says the
 * delimiter. Returns whether there was such a line.
 */
static bool
pass_begin(struct rows *s, size_t stop)
{
	static const char read_as_bytes[] = "\u00EF\u00BB\u00BF";	/* the mark, in CP1252 */
	const char *line = s->ahead.at + s->from;
	size_t n = stop - s->from;
	char said;

	if (n >= 3 && memcmp(line, ROWS_UTF8_MARK, 3) == 0) {
		s->from += 3;
		line += 3;
		n -= 3;
	} else if (n >= 6 && memcmp(line, read_as_bytes, 6) == 0) {
		s->error = EILSEQ;
		s->failed = true;
		return false;
	}
	if (n > 9 || !rows_says_delimiter(line, rows_without_end(line, n), &said))
		return false;
	if (said != '\0' && !s->given && said != s->delimiter)
		rows_delimit(s, said);
	s->from = stop;
	s->next++;
	return true;
}

/* Reads lines until the parser has a row. Returns false at the end of the input. */
static bool
read_row(struct rows *s)
{
	size_t at, stop, first;
	long lines = 0;

	rows_drop_taken(s);
	rows_clear(s);
	s->line = s->next;
	at = s->from;
	stop = first = rows_line_stop(s, at);
	if (stop == at)
		return false;
	if (stop - at >= ROWS_LINE_MAX && rows_without_end(s->ahead.at + at,
	    stop - at) == stop - at) {
		s->from = rows_pass_over(s, stop);
		s->next++;
		return true;
	}
	if (pass_begin(s, stop))
		return true;
	if (s->failed)
		return false;
	at = s->from;
	for (;; stop = rows_line_stop(s, at)) {
		if (lines == 0 && rows_take_plain(s, s->ahead.at + at,
		    rows_without_end(s->ahead.at + at, stop - at)))
			;
		else if (stop == at) {
			if (s->failed)
				return false;
			if (rows_end(s))
				break;
			rows_take_apart(s, s->ahead.at + s->from, first - s->from, ROWS_QUOTE_OPEN);
		} else if (!rows_feed(s, s->ahead.at + at, stop - at))
			rows_take_apart(s, s->ahead.at + s->from, first - s->from, ROWS_QUOTE_TEXT);
		else if (stop - s->from > ROWS_SPAN_MAX && lines > 0 && !s->complete)
			rows_take_apart(s, s->ahead.at + s->from, first - s->from, ROWS_QUOTE_OPEN);
		if (s->fault != ROWS_GOOD) {
			s->from = first;
			s->next++;
			return true;
		}
		at = stop;
		lines++;
		if (s->complete || !s->parser.quoted)
			break;
	}
	if (!s->complete && stop == s->ahead.len && s->ended)
		rows_end(s);
	if (at - s->from > ROWS_ROW_MAX)
		s->fault = ROWS_LONG;
	s->from = at;
	s->next += lines;
	return true;
}

static bool
row_empty(const struct rows *s)
{
	size_t i;

	for (i = 0; i < s->n; i++)
		if (s->cells[i].length > 0)
			return false;
	return true;
}

/* In a file with CR line ends, CR is the line end in a text too; elsewhere CRLF is. */
static void
mend_line_ends(struct rows *s)
{
	size_t i, from, to;

	if (memchr(text_string(&s->values), '\r', s->values.len) == NULL)
		return;
	for (i = 0; i < s->n; i++) {
		char *v = s->values.at + s->cells[i].at;

		for (from = to = 0; from < s->cells[i].length; from++) {
			if (v[from] == '\r' && v[from + 1] == '\n')
				continue;
			v[to++] = v[from] == '\r' && s->old_mac ? '\n' : v[from];
		}
		v[to] = '\0';
		s->cells[i].length = to;
	}
}

int
rows_next(struct rows *s)
{
	do {
		if (!read_row(s)) {
			errno = s->error;
			return s->failed ? -1 : 0;
		}
	} while (row_empty(s));
	mend_line_ends(s);
	return 1;
}

const char *
rows_failure(const struct rows *s)
{
	if (s->error == EILSEQ)
		return _("a byte order mark of UTF-8 within; expected one character set from begin "
		    "to end");
	if (s->error == EFBIG)
		return _("a line of NUL bytes or of more than 256 MiB; expected CSV; nothing "
		    "behind it was read");
	return problem_errno(s->error);
}

long
rows_line(const struct rows *s)
{
	return s->line;
}

size_t
rows_cells(const struct rows *s)
{
	return s->n;
}

const char *
rows_cell(const struct rows *s, size_t i, size_t *length)
{
	if (length != NULL)
		*length = s->cells[i].length;
	return s->values.at + s->cells[i].at;
}

enum rows_fault
rows_fault(const struct rows *s)
{
	return s->fault;
}

char
rows_delimiter(const struct rows *s)
{
	return s->first;
}

const char *
rows_line_end(const struct rows *s)
{
	return s->line_end;
}

bool
rows_marked(const struct rows *s)
{
	return s->marked;
}

bool
rows_may_be_utf8(const struct rows *s)
{
	return encoding_may_be_utf8(s->encoding);
}

const char *
rows_encoding(const struct rows *s)
{
	return s->encoding_name;
}

void
rows_close(struct rows *s)
{
	if (s == NULL)
		return;
	csv_free(&s->parser);
	encoding_close(s->encoding);
	text_release(&s->ahead);
	text_release(&s->values);
	free(s->cells);
	free(s);
}

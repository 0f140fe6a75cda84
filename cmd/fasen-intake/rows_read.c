/* SPDX-License-Identifier: ISC */
#include "rows_state.h"

#include <ctype.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

#include "alloc.h"

void
rows_parser_begin(struct rows *s)
{
	csv_free(&s->parser);
	if (csv_init(&s->parser, CSV_STRICT | CSV_STRICT_FINI) != 0)
		alloc_new((size_t)-1, 2);	/* cannot be had: ends the program */
	csv_set_blk_size(&s->parser, CHUNK);	/* by so much its buffer grows; 128 would make
						   long cells quadratic */
	csv_set_delim(&s->parser, (unsigned char)s->delimiter);
}

static void
add_cell(struct rows *s, size_t at, size_t length)
{
	s->cells = alloc_room(s->cells, &s->cap, s->n + 1, sizeof *s->cells);
	s->cells[s->n++] = (struct cell){ at, length };
}

static void
take_cell(void *bytes, size_t n, void *data)
{
	struct rows *s = data;

	add_cell(s, s->values.len, n);
	text_add(&s->values, bytes, n);
	text_addc(&s->values, '\0');
}

static void
take_row(int c, void *data)
{
	struct rows *s = data;

	(void)c;
	s->complete = true;
}

static void
row_clear(struct rows *s)
{
	s->n = 0;
	text_clear(&s->values);
	s->fault = ROWS_GOOD;
	s->complete = false;
}

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

/*
 * Where the line at byte `from` ends, its line end included; reads on as far as need be, up to
 * ROWS_LINE_MAX.
 */
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
 * Hands a line over to the parser. A quote inside a cell that does not begin with one is taken as
 * it is, as Excel does; the parser alone would refuse it. Returns false when the line is none.
 */
static bool
feed(struct rows *s, const char *line, size_t n)
{
	while (n > 0) {
		size_t done = csv_parse(&s->parser, line, n, take_cell, take_row, s);

		line += done;
		n -= done;
		if (n == 0)
			break;
		if (s->parser.quoted || *line != '"')
			return false;
		csv_set_opts(&s->parser, 0);
		done = csv_parse(&s->parser, line, 1, take_cell, take_row, s);
		csv_set_opts(&s->parser, CSV_STRICT | CSV_STRICT_FINI);
		if (done != 1)
			return false;
		line++;
		n--;
	}
	return true;
}

/* Whether the parser passes it over at the ends of a cell without quotes. */
static bool
around(const struct rows *s, char c)
{
	return (c == ' ' || c == '\t') && c != s->delimiter;
}

static void
add_trimmed(struct rows *s, char *at, char *end)
{
	while (at < end && around(s, *at))
		at++;
	while (at < end && around(s, end[-1]))
		end--;
	*end = '\0';
	add_cell(s, (size_t)(at - s->values.at), (size_t)(end - at));
}

/*
 * What most rows are, by a shorter way than the parser's: a line in which a quote only begins or
 * ends a cell. Returns false, and has done nothing, for anything else.
 */
static bool
take_plain(struct rows *s, const char *line, size_t n)
{
	char *at, *end, *stop, *quote;

	text_add(&s->values, line, n);
	text_addc(&s->values, s->delimiter);
	at = s->values.at;
	stop = at + n;
	for (quote = memchr(at, '"', n); at <= stop; at = end + 1) {
		if (at == quote) {
			at++;
			end = memchr(at, '"', (size_t)(stop - at));
			if (end == NULL || end[1] != s->delimiter)
				break;
			add_cell(s, (size_t)(at - s->values.at), (size_t)(end - at));
			*end++ = '\0';
			quote = memchr(end, '"', (size_t)(stop - end));
			continue;
		}
		end = memchr(at, s->delimiter, (size_t)(stop - at) + 1);
		if (quote != NULL && quote < end)
			break;
		add_trimmed(s, at, end);
	}
	s->complete = at > stop;
	if (!s->complete)
		row_clear(s);
	return s->complete;
}

/*
 * Takes the first line of what is no row apart, as far as it goes; the rest of it is the last cell.
 */
static void
take_apart(struct rows *s, const char *line, size_t n, enum rows_fault fault)
{
	size_t i, cells = 0, begin = 0;

	row_clear(s);
	rows_parser_begin(s);
	n = rows_without_end(line, n);
	for (i = 0; i < n && feed(s, line + i, 1); i++)
		if (s->n > cells) {
			cells = s->n;
			begin = i + 1;
		}
	take_cell((void *)(line + begin), n - begin, s);
	rows_parser_begin(s);
	s->fault = fault;
}

/*
 * A line without end so far: what has been read of it is handed out, the rest is passed over,
 * unless it is no text or of no length that a line may have: then reading has failed.
 */
static size_t
pass_over(struct rows *s, size_t stop)
{
	size_t passed = 0;

	take_apart(s, s->ahead.at + s->from, stop - s->from, ROWS_CUT);
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

/* Makes room by dropping what has been taken. */
static void
drop_taken(struct rows *s)
{
	if (s->from < CHUNK || s->from < s->ahead.len / 2)
		return;
	memmove(s->ahead.at, s->ahead.at + s->from, s->ahead.len - s->from);
	text_cut(&s->ahead, s->ahead.len - s->from);
	s->from = 0;
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

	drop_taken(s);
	row_clear(s);
	s->line = s->next;
	at = s->from;
	stop = first = rows_line_stop(s, at);
	if (stop == at)
		return false;
	if (stop - at >= ROWS_LINE_MAX && rows_without_end(s->ahead.at + at,
	    stop - at) == stop - at) {
		s->from = pass_over(s, stop);
		s->next++;
		return true;
	}
	if (pass_begin(s, stop))
		return true;
	if (s->failed)
		return false;
	at = s->from;
	for (;; stop = rows_line_stop(s, at)) {
		if (lines == 0 && take_plain(s, s->ahead.at + at,
		    rows_without_end(s->ahead.at + at, stop - at)))
			;
		else if (stop == at) {
			if (s->failed)
				return false;
			if (csv_fini(&s->parser, take_cell, take_row, s) == 0)
				break;
			take_apart(s, s->ahead.at + s->from, first - s->from, ROWS_QUOTE_OPEN);
		} else if (!feed(s, s->ahead.at + at, stop - at))
			take_apart(s, s->ahead.at + s->from, first - s->from, ROWS_QUOTE_TEXT);
		else if (stop - s->from > ROWS_SPAN_MAX && lines > 0 && !s->complete)
			take_apart(s, s->ahead.at + s->from, first - s->from, ROWS_QUOTE_OPEN);
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
		csv_fini(&s->parser, take_cell, take_row, s);
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

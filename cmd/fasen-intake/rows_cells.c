/* SPDX-License-Identifier: ISC */
#include "rows_state.h"

#include <string.h>

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

void
rows_clear(struct rows *s)
{
	s->n = 0;
	text_clear(&s->values);
	s->fault = ROWS_GOOD;
	s->complete = false;
}

bool
rows_feed(struct rows *s, const char *line, size_t n)
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

bool
rows_end(struct rows *s)
{
	return csv_fini(&s->parser, take_cell, take_row, s) == 0;
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

bool
rows_take_plain(struct rows *s, const char *line, size_t n)
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
		rows_clear(s);
	return s->complete;
}

void
rows_take_apart(struct rows *s, const char *line, size_t n, enum rows_fault fault)
{
	size_t i, cells = 0, begin = 0;

	rows_clear(s);
	rows_parser_begin(s);
	n = rows_without_end(line, n);
	for (i = 0; i < n && rows_feed(s, line + i, 1); i++)
		if (s->n > cells) {
			cells = s->n;
			begin = i + 1;
		}
	take_cell((void *)(line + begin), n - begin, s);
	rows_parser_begin(s);
	s->fault = fault;
}

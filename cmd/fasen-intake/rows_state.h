/* SPDX-License-Identifier: ISC */
#ifndef FASEN_INTAKE_ROWS_STATE_H
#define FASEN_INTAKE_ROWS_STATE_H

#include <csv.h>

#include "rows.h"
#include "text.h"

/*
 * How far a CSV file is read: for rows_open.c, which looks at its begin, rows_lines.c, which reads
 * it line by line, rows_cells.c, which takes lines apart, and rows_read.c, which makes rows of
 * them.
 */

enum { CHUNK = 64 * 1024 };

struct cell {
	size_t at, length;
};

struct rows {
	int fd;
	const volatile sig_atomic_t *asked;
	const char *file;
	struct encoding *encoding;
	const char *encoding_name;
	bool given, marked, ended, failed, old_mac;
	int error;
	char delimiter;		/* from here on */
	char first;		/* the header's */
	const char *line_end;
	struct text ahead;	/* decoded, not yet taken from `from` on */
	size_t from;
	long next;		/* number of the line at `from` */
	struct csv_parser parser;
	bool complete;		/* the parser saw a row's end */
	long line;		/* of the row at hand */
	struct text values;
	struct cell *cells;
	size_t n, cap;
	enum rows_fault fault;
};

#define ROWS_UTF8_MARK "\xEF\xBB\xBF"

/*
 * Where the line at byte `from` ends, its line end included; reads on as far as need be, up to
 * ROWS_LINE_MAX.
 */
size_t rows_line_stop(struct rows *, size_t from);

/*
 * A line without end so far: what has been read of it is handed out, the rest is passed over,
 * unless it is no text or of no length that a line may have: then reading has failed. Returns where
 * it ends.
 */
size_t rows_pass_over(struct rows *, size_t stop);

/* Makes room by dropping what has been taken. */
void rows_drop_taken(struct rows *);

/* The length of a line less its line end. */
size_t rows_without_end(const char *line, size_t n);

/*
 * Whether the n bytes are the line of Excel that says the delimiter, "sep=;"; *delimiter gets it,
 * or 0 where it says none.
 */
bool rows_says_delimiter(const char *line, size_t n, char *delimiter);

/* The parser anew, with the delimiter. */
void rows_parser_begin(struct rows *);

/* No cells, for the next row. */
void rows_clear(struct rows *);

/*
 * Hands a line over to the parser. A quote inside a cell that does not begin with one is taken as
 * it is, as Excel does; the parser alone would refuse it. Returns false when the line is none.
 */
bool rows_feed(struct rows *, const char *line, size_t n);

/*
 * What most rows are, by a shorter way than the parser's: a line in which a quote only begins or
 * ends a cell. Returns false, and has done nothing, for anything else.
 */
bool rows_take_plain(struct rows *, const char *line, size_t n);

/*
 * Takes the first line of what is no row apart, as far as it goes; the rest of it is the last cell.
 */
void rows_take_apart(struct rows *, const char *line, size_t n, enum rows_fault);

/* The parser sees the end of the input. Returns whether the row that it was at may end there. */
bool rows_end(struct rows *);

#endif

/* SPDX-License-Identifier: ISC */
#ifndef FASEN_INTAKE_ROWS_STATE_H
#define FASEN_INTAKE_ROWS_STATE_H

#include <csv.h>

#include "rows.h"
#include "text.h"

/* How far a CSV file is read: for rows_open.c, which looks at its begin, and rows_read.c. */

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

/* Where the line at byte `from` ends, its line end included; reads on as far as need be. */
size_t rows_line_stop(struct rows *, size_t from);

/* The length of a line less its line end. */
size_t rows_without_end(const char *line, size_t n);

/*
 * Whether the n bytes are the line of Excel that says the delimiter, "sep=;"; *delimiter gets it,
 * or 0 where it says none.
 */
bool rows_says_delimiter(const char *line, size_t n, char *delimiter);

/* The parser anew, with the delimiter. */
void rows_parser_begin(struct rows *);

#endif

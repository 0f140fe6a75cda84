/* SPDX-License-Identifier: ISC */
#ifndef FASEN_INTAKE_ROWS_H
#define FASEN_INTAKE_ROWS_H

#include <signal.h>
#include <stdbool.h>
#include <stddef.h>

#include "encoding.h"
#include "problem.h"

/*
 * A CSV file read row by row (RFC 4180 by libcsv, and what Excel and old systems make of it), with
 * the physical line of each. A row that is none (a quote that is not closed, text behind a closing
 * quote, too long) costs its first line only: reading goes on with the next one.
 *
 * Blanks around a cell without quotes are not part of it; lines without any
 * value are passed over. Lines end in LF, CRLF or CR.
 */
struct rows;

enum rows_fault {
	ROWS_GOOD,
	ROWS_QUOTE_OPEN,	/* a quote is not closed */
	ROWS_QUOTE_TEXT,	/* text behind a closing quote */
	ROWS_LONG,		/* longer than ROWS_ROW_MAX */
	ROWS_CUT		/* a line longer than ROWS_LINE_MAX: its end is lost */
};

enum {
	ROWS_ROW_MAX = 1 << 20,	/* bytes of UTF-8 */
	ROWS_SPAN_MAX = 16 << 20,	/* so far a closing quote is looked for */
	ROWS_LINE_MAX = 16 << 20,
	ROWS_PASS_MAX = 256 << 20	/* so much of a longer line is passed over */
};

/*
 * Begins. `encoding` NULL = UTF-8, or UTF-16 by its byte order mark; `delimiter` 0 = the one of ; ,
 * tab that the header has most of. Where *ended is set by a signal, reading fails with EINTR. The
 * descriptor, `file` and `ended` stay the caller's and must outlive it. NULL, with the reason added
 * to the problems, when it cannot be read as that.
 */
struct rows *rows_open(int fd, const char *file, const char *encoding, char delimiter,
    const volatile sig_atomic_t *ended, struct problems *);

/*
 * The next row: 1; 0 at the end; -1 when reading fails, with errno, and rows_failure says why. A
 * line "sep=;" of a file put behind another is passed over, and heeded where `delimiter` was 0.
 */
int rows_next(struct rows *);
const char *rows_failure(const struct rows *);

/* From here on that stands between columns. */
void rows_delimit(struct rows *, char delimiter);

/*
 * The row at hand: its first line, its cells, and why it is no row; then the cell of the fault, the
 * last one, holds the bytes as they stand in that line.
 */
long rows_line(const struct rows *);
size_t rows_cells(const struct rows *);
const char *rows_cell(const struct rows *, size_t i, size_t *length);
enum rows_fault rows_fault(const struct rows *);

/* How it is written. */
char rows_delimiter(const struct rows *);	/* of the header */
const char *rows_line_end(const struct rows *);
bool rows_marked(const struct rows *);		/* begins with a byte order mark */
const char *rows_encoding(const struct rows *);	/* for encoding_open */
bool rows_may_be_utf8(const struct rows *);	/* though it is read as another encoding */

/* NULL is allowed. */
void rows_close(struct rows *);

#endif

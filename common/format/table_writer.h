/* SPDX-License-Identifier: ISC */
#ifndef FASEN_TABLE_WRITER_H
#define FASEN_TABLE_WRITER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "date.h"
#include "label.h"
#include "table_column.h"

/*
 * The one writer of tables. Declare the columns, fill row after row, end. tsv, csv and json go
 * out row by row, text when the table ends, because it fits the widths.
 *
 *	text	columns aligned, numbers to the right, headings in the document's language; a
 *		newline or tab is shown as a blank, another control as U+FFFD; within the width
 *	tsv	a header; \t \n \r \\ in a value written as those two characters
 *	csv	RFC 4180, CRLF; a TABLE_WORD that a spreadsheet would run as a formula (begins with
 *		= + - @ tab CR LF, and is not just "-") gets an apostrophe before it
 *	json	{"fasen":1,NUMBERS"tables":[{"view":NAME,"columns":[…],"rows":[{…},…]},…]}, RFC
 *		8259; a TABLE_NUMBER that is not a JSON number becomes a string, an empty cell null
 *
 * Values are UTF-8. What does something where it is shown (utf8_acts) is U+FFFD in text and \uXXXX
 * in json; tsv and csv hold it as it is.
 */
enum table_format { TABLE_TEXT, TABLE_TSV, TABLE_CSV, TABLE_JSON };

struct table_writer;	/* a run of tables on one stream */

/*
 * Text fits into `width` columns of the terminal (0 = no limit): spare columns are left out, which
 * a line below the tables says in the language, until the others can be read; headings and words go
 * on in further lines. Where the longest words are too wide, each row becomes lines of "heading:
 * value".
 */
struct table_writer *table_open(FILE *, enum table_format, enum lang, size_t width);

/* Has text call `paint` before and after such lines. */
void table_paint(struct table_writer *, void (*paint)(enum table_paint));

/* The row that begins now asks for attention. */
void table_attention(struct table_writer *);

/*
 * What stands in json before the tables, each of that name: numbers, as one object, and words, an
 * array of the lines; before the first table.
 */
void table_words(struct table_writer *, const char *name, const char *lines);
void table_numbers(struct table_writer *, const char *name, const char *const *names,
    const char *const *values, size_t n);

/*
 * Begins a table. `view` is its name; with `view_column` tsv and csv have it as first column, and
 * tables are separated by an empty line. `title` is for text, NULL = none. The columns must live
 * until table_end.
 */
void table_begin(struct table_writer *, const char *view, bool view_column, const char *title,
    const struct table_column *, size_t n);

/* What follows is a part of the table with a title of its own, in text; before its first row. */
void table_part(struct table_writer *, const char *title);

/*
 * The cells of a row, from left to right; "" or NULL = empty (json null). After the last column the
 * row is complete.
 */
void table_cell(struct table_writer *, const char *value);
void table_cell_n(struct table_writer *, long value);
void table_cell_date(struct table_writer *, date);

void table_end(struct table_writer *);

/* Ends the run (json's closing brackets). Returns false when the stream has an error. Frees it. */
bool table_close(struct table_writer *);

/* The format of a word: text, tsv, csv, json; false for another. */
bool table_format_parse(const char *word, enum table_format *);

#endif

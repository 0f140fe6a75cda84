/* SPDX-License-Identifier: ISC */
#ifndef FASEN_OUTPUT_H
#define FASEN_OUTPUT_H

#include <stdbool.h>
#include <stdio.h>

#include "problem.h"
#include "report.h"
#include "result_table.h"

/* Where the report goes, and in which form. */
enum output_format { OUTPUT_TEXT, OUTPUT_TSV, OUTPUT_CSV, OUTPUT_JSON, OUTPUT_TRACE, OUTPUT_HTML,
    OUTPUT_XLSX, OUTPUT_PDF };

/* The format of a word of -T, or of a file's ending; false for another. */
bool output_format_parse(const char *word, enum output_format *);
bool output_format_of(const char *path, enum output_format *);

/*
 * Opens FILE (NULL = standard output) to be written as a whole or not at all; a new one that is
 * private for its owner alone. NULL and a problem when that fails. output_stream is where to
 * write; of -T pdf another program writes to the descriptor. output_close makes it so and frees it;
 * with `keep` false the old file stays.
 */
struct output;
struct output *output_open(const char *path, bool private, struct problems *);
FILE *output_stream(struct output *);
int output_descriptor(struct output *);
bool output_close(struct output *, bool keep, struct problems *);

/* What writes the tables as a workbook: workbook_write. */
typedef bool output_workbook(const char *path, const char *shown, const struct report *,
    const struct result_tables *, struct problems *);

/* Writes the tables in one of the formats but trace and pdf. */
bool output_sheets(struct output *, enum output_format, const struct report *,
    const struct result_tables *, output_workbook *, struct problems *);

#endif

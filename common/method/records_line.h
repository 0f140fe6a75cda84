/* SPDX-License-Identifier: ISC */
#ifndef FASEN_RECORDS_LINE_H
#define FASEN_RECORDS_LINE_H

#include "records_state.h"
#include "vocabulary.h"

/*
 * What records.c, which takes the usual lines, and records_line.c, which takes any, have in common.
 */

void record_begin(struct records *, size_t start);

/* A blank line, which ends at byte `end`, ends a record. */
enum records_got records_blank(struct records *, size_t end);

/* A line of any sort, by the whole grammar. */
enum records_got records_line(struct records *, const struct line *);

/* The end of the bytes ends the record too. */
enum records_got records_end(struct records *);

/* The kind of that name among the names, or NULL. */
const struct name *record_kind(const char *s, size_t n);

#endif

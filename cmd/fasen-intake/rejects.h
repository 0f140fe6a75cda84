/* SPDX-License-Identifier: ISC */
#ifndef FASEN_INTAKE_REJECTS_H
#define FASEN_INTAKE_REJECTS_H

#include <stdbool.h>

#include "problem.h"
#include "row.h"
#include "rows.h"

/*
 * The rows that were not taken, in their own columns, delimiter, encoding and line ends, with their
 * line and what was wrong behind them, to be corrected and fed again. The file takes its place when
 * all is written.
 */
struct rejects;

/* NULL, with a problem, when the file cannot be written. */
struct rejects *rejects_open(const char *path, struct problems *);

/*
 * Before the rows of a file: its header. Returns false, with a problem, when another file had other
 * columns, for a file has one header.
 */
bool rejects_begin(struct rejects *, const struct row_reader *, const struct rows *,
    struct problems *);

/* Adds the row at hand. */
bool rejects_add(struct rejects *, const struct row_reader *, const struct rows *,
    const char *message, struct problems *);

/*
 * Puts the file in its place and frees it; without `good`, or when no file began, the old one
 * stays. NULL is allowed.
 */
bool rejects_close(struct rejects *, bool good, struct problems *);

#endif

/* SPDX-License-Identifier: ISC */
#ifndef FASEN_WORKBOOK_H
#define FASEN_WORKBOOK_H

#include <stdbool.h>

#include "problem.h"
#include "report.h"
#include "result_table.h"

/*
 * Writes the tables as a workbook (Office Open XML) to the file `path`, by libxlsxwriter: a first
 * sheet to read in a minute, one a view, and one with what the figures mean. The same bytes for the
 * same tables and the same day. Returns false and adds a problem when the file cannot be written or
 * a table is too long for a sheet; `shown` is what the file is called in it.
 */
bool workbook_write(const char *path, const char *shown, const struct report *,
    const struct result_tables *, struct problems *);

#endif

/* SPDX-License-Identifier: ISC */
#ifndef FASEN_WORKBOOK_LIBRARY_H
#define FASEN_WORKBOOK_LIBRARY_H

#include <stdbool.h>
#include <xlsxwriter.h>

/*
 * What libxlsxwriter does not look at, this program looks at for it, by having functions of the C
 * library for itself. Where there is no memory, what it should have made would be missing in the
 * workbook, or it would crash: malloc and its like say so and end with 2, as alloc.h does. Where a
 * temporary file could not be written, part of it would be missing: rewind, with which it begins to
 * read what it wrote, notes that.
 */

/* Where a lack of memory is said: STDERR_FILENO to begin with. */
void workbook_library_tells(int fd);

/* Whether a temporary file could not be written as a whole. */
bool workbook_library_failed(void);

/*
 * Adds a worksheet. One that is `long_one` is written row by row, each of which is then out of
 * memory: its cells come in order of their rows.
 */
lxw_worksheet *workbook_library_sheet(lxw_workbook *, const char *name, bool long_one);

/*
 * worksheet_add_table, on a long sheet too, which the library refuses as it would write the
 * headings into the sheet itself: the caller writes them, and no table has formulas.
 */
void workbook_library_table(lxw_worksheet *, lxw_row_t first, lxw_col_t left, lxw_row_t last,
    lxw_col_t right, lxw_table_options *);

#endif

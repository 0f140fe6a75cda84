/* SPDX-License-Identifier: ISC */
#ifndef FASEN_WORKBOOK_LIBRARY_H
#define FASEN_WORKBOOK_LIBRARY_H

#include <stdbool.h>

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

#endif

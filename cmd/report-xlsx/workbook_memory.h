#ifndef FASEN_WORKBOOK_MEMORY_H
#define FASEN_WORKBOOK_MEMORY_H

/*
 * libxlsxwriter goes on where there is no memory: what it should have made is missing in the
 * workbook, or it crashes. So this program has malloc and its like for itself: where one of them
 * has none, it says so and ends with 2, as alloc.h does.
 */

/* Where that is said: STDERR_FILENO to begin with. */
void workbook_memory_tells(int fd);

#endif

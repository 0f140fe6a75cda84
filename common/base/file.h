/* SPDX-License-Identifier: ISC */
#ifndef FASEN_FILE_H
#define FASEN_FILE_H

#include <stdbool.h>
#include <sys/stat.h>

#include "text.h"

/*
 * Files that are read as a whole: models, forms, maps, lists. Both add all that can be read; false,
 * with an errno, where that failed. Dossiers are read by reader.h.
 */

/* From where the descriptor stands to the end. */
bool file_read(int fd, struct text *to);

/* The file of that path; - is standard input. */
bool file_read_path(const char *path, struct text *to);

/* Whether the two are of one file. */
static inline bool
file_same(const struct stat *a, const struct stat *b)
{
	return a->st_dev == b->st_dev && a->st_ino == b->st_ino;
}

#endif

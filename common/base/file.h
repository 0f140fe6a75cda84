/* SPDX-License-Identifier: ISC */
#ifndef FASEN_FILE_H
#define FASEN_FILE_H

#include <stdbool.h>
#include <sys/stat.h>

#include "text.h"

/* In bytes: a line, without its LF; a file that is read as a whole, and a dossier. */
enum { FILE_LINE_MOST = 16 << 20, FILE_MOST = 256 << 20 };

/*
 * Files that are read as a whole: models, forms, maps, lists. Both add all that can be read; false,
 * with an errno, where that failed, or EFBIG when there is more than a file or a line may hold.
 * Dossiers are read by reader.h.
 */

/* From where the descriptor stands to the end; `lines`: it is made of lines. */
bool file_read(int fd, bool lines, struct text *to);

/* The file of that path; - is standard input. */
bool file_read_path(const char *path, bool lines, struct text *to);

/*
 * What went wrong by errno, after what was read: in words, with the number of the line that is too
 * long; else 0.
 */
const char *file_failure(const struct text *read, long *line);

/* The first line from there on that is too long, perhaps without end yet; NULL = there is none. */
const char *file_long_line(const char *from, const char *to);

/* Whether the two are of one file. */
static inline bool
file_same(const struct stat *a, const struct stat *b)
{
	return a->st_dev == b->st_dev && a->st_ino == b->st_ino;
}

#endif

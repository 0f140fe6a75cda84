/* SPDX-License-Identifier: ISC */
#ifndef FASEN_FOLDER_H
#define FASEN_FOLDER_H

#include <stdbool.h>
#include <stddef.h>

#include "arena.h"

/*
 * The dossiers in a directory: its *.rec, not beginning with a dot, in order of bytes. Begin with
 * all zeroes.
 */
struct folder {
	const char **names;
	size_t n, cap;
	struct arena arena;
};

/*
 * Lists the directory, for the first and only time. readdir(3) may leave out a file that is renamed
 * over meanwhile, so it is listed until a listing brings no new name, at most ten times; all names
 * that were seen count. Returns false, with errno, when it cannot be read.
 */
bool folder_list(struct folder *, const char *path);

/* Whether it has that name of n bytes and .rec behind it. */
bool folder_has(const struct folder *, const char *name, size_t n);

void folder_release(struct folder *);

#endif

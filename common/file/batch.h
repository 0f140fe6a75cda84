/* SPDX-License-Identifier: ISC */
#ifndef FASEN_BATCH_H
#define FASEN_BATCH_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

#include "problem.h"

/*
 * New files of one directory made together, so that the disk is waited for once and not for each:
 * their content is written under no name, or one beside where the system has no files without name,
 * and synced; then each is given its name, never in place of another, and the directory is synced.
 * A kill or a full disk at any moment leaves each file whole or not there.
 */
struct batch;

enum { BATCH_FILES = 512, BATCH_BYTES = 1 << 20 };

/* For files of exactly this mode in that directory, whose descriptor stays the caller's. */
struct batch *batch_open(const char *directory, int fd, mode_t mode);

/* Adds a file, in memory: its name, without a slash, and n bytes. */
void batch_add(struct batch *, const char *name, const void *bytes, size_t n);

/* Whether it should be committed, and how many files wait for that. */
bool batch_full(const struct batch *);
size_t batch_count(const struct batch *);

/*
 * Makes the files, in order, and empties the batch. Returns how many are there for good, from the
 * first on; when that is not all of them the reason is added to the problems (of code "exists" when
 * there was such a file), and nothing of the others is left.
 */
size_t batch_commit(struct batch *, struct problems *);

/* Forgets what was not committed. NULL is allowed. */
void batch_free(struct batch *);

#endif

/* SPDX-License-Identifier: ISC */
#ifndef FASEN_READER_H
#define FASEN_READER_H

#include "dossier.h"

/*
 * Dossiers one after another from a file descriptor. Order:
 *
 *	reader_open | reader_of, reader_next until it is not 1, reader_free; and
 *	dossier_release of the one dossier that it fills.
 *
 * It reads in blocks, whole ones, and shows each dossier in its own buffers: what a dossier holds
 * is there until the next call. A dossier that fits in no block makes them grow.
 */
struct reader;

/*
 * `file` is the name for messages and must outlive the dossiers. The descriptor stays the caller's.
 */
struct reader *reader_open(int fd, const char *file);

/* Turns to another descriptor with the same room, and drops what was not read of the one before. */
void reader_turn(struct reader *, int fd, const char *file);

/* The same from bytes in memory, which are copied. */
struct reader *reader_of(const void *bytes, size_t n, const char *file);

/*
 * Reads the next one into the dossier, which is cleared first. Returns 1; 0 at the end; -1 when
 * reading fails, with errno (EFBIG: a line of more than FILE_LINE_MOST, a dossier of more than
 * FILE_MOST). All bytes come back in some dossier: those before, between and after that belong to
 * no client in one without id.
 */
int reader_next(struct reader *, struct dossier *);

/* What failed, in words, and the line where there is one; else 0. */
const char *reader_failure(const struct reader *, long *line);

/* The line that the next dossier begins on, of those in memory; 0 = none is left. */
long reader_rest(const struct reader *);

/* What it read goes with it: the dossier read last must not be looked at any more. */
void reader_free(struct reader *);

#endif

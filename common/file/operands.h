/* SPDX-License-Identifier: ISC */
#ifndef FASEN_OPERANDS_H
#define FASEN_OPERANDS_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/stat.h>

#include "problem.h"
#include "text.h"

/*
 * The files that a command's operands mean, one by one: a file is itself, "-" is standard input, a
 * directory is its *.rec (not beginning with a dot) in order of bytes. No operands: "-".
 *
 *	operands_of | operands_from, then operands_next until NULL, each with operands_open;
 *	operands_free.
 *
 * A directory may change while it is listed, and readdir(3) may then leave out a file that is
 * renamed over. So it is listed until a listing brings no new name, at most ten times, and all that
 * were seen are meant; one that is gone when it is opened is passed over.
 */
struct operands;

/* argv[0..n) must outlive it. */
struct operands *operands_of(char *const *argv, size_t n);

/*
 * The names in a file, each ended by a NUL, as `wc --files0-from` has it ("-" = standard input).
 * NULL and a problem when it cannot be read.
 */
struct operands *operands_from(const char *path, struct problems *);

/* Directories are no operands of this command: their name is given as that of a file. */
void operands_files_only(struct operands *);

/* A directory without dossiers is no problem here. */
void operands_may_be_empty(struct operands *);

/*
 * The next path, or NULL at the end; valid until the next call. A directory that cannot be read,
 * and one without dossiers, becomes a problem.
 */
const char *operands_next(struct operands *, struct problems *);

/*
 * Opens the path at hand for reading. Returns the descriptor, standard input for "-"; or -1, with a
 * problem, when it cannot be read or, found in a directory, is no regular file; without one when it
 * is gone from there.
 */
int operands_open(struct operands *, struct problems *);

/* The same judgement without opening: whether the path at hand is to be done. */
bool operands_usable(struct operands *, struct problems *);

/* Whether the path at hand was found in a directory. */
bool operands_listed(const struct operands *);

/*
 * Whether the path at hand was found in a directory that has another, ID.rec, which is where the
 * dossier of that client stands; `other` becomes its path.
 */
bool operands_outranked(const struct operands *, const char *id, struct text *other);

/* The number of the path at hand, from 0, and the path of such a number. */
size_t operands_number(const struct operands *);
void operands_path(const struct operands *, size_t number, struct text *to);

/* Whether one of the operands is "-". */
bool operands_stdin(const struct operands *);

/*
 * Whether one of the files meant is that one; *path gets its name. Before the first operands_next.
 */
bool operands_mean(struct operands *, const struct stat *file, struct text *path);

/* Whether a directory among them, so far, had no dossiers. */
bool operands_empty(const struct operands *);

/*
 * The exit status that they ask for so far: 1 when something was passed over or a directory is
 * empty, 2 when something could not be read.
 */
int operands_status(const struct operands *);

/* NULL is allowed. */
void operands_free(struct operands *);

#endif

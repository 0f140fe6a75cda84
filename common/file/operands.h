#ifndef FASEN_OPERANDS_H
#define FASEN_OPERANDS_H

#include <stdbool.h>
#include <stddef.h>

#include "problem.h"

/*
 * The files that a command's operands mean, one by one: a file is itself, "-"
 * is standard input, a directory is its *.rec (not beginning with a dot) in order of bytes. No operands: "-".
 */
struct operands;

/* argv[0..n) must outlive it. */
struct operands *operands_of(char *const *argv, size_t n);

/* The names in a file, each ended by a NUL, as `wc --files0-from` has it ("-" = standard input). NULL and a problem when it cannot be read. */
struct operands *operands_from(const char *path, struct problems *);

/*
 * The next path, or NULL at the end; valid until the next call. A directory that
 * cannot be read becomes a problem and is passed over.
 */
const char *operands_next(struct operands *, struct problems *);

void operands_free(struct operands *);

#endif

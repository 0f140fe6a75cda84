/* SPDX-License-Identifier: ISC */
#ifndef FASEN_SEEN_H
#define FASEN_SEEN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * Which ids have come by, and in which file each came first, for a stream of millions. Of an id
 * only 64 bits of hash are kept: 12 bytes for an id, or 8 as long as all are of file 0 (two ids in
 * a million are taken for one once in 37 million such streams).
 */
struct seen;

struct seen *seen_new(void);

/*
 * Whether the id came before; *file is then that of its first time. Else it is kept, with *file.
 * Numbers of files are below 2^32.
 */
bool seen_before(struct seen *, const char *id, size_t *file);

/* The same, and the id is not kept. */
bool seen_has(const struct seen *, const char *id, size_t *file);

/* NULL is allowed. */
void seen_free(struct seen *);

/*
 * The hash of a string: FNV-1a (Fowler, Noll, Vo) with the finalizer of splitmix64 (Steele, Lea,
 * Flood 2014) behind it.
 */
uint64_t seen_hash(const char *, uint64_t seed);

#endif

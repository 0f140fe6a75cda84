#ifndef FASEN_DISK_INDEX_H
#define FASEN_DISK_INDEX_H

#include <stdbool.h>
#include <stddef.h>

/*
 * Which values belong to a key, for millions of them in little memory: a hash
 * table in a file without name, which is gone when the process is. Keys are not kept,
 * only 128 bits of hash, so no name or number of a client reaches the disk by it.
 */
struct disk_index;

/* Makes its file in the directory. NULL, with errno, when that cannot be. */
struct disk_index *disk_index_open(const char *directory);

/*
 * Adds a value to a key, which may have others. Returns false, with errno, when it cannot be
 * written.
 */
bool disk_index_add(struct disk_index *, const char *key, const char *value);

/*
 * The next value of the key after *i (begin with 0), or NULL when there is none; in no fixed order.
 * Valid until the next call. When reading fails it is NULL too, and index_failed tells.
 */
const char *disk_index_next(struct disk_index *, const char *key, size_t *i);

/* The errno of the first failure; 0 = none. */
int disk_index_failed(const struct disk_index *);

/* How many values it holds. */
size_t disk_index_count(const struct disk_index *);

/* NULL is allowed. */
void disk_index_free(struct disk_index *);

#endif

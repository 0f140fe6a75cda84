/* SPDX-License-Identifier: ISC */
#ifndef FASEN_ALLOC_H
#define FASEN_ALLOC_H

#include <stddef.h>

/*
 * Memory that cannot fail: when none is left the process says so on stderr and
 * exits with 2. It is the one place in common/ that ends the program.
 */

/* Ends the program so: for whoever learns from another library that there is none. */
_Noreturn void alloc_none(void);

/* alloc_room, when there is not room enough. */
void *alloc_more(void *old, size_t *cap, size_t need, size_t size);

/* n zeroed elements of size bytes; free() releases them. */
void *alloc_new(size_t n, size_t size);

/*
 * Makes room for `need` elements of `size` bytes in the array at `old`, which
 * has room for *cap (0 and NULL to begin with). Returns the array, perhaps
 * moved, and keeps *cap current; new elements are not zeroed.
 */
static inline void *
alloc_room(void *old, size_t *cap, size_t need, size_t size)
{
	return need <= *cap ? old : alloc_more(old, cap, need, size);
}

/*
 * The array with room for just n elements (not 0), new ones not zeroed: for who grows it by a
 * measure of his own.
 */
void *alloc_resize(void *old, size_t n, size_t size);

/* A copy of a string, or of its first n bytes, that the caller frees. */
char *alloc_copy(const char *s);
char *alloc_copy_n(const char *s, size_t n);

#endif

/* SPDX-License-Identifier: ISC */
#ifndef FASEN_ARENA_H
#define FASEN_ARENA_H

#include <stddef.h>

/*
 * Many small pieces that live and die together, as the strings of one dossier.
 * Begin with all zeroes; arena_clear keeps the room for the next dossier,
 * arena_release gives it back.
 */
struct arena {
	struct arena_block *block;
};

/* n bytes, aligned for any type, not zeroed, valid until clear or release. */
void *arena_room(struct arena *, size_t n);

/* A copy of the n bytes at s with a NUL behind it. */
char *arena_copy(struct arena *, const char *s, size_t n);

void arena_clear(struct arena *);
void arena_release(struct arena *);

#endif

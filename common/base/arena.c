/* SPDX-License-Identifier: ISC */
#include "arena.h"

#include <stdalign.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "alloc.h"

enum { FIRST_SIZE = 1024, BLOCK_SIZE = 16 * 1024 };

struct arena_block {
	struct arena_block *next;	/* filled earlier */
	size_t size, used;
	alignas(max_align_t) char bytes[];
};

static struct arena_block *
block_new(size_t size)
{
	struct arena_block *block = alloc_resize(NULL, 1, sizeof *block + size);

	*block = (struct arena_block){ .size = size };
	return block;
}

void *
arena_room(struct arena *arena, size_t n)
{
	struct arena_block *block = arena->block;
	const size_t step = alignof(max_align_t);
	size_t start;

	if (n > SIZE_MAX / 2)
		alloc_none();
	n = n == 0 ? step : (n + step - 1) / step * step;
	if (block == NULL || n > block->size - block->used) {
		size_t usual = block == NULL ? FIRST_SIZE : BLOCK_SIZE;

		block = block_new(n > usual ? n : usual);
		block->next = arena->block;
		arena->block = block;
	}
	start = block->used;
	block->used += n;
	return block->bytes + start;
}

char *
arena_copy(struct arena *arena, const char *s, size_t n)
{
	char *copy = arena_room(arena, n + 1);

	if (n != 0)
		memcpy(copy, s, n);
	copy[n] = '\0';
	return copy;
}

/* One dossier's worth of room is kept as a single block, so the next needs no allocation. */
void
arena_clear(struct arena *arena)
{
	struct arena_block *block = arena->block;
	size_t all = 0;

	if (block == NULL)
		return;
	if (block->next == NULL) {
		block->used = 0;
		return;
	}
	for (; block != NULL; block = block->next)
		all += block->size;
	arena_release(arena);
	arena->block = block_new(all);
}

void
arena_release(struct arena *arena)
{
	struct arena_block *block = arena->block, *next;

	for (; block != NULL; block = next) {
		next = block->next;
		free(block);
	}
	arena->block = NULL;
}

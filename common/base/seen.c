/* SPDX-License-Identifier: ISC */
#include "seen.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "alloc.h"

enum { FIRST_PLACES = 1024, SLACK = 256, FULL = 85 /* percent */ };

/*
 * Ordered hashing (Amble and Knuth 1974): the hashes stand in their own order, each at the place
 * that its value has among all values or behind it, 0 between them where it is free. So the table
 * grows in place, without another beside it, and may be nearly full.
 */
struct seen {
	uint64_t *hashes;	/* `places`, and SLACK for what is pushed beyond them; the very
				   last stays free */
	uint32_t *files;	/* of each; NULL while all are of file 0 */
	size_t places, used;
};

uint64_t
seen_hash(const char *s, uint64_t seed)
{
	uint64_t h = 0xCBF29CE484222325u ^ seed;

	for (; *s != '\0'; s++)
		h = (h ^ (unsigned char)*s) * 0x100000001B3u;
	h = (h ^ (h >> 30)) * 0xBF58476D1CE4E5B9u;
	h = (h ^ (h >> 27)) * 0x94D049BB133111EBu;
	return h ^ (h >> 31);
}

static size_t
total(const struct seen *seen)
{
	return seen->places + SLACK;
}

struct seen *
seen_new(void)
{
	struct seen *seen = alloc_new(1, sizeof *seen);

	seen->places = FIRST_PLACES;
	seen->hashes = alloc_new(total(seen), sizeof *seen->hashes);
	return seen;
}

/* It begins with where the table stands, so that nobody can choose ids that crowd it. */
static uint64_t
hash_of(const struct seen *seen, const char *id)
{
	uint64_t hash = seen_hash(id, (uintptr_t)seen);

	return hash != 0 ? hash : 1;
}

static size_t
home(uint64_t hash, size_t places)
{
	return (size_t)((hash >> 32) * places >> 32);
}

static bool
fits(const struct seen *seen, size_t places)
{
	size_t free_from = 0;

	for (size_t i = 0; i < total(seen); i++)
		if (seen->hashes[i] != 0) {
			size_t at = home(seen->hashes[i], places);

			free_from = (at > free_from ? at : free_from) + 1;
		}
	return free_from < places + SLACK;
}

static void
move_entry(struct seen *seen, size_t from, size_t to)
{
	uint64_t hash = seen->hashes[from];

	seen->hashes[from] = 0;
	seen->hashes[to] = hash;
	if (seen->files != NULL)
		seen->files[to] = seen->files[from];
}

/*
 * All to the far end first, then each to its new place: as they all fit, none is put over one that
 * is still to move.
 */
static void
grow(struct seen *seen)
{
	size_t before = total(seen), from, free_from = 0, places = seen->places;

	do
		places += places / 4;
	while (!fits(seen, places));
	seen->places = places;
	seen->hashes = alloc_resize(seen->hashes, total(seen), sizeof *seen->hashes);
	memset(seen->hashes + before, 0, (total(seen) - before) * sizeof *seen->hashes);
	if (seen->files != NULL)
		seen->files = alloc_resize(seen->files, total(seen), sizeof *seen->files);
	from = total(seen);
	for (size_t i = before; i-- > 0;)
		if (seen->hashes[i] != 0)
			move_entry(seen, i, --from);
	for (; from < total(seen); from++) {
		size_t at = home(seen->hashes[from], places);

		if (at < free_from)
			at = free_from;
		move_entry(seen, from, at);
		free_from = at + 1;
	}
}

static void
put(struct seen *seen, size_t at, size_t end, uint64_t hash, size_t file)
{
	if (file != 0 && seen->files == NULL)
		seen->files = alloc_new(total(seen), sizeof *seen->files);
	memmove(seen->hashes + at + 1, seen->hashes + at, (end - at) * sizeof *seen->hashes);
	seen->hashes[at] = hash;
	if (seen->files != NULL) {
		memmove(seen->files + at + 1, seen->files + at, (end - at) * sizeof *seen->files);
		seen->files[at] = (uint32_t)file;
	}
	seen->used++;
}

/* The place of the hash, or that before which it would stand. */
static size_t
place(const struct seen *seen, uint64_t hash)
{
	size_t at = home(hash, seen->places);

	while (seen->hashes[at] != 0 && seen->hashes[at] < hash)
		at++;
	return at;
}

bool
seen_has(const struct seen *seen, const char *id, size_t *file)
{
	uint64_t hash = hash_of(seen, id);
	size_t at = place(seen, hash);

	if (seen->hashes[at] != hash)
		return false;
	*file = seen->files != NULL ? seen->files[at] : 0;
	return true;
}

bool
seen_before(struct seen *seen, const char *id, size_t *file)
{
	uint64_t hash = hash_of(seen, id);
	size_t at, end;

	for (;; grow(seen)) {
		at = place(seen, hash);
		if (seen->hashes[at] == hash) {
			*file = seen->files != NULL ? seen->files[at] : 0;
			return true;
		}
		for (end = at; seen->hashes[end] != 0; end++)
			;
		if (end + 1 < total(seen) && seen->used < seen->places / 100 * FULL)
			break;
	}
	put(seen, at, end, hash, *file);
	return false;
}

void
seen_free(struct seen *seen)
{
	if (seen == NULL)
		return;
	free(seen->hashes);
	free(seen->files);
	free(seen);
}

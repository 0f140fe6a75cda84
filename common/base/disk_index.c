#include "disk_index.h"

#include <errno.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

#include "alloc.h"
#include "hash.h"
#include "text.h"

/* A slot in the table; offset 0 = free. Values are kept in a second file, from offset 1 on. */
struct slot {
	uint64_t hash, check;
	uint64_t offset, length;
};

enum { FIRST_SLOTS = 1 << 12, BATCH = 64, PENDING = 64 * 1024 };

struct disk_index {
	char *directory;
	int table, values;
	size_t slots, used;
	uint64_t written;	/* bytes of values in the file */
	struct text pending;	/* and those that are not yet there */
	struct text value;
	int failed;
};

static int
open_nameless(const char *directory)
{
	struct text name = { 0 };
	int fd;

	text_addf(&name, "%s/fasen-XXXXXX", directory);
	fd = mkstemp(name.at);
	if (fd >= 0)
		unlink(name.at);
	text_release(&name);
	return fd;
}

static bool
fail(struct disk_index *x)
{
	if (x->failed == 0)
		x->failed = errno != 0 ? errno : EIO;
	return false;
}

static bool
read_at(struct disk_index *x, int fd, void *to, size_t n, uint64_t at)
{
	char *bytes = to;

	while (n > 0) {
		ssize_t got = pread(fd, bytes, n, (off_t)at);

		if (got < 0 && errno == EINTR)
			continue;
		if (got <= 0)
			return fail(x);
		bytes += got;
		n -= (size_t)got;
		at += (uint64_t)got;
	}
	return true;
}

static bool
write_at(struct disk_index *x, int fd, const void *from, size_t n, uint64_t at)
{
	const char *bytes = from;

	while (n > 0) {
		ssize_t got = pwrite(fd, bytes, n, (off_t)at);

		if (got < 0 && errno == EINTR)
			continue;
		if (got <= 0)
			return fail(x);
		bytes += got;
		n -= (size_t)got;
		at += (uint64_t)got;
	}
	return true;
}

/* A new, empty table of so many slots: a file with a hole in it. */
static int
new_table(struct disk_index *x, size_t slots)
{
	int fd = open_nameless(x->directory);

	if (fd < 0 || ftruncate(fd, (off_t)(slots * sizeof(struct slot))) != 0) {
		fail(x);
		if (fd >= 0)
			close(fd);
		return -1;
	}
	return fd;
}

struct disk_index *
disk_index_open(const char *directory)
{
	struct disk_index *x = alloc_new(1, sizeof *x);

	x->directory = alloc_copy(directory);
	x->slots = FIRST_SLOTS;
	x->written = 1;
	x->table = new_table(x, x->slots);
	x->values = x->table < 0 ? -1 : open_nameless(directory);
	if (x->values >= 0)
		return x;
	if (x->failed == 0)
		x->failed = errno;
	errno = x->failed;
	disk_index_free(x);
	return NULL;
}

static const uint64_t second_seed = 0x9E3779B97F4A7C15u;

/*
 * Goes over the slots from the hash's own on, until `want` matches of hash and check have been
 * passed over or a free slot comes. Leaves that slot in *found and its place in *at.
 */
static bool
probe(struct disk_index *x, int table, size_t slots, const struct slot *key, size_t want,
    struct slot *found, size_t *at)
{
	struct slot batch[BATCH];
	size_t place = (size_t)(key->hash & (slots - 1)), n, i;

	for (;;) {
		n = slots - place < BATCH ? slots - place : BATCH;
		if (!read_at(x, table, batch, n * sizeof *batch, place * sizeof *batch))
			return false;
		for (i = 0; i < n; i++) {
			bool same = batch[i].hash == key->hash && batch[i].check == key->check;

			if (batch[i].offset == 0 || (same && want-- == 0)) {
				*found = batch[i];
				*at = place + i;
				return true;
			}
		}
		place = place + n == slots ? 0 : place + n;
	}
}

static bool
put(struct disk_index *x, int table, size_t slots, const struct slot *slot)
{
	struct slot found;
	size_t at;

	return probe(x, table, slots, slot, SIZE_MAX, &found, &at) &&
	    write_at(x, table, slot, sizeof *slot, at * sizeof *slot);
}

static bool
grow(struct disk_index *x)
{
	struct slot batch[BATCH];
	size_t slots = x->slots * 4, place, n, i;
	int table = new_table(x, slots);
	bool good = table >= 0;

	for (place = 0; good && place < x->slots; place += n) {
		n = x->slots - place < BATCH ? x->slots - place : BATCH;
		good = read_at(x, x->table, batch, n * sizeof *batch, place * sizeof *batch);
		for (i = 0; good && i < n; i++)
			if (batch[i].offset != 0)
				good = put(x, table, slots, &batch[i]);
	}
	if (!good) {
		if (table >= 0)
			close(table);
		return false;
	}
	close(x->table);
	x->table = table;
	x->slots = slots;
	return true;
}

bool
disk_index_add(struct disk_index *x, const char *key, const char *value)
{
	struct slot slot = { hash_string(key, 0), hash_string(key, second_seed),
	    x->written + x->pending.len, strlen(value) };

	if (x->used * 2 >= x->slots && !grow(x))
		return false;
	text_add(&x->pending, value, slot.length);
	if (x->pending.len >= PENDING) {
		if (!write_at(x, x->values, x->pending.at, x->pending.len, x->written))
			return false;
		x->written += x->pending.len;
		text_clear(&x->pending);
	}
	if (!put(x, x->table, x->slots, &slot))
		return false;
	x->used++;
	return true;
}

const char *
disk_index_next(struct disk_index *x, const char *key, size_t *i)
{
	struct slot want = { .hash = hash_string(key, 0), .check = hash_string(key, second_seed) },
	    found;
	size_t at;

	if (!probe(x, x->table, x->slots, &want, *i, &found, &at) || found.offset == 0)
		return NULL;
	(*i)++;
	text_clear(&x->value);
	if (found.offset >= x->written)
		text_add(&x->value, x->pending.at + (found.offset - x->written), found.length);
	else {
		char *room = alloc_new(found.length + 1, 1);

		if (read_at(x, x->values, room, found.length, found.offset))
			text_add(&x->value, room, found.length);
		free(room);
		if (x->failed != 0)
			return NULL;
	}
	return text_string(&x->value);
}

int
disk_index_failed(const struct disk_index *x)
{
	return x->failed;
}

size_t
disk_index_count(const struct disk_index *x)
{
	return x->used;
}

void
disk_index_free(struct disk_index *x)
{
	int error = errno;

	if (x == NULL)
		return;
	if (x->table >= 0)
		close(x->table);
	if (x->values >= 0)
		close(x->values);
	text_release(&x->pending);
	text_release(&x->value);
	free(x->directory);
	free(x);
	errno = error;
}

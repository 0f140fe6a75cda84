/* SPDX-License-Identifier: ISC */
#define _DEFAULT_SOURCE		/* MAP_ANONYMOUS, madvise */
#include "taken.h"

#include <sanitizer/asan_interface.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <time.h>

enum { BYTES_MOST = 64 << 20, SECONDS_MOST = 1, STEP = 4 << 20 };
static const size_t arena_most = (size_t)1 << 30;

static char *arena;
static size_t used, closed, held;
static bool lasting;
static double began;
enum { GAP = 32 };	/* before each block: its size, and nothing */

static _Noreturn void
end_by(const char *what, int most)
{
	fprintf(stderr, "more than %d %s\n", most, what);
	fflush(stderr);
	abort();
}

static bool
in_arena(const void *at)
{
	return arena != NULL && (const char *)at >= arena &&
	    (const char *)at < arena + arena_most;
}

__attribute__((no_sanitize("address"))) static size_t
size_of(const void *at)
{
	return *(const size_t *)(const void *)((const char *)at - sizeof(size_t));
}

__attribute__((no_sanitize("address"))) static void
set_size(void *at, size_t n)
{
	*(size_t *)(void *)((char *)at - sizeof(size_t)) = n;
}

static void *
taken(size_t n)
{
	size_t whole;
	char *at;

	n += n == 0;
	whole = GAP + (n + 15) / 16 * 16;
	if (n > BYTES_MOST || (held += n) > BYTES_MOST || used + whole + STEP > arena_most)
		end_by("bytes", BYTES_MOST);
	if (arena == NULL)
		arena = mmap(NULL, arena_most, PROT_READ | PROT_WRITE,
		    MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
	if (arena == MAP_FAILED)
		abort();
	while (closed < used + whole + GAP) {
		ASAN_POISON_MEMORY_REGION(arena + closed, STEP);
		closed += STEP;
	}
	at = arena + used + GAP;
	used += whole;
	set_size(at, n);
	ASAN_UNPOISON_MEMORY_REGION(at, n);
	return at;
}

void *
door_malloc(size_t n)
{
	return lasting ? malloc(n) : taken(n);
}

void *
door_calloc(size_t n, size_t size)
{
	if (lasting || (size > 0 && n > SIZE_MAX / size))
		return calloc(n, size);
	return memset(taken(n * size), 0, n * size);
}

void *
door_realloc(void *old, size_t n)
{
	void *new;

	if (old == NULL)
		return door_malloc(n);
	if (!in_arena(old))
		return realloc(old, n);
	new = taken(n);
	memcpy(new, old, n < size_of(old) ? n : size_of(old));
	door_free(old);
	return new;
}

void
door_free(void *at)
{
	if (!in_arena(at)) {
		free(at);
		return;
	}
	*(volatile char *)at;	/* given back twice: the sanitizer says so */
	held -= size_of(at);
	ASAN_POISON_MEMORY_REGION(at, size_of(at));
}

static double
seconds(void)
{
	struct timespec t;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

void
taken_lasts(bool on)
{
	lasting = on;
}

void
taken_begin(void)
{
	began = seconds();
}

void
taken_end(void)
{
	if (seconds() - began > SECONDS_MOST)
		end_by("s", SECONDS_MOST);
	ASAN_POISON_MEMORY_REGION(arena, used);
	if (used > STEP)
		madvise(arena + STEP, used - STEP, MADV_DONTNEED);
	used = held = 0;
}

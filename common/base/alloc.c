/* SPDX-License-Identifier: ISC */
#include "alloc.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void
alloc_none(void)
{
	fputs("fasen: out of memory\n", stderr);
	exit(2);
}

static void *
some(void *p)
{
	if (p == NULL)
		alloc_none();
	return p;
}

void *
alloc_new(size_t n, size_t size)
{
	return some(calloc(n != 0 ? n : 1, size != 0 ? size : 1));
}

void *
alloc_more(void *old, size_t *cap, size_t need, size_t size)
{
	size_t room = *cap;

	if (need > SIZE_MAX / 2 / size)
		alloc_none();
	room = room > SIZE_MAX / 4 / size ? need : room * 2;
	if (room < need)
		room = need;
	if (room < 8)
		room = 8;
	old = some(realloc(old, room * size));
	*cap = room;
	return old;
}

void *
alloc_resize(void *old, size_t n, size_t size)
{
	return some(n <= SIZE_MAX / size ? realloc(old, n * size) : NULL);
}

char *
alloc_copy(const char *s)
{
	return alloc_copy_n(s, strlen(s));
}

char *
alloc_copy_n(const char *s, size_t n)
{
	char *copy = some(n < SIZE_MAX ? malloc(n + 1) : NULL);

	if (n != 0)
		memcpy(copy, s, n);
	copy[n] = '\0';
	return copy;
}

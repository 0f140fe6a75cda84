/* SPDX-License-Identifier: ISC */
#include "folder.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "alloc.h"

enum { LISTINGS = 10, ENDING = 4 };

static bool
is_dossier_name(const char *name)
{
	size_t len = strlen(name);

	return name[0] != '.' && len > ENDING && strcmp(name + len - ENDING, ".rec") == 0;
}

static int
by_bytes(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* Adds the names that are not among the first n, which are in order. */
static bool
add_listing(struct folder *f, const char *path, size_t n)
{
	DIR *directory = opendir(path);
	struct dirent *entry;
	int error;

	if (directory == NULL)
		return false;
	for (errno = 0; (entry = readdir(directory)) != NULL; errno = 0) {
		const char *name = entry->d_name;

		if (!is_dossier_name(name) ||
		    (n > 0 && bsearch(&name, f->names, n, sizeof *f->names, by_bytes) != NULL))
			continue;
		f->names = alloc_room(f->names, &f->cap, f->n + 1, sizeof *f->names);
		f->names[f->n++] = arena_copy(&f->arena, name, strlen(name));
	}
	error = errno;
	closedir(directory);
	errno = error;
	return error == 0;
}

/* In order, each once: a listing may give a name twice. */
static void
put_in_order(struct folder *f)
{
	size_t kept = 0;

	if (f->n > 0)
		qsort(f->names, f->n, sizeof *f->names, by_bytes);
	for (size_t i = 0; i < f->n; i++)
		if (kept == 0 || strcmp(f->names[kept - 1], f->names[i]) != 0)
			f->names[kept++] = f->names[i];
	f->n = kept;
}

bool
folder_list(struct folder *f, const char *path)
{
	for (int i = 0; i < LISTINGS; i++) {
		size_t before = f->n;

		if (!add_listing(f, path, before))
			return false;
		if (i > 0 && f->n == before)
			break;
		put_in_order(f);
	}
	return true;
}

bool
folder_has(const struct folder *f, const char *name, size_t n)
{
	size_t low = 0, high = f->n;

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		const char *other = f->names[middle];
		int order = strncmp(name, other, n);

		if (order == 0)
			order = strcmp(".rec", other + n);
		if (order == 0)
			return true;
		if (order < 0)
			high = middle;
		else
			low = middle + 1;
	}
	return false;
}

void
folder_release(struct folder *f)
{
	free(f->names);
	arena_release(&f->arena);
	*f = (struct folder){ 0 };
}

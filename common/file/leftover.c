/* SPDX-License-Identifier: ISC */
#include "leftover.h"

#include <dirent.h>
#include <stdbool.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "alloc.h"
#include "lock.h"

static bool
is_left(const char *name)
{
	static const char ending[] = ".fasen";
	size_t n = strlen(name);

	return name[0] == '.' && n > sizeof ending &&
	    strcmp(name + n - (sizeof ending - 1), ending) == 0;
}

void
leftover_sweep(const char *directory)
{
	DIR *dir = opendir(directory[0] != '\0' ? directory : ".");
	struct dirent *entry;

	while (dir != NULL && (entry = readdir(dir)) != NULL) {
		struct spot left;
		struct stat st;
		int fd;

		if (!is_left(entry->d_name))
			continue;
		left = (struct spot){ dirfd(dir), entry->d_name, entry->d_name };
		fd = lock_open(&left, O_RDWR, NULL, &st);
		if (fd < 0)
			continue;
		if (S_ISREG(st.st_mode))
			unlinkat(left.directory, left.name, 0);
		close(fd);
	}
	if (dir != NULL)
		closedir(dir);
}

void
leftover_sweep_beside(const char *path)
{
	const char *slash = strrchr(path, '/');
	char *directory = alloc_copy_n(path, slash == NULL ? 0 : (size_t)(slash + 1 - path));

	leftover_sweep(directory);
	free(directory);
}

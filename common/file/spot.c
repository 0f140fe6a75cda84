/* SPDX-License-Identifier: ISC */
#define _GNU_SOURCE	/* O_PATH, where the system has it */
#include "spot.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "alloc.h"

bool
spot_open(struct spot *p, const char *path)
{
	const char *slash = strrchr(path, '/');
	size_t n = slash != NULL ? (size_t)(slash + 1 - path) : 0;
	char *directory = n != 0 ? alloc_copy_n(path, n) : alloc_copy(".");
	int error;

	p->path = alloc_copy(path);
	p->name = alloc_copy(path[n] != '\0' ? path + n : ".");
	p->directory = open(directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
#ifdef O_PATH
	if (p->directory < 0 && errno == EACCES)
		p->directory = open(directory, O_PATH | O_DIRECTORY | O_CLOEXEC);
#endif
	error = errno;
	free(directory);
	errno = error;
	return p->directory >= 0;
}

void
spot_close(struct spot *p)
{
	if (p->directory >= 0)
		close(p->directory);
	free(p->path);
	free(p->name);
	*p = (struct spot){ .directory = -1 };
}

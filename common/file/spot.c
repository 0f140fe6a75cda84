/* SPDX-License-Identifier: ISC */
#define _GNU_SOURCE	/* O_PATH and RENAME_EXCHANGE, where the system has them */
#include "spot.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
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

bool
spot_move(const struct spot *from, const struct spot *to)
{
	return renameat(from->directory, from->name, to->directory, to->name) == 0;
}

bool
spot_move_new(const struct spot *from, const struct spot *to)
{
#ifdef RENAME_NOREPLACE
	if (renameat2(from->directory, from->name, to->directory, to->name, RENAME_NOREPLACE) == 0)
		return true;
	if (errno != EINVAL && errno != ENOSYS)
		return false;
#endif
	return spot_move(from, to);
}

bool
spot_exchange(const struct spot *a, const struct spot *b)
{
#ifdef RENAME_EXCHANGE
	return renameat2(a->directory, a->name, b->directory, b->name, RENAME_EXCHANGE) == 0;
#else
	(void)a, (void)b;
	errno = ENOSYS;
	return false;
#endif
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

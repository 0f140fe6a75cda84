/* SPDX-License-Identifier: ISC */
#include "file.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

enum { BLOCK = 16 * 1024 };

bool
file_read(int fd, struct text *to)
{
	ssize_t n;

	while ((n = read(fd, text_room(to, BLOCK), BLOCK)) != 0) {
		if (n > 0)
			text_took(to, (size_t)n);
		else if (errno != EINTR)
			return false;
	}
	return true;
}

bool
file_read_path(const char *path, struct text *to)
{
	bool in = strcmp(path, "-") == 0;
	int fd = in ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC), error;
	bool good = fd >= 0 && file_read(fd, to);

	error = errno;
	if (fd >= 0 && !in)
		close(fd);
	errno = error;
	return good;
}

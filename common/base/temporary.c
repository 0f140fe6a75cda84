/* SPDX-License-Identifier: ISC */
#include "temporary.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

int
temporary_open(struct text *path)
{
	const char *directory = getenv("TMPDIR");
	int fd;

	text_addf(path, "%s/fasen.XXXXXX",
	    directory != NULL && *directory != '\0' ? directory : "/tmp");
	fd = mkstemp(path->at);
	if (fd < 0)
		return -1;
	if (unlink(path->at) != 0) {
		int failed = errno;

		close(fd);
		errno = failed;
		return -1;
	}
	fcntl(fd, F_SETFD, FD_CLOEXEC);
	return fd;
}

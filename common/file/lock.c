/* SPDX-License-Identifier: ISC */
#include "lock.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/file.h>
#include <time.h>
#include <unistd.h>

#include "file.h"

enum { TELL_AFTER = 2000, PAUSE_MOST = 50 };	/* milliseconds */

bool
lock_take(int fd, const char *path, const struct patience *patience)
{
	long waited = 0, pause = 1, limit = patience == NULL ? 0 : patience->seconds * 1000;
	bool told = patience == NULL || patience->tell == NULL;

	while (flock(fd, LOCK_EX | LOCK_NB) != 0) {
		struct timespec time = { .tv_nsec = pause * 1000000 };

		if (errno == EINTR)
			continue;
		if (errno != EWOULDBLOCK || waited >= limit)
			return false;
		nanosleep(&time, NULL);
		waited += pause;
		pause = pause < PAUSE_MOST / 2 ? pause * 2 : PAUSE_MOST;
		if (waited >= TELL_AFTER && waited < limit && !told) {
			patience->tell(path);
			told = true;
		}
	}
	return true;
}

int
lock_open(const struct spot *p, int flags, const struct patience *patience, struct stat *st)
{
	struct stat named;
	int fd, error;

	for (;;) {
		fd = openat(p->directory, p->name,
		    flags | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC, 0600);
		if (fd < 0)
			return -1;
		if (!lock_take(fd, p->path, patience) || fstat(fd, st) != 0)
			break;
		if (fstatat(p->directory, p->name, &named, AT_SYMLINK_NOFOLLOW) == 0 &&
		    file_same(&named, st))
			return fd;
		if ((flags & O_CREAT) == 0 && faccessat(p->directory, p->name, F_OK, 0) != 0)
			break;
		close(fd);
	}
	error = errno;
	close(fd);
	errno = error;
	return -1;
}

#include "lock.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

int
lock_open(const char *path, int flags, struct stat *st)
{
	struct stat named;
	int fd, locked;

	for (;;) {
		fd = open(path, flags | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC, 0600);
		if (fd < 0)
			return -1;
		while ((locked = flock(fd, LOCK_EX)) != 0 && errno == EINTR)
			;
		if (locked != 0 || fstat(fd, st) != 0)
			break;
		if (lstat(path, &named) == 0 && named.st_dev == st->st_dev && named.st_ino == st->st_ino)
			return fd;
		if ((flags & O_CREAT) == 0 && access(path, F_OK) != 0)
			break;
		close(fd);
	}
	locked = errno;
	close(fd);
	errno = locked;
	return -1;
}

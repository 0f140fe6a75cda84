/* SPDX-License-Identifier: ISC */
#include "save_beside.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include "unfinished.h"

int
save_beside_fixed(const struct spot *beside, const struct patience *patience)
{
	sigset_t signals;
	struct stat st;
	int fd, error = 0;

	for (int i = 0; i < SAVE_BESIDE_TRIES; i++) {
		/* Only where nobody has to wait a file is made, and a signal then comes later. */
		unfinished_hold(&signals);
		fd = lock_open(beside, O_RDWR | O_CREAT, NULL, &st);
		if (fd >= 0)
			unfinished_add(beside);
		error = errno;
		unfinished_let(&signals);
		if (fd < 0 && error == EWOULDBLOCK) {
			fd = lock_open(beside, O_RDWR, patience, &st);
			error = errno;
			if (fd >= 0)
				unfinished_add(beside);
		}
		if (fd >= 0 && S_ISREG(st.st_mode) && st.st_size == 0 && st.st_nlink == 1 &&
		    st.st_uid == geteuid() && fchmod(fd, 0600) == 0)
			return fd;
		if (fd >= 0)
			error = errno;
		unfinished_forget(beside);
		if (fd < 0 && error == ENOENT)
			continue;
		if (fd < 0 && error != ELOOP && error != EACCES)
			break;
		if (unlinkat(beside->directory, beside->name, 0) != 0 && errno != ENOENT) {
			error = errno;
			i = SAVE_BESIDE_TRIES;
		}
		if (fd >= 0)
			close(fd);
	}
	errno = error;
	return -1;
}

int
save_beside_new(const struct spot *beside, mode_t mode)
{
	sigset_t signals;
	struct stat st = { .st_nlink = 1 };
	int fd, error;

	unfinished_hold(&signals);
	fd = openat(beside->directory, beside->name,
	    O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode);
	error = errno;
	if (fd >= 0)
		unfinished_add(beside);
	unfinished_let(&signals);
	errno = error;
	if (fd < 0)
		return fd;
	error = EEXIST;
	if (lock_take(fd, beside->path, NULL) || errno != EWOULDBLOCK) {
		if (fstat(fd, &st) == 0 && st.st_nlink > 0)
			return fd;
		if (st.st_nlink > 0) {
			error = errno;
			unlinkat(beside->directory, beside->name, 0);
		}
	}
	unfinished_forget(beside);
	close(fd);
	errno = error;
	return -1;
}

/* SPDX-License-Identifier: ISC */
#ifndef FASEN_LOCK_H
#define FASEN_LOCK_H

#include <stdbool.h>
#include <sys/stat.h>

#include "spot.h"

/* How long to wait for who has a lock, and who is told, once, when it has lasted two seconds. */
struct patience {
	long seconds;				/* 0 = not at all */
	void (*tell)(const char *path);		/* or NULL */
};

/*
 * Locks an open file (flock). Returns false with errno, EWOULDBLOCK when patience is at an end;
 * with NULL there is none. The closing of the descriptor gives up the lock.
 */
bool lock_take(int fd, const char *path, const struct patience *);

/*
 * Opens and locks the file of that spot, and fills *st as it is then. The lock is good only
 * while the name is the locked file's, as who had it may have renamed another over it; such a one
 * is opened and locked in its turn. `flags` are open(2)'s; a symbolic link is not followed (ELOOP),
 * and O_CREAT makes a file of mode 0600.
 *
 * Returns a descriptor, or -1 with errno as above.
 */
int lock_open(const struct spot *, int flags, const struct patience *, struct stat *st);

#endif

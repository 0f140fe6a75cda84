#ifndef FASEN_LOCK_H
#define FASEN_LOCK_H

#include <sys/stat.h>

/*
 * Opens and locks (flock) the file that path names, waiting for whoever has it, and fills *st as it
 * is then. The lock is good only while the path names the locked file, as who had it may have
 * renamed another over it; such a one is opened and locked in its turn. `flags` are open(2)'s; a symbolic
 * link is not followed (ELOOP), and O_CREAT makes a file of mode 0600.
 *
 * Returns a descriptor, whose closing gives up the lock, or -1 with errno.
 */
int lock_open(const char *path, int flags, struct stat *st);

#endif

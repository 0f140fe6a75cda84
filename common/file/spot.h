/* SPDX-License-Identifier: ISC */
#ifndef FASEN_SPOT_H
#define FASEN_SPOT_H

#include <stdbool.h>

/*
 * A file's name in a directory that is opened once: whatever the path means later, a link that
 * somebody put there or another directory in its place, what is done by descriptor and name is done
 * in that directory.
 */
struct spot {
	int directory;			/* -1 = not open */
	char *path, *name;		/* as it was given; its last part */
};

/*
 * Returns false with errno; spot_close is allowed then too. One may write in a directory that one
 * may not read: its descriptor then cannot be synced (EBADF).
 */
bool spot_open(struct spot *, const char *path);
void spot_close(struct spot *);

/* The file under another name, in place of what has it; false with errno. */
bool spot_move(const struct spot *from, const struct spot *to);

/* The same under a name that nothing has: EEXIST, where the file system can tell at that moment. */
bool spot_move_new(const struct spot *from, const struct spot *to);

/*
 * Each file under the other's name, at one moment. Returns false with errno; EINVAL or ENOSYS where
 * the system or the file system cannot.
 */
bool spot_exchange(const struct spot *, const struct spot *);

#endif

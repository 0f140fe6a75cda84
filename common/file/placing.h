/* SPDX-License-Identifier: ISC */
#ifndef FASEN_PLACING_H
#define FASEN_PLACING_H

#include <stdbool.h>
#include <sys/stat.h>

#include "spot.h"

/*
 * The last step of writing: what was written beside a file gets the file's name, and takes nothing
 * from an editor or another writer, who take no lock.
 */

enum placed {
	PLACED,
	PLACED_CHANGED,		/* another was there, or came: it stays, and nothing is done */
	PLACED_UNCONFIRMED,	/* done, but the old content may still stand beside */
	PLACED_NOT		/* with errno */
};

/* Whether the name means the file of that status, with the content that it had then. */
bool placing_same(const struct spot *, const struct stat *);

/* Whether the name means what is open. */
bool placing_own(const struct spot *, int fd);

/*
 * `beside` gets the name of `file`, in whose place it comes: of that status, or NULL where there
 * was none. `fd` is open on what was written. Where the file system can, what came after the last
 * look is seen once it has the name beside, and gets its own name back, unless more has come by
 * then.
 */
enum placed placing_put(const struct spot *beside, int fd, const struct spot *file,
    const struct stat *old);

#endif

/* SPDX-License-Identifier: ISC */
#ifndef FASEN_SAVE_H
#define FASEN_SAVE_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

#include "lock.h"
#include "problem.h"

/*
 * The one way to write a file. What is written stands beside the file until
 * save_commit, so that a kill or a full disk at any moment leaves the whole old
 * or the whole new content. Order of calls:
 *
 *	save_edit | save_replace, then save_keep and save_write,
 *	then save_commit or save_discard, which both free it.
 *
 * Failures are added to the problems with the file's name; the functions then
 * return NULL or false with an errno that is theirs, and only save_discard may follow (save_commit
 * then does the same and returns false).
 *
 * A kill can leave the file beside, other signals do not where unfinished_watch was called:
 * `.NAME.fasen` of an edit, which the next edit of that file takes away, `.NAME.PID-N.fasen` of a
 * replacement. Neither is ever read as a dossier. Whoever writes more than one file in a directory
 * begins with leftover_sweep; save_replace does it by itself.
 */
struct save;

/*
 * Opens an existing file to change it in place: takes an exclusive lock (flock), waiting for
 * other writers as long as the patience lasts, which must outlive it, and refuses a symbolic link,
 * a file with several hard links, anything that is not a regular file and one that the user may not
 * write. Mode, group and extended attributes are kept, the owner where the user may.
 */
struct save *save_edit(const char *path, const struct patience *, struct problems *);

/*
 * An output file, new or in place of a regular one (whose mode and group are kept). The mode of
 * a new one is less the umask, but one that others may not read has it whole, as a dossier has.
 */
struct save *save_replace(const char *path, mode_t, struct problems *);

/* The same for whoever began with leftover_sweep, as that looks at all of a directory. */
struct save *save_replace_swept(const char *path, mode_t, struct problems *);

/* The old content, to be read from the start (save_edit only). */
int save_source(const struct save *);

/*
 * The next n bytes of the old content stay as they are. Nothing is written while only this is said.
 */
bool save_keep(struct save *, size_t n, struct problems *);

/* The next n bytes of the old content go: for whoever writes them otherwise. */
bool save_drop(struct save *, size_t n, struct problems *);

bool save_write(struct save *, const void *bytes, size_t n, struct problems *);

/*
 * The descriptor of the file beside, for whoever writes there without save_write (save_replace
 * only); it stays the save's. Its name may mean another file by now. -1 when it cannot be
 * made.
 */
int save_output(struct save *, struct problems *);

/*
 * Makes it so: sees that nobody changed the file or put another beside it meanwhile, fsync, rename,
 * fsync of the directory. An edit in which nothing was written or dropped does nothing and returns
 * true; otherwise all of the old content must have been kept or dropped. Frees the save in any
 * case.
 */
bool save_commit(struct save *, struct problems *);

/* Leaves the old content; NULL is allowed. */
void save_discard(struct save *);

#endif

/* SPDX-License-Identifier: ISC */
#ifndef FASEN_OWNERSHIP_H
#define FASEN_OWNERSHIP_H

#include <sys/stat.h>

/*
 * Gives the new file what the old one in whose place it comes has besides its content: group, the
 * owner where the user may, and who may get at it, by the mode or by an access list (acl(5)); and
 * what the user noted of it (xattr(7), user.*). What the directory gave the new file goes. What the
 * system notes by itself is left to the system, but for the label of SELinux, which is tried.
 * `from` is open on the old file. Returns NULL, or why not.
 */
const char *ownership_take(int to, int from, const struct stat *old);

#endif

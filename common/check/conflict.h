/* SPDX-License-Identifier: ISC */
#ifndef FASEN_CONFLICT_H
#define FASEN_CONFLICT_H

#include <stddef.h>

#include "text.h"

/*
 * Two versions of a file that cannot be joined, in one file as git leaves them: what both have
 * once, the rest of each between marks, byte for byte. The marks stand between records, where they
 * make the dossier malformed (code "conflict"), and never where a backslash would make them the end
 * of a value. Line ends that a version lacks at its end are added.
 */
struct conflict {
	struct text text;
	long *ours, *theirs;	/* where line i + 1 of the version stands in the text */
};

void conflict_write(struct conflict *, const char *ours, size_t n, const char *theirs, size_t m);

void conflict_release(struct conflict *);

#endif

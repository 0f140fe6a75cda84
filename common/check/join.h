#ifndef FASEN_JOIN_H
#define FASEN_JOIN_H

#include <stddef.h>

#include "problem.h"
#include "text.h"

/*
 * The union of two versions of one dossier that grew apart (fasen-check(1), "Joining"): every
 * record of both, in order of date, what both have once. The same bytes whichever comes first.
 */
struct join_source {
	const char *bytes;
	size_t n;
	const char *file;	/* its name in problems */
	const long *lines;	/* what its lines are called there; NULL = by their number */
};

enum join_result {
	JOIN_DONE,
	JOIN_REFUSED,		/* they contradict one another */
	JOIN_BAD		/* one of them is malformed or not one dossier */
};

/*
 * Adds the union to `to`, nothing unless it is done. The base is their common ancestor, by which records that
 * one of them took out or rewrote are known; NULL = not known. Problems: why not, or which ids are others now.
 */
enum join_result join_versions(const struct join_source *a, const struct join_source *b,
    const struct join_source *base, struct text *to, struct problems *);

#endif

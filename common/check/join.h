/* SPDX-License-Identifier: ISC */
#ifndef FASEN_JOIN_H
#define FASEN_JOIN_H

#include <stdbool.h>
#include <stddef.h>

#include "date.h"
#include "model.h"
#include "problem.h"
#include "text.h"
#include "turns.h"

/*
 * The union of two versions of one dossier that grew apart (fasen-check(1), "Joining"): every
 * record of both, in order of date, what both have once. The same bytes whichever comes first.
 */
struct join_source {
	const char *bytes;
	size_t n;
	const char *file;	/* its name in problems */
	const long *lines;	/* what line i + 1 is called there; NULL = so */
};

struct join {
	struct join_source a, b;
	struct join_source base;	/* what both come from; no bytes = not known */
	const struct turns *dossiers;	/* two of one person; NULL: two versions */
	const struct model *model;
	date today;
	struct text text;		/* the union; empty unless it is done */
	long *a_lines, *b_lines;	/* where the field on line i + 1 of each stands; 0 = not */
};

enum join_result {
	JOIN_DONE,
	JOIN_REFUSED,		/* they contradict one another, or the union would be wrong */
	JOIN_BAD		/* one of them is malformed or not one dossier */
};

/*
 * Makes the union. Problems: why not; or which ids are others now, what is questionable in the
 * union and in neither of them, and what is wrong in both. Again as often as wanted; join_clear
 * releases what was made.
 */
enum join_result join_run(struct join *, struct problems *);
void join_clear(struct join *);

#endif

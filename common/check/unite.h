/* SPDX-License-Identifier: ISC */
#ifndef FASEN_UNITE_H
#define FASEN_UNITE_H

#include <stdbool.h>

#include "join.h"

/*
 * Two dossiers of one person as one (fasen-check(1), "One person, one dossier"): that of the
 * earlier registration keeps its id and takes over the records of the other, its registration
 * aside, of which only fields that it lacks are taken. Of one that it took over before only what
 * was added since is taken.
 */
struct unite {
	const char *by;			/* who does it */
	const char *phases_of;		/* A or B, or an id: whose phases hold; NULL = not said */
	bool same_person;		/* said of two of other names, births or numbers */
};

/*
 * Makes of the join's sources a and b, two dossiers, the text of the one. Problems: why not; which
 * fields of b were not taken; and what a join says.
 */
enum join_result unite_run(struct join *, const struct unite *, struct problems *);

#endif

/* SPDX-License-Identifier: ISC */
#ifndef FASEN_IDENTITY_H
#define FASEN_IDENTITY_H

#include <stdbool.h>
#include <stddef.h>

#include "version.h"

/*
 * The goals or actions of a version by their id, and which of them are one with those of another
 * version. Two people give ids on their own, and an earlier join may have given one of them another
 * id: so one id may be two goals, and one goal may have two ids.
 */
struct identity {
	const char *key;
	struct piece *first;		/* its first record there */
	struct identity *one[2];	/* [0]: the same in the other version; of the ancestor: in
					   a and in b; or NULL */
	const char *becomes;		/* its id in the end */
	const struct identity *taker;	/* whose the id is in the end; NULL = nobody's yet */
	bool shared, kept;		/* the other version, the ancestor has a record of it */
	bool known;			/* the ancestor has it */
};

struct identities {
	struct version *version;
	enum kind kind;
	struct identity *at;		/* in order of id, d9 before d10 */
	size_t n;
};

/* The versions must have been matched. The ids must be released. */
void identities_read(struct identities *, struct version *, enum kind);
void identities_release(struct identities *);

/* The one of that id, or NULL. */
struct identity *identities_find(const struct identities *, const char *key);

/*
 * Finds which of the two versions are one: what the ancestor (NULL = not known) proves, also when
 * both rewrote it; what has a record in both under one id; what begins alike under two ids.
 */
void identities_link(struct identities *a, struct identities *b, struct identities *base);

/* d9 before d10. */
int identity_compare_keys(const char *a, const char *b);

#endif

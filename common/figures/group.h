/* SPDX-License-Identifier: ISC */
#ifndef FASEN_GROUP_H
#define FASEN_GROUP_H

#include <stddef.h>

#include "arena.h"
#include "attribute.h"
#include "fold.h"
#include "text.h"

/*
 * The groups of --group: the values of some attributes, written as one
 * string, tabs between them; \t \n \r \\ in a value as those two characters.
 */

/* In place of a code, number or date that cannot be: it can be anything, a name too. */
#define GROUP_UNKNOWN "onbekend"

/* The value of the attribute as it is shown. */
const char *group_shown(const struct attribute *, const struct model *, const char *value);

/* The group of all groups, of that many names: no value is written so. */
void group_write_all(struct text *, size_t n);
bool group_is_all(const char *group);

/* What a report is divided by. */
struct group_by {
	const char *name;		/* of a field as in the dossier: "Begeleider"; else of
					   the attribute */
	struct attribute attribute;	/* not when parts are merged */
	struct attribute_sight sight;	/* of a field that only dossiers know */
};

/*
 * The groups that the client is in on the state's date; "-" where there is no value, one of "" when
 * not divided.
 */
struct groups {
	char **at;
	size_t n, cap;
	struct attribute_values *values;	/* room, one for each attribute */
	size_t nvalues;
};

void groups_find(struct groups *, const struct fold *, const struct group_by *, size_t n);
void groups_release(struct groups *);

/* Adds one value in that form. */
void group_write(struct text *, const char *value);

/*
 * The order of two words of a report: bytes, "-" and "" (none) last. Less than, equal to or more
 * than 0.
 */
int group_compare_word(const char *, const char *);

/* The order of two groups: that of their first values that differ. */
int group_compare(const char *, const char *);

/* The n-th value of a group, in the arena; "" when it has fewer. */
const char *group_value(const char *group, size_t n, struct arena *);

#endif

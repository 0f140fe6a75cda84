#ifndef FASEN_GROUP_H
#define FASEN_GROUP_H

#include <stddef.h>

#include "arena.h"
#include "state.h"
#include "text.h"

/*
 * The groups of --group: the values of some fields of client, written as one
 * string, tabs between them; \t \n \r \\ in a value as those two characters.
 */

/* The groups that the client is in on the state's date; "-" for a field without value, one of "" without fields. */
struct groups {
	char **at;
	size_t n, cap;
};

void groups_find(struct groups *, const struct state *, const char *const *fields, size_t nfields);
void groups_release(struct groups *);

/* Adds one value in that form. */
void group_write(struct text *, const char *value);

/* The order of two words of a report: bytes, "-" and "" (none) last. Less than, equal to or more than 0. */
int group_compare_word(const char *, const char *);

/* The order of two groups: that of their first values that differ. */
int group_compare(const char *, const char *);

/* The n-th value of a group, in the arena; "" when it has fewer. */
const char *group_value(const char *group, size_t n, struct arena *);

#endif

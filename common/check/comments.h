/* SPDX-License-Identifier: ISC */
#ifndef FASEN_COMMENTS_H
#define FASEN_COMMENTS_H

#include <stdbool.h>
#include <stddef.h>

#include "text.h"
#include "version.h"

/*
 * The comments of two versions as one: of both what either has; of what their common ancestor had,
 * where that is known, not what one of them took out. The same whichever version comes first.
 */

/* Some lines of a version: n bytes. */
struct passage {
	const char *at;
	size_t n;
};

/* `base` may be NULL. */
void comments_around(struct passage a, struct passage b, const struct passage *base,
    struct text *to);

/*
 * Adds the lines of a record that both have, or that p corrects in q, with the comments within it
 * of both; base: the same record there, or NULL. Of two ways to write it the longer one. Field i
 * comes to stand at[i] lines below its first; returns the record that has these fields.
 */
const struct record *comments_within(const struct piece *p, const struct piece *q,
    const struct piece *base, long *at, struct text *to);

/* Whether the record has a comment, before or within it, that the one of the base lacks. */
bool comments_added(const struct piece *p, const struct piece *base);

/*
 * Adds the comments before and within a record that do not stand in `known` (n = 0: all of them).
 */
void comments_of(const struct piece *p, struct passage known, struct text *to);

#endif

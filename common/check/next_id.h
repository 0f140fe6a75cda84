/* SPDX-License-Identifier: ISC */
#ifndef FASEN_NEXT_ID_H
#define FASEN_NEXT_ID_H

#include <stdbool.h>
#include <stddef.h>

#include "text.h"

/*
 * The ids that are free: behind each prefix (d of goals, d1. of the actions of d1) the number after
 * the highest that is taken. Begin with all zeroes; take all, then give.
 */
struct next_id {
	struct next_id_prefix *at;
	size_t n, cap;
	bool sorted;
};

/* An id that there is, of whatever form. */
void next_id_take(struct next_id *, const char *id);

/* Adds a free id behind the prefix to `id`, and takes it. */
void next_id_give(struct next_id *, const char *prefix, struct text *id);

void next_id_release(struct next_id *);

#endif

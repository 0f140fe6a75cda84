/* SPDX-License-Identifier: ISC */
#ifndef FASEN_NEAREST_H
#define FASEN_NEAREST_H

#include <stddef.h>

#include "text.h"

/*
 * Looks for the word somebody meant. Begin with nearest_begin, offer every
 * valid word, read `best`: NULL when none is near (more edits than a third of
 * the letters, at least one, at most three; optimal string alignment, case ignored).
 */
struct nearest {
	const char *word, *best;
	size_t distance;
};

void nearest_begin(struct nearest *, const char *word);
void nearest_offer(struct nearest *, const char *candidate);

/* Adds "; did you mean "WORD"?" to what is said of a word that is none; NULL adds nothing. */
void nearest_say(struct text *why, const char *word);

/* Edits (insert, delete, replace, swap of neighbours) between a and b, ASCII case ignored. */
size_t nearest_distance(const char *a, const char *b);

#endif

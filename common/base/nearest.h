#ifndef FASEN_NEAREST_H
#define FASEN_NEAREST_H

#include <stddef.h>

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

/* Edits (insert, delete, replace, swap of neighbours) between a and b, ASCII case ignored. */
size_t nearest_distance(const char *a, const char *b);

#endif

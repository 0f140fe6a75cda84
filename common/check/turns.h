/* SPDX-License-Identifier: ISC */
#ifndef FASEN_TURNS_H
#define FASEN_TURNS_H

#include <stdbool.h>
#include <stddef.h>

#include "date.h"

/*
 * Of two dossiers of one person what is said on the later of two days holds; these are the days on
 * which what the second one says is the later, for a trajectory of the first ended and one of the
 * second began.
 */
struct turns {
	date *at;
	size_t n;
};

static inline bool
turns_have(const struct turns *turns, date day)
{
	for (size_t i = 0; i < turns->n; i++)
		if (turns->at[i] == day)
			return true;
	return false;
}

#endif

/* SPDX-License-Identifier: ISC */
#ifndef FASEN_INDICATIONS_H
#define FASEN_INDICATIONS_H

#include <stdbool.h>

#include "fold.h"

/*
 * What a municipality pays for: of each Toewijzing, else Product, the latest indicatie of the
 * client. Begin with all zeroes.
 */
struct indications {
	const struct entry **at;
	size_t n, cap;
};

/* Those of the state; they live as long as it. Replaces what was in it. */
void indications_find(struct indications *, const struct fold *);
void indications_release(struct indications *);

/* Whether it is valid on the day: Van on it or before, no Tot or Tot on it or after. */
bool indication_valid(const struct entry *, date day);

/*
 * The last day of the unbroken validity that the day is in; when none is valid on it the last valid
 * day before. DATE_NONE when there is no such day, or no end. Puts them in order of Van.
 */
date indications_until(struct indications *, date day);

#endif

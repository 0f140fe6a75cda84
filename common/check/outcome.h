/* SPDX-License-Identifier: ISC */
#ifndef FASEN_OUTCOME_H
#define FASEN_OUTCOME_H

#include <stdbool.h>

#include "model.h"
#include "problem.h"
#include "text.h"
#include "version.h"

/*
 * The union of two versions judged as fasen-check(1) will judge it. An error that both have by
 * themselves was there before they grew apart and is only told; one that one of them brings, or
 * neither has, is an error of the union. Of warnings those are told that neither has.
 */
struct outcome {
	const struct text *text;		/* the union */
	struct piece *const *pieces;		/* its records in their order */
	size_t n;
	const struct version *a, *b;
	const long *a_lines, *b_lines;		/* where line i + 1 of each stands in it; 0 = not */
	const struct model *model;
	date today;
};

/*
 * Adds what is found, by the lines of the versions. Returns false when there is an error among it.
 */
bool outcome_judge(const struct outcome *, struct problems *warnings, struct problems *errors);

#endif

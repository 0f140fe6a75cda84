/* SPDX-License-Identifier: ISC */
#ifndef FASEN_WRAPPED_H
#define FASEN_WRAPPED_H

#include <stddef.h>

/* A text as lines that fit a width, in columns of a terminal. All zeroes is none. */
struct wrapped {
	char **at;
	size_t n, cap;
};

/*
 * Adds a text without line ends, in as many lines as it needs: broken at blanks where it can be,
 * else within the word. At least one.
 */
void wrapped_add(struct wrapped *, const char *, size_t width);

void wrapped_release(struct wrapped *);

#endif

#ifndef FASEN_HYPHEN_H
#define FASEN_HYPHEN_H

#include <stdbool.h>
#include <stddef.h>

/*
 * Where a Dutch word may be broken. groff has no Dutch patterns, so these are a few rules that are
 * all but always right (between doubled consonants, before and after well-known endings, after
 * well-known beginnings) rather than a full division: too few points, seldom a wrong one.
 *
 * letters[0..n) are lower-case a-z, any other letter as ?. Sets before[i] where a break may come
 * before letter i; at least two letters stay in front and three go to the next line.
 */
void hyphen_dutch(const char *letters, size_t n, bool *before);

#endif

/* SPDX-License-Identifier: ISC */
#include "nearest.h"

#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "problem.h"

static char
lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static size_t
least(size_t a, size_t b)
{
	return a < b ? a : b;
}

/*
 * Optimal string alignment (Boytsov 2011, section 2.1.2), keeping the last three rows of its
 * matrix.
 */
size_t
nearest_distance(const char *a, const char *b)
{
	size_t n = strlen(b), result;
	size_t *rows = alloc_new(3 * (n + 1), sizeof *rows);
	size_t *before = rows, *last = rows + n + 1, *row = rows + 2 * (n + 1), *free_row;

	for (size_t j = 0; j <= n; j++)
		last[j] = j;
	for (size_t i = 1; a[i - 1] != '\0'; i++) {
		row[0] = i;
		for (size_t j = 1; j <= n; j++) {
			char from = lower(a[i - 1]), to = lower(b[j - 1]);

			row[j] = least(least(last[j], row[j - 1]) + 1, last[j - 1] + (from != to));
			if (i > 1 && j > 1 && from == lower(b[j - 2]) && to == lower(a[i - 2]))
				row[j] = least(row[j], before[j - 2] + 1);
		}
		free_row = before;
		before = last;
		last = row;
		row = free_row;
	}
	result = last[n];
	free(rows);
	return result;
}

void
nearest_begin(struct nearest *nearest, const char *word)
{
	*nearest = (struct nearest){ .word = word };
}

void
nearest_offer(struct nearest *nearest, const char *candidate)
{
	size_t len = strlen(nearest->word), other = strlen(candidate);
	size_t limit = len / 3, distance;

	if (limit < 1)
		limit = 1;
	if (limit > 3)
		limit = 3;
	if ((len > other ? len - other : other - len) > limit)
		return;
	distance = nearest_distance(nearest->word, candidate);
	if (distance > limit || distance >= len ||
	    (nearest->best != NULL && distance >= nearest->distance))
		return;
	nearest->best = candidate;
	nearest->distance = distance;
}

void
nearest_say(struct text *why, const char *word)
{
	if (word != NULL)
		text_addf(why, _("; did you mean \"%s\"?"), word);
}

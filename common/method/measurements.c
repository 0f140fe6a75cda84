/* SPDX-License-Identifier: ISC */
#include "measurements.h"

#include <string.h>

static struct measurements
measured(const struct fold *s, const char *domain, const char *scale, size_t from)
{
	struct measurements is = { NULL, NULL, NULL };

	for (size_t i = 0; i < s->nscores; i++) {
		const struct score *score = &s->scores[i];

		if (score->trajectory < from || strcmp(score->domain, domain) != 0 ||
		    strcmp(score->scale, scale) != 0)
			continue;
		is.previous = is.latest;
		is.latest = score;
		if (is.first == NULL)
			is.first = score;
	}
	return is;
}

struct measurements
measurements_of(const struct fold *s, const char *domain, const char *scale)
{
	struct measurements current = measured(s, domain, scale, s->ntrajectories - 1);

	return current.latest != NULL ? current : measured(s, domain, scale, 0);
}

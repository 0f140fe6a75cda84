#include "series.h"

#include <stddef.h>

struct series
series_of(const struct state *s, const char *domain, const char *scale)
{
	size_t trajectory = s->ntrajectories - 1;
	struct series is = { NULL, NULL, NULL };
	const struct score *score;

	if (state_score(s, domain, scale, trajectory, 0) == NULL)
		trajectory = (size_t)-1;
	for (size_t i = 0; (score = state_score(s, domain, scale, trajectory, i)) != NULL; i++) {
		is.previous = is.latest;
		is.latest = score;
		if (is.first == NULL)
			is.first = score;
	}
	return is;
}

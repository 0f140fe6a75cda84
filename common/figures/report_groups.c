/* SPDX-License-Identifier: ISC */
#include "report_groups.h"

#include <stdlib.h>
#include <string.h>

#include "group.h"

static int
by_group(const void *a, const void *b)
{
	return group_compare(*(const char *const *)a, *(const char *const *)b);
}

const char **
report_groups(const struct report *r, struct tally *tally, struct arena *arena, size_t *n)
{
	size_t i, j, all;
	const struct tally_entry *const *e = tally_entries(tally, &all);
	const char **groups = arena_room(arena, (all + 2) * sizeof *groups);
	struct text total = { 0 };

	*n = 0;
	if (r->ngroups == 0)
		groups[(*n)++] = "";
	/* A group in which clients are only registered has no figures. */
	for (i = 0; i < all && r->ngroups > 0; i++)
		if (e[i]->key.measure != MEASURE_CLIENT && !group_is_all(e[i]->key.group) &&
		    (*n == 0 || strcmp(e[i]->key.group, groups[*n - 1]) != 0))
			groups[(*n)++] = e[i]->key.group;
	qsort(groups, *n, sizeof *groups, by_group);
	for (i = j = 0; i < *n; i++)
		if (j == 0 || strcmp(groups[i], groups[j - 1]) != 0)
			groups[j++] = groups[i];
	if (j > 0 && r->ngroups > 0) {
		group_write_all(&total, r->ngroups);
		groups[j] = arena_copy(arena, text_string(&total), total.len);
	}
	text_release(&total);
	*n = j;
	return groups;
}

/* SPDX-License-Identifier: ISC */
#include "indications.h"

#include <stdlib.h>
#include <string.h>

#include "alloc.h"

static bool
by_number(const struct entry *e)
{
	return entry_at(e, INDICATIE_TOEWIJZING) != NULL;
}

/* What makes two one: the number of the assignment, else the product. */
static int
compare_key(const struct entry *a, const struct entry *b)
{
	enum slot slot = by_number(a) ? INDICATIE_TOEWIJZING : INDICATIE_PRODUCT;

	if (by_number(a) != by_number(b))
		return by_number(a) ? -1 : 1;
	return strcmp(entry_text(a, slot), entry_text(b, slot));
}

/* Entries stand in folding order in one array. */
static int
by_key(const void *a, const void *b)
{
	const struct entry *x = *(const struct entry *const *)a;
	const struct entry *y = *(const struct entry *const *)b;
	int c = compare_key(x, y);

	return c != 0 ? c : x < y ? -1 : 1;
}

static int
by_begin(const void *a, const void *b)
{
	const struct entry *x = *(const struct entry *const *)a;
	const struct entry *y = *(const struct entry *const *)b;
	date dx = entry_day(x, INDICATIE_VAN), dy = entry_day(y, INDICATIE_VAN);

	return dx != dy ? (dx < dy ? -1 : 1) : x < y ? -1 : x > y;
}

void
indications_find(struct indications *all, const struct fold *s)
{
	size_t n = 0;

	all->n = 0;
	for (const struct entry *e = s->first[KIND_INDICATIE]; e != NULL; e = e->next) {
		all->at = alloc_room(all->at, &all->cap, all->n + 1, sizeof *all->at);
		all->at[all->n++] = e;
	}
	if (all->n > 1)
		qsort(all->at, all->n, sizeof *all->at, by_key);
	for (size_t i = 0; i < all->n; i++)
		if (i + 1 == all->n || compare_key(all->at[i], all->at[i + 1]) != 0)
			all->at[n++] = all->at[i];
	all->n = n;
}

void
indications_release(struct indications *all)
{
	free(all->at);
	*all = (struct indications){ 0 };
}

bool
indication_valid(const struct entry *e, date day)
{
	date begin = entry_day(e, INDICATIE_VAN), end = entry_day(e, INDICATIE_TOT);

	return begin != DATE_NONE && begin <= day && (end == DATE_NONE || end >= day);
}

date
indications_until(struct indications *all, date day)
{
	date until = DATE_NONE, past = DATE_NONE;

	if (all->n > 1)
		qsort(all->at, all->n, sizeof *all->at, by_begin);
	for (size_t i = 0; i < all->n; i++) {
		date begin = entry_day(all->at[i], INDICATIE_VAN);
		date end = entry_day(all->at[i], INDICATIE_TOT);

		if (begin == DATE_NONE || begin > (until == DATE_NONE ? day : until + 1))
			continue;
		if (end == DATE_NONE)
			return DATE_NONE;
		if (end >= day && end > until)
			until = end;
		else if (end < day && end >= begin && end > past)
			past = end;
	}
	return until != DATE_NONE ? until : past;
}

/* SPDX-License-Identifier: ISC */
#include "retraction.h"

#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "handle.h"

enum { FEW = 8 };	/* so many handles are looked for among the records, more in a table */

void
retraction_find(struct dossier *d)
{
	struct handle_search *search = handle_search_begin(d);
	struct handles handles = { 0 };
	size_t of, n = 0;

	d->nretractions = 0;
	for (size_t i = 1; i < d->n; i++) {
		const struct record *r = &d->records[i];
		const char *handle;

		if (r->kind != KIND_INTREKKING)
			continue;
		handle = record_text(r, INTREKKING_WAT);
		if (++n > FEW && handles.at == NULL)
			handles_read(&handles, d);
		of = n > FEW ? handles_find(&handles, handle) : handle_search(search,
		    record_text(r, INTREKKING_SOORT), handle);
		if (of == (size_t)-1)
			continue;
		d->retractions = alloc_room(d->retractions, &d->retractions_cap,
		    d->nretractions + 1, sizeof *d->retractions);
		d->retractions[d->nretractions++] =
		    (struct retraction){ (uint32_t)i, (uint32_t)of };
	}
	d->resolved = d->n;
	handle_search_end(search);
	handles_release(&handles);
}

void
retractions_begin(struct retractions *r, const struct dossier *d)
{
	struct dossier now = *d;

	*r = (struct retractions){ d->retractions, d->nretractions, NULL };
	if (!d->retracts || d->resolved >= d->n)
		return;
	now.retractions = NULL;
	now.retractions_cap = 0;
	retraction_find(&now);
	*r = (struct retractions){ now.retractions, now.nretractions, now.retractions };
}

void
retractions_end(struct retractions *r)
{
	free(r->own);
}

size_t
retractions_target(const struct retractions *r, size_t by)
{
	size_t low = 0, high = r->n;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (r->at[middle].by == by)
			return r->at[middle].of;
		if (r->at[middle].by < by)
			low = middle + 1;
		else
			high = middle;
	}
	return (size_t)-1;
}

/* Whether it is there, known by then, and of a record that can be taken back: any but the first. */
static bool
holds(const struct dossier *d, const struct retraction *r, date registered, date known)
{
	return r->by < d->n && r->of < d->n && r->of > 0 &&
	    record_recorded(&d->records[r->by], registered) <= known;
}

/*
 * One counts unless one that counts takes it back. So they are settled from those that nobody takes
 * back on; no handle can name what it is part of, but where one did, none of that circle counts.
 */
static bool
mark(const struct dossier *d, date known, bool *taken)
{
	date registered = record_day(&d->records[0], CLIENT_AANGEMELD);
	uint32_t *waits = alloc_new(d->n + 1, sizeof *waits);
	uint32_t *next = alloc_new(d->n + 1, sizeof *next);
	uint32_t *target = alloc_new(d->n + 1, sizeof *target);
	struct retractions all;
	size_t n = 0, done = 0;
	bool any = false;

	memset(taken, 0, d->n * sizeof *taken);
	retractions_begin(&all, d);
	for (size_t i = 0; i < all.n; i++)
		if (holds(d, &all.at[i], registered, known)) {
			target[all.at[i].by] = all.at[i].of;
			waits[all.at[i].of]++;
		}
	retractions_end(&all);
	for (uint32_t i = 0; i < d->n; i++)
		if (target[i] > 0 && waits[i] == 0)
			next[n++] = i;
	while (done < n) {
		uint32_t by = next[done++], of = target[by];

		if (!taken[by])
			any = taken[of] = true;
		if (--waits[of] == 0 && target[of] > 0)
			next[n++] = of;
	}
	free(waits);
	free(next);
	free(target);
	return any;
}

bool *
retraction_marks(const struct dossier *d, date known)
{
	bool *taken;

	if (!d->retracts)
		return NULL;
	taken = alloc_new(d->n, sizeof *taken);
	if (mark(d, known, taken))
		return taken;
	free(taken);
	return NULL;
}

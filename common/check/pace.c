/* SPDX-License-Identifier: ISC */
#include "pace.h"

#include <stdlib.h>
#include <string.h>

#include "alloc.h"

/* What was entered, in the order of the days and, on one day, of the records. */
struct phases {
	const struct entry **at;
	size_t n;
};

/* The last phase that was entered before the record on that day; or NULL. */
static const struct entry *
entered(const struct phases *p, date day, const struct record *before)
{
	size_t low = 0, high = p->n;

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		const struct entry *e = p->at[middle];

		if (e->op < day || (e->op == day && e->first < before))
			low = middle + 1;
		else
			high = middle;
	}
	return low > 0 ? p->at[low - 1] : NULL;
}

static void
check(const struct fold *s, const struct phases *phases, const struct record *r,
    struct problems *problems)
{
	const struct dossier *d = s->dossier;
	const struct field *since = record_at(r, FASE_SINDS);
	const struct entry *phase = entered(phases, r->op, r), *then;

	if (since->is.day == DATE_NONE)
		return;
	then = entered(phases, since->is.day, d->records + d->n);
	if (then == NULL || then->op != since->is.day)
		problems_add(problems, PROBLEM_ERROR, "pace", d->file, since->line,
		    since->name, _("no phase was entered on that day"));
	else if (phase == NULL || phase->op != since->is.day)
		problems_add(problems, PROBLEM_WARNING, "pace", d->file, since->line,
		    since->name, _("the phase of that day is not the present one by then, "
		    "so that nothing changes"));
	else if (strcmp(record_text(r, FASE_FASE), record_text(phase->first, FASE_FASE)) != 0)
		problems_add(problems, PROBLEM_WARNING, "pace", d->file, r->line,
		    schema_name(KIND_FASE, FASE_FASE),
		    _("another phase than the one that was entered on that day"));
}

void
pace_check(const struct fold *s, size_t from, struct problems *problems)
{
	struct phases phases = { alloc_new(s->n, sizeof *phases.at), 0 };

	for (const struct entry *e = s->first[KIND_FASE]; e != NULL; e = e->next)
		phases.at[phases.n++] = e;
	for (size_t i = from; i < s->dossier->n; i++) {
		const struct record *r = &s->dossier->records[i];

		if (fold_paces(r) && !fold_taken(s, r))
			check(s, &phases, r, problems);
	}
	free(phases.at);
}

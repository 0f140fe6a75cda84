/* SPDX-License-Identifier: ISC */
#include "pace.h"

#include <string.h>

/* The phase that is the present one when the record is recorded, by day and place; or NULL. */
static const struct entry *
present(const struct fold *s, const struct record *r)
{
	const struct entry *e, *phase = NULL;

	for (e = s->first[KIND_FASE]; e != NULL; e = e->next)
		if (e->op < r->op || (e->op == r->op && e->first < r))
			phase = e;
	return phase;
}

static bool
entered_on(const struct fold *s, date day)
{
	const struct entry *e = s->first[KIND_FASE];

	while (e != NULL && e->op != day)
		e = e->next;
	return e != NULL;
}

static void
check(const struct fold *s, const struct record *r, struct problems *problems)
{
	const struct field *since = record_at(r, FASE_SINDS);
	const struct entry *phase = present(s, r);

	if (since->is.day == DATE_NONE)
		return;
	if (!entered_on(s, since->is.day))
		problems_add(problems, PROBLEM_ERROR, "pace", s->dossier->file, since->line,
		    since->name, _("no phase was entered on that day"));
	else if (phase == NULL || phase->op != since->is.day)
		problems_add(problems, PROBLEM_WARNING, "pace", s->dossier->file, since->line,
		    since->name, _("the phase of that day is not the present one by then, "
		    "so that nothing changes"));
	else if (strcmp(record_text(r, FASE_FASE), record_text(phase->first, FASE_FASE)) != 0)
		problems_add(problems, PROBLEM_WARNING, "pace", s->dossier->file, r->line,
		    schema_name(KIND_FASE, FASE_FASE),
		    _("another phase than the one that was entered on that day"));
}

void
pace_check(const struct fold *s, size_t from, struct problems *problems)
{
	for (size_t i = from; i < s->dossier->n; i++) {
		const struct record *r = &s->dossier->records[i];

		if (fold_paces(r) && !fold_taken(s, r))
			check(s, r, problems);
	}
}

/* SPDX-License-Identifier: ISC */
#include "appended.h"

#include "finding.h"
#include "fit.h"
#include "requirement.h"

/* The kinds that may allow a move to another phase, as a set. */
static uint32_t
moving(const struct model *m)
{
	uint32_t kinds = (uint32_t)1 << KIND_EVALUATIE;

	for (size_t i = 0; i < m->nphases; i++)
		for (size_t j = 0; j < m->phases[i].nconditions; j++)
			kinds |= requirement_kinds(&m->phases[i].conditions[j]);
	return kinds;
}

/*
 * Whether what was appended leaves what is found in the records before it as it is: it amends
 * nothing, moves no phase and ends no trajectory, and what may allow a move is of a day after the
 * latest phase. So most of what is recorded is judged alone, not with all of a dossier's years.
 */
static bool
stands_alone(const struct dossier *d, const struct model *m)
{
	date latest = DATE_NONE;
	size_t i;

	for (i = 0; i < d->read; i++)
		if (d->records[i].kind == KIND_FASE && d->records[i].op > latest)
			latest = d->records[i].op;
	for (i = d->read; i < d->n; i++) {
		const struct record *r = &d->records[i];

		if (r->spec == NULL || r->spec->amends || r->kind == KIND_FASE ||
		    r->kind == KIND_INTREKKING || r->kind == KIND_UITSTROOM ||
		    r->kind == KIND_INTAKE ||
		    (r->op <= latest && moving(m) >> r->kind & 1))
			return false;
	}
	return d->read > 0 && d->n > d->read;
}

bool
appended_judge(const struct dossier *d, const struct model *m, date today, struct fold *s,
    struct problems *problems)
{
	struct dossier then = *d;
	struct fold folded = { 0 };
	struct problems now = { 0 }, before = { 0 };
	bool good;

	for (size_t i = d->read; i < d->n; i++)
		dossier_judge_record(d, &d->records[i], &now);
	finding_dossier(d, stands_alone(d, m) ? d->read : 0, m, today, s, &now);
	then.n = then.read;
	/* In order of lines: where the first one is appended, all are new. */
	if (now.n > 0 && then.n > 0 && dossier_appended_at(d, now.at[0].line) == (size_t)-1)
		finding_dossier(&then, 0, m, today, &folded, &before);
	for (size_t i = d->read; i < d->n && !d->malformed; i++)
		if (d->records[i].kind == KIND_CLIENT)
			fit_check(s, &d->records[i], &now);
	good = finding_new(&now, &before, true, problems, NULL);
	fold_release(&folded);
	problems_release(&now);
	problems_release(&before);
	return good;
}

void
appended_draft(const struct draft *draft, const struct model *m, struct problems *problems)
{
	struct dossier d = { .id = "x" };
	struct problems found = { 0 }, warnings = { 0 };
	struct draft first;

	draft_of(&first, KIND_CLIENT);
	dossier_append(&d, &first);
	dossier_append(&d, draft);
	dossier_judge_record(&d, &d.records[1], &found);
	finding_record(&d, &d.records[1], m, true, &found);
	for (size_t i = 0; i < found.n; i++) {
		struct problem *p = &found.at[i];

		p->line = 0;
		problems_take(p->severity == PROBLEM_ERROR ? problems : &warnings, p);
	}
	found.n = 0;
	problems_release(&found);
	problems_release(&warnings);
	draft_release(&first);
	dossier_release(&d);
}

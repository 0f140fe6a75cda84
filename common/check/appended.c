#include "appended.h"

#include "finding.h"

bool
appended_judge(const struct dossier *d, const struct model *m, date today, struct state *s,
    struct problems *problems)
{
	struct dossier then = *d;
	struct state folded = { 0 };
	struct problems now = { 0 }, before = { 0 };
	bool good;

	for (size_t i = d->read; i < d->n; i++)
		dossier_judge_record(d, &d->records[i], &now);
	finding_dossier(d, m, today, s, &now);
	then.n = then.read;
	/* In order of lines: where the first one is appended, all are new. */
	if (now.n > 0 && then.n > 0 && dossier_appended_at(d, now.at[0].line) == (size_t)-1)
		finding_dossier(&then, m, today, &folded, &before);
	good = finding_new(&now, &before, true, problems);
	state_release(&folded);
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

	draft_begin(&first, "client");
	dossier_append(&d, &first);
	dossier_append(&d, draft);
	dossier_judge_record(&d, &d.records[1], &found);
	finding_record(&d, &d.records[1], m, &found);
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

#include "appended.h"

#include <stdlib.h>
#include <string.h>

#include "finding.h"

static int
compare(const struct problem *p, const struct problem *q)
{
	int c;

	if (p->line != q->line)
		return p->line < q->line ? -1 : 1;
	c = strcmp(p->code, q->code);
	return c != 0 ? c : strcmp(p->field == NULL ? "" : p->field, q->field == NULL ? "" : q->field);
}

/* Of one kind the graver ones come first. */
static int
by_place(const void *a, const void *b)
{
	const struct problem *p = a, *q = b;
	int c = compare(p, q);

	if (c == 0)
		c = (int)q->severity - (int)p->severity;
	return c != 0 ? c : strcmp(p->text, q->text);
}

/* An error stays the same one when its limit moves; a warning is to be said in the words that fasen-check has for it. */
static bool
same(const struct problem *before, const struct problem *now)
{
	return compare(before, now) == 0 && before->severity >= now->severity &&
	    (now->severity == PROBLEM_ERROR || strcmp(before->text, now->text) == 0);
}

static void
sort(struct problems *problems)
{
	if (problems->n > 0)
		qsort(problems->at, problems->n, sizeof *problems->at, by_place);
}

/* Moves the problems that were not there before, or were less grave. Returns whether none is an error. */
static bool
take_new(struct problems *now, struct problems *before, struct problems *to)
{
	struct problems old = { 0 }, new = { 0 };
	size_t j = 0;
	bool good;

	sort(now);
	sort(before);
	for (size_t i = 0; i < now->n; i++) {
		struct problem *p = &now->at[i];

		while (j < before->n && compare(&before->at[j], p) < 0)
			j++;
		problems_take(j < before->n && same(&before->at[j], p) ? &old : &new, p);
		if (j < before->n && compare(&before->at[j], p) == 0)
			j++;
	}
	now->n = 0;
	good = !problems_error(&new);
	problems_move(to, &new);
	problems_release(&old);
	problems_release(&new);
	return good;
}

bool
appended_judge(const struct dossier *d, const struct model *m, date today, struct state *s, struct problems *problems)
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
	good = take_new(&now, &before, problems);
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
		found.at[i].line = 0;
		problems_take(found.at[i].severity == PROBLEM_ERROR ? problems : &warnings, &found.at[i]);
	}
	found.n = 0;
	problems_release(&found);
	problems_release(&warnings);
	draft_release(&first);
	dossier_release(&d);
}

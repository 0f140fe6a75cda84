/* SPDX-License-Identifier: ISC */
#include "outcome.h"

#include "finding.h"
#include "fold.h"

/*
 * What a version shows by itself, at the lines of the union. What is not in the union is forgotten.
 */
static void
find_before(const struct outcome *o, const struct version *v, const long *lines,
    struct problems *before)
{
	struct problems found = { 0 }, gone = { 0 };
	struct fold s = { 0 };
	size_t i;

	finding_dossier(&v->dossier, 0, o->model, o->today, &s, &found);
	for (i = 0; i < found.n; i++) {
		found.at[i].line = found.at[i].line > 0 ? lines[found.at[i].line - 1] : 0;
		problems_take(found.at[i].line > 0 ? before : &gone, &found.at[i]);
	}
	found.n = 0;
	problems_release(&found);
	problems_release(&gone);
	fold_release(&s);
}

static size_t
record_on(const struct dossier *d, long line)
{
	size_t low = 0, high = d->n;

	while (high - low > 1) {
		size_t middle = low + (high - low) / 2;

		if (d->records[middle].line <= line)
			low = middle;
		else
			high = middle;
	}
	return low;
}

/* The line of the version that a line of the union is. */
static long
line_before(const struct record *joined, const struct piece *p, long line)
{
	size_t i;

	for (i = 0; i < joined->n && i < p->record->n; i++)
		if (joined->fields[i].line == line)
			return version_line(p->of, p->record->fields[i].line);
	return version_line(p->of, p->record->line);
}

/* What was found in the union, by the lines of that version (NULL = of either). */
struct said {
	const struct version *of;
	const char *format;
	bool known;		/* an error that was there before */
};

static void
say(const struct outcome *o, const struct dossier *d, const struct problems *found,
    const struct said *how, struct problems *warnings, struct problems *errors)
{
	for (size_t i = 0; i < found->n; i++) {
		const struct problem *p = &found->at[i];
		size_t record = record_on(d, p->line);
		const struct piece *piece = o->pieces[record];
		bool error = p->severity == PROBLEM_ERROR && !how->known;

		if (how->of != NULL && p->severity != PROBLEM_ERROR)
			continue;
		if (how->of != NULL && piece->of != how->of && piece->twin != NULL)
			piece = piece->twin;
		problems_add(error ? errors : warnings, error ? PROBLEM_ERROR : PROBLEM_WARNING,
		    p->code, piece->of->dossier.file,
		    line_before(&d->records[record], piece, p->line), p->field, how->format,
		    p->text);
	}
}

static void
say_all(const struct outcome *o, const struct dossier *d, struct problems *now,
    struct problems *warnings, struct problems *errors)
{
	struct problems of_a = { 0 }, of_b = { 0 }, in_a = { 0 }, not_in_a = { 0 };
	struct problems in_b = { 0 }, in_both = { 0 }, alone = { 0 }, new = { 0 };
	const struct said united = { NULL, _("once joined: %s"), false };
	const struct said by_a = { o->a, "%s", false }, by_b = { o->b, "%s", false };
	const struct said before = { o->a, _("in both versions already: %s"), true };

	find_before(o, o->a, o->a_lines, &of_a);
	find_before(o, o->b, o->b_lines, &of_b);
	finding_new(now, &of_a, false, &not_in_a, &in_a);
	finding_new(&not_in_a, &of_b, false, &new, &in_b);
	finding_new(&in_a, &of_b, false, &alone, &in_both);
	say(o, d, &alone, &by_a, warnings, errors);
	say(o, d, &in_b, &by_b, warnings, errors);
	say(o, d, &new, &united, warnings, errors);
	say(o, d, &in_both, &before, warnings, errors);
	problems_release(&of_a);
	problems_release(&of_b);
	problems_release(&in_a);
	problems_release(&not_in_a);
	problems_release(&in_b);
	problems_release(&in_both);
	problems_release(&alone);
	problems_release(&new);
}

bool
outcome_judge(const struct outcome *o, struct problems *warnings, struct problems *errors)
{
	struct problems now = { 0 };
	struct version joined = { 0 };
	struct fold s = { 0 };
	size_t said = errors->n;

	if (!version_read(&joined, o->text->at, o->text->len, o->a->dossier.file, false, &now) ||
	    joined.n != o->n)
		problems_add(errors, PROBLEM_ERROR, "union", o->a->dossier.file, 0, NULL,
		    _("the union with %s cannot be read; nothing was written"), o->b->dossier.file);
	else {
		problems_clear(&now);
		finding_dossier(&joined.dossier, 0, o->model, o->today, &s, &now);
		if (now.n > 0)
			say_all(o, &joined.dossier, &now, warnings, errors);
	}
	fold_release(&s);
	version_release(&joined);
	problems_release(&now);
	return errors->n == said;
}

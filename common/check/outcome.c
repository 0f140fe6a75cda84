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

static bool
say_new(const struct outcome *o, const struct dossier *d, struct problems *new,
    struct problems *warnings,
    struct problems *errors)
{
	bool good = true;
	size_t i;

	for (i = 0; i < new->n; i++) {
		const struct problem *p = &new->at[i];
		size_t record = record_on(d, p->line);
		const struct piece *piece = o->pieces[record];
		bool error = p->severity == PROBLEM_ERROR;

		problems_add(error ? errors : warnings, p->severity, p->code,
		    piece->of->dossier.file,
		    line_before(&d->records[record], piece, p->line), p->field,
		    _("once joined: %s"), p->text);
		good = good && !error;
	}
	return good;
}

/* Whether only its version knows of it. */
static bool
alone(const struct piece *p)
{
	return p->twin == NULL && p->instead == NULL;
}

static void
find_returns(const struct outcome *o, const struct dossier *d, const struct fold *s,
    struct problems *warnings)
{
	const struct entry *e;
	size_t t = 0;

	for (e = s->first[KIND_FASE]; e != NULL; e = e->next) {
		const struct piece *begin, *closing;

		if (e->trajectory <= t)
			continue;
		t = e->trajectory;
		begin = o->pieces[e->first - d->records];
		closing = o->pieces[s->trajectories[t - 1].closing->first - d->records];
		if (!alone(begin) || !alone(closing) || begin->of == closing->of)
			continue;
		problems_add(warnings, PROBLEM_WARNING, "return", begin->of->dossier.file,
		    version_line(begin->of, begin->record->line),
		    schema_name(KIND_FASE, FASE_FASE),
		    _("makes a return of the client after the closing at %s:%ld, "
		    "which this version did not know"),
		    closing->of->dossier.file, version_line(closing->of, closing->record->line));
	}
}

/* A trajectory that one version began and the other, which did not know of it, ended. */
static void
find_ends(const struct outcome *o, const struct dossier *d, const struct fold *s,
    struct problems *warnings)
{
	size_t t = 0;

	for (const struct entry *e = s->first[KIND_FASE]; e != NULL; e = e->next) {
		const struct entry *last;
		const struct piece *begin, *closing;

		if (e->trajectory <= t)
			continue;
		t = e->trajectory;
		last = s->trajectories[t].closing;
		begin = o->pieces[e->first - d->records];
		closing = last == NULL ? begin : o->pieces[last->first - d->records];
		if (!alone(begin) || !alone(closing) || begin->of == closing->of)
			continue;
		problems_add(warnings, PROBLEM_WARNING, "return", closing->of->dossier.file,
		    version_line(closing->of, closing->record->line),
		    schema_name(KIND_FASE, SLOT_OP),
		    _("ends the trajectory that began at %s:%ld, "
		    "which this version did not know"),
		    begin->of->dossier.file, version_line(begin->of, begin->record->line));
	}
}

bool
outcome_judge(const struct outcome *o, struct problems *warnings, struct problems *errors)
{
	struct problems now = { 0 }, before = { 0 }, new = { 0 };
	struct version joined = { 0 };
	struct fold s = { 0 };
	bool good = false;

	if (!version_read(&joined, o->text->at, o->text->len, o->a->dossier.file, false, &now) ||
	    joined.n != o->n)
		problems_add(errors, PROBLEM_ERROR, "union", o->a->dossier.file, 0, NULL,
		    _("the union with %s cannot be read; nothing was written"), o->b->dossier.file);
	else {
		problems_clear(&now);
		finding_dossier(&joined.dossier, 0, o->model, o->today, &s, &now);
		if (now.n > 0) {
			find_before(o, o->a, o->a_lines, &before);
			find_before(o, o->b, o->b_lines, &before);
		}
		finding_new(&now, &before, false, &new);
		good = say_new(o, &joined.dossier, &new, warnings, errors);
		find_returns(o, &joined.dossier, &s, warnings);
		find_ends(o, &joined.dossier, &s, warnings);
	}
	fold_release(&s);
	version_release(&joined);
	problems_release(&now);
	problems_release(&before);
	problems_release(&new);
	return good;
}

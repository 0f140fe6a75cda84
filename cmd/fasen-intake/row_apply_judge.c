/* SPDX-License-Identifier: ISC */
#include "row_apply.h"

#include <string.h>

#include "record_one.h"

/* Adds each phase of the row that begins a trajectory anew: elsewhere that is asked for by name. */
static void
find_returns(const struct fold *s, struct problems *found)
{
	size_t last = 0;
	char day[DATE_SIZE];

	for (const struct entry *e = s->first[KIND_FASE]; e != NULL; e = e->next) {
		const struct field *f = record_at(e->first, FASE_FASE);

		if (e->trajectory > last && f != NULL && dossier_appended(s->dossier, e->first))
			problems_add(found, PROBLEM_WARNING, "return", s->dossier->file, f->line,
			    f->name, _("begins a new trajectory, after the closing on %s"),
			    date_format(s->trajectories[e->trajectory - 1].end, day));
		last = e->trajectory;
	}
}

bool
row_apply_judge(struct row_apply *p, struct dossier *d, bool closed)
{
	struct problems found = { 0 };
	bool good = record_one_judge(p->reader->call, d, closed, &p->state, &found) &&
	    !problems_error(&p->row->problems);

	if (good)
		find_returns(&p->state, &found);
	for (size_t i = 0; i < found.n; i++) {
		const struct problem *q = &found.at[i];
		const char *field = q->field != NULL ? q->field : "";
		size_t at = dossier_appended_at(d, q->line);

		if (!good && q->severity != PROBLEM_ERROR)
			continue;
		/* Of a field that the file does not have, once a file is enough. */
		if (strcmp(q->code, "fit") == 0 && p->reader->lack_said &&
		    !row_fills(p->reader, field))
			continue;
		if (at != (size_t)-1)
			row_problem(p->reader, p->rows, p->row, p->appended[at], q->severity,
			    q->code, field, q->text);
		else
			problems_add(&p->row->problems, q->severity, q->code, p->reader->file,
			    rows_line(p->rows), NULL, "%s:%ld: %s%s%s", q->file, q->line, field,
			    field[0] != '\0' ? ": " : "", q->text);
	}
	problems_release(&found);
	return good;
}

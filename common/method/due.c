/* SPDX-License-Identifier: ISC */
#include "due.h"

static date
first_entry(const struct fold *s, size_t phase)
{
	const struct entry *e;

	for (e = s->first[KIND_FASE]; e != NULL; e = e->next)
		if (fold_current(s, e) && e->phase == &s->model->phases[phase])
			return e->op;
	return DATE_NONE;
}

date
due_evaluation(const struct fold *s)
{
	const struct model *m = s->model;
	const struct entry *last = fold_last(s, KIND_EVALUATIE, true);
	date since = DATE_NONE, due;

	if (fold_closed(s))
		return DATE_NONE;
	if (last != NULL) {
		if (entry_day(last, EVALUATIE_VOLGENDE) != DATE_NONE)
			return entry_day(last, EVALUATIE_VOLGENDE);
		since = last->op;
	} else if (m->evaluation_from < m->nphases)
		since = first_entry(s, m->evaluation_from);
	if (since == DATE_NONE || m->evaluation_days == 0)
		return DATE_NONE;
	due = since + (date)m->evaluation_days;
	return due > DATE_LAST ? DATE_NONE : due;
}

date
due_retention(const struct fold *s)
{
	if (!fold_closed(s))
		return DATE_NONE;
	return date_add_years(fold_trajectory(s)->end, (int)s->model->keep_years);
}

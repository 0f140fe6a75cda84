/* SPDX-License-Identifier: ISC */
#include <string.h>

#include "result_table.h"

static bool
same_key(const struct result_table *s, const struct result_row *a, const struct result_row *b)
{
	size_t i;

	for (i = 0; i < s->ncolumns; i++)
		if ((s->columns[i].role == COLUMN_GROUP || s->columns[i].role == COLUMN_LABEL) &&
		    strcmp(a->cells[i].word, b->cells[i].word) != 0)
			return false;
	return true;
}

/* The column of the row's period in the new table, made when it is the first of it. */
static size_t
period_column(struct result_tables *sheets, struct result_table *to, const struct cell *period,
    size_t keys)
{
	size_t i;

	for (i = keys; i < to->ncolumns; i++)
		if (strcmp(to->columns[i].name, period->word) == 0)
			return i;
	result_column(sheets, to, period->word, period->label != NULL ? period->label :
	    period->word, CELL_COUNT, COLUMN_FIGURE);
	return i;
}

struct result_table *
results_beside(struct result_tables *sheets, const struct result_table *s, size_t figure)
{
	struct result_table *to = results_add(sheets, s->view, s->title, CHART_NONE);
	/* of each row its period's column */
	size_t *at = arena_room(&sheets->arena, (s->nrows + 1) * sizeof *at);
	/* and its row */
	size_t *place = arena_room(&sheets->arena, (s->nrows + 1) * sizeof *place);
	size_t keys, i, j, k, period = 0;

	for (i = 0; i < s->ncolumns; i++)
		if (s->columns[i].role == COLUMN_PERIOD)
			period = i;
		else if (s->columns[i].role != COLUMN_FIGURE) {
			if (i == s->label)
				to->label = to->ncolumns;
			result_column(sheets, to, s->columns[i].name, s->columns[i].heading,
			    CELL_WORD, s->columns[i].role);
		}
	keys = to->ncolumns;
	for (i = 0; i < s->nrows; i++)
		at[i] = period_column(sheets, to, &s->rows[i].cells[period], keys);
	for (i = 0; i < s->nrows; i++) {
		const struct result_row *row = &s->rows[i];

		for (j = 0; j < i && !same_key(s, row, &s->rows[j]); j++)
			continue;
		place[i] = j < i ? place[j] : to->nrows;
		if (j == i) {
			struct result_row *made = result_row(sheets, to);

			for (j = k = 0; j < s->ncolumns; j++)
				if (s->columns[j].role == COLUMN_GROUP ||
				    s->columns[j].role == COLUMN_LABEL)
					made->cells[k++] = row->cells[j];
		}
		to->rows[place[i]].cells[at[i]] = row->cells[figure];
	}
	return to;
}

/* SPDX-License-Identifier: ISC */
#include "course.h"

#include <string.h>

void
course_read(const struct result_table *s, const struct result_row *row, struct course *c)
{
	memset(c, 0, sizeof *c);
	for (size_t i = 0; i < s->ncolumns && c->n < COURSE; i++)
		if (s->columns[i].course && s->columns[i].type != CELL_WORD)
			c->at[c->n++] = &row->cells[i];
	for (size_t i = 0; i < c->n; i++) {
		double length = cell_length(c->at[i]);

		c->most = length > c->most ? length : c->most;
	}
}

bool
course_there(const struct course *c, size_t i)
{
	return c->at[i]->type != CELL_EMPTY && c->at[i]->type != CELL_HIDDEN;
}

void
course_bars(const struct course *c, struct text *to)
{
	static const char *const blocks[] = { "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█" };
	const size_t highest = sizeof blocks / sizeof *blocks - 1;

	for (size_t i = 0; i < c->n; i++) {
		double share = c->most > 0 ? cell_length(c->at[i]) / c->most : 0;

		text_adds(to, course_there(c, i) ? blocks[(size_t)(share * (double)highest + .5)] :
		    " ");
	}
}

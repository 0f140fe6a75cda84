/* SPDX-License-Identifier: ISC */
#include "grid.h"

#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "message.h"
#include "schema.h"

static void
empty(struct grid *g)
{
	for (size_t i = 0; i < g->ncolumns; i++)
		free(g->columns[i].heading);
	for (size_t i = 0; i < g->ncells; i++)
		free(g->cells[i]);
	free(g->caption);
	g->caption = NULL;
	g->ncolumns = g->ncells = 0;
	g->open = false;
}

void
grid_begin(struct grid *g, const char *caption)
{
	empty(g);
	g->caption = alloc_copy(caption);
	g->open = true;
}

static void
add_column(struct grid *g, const struct source *s)
{
	struct flow_column *column;
	long weight;

	if (!schema_number(s->fields[0], &weight) || weight < 1 || weight > 1000)
		source_refuse(s, _("a weight from 1 to 1000"));
	g->columns = alloc_room(g->columns, &g->columns_cap, g->ncolumns + 1, sizeof *g->columns);
	column = &g->columns[g->ncolumns++];
	*column = (struct flow_column){ alloc_copy(s->fields[2]), (int)weight,
	    strcmp(s->fields[1], "right") == 0 };
}

static void
add_row(struct grid *g, const struct source *s)
{
	g->cells = alloc_room(g->cells, &g->cells_cap, g->ncells + s->n, sizeof *g->cells);
	for (size_t i = 0; i < s->n; i++)
		g->cells[g->ncells++] = alloc_copy(s->fields[i]);
}

void
grid_take(struct grid *g, const struct source *s, struct flow *to)
{
	if (strcmp(s->word, "column") == 0 && s->n == 3 && g->ncells == 0) {
		add_column(g, s);
	} else if (strcmp(s->word, "row") == 0 && s->n == g->ncolumns && s->n != 0) {
		add_row(g, s);
	} else if (strcmp(s->word, "table-end") == 0 && s->n == 0 && g->ncolumns != 0) {
		flow_table(to, g->caption, g->columns, g->ncolumns, g->cells, g->ncells);
		empty(g);
	} else
		source_refuse(s, _("a column, a row with a field for each, or table-end"));
}

void
grid_release(struct grid *g)
{
	empty(g);
	free(g->columns);
	free(g->cells);
}

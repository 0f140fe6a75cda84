/* SPDX-License-Identifier: ISC */
#ifndef FASEN_GRID_H
#define FASEN_GRID_H

#include "flow.h"
#include "source.h"

/* A table while it is read: its columns, then its cells row by row. */
struct grid {
	bool open;
	char *caption;
	struct flow_column *columns;
	size_t ncolumns, columns_cap;
	char **cells;
	size_t ncells, cells_cap;
};

void grid_begin(struct grid *, const char *caption);

/* Takes a line in it; at its end the table is added to the flow. */
void grid_take(struct grid *, const struct source *, struct flow *);

void grid_release(struct grid *);

#endif

#ifndef FASEN_HANDLE_COLUMN_H
#define FASEN_HANDLE_COLUMN_H

#include "cmdline.h"
#include "handle.h"
#include "table_writer.h"

/*
 * The last column of a view when --handles asks for it: what the record of the row is called. The
 * table is begun with all columns; without --handles the last of them is left out, as the number
 * that handle_column_count returns says.
 */
struct handle_column {
	const struct cmdline *call;
	const struct dossier *dossier;
	struct handles handles;
};

#define HANDLE_COLUMN "merk"

size_t handle_column_count(const struct cmdline *, size_t columns);

/* Turns to another dossier. */
void handle_column_turn(struct handle_column *, const struct cmdline *, const struct dossier *);

/* Writes the cell, empty for NULL; nothing without --handles. */
void handle_column_cell(struct handle_column *, struct table_writer *, const struct record *);

/* All handles of the dossier at hand; NULL without --handles. */
const struct handles *handle_column_all(const struct handle_column *);

void handle_column_release(struct handle_column *);

#endif

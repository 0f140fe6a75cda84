/* SPDX-License-Identifier: ISC */
#include "result_exact.h"

#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "schema.h"

enum table_type
result_type(const struct column *c)
{
	bool code = strcmp(c->name, COL_CLIENT) == 0 || strcmp(c->name, COL_FASE) == 0 ||
	    strcmp(c->name, COL_BETREFT) == 0;

	return c->type == CELL_WORD ? (code ? TABLE_CODE : TABLE_WORD) :
	    c->type == CELL_DATE ? TABLE_DATE : TABLE_NUMBER;
}

static void
write_exact(const struct result_table *sheet, struct table_writer *table, bool view_column)
{
	struct table_column *columns = alloc_new(sheet->ncolumns + 1, sizeof *columns);
	struct text value = { 0 };
	size_t i, j;

	for (i = 0; i < sheet->ncolumns; i++) {
		columns[i].name = sheet->columns[i].name;
		columns[i].type = result_type(&sheet->columns[i]);
	}
	columns[i].name = COL_LOPEND;
	columns[i].type = TABLE_CODE;
	table_begin(table, sheet->view, view_column, NULL, columns, sheet->ncolumns + 1);
	for (i = 0; i < sheet->nrows; i++) {
		const struct result_row *row = result_at(sheet, i);

		for (j = 0; j < sheet->ncolumns; j++) {
			text_clear(&value);
			cell_write(&row->cells[j], &value);
			table_cell(table, text_string(&value));
		}
		table_cell(table, AKKOORD_words[row->running ? AKKOORD_JA : AKKOORD_NEE]);
	}
	table_end(table);
	text_release(&value);
	free(columns);
}

/* Beside the tables of json. */
static void
add_dossiers(const struct result_tables *s, struct table_writer *table)
{
	static const char *const names[DOSSIERS] = { "gelezen", COL_MEEGETELD,
	    "niet_meegeteld", "dubbel" };
	struct text count[DOSSIERS] = { 0 };
	const char *values[DOSSIERS];

	for (size_t i = 0; i < DOSSIERS; i++) {
		cell_write(&s->dossiers[i], &count[i]);
		values[i] = text_string(&count[i]);
	}
	table_numbers(table, "dossiers", names, values, DOSSIERS);
	if (s->unreadable != NULL)
		table_words(table, "onleesbaar", s->unreadable);
	for (size_t i = 0; i < DOSSIERS; i++)
		text_release(&count[i]);
}

bool
results_write_exact(const struct result_tables *s, FILE *to, enum table_format format)
{
	struct table_writer *table = table_open(to, format, s->lang, 0);

	add_dossiers(s, table);
	for (size_t i = 0; i < s->n; i++)
		write_exact(&s->at[i], table, true);
	return table_close(table);
}

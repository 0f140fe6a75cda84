#ifndef FASEN_TABLES_H
#define FASEN_TABLES_H

#include <stdbool.h>

#include "figure.h"
#include "report.h"
#include "roster.h"
#include "result_table.h"
#include "tally.h"

/* The tables of the aggregate views, of what was counted: the same for text, workbook and trace. */

/* Who is told of each figure as it is put in its cell. */
struct tables_eye {
	void *context;
	/* The figure of a cell; `row` names it: the values of the label columns. */
	void (*see)(void *context, const struct result_table *, const struct cell *row,
	    const struct column *, const struct figure *);
};

/*
 * Adds the tables of the views asked for; eye may be NULL. The tally must outlive the sheets. Rows
 * that are there because of what was counted, are so by `rows`: the tally itself (NULL), or that of
 * all when it is of one dossier.
 */
void tables_build(struct result_tables *, const struct report *, struct tally *, struct tally *rows,
    const struct tables_eye *);

/* All tables that the report asks for, of the counted and of the roster (NULL = none). */
void report_tables(struct result_tables *, const struct report *, struct tally *, struct roster *);

/*
 * The name of a group's column: in small letters; "client." before it where a table has another
 * column of that name.
 */
char *tables_group_name(const char *field, struct arena *);

/*
 * The groups that were counted, in the order of group_compare, in the arena; without --group the
 * one group "".
 */
const char **tables_groups(const struct report *, struct tally *, struct arena *, size_t *n);

#endif

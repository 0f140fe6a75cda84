/* SPDX-License-Identifier: ISC */
#ifndef FASEN_TABLES_H
#define FASEN_TABLES_H

#include <stdbool.h>

#include "figure.h"
#include "report.h"
#include "result_table.h"
#include "roster.h"
#include "tally.h"

/* The tables of the aggregate views, of what was counted: the same for text, workbook and trace. */

/*
 * Adds the tables of the views asked for; eye may be NULL. The tally must outlive the sheets. Rows
 * that are there because of what was counted, are so by `rows`: the tally itself (NULL), or that of
 * all when it is of one dossier.
 */
void tables_build(struct result_tables *, const struct report *, struct tally *, struct tally *rows,
    const struct figure_eye *);

/* All tables that the report asks for, of the counted and of the roster (NULL = none). */
void report_tables(struct result_tables *, const struct report *, struct tally *, struct roster *);

#endif

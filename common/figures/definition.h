/* SPDX-License-Identifier: ISC */
#ifndef FASEN_DEFINITION_H
#define FASEN_DEFINITION_H

#include <stddef.h>

#include "model.h"

/*
 * The words of a report as constants, all of them from columns.def: a misspelt one does not
 * compile.
 */
#define TABLE(name, word) extern const char TAB_##name[sizeof word];
#define COLUMN(name, word) extern const char COL_##name[sizeof word];
#include "columns.def"

/*
 * The vocabulary of reports: each table, column and named row with its heading
 * and what it means, in both languages of documents. The exact rules are in fasen-report(1).
 */
struct definition {
	const char *view;		/* the table; "" = of all tables */
	const char *name;		/* the column, or the row that has this code; "" = the
					   table itself */
	struct model_text heading;
	struct model_text meaning;	/* "" = says itself */
};

/* In the order of the report, up to one without view. */
extern const struct definition definitions[];

/* That of the table, else the one of all tables, else NULL. */
const struct definition *definition_find(const char *view, const char *name);

#endif

/* SPDX-License-Identifier: ISC */
#ifndef FASEN_INTAKE_ROW_READER_H
#define FASEN_INTAKE_ROW_READER_H

#include <stdbool.h>
#include <stddef.h>

#include "cmdline.h"
#include "date.h"
#include "dossier.h"
#include "draft.h"
#include "mapping.h"
#include "problem.h"
#include "rows.h"

/* How rows are read, the same for a whole file. */
struct row_reader {
	const struct cmdline *call;
	const char *file;
	struct mapping map;		/* with the rules that columns fill by their own name */
	size_t own_rules;		/* those of the call and its map files */
	enum date_order dates;
	char **names;			/* of the columns */
	size_t n;
	size_t **places;		/* of each rule, the places of its columns */
	size_t nplaces;
	struct text joined, part;	/* room for the values of a row */
	bool encoding_given, hinted;	/* whether the way out of a wrong encoding has been said */
	bool looks;			/* for a preview: no column need fill a field */
	bool lack_said;			/* whether it was said that the method does not fit */
};

/*
 * What a row says of one client: a draft for each group of the mapping that has something to say.
 */
struct row {
	const char *id;			/* as the row gives it, or NULL */
	struct draft client;
	struct row_record {
		struct draft draft;
		bool dated;		/* the row gives its Op */
		size_t group;		/* of the mapping */
		struct text was;	/* what the export calls it, a line of comment, or "" */
	} *records;			/* the other ones, in the order of the schema's kinds */
	size_t n, begun, cap;		/* so many have room from earlier rows */
	const char **cleared;		/* fields of client that the row empties, by name */
	size_t ncleared, cleared_cap;
	struct problems problems;	/* what is wrong or notable, by the columns' names */
};

#endif

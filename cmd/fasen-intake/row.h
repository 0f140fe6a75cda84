#ifndef FASEN_INTAKE_ROW_H
#define FASEN_INTAKE_ROW_H

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
	bool encoding_given, hinted;	/* whether the way out of a wrong encoding has been said */
	bool lack_said;			/* whether a field that the file lacks has been said */
};

/*
 * What a row says of one client: a draft for each group of the mapping that has something to say.
 */
struct row {
	char *id;			/* as the row gives it, or NULL */
	struct draft client;
	struct row_record {
		struct draft draft;
		bool dated;		/* the row gives its Op */
	} *records;			/* the other ones, in the order of the schema's kinds */
	size_t n, cap;
	struct problems problems;	/* what is wrong or notable, by the columns' names */
};

/*
 * Takes the first row as the header. Returns false when rows cannot be read with it; problems get
 * that, and a warning for columns that fill nothing.
 */
bool row_header(struct row_reader *, struct rows *, struct problems *);

/* Whether rows can fill that field of client. */
bool row_fills(const struct row_reader *, const char *field);

/* Whether the row at hand says the header again. */
bool row_is_header(const struct row_reader *, const struct rows *);

/* Ready for another file with the same map. */
void row_reader_clear(struct row_reader *);

/*
 * Reads the row at hand, holding values against schema and model. Returns false when something is
 * wrong: row->problems.
 */
bool row_read(struct row_reader *, const struct rows *, struct row *);

/* What an earlier run said of the row at hand, in its column of rejects; "" = nothing. */
const char *row_said(const struct row_reader *, const struct rows *);

/* Adds a problem with a field of the draft, by the name of its column. */
void row_problem(const struct row_reader *, const struct rows *, struct row *, const struct draft *,
    enum severity, const char *code, const char *field, const char *why);

/* Moves problems that name fields of the draft to the row, by the names of the columns. */
void row_problems(const struct row_reader *, const struct rows *, struct row *,
    const struct draft *, struct problems *);

void row_release(struct row *);

/*
 * Columns that rejects have besides their own. When they are fed again the first is passed over; a
 * row whose second is not empty was not corrected, and is rejected again.
 */
#define ROW_LINE "Regel"
#define ROW_MESSAGE "Foutmelding"

#endif

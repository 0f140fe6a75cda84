/* SPDX-License-Identifier: ISC */
#ifndef FASEN_INTAKE_ROW_H
#define FASEN_INTAKE_ROW_H

#include "row_reader.h"

/*
 * Takes the first row as the header. Returns false when rows cannot be read with it; problems get
 * that, and a warning for columns that fill nothing.
 */
bool row_header(struct row_reader *, struct rows *, struct problems *);

/*
 * Whether some rule takes a column; else the first row may be no header but a client, and its cells
 * are not shown. Then what is to be said of that.
 */
bool row_names_known(const struct row_reader *);
const char *row_names_unknown(void);

/* Whether rows can fill that field of client. */
bool row_fills(const struct row_reader *, const char *field);

/* Whether the row at hand is one with the columns of the header; else with a problem. */
bool row_shape(const struct row_reader *, const struct rows *, struct problems *);

/*
 * Whether the row at hand says the header again; in another delimiter, that one stands between the
 * columns from here on.
 */
bool row_is_header(const struct row_reader *, struct rows *);

/* Ready for another file with the same map. */
void row_reader_clear(struct row_reader *);

/*
 * Reads the row at hand, holding values against schema and model. Returns false when something is
 * wrong: row->problems. The row is all zeroes or was used before.
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

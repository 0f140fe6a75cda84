/* SPDX-License-Identifier: ISC */
#ifndef FASEN_INTAKE_RULE_H
#define FASEN_INTAKE_RULE_H

#include <stdbool.h>
#include <stddef.h>

#include "row_reader.h"
#include "text.h"

/* What one rule of the mapping makes of the cells of a row. */
struct rule_reading {
	struct row_reader *reader;
	const struct rows *rows;
	struct row *row;		/* whose problems grow */
};

/*
 * Adds what the rule of that number says to the draft, held against schema and model. Returns
 * whether it says anything; what cannot be taken is a problem of the row, and counts as said.
 */
bool rule_fill(const struct rule_reading *, size_t rule, struct draft *);

/*
 * Whether the row has the cells of the rule's columns and all are empty; cells that are absent say
 * nothing.
 */
bool rule_empty(const struct rule_reading *, size_t rule);

/*
 * How long the first value of the cell s is, and *mark what stands behind it, 0 at the end. Codes
 * of a repeated field hold no blank or mark, so several of them can be told apart without being
 * told how; a code table may have such a cell as a whole.
 */
size_t rule_part(const struct mapping_rule *, const char *s, size_t *mark);

/* What the rule's column is called in a message; put together in `room` where it is several. */
const char *rule_column(const struct mapping *, const struct mapping_rule *, struct text *room);

/* Adds a problem with the rule's column. */
void rule_wrong(const struct rule_reading *, const struct mapping_rule *, const char *code,
    const char *why);

#endif

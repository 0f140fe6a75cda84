/* SPDX-License-Identifier: ISC */
#ifndef FASEN_MAPPING_READ_H
#define FASEN_MAPPING_READ_H

#include "mapping.h"

/* The syntax of mappings: pairs in a call and map files; fasen-intake(1), "MAPS". */

/*
 * Adds one pair, COLUMN[+COLUMN...]=[KIND[[LABEL]].]FIELD [split SEPARATOR] or
 * =[KIND[[LABEL]].]FIELD: value. Returns false with the reason added to the problems.
 */
bool mapping_pair(struct mapping *, const char *pair, const struct model *, struct problems *);

/*
 * Adds all of a map file's n bytes at s: pairs, each perhaps with the lines of a code table below
 * it, and comments. Returns false when something in it is wrong; all of that is said.
 */
bool mapping_read(struct mapping *, const char *s, size_t n, const char *file, const struct model *,
    struct problems *);

/*
 * The name of a column as rules are looked up by it: without blanks around it, and with one blank
 * for each line break, tab or run of blanks in it, as it is shown; the caller frees it.
 */
char *mapping_column(const char *name, size_t n);

/* Whether the cell holds the name, which is from mapping_column. */
bool mapping_column_is(const char *cell, const char *name);

#endif

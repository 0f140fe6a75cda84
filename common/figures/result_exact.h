/* SPDX-License-Identifier: ISC */
#ifndef FASEN_RESULT_EXACT_H
#define FASEN_RESULT_EXACT_H

#include "result_table.h"

/* For the writing of results only. */

/*
 * tsv, csv and json: all columns, codes, exact values, and whether the period runs; in json what
 * became of the dossiers too.
 */
bool results_write_exact(const struct result_tables *, FILE *, enum table_format);

enum table_type result_type(const struct column *);

#endif

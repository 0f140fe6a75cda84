/* SPDX-License-Identifier: ISC */
#ifndef FASEN_INTAKE_PREVIEW_COLUMN_H
#define FASEN_INTAKE_PREVIEW_COLUMN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "date.h"
#include "mapping.h"
#include "text.h"

/* What the values of a column are like. Begin with all zeroes. */
enum { PREVIEW_SAMPLES = 3, PREVIEW_VALUES = 40, PREVIEW_ORDERS = 4 };

struct preview_column {
	size_t filled, fit;		/* rows with a value, and with one that the field takes */
	char *samples[PREVIEW_SAMPLES];
	struct preview_value {
		char *value;
		bool fits;
	} *values;			/* different ones, the first that came: of codes */
	size_t nvalues, values_cap, strange;
	size_t left_out;		/* rows with what may be no code, or yet another */
	size_t dates[PREVIEW_ORDERS];	/* values that are a day in each order */
	bool day;			/* the field is one of days */
};

/* Takes a value, of a column with that rule (NULL = none). */
void preview_column_take(struct preview_column *, const char *value, const struct mapping_rule *,
    bool fits);

/* Takes the codes of a value apart, where the field takes codes and nothing else. */
void preview_column_parts(struct preview_column *, const char *value, const struct mapping_rule *,
    const struct model *);

/* How many values the field takes, days in that order. */
size_t preview_column_fit(const struct preview_column *, const struct mapping_rule *,
    enum date_order);

/*
 * Adds its first values, none of which can be read where it may say who somebody is: each letter
 * then is an x and each digit a 9.
 */
void preview_column_samples(const struct preview_column *, const struct mapping_rule *,
    struct text *to);

/*
 * Prints a code table for the values that the field does not take, where it takes only codes; what
 * can be none, as a sentence of a row that has shifted, is counted only.
 */
void preview_column_codes(const struct preview_column *, const struct mapping_rule *,
    const struct model *, FILE *);

/*
 * The order in which the days of all columns of days can be read; DATE_ISO when no other one fits.
 */
enum date_order preview_date_order(const struct preview_column *, size_t n);

/* Adds the name of a column as a map has it, in quotes where it needs them. */
void preview_quote(const char *name, struct text *to);

void preview_column_release(struct preview_column *);

#endif

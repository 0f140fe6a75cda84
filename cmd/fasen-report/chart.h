/* SPDX-License-Identifier: ISC */
#ifndef FASEN_CHART_H
#define FASEN_CHART_H

#include "result_table.h"
#include "text.h"

/*
 * Adds the sheet's chart as SVG to be put in a page: bars to the right a row and series, stacked
 * where the sheet says so, columns for months; the norm as a line across the bars; one for each
 * value of the column that divides the table. Series differ in lightness and have a legend;
 * every bar has its value as a title. Adds nothing, and returns false, where the
 * sheet asks for none, has no value above zero or so many rows that nobody could read it.
 */
bool chart_svg(struct text *to, const struct result_table *, enum lang);

#endif

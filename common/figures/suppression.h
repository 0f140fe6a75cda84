#ifndef FASEN_SUPPRESSION_H
#define FASEN_SUPPRESSION_H

#include <stdbool.h>

#include "figure.h"
#include "report.h"
#include "tally.h"

/* --min-cell: which of a report's counts are withheld, over all its tables together (fasen-report(1), "Small counts"). */
struct suppression;

/* Decides for the tables that the report asks for; its min_cell is not 0. */
struct suppression *suppression_find(const struct report *, struct tally *);

/* Whether the quantity, one of those that the tables are made of, is withheld. */
bool suppression_hides(struct suppression *, const struct quantity *);

void suppression_free(struct suppression *);

#endif

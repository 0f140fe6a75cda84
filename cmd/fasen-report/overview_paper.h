/* SPDX-License-Identifier: ISC */
#ifndef FASEN_OVERVIEW_PAPER_H
#define FASEN_OVERVIEW_PAPER_H

#include "document.h"
#include "report.h"
#include "result_table.h"

/* Writes the view overzicht as a document: a part, of one page, for each period and group. */
void overview_paper(struct document *, const struct result_tables *, const struct report *);

#endif

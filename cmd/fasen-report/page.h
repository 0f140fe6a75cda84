/* SPDX-License-Identifier: ISC */
#ifndef FASEN_PAGE_H
#define FASEN_PAGE_H

#include <stdbool.h>
#include <stdio.h>

#include "report.h"
#include "result_table.h"

/*
 * Writes the report as one HTML file for mail and intranet: no scripts, nothing from elsewhere,
 * light or dark as the reader has it, fit for print. XHTML syntax. Returns false when the stream
 * has an error.
 */
bool page_write(const struct result_tables *, const struct report *, FILE *);

#endif

/* SPDX-License-Identifier: ISC */
#ifndef FASEN_REPORT_RUN_H
#define FASEN_REPORT_RUN_H

#include "output.h"

/*
 * fasen-report, up to its exit status. libxlsxwriter and what that needs take longer to map than a
 * small report takes to make: only report-xlsx links them, and gives what writes a workbook. With
 * NULL a call that asks for one becomes that program, before anything is read or said.
 */
int report_run(int argc, char **argv, output_workbook *);

#endif

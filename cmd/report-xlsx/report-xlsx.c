/* SPDX-License-Identifier: ISC */
#include "fasen-report/report_run.h"
#include "workbook.h"

int
main(int argc, char **argv)
{
	return report_run(argc, argv, workbook_write);
}

/* SPDX-License-Identifier: ISC */
#include "report_run.h"

int
main(int argc, char **argv)
{
	return report_run(argc, argv, NULL);
}

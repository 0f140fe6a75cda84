/* SPDX-License-Identifier: ISC */
/*
 * A bare libcsv loop, the floor for imports: reads standard input as fasen-intake does and counts
 * rows and cells.
 */
#include <csv.h>
#include <stdio.h>
#include <unistd.h>

static size_t rows, cells;

static void
cell(void *s, size_t n, void *context)
{
	(void)s;
	(void)n;
	(void)context;
	cells++;
}

static void
row(int end, void *context)
{
	(void)end;
	(void)context;
	rows++;
}

int
main(void)
{
	static char buffer[128 * 1024];
	struct csv_parser p;
	ssize_t got;

	if (csv_init(&p, CSV_STRICT | CSV_STRICT_FINI | CSV_APPEND_NULL) != 0)
		return 2;
	while ((got = read(STDIN_FILENO, buffer, sizeof buffer)) > 0)
		if (csv_parse(&p, buffer, (size_t)got, cell, row, NULL) != (size_t)got)
			return 2;
	csv_fini(&p, cell, row, NULL);
	csv_free(&p);
	printf("%zu rows, %zu cells\n", rows, cells);
	return got < 0 ? 2 : 0;
}

/* SPDX-License-Identifier: ISC */
/*
 * A bare libxlsxwriter loop, the floor for workbooks: xlsx_loop FILE writes the tab-separated cells
 * of standard input.
 */
#include <stdio.h>
#include <string.h>
#include <xlsxwriter.h>

int
main(int argc, char **argv)
{
	static char line[65536];
	lxw_workbook_options options = { .constant_memory = LXW_TRUE };
	lxw_workbook *book = argc == 2 ? workbook_new_opt(argv[1], &options) : NULL;
	lxw_worksheet *sheet = book == NULL ? NULL : workbook_add_worksheet(book, NULL);
	lxw_row_t row = 0;

	if (sheet == NULL)
		return 2;
	for (; fgets(line, sizeof line, stdin) != NULL; row++) {
		lxw_col_t column = 0;

		line[strcspn(line, "\n")] = '\0';
		for (char *s = line, *next; s != NULL; s = next, column++) {
			next = strchr(s, '\t');
			if (next != NULL)
				*next++ = '\0';
			worksheet_write_string(sheet, row, column, s, NULL);
		}
	}
	return workbook_close(book) == LXW_NO_ERROR ? 0 : 2;
}

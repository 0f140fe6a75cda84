/* SPDX-License-Identifier: ISC */
/*
 * Prints the attributes as the part of fasen-select(1) that lists them; tests/pages.t holds the
 * page to it.
 */
#include <stdio.h>

#include "attribute.h"

int
main(void)
{
	static const char *const types[] = { [TABLE_WORD] = "text", [TABLE_NUMBER] = "number",
	    [TABLE_DATE] = "date" };
	struct text name = { 0 };
	enum table_type type;
	const char *help;

	printf(".Bl -tag -width 4n\n");
	for (size_t i = 0; attribute_n(i, &name, &type, &help); i++)
		printf(".It Li %s Pq %s\n%c%s.\n", text_string(&name), types[type],
		    help[0] >= 'a' && help[0] <= 'z' ? help[0] - 'a' + 'A' : help[0], help + 1);
	printf(".El\n");
	text_release(&name);
	return 0;
}

/* SPDX-License-Identifier: ISC */
/*
 * Prints the kinds and fields of a model as the headings of fasen-model(5); tests/pages.t holds the
 * page to them.
 */
#include <stdio.h>
#include <string.h>

#include "model_record.h"

int
main(void)
{
	const char *kind, *field, *last = "";
	unsigned flags;

	for (size_t i = 0; model_field_n(i, &kind, &field, &flags); i++) {
		const char *comma = "";

		if (strcmp(kind, last) != 0)
			printf(".Ss %s\n", kind);
		last = kind;
		printf(".It Va %s%s", strcmp(field, "Na") == 0 ? "\\&" : "", field);
		if (flags != 0)
			printf(" Pq ");
		if (flags & MODEL_REQUIRED) {
			printf("required");
			comma = ", ";
		}
		if (flags & MODEL_REPEATS) {
			printf("%smay repeat", comma);
			comma = ", ";
		}
		if (flags & MODEL_LANGUAGES)
			printf("%salso %s_en", comma, field);
		putchar('\n');
	}
	return 0;
}

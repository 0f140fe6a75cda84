/* SPDX-License-Identifier: ISC */
/*
 * Writes records whose fields standard input gives as JSON, [[[name, value], …], …]: for tests that
 * read them with another reader.
 */
#include <jansson.h>
#include <stdio.h>

#include "draft.h"

int
main(void)
{
	json_t *all = json_loadf(stdin, 0, NULL), *record, *field;
	struct text out = { 0 };
	size_t i, j;

	json_array_foreach(all, i, record) {
		struct draft d;

		draft_begin(&d, "proef");
		json_array_foreach(record, j, field)
			draft_add(&d, json_string_value(json_array_get(field, 0)),
			    json_string_value(json_array_get(field, 1)));
		draft_write(&d, "a", "\n", &out);
		draft_release(&d);
	}
	fwrite(out.at, 1, out.len, stdout);
	text_release(&out);
	json_decref(all);
	return fflush(stdout) != 0;
}

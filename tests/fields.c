/* SPDX-License-Identifier: ISC */
/*
 * Prints what the library reads on standard input, as JSON: for tests that hold it against another
 * reader.
 */
#include <jansson.h>
#include <stdio.h>
#include <unistd.h>

#include "reader.h"

int
main(void)
{
	struct reader *s = reader_open(STDIN_FILENO, "-");
	struct dossier d = { 0 };
	json_t *all = json_array();

	while (reader_next(s, &d) > 0) {
		json_t *records = json_array(), *dossier = json_object();
		bool syntax = true;

		for (size_t i = 0; i < d.n; i++) {
			json_t *record = json_array();

			syntax = syntax && !d.records[i].broken;
			for (size_t j = 0; j < d.records[i].n; j++)
				json_array_append_new(record,
				    json_pack("[s,s]", d.records[i].fields[j].name,
				    d.records[i].fields[j].value));
			json_array_append_new(records, record);
		}
		json_object_set_new(dossier, "id", d.id == NULL ? json_null() : json_string(d.id));
		json_object_set_new(dossier, "malformed", json_boolean(d.malformed));
		json_object_set_new(dossier, "syntax", json_boolean(syntax));
		json_object_set_new(dossier, "line", json_integer(d.line));
		json_object_set_new(dossier, "bytes", json_integer((json_int_t)d.bytes.len));
		json_object_set_new(dossier, "records", records);
		json_array_append_new(all, dossier);
	}
	json_dumpf(all, stdout, JSON_COMPACT);
	json_decref(all);
	dossier_release(&d);
	reader_free(s);
	return fflush(stdout) != 0;
}

/* SPDX-License-Identifier: ISC */
/*
 * GNU recutils' own reader, librec, of many texts in one process: from standard input, each ended
 * by NUL; for each a line of JSON with its records as lists of [name, value], or null where it
 * refuses the text.
 */
#include <jansson.h>
#include <rec.h>
#include <stdio.h>
#include <stdlib.h>

static json_t *
fields_of(rec_record_t record)
{
	rec_mset_iterator_t i = rec_mset_iterator(rec_record_mset(record));
	json_t *fields = json_array();
	rec_field_t field;

	while (rec_mset_iterator_next(&i, MSET_FIELD, (const void **)&field, NULL))
		json_array_append_new(fields,
		    json_pack("[s, s]", rec_field_name(field), rec_field_value(field)));
	rec_mset_iterator_free(&i);
	return fields;
}

static json_t *
records_of(rec_db_t db)
{
	json_t *records = json_array();

	for (size_t n = 0; n < rec_db_size(db); n++) {
		rec_mset_iterator_t i = rec_mset_iterator(rec_rset_mset(rec_db_get_rset(db, n)));
		rec_record_t record;

		while (rec_mset_iterator_next(&i, MSET_RECORD, (const void **)&record, NULL))
			json_array_append_new(records, fields_of(record));
		rec_mset_iterator_free(&i);
	}
	return records;
}

int
main(void)
{
	char *text = NULL;
	size_t cap = 0;
	ssize_t n;

	rec_init();
	while ((n = getdelim(&text, &cap, '\0', stdin)) > 0) {
		rec_parser_t parser = rec_parser_new_mem(text, (size_t)n - 1, "text");
		rec_db_t db = NULL;
		json_t *said;

		said = rec_parse_db(parser, &db) ? records_of(db) : json_null();
		if (json_dumpf(said, stdout, JSON_COMPACT | JSON_ENCODE_ANY) != 0 ||
		    putchar('\n') == EOF)
			return 2;
		json_decref(said);
		rec_db_destroy(db);
		rec_parser_destroy(parser);
	}
	free(text);
	rec_fini();
	return fflush(stdout) == 0 ? 0 : 2;
}

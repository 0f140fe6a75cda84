/* SPDX-License-Identifier: ISC */
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "mapping_read.h"
#include "nearest.h"
#include "row.h"
#include "text.h"

enum { NONE = -1 };

static bool
refuse(const struct row_reader *reader, const struct rows *rows, const char *column,
    const char *why, struct problems *problems)
{
	problems_add(problems, PROBLEM_ERROR, "header", reader->file, rows == NULL ? 0 :
	    rows_line(rows), column, "%s", why);
	return false;
}

static bool
read_name(struct row_reader *reader, const struct rows *rows, size_t i, struct problems *problems)
{
	struct text why = { 0 }, number = { 0 };
	unsigned char byte;
	size_t n;
	const char *name = rows_cell(rows, i, &n);
	bool bad = encoding_bad(name, n, &byte);

	if (!bad && memchr(name, '\0', n) == NULL) {
		reader->names[reader->n++] = mapping_column(name, n);
		return true;
	}
	text_addf(&number, _("column %zu"), i + 1);
	if (!bad)
		text_adds(&why,
		    reader->encoding_given ? _("its name holds a NUL byte; expected text") :
		    _("its name holds a NUL byte; expected text, or for UTF-16 without its mark "
		    "--encoding=UTF-16LE"));
	else {
		text_addf(&why, _("in its name byte 0x%02X does not fit %s"), byte,
		    rows_encoding(rows));
		if (!reader->encoding_given)
			text_adds(&why,
			    _("; expected UTF-8, or for a Dutch Excel export --encoding=CP1252"));
	}
	refuse(reader, rows, text_string(&number), text_string(&why), problems);
	text_release(&number);
	text_release(&why);
	return false;
}

static long
find(const struct row_reader *reader, const char *name, long after)
{
	size_t i;

	for (i = (size_t)(after + 1); i < reader->n; i++)
		if (strcmp(reader->names[i], name) == 0)
			return (long)i;
	return NONE;
}

/*
 * Whether a rule finds its columns; else the row may be no header but a client, and is not shown.
 */
static bool
one_found(const struct row_reader *reader)
{
	const struct mapping *m = &reader->map;
	size_t i, j;

	for (i = 0; i < m->n; i++) {
		for (j = 0; j < m->rules[i].ncolumns &&
		    find(reader, m->rules[i].columns[j], NONE) != NONE; j++)
			;
		if (j > 0 && j == m->rules[i].ncolumns)
			return true;
	}
	return false;
}

/* The place of a rule's column. */
static bool
place(const struct row_reader *reader, const struct rows *rows, const struct mapping_rule *r,
    const char *name, size_t *at, struct problems *problems)
{
	long found = find(reader, name, NONE);
	struct text why = { 0 };
	struct nearest near;
	size_t i;

	*at = found == NONE ? 0 : (size_t)found;
	if (found != NONE && find(reader, name, found) == NONE)
		return true;
	if (found != NONE)
		return refuse(reader, rows, name,
		    _("stands twice in the header; expected once, for it fills a field"), problems);
	nearest_begin(&near, name);
	for (i = 0; i < reader->n && one_found(reader); i++)
		nearest_offer(&near, reader->names[i]);
	if (r->file != NULL)
		text_addf(&why, _("no column of this file; %s:%ld fills a field with it"),
		    r->file, r->line);
	else
		text_adds(&why, _("no column of this file; --map fills a field with it"));
	nearest_say(&why, near.best);
	refuse(reader, rows, name, text_string(&why), problems);
	text_release(&why);
	return false;
}

static bool
row_apply_rules(struct row_reader *reader, const struct rows *rows, struct problems *problems)
{
	const struct mapping *m = &reader->map;
	bool good = true;
	size_t i, j;

	reader->places = alloc_new(m->n, sizeof *reader->places);
	reader->nplaces = m->n;
	for (i = 0; i < m->n; i++) {
		reader->places[i] = alloc_new(m->rules[i].ncolumns, sizeof **reader->places);
		for (j = 0; j < m->rules[i].ncolumns; j++)
			if (!place(reader, rows, &m->rules[i], m->rules[i].columns[j],
			    &reader->places[i][j], problems))
				good = false;
	}
	return good;
}

/* Lets a column fill the field of its own name, or says that it fills nothing. */
static void
take_by_name(struct row_reader *reader, const struct rows *rows, size_t i,
    struct problems *problems)
{
	const char *name = reader->names[i], *near;
	struct text number = { 0 };

	if (name[0] == '\0') {
		text_addf(&number, _("column %zu"), i + 1);
		problems_add(problems, PROBLEM_WARNING, "column", reader->file, rows_line(rows),
		    text_string(&number), _("has no name; left out"));
		text_release(&number);
		return;
	}
	if (strcmp(name, ROW_LINE) == 0 || strcmp(name, ROW_MESSAGE) == 0)
		return;
	if (mapping_uses(&reader->map, name)) {
		if (mapping_only_elsewhere(&reader->map, name) &&
		    mapping_by_name(&reader->map, name, reader->call->model, &near))
			problems_add(problems, PROBLEM_WARNING, "own", reader->file,
			    rows_line(rows), name, _("fills this field of client too; a rule "
			    "\"%s=\" of the map leaves that out"), name);
		return;
	}
	if (mapping_by_name(&reader->map, name, reader->call->model, &near))
		return;
	if (schema_same_name(name, MAPPING_ID) || (near != NULL && schema_same_name(near, name)))
		problems_add(problems, PROBLEM_WARNING, "column", reader->file, rows_line(rows),
		    name, _("left out, for a rule of the map fills this field"));
	else if (near != NULL)
		problems_add(problems, PROBLEM_WARNING, "column", reader->file,
		    rows_line(rows), name,
		    _("no rule of a map and no field of its own name takes it; left out "
		    "(%s is the nearest field)"), near);
	else
		problems_add(problems, PROBLEM_WARNING, "column", reader->file,
		    rows_line(rows), name,
		    _("no rule of a map and no field of its own name takes it; left out"));
}

bool
row_names_known(const struct row_reader *reader)
{
	for (size_t i = 0; i < reader->map.n; i++)
		if (reader->map.rules[i].ncolumns > 0)
			return true;
	return false;
}

const char *
row_names_unknown(void)
{
	return _("no column is a field's name; expected a header row, or --map or "
	    "--map-file for its columns");
}

bool
row_header(struct row_reader *reader, struct rows *rows, struct problems *problems)
{
	struct problems left_out = { 0 };
	int got = rows_next(rows);
	bool good = true;
	size_t i, n, length;

	if (got < 0)
		return false;
	if (got == 0)
		return refuse(reader, NULL, NULL,
		    _("empty; expected a header row with the names of the columns"), problems);
	if (rows_fault(rows) != ROWS_GOOD)
		return refuse(reader, rows, NULL,
		    _("the header is no row of CSV; expected the names of the "
		    "columns, each quote closed"), problems);
	for (n = rows_cells(rows); n > 0; n--)
		if (rows_cell(rows, n - 1, &length), length > 0)
			break;
	if (n == 0)
		return refuse(reader, rows, NULL, row_names_unknown(), problems);
	reader->names = alloc_new(n, sizeof *reader->names);
	for (i = 0; i < n; i++)
		if (!read_name(reader, rows, i, problems))
			good = false;
	if (!good)
		return false;
	for (i = 0; i < n; i++)
		take_by_name(reader, rows, i, &left_out);
	if (!row_names_known(reader) && !reader->looks)
		good = refuse(reader, rows, NULL, row_names_unknown(), problems);
	else
		good = row_apply_rules(reader, rows, problems);
	if (good)	/* else it may be no header but a client */
		problems_move(problems, &left_out);
	problems_release(&left_out);
	return good;
}

/* Whether the first of its cells holds the whole header, with another delimiter, and which. */
static bool
header_in_one(const struct row_reader *reader, const struct rows *rows, char *delimiter)
{
	const char *cell = rows_cell(rows, 0, NULL);
	size_t n, i, length;

	for (i = 0; i < reader->n; i++) {
		bool quoted = *cell == '"', last = i + 1 == reader->n;

		cell += quoted;
		n = strlen(reader->names[i]);
		if (strncmp(cell, reader->names[i], n) != 0 || (quoted && cell[n] != '"'))
			return false;
		cell += n + quoted;
		if (i == 0)
			*delimiter = *cell;
		if (last ? *cell != '\0' : *cell != *delimiter || strchr(";,\t|", *cell) == NULL ||
		    *cell == '\0')
			return false;
		cell += !last;
	}
	for (i = 1; i < rows_cells(rows); i++)
		if (rows_cell(rows, i, &length), length > 0)
			return false;
	return true;
}

bool
row_is_header(const struct row_reader *reader, struct rows *rows)
{
	char delimiter = '\0';
	size_t i;

	if (reader->n > 1 && header_in_one(reader, rows, &delimiter)) {
		rows_delimit(rows, delimiter);
		return true;
	}
	if (rows_cells(rows) < reader->n || reader->n == 0)
		return false;
	for (i = 0; i < reader->n; i++)
		if (!mapping_column_is(rows_cell(rows, i, NULL), reader->names[i]))
			return false;
	return true;
}

void
row_reader_clear(struct row_reader *reader)
{
	size_t i;

	for (i = 0; i < reader->n; i++)
		free(reader->names[i]);
	for (i = 0; i < reader->nplaces; i++)
		free(reader->places[i]);
	free(reader->names);
	free(reader->places);
	text_release(&reader->joined);
	text_release(&reader->part);
	reader->names = NULL;
	reader->places = NULL;
	reader->n = reader->nplaces = 0;
	reader->hinted = reader->lack_said = false;
	mapping_cut(&reader->map, reader->own_rules);
}

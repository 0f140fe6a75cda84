/* SPDX-License-Identifier: ISC */
#include "rejects.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "encoding.h"
#include "save.h"
#include "text.h"

struct rejects {
	struct save *save;
	struct encoding *encoding;
	struct text header, line, bytes;
};

struct rejects *
rejects_open(const char *path, struct problems *problems)
{
	struct save *save = save_replace(path, 0600, problems);
	struct rejects *r;

	if (save == NULL)
		return NULL;
	r = alloc_new(1, sizeof *r);
	r->save = save;
	return r;
}

/* Adds a cell, in quotes where it would be read otherwise without. */
static void
add_cell(struct text *line, char delimiter, const char *value, size_t n)
{
	char special[] = { delimiter, '"', '\r', '\n', '\0' };
	bool quotes = n > 0 && (strchr(" \t", value[0]) != NULL ||
	    strchr(" \t", value[n - 1]) != NULL);
	size_t i;

	for (i = 0; i < n && !quotes; i++)
		quotes = value[i] != '\0' && strchr(special, value[i]) != NULL;
	if (!quotes) {
		text_add(line, value, n);
		return;
	}
	text_addc(line, '"');
	for (i = 0; i < n; i++) {
		if (value[i] == '"')
			text_addc(line, '"');
		text_addc(line, value[i]);
	}
	text_addc(line, '"');
}

static bool
write_line(struct rejects *r, const struct rows *rows, struct problems *problems)
{
	text_adds(&r->line, rows_line_end(rows));
	text_clear(&r->bytes);
	if (r->encoding == NULL ||
	    !encoding_write(r->encoding, r->line.at, r->line.len, &r->bytes)) {
		problems_add(problems, PROBLEM_ERROR, "rejects", NULL, 0, "--encoding", "%s",
		    problem_errno(errno));
		return false;
	}
	return save_write(r->save, r->bytes.at, r->bytes.len, problems);
}

/* Whether a column is one that an earlier run added. */
static bool
added(const struct row_reader *reader, const char *name)
{
	return (strcmp(name, ROW_LINE) == 0 || strcmp(name, ROW_MESSAGE) == 0) &&
	    !mapping_uses(&reader->map, name);
}

bool
rejects_begin(struct rejects *r, const struct row_reader *reader, const struct rows *rows,
    struct problems *problems)
{
	struct text header = { 0 };
	char delimiter = rows_delimiter(rows);
	bool first = r->encoding == NULL, good;
	size_t i;

	for (i = 0; i < reader->n; i++) {
		if (added(reader, reader->names[i]))
			continue;
		add_cell(&header, delimiter, reader->names[i], strlen(reader->names[i]));
		text_addc(&header, delimiter);
	}
	text_addf(&header, "%s%c%s", ROW_LINE, delimiter, ROW_MESSAGE);
	if (first) {
		r->header = header;
		r->encoding = encoding_open(rows_encoding(rows));
		text_clear(&r->line);
		if (rows_marked(rows) && strcmp(rows_encoding(rows), "UTF-16") != 0)
			text_adds(&r->line, "\xEF\xBB\xBF");
		text_add(&r->line, header.at, header.len);
		return write_line(r, rows, problems);
	}
	good = strcmp(text_string(&header), text_string(&r->header)) == 0;
	text_release(&header);
	if (!good)
		problems_add(problems, PROBLEM_ERROR, "rejects", reader->file, 0, NULL,
		    _("other columns than the first file; expected the same, for one file of "
		    "rejects has one header"));
	return good;
}

bool
rejects_add(struct rejects *r, const struct row_reader *reader, const struct rows *rows,
    const char *message, struct problems *problems)
{
	char delimiter = rows_delimiter(rows);
	size_t i, n, cells = rows_cells(rows);

	text_clear(&r->line);
	for (i = 0; i < reader->n; i++) {
		const char *value = i < cells ? rows_cell(rows, i, &n) : (n = 0, "");

		if (added(reader, reader->names[i]))
			continue;
		add_cell(&r->line, delimiter, value, n);
		text_addc(&r->line, delimiter);
	}
	text_addf(&r->line, "%ld%c", rows_line(rows), delimiter);
	add_cell(&r->line, delimiter, message, strlen(message));
	for (; i < cells; i++) {
		const char *value = rows_cell(rows, i, &n);

		text_addc(&r->line, delimiter);
		add_cell(&r->line, delimiter, value, n);
	}
	return write_line(r, rows, problems);
}

bool
rejects_close(struct rejects *r, bool good, struct problems *problems)
{
	if (r == NULL)
		return true;
	if (good && r->encoding != NULL)	/* else no file could be read, and what there is
						   may still be wanted */
		good = save_commit(r->save, problems);
	else
		save_discard(r->save);
	encoding_close(r->encoding);
	text_release(&r->header);
	text_release(&r->line);
	text_release(&r->bytes);
	free(r);
	return good;
}

#include "output.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "alloc.h"
#include "page.h"
#include "save.h"
#include "terminal.h"
#include "workbook.h"

enum { WIDTH = 80 };	/* of text: what a terminal and a mail show */

static const char *const words[] = { "text", "tsv", "csv", "json", "trace", "html", "xlsx" };

bool
output_format_parse(const char *word, enum output_format *format)
{
	size_t i;

	for (i = 0; i < sizeof words / sizeof *words; i++)
		if (strcmp(word, words[i]) == 0) {
			*format = (enum output_format)i;
			return true;
		}
	return false;
}

bool
output_format_of(const char *path, enum output_format *format)
{
	const char *dot = strrchr(path, '.'), *slash = strrchr(path, '/');

	if (dot == NULL || (slash != NULL && dot < slash))
		return false;
	if (strcmp(dot, ".txt") == 0) {
		*format = OUTPUT_TEXT;
		return true;
	}
	return output_format_parse(dot + 1, format) && *format != OUTPUT_TRACE;
}

struct output {
	struct save *save;	/* NULL: standard output */
	const char *path, *beside;
	FILE *stream;
};

struct output *
output_open(const char *path, struct problems *problems)
{
	struct output *o = alloc_new(1, sizeof *o);

	o->path = path;
	if (path == NULL) {
		o->stream = terminal_out();
		return o;
	}
	o->save = save_replace(path, 0666, problems);
	if (o->save != NULL)
		o->beside = save_beside(o->save, problems);
	if (o->beside != NULL)
		return o;
	save_discard(o->save);
	free(o);
	return NULL;
}

FILE *
output_stream(struct output *o)
{
	if (o->stream == NULL)
		o->stream = fopen(o->beside, "w");
	return o->stream;
}

const char *
output_path(struct output *o)
{
	return o->beside;
}

bool
output_close(struct output *o, bool keep, struct problems *problems)
{
	bool good = keep;
	int before = errno;

	/* What standard output met is said at the end, by errno. */
	if (o->save == NULL) {
		free(o);
		errno = before;
		return keep;
	}
	errno = 0;
	if (o->stream != NULL && (ferror(o->stream) | fclose(o->stream)) != 0) {
		/* Also when it is not to be kept, for this may be why; then what a full buffer met stands in errno. */
		problems_add(problems, PROBLEM_ERROR, "write", o->path, 0, NULL, "%s",
		    strerror(errno != 0 ? errno : before != 0 ? before : EIO));
		good = false;
	}
	if (good)
		good = save_commit(o->save, problems);
	else
		save_discard(o->save);
	free(o);
	return good;
}

/* The file's bytes to the stream. */
static bool
pour(const char *path, FILE *to)
{
	FILE *from = fopen(path, "r");
	char buffer[65536];
	size_t n;
	bool good = from != NULL;

	while (good && (n = fread(buffer, 1, sizeof buffer, from)) > 0)
		good = fwrite(buffer, 1, n, to) == n;
	if (from != NULL) {
		good = good && ferror(from) == 0;
		fclose(from);
	}
	return good;
}

/* A workbook is written by name: to standard output through a file of nobody else's. */
static bool
output_workbook(struct output *o, const struct report *r, const struct sheets *sheets, struct problems *problems)
{
	const char *directory = getenv("TMPDIR");
	struct text path = { 0 };
	bool good = false;
	int fd;

	if (o->beside != NULL)
		return workbook_write(o->beside, o->path, r, sheets, problems);
	text_addf(&path, "%s/fasen-report.XXXXXX", directory != NULL && directory[0] != '\0' ? directory : "/tmp");
	fd = mkstemp(path.at);
	if (fd < 0)
		problems_add(problems, PROBLEM_ERROR, "write", text_string(&path), 0, NULL, "%s", strerror(errno));
	else {
		close(fd);
		good = workbook_write(path.at, path.at, r, sheets, problems) && pour(path.at, stdout);
		unlink(path.at);
	}
	text_release(&path);
	return good;
}

bool
output_sheets(struct output *o, enum output_format format, const struct report *r,
    const struct sheets *sheets, struct problems *problems)
{
	static const enum table_format tables[] = { TABLE_TEXT, TABLE_TSV, TABLE_CSV, TABLE_JSON };
	FILE *to;

	if (format == OUTPUT_XLSX)
		return output_workbook(o, r, sheets, problems);
	to = output_stream(o);
	if (to == NULL) {
		problems_add(problems, PROBLEM_ERROR, "write", o->path, 0, NULL, "%s", strerror(errno));
		return false;
	}
	if (format == OUTPUT_HTML)
		return page_write(sheets, r, to);
	return sheets_write(sheets, to, tables[format], WIDTH, view_name(VIEW_SIGNALEN));
}

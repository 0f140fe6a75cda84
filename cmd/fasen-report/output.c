/* SPDX-License-Identifier: ISC */
#include "output.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "alloc.h"
#include "page.h"
#include "save.h"
#include "temporary.h"
#include "terminal.h"

enum { WIDTH = 80 };	/* of text in a file: what a terminal and a mail show */

static const char *const words[] = { "text", "tsv", "csv", "json", "trace", "html", "xlsx",
    "pdf" };

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
	const char *path;
	int fd;			/* of the save */
	FILE *stream;
};

static bool
open_stream(struct output *o)
{
	int fd = fcntl(o->fd, F_DUPFD_CLOEXEC, 0), error;

	o->stream = fd >= 0 ? fdopen(fd, "w") : NULL;
	error = errno;
	if (o->stream == NULL && fd >= 0)
		close(fd);
	errno = error;
	return o->stream != NULL;
}

struct output *
output_open(const char *path, bool private, struct problems *problems)
{
	struct output *o = alloc_new(1, sizeof *o);

	o->path = path;
	if (path == NULL) {
		o->stream = terminal_out();
		return o;
	}
	o->fd = -1;
	o->save = save_replace(path, private ? 0600 : 0666, problems);
	if (o->save != NULL)
		o->fd = save_output(o->save, problems);
	if (o->fd >= 0 && open_stream(o))
		return o;
	if (o->fd >= 0)
		problems_add(problems, PROBLEM_ERROR, "write", path, 0, NULL, "%s",
		    problem_errno(errno));
	save_discard(o->save);
	free(o);
	return NULL;
}

FILE *
output_stream(struct output *o)
{
	return o->stream;
}

int
output_descriptor(struct output *o)
{
	return o->save == NULL ? STDOUT_FILENO : o->fd;
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
		/*
		 * Also when it is not to be kept, for this may be why; then what a full buffer met
		 * stands in errno.
		 */
		problems_add(problems, PROBLEM_ERROR, "write", o->path, 0, NULL, "%s",
		    problem_errno(errno != 0 ? errno : before != 0 ? before : EIO));
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
pour(int from, FILE *to)
{
	char buffer[65536];
	ssize_t n = -1;

	if (lseek(from, 0, SEEK_SET) != 0)
		return false;
	while ((n = read(from, buffer, sizeof buffer)) > 0 || (n < 0 && errno == EINTR))
		if (n > 0 && fwrite(buffer, 1, (size_t)n, to) != (size_t)n)
			return false;
	return n == 0;
}

/*
 * The library writes by name, which must lead to the descriptor whatever the file's own name means
 * by now; for standard output to a file without one.
 */
static bool
write_workbook(struct output *o, const struct report *r, const struct result_tables *sheets,
    output_workbook *write, struct problems *problems)
{
	struct text path = { 0 };
	char name[32];
	bool good = false;
	int fd = o->fd;

	if (o->save == NULL) {
		fd = temporary_open(&path);
		if (fd < 0)
			problems_add(problems, PROBLEM_ERROR, "write", text_string(&path), 0, NULL,
			    "%s", problem_errno(errno));
	}
	if (fd >= 0) {
		snprintf(name, sizeof name, "/dev/fd/%d", fd);
		good = write(name, o->save != NULL ? o->path : path.at, r, sheets, problems);
	}
	if (o->save == NULL && fd >= 0) {
		/* What standard output met is said at the end. */
		if (good && !pour(fd, stdout)) {
			good = false;
			if (!ferror(stdout))
				problems_add(problems, PROBLEM_ERROR, "read", text_string(&path), 0,
				    NULL, "%s", problem_errno(errno));
		}
		close(fd);
	}
	text_release(&path);
	return good;
}

bool
output_sheets(struct output *o, enum output_format format, const struct report *r,
    const struct result_tables *sheets, output_workbook *workbook, struct problems *problems)
{
	static const enum table_format tables[] = { TABLE_TEXT, TABLE_TSV, TABLE_CSV, TABLE_JSON };
	FILE *to;

	if (format == OUTPUT_XLSX)
		return write_workbook(o, r, sheets, workbook, problems);
	to = output_stream(o);
	if (format == OUTPUT_HTML)
		return page_write(sheets, r, to);
	return results_write(sheets, to, tables[format],
	    o->path == NULL ? terminal_width() : WIDTH, view_name(VIEW_SIGNALEN));
}

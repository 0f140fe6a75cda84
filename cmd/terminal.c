/* SPDX-License-Identifier: ISC */
#include "terminal.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

#include "alloc.h"
#include "schema.h"
#include "text.h"
#include "utf8.h"
#include "wrapped.h"

enum { NARROW = 20 };		/* columns that a text always has */

/* What was written for a terminal and is not shown yet. */
static FILE *kept;
static char *bytes;
static size_t length;
static int failed;		/* why terminal_send could not, first */
static bool otherwise;		/* something was shown as U+FFFD */

size_t
terminal_width(void)
{
	const char *columns = getenv("COLUMNS");
	long n;
	struct winsize size;

	if (columns != NULL && schema_number(columns, &n) && n > 0)
		return (size_t)n;
	if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
		return size.ws_col;
	return 80;
}

FILE *
terminal_out(void)
{
	static char room[64 * 1024];	/* many dossiers at a time */
	static FILE *out;

	if (out != NULL)
		return out;
	if (!isatty(STDOUT_FILENO)) {
		setvbuf(stdout, room, _IOFBF, sizeof room);
		out = stdout;
		return out;
	}
	kept = open_memstream(&bytes, &length);
	if (kept == NULL) {
		perror("standard output");
		exit(2);
	}
	out = kept;
	return out;
}

void
terminal_hang(const char *first, const char *text)
{
	size_t indent = utf8_width(first), width = terminal_width();
	struct text shown = { 0 };
	struct wrapped lines = { 0 };
	char *line, *next;

	width = width > indent + NARROW ? width - indent : NARROW;
	utf8_show(&shown, text, true);
	for (line = (char *)text_string(&shown); line != NULL; line = next) {
		next = strchr(line, '\n');
		if (next != NULL)
			*next++ = '\0';
		wrapped_add(&lines, line, width);
	}
	for (size_t i = 0; i < lines.n; i++)
		fprintf(terminal_out(), "%*s%s\n", i > 0 ? (int)indent : 0, i == 0 ? first : "",
		    lines.at[i]);
	wrapped_release(&lines);
	text_release(&shown);
}

bool
terminal_flush(void)
{
	struct text shown = { 0 };
	bool good;

	if (kept == NULL)
		return true;
	if (ferror(kept) != 0 || fflush(kept) != 0) {
		kept = NULL;	/* said once, for this is called at the end too */
		alloc_none();
	}
	if (length == 0)
		return true;
	utf8_show_lines(&shown, bytes, length);
	otherwise = otherwise || strstr(text_string(&shown), "\xEF\xBF\xBD") != NULL;
	good = fwrite(shown.at, 1, shown.len, stdout) == shown.len && fflush(stdout) == 0;
	rewind(kept);
	text_release(&shown);
	return good;
}

bool
terminal_send(void)
{
	if (terminal_flush() && fflush(stdout) == 0 && ferror(stdout) == 0)
		return true;
	if (failed == 0)
		failed = errno != 0 ? errno : EIO;
	errno = failed;
	return false;
}

int
terminal_error(void)
{
	return failed;
}

bool
terminal_otherwise(void)
{
	return otherwise;
}

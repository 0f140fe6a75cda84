/* SPDX-License-Identifier: ISC */
#include "table_out.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "terminal.h"

/* What is kept for the terminal is cleaned of such signs, so they go around it. */
static void
paint(enum table_paint how)
{
	static const char *const signs[] = { [TABLE_PLAIN] = "\033[m", [TABLE_HEADING] = "\033[1m",
	    [TABLE_ATTENTION] = "\033[31m" };

	terminal_flush();
	fputs(signs[how], stdout);
}

/* no-color.org, and a terminal that knows no signs. */
static bool
in_colour(void)
{
	const char *none = getenv("NO_COLOR"), *terminal = getenv("TERM");

	return (none == NULL || none[0] == '\0') && terminal != NULL &&
	    strcmp(terminal, "dumb") != 0 && terminal[0] != '\0' && isatty(STDOUT_FILENO);
}

struct table_writer *
table_out(const struct cmdline *c, enum table_format format)
{
	struct table_writer *table = table_open(terminal_out(), format, c->lang, terminal_width());

	if (in_colour())
		table_paint(table, paint);
	return table;
}

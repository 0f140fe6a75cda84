/* SPDX-License-Identifier: ISC */
#include "listing.h"

#include <stdio.h>
#include <string.h>

#include "filter.h"
#include "table_out.h"
#include "terminal.h"
#include "utf8.h"

static const struct table_column columns[] = {
	{ "file", NULL, TABLE_WORD, 0 }, { "line", NULL, TABLE_NUMBER, 0 },
	{ "client", NULL, TABLE_WORD, 0 }, { "severity", NULL, TABLE_WORD, 0 },
	{ "code", NULL, TABLE_WORD, 0 }, { "field", NULL, TABLE_WORD, 0 },
	{ "finding", NULL, TABLE_WORD, 0 },
};

void
listing_begin(struct listing *l, const struct cmdline *c, enum table_format format)
{
	l->format = format;
	l->table = NULL;
	if (format == TABLE_TEXT)
		return;
	l->table = table_out(c, format);
	table_begin(l->table, "bevindingen", false, NULL, columns,
	    sizeof columns / sizeof *columns);
}

static void
add_line(const struct problem *p)
{
	struct text line = { 0 }, shown = { 0 };

	text_adds(&line, p->file);
	if (p->line > 0)
		text_addf(&line, ":%ld", p->line);
	text_addf(&line, ": %s: ", p->severity == PROBLEM_ERROR ? _("error") : _("warning"));
	if (p->field != NULL)
		text_addf(&line, "%s: ", p->field);
	text_addf(&line, "%s [%s]", p->text, p->code);
	utf8_show(&shown, text_string(&line), false);
	fprintf(terminal_out(), "%s\n", text_string(&shown));
	text_release(&line);
	text_release(&shown);
}

/* A table holds UTF-8; a path, and a code that a message shows, may be other bytes. */
static void
add_cell(struct table_writer *t, const char *value)
{
	struct text shown = { 0 };

	if (value == NULL || utf8_valid(value, strlen(value), NULL)) {
		table_cell(t, value);
		return;
	}
	utf8_show(&shown, value, true);
	table_cell(t, text_string(&shown));
	text_release(&shown);
}

static void
add_row(struct table_writer *t, const char *client, const struct problem *p)
{
	add_cell(t, p->file);
	if (p->line > 0)
		table_cell_n(t, p->line);
	else
		table_cell(t, NULL);
	table_cell(t, client);
	table_cell(t, p->severity == PROBLEM_ERROR ? "error" : "warning");
	table_cell(t, p->code);
	table_cell(t, p->field);
	add_cell(t, p->text);
}

int
listing_add(struct listing *l, const char *client, struct problems *problems)
{
	int answer = 0;
	size_t i;

	for (i = 0; i < problems->n; i++) {
		const struct problem *p = &problems->at[i];

		answer |= p->severity == PROBLEM_ERROR ? FILTER_BAD : FILTER_ATTENTION;
		if (l->table == NULL)
			add_line(p);
		else
			add_row(l->table, client, p);
	}
	problems_clear(problems);
	return answer;
}

void
listing_end(struct listing *l)
{
	if (l->table == NULL)
		return;
	table_end(l->table);
	table_close(l->table);
	l->table = NULL;
}

/* SPDX-License-Identifier: ISC */
#include "trace.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "alloc.h"
#include "builder.h"
#include "count.h"
#include "tables.h"
#include "temporary.h"

/*
 * Which rows a report has shows when all is counted, so what each dossier counts is kept beside, in
 * a file that has no name, and read again in trace_end.
 */
struct trace {
	const struct report *report;
	struct table_writer *table;
	struct table_column *columns;
	size_t ncolumns;
	struct counter figures;		/* of one dossier */
	struct tally *all;
	struct result_tables sheets;
	struct arena names;
	FILE *beside;			/* or NULL: it could not be made */
	int error;			/* the errno of what first failed with it, or 0 */
	const char *id, *file;
};

static void
keep_error(struct trace *t, int error)
{
	if (t->error == 0)
		t->error = error;
}

static void
open_beside(struct trace *t)
{
	struct text path = { 0 };
	int fd = temporary_open(&path);

	if (fd < 0 || (t->beside = fdopen(fd, "w+")) == NULL)
		keep_error(t, errno);
	if (fd >= 0 && t->beside == NULL)
		close(fd);
	text_release(&path);
}

struct trace *
trace_begin(const struct report *r)
{
	struct trace *t = alloc_new(1, sizeof *t);
	size_t n = 0, i;

	t->report = r;
	t->figures.report = r;
	t->figures.tally = tally_new(false);
	t->all = tally_new(false);
	open_beside(t);
	t->columns = alloc_new(r->ngroups + 7, sizeof *t->columns);
	t->columns[n++].name = "view";
	t->columns[n++].name = "row";
	t->columns[n++].name = "column";
	t->columns[n++].name = "id";
	t->columns[n++].name = "file";
	t->columns[n++].name = COL_PERIODE;
	for (i = 0; i < r->ngroups; i++)
		t->columns[n++].name = builder_group_name(r->groups[i].name, &t->names);
	t->columns[n].type = TABLE_NUMBER;
	t->columns[n++].name = COL_WAARDE;
	t->ncolumns = n;
	return t;
}

/* A string with its NUL; a number as its bytes: it is read by this process only. */
static void
put_word(struct trace *t, const char *s)
{
	if (fwrite(s, 1, strlen(s) + 1, t->beside) != strlen(s) + 1)
		keep_error(t, errno);
}

static void
put_number(struct trace *t, long n)
{
	if (fwrite(&n, sizeof n, 1, t->beside) != 1)
		keep_error(t, errno);
}

void
trace_dossier(struct trace *t, const struct dossier *d, const char *id, const char *file)
{
	const struct tally_entry *const *e;
	size_t n, i, j, lines = 0;

	tally_clear(t->figures.tally);
	count_dossier(&t->figures, d, NULL, id);
	counter_end(&t->figures);
	e = tally_entries(t->figures.tally, &n);
	if (n == 0 || t->error != 0)
		return;
	for (i = 0; i < n; i++)
		lines += e[i]->ncounts;
	put_word(t, id);
	put_word(t, file);
	put_number(t, (long)lines);
	for (i = 0; i < n; i++)
		for (j = 0; j < e[i]->ncounts; j++) {
			const struct value_count *c = &e[i]->counts[j];

			tally_add(t->all, &e[i]->key, c->value, c->n);
			put_number(t, (long)e[i]->key.measure);
			put_word(t, e[i]->key.group);
			put_word(t, e[i]->key.row);
			put_word(t, e[i]->key.column);
			put_number(t, (long)e[i]->key.period);
			put_number(t, c->value);
			put_number(t, c->n);
		}
}

static void
line(const struct trace *t, const struct result_table *s, const struct cell *row,
    const struct column *column, const char *name, long value)
{
	size_t i;

	table_cell(t->table, s->view);
	table_cell(t->table, name);
	table_cell(t->table, column->name);
	table_cell(t->table, t->id);
	table_cell(t->table, t->file);
	for (i = 0; i < s->ncolumns; i++)
		if (s->columns[i].role == COLUMN_PERIOD || s->columns[i].role == COLUMN_GROUP)
			table_cell(t->table, row[i].word);
	table_cell_n(t->table, value);
}

static void
lines(const struct trace *t, const struct result_table *s, const struct cell *row,
    const struct column *column, const char *name, const struct figure *f)
{
	const struct quantity *q = &f->of;
	size_t i, j;
	long n;

	if (f->kind == FIGURE_COUNT || f->kind == FIGURE_SHARE) {
		n = f->kind == FIGURE_COUNT ? q->total : f->out_of.total;
		for (; n > 0; n--)
			line(t, s, row, column, name, n <= q->total);
		return;
	}
	for (i = 0; i < q->n; i++)
		for (j = 0; j < q->at[i]->ncounts; j++)
			for (n = q->at[i]->counts[j].n; n > 0; n--)
				line(t, s, row, column, name, q->at[i]->counts[j].value);
}

static void
see(void *context, const struct result_table *s, const struct cell *row,
    const struct column *column, const struct figure *f)
{
	struct text name = { 0 };
	size_t i;

	if (f->of.total == 0 && f->out_of.total == 0)
		return;
	for (i = 0; i < s->ncolumns; i++)
		if (s->columns[i].role == COLUMN_LABEL)
			text_addf(&name, "%s%s", name.len > 0 ? "/" : "", row[i].word);
	lines(context, s, row, column, text_string(&name), f);
	text_release(&name);
}

/* The next string, behind the others in `to`; where it begins. */
static bool
get_word(struct trace *t, struct text *to, size_t *at)
{
	int c;

	*at = to->len;
	while ((c = getc(t->beside)) != EOF && c != '\0')
		text_addc(to, (char)c);
	text_add(to, "", 1);
	return c != EOF;
}

static bool
get_number(struct trace *t, long *n)
{
	return fread(n, sizeof *n, 1, t->beside) == 1;
}

static bool
get_count(struct trace *t, struct text *words)
{
	size_t group, row, column;
	struct tally_key key = { 0 };
	long measure, period, value, n;

	text_clear(words);
	if (!get_number(t, &measure) || !get_word(t, words, &group) || !get_word(t, words, &row) ||
	    !get_word(t, words, &column) || !get_number(t, &period) || !get_number(t, &value) ||
	    !get_number(t, &n))
		return false;
	key.measure = (enum measure)measure;
	key.period = (size_t)period;
	key.group = words->at + group;
	key.row = words->at + row;
	key.column = words->at + column;
	tally_add(t->figures.tally, &key, value, n);
	return true;
}

/* Reads what one dossier counted, and writes its lines. False at the end. */
static bool
replay(struct trace *t, struct text *who, struct text *words)
{
	struct figure_eye eye = { .context = t, .see = see };
	size_t id, file;
	long n;

	text_clear(who);
	if (!get_word(t, who, &id) || !get_word(t, who, &file) || !get_number(t, &n))
		return false;
	t->id = who->at + id;
	t->file = who->at + file;
	tally_clear(t->figures.tally);
	for (; n > 0; n--)
		if (!get_count(t, words)) {
			keep_error(t, EIO);
			return false;
		}
	results_release(&t->sheets);
	tables_build(&t->sheets, t->report, t->figures.tally, t->all, &eye);
	return true;
}

bool
trace_end(struct trace *t, struct table_writer *table)
{
	struct text who = { 0 }, words = { 0 };
	int error;

	if (t->error == 0 && fseek(t->beside, 0, SEEK_SET) != 0)
		keep_error(t, errno);
	t->table = table;
	if (table != NULL)
		table_begin(table, "trace", false, NULL, t->columns, t->ncolumns);
	while (t->error == 0 && table != NULL && replay(t, &who, &words))
		continue;
	if (t->error == 0 && ferror(t->beside))
		keep_error(t, EIO);
	if (table != NULL)
		table_end(table);
	if (t->beside != NULL)
		fclose(t->beside);
	text_release(&who);
	text_release(&words);
	tally_free(t->figures.tally);
	tally_free(t->all);
	counter_release(&t->figures);
	results_release(&t->sheets);
	arena_release(&t->names);
	free(t->columns);
	error = t->error;
	free(t);
	errno = error;
	return error == 0;
}

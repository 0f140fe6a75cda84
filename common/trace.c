#include "trace.h"

#include <stdlib.h>
#include <string.h>

#include "build.h"
#include "figures.h"
#include "memory.h"

struct trace {
	const struct report *report;
	struct table *table;
	struct table_column *columns;
	struct figures figures;
	struct sheets sheets;
	struct arena names;
	const char *id, *file;
};

struct trace *
trace_begin(const struct report *r, struct table *table)
{
	struct trace *t = memory_new(1, sizeof *t);
	size_t n = 0, i;

	t->report = r;
	t->table = table;
	t->figures.report = r;
	t->figures.tally = tally_new();
	t->columns = memory_new(r->ngroups + 7, sizeof *t->columns);
	t->columns[n++].name = "view";
	t->columns[n++].name = "periode";
	for (i = 0; i < r->ngroups; i++)
		t->columns[n++].name = build_group_name(r->groups[i], &t->names);
	t->columns[n++].name = "rij";
	t->columns[n++].name = "kolom";
	t->columns[n++].name = "client";
	t->columns[n++].name = "bestand";
	t->columns[n].type = TABLE_NUMBER;
	t->columns[n++].name = "waarde";
	table_begin(table, "trace", false, NULL, t->columns, n);
	return t;
}

static void
line(const struct trace *t, const struct sheet *s, const struct cell *row, const struct column *column,
    const char *name, long value)
{
	size_t i;

	table_cell(t->table, s->view);
	for (i = 0; i < s->ncolumns; i++)
		if (s->columns[i].role == COLUMN_PERIOD || s->columns[i].role == COLUMN_GROUP)
			table_cell(t->table, row[i].word);
	table_cell(t->table, name);
	table_cell(t->table, column->name);
	table_cell(t->table, t->id);
	table_cell(t->table, t->file);
	table_cell_n(t->table, value);
}

static void
lines(const struct trace *t, const struct sheet *s, const struct cell *row, const struct column *column,
    const char *name, const struct figure *f)
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
see(void *context, const struct sheet *s, const struct cell *row, const struct column *column,
    const struct figure *f)
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

void
trace_dossier(struct trace *t, const struct dossier *d, const char *id, const char *file)
{
	struct build_eye eye = { .context = t, .see = see };

	t->id = id;
	t->file = file;
	tally_clear(t->figures.tally);
	figures_count(&t->figures, d, NULL, id);
	sheets_release(&t->sheets);
	build_sheets(&t->sheets, t->report, t->figures.tally, &eye);
}

void
trace_end(struct trace *t)
{
	table_end(t->table);
	tally_free(t->figures.tally);
	figures_release(&t->figures);
	sheets_release(&t->sheets);
	arena_release(&t->names);
	free(t->columns);
	free(t);
}

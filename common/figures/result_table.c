/* SPDX-License-Identifier: ISC */
#include "result_table.h"

#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "definition.h"

struct result_table *
results_add(struct result_tables *s, const char *view, const char *title, enum result_chart chart)
{
	struct result_table *sheet;

	s->at = alloc_room(s->at, &s->cap, s->n + 1, sizeof *s->at);
	sheet = &s->at[s->n++];
	memset(sheet, 0, sizeof *sheet);
	sheet->view = view;
	sheet->title = title;
	sheet->chart = chart;
	return sheet;
}

struct column *
result_column(struct result_tables *s, struct result_table *sheet, const char *name,
    const char *heading, enum cell_type type, enum column_role role)
{
	struct column *old = sheet->columns, *column;

	/* Columns are few and stay where they are once there are rows: room for eight at a time. */
	if (sheet->ncolumns % 8 == 0) {
		sheet->columns = arena_room(&s->arena,
		    (sheet->ncolumns + 8) * sizeof *sheet->columns);
		if (old != NULL)
			memcpy(sheet->columns, old, sheet->ncolumns * sizeof *old);
	}
	column = &sheet->columns[sheet->ncolumns++];
	memset(column, 0, sizeof *column);
	column->name = name;
	column->heading = heading;
	column->type = type;
	column->role = role;
	return column;
}

struct result_row *
result_row(struct result_tables *s, struct result_table *sheet)
{
	struct result_row *row;

	sheet->rows = alloc_room(sheet->rows, &sheet->rows_cap, sheet->nrows + 1,
	    sizeof *sheet->rows);
	row = &sheet->rows[sheet->nrows++];
	row->total = row->all = row->running = false;
	row->cells = arena_room(&s->arena, sheet->ncolumns * sizeof *row->cells);
	memset(row->cells, 0, sheet->ncolumns * sizeof *row->cells);
	return row;
}

const struct result_row *
result_at(const struct result_table *t, size_t row)
{
	return t->make == NULL ? &t->rows[row] : t->make(t->from, t, t->first + row);
}

void
results_release(struct result_tables *s)
{
	size_t i;

	for (i = 0; i < s->n; i++)
		free(s->at[i].rows);
	free(s->at);
	arena_release(&s->arena);
	s->at = NULL;
	s->n = s->cap = 0;
}

void
results_published(const struct result_tables *s, struct text *to)
{
	text_addf(to, label(s->lang,
	    "to be published: rounded to fives, x is %ld persons or fewer or as few outside it"),
	    s->hidden_most);
	if (s->withheld > 0) {
		text_adds(to, "; ");
		text_addf(to, label(s->lang, "groups left out, counted for each period: %zu"),
		    s->withheld);
	}
}

void
results_dossiers(const struct result_tables *s, struct text *to)
{
	struct text count[DOSSIERS] = { 0 };

	for (size_t i = 0; i < DOSSIERS; i++)
		cell_show(&s->dossiers[i], s->lang, &count[i]);
	text_addf(to, label(s->lang, "%s read, %s counted, %s not counted (unreadable), %s double"),
	    text_string(&count[DOSSIERS_READ]), text_string(&count[DOSSIERS_COUNTED]),
	    text_string(&count[DOSSIERS_UNREADABLE]), text_string(&count[DOSSIERS_DOUBLE]));
	for (size_t i = 0; i < DOSSIERS; i++)
		text_release(&count[i]);
}

void
results_unreadable(const struct result_tables *s, const char *before, struct text *to)
{
	struct text list = { 0 };

	if (s->unreadable == NULL)
		return;
	for (const char *at = s->unreadable; *at != '\0'; at += strcspn(at, "\n")) {
		at += *at == '\n';
		text_adds(&list, list.len > 0 ? ", " : "");
		text_add(&list, at, strcspn(at, "\n"));
	}
	text_adds(to, before);
	text_addf(to, label(s->lang, "unreadable: %s"), text_string(&list));
	text_release(&list);
}

const char *
results_nothing(const struct result_tables *s, const struct result_table *table)
{
	const char *word = s->hidden_most > 0 ? COL_NIETS : COL_GEEN;

	return model_text(&definition_find(table->view, word)->heading, s->lang);
}

bool
result_same_cell(const struct cell *a, const struct cell *b)
{
	if (a->type != b->type || a->type == CELL_EMPTY)
		return false;
	return a->type == CELL_WORD ? strcmp(a->word, b->word) == 0 : a->number == b->number;
}

bool
result_constant(const struct result_table *sheet, size_t column)
{
	size_t i;

	if (sheet->nrows == 0)
		return false;
	for (i = 0; i < sheet->nrows; i++)
		if (!result_same_cell(&result_at(sheet, 0)->cells[column],
		    &result_at(sheet, i)->cells[column]))
			return false;
	return true;
}

size_t
result_divider(const struct result_table *s)
{
	size_t i;

	for (i = 0; i < s->ncolumns && (s->chart == CHART_NONE || i == s->label ||
	    s->columns[i].role != COLUMN_LABEL || result_constant(s, i)); i++)
		continue;
	return s->nrows == 0 ? s->ncolumns : i;
}

/* A number of `digits` decimals that is held as a whole one, without the last when it is coarse. */
static void
add_decimals(struct text *to, long number, int digits, bool coarse, char mark)
{
	long one = digits == 1 ? 10 : 100, whole = number < 0 ? -number : number;

	if (number < 0)
		text_addc(to, '-');
	text_addn(to, whole / one);
	whole %= one;
	if (coarse) {
		whole /= 10;
		digits--;
	}
	if (digits > 0)
		text_addc(to, mark);
	if (digits == 2)
		text_addc(to, (char)('0' + whole / 10));
	if (digits > 0)
		text_addc(to, (char)('0' + whole % 10));
}

static void
add_cell(const struct cell *c, char mark, bool label, struct text *to)
{
	char day[DATE_SIZE];

	switch (c->type) {
	case CELL_EMPTY:
		break;
	case CELL_HIDDEN:
		text_addc(to, 'x');
		break;
	case CELL_WORD:
		text_adds(to, label && c->label != NULL ? c->label : c->word);
		break;
	case CELL_DATE:
		text_adds(to, date_format((date)c->number, day));
		break;
	case CELL_COUNT:
	case CELL_DAYS:
		text_addn(to, c->number);
		break;
	case CELL_PERCENT:
		add_decimals(to, c->number, 1, c->coarse, mark);
		break;
	case CELL_MEAN:
		add_decimals(to, c->number, 2, c->coarse, mark);
		break;
	}
}

void
cell_write(const struct cell *c, struct text *to)
{
	add_cell(c, '.', false, to);
}

void
cell_show(const struct cell *c, enum lang lang, struct text *to)
{
	add_cell(c, lang == LANG_NL ? ',' : '.', true, to);
}

double
cell_length(const struct cell *c)
{
	switch (c->type) {
	case CELL_COUNT:
	case CELL_DAYS:
		return (double)c->number;
	case CELL_PERCENT:
		return (double)c->number / 10;
	case CELL_MEAN:
		return (double)c->number / 100;
	case CELL_EMPTY:
	case CELL_HIDDEN:
	case CELL_WORD:
	case CELL_DATE:
		break;
	}
	return 0;
}

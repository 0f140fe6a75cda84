/* SPDX-License-Identifier: ISC */
#include "builder.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "group.h"
#include "publish.h"

/* Whether a table or the trace has a column of that name. */
static bool
is_column(const char *name)
{
	static const char *const others[] = { "view", "row", "column", "id", "file", COL_WAARDE };
	const struct definition *d;

	for (size_t i = 0; i < sizeof others / sizeof *others; i++)
		if (strcmp(others[i], name) == 0)
			return true;
	for (d = definitions; d->view != NULL && strcmp(d->name, name) != 0; d++)
		continue;
	return d->view != NULL;
}

char *
builder_group_name(const char *field, struct arena *arena)
{
	const struct schema_field *f = schema_field(&schema_kinds[KIND_CLIENT], field);
	char *name = arena_room(arena, strlen(field) + sizeof "client."), *s;

	strcpy(name, field);
	for (s = name; *s != '\0'; s++)
		if (*s >= 'A' && *s <= 'Z')
			*s = (char)(*s - 'A' + 'a');
	/* Of our own fields the column is the field's; what a model calls so is something else. */
	if (is_column(name) && (f == NULL || schema_declared(f))) {
		memmove(name + strlen("client."), name, strlen(name) + 1);
		memcpy(name, "client.", strlen("client."));
	}
	return name;
}

const char *
builder_label(struct builder *b, const struct model_text *t)
{
	return model_text(t, b->report->lang);
}

const char *
builder_defined(struct builder *b, const char *name)
{
	const struct definition *d = definition_find(b->sheet->view, name);

	return d == NULL ? NULL : builder_label(b, &d->heading);
}

void
builder_table(struct builder *b, const char *view, enum result_chart chart)
{
	size_t i;

	b->sheet = results_add(b->sheets, view, "", chart);
	b->sheet->title = builder_defined(b, "");
	builder_column(b, COL_PERIODE, CELL_WORD, COLUMN_PERIOD);
	for (i = 0; i < b->report->ngroups; i++)
		result_column(b->sheets, b->sheet, builder_group_name(b->report->groups[i].name,
		    &b->sheets->arena), b->report->groups[i].name, CELL_WORD, COLUMN_GROUP);
}

struct column *
builder_column(struct builder *b, const char *name, enum cell_type type, enum column_role role)
{
	const struct definition *d = definition_find(b->sheet->view, name);
	struct column *c = result_column(b->sheets, b->sheet, name, d == NULL ? name :
	    builder_label(b, &d->heading), type, role);

	if (d != NULL && d->meaning.nl[0] != '\0')
		c->meaning = builder_label(b, &d->meaning);
	if (role == COLUMN_LABEL && b->sheet->label == 0)
		b->sheet->label = b->sheet->ncolumns - 1;
	return c;
}

bool
builder_own_column(struct builder *b, const char *name, enum column_role role)
{
	size_t i;

	for (i = 0; i < b->sheet->ncolumns; i++)
		if (b->sheet->columns[i].role == COLUMN_GROUP &&
		    strcmp(b->sheet->columns[i].name, name) == 0) {
			b->sheet->label = role == COLUMN_LABEL ? i : b->sheet->label;
			return false;
		}
	builder_column(b, name, CELL_WORD, role);
	return true;
}

bool
builder_is_group(const struct builder *b, const char *name)
{
	size_t i;

	for (i = 0; i < b->sheet->ncolumns; i++)
		if (strcmp(b->sheet->columns[i].name, name) == 0)
			return b->sheet->columns[i].role == COLUMN_GROUP;
	return false;
}

/* What the period is called for a reader; NULL: by its name. */
static const char *
period_label(struct builder *b, const struct report_period *period)
{
	struct text t = { 0 };
	const char *kept;

	if (!report_runs(period) && !period_dated(&period->period))
		return NULL;
	report_add_name(period, b->report->lang, &t);
	kept = arena_copy(&b->sheets->arena, text_string(&t), t.len);
	text_release(&t);
	return kept;
}

void
builder_block(struct builder *b, size_t period, const char *group)
{
	if (b->named != period + 1)
		b->called = period_label(b, &b->report->periods[period]);
	b->named = period + 1;
	b->period = period;
	b->group = group;
}

void
builder_blocks(struct builder *b, void (*rows)(struct builder *))
{
	size_t g, p;

	for (g = 0; g < b->ngroups; g++)
		for (p = 0; p < b->report->nperiods; p++)
			if (b->report->periods[p].asked &&
			    !publish_withholds(b->report, b->tally, p, b->groups[g])) {
				builder_block(b, p, b->groups[g]);
				rows(b);
			}
}

bool
builder_of_all(const struct builder *b)
{
	return group_is_all(b->group);
}

const char *
builder_apart(struct builder *b, const char *column, const char *value)
{
	size_t n = strlen(column), size;
	const char *rest = value;
	char *apart;

	while (strncmp(rest, column, n) == 0 && rest[n] == ' ')
		rest += n + 1;
	if (strcasecmp(rest, COL_TOTAAL) != 0 && strcasecmp(rest, "total") != 0)
		return value;
	size = n + strlen(value) + 2;
	apart = arena_room(&b->sheets->arena, size);
	snprintf(apart, size, "%s %s", column, value);
	return apart;
}

/* The values of the group. */
static const char *const *
split(struct builder *b)
{
	if (b->values != NULL && b->split == b->group)
		return b->values;
	b->split = b->group;
	b->values = arena_room(&b->sheets->arena, (b->report->ngroups + 1) * sizeof *b->values);
	for (size_t i = 0; i < b->report->ngroups; i++)
		b->values[i] = builder_apart(b, b->sheet->columns[i + 1].name,
		    group_value(b->group, i, &b->sheets->arena));
	return b->values;
}

void
builder_row(struct builder *b)
{
	builder_row_in(b, result_row(b->sheets, b->sheet));
}

void
builder_row_in(struct builder *b, struct result_row *row)
{
	const struct report_period *period = &b->report->periods[b->period];
	size_t i = 0;

	b->row = row;
	b->column = 0;
	b->row->running = report_runs(period);
	b->row->all = builder_of_all(b);
	builder_word(b, period->period.name, b->called);
	for (; i < b->report->ngroups && b->row->all; i++)
		builder_word(b, COL_TOTAAL, builder_defined(b, COL_TOTAAL));
	for (; i < b->report->ngroups; i++) {
		const char *value = split(b)[i];

		builder_word(b, value, builder_unknown(b, value));
	}
}

void
builder_word(struct builder *b, const char *word, const char *label)
{
	struct cell *c = &b->row->cells[b->column++];

	c->type = CELL_WORD;
	c->word = word;
	c->label = label;
}

void
builder_empty(struct builder *b)
{
	b->column++;
}

void
builder_hidden(struct builder *b)
{
	b->row->cells[b->column++].type = CELL_HIDDEN;
}

void
builder_found(struct builder *b, size_t column)
{
	size_t i;

	for (i = column; i < b->sheet->ncolumns; i++) {
		enum cell_type type = b->row->cells[i].type;

		if (type != CELL_WORD && type != CELL_EMPTY && type != CELL_HIDDEN)
			return;
	}
	if (b->report->min_cell > 0)
		b->sheet->nrows--;
}

struct quantity
builder_quantity(struct builder *b, enum measure measure, const char *row, const char *column)
{
	return quantity_of(b->tally, &b->sheets->arena, measure, b->period, b->group, row, column);
}

static void
put(struct builder *b, const struct figure *f)
{
	struct cell *c = &b->row->cells[b->column];
	const struct figure_eye *eye = b->eye;

	if (builder_of_all(b) && f->kind != FIGURE_COUNT) {
		builder_empty(b);
		return;
	}
	*c = b->report->min_cell > 0 ? publish_figure(f, b->report->min_cell) : figure_cell(f);
	if (eye != NULL)
		eye->see(eye->context, b->sheet, b->row->cells, &b->sheet->columns[b->column], f);
	b->column++;
}

void
builder_figure(struct builder *b, enum figure_kind kind, struct quantity of)
{
	struct figure f = { .kind = kind, .of = of };

	put(b, &f);
}

void
builder_count(struct builder *b, enum measure measure, const char *row, const char *column)
{
	builder_figure(b, FIGURE_COUNT, builder_quantity(b, measure, row, column));
}

void
builder_share(struct builder *b, struct quantity of, struct quantity out_of)
{
	struct figure f = { .kind = FIGURE_SHARE, .of = of, .out_of = out_of };

	put(b, &f);
}

void
builder_part(struct builder *b, struct quantity of, struct quantity out_of)
{
	builder_figure(b, FIGURE_COUNT, out_of);
	builder_figure(b, FIGURE_COUNT, of);
	builder_share(b, of, out_of);
}

void
builder_expected(struct builder *b, struct quantity ended, struct quantity since,
    struct quantity until)
{
	struct figure f = { .kind = FIGURE_EXPECTED, .of = ended, .out_of = since, .until = until };

	put(b, &f);
}

void
builder_days(struct builder *b, long days)
{
	b->row->cells[b->column].type = CELL_DAYS;
	b->row->cells[b->column++].number = days;
}

const char *
builder_code(const char *code)
{
	return code[0] == '\0' ? "-" : code;
}

void
builder_found_row(struct builder *b, const struct rows *rows, size_t i)
{
	if (i >= rows->known)
		builder_found(b, 0);
}

static int
by_word(const void *a, const void *b)
{
	return group_compare_word(*(const char *const *)a, *(const char *const *)b);
}

static bool
among(const char *const *list, size_t n, const char *word)
{
	size_t i;

	for (i = 0; i < n && strcmp(list[i], word) != 0; i++)
		continue;
	return i < n;
}

struct rows
builder_rows(struct builder *b, const char *const *codes, size_t n, enum measure measure)
{
	struct rows rows = { .known = n };
	size_t i, nrun;
	const struct tally_entry *const *run;

	run = tally_run(b->rows, measure, b->period, b->group, &nrun);

	rows.at = arena_room(&b->sheets->arena, (n + nrun + 1) * sizeof *rows.at);
	for (i = 0; i < n; i++)
		rows.at[rows.n++] = codes[i];
	/* The columns of a row stand together. */
	for (i = 0; i < nrun; i++)
		if ((i == 0 || strcmp(run[i]->key.row, run[i - 1]->key.row) != 0) &&
		    !among(rows.at, n, run[i]->key.row))
			rows.at[rows.n++] = run[i]->key.row;
	qsort(rows.at + n, rows.n - n, sizeof *rows.at, by_word);
	return rows;
}

struct rows
builder_united(struct builder *b, struct rows one, struct rows other, size_t same)
{
	struct rows both = { .n = same, .known = same };
	size_t x = same, y = same;

	both.at = arena_room(&b->sheets->arena, (one.n + other.n + 1) * sizeof *both.at);
	if (same > 0)
		memcpy(both.at, one.at, same * sizeof *both.at);
	while (x < one.n || y < other.n) {
		int c = x == one.n ? 1 : y == other.n ? -1 :
		    group_compare_word(one.at[x], other.at[y]);

		both.at[both.n++] = c <= 0 ? one.at[x] : other.at[y];
		x += c <= 0;
		y += c >= 0;
	}
	return both;
}

struct rows
builder_phases(struct builder *b, enum measure measure)
{
	const struct model *m = b->report->model;
	const char **codes = arena_room(&b->sheets->arena, (m->nphases + 1) * sizeof *codes);
	size_t i;

	for (i = 0; i < m->nphases; i++)
		codes[i] = m->phases[i].code;
	return builder_rows(b, codes, m->nphases, measure);
}

struct rows
builder_domains(struct builder *b, enum measure measure)
{
	const struct model *m = b->report->model;
	const char **codes = arena_room(&b->sheets->arena, (m->ndomains + 1) * sizeof *codes);
	size_t i;

	for (i = 0; i < m->ndomains; i++)
		codes[i] = m->domains[i].code;
	return builder_rows(b, codes, m->ndomains, measure);
}

const char *
builder_unknown(struct builder *b, const char *code)
{
	return strcmp(code, GROUP_UNKNOWN) == 0 ? builder_defined(b, GROUP_UNKNOWN) : NULL;
}

const char *
builder_phase_label(struct builder *b, const char *code)
{
	const struct model_phase *p = model_phase(b->report->model, code);

	return p == NULL ? builder_unknown(b, code) : builder_label(b, &p->name);
}

const char *
builder_domain_label(struct builder *b, const char *code)
{
	const struct model_domain *d = model_domain(b->report->model, code);

	return d == NULL ? builder_unknown(b, code) : builder_label(b, &d->name);
}

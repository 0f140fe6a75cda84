/* SPDX-License-Identifier: ISC */
#include <string.h>

#include "group.h"
#include "tables_view.h"

static void
flow_row(struct builder *b)
{
	builder_row(b);
	builder_count(b, MEASURE_START, NULL, NULL);
	builder_count(b, MEASURE_IN, NULL, NULL);
	builder_count(b, MEASURE_OUT, NULL, NULL);
	builder_count(b, MEASURE_NOT_PLACED, NULL, NULL);
	builder_count(b, MEASURE_OPEN, NULL, NULL);
}

static void
month_name(date d, char to[DATE_SIZE])
{
	date_format(d, to);
	to[7] = '\0';
}

/*
 * Each month from the period's first to that of T; without beginning those in which something
 * happened.
 */
static struct rows
months(struct builder *b)
{
	static const enum measure measures[] = {
		MEASURE_MONTH_IN, MEASURE_MONTH_NOT_PLACED, MEASURE_MONTH_OUT
	};
	const struct report_period *p = &b->report->periods[b->period];
	struct rows all = { 0 };
	char month[DATE_SIZE];
	size_t i;
	date d;

	if (p->period.from != DATE_NONE) {
		for (d = p->period.from; d <= p->at; d = date_add_months(d, 1)) {
			const char **longer = arena_room(&b->sheets->arena,
			    (all.n + 1) * sizeof *longer);
			int year, m, day;

			date_split(d, &year, &m, &day);
			d -= day - 1;
			month_name(d, month);
			if (all.n > 0)
				memcpy(longer, all.at, all.n * sizeof *longer);
			longer[all.n++] = arena_copy(&b->sheets->arena, month, strlen(month));
			all.at = longer;
		}
		return all;
	}
	for (i = 0; i < sizeof measures / sizeof *measures; i++)
		all = builder_united(b, all, builder_rows(b, NULL, 0, measures[i]), 0);
	return all;
}

static void
month_rows(struct builder *b)
{
	struct rows rows = months(b);
	size_t i;

	for (i = 0; i < rows.n; i++) {
		builder_row(b);
		builder_word(b, rows.at[i], NULL);
		builder_count(b, MEASURE_MONTH_IN, rows.at[i], NULL);
		builder_count(b, MEASURE_MONTH_OUT, rows.at[i], NULL);
		builder_count(b, MEASURE_MONTH_NOT_PLACED, rows.at[i], NULL);
	}
}

static void
phase_rows(struct builder *b)
{
	size_t nphases = b->report->model->nphases;
	struct rows rows = builder_phases(b, MEASURE_PHASE_IN);
	size_t i;

	rows = builder_united(b, rows, builder_phases(b, MEASURE_PHASE_OUT), nphases);
	rows = builder_united(b, rows, builder_phases(b, MEASURE_PHASE_OPEN), nphases);
	for (i = 0; i < rows.n; i++) {
		builder_row(b);
		builder_word(b, rows.at[i], builder_phase_label(b, rows.at[i]));
		builder_count(b, MEASURE_PHASE_IN, rows.at[i], NULL);
		builder_count(b, MEASURE_PHASE_OUT, rows.at[i], NULL);
		builder_count(b, MEASURE_PHASE_OPEN, rows.at[i], NULL);
		builder_found_row(b, &rows, i);
	}
}

static void
builder_months(struct builder *b)
{
	builder_table(b, TAB_DOORSTROOM_MAAND, CHART_MONTHS);
	builder_column(b, COL_MAAND, CELL_WORD, COLUMN_LABEL);
	builder_column(b, COL_INSTROOM, CELL_COUNT, COLUMN_FIGURE)->series = true;
	builder_column(b, COL_UITSTROOM, CELL_COUNT, COLUMN_FIGURE)->series = true;
	builder_column(b, COL_NIET_GEPLAATST, CELL_COUNT, COLUMN_FIGURE)->series = true;
	builder_blocks(b, month_rows);
}

static void
decision_rows(struct builder *b)
{
	for (int i = INTAKE_AFGEWEZEN; i <= INTAKE_INGETROKKEN; i++) {
		builder_row(b);
		builder_word(b, INTAKE_words[i], builder_defined(b, INTAKE_words[i]));
		builder_count(b, MEASURE_DECISION, INTAKE_words[i], NULL);
	}
}

static void
return_row(struct builder *b)
{
	struct quantity later = builder_quantity(b, MEASURE_YEAR_LATER, NULL, NULL);

	builder_row(b);
	builder_count(b, MEASURE_NEW, NULL, NULL);
	builder_count(b, MEASURE_AGAIN, NULL, NULL);
	builder_count(b, MEASURE_AGAIN_SOON, NULL, NULL);
	builder_figure(b, FIGURE_COUNT, later);
	builder_share(b, builder_quantity(b, MEASURE_STAYED_AWAY, NULL, NULL), later);
}

static void
served_row(struct builder *b)
{
	builder_row(b);
	builder_count(b, MEASURE_SERVED, NULL, NULL);
}

void
tables_flow(struct builder *b)
{
	builder_table(b, TAB_DOORSTROOM, CHART_NONE);
	builder_column(b, COL_START, CELL_COUNT, COLUMN_FIGURE);
	builder_column(b, COL_INSTROOM, CELL_COUNT, COLUMN_FIGURE);
	builder_column(b, COL_UITSTROOM, CELL_COUNT, COLUMN_FIGURE);
	builder_column(b, COL_NIET_GEPLAATST, CELL_COUNT, COLUMN_FIGURE);
	builder_column(b, COL_OPEN, CELL_COUNT, COLUMN_FIGURE);
	builder_blocks(b, flow_row);
	if (b->report->min_cell == 0)
		builder_months(b);
	builder_table(b, TAB_DOORSTROOM_FASE, CHART_BARS);
	builder_column(b, COL_FASE, CELL_WORD, COLUMN_LABEL);
	builder_column(b, COL_BEGONNEN, CELL_COUNT, COLUMN_FIGURE);
	builder_column(b, COL_BEEINDIGD, CELL_COUNT, COLUMN_FIGURE);
	builder_column(b, COL_OPEN, CELL_COUNT, COLUMN_FIGURE)->series = true;
	builder_blocks(b, phase_rows);
	builder_table(b, TAB_DOORSTROOM_BESLUIT, CHART_NONE);
	builder_column(b, COL_BESLUIT, CELL_WORD, COLUMN_LABEL);
	builder_column(b, COL_N, CELL_COUNT, COLUMN_FIGURE);
	builder_blocks(b, decision_rows);
	builder_table(b, TAB_DOORSTROOM_HERHAALD, CHART_NONE);
	builder_column(b, COL_NIEUW, CELL_COUNT, COLUMN_FIGURE);
	builder_column(b, COL_HERHAALD, CELL_COUNT, COLUMN_FIGURE);
	builder_column(b, COL_BINNEN_JAAR, CELL_COUNT, COLUMN_FIGURE);
	builder_column(b, COL_JAAR_LATER, CELL_COUNT, COLUMN_FIGURE);
	builder_column(b, COL_GEEN_NIEUWE_START, CELL_PERCENT, COLUMN_FIGURE);
	builder_blocks(b, return_row);
	builder_table(b, TAB_DOORSTROOM_BEDIEND, CHART_NONE);
	builder_column(b, COL_BEDIEND, CELL_COUNT, COLUMN_FIGURE);
	builder_blocks(b, served_row);
}

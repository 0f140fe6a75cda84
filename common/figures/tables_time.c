/* SPDX-License-Identifier: ISC */
#include "tables_view.h"

static void
waiting_row(struct builder *b)
{
	builder_row(b);
	builder_count(b, MEASURE_WAITING, NULL, NULL);
}

static void
statistics(struct builder *b, struct quantity q, bool maximum)
{
	builder_figure(b, FIGURE_COUNT, q);
	builder_figure(b, FIGURE_MEDIAN, q);
	builder_figure(b, FIGURE_P90, q);
	if (maximum)
		builder_figure(b, FIGURE_MAXIMUM, q);
}

static void
wait_row(struct builder *b, const char *name, enum measure measure, enum measure over, long norm)
{
	struct quantity waits = builder_quantity(b, measure, NULL, NULL);

	builder_row(b);
	builder_word(b, name, builder_defined(b, name));
	statistics(b, waits, false);
	if (norm == 0) {
		builder_empty(b);
		builder_empty(b);
	} else {
		builder_days(b, norm);
		builder_share(b, builder_quantity(b, over, NULL, NULL), waits);
	}
}

static void
wait_rows(struct builder *b)
{
	const struct model *m = b->report->model;

	wait_row(b, COL_INTAKE, MEASURE_WAIT_INTAKE, MEASURE_WAIT_INTAKE_OVER, m->norm_intake);
	wait_row(b, COL_PLAATSING, MEASURE_WAIT_PLACED, MEASURE_NONE, 0);
	wait_row(b, COL_AANMELDING, MEASURE_WAIT_BEGIN, MEASURE_WAIT_BEGIN_OVER, m->norm_placement);
}

/* Who waits at T. */
static void
now_rows(struct builder *b)
{
	struct quantity waiting = builder_quantity(b, MEASURE_WAITING, NULL, NULL);
	struct quantity unseen = builder_quantity(b, MEASURE_UNSEEN, NULL, NULL);

	builder_row(b);
	builder_word(b, COL_WACHTLIJST, builder_defined(b, COL_WACHTLIJST));
	builder_figure(b, FIGURE_COUNT, waiting);
	builder_figure(b, FIGURE_MEDIAN, waiting);
	if (b->report->model->signal_waiting > 0)
		builder_count(b, MEASURE_WAITING_LONG, NULL, NULL);
	else
		builder_empty(b);
	builder_row(b);
	builder_word(b, COL_GEEN_INTAKE, builder_defined(b, COL_GEEN_INTAKE));
	builder_figure(b, FIGURE_COUNT, unseen);
	builder_figure(b, FIGURE_MEDIAN, unseen);
	builder_empty(b);
}

void
tables_waiting(struct builder *b)
{
	builder_table(b, TAB_WACHTEN, CHART_NONE);
	builder_column(b, COL_WACHTLIJST, CELL_COUNT, COLUMN_FIGURE);
	builder_blocks(b, waiting_row);
	builder_table(b, TAB_WACHTEN_DUUR, CHART_NORM);
	builder_column(b, COL_WACHTTIJD, CELL_WORD, COLUMN_LABEL);
	builder_column(b, COL_N, CELL_COUNT, COLUMN_FIGURE);
	builder_column(b, COL_MEDIAAN, CELL_DAYS, COLUMN_FIGURE)->series = true;
	builder_column(b, COL_P90, CELL_DAYS, COLUMN_FIGURE)->series = true;
	builder_column(b, COL_NORM, CELL_DAYS, COLUMN_FIGURE)->spare = 1;
	builder_column(b, COL_BOVEN_NORM, CELL_PERCENT, COLUMN_FIGURE);
	builder_blocks(b, wait_rows);
	builder_table(b, TAB_WACHTEN_NU, CHART_NONE);
	builder_column(b, COL_WACHTEND, CELL_WORD, COLUMN_LABEL);
	builder_column(b, COL_N, CELL_COUNT, COLUMN_FIGURE);
	builder_column(b, COL_MEDIAAN, CELL_DAYS, COLUMN_FIGURE);
	builder_column(b, COL_TE_LANG, CELL_COUNT, COLUMN_FIGURE);
	builder_blocks(b, now_rows);
}

/* One phase of those of the model, or another. */
static void
stay_row(struct builder *b, const char *code)
{
	const struct model_phase *phase = model_phase(b->report->model, code);
	struct quantity stays = builder_quantity(b, MEASURE_STAY, code, NULL);
	struct quantity open = builder_quantity(b, MEASURE_PHASE_OPEN, code, NULL);
	bool norm = phase != NULL && phase->norm_days > 0;

	builder_row(b);
	builder_word(b, code, builder_phase_label(b, code));
	statistics(b, stays, true);
	if (norm) {
		builder_days(b, phase->norm_days);
		builder_share(b, builder_quantity(b, MEASURE_STAY_OVER, code, NULL), stays);
	} else {
		builder_empty(b);
		builder_empty(b);
	}
	builder_figure(b, FIGURE_COUNT, open);
	builder_figure(b, FIGURE_MEDIAN, open);
	if (norm)
		builder_count(b, MEASURE_PHASE_OVER, code, NULL);
	else
		builder_empty(b);
	builder_expected(b, stays, builder_quantity(b, MEASURE_STAY_SINCE, code, NULL),
	    builder_quantity(b, MEASURE_STAY_UNTIL, code, NULL));
}

static void
stay_rows(struct builder *b)
{
	size_t nphases = b->report->model->nphases;
	struct rows rows = builder_united(b, builder_phases(b, MEASURE_STAY),
	    builder_phases(b, MEASURE_STAY_SINCE), nphases);

	rows = builder_united(b, rows, builder_phases(b, MEASURE_PHASE_OPEN), nphases);
	for (size_t i = 0; i < rows.n; i++) {
		stay_row(b, rows.at[i]);
		builder_found_row(b, &rows, i);
	}
}

static void
trajectory_row(struct builder *b)
{
	struct quantity ended = builder_quantity(b, MEASURE_TRAJECTORY, NULL, NULL);
	struct quantity open = builder_quantity(b, MEASURE_OPEN, NULL, NULL);

	builder_row(b);
	statistics(b, ended, true);
	builder_figure(b, FIGURE_COUNT, open);
	builder_figure(b, FIGURE_MEDIAN, open);
	builder_expected(b, ended, builder_quantity(b, MEASURE_TRAJECTORY_SINCE, NULL, NULL),
	    builder_quantity(b, MEASURE_TRAJECTORY_UNTIL, NULL, NULL));
}

void
tables_lead_time(struct builder *b)
{
	builder_table(b, TAB_DOORLOOPTIJD, CHART_NORM);
	builder_column(b, COL_FASE, CELL_WORD, COLUMN_LABEL);
	builder_column(b, COL_N, CELL_COUNT, COLUMN_FIGURE);
	builder_column(b, COL_MEDIAAN, CELL_DAYS, COLUMN_FIGURE)->series = true;
	builder_column(b, COL_P90, CELL_DAYS, COLUMN_FIGURE)->series = true;
	builder_column(b, COL_MAXIMUM, CELL_DAYS, COLUMN_FIGURE)->spare = 1;
	builder_column(b, COL_NORM, CELL_DAYS, COLUMN_FIGURE)->spare = 1;
	builder_column(b, COL_BOVEN_NORM, CELL_PERCENT, COLUMN_FIGURE)->spare = 1;
	builder_column(b, COL_OPEN, CELL_COUNT, COLUMN_FIGURE);
	builder_column(b, COL_OPEN_MEDIAAN, CELL_DAYS, COLUMN_FIGURE)->spare = 1;
	builder_column(b, COL_OPEN_BOVEN_NORM, CELL_COUNT, COLUMN_FIGURE)->spare = 1;
	builder_column(b, COL_VERWACHT, CELL_DAYS, COLUMN_FIGURE);
	builder_blocks(b, stay_rows);
	builder_table(b, TAB_DOORLOOPTIJD_TRAJECT, CHART_NONE);
	builder_column(b, COL_N, CELL_COUNT, COLUMN_FIGURE);
	builder_column(b, COL_MEDIAAN, CELL_DAYS, COLUMN_FIGURE);
	builder_column(b, COL_P90, CELL_DAYS, COLUMN_FIGURE);
	builder_column(b, COL_MAXIMUM, CELL_DAYS, COLUMN_FIGURE);
	builder_column(b, COL_OPEN, CELL_COUNT, COLUMN_FIGURE);
	builder_column(b, COL_OPEN_MEDIAAN, CELL_DAYS, COLUMN_FIGURE)->spare = 1;
	builder_column(b, COL_VERWACHT, CELL_DAYS, COLUMN_FIGURE);
	builder_blocks(b, trajectory_row);
}

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

/* A row that the model has no code for is there because something was counted. */
static void
found_row(struct builder *b, const struct rows *rows, size_t i)
{
	if (i >= rows->known)
		builder_found(b, 0);
}

static void
month_name(date d, char to[DATE_SIZE])
{
	date_format(d, to);
	to[7] = '\0';
}

/* Two lists as one; the first `same` are equal in both, the others in the order of builder_rows. */
static struct rows
united(struct builder *b, struct rows one, struct rows other, size_t same)
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
		all = united(b, all, builder_rows(b, NULL, 0, measures[i]), 0);
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

	rows = united(b, rows, builder_phases(b, MEASURE_PHASE_OUT), nphases);
	rows = united(b, rows, builder_phases(b, MEASURE_PHASE_OPEN), nphases);
	for (i = 0; i < rows.n; i++) {
		builder_row(b);
		builder_word(b, rows.at[i], builder_phase_label(b, rows.at[i]));
		builder_count(b, MEASURE_PHASE_IN, rows.at[i], NULL);
		builder_count(b, MEASURE_PHASE_OUT, rows.at[i], NULL);
		builder_count(b, MEASURE_PHASE_OPEN, rows.at[i], NULL);
		found_row(b, &rows, i);
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
}

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
wait_rows(struct builder *b)
{
	builder_row(b);
	builder_word(b, COL_INTAKE, builder_defined(b, COL_INTAKE));
	statistics(b, builder_quantity(b, MEASURE_WAIT_INTAKE, NULL, NULL), false);
	builder_row(b);
	builder_word(b, COL_PLAATSING, builder_defined(b, COL_PLAATSING));
	statistics(b, builder_quantity(b, MEASURE_WAIT_PLACED, NULL, NULL), false);
}

void
tables_waiting(struct builder *b)
{
	builder_table(b, TAB_WACHTEN, CHART_NONE);
	builder_column(b, COL_WACHTLIJST, CELL_COUNT, COLUMN_FIGURE);
	builder_blocks(b, waiting_row);
	builder_table(b, TAB_WACHTEN_DUUR, CHART_BARS);
	builder_column(b, COL_WACHTTIJD, CELL_WORD, COLUMN_LABEL);
	builder_column(b, COL_N, CELL_COUNT, COLUMN_FIGURE);
	builder_column(b, COL_MEDIAAN, CELL_DAYS, COLUMN_FIGURE)->series = true;
	builder_column(b, COL_P90, CELL_DAYS, COLUMN_FIGURE)->series = true;
	builder_blocks(b, wait_rows);
}

static void
stay_rows(struct builder *b)
{
	struct rows rows = builder_phases(b, MEASURE_STAY);
	size_t i;

	for (i = 0; i < rows.n; i++) {
		const struct model_phase *phase = model_phase(b->report->model, rows.at[i]);
		struct quantity stays = builder_quantity(b, MEASURE_STAY, rows.at[i], NULL);

		builder_row(b);
		builder_word(b, rows.at[i], builder_phase_label(b, rows.at[i]));
		statistics(b, stays, true);
		if (phase == NULL || phase->norm_days == 0) {
			builder_empty(b);
			builder_empty(b);
		} else {
			b->row->cells[b->column].type = CELL_DAYS;
			b->row->cells[b->column++].number = phase->norm_days;
			builder_share(b, builder_quantity(b, MEASURE_STAY_OVER, rows.at[i], NULL),
			    stays);
		}
		found_row(b, &rows, i);
	}
}

static void
trajectory_row(struct builder *b)
{
	builder_row(b);
	statistics(b, builder_quantity(b, MEASURE_TRAJECTORY, NULL, NULL), true);
}

void
tables_lead_time(struct builder *b)
{
	builder_table(b, TAB_DOORLOOPTIJD, CHART_BARS);
	builder_column(b, COL_FASE, CELL_WORD, COLUMN_LABEL);
	builder_column(b, COL_N, CELL_COUNT, COLUMN_FIGURE);
	builder_column(b, COL_MEDIAAN, CELL_DAYS, COLUMN_FIGURE)->series = true;
	builder_column(b, COL_P90, CELL_DAYS, COLUMN_FIGURE)->series = true;
	builder_column(b, COL_MAXIMUM, CELL_DAYS, COLUMN_FIGURE);
	builder_column(b, COL_NORM, CELL_DAYS, COLUMN_FIGURE);
	builder_column(b, COL_BOVEN_NORM, CELL_PERCENT, COLUMN_FIGURE);
	builder_blocks(b, stay_rows);
	builder_table(b, TAB_DOORLOOPTIJD_TRAJECT, CHART_NONE);
	builder_column(b, COL_N, CELL_COUNT, COLUMN_FIGURE);
	builder_column(b, COL_MEDIAAN, CELL_DAYS, COLUMN_FIGURE);
	builder_column(b, COL_P90, CELL_DAYS, COLUMN_FIGURE);
	builder_column(b, COL_MAXIMUM, CELL_DAYS, COLUMN_FIGURE);
	builder_blocks(b, trajectory_row);
}

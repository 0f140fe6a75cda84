/* SPDX-License-Identifier: ISC */
#include <stdio.h>
#include <string.h>

#include "count.h"
#include "schema.h"
#include "tables_view.h"

/* The open trajectories of a worker; NULL = all. */
static void
caseload_row(struct builder *b, const char *worker)
{
	const struct model *m = b->report->model;
	enum measure by = worker == NULL ? MEASURE_PHASE_OPEN : MEASURE_CASELOAD;
	size_t i;

	builder_row(b);
	b->row->total = worker == NULL;
	if (!builder_is_group(b, COL_BEGELEIDER))
		builder_word(b, worker == NULL ? COL_TOTAAL :
		    builder_apart(b, COL_BEGELEIDER, worker),
		    worker == NULL ? builder_defined(b, COL_TOTAAL) : NULL);
	for (i = 0; i < m->nphases; i++) {
		const char *phase = m->phases[i].code;

		builder_count(b, by, worker == NULL ? phase : worker,
		    worker == NULL ? NULL : phase);
	}
	if (worker == NULL) {
		builder_count(b, MEASURE_PHASE_NONE, NULL, NULL);
		builder_count(b, MEASURE_OPEN, NULL, NULL);
	} else {
		builder_count(b, by, worker, "");
		builder_count(b, by, worker, NULL);
	}
}

static void
caseload_rows(struct builder *b)
{
	struct rows workers;
	struct tally *all = b->rows;
	size_t i;

	b->rows = b->tally;	/* rows of no count need not be made again for each dossier of a
				   trace */
	workers = builder_rows(b, NULL, 0, MEASURE_CASELOAD);
	b->rows = all;

	if (builder_is_group(b, COL_BEGELEIDER) && builder_of_all(b))
		workers.n = 0;
	for (i = 0; i < workers.n && b->report->min_cell == 0; i++)
		caseload_row(b, workers.at[i]);
	if (!builder_is_group(b, COL_BEGELEIDER) || builder_of_all(b))
		caseload_row(b, NULL);
}

void
tables_caseload(struct builder *b)
{
	const struct model *m = b->report->model;
	struct arena *arena = &b->sheets->arena;
	struct text legend = { 0 }, name = { 0 };
	struct column *c;
	size_t i;

	builder_table(b, TAB_CASELOAD, CHART_STACKED);
	builder_own_column(b, COL_BEGELEIDER, COLUMN_LABEL);
	for (i = 0; i < m->nphases; i++) {
		text_clear(&name);
		text_addf(&name, "fase.%s", m->phases[i].code);
		c = builder_column(b, arena_copy(arena, text_string(&name), name.len), CELL_COUNT,
		    COLUMN_FIGURE);
		c->heading = builder_label(b, &m->phases[i].name);
		c->series = true;
		text_clear(&name);
		text_addf(&name, "%zu", i + 1);
		c->brief = arena_copy(arena, text_string(&name), name.len);
		text_addf(&legend, "%s%zu %s", i == 0 ? "" : ", ", i + 1, c->heading);
	}
	c = builder_column(b, COL_GEEN_FASE, CELL_COUNT, COLUMN_FIGURE);
	c->series = true;
	c->brief = "-";
	text_addf(&legend, ", - %s", c->heading);
	b->sheet->legend = arena_copy(arena, text_string(&legend), legend.len);
	builder_column(b, COL_TOTAAL, CELL_COUNT, COLUMN_FIGURE);
	builder_blocks(b, caseload_rows);
	text_release(&legend);
	text_release(&name);
}

static void
principle_rows(struct builder *b)
{
	struct quantity open = builder_quantity(b, MEASURE_OPEN, NULL, NULL);
	size_t i;

	for (i = 0; UITGANGSPUNT_words[i] != NULL; i++) {
		const char *principle = UITGANGSPUNT_words[i];
		struct quantity of = builder_quantity(b, MEASURE_PRINCIPLE, principle, NULL);

		builder_row(b);
		builder_word(b, principle, builder_defined(b, principle));
		builder_part(b, of, open);
	}
}

/* How often the conditions of a phase were set aside when it was left. */
static void
deviation_rows(struct builder *b)
{
	struct rows rows = builder_phases(b, MEASURE_MOVE);

	for (size_t i = 0; i < rows.n; i++) {
		struct quantity moves = builder_quantity(b, MEASURE_MOVE, rows.at[i], NULL);
		struct quantity of = builder_quantity(b, MEASURE_DEVIATION, rows.at[i], NULL);

		builder_row(b);
		builder_word(b, rows.at[i], builder_phase_label(b, rows.at[i]));
		builder_part(b, of, moves);
		builder_found_row(b, &rows, i);
	}
}

static void
switch_rows(struct builder *b)
{
	struct quantity all = builder_quantity(b, MEASURE_REPORTED, NULL, NULL);

	for (size_t i = 0; i < sizeof count_switch_names / sizeof *count_switch_names; i++) {
		const char *what = count_switch_names[i];
		struct quantity of = builder_quantity(b, MEASURE_SWITCH, what, NULL);

		builder_row(b);
		builder_word(b, what, builder_defined(b, what));
		builder_part(b, of, all);
	}
}

static void
counted_columns(struct builder *b)
{
	builder_column(b, COL_N, CELL_COUNT, COLUMN_FIGURE);
	builder_column(b, COL_AANTAL, CELL_COUNT, COLUMN_FIGURE);
	builder_column(b, COL_AANDEEL, CELL_PERCENT, COLUMN_FIGURE)->series = true;
}

void
tables_principles(struct builder *b)
{
	builder_table(b, TAB_UITGANGSPUNTEN, CHART_BARS);
	builder_column(b, COL_UITGANGSPUNT, CELL_WORD, COLUMN_LABEL);
	counted_columns(b);
	builder_blocks(b, principle_rows);
	builder_table(b, TAB_UITGANGSPUNTEN_AFWIJKINGEN, CHART_BARS);
	builder_column(b, COL_FASE, CELL_WORD, COLUMN_LABEL);
	counted_columns(b);
	builder_blocks(b, deviation_rows);
	builder_table(b, TAB_UITGANGSPUNTEN_WISSELINGEN, CHART_NONE);
	builder_column(b, COL_WISSELING, CELL_WORD, COLUMN_LABEL);
	counted_columns(b);
	builder_blocks(b, switch_rows);
}

/* SPDX-License-Identifier: ISC */
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "count.h"
#include "tables_view.h"

static void
outflow_row(struct builder *b)
{
	struct quantity out = builder_quantity(b, MEASURE_OUT, NULL, NULL);
	struct quantity marks = builder_quantity(b, MEASURE_SATISFACTION, NULL, NULL);
	struct quantity goals = builder_quantity(b, MEASURE_OUT_GOALS, NULL, NULL);
	struct quantity dropouts = builder_quantity(b, MEASURE_DROPOUT, NULL, NULL);

	builder_row(b);
	builder_figure(b, FIGURE_COUNT, out);
	builder_figure(b, FIGURE_COUNT, dropouts);
	builder_share(b, dropouts, builder_quantity(b, MEASURE_JUDGED, NULL, NULL));
	builder_figure(b, FIGURE_COUNT, marks);
	builder_figure(b, FIGURE_MEAN, marks);
	builder_figure(b, FIGURE_COUNT, goals);
	builder_share(b, builder_quantity(b, MEASURE_OUT_FINISHED, NULL, NULL), goals);
}

static void
reason_row(struct builder *b, const char *reason)
{
	const struct model_reason *r = reason == NULL ? NULL :
	    model_reason(b->report->model, reason);
	struct quantity out = builder_quantity(b, MEASURE_OUT, NULL, NULL);
	struct quantity of = reason == NULL ? out :
	    builder_quantity(b, MEASURE_REASON, reason, NULL);
	const char *answer = schema_yes(r != NULL && r->dropout);
	const char *neutral = schema_yes(r != NULL && r->neutral);

	builder_row(b);
	b->row->total = reason == NULL;
	if (reason == NULL) {
		builder_word(b, COL_TOTAAL, builder_defined(b, COL_TOTAAL));
		builder_empty(b);
	} else {
		builder_word(b, reason, r == NULL ? builder_unknown(b, reason) :
		    builder_label(b, &r->name));
		builder_word(b, answer, builder_defined(b, answer));
	}
	builder_figure(b, FIGURE_COUNT, of);
	builder_share(b, of, out);
	if (reason == NULL)
		builder_empty(b);
	else
		builder_word(b, neutral, builder_defined(b, neutral));
}

static void
reason_rows(struct builder *b)
{
	const struct model *m = b->report->model;
	const char **codes = arena_room(&b->sheets->arena, (m->nreasons + 1) * sizeof *codes);
	struct rows rows;
	size_t i;

	for (i = 0; i < m->nreasons; i++)
		codes[i] = m->reasons[i].code;
	rows = builder_rows(b, codes, m->nreasons, MEASURE_REASON);
	for (i = 0; i < rows.n; i++) {
		reason_row(b, rows.at[i]);
		if (i >= rows.known)
			builder_found(b, 0);
	}
	reason_row(b, NULL);
}

/* Puts the code in its place, by bytes with "-" last, unless it is there. */
static void
insert(struct rows *codes, const char *code)
{
	size_t i;

	for (i = 0; i < codes->n; i++)
		if (strcmp(codes->at[i], code) == 0)
			return;
	for (i = codes->n++; i > 0 && strcmp(code, "-") != 0 &&
	    (strcmp(codes->at[i - 1], "-") == 0 || strcmp(codes->at[i - 1], code) > 0); i--)
		codes->at[i] = codes->at[i - 1];
	codes->at[i] = code;
}

/* The codes of the model's reasons, and "-" last where a reason counted has none. */
static void
national_rows(struct builder *b)
{
	const struct model *m = b->report->model;
	struct rows counted = builder_rows(b, NULL, 0, MEASURE_NATIONAL), codes = { 0 };
	size_t i;

	codes.at = arena_room(&b->sheets->arena, (m->nreasons + counted.n + 1) * sizeof *codes.at);
	for (i = 0; i < m->nreasons; i++)
		insert(&codes, builder_code(m->reasons[i].national));
	codes.known = codes.n;
	for (i = 0; i < counted.n; i++)
		insert(&codes, counted.at[i]);
	for (i = 0; i < codes.n; i++) {
		struct quantity of = builder_quantity(b, MEASURE_NATIONAL, codes.at[i], NULL);

		builder_row(b);
		builder_word(b, codes.at[i], NULL);
		builder_figure(b, FIGURE_COUNT, of);
		builder_share(b, of, builder_quantity(b, MEASURE_OUT, NULL, NULL));
		if (i >= codes.known)
			builder_found(b, 0);
	}
}

/* Of those that count how many dropped out, and how many left early by agreement. */
static void
dropout_row(struct builder *b)
{
	struct quantity judged = builder_quantity(b, MEASURE_JUDGED, NULL, NULL);
	struct quantity dropouts = builder_quantity(b, MEASURE_DROPOUT, NULL, NULL);
	struct quantity agreed = builder_quantity(b, MEASURE_AGREED, NULL, NULL);

	builder_row(b);
	builder_count(b, MEASURE_OUT, NULL, NULL);
	builder_count(b, MEASURE_NEUTRAL, NULL, NULL);
	builder_count(b, MEASURE_REASON_UNKNOWN, NULL, NULL);
	builder_part(b, dropouts, judged);
	builder_figure(b, FIGURE_COUNT, agreed);
	builder_share(b, agreed, judged);
}

static void
phase_end_rows(struct builder *b)
{
	struct rows rows = builder_phases(b, MEASURE_PHASE_END);

	for (size_t i = 0; i < rows.n; i++) {
		const char *phase = rows.at[i];
		struct quantity judged = builder_quantity(b, MEASURE_PHASE_JUDGED, phase, NULL);
		struct quantity lost = builder_quantity(b, MEASURE_PHASE_DROPOUT, phase, NULL);

		builder_row(b);
		builder_word(b, phase, builder_phase_label(b, phase));
		builder_count(b, MEASURE_PHASE_END, phase, NULL);
		builder_part(b, lost, judged);
		builder_found_row(b, &rows, i);
	}
}

static void
destination_rows(struct builder *b)
{
	const struct schema_field *f = schema_slot(&schema_kinds[KIND_UITSTROOM],
	    UITSTROOM_BESTEMMING);
	const char **codes = NULL, *code;
	size_t n = 0, cap = 0, length;
	struct rows rows;

	while (f->codes != NULL && (code = schema_code_n(f->codes, n, &length)) != NULL) {
		codes = alloc_room(codes, &cap, n + 1, sizeof *codes);
		codes[n++] = arena_copy(&b->sheets->arena, code, length);
	}
	rows = builder_rows(b, codes, n, MEASURE_DESTINATION);
	free(codes);
	for (size_t i = 0; i < rows.n; i++) {
		struct quantity of = builder_quantity(b, MEASURE_DESTINATION, rows.at[i], NULL);
		const char *label = model_value_label(b->report->model, f, rows.at[i],
		    b->report->lang);

		builder_row(b);
		builder_word(b, rows.at[i], label != NULL ? label :
		    builder_unknown(b, rows.at[i]));
		builder_figure(b, FIGURE_COUNT, of);
		builder_share(b, of, builder_quantity(b, MEASURE_OUT, NULL, NULL));
		builder_found_row(b, &rows, i);
	}
}

void
tables_outflow(struct builder *b)
{
	builder_table(b, TAB_UITSTROOM, CHART_NONE);
	builder_column(b, COL_N, CELL_COUNT, COLUMN_FIGURE);
	builder_column(b, COL_UITVAL, CELL_COUNT, COLUMN_FIGURE);
	builder_column(b, COL_UITVAL_AANDEEL, CELL_PERCENT, COLUMN_FIGURE)->brief = "(%)";
	builder_column(b, COL_BEOORDEELD, CELL_COUNT, COLUMN_FIGURE);
	builder_column(b, COL_TEVREDENHEID, CELL_MEAN, COLUMN_FIGURE);
	builder_column(b, COL_MET_DOELEN, CELL_COUNT, COLUMN_FIGURE);
	builder_column(b, COL_DOELEN_KLAAR, CELL_PERCENT, COLUMN_FIGURE)->brief = builder_defined(b,
	    COL_KLAAR);
	builder_blocks(b, outflow_row);
	builder_table(b, TAB_UITSTROOM_REDEN, CHART_BARS);
	builder_column(b, COL_REDEN, CELL_WORD, COLUMN_LABEL);
	builder_column(b, COL_UITVAL, CELL_WORD, COLUMN_FIGURE);
	builder_column(b, COL_N, CELL_COUNT, COLUMN_FIGURE)->series = true;
	builder_column(b, COL_AANDEEL, CELL_PERCENT, COLUMN_FIGURE);
	builder_column(b, COL_NEUTRAAL, CELL_WORD, COLUMN_FIGURE)->spare = 1;
	builder_blocks(b, reason_rows);
	builder_table(b, TAB_UITSTROOM_LANDELIJK, CHART_BARS);
	builder_column(b, COL_LANDELIJK, CELL_WORD, COLUMN_LABEL);
	builder_column(b, COL_N, CELL_COUNT, COLUMN_FIGURE)->series = true;
	builder_column(b, COL_AANDEEL, CELL_PERCENT, COLUMN_FIGURE);
	builder_blocks(b, national_rows);
	builder_table(b, TAB_UITSTROOM_UITVAL, CHART_NONE);
	builder_column(b, COL_N, CELL_COUNT, COLUMN_FIGURE);
	builder_column(b, COL_NEUTRAAL, CELL_COUNT, COLUMN_FIGURE)->spare = 1;
	builder_column(b, COL_ONBEKEND, CELL_COUNT, COLUMN_FIGURE)->spare = 1;
	builder_column(b, COL_MEEGETELD, CELL_COUNT, COLUMN_FIGURE);
	builder_column(b, COL_UITVAL, CELL_COUNT, COLUMN_FIGURE);
	builder_column(b, COL_UITVAL_AANDEEL, CELL_PERCENT, COLUMN_FIGURE)->brief = "(%)";
	builder_column(b, COL_OVEREENSTEMMING, CELL_COUNT, COLUMN_FIGURE);
	builder_column(b, COL_OVEREENSTEMMING_AANDEEL, CELL_PERCENT, COLUMN_FIGURE)->brief = "(%)";
	builder_blocks(b, dropout_row);
	builder_table(b, TAB_UITSTROOM_FASE, CHART_BARS);
	builder_column(b, COL_FASE, CELL_WORD, COLUMN_LABEL);
	builder_column(b, COL_N, CELL_COUNT, COLUMN_FIGURE);
	builder_column(b, COL_MEEGETELD, CELL_COUNT, COLUMN_FIGURE);
	builder_column(b, COL_UITVAL, CELL_COUNT, COLUMN_FIGURE)->series = true;
	builder_column(b, COL_UITVAL_AANDEEL, CELL_PERCENT, COLUMN_FIGURE);
	builder_blocks(b, phase_end_rows);
	builder_table(b, TAB_UITSTROOM_BESTEMMING, CHART_BARS);
	builder_column(b, COL_BESTEMMING, CELL_WORD, COLUMN_LABEL);
	builder_column(b, COL_N, CELL_COUNT, COLUMN_FIGURE)->series = true;
	builder_column(b, COL_AANDEEL, CELL_PERCENT, COLUMN_FIGURE);
	builder_blocks(b, destination_rows);
}

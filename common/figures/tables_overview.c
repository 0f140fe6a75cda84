/* SPDX-License-Identifier: ISC */
#include <string.h>

#include "schema.h"
#include "tables_view.h"

enum { LACKS = 5 };	/* at most so many rows of what is lacking */

static const char *const figures[] = {
	COL_INSTROOM, COL_UITSTROOM, COL_OPEN, COL_WACHTLIJST, COL_PLAATSING, COL_VERWACHT,
	COL_UITVAL, COL_REALISATIE, COL_TEVREDENHEID, COL_TE_LAAT
};

static const char *const courses[PERIOD_QUARTERS] = {
	COL_KWARTAAL_1, COL_KWARTAAL_2, COL_KWARTAAL_3, COL_KWARTAAL_4, COL_KWARTAAL_5,
	COL_KWARTAAL_6, COL_KWARTAAL_7, COL_KWARTAAL_8
};

/* The figure in each of the quarters; the missing ones are the first. */
static void
put_course(struct builder *b, const char *name, const struct period *quarters, size_t n)
{
	size_t period = b->period;

	for (size_t i = n; i < PERIOD_QUARTERS; i++)
		builder_empty(b);
	for (size_t i = 0; i < n; i++) {
		b->period = report_period_at(b->report, &quarters[i]);
		tables_summary_figure(b, name);
	}
	b->period = period;
}

static void
figure_rows(struct builder *b)
{
	struct period quarters[PERIOD_QUARTERS];
	size_t n = period_quarters(b->report->periods[b->period].at, quarters);
	const char *last = n == 0 ? "" : arena_copy(&b->sheets->arena, quarters[n - 1].name,
	    strlen(quarters[n - 1].name));

	for (size_t i = 0; i < sizeof figures / sizeof *figures; i++) {
		builder_row(b);
		builder_word(b, figures[i], builder_defined(b, figures[i]));
		tables_summary_figure(b, figures[i]);
		tables_summary_change(b, figures[i]);
		if (n == 0)
			builder_empty(b);
		else
			builder_word(b, last, NULL);
		put_course(b, figures[i], quarters, n);
	}
}

/* Of all, when the tally is of one dossier. */
static long
anywhere(struct builder *b, enum measure measure, const char *row, const char *column)
{
	return quantity_of(b->rows, &b->sheets->arena, measure, b->period, b->group, row,
	    column).total;
}

static void
late_rows(struct builder *b)
{
	for (size_t i = 0; SIGNAAL_words[i] != NULL; i++) {
		const char *kind = SIGNAAL_words[i];
		struct quantity of;

		if (anywhere(b, MEASURE_LATE_KIND, kind, NULL) == 0)
			continue;
		of = builder_quantity(b, MEASURE_LATE_KIND, kind, NULL);
		builder_row(b);
		builder_word(b, kind, builder_label(b, &definition_find(TAB_SIGNALEN,
		    kind)->heading));
		builder_figure(b, FIGURE_COUNT, of);
		builder_figure(b, FIGURE_MAXIMUM, of);
	}
}

/* What most lack; of equal ones the first. */
static void
lack_rows(struct builder *b)
{
	struct rows lacks = tables_lacks(b);
	struct quantity open = builder_quantity(b, MEASURE_OPEN, NULL, NULL);
	long *n = arena_room(&b->sheets->arena, (lacks.n + 1) * sizeof *n);

	for (size_t i = 0; i < lacks.n; i++)
		n[i] = anywhere(b, MEASURE_LACK, NULL, lacks.at[i]);
	for (size_t row = 0; row < LACKS; row++) {
		size_t most = 0;
		struct quantity of;

		for (size_t i = 1; i < lacks.n; i++)
			most = n[i] > n[most] ? i : most;
		if (lacks.n == 0 || n[most] == 0)
			return;
		n[most] = 0;
		of = builder_quantity(b, MEASURE_LACK, NULL, lacks.at[most]);
		builder_row(b);
		builder_word(b, lacks.at[most], tables_lack_label(b, most));
		builder_part(b, of, open);
	}
}

void
tables_overview(struct builder *b)
{
	builder_table(b, TAB_OVERZICHT, CHART_NONE);
	builder_column(b, COL_CIJFER, CELL_WORD, COLUMN_LABEL);
	builder_column(b, COL_WAARDE, CELL_COUNT, COLUMN_FIGURE);
	builder_column(b, COL_VORIGE, CELL_COUNT, COLUMN_FIGURE);
	builder_column(b, COL_VERSCHIL, CELL_COUNT, COLUMN_FIGURE)->spare = 1;
	builder_column(b, COL_KWARTAAL, CELL_WORD, COLUMN_FIGURE)->course = true;
	for (size_t i = 0; i < PERIOD_QUARTERS; i++)
		builder_column(b, courses[i], CELL_COUNT, COLUMN_FIGURE)->course = true;
	builder_blocks(b, figure_rows);
	builder_table(b, TAB_OVERZICHT_TE_LAAT, CHART_NONE);
	builder_column(b, COL_SIGNAAL, CELL_WORD, COLUMN_LABEL);
	builder_column(b, COL_CLIENTEN, CELL_COUNT, COLUMN_FIGURE);
	builder_column(b, COL_LANGST, CELL_DAYS, COLUMN_FIGURE);
	builder_blocks(b, late_rows);
	builder_table(b, TAB_OVERZICHT_ONTBREEKT, CHART_NONE);
	builder_column(b, COL_GEGEVEN, CELL_WORD, COLUMN_LABEL);
	builder_column(b, COL_N, CELL_COUNT, COLUMN_FIGURE);
	builder_column(b, COL_ONTBREEKT, CELL_COUNT, COLUMN_FIGURE);
	builder_column(b, COL_AANDEEL, CELL_PERCENT, COLUMN_FIGURE);
	builder_blocks(b, lack_rows);
}

/* SPDX-License-Identifier: ISC */
#include <string.h>

#include "publish.h"
#include "schema.h"
#include "tables_view.h"

/* One figure of the summary for the builder's period. */
struct summary {
	const char *name;
	enum figure_kind kind;
	enum measure of, out_of;
};

static const struct summary summary[] = {
	{ COL_START, FIGURE_COUNT, MEASURE_START, MEASURE_NONE },
	{ COL_INSTROOM, FIGURE_COUNT, MEASURE_IN, MEASURE_NONE },
	{ COL_UITSTROOM, FIGURE_COUNT, MEASURE_OUT, MEASURE_NONE },
	{ COL_NIET_GEPLAATST, FIGURE_COUNT, MEASURE_NOT_PLACED, MEASURE_NONE },
	{ COL_OPEN, FIGURE_COUNT, MEASURE_OPEN, MEASURE_NONE },
	{ COL_WACHTLIJST, FIGURE_COUNT, MEASURE_WAITING, MEASURE_NONE },
	{ COL_DOORLOOPTIJD, FIGURE_MEDIAN, MEASURE_TRAJECTORY, MEASURE_NONE },
	{ COL_UITVAL, FIGURE_SHARE, MEASURE_DROPOUT, MEASURE_JUDGED },
	{ COL_REALISATIE, FIGURE_SHARE, MEASURE_GOAL, MEASURE_GOAL },
	{ COL_TEVREDENHEID, FIGURE_MEAN, MEASURE_SATISFACTION, MEASURE_NONE },
	{ COL_TE_LAAT, FIGURE_COUNT, MEASURE_LATE, MEASURE_NONE },
	{ COL_TE_LAAT_GESLOTEN, FIGURE_COUNT, MEASURE_LATE_CLOSED, MEASURE_NONE },
	{ COL_BEDIEND, FIGURE_COUNT, MEASURE_SERVED, MEASURE_NONE },
	{ COL_PLAATSING, FIGURE_MEDIAN, MEASURE_WAIT_BEGIN, MEASURE_NONE },
	{ COL_VERWACHT, FIGURE_EXPECTED, MEASURE_TRAJECTORY, MEASURE_TRAJECTORY_SINCE }
};

static void
value(struct builder *b, const struct summary *s)
{
	struct quantity of = builder_quantity(b, s->of, NULL, NULL);

	if (s->kind == FIGURE_SHARE && s->of == MEASURE_GOAL)
		builder_share(b, builder_quantity(b, s->of, NULL, STAND_words[STAND_BEHAALD]), of);
	else if (s->kind == FIGURE_SHARE)
		builder_share(b, of, builder_quantity(b, s->out_of, NULL, NULL));
	else if (s->kind == FIGURE_EXPECTED)
		builder_expected(b, of, builder_quantity(b, s->out_of, NULL, NULL),
		    builder_quantity(b, MEASURE_TRAJECTORY_UNTIL, NULL, NULL));
	else
		builder_figure(b, s->kind, of);
}

/* The difference of the two cells before it; hidden when one of them is. */
static void
change(struct builder *b)
{
	struct cell *c = &b->row->cells[b->column];
	const struct cell *now = c - 2, *before = c - 1;

	if (now->type != CELL_EMPTY && before->type != CELL_EMPTY) {
		*c = *now;
		c->number -= before->number;
		if (now->type == CELL_HIDDEN || before->type == CELL_HIDDEN)
			*c = (struct cell){ .type = CELL_HIDDEN };
	}
	b->column++;
}

void
tables_summary_figure(struct builder *b, const char *name)
{
	size_t i;

	for (i = 0; strcmp(summary[i].name, name) != 0; i++)
		continue;
	value(b, &summary[i]);
}

void
tables_summary_change(struct builder *b, const char *name)
{
	size_t period = b->period, before = b->report->periods[period].before;

	if (before == (size_t)-1) {
		builder_empty(b);
		builder_empty(b);
		return;
	}
	b->period = before;
	if (publish_withholds(b->report, b->tally, before, b->group))
		builder_hidden(b);
	else
		tables_summary_figure(b, name);
	b->period = period;
	change(b);
}

static void
summary_rows(struct builder *b)
{
	for (size_t i = 0; i < sizeof summary / sizeof *summary; i++) {
		const char *name = summary[i].name;

		if (builder_of_all(b) && summary[i].kind != FIGURE_COUNT)
			continue;
		builder_row(b);
		builder_word(b, name, builder_defined(b, name));
		tables_summary_figure(b, name);
		tables_summary_change(b, name);
	}
}

void
tables_summary(struct builder *b)
{
	builder_table(b, TAB_SAMENVATTING, CHART_NONE);
	builder_column(b, COL_CIJFER, CELL_WORD, COLUMN_LABEL);
	builder_column(b, COL_WAARDE, CELL_COUNT, COLUMN_FIGURE);
	builder_column(b, COL_VORIGE, CELL_COUNT, COLUMN_FIGURE);
	builder_column(b, COL_VERSCHIL, CELL_COUNT, COLUMN_FIGURE)->spare = 1;
	builder_blocks(b, summary_rows);
}

/* SPDX-License-Identifier: ISC */
#include <string.h>

#include "count.h"
#include "tables_view.h"

/* What a table of scores counts, and of how many trajectories. */
struct progress {
	enum measure measured, first, latest, up, same, down, of;
};

static const struct progress all_scores = { MEASURE_MEASURED, MEASURE_FIRST, MEASURE_LATEST,
    MEASURE_UP, MEASURE_SAME, MEASURE_DOWN, MEASURE_REPORTED };
static const struct progress out_scores = { MEASURE_OUT_MEASURED, MEASURE_OUT_FIRST,
    MEASURE_OUT_LATEST, MEASURE_OUT_UP, MEASURE_OUT_SAME, MEASURE_OUT_DOWN, MEASURE_OUT };

/* Of the model when `known`, else there because something was counted. */
static void
progress_row(struct builder *b, const struct progress *p, const char *domain, const char *scale,
    bool known)
{
	const struct model_scale *s = model_scale(b->report->model, scale);
	struct quantity first = builder_quantity(b, p->first, domain, scale);

	builder_row(b);
	builder_word(b, builder_code(domain), builder_domain_label(b, domain));
	builder_word(b, builder_code(scale), s == NULL || scale[0] == '\0' ?
	    builder_unknown(b, scale) : builder_label(b, &s->name));
	builder_figure(b, FIGURE_COUNT, first);
	builder_figure(b, FIGURE_MEAN, first);
	builder_figure(b, FIGURE_MEAN, builder_quantity(b, p->latest, domain, scale));
	builder_share(b, builder_quantity(b, p->up, domain, scale), first);
	builder_share(b, builder_quantity(b, p->same, domain, scale), first);
	builder_share(b, builder_quantity(b, p->down, domain, scale), first);
	builder_count(b, p->of, NULL, NULL);
	builder_count(b, p->measured, domain, scale);
	if (!known)
		builder_found(b, 0);
}

/* The order of scales: the model's, "onbekend" behind them. */
static size_t
place_of(const struct model *m, const char *scale)
{
	const struct model_scale *s = scale[0] == '\0' ? NULL : model_scale(m, scale);

	return s == NULL ? m->nscales : (size_t)(s - m->scales);
}

/* The model's first scale for each domain; other scales where there is something on them. */
static void
progress_rows_of(struct builder *b, const struct progress *p)
{
	const struct model *m = b->report->model;
	struct rows domains = builder_domains(b, p->measured);
	const char *main_scale = m->nscales > 0 ? m->scales[0].code : "";
	const struct tally_entry *const *run;
	size_t n;

	for (size_t place = 0; place <= m->nscales; place++) {
		bool first = place == place_of(m, main_scale);

		run = tally_run(b->rows, p->measured, b->period, b->group, &n);
		for (size_t i = 0; i < domains.n; i++) {
			bool known = model_domain(m, domains.at[i]) != NULL, found = false;

			for (size_t j = 0; j < n; j++)
				if (strcmp(run[j]->key.row, domains.at[i]) == 0 &&
				    place_of(m, run[j]->key.column) == place) {
					progress_row(b, p, domains.at[i], run[j]->key.column,
					    known && first);
					found = true;
				}
			if (known && first && !found)
				progress_row(b, p, domains.at[i], main_scale, true);
		}
	}
}

static void
progress_rows(struct builder *b)
{
	progress_rows_of(b, &all_scores);
}

static void
out_progress_rows(struct builder *b)
{
	progress_rows_of(b, &out_scores);
}

static void
asked_row(struct builder *b, const char *domain)
{
	struct quantity asked = builder_quantity(b, MEASURE_ASKED, domain, NULL);

	builder_row(b);
	b->row->total = domain == NULL;
	if (domain == NULL)
		builder_word(b, COL_TOTAAL, builder_defined(b, COL_TOTAAL));
	else
		builder_word(b, domain, builder_domain_label(b, domain));
	builder_figure(b, FIGURE_COUNT, asked);
	builder_share(b, builder_quantity(b, MEASURE_ASKED_GOAL, domain, NULL), asked);
	builder_share(b, builder_quantity(b, MEASURE_ASKED_ATTAINED, domain, NULL), asked);
}

static void
asked_rows(struct builder *b)
{
	struct rows domains = builder_domains(b, MEASURE_ASKED);
	size_t i;

	for (i = 0; i < domains.n; i++) {
		asked_row(b, domains.at[i]);
		if (i >= domains.known)
			builder_found(b, 0);
	}
	asked_row(b, NULL);
}

static void
progress_table(struct builder *b, const char *view, const char *of, void (*rows)(struct builder *))
{
	builder_table(b, view, CHART_BARS);
	builder_column(b, COL_LEEFGEBIED, CELL_WORD, COLUMN_LABEL);
	builder_column(b, COL_SCHAAL, CELL_WORD, COLUMN_LABEL);
	builder_column(b, COL_N, CELL_COUNT, COLUMN_FIGURE);
	builder_column(b, COL_EERSTE, CELL_MEAN, COLUMN_FIGURE)->series = true;
	builder_column(b, COL_LAATSTE, CELL_MEAN, COLUMN_FIGURE)->series = true;
	builder_column(b, COL_OMHOOG, CELL_PERCENT, COLUMN_FIGURE);
	builder_column(b, COL_GELIJK, CELL_PERCENT, COLUMN_FIGURE);
	builder_column(b, COL_OMLAAG, CELL_PERCENT, COLUMN_FIGURE);
	builder_column(b, of, CELL_COUNT, COLUMN_FIGURE)->spare = 1;
	builder_column(b, COL_GEMETEN, CELL_COUNT, COLUMN_FIGURE)->spare = 1;
	builder_blocks(b, rows);
}

void
tables_progress(struct builder *b)
{
	progress_table(b, TAB_LEEFGEBIEDEN, COL_GERAPPORTEERD, progress_rows);
	builder_table(b, TAB_LEEFGEBIEDEN_VRAAG, CHART_BARS);
	builder_column(b, COL_LEEFGEBIED, CELL_WORD, COLUMN_LABEL);
	builder_column(b, COL_GEVRAAGD, CELL_COUNT, COLUMN_FIGURE);
	builder_column(b, COL_MET_DOEL, CELL_PERCENT, COLUMN_FIGURE)->series = true;
	builder_column(b, COL_MET_BEHAALD, CELL_PERCENT, COLUMN_FIGURE)->series = true;
	builder_blocks(b, asked_rows);
	progress_table(b, TAB_LEEFGEBIEDEN_BEEINDIGD, COL_UITGESTROOMD, out_progress_rows);
}

/* The goals of a domain, NULL = of all, by their stands. */
static void
stand_cells(struct builder *b, enum measure goals, const char *domain)
{
	builder_row(b);
	b->row->total = domain == NULL;
	if (domain == NULL)
		builder_word(b, COL_TOTAAL, builder_defined(b, COL_TOTAAL));
	else
		builder_word(b, builder_code(domain), builder_domain_label(b, domain));
	for (size_t i = 0; STAND_words[i] != NULL; i++)
		builder_count(b, goals, domain, STAND_words[i]);
	builder_count(b, goals, domain, NULL);
}

static void
goal_row(struct builder *b, const char *domain)
{
	struct quantity all = builder_quantity(b, MEASURE_GOAL, domain, NULL);

	stand_cells(b, MEASURE_GOAL, domain);
	builder_share(b, builder_quantity(b, MEASURE_GOAL, domain, STAND_words[STAND_BEHAALD]),
	    all);
	builder_share(b, builder_quantity(b, MEASURE_GOAL, domain, STAND_words[STAND_DEELS]), all);
	if (domain == NULL)
		builder_count(b, MEASURE_GOALS_NONE, NULL, NULL);
	else
		builder_empty(b);
}

static void
open_goal_row(struct builder *b, const char *domain)
{
	stand_cells(b, MEASURE_GOAL_OPEN, domain);
}

static void
domain_rows(struct builder *b, enum measure goals, void (*row)(struct builder *, const char *))
{
	struct rows domains = builder_domains(b, goals);

	for (size_t i = 0; i < domains.n; i++) {
		row(b, domains.at[i]);
		builder_found_row(b, &domains, i);
	}
	row(b, NULL);
}

static void
goal_rows(struct builder *b)
{
	domain_rows(b, MEASURE_GOAL, goal_row);
}

static void
open_goal_rows(struct builder *b)
{
	domain_rows(b, MEASURE_GOAL_OPEN, open_goal_row);
}

static void
gas_row(struct builder *b)
{
	struct quantity goals = builder_quantity(b, MEASURE_GOALS, NULL, NULL);
	struct quantity scored = builder_quantity(b, MEASURE_GAS, NULL, NULL);

	builder_row(b);
	builder_part(b, scored, goals);
	for (size_t i = 0; i < sizeof count_gas_names / sizeof *count_gas_names; i++)
		builder_count(b, MEASURE_GAS_SCORE, count_gas_names[i], NULL);
	builder_share(b, builder_quantity(b, MEASURE_GAS_ZERO, NULL, NULL), scored);
}

static void
stand_columns(struct builder *b)
{
	builder_column(b, COL_LEEFGEBIED, CELL_WORD, COLUMN_LABEL);
	for (size_t i = 0; STAND_words[i] != NULL; i++)
		builder_column(b, STAND_words[i], CELL_COUNT, COLUMN_FIGURE)->series = true;
	builder_column(b, COL_TOTAAL, CELL_COUNT, COLUMN_FIGURE);
}

void
tables_goals(struct builder *b)
{
	builder_table(b, TAB_DOELEN, CHART_STACKED);
	stand_columns(b);
	builder_column(b, COL_REALISATIE, CELL_PERCENT, COLUMN_FIGURE);
	builder_column(b, COL_DEELS_AANDEEL, CELL_PERCENT, COLUMN_FIGURE)->spare = 1;
	builder_column(b, COL_ZONDER_DOELEN, CELL_COUNT, COLUMN_FIGURE)->spare = 1;
	builder_blocks(b, goal_rows);
	builder_table(b, TAB_DOELEN_OPEN, CHART_STACKED);
	stand_columns(b);
	builder_blocks(b, open_goal_rows);
	builder_table(b, TAB_DOELEN_GAS, CHART_NONE);
	builder_column(b, COL_DOELEN, CELL_COUNT, COLUMN_FIGURE);
	builder_column(b, COL_MET_SCORE, CELL_COUNT, COLUMN_FIGURE);
	builder_column(b, COL_MET_SCORE_AANDEEL, CELL_PERCENT, COLUMN_FIGURE)->spare = 1;
	for (size_t i = 0; i < sizeof count_gas_names / sizeof *count_gas_names; i++)
		builder_column(b, count_gas_names[i], CELL_COUNT, COLUMN_FIGURE);
	builder_column(b, COL_NUL_OF_HOGER, CELL_PERCENT, COLUMN_FIGURE);
	builder_blocks(b, gas_row);
}

/* SPDX-License-Identifier: ISC */
#include <stdlib.h>
#include <string.h>

#include "count.h"
#include "group.h"
#include "tables_view.h"
#include "trait.h"

static void
evaluation_row(struct builder *b)
{
	builder_row(b);
	builder_count(b, MEASURE_EVALUATION, NULL, NULL);
	builder_count(b, MEASURE_ON_TIME, NULL, NULL);
	builder_count(b, MEASURE_DUE_MISSED, NULL, NULL);
	builder_share(b, builder_quantity(b, MEASURE_DUE_KEPT, NULL, NULL),
	    builder_quantity(b, MEASURE_DUE, NULL, NULL));
}

static void
mark_row(struct builder *b, const char *name, enum measure of, enum measure mark,
    enum measure seven, const char *row)
{
	struct quantity all = builder_quantity(b, of, NULL, NULL);
	struct quantity marks = builder_quantity(b, mark, row, NULL);

	builder_row(b);
	builder_word(b, name, builder_defined(b, name));
	builder_part(b, marks, all);
	builder_figure(b, FIGURE_MEAN, marks);
	builder_share(b, builder_quantity(b, seven, row, NULL), marks);
}

static void
mark_rows(struct builder *b)
{
	for (size_t i = 0; i < sizeof count_mark_names / sizeof *count_mark_names; i++)
		mark_row(b, count_mark_names[i], MEASURE_EVALUATION, MEASURE_MARK,
		    MEASURE_MARK_SEVEN, count_mark_names[i]);
	mark_row(b, COL_UITSTROOM, MEASURE_OUT, MEASURE_SATISFACTION, MEASURE_SATISFIED, NULL);
}

void
tables_evaluations(struct builder *b)
{
	builder_table(b, TAB_EVALUATIES, CHART_NONE);
	builder_column(b, COL_GEHOUDEN, CELL_COUNT, COLUMN_FIGURE);
	builder_column(b, COL_OP_TIJD, CELL_COUNT, COLUMN_FIGURE);
	builder_column(b, COL_GEMIST, CELL_COUNT, COLUMN_FIGURE);
	builder_column(b, COL_OP_TIJD_AANDEEL, CELL_PERCENT, COLUMN_FIGURE);
	builder_blocks(b, evaluation_row);
	builder_table(b, TAB_EVALUATIES_OORDEEL, CHART_NONE);
	builder_column(b, COL_OORDEEL, CELL_WORD, COLUMN_LABEL);
	builder_column(b, COL_N, CELL_COUNT, COLUMN_FIGURE);
	builder_column(b, COL_BEOORDEELD, CELL_COUNT, COLUMN_FIGURE);
	builder_column(b, COL_RESPONS, CELL_PERCENT, COLUMN_FIGURE);
	builder_column(b, COL_GEMIDDELDE, CELL_MEAN, COLUMN_FIGURE);
	builder_column(b, COL_ZEVEN, CELL_PERCENT, COLUMN_FIGURE);
	builder_blocks(b, mark_rows);
}

/* The clients with a strength in the domain, NULL = in any. */
static void
strength_row(struct builder *b, const char *domain)
{
	const struct model *m = b->report->model;
	enum measure by = domain == NULL ? MEASURE_STRONG_KIND : MEASURE_STRENGTH;

	builder_row(b);
	b->row->total = domain == NULL;
	builder_word(b, domain == NULL ? COL_TOTAAL : builder_code(domain), domain == NULL ?
	    builder_defined(b, COL_TOTAAL) : builder_domain_label(b, domain));
	for (size_t i = 0; i <= m->nstrengths; i++) {
		const char *kind = i < m->nstrengths ? m->strengths[i].code : "";

		builder_count(b, by, domain == NULL ? kind : domain, domain == NULL ? NULL : kind);
	}
	builder_count(b, domain == NULL ? MEASURE_STRONG : MEASURE_STRONG_DOMAIN, domain, NULL);
}

static void
strength_rows(struct builder *b)
{
	struct rows domains = builder_domains(b, MEASURE_STRONG_DOMAIN);

	for (size_t i = 0; i < domains.n; i++) {
		strength_row(b, domains.at[i]);
		builder_found_row(b, &domains, i);
	}
	strength_row(b, NULL);
}

static void
used_row(struct builder *b)
{
	struct quantity goals = builder_quantity(b, MEASURE_GOALS_OPEN, NULL, NULL);

	builder_row(b);
	builder_figure(b, FIGURE_COUNT, goals);
	builder_share(b, builder_quantity(b, MEASURE_GOALS_STRENGTH, NULL, NULL), goals);
	builder_share(b, builder_quantity(b, MEASURE_GOALS_BRINGS, NULL, NULL), goals);
}

void
tables_strengths(struct builder *b)
{
	const struct model *m = b->report->model;
	struct arena *arena = &b->sheets->arena;
	struct text legend = { 0 };

	builder_table(b, TAB_KRACHTEN, CHART_NONE);
	builder_column(b, COL_LEEFGEBIED, CELL_WORD, COLUMN_LABEL);
	for (size_t i = 0; i < m->nstrengths; i++) {
		struct text name = { 0 };
		struct column *c;

		text_addf(&name, "soort.%s", m->strengths[i].code);
		c = builder_column(b, arena_copy(arena, text_string(&name), name.len), CELL_COUNT,
		    COLUMN_FIGURE);
		c->heading = builder_label(b, &m->strengths[i].name);
		text_clear(&name);
		text_addf(&name, "%zu", i + 1);
		c->brief = arena_copy(arena, text_string(&name), name.len);
		text_addf(&legend, "%s%zu %s", i == 0 ? "" : ", ", i + 1, c->heading);
		text_release(&name);
	}
	builder_column(b, COL_ANDERE, CELL_COUNT, COLUMN_FIGURE)->spare = 1;
	builder_column(b, COL_CLIENTEN, CELL_COUNT, COLUMN_FIGURE);
	b->sheet->legend = arena_copy(arena, text_string(&legend), legend.len);
	text_release(&legend);
	builder_blocks(b, strength_rows);
	builder_table(b, TAB_KRACHTEN_DOELEN, CHART_NONE);
	builder_column(b, COL_DOELEN, CELL_COUNT, COLUMN_FIGURE);
	builder_column(b, COL_MET_KRACHT, CELL_PERCENT, COLUMN_FIGURE);
	builder_column(b, COL_MET_INZET, CELL_PERCENT, COLUMN_FIGURE);
	builder_blocks(b, used_row);
}

static void
indication_row(struct builder *b)
{
	builder_row(b);
	builder_count(b, MEASURE_OPEN, NULL, NULL);
	builder_count(b, MEASURE_INDICATED, NULL, NULL);
	builder_count(b, MEASURE_INDICATED_NOW, NULL, NULL);
	builder_count(b, MEASURE_INDICATED_ENDS, NULL, NULL);
	builder_count(b, MEASURE_INDICATED_NONE, NULL, NULL);
}

static void
product_rows(struct builder *b)
{
	struct rows rows = builder_united(b, builder_rows(b, NULL, 0, MEASURE_PRODUCT_NOW),
	    builder_rows(b, NULL, 0, MEASURE_PRODUCT_NONE), 0);

	for (size_t i = 0; i < rows.n; i++) {
		builder_row(b);
		builder_word(b, rows.at[i], NULL);
		builder_count(b, MEASURE_PRODUCT_NOW, rows.at[i], NULL);
		builder_count(b, MEASURE_PRODUCT_ENDS, rows.at[i], NULL);
		builder_count(b, MEASURE_PRODUCT_NONE, rows.at[i], NULL);
		builder_found_row(b, &rows, i);
	}
}

void
tables_indications(struct builder *b)
{
	builder_table(b, TAB_INDICATIES, CHART_NONE);
	builder_column(b, COL_OPEN, CELL_COUNT, COLUMN_FIGURE);
	builder_column(b, COL_OOIT, CELL_COUNT, COLUMN_FIGURE);
	builder_column(b, COL_GELDIG, CELL_COUNT, COLUMN_FIGURE);
	builder_column(b, COL_LOOPT_AF, CELL_COUNT, COLUMN_FIGURE);
	builder_column(b, COL_GEEN_GELDIGE, CELL_COUNT, COLUMN_FIGURE);
	builder_blocks(b, indication_row);
	builder_table(b, TAB_INDICATIES_PRODUCT, CHART_BARS);
	builder_column(b, COL_PRODUCT, CELL_WORD, COLUMN_LABEL);
	builder_column(b, COL_GELDIG, CELL_COUNT, COLUMN_FIGURE)->series = true;
	builder_column(b, COL_LOOPT_AF, CELL_COUNT, COLUMN_FIGURE);
	builder_column(b, COL_GEEN_GELDIGE, CELL_COUNT, COLUMN_FIGURE);
	builder_blocks(b, product_rows);
}

static void
trait_row(struct builder *b, const char *trait, const char *value)
{
	struct quantity of = builder_quantity(b, MEASURE_TRAIT, trait, value);

	builder_row(b);
	builder_word(b, trait, builder_defined(b, trait));
	builder_word(b, value, NULL);
	builder_figure(b, FIGURE_COUNT, of);
	builder_share(b, of, builder_quantity(b, MEASURE_SERVED, NULL, NULL));
}

static int
by_value(const void *a, const void *b)
{
	const struct tally_entry *const *x = a, *const *y = b;

	return group_compare_word((*x)->key.column, (*y)->key.column);
}

/* The values that were counted of one trait. */
static void
trait_rows_of(struct builder *b, const char *trait)
{
	size_t n, found = 0;
	const struct tally_entry *const *run = tally_run(b->rows, MEASURE_TRAIT, b->period,
	    b->group, &n);
	const struct tally_entry **mine = arena_room(&b->sheets->arena, (n + 1) * sizeof *mine);

	for (size_t i = 0; i < n; i++)
		if (strcmp(run[i]->key.row, trait) == 0)
			mine[found++] = run[i];
	if (found > 1)
		qsort(mine, found, sizeof *mine, by_value);
	for (size_t i = 0; i < found; i++) {
		trait_row(b, trait, arena_copy(&b->sheets->arena, mine[i]->key.column,
		    strlen(mine[i]->key.column)));
		builder_found(b, 0);
	}
}

static void
trait_rows(struct builder *b)
{
	const struct model *m = b->report->model;

	for (size_t i = 0; i <= m->nages; i++)
		trait_row(b, trait_names[0], m->age_groups[i]);
	trait_row(b, trait_names[0], "-");
	for (size_t i = 1; i < sizeof trait_names / sizeof *trait_names; i++)
		trait_rows_of(b, trait_names[i]);
}

void
tables_traits(struct builder *b)
{
	builder_table(b, TAB_KENMERKEN, CHART_BARS);
	builder_column(b, COL_KENMERK, CELL_WORD, COLUMN_LABEL);
	builder_column(b, COL_WAARDE, CELL_WORD, COLUMN_LABEL);
	b->sheet->label = b->sheet->ncolumns - 1;
	builder_column(b, COL_N, CELL_COUNT, COLUMN_FIGURE)->series = true;
	builder_column(b, COL_AANDEEL, CELL_PERCENT, COLUMN_FIGURE);
	builder_blocks(b, trait_rows);
}

#include <stdio.h>
#include <string.h>

#include "builder.h"
#include "figures.h"
#include "schema.h"

/* The open trajectories of a worker; NULL = all. */
static void
caseload_row(struct builder *b, const char *worker)
{
	const struct model *m = b->report->model;
	enum measure by = worker == NULL ? MEASURE_PHASE_OPEN : MEASURE_CASELOAD;
	size_t i;

	build_row(b);
	b->row->total = worker == NULL;
	if (!build_is_group(b, "begeleider"))
		build_word(b, worker == NULL ? "totaal" : worker, worker == NULL ? build_defined(b, "totaal") : NULL);
	for (i = 0; i < m->nphases; i++) {
		const char *phase = m->phases[i].code;

		build_count(b, by, worker == NULL ? phase : worker, worker == NULL ? NULL : phase);
	}
	if (worker == NULL) {
		build_count(b, MEASURE_PHASE_NONE, NULL, NULL);
		build_count(b, MEASURE_OPEN, NULL, NULL);
	} else {
		build_count(b, by, worker, "");
		build_count(b, by, worker, NULL);
	}
}

static void
caseload_rows(struct builder *b)
{
	struct rows workers;
	struct tally *all = b->rows;
	size_t i;

	b->rows = b->tally;	/* rows of no count need not be made again for each dossier of a trace */
	workers = build_rows(b, NULL, 0, MEASURE_CASELOAD);
	b->rows = all;

	for (i = 0; i < workers.n && b->report->min_cell == 0; i++)
		caseload_row(b, workers.at[i]);
	if (!build_is_group(b, "begeleider"))
		caseload_row(b, NULL);
}

void
build_caseload(struct builder *b)
{
	const struct model *m = b->report->model;
	struct arena *arena = &b->sheets->arena;
	struct text legend = { 0 }, name = { 0 };
	struct column *c;
	size_t i;

	build_table(b, "caseload", CHART_STACKED);
	build_own_column(b, "begeleider", COLUMN_LABEL);
	for (i = 0; i < m->nphases; i++) {
		text_clear(&name);
		text_addf(&name, "fase.%s", m->phases[i].code);
		c = build_column(b, arena_copy(arena, text_string(&name), name.len), CELL_COUNT, COLUMN_FIGURE);
		c->heading = build_label(b, &m->phases[i].name);
		c->series = true;
		text_clear(&name);
		text_addf(&name, "%zu", i + 1);
		c->brief = arena_copy(arena, text_string(&name), name.len);
		text_addf(&legend, "%s%zu %s", i == 0 ? "" : ", ", i + 1, c->heading);
	}
	c = build_column(b, "geen_fase", CELL_COUNT, COLUMN_FIGURE);
	c->series = true;
	c->brief = "-";
	text_addf(&legend, ", - %s", c->heading);
	b->sheet->legend = arena_copy(arena, text_string(&legend), legend.len);
	build_column(b, "totaal", CELL_COUNT, COLUMN_FIGURE);
	build_blocks(b, caseload_rows);
	text_release(&legend);
	text_release(&name);
}

static void
principle_rows(struct builder *b)
{
	struct quantity open = build_quantity(b, MEASURE_OPEN, NULL, NULL);
	size_t i;

	for (i = 0; figures_principles[i] != NULL; i++) {
		const char *principle = figures_principles[i];
		struct quantity of = build_quantity(b, MEASURE_PRINCIPLE, principle, NULL);

		build_row(b);
		build_word(b, principle, build_defined(b, principle));
		build_figure(b, FIGURE_COUNT, open);
		build_figure(b, FIGURE_COUNT, of);
		build_share(b, of, open);
	}
}

void
build_principles(struct builder *b)
{
	build_table(b, "uitgangspunten", CHART_BARS);
	build_column(b, "uitgangspunt", CELL_WORD, COLUMN_LABEL);
	build_column(b, "n", CELL_COUNT, COLUMN_FIGURE);
	build_column(b, "aantal", CELL_COUNT, COLUMN_FIGURE);
	build_column(b, "aandeel", CELL_PERCENT, COLUMN_FIGURE)->series = true;
	build_blocks(b, principle_rows);
}

static void
lack_row(struct builder *b, const char *team, const char *what)
{
	struct quantity of = build_quantity(b, MEASURE_LACK, team, what);
	struct quantity all = build_quantity(b, MEASURE_TEAM, team, NULL), anywhere;
	size_t lacking;

	anywhere = quantity_of(b->rows, &b->sheets->arena, MEASURE_LACK, b->period, b->group, team, what);
	if (anywhere.total == 0)
		return;
	build_row(b);
	if (!build_is_group(b, "team"))
		build_word(b, team, NULL);
	build_word(b, arena_copy(&b->sheets->arena, what, strlen(what)), NULL);
	build_figure(b, FIGURE_COUNT, all);
	lacking = b->column;
	build_figure(b, FIGURE_COUNT, of);
	build_share(b, of, all);
	build_found(b, lacking);	/* the line says that something lacks, even where that is an x */
}

static void
quality_rows(struct builder *b)
{
	const struct model *m = b->report->model;
	struct rows teams = build_rows(b, NULL, 0, MEASURE_TEAM);
	const struct schema_kind *k;
	const struct schema_field *f;
	char what[64];
	struct text condition = { 0 };
	size_t t, i, j;

	for (t = 0; t < teams.n; t++) {
		for (k = schema_kinds; k->name != NULL; k++)
			for (f = k->fields; f->name != NULL; f++)
				if (f->flags & FIELD_REQUIRED) {
					snprintf(what, sizeof what, "%s.%s", k->name, f->name);
					lack_row(b, teams.at[t], what);
				}
		for (i = 0; i < m->nphases; i++)
			for (j = 0; j < m->phases[i].nconditions; j++) {
				text_clear(&condition);
				text_addf(&condition, "%s: %s", m->phases[i].code,
				    m->phases[i].conditions[j].source);
				lack_row(b, teams.at[t], text_string(&condition));
			}
	}
	text_release(&condition);
}

void
build_quality(struct builder *b)
{
	build_table(b, "kwaliteit", CHART_NONE);
	build_own_column(b, "team", COLUMN_LABEL);
	build_column(b, "gegeven", CELL_WORD, COLUMN_LABEL);
	build_column(b, "n", CELL_COUNT, COLUMN_FIGURE);
	build_column(b, "ontbreekt", CELL_COUNT, COLUMN_FIGURE);
	build_column(b, "aandeel", CELL_PERCENT, COLUMN_FIGURE);
	build_blocks(b, quality_rows);
}

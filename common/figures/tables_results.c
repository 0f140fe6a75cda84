#include <string.h>

#include "count.h"
#include "tables_view.h"

static const char *
code_or_none(const char *code)
{
	return code[0] == '\0' ? "-" : code;
}

/* Of the model when `known`, else there because something was counted. */
static void
progress_row(struct builder *b, const char *domain, const char *scale, bool known)
{
	const struct model_scale *s = model_scale(b->report->model, scale);
	struct quantity first = builder_quantity(b, MEASURE_FIRST, domain, scale);

	builder_row(b);
	builder_word(b, code_or_none(domain), builder_domain_label(b, domain));
	builder_word(b, code_or_none(scale), s == NULL || scale[0] == '\0' ?
	    builder_unknown(b, scale) : builder_label(b, &s->name));
	builder_figure(b, FIGURE_COUNT, first);
	builder_figure(b, FIGURE_MEAN, first);
	builder_figure(b, FIGURE_MEAN, builder_quantity(b, MEASURE_LATEST, domain, scale));
	builder_share(b, builder_quantity(b, MEASURE_UP, domain, scale), first);
	builder_share(b, builder_quantity(b, MEASURE_SAME, domain, scale), first);
	builder_share(b, builder_quantity(b, MEASURE_DOWN, domain, scale), first);
	if (!known)
		builder_found(b, 0);
}

/* The model's first scale for each domain; other scales where there is something on them. */
static void
progress_rows(struct builder *b)
{
	const struct model *m = b->report->model;
	struct rows domains = builder_domains(b, MEASURE_FIRST);
	const char *main_scale = m->nscales > 0 ? m->scales[0].code : "";
	size_t i, j, n;

	for (i = 0; i < domains.n; i++) {
		const struct tally_entry *const *run;
		bool known = model_domain(m, domains.at[i]) != NULL;

		if (known || builder_quantity(b, MEASURE_FIRST, domains.at[i],
		    main_scale).total > 0)
			progress_row(b, domains.at[i], main_scale, known);
		run = tally_run(b->tally, MEASURE_FIRST, b->period, b->group, &n);
		for (j = 0; j < n; j++)
			if (strcmp(run[j]->key.row, domains.at[i]) == 0 &&
			    strcmp(run[j]->key.column, main_scale) != 0)
				progress_row(b, domains.at[i], run[j]->key.column, false);
	}
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

void
tables_progress(struct builder *b)
{
	builder_table(b, TAB_LEEFGEBIEDEN, CHART_BARS);
	builder_column(b, COL_LEEFGEBIED, CELL_WORD, COLUMN_LABEL);
	builder_column(b, COL_SCHAAL, CELL_WORD, COLUMN_LABEL);
	builder_column(b, COL_N, CELL_COUNT, COLUMN_FIGURE);
	builder_column(b, COL_EERSTE, CELL_MEAN, COLUMN_FIGURE)->series = true;
	builder_column(b, COL_LAATSTE, CELL_MEAN, COLUMN_FIGURE)->series = true;
	builder_column(b, COL_OMHOOG, CELL_PERCENT, COLUMN_FIGURE);
	builder_column(b, COL_GELIJK, CELL_PERCENT, COLUMN_FIGURE);
	builder_column(b, COL_OMLAAG, CELL_PERCENT, COLUMN_FIGURE);
	builder_blocks(b, progress_rows);
	builder_table(b, TAB_LEEFGEBIEDEN_VRAAG, CHART_BARS);
	builder_column(b, COL_LEEFGEBIED, CELL_WORD, COLUMN_LABEL);
	builder_column(b, COL_GEVRAAGD, CELL_COUNT, COLUMN_FIGURE);
	builder_column(b, COL_MET_DOEL, CELL_PERCENT, COLUMN_FIGURE)->series = true;
	builder_column(b, COL_MET_BEHAALD, CELL_PERCENT, COLUMN_FIGURE)->series = true;
	builder_blocks(b, asked_rows);
}

static void
goal_row(struct builder *b, const char *domain)
{
	size_t i;

	builder_row(b);
	b->row->total = domain == NULL;
	if (domain == NULL)
		builder_word(b, COL_TOTAAL, builder_defined(b, COL_TOTAAL));
	else
		builder_word(b, code_or_none(domain), builder_domain_label(b, domain));
	for (i = 0; STAND_words[i] != NULL; i++)
		builder_count(b, MEASURE_GOAL, domain, STAND_words[i]);
	builder_count(b, MEASURE_GOAL, domain, NULL);
	builder_share(b, builder_quantity(b, MEASURE_GOAL_ATTAINED, domain, NULL),
	    builder_quantity(b, MEASURE_GOAL_DECIDED, domain, NULL));
}

static void
goal_rows(struct builder *b)
{
	struct rows domains = builder_domains(b, MEASURE_GOAL);
	size_t i;

	for (i = 0; i < domains.n; i++) {
		goal_row(b, domains.at[i]);
		if (i >= domains.known)
			builder_found(b, 0);
	}
	goal_row(b, NULL);
}

void
tables_goals(struct builder *b)
{
	size_t i;

	builder_table(b, TAB_DOELEN, CHART_STACKED);
	builder_column(b, COL_LEEFGEBIED, CELL_WORD, COLUMN_LABEL);
	for (i = 0; STAND_words[i] != NULL; i++)
		builder_column(b, STAND_words[i], CELL_COUNT, COLUMN_FIGURE)->series = true;
	builder_column(b, COL_TOTAAL, CELL_COUNT, COLUMN_FIGURE);
	builder_column(b, COL_REALISATIE, CELL_PERCENT, COLUMN_FIGURE);
	builder_blocks(b, goal_rows);
}

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
	builder_share(b, dropouts, out);
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
		insert(&codes, code_or_none(m->reasons[i].national));
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
	builder_blocks(b, reason_rows);
	builder_table(b, TAB_UITSTROOM_LANDELIJK, CHART_BARS);
	builder_column(b, COL_LANDELIJK, CELL_WORD, COLUMN_LABEL);
	builder_column(b, COL_N, CELL_COUNT, COLUMN_FIGURE)->series = true;
	builder_column(b, COL_AANDEEL, CELL_PERCENT, COLUMN_FIGURE);
	builder_blocks(b, national_rows);
}

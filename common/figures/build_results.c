#include <string.h>

#include "builder.h"
#include "figures.h"

static const char *
code_or_none(const char *code)
{
	return code[0] == '\0' ? "-" : code;
}

static void
progress_row(struct builder *b, const char *domain, const char *scale)
{
	const struct model_scale *s = model_scale(b->report->model, scale);
	struct quantity first = build_quantity(b, "eerste", domain, scale);

	build_row(b);
	build_word(b, code_or_none(domain), build_domain_label(b, domain));
	build_word(b, code_or_none(scale), s == NULL || scale[0] == '\0' ? NULL : build_label(b, &s->name));
	build_figure(b, FIGURE_COUNT, first);
	build_figure(b, FIGURE_MEAN, first);
	build_figure(b, FIGURE_MEAN, build_quantity(b, "laatste", domain, scale));
	build_share(b, build_quantity(b, "omhoog", domain, scale), first);
	build_share(b, build_quantity(b, "gelijk", domain, scale), first);
	build_share(b, build_quantity(b, "omlaag", domain, scale), first);
}

/* The model's first scale for each domain; other scales where there is something on them. */
static void
progress_rows(struct builder *b)
{
	const struct model *m = b->report->model;
	struct rows domains = build_domains(b, "eerste");
	const char *main_scale = m->nscales > 0 ? m->scales[0].code : "";
	size_t i, j, n;

	for (i = 0; i < domains.n; i++) {
		const struct tally_entry *const *run;
		bool known = model_domain(m, domains.at[i]) != NULL;

		if (known || build_quantity(b, "eerste", domains.at[i], main_scale).total > 0)
			progress_row(b, domains.at[i], main_scale);
		run = tally_run(b->tally, "eerste", b->period, b->group, &n);
		for (j = 0; j < n; j++)
			if (strcmp(run[j]->key.row, domains.at[i]) == 0 && strcmp(run[j]->key.column, main_scale) != 0)
				progress_row(b, domains.at[i], run[j]->key.column);
	}
}

static void
asked_row(struct builder *b, const char *domain)
{
	struct quantity asked = build_quantity(b, "vraag", domain, NULL);

	build_row(b);
	b->row->total = domain == NULL;
	if (domain == NULL)
		build_word(b, "totaal", build_defined(b, "totaal"));
	else
		build_word(b, domain, build_domain_label(b, domain));
	build_figure(b, FIGURE_COUNT, asked);
	build_share(b, build_quantity(b, "vraag.doel", domain, NULL), asked);
	build_share(b, build_quantity(b, "vraag.behaald", domain, NULL), asked);
}

static void
asked_rows(struct builder *b)
{
	struct rows domains = build_domains(b, "vraag");
	size_t i;

	for (i = 0; i < domains.n; i++)
		asked_row(b, domains.at[i]);
	asked_row(b, NULL);
}

void
build_progress(struct builder *b)
{
	build_table(b, "leefgebieden", CHART_BARS);
	build_column(b, "leefgebied", CELL_WORD, COLUMN_LABEL);
	build_column(b, "schaal", CELL_WORD, COLUMN_LABEL);
	build_column(b, "n", CELL_COUNT, COLUMN_FIGURE);
	build_column(b, "eerste", CELL_MEAN, COLUMN_FIGURE)->series = true;
	build_column(b, "laatste", CELL_MEAN, COLUMN_FIGURE)->series = true;
	build_column(b, "omhoog", CELL_PERCENT, COLUMN_FIGURE);
	build_column(b, "gelijk", CELL_PERCENT, COLUMN_FIGURE);
	build_column(b, "omlaag", CELL_PERCENT, COLUMN_FIGURE);
	build_blocks(b, progress_rows);
	build_table(b, "leefgebieden.vraag", CHART_BARS);
	build_column(b, "leefgebied", CELL_WORD, COLUMN_LABEL);
	build_column(b, "gevraagd", CELL_COUNT, COLUMN_FIGURE);
	build_column(b, "met_doel", CELL_PERCENT, COLUMN_FIGURE)->series = true;
	build_column(b, "met_behaald", CELL_PERCENT, COLUMN_FIGURE)->series = true;
	build_blocks(b, asked_rows);
}

struct quantity
build_decided(struct builder *b, const char *domain)
{
	struct quantity q = { 0 };
	struct arena *arena = &b->sheets->arena;

	quantity_add(&q, b->tally, arena, "doel", b->period, b->group, domain, "behaald");
	quantity_add(&q, b->tally, arena, "doel", b->period, b->group, domain, "deels");
	quantity_add(&q, b->tally, arena, "doel", b->period, b->group, domain, "gestopt");
	return q;
}

static void
goal_row(struct builder *b, const char *domain)
{
	size_t i;

	build_row(b);
	b->row->total = domain == NULL;
	if (domain == NULL)
		build_word(b, "totaal", build_defined(b, "totaal"));
	else
		build_word(b, code_or_none(domain), build_domain_label(b, domain));
	for (i = 0; figures_stands[i] != NULL; i++)
		build_figure(b, FIGURE_COUNT, build_quantity(b, "doel", domain, figures_stands[i]));
	build_figure(b, FIGURE_COUNT, build_quantity(b, "doel", domain, NULL));
	build_share(b, build_quantity(b, "doel", domain, "behaald"), build_decided(b, domain));
}

static void
goal_rows(struct builder *b)
{
	struct rows domains = build_domains(b, "doel");
	size_t i;

	for (i = 0; i < domains.n; i++)
		goal_row(b, domains.at[i]);
	goal_row(b, NULL);
}

void
build_goals(struct builder *b)
{
	size_t i;

	build_table(b, "doelen", CHART_STACKED);
	build_column(b, "leefgebied", CELL_WORD, COLUMN_LABEL);
	for (i = 0; figures_stands[i] != NULL; i++)
		build_column(b, figures_stands[i], CELL_COUNT, COLUMN_FIGURE)->series = true;
	build_column(b, "totaal", CELL_COUNT, COLUMN_FIGURE);
	build_column(b, "realisatie", CELL_PERCENT, COLUMN_FIGURE);
	build_blocks(b, goal_rows);
}

static bool
dropout(const struct model *m, const char *reason)
{
	const struct model_reason *r = model_reason(m, reason);

	return r != NULL && r->dropout;
}

struct quantity
build_dropouts(struct builder *b)
{
	const struct model *m = b->report->model;
	struct quantity q = { 0 };
	size_t i;

	for (i = 0; i < m->nreasons; i++)
		if (dropout(m, m->reasons[i].code))
			quantity_add(&q, b->tally, &b->sheets->arena, "reden", b->period, b->group,
			    m->reasons[i].code, NULL);
	return q;
}

static void
outflow_row(struct builder *b)
{
	struct quantity out = build_quantity(b, "uit", NULL, NULL);
	struct quantity marks = build_quantity(b, "tevredenheid", NULL, NULL);
	struct quantity goals = build_quantity(b, "klaar.van", NULL, NULL);

	build_row(b);
	build_figure(b, FIGURE_COUNT, out);
	build_figure(b, FIGURE_COUNT, build_dropouts(b));
	build_share(b, build_dropouts(b), out);
	build_figure(b, FIGURE_COUNT, marks);
	build_figure(b, FIGURE_MEAN, marks);
	build_figure(b, FIGURE_COUNT, goals);
	build_share(b, build_quantity(b, "klaar", NULL, NULL), goals);
}

static void
reason_row(struct builder *b, const char *reason)
{
	const struct model_reason *r = reason == NULL ? NULL : model_reason(b->report->model, reason);
	struct quantity of = build_quantity(b, "reden", reason, NULL);
	const char *answer = r != NULL && r->dropout ? "ja" : "nee";

	build_row(b);
	b->row->total = reason == NULL;
	if (reason == NULL) {
		build_word(b, "totaal", build_defined(b, "totaal"));
		build_empty(b);
	} else {
		build_word(b, reason, r == NULL ? NULL : build_label(b, &r->name));
		build_word(b, answer, build_defined(b, answer));
	}
	build_figure(b, FIGURE_COUNT, of);
	build_share(b, of, build_quantity(b, "uit", NULL, NULL));
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
	rows = build_rows(b, codes, m->nreasons, "reden");
	for (i = 0; i < rows.n; i++)
		reason_row(b, rows.at[i]);
	reason_row(b, NULL);
}

/* The national code of a reason, "-" when it has none. */
static const char *
national(const struct model *m, const char *reason)
{
	const struct model_reason *r = model_reason(m, reason);

	return r == NULL ? "-" : code_or_none(r->national);
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

static void
national_rows(struct builder *b)
{
	const struct model *m = b->report->model;
	struct rows reasons = build_rows(b, NULL, 0, "reden"), codes = { NULL, 0 };
	size_t i, j;

	codes.at = arena_room(&b->sheets->arena, (m->nreasons + 2) * sizeof *codes.at);
	for (i = 0; i < m->nreasons + reasons.n; i++)
		insert(&codes, national(m, i < m->nreasons ? m->reasons[i].code : reasons.at[i - m->nreasons]));
	for (i = 0; i < codes.n; i++) {
		struct quantity of = { 0 };

		for (j = 0; j < reasons.n; j++)
			if (strcmp(national(m, reasons.at[j]), codes.at[i]) == 0)
				quantity_add(&of, b->tally, &b->sheets->arena, "reden", b->period, b->group,
				    reasons.at[j], NULL);
		build_row(b);
		build_word(b, codes.at[i], NULL);
		build_figure(b, FIGURE_COUNT, of);
		build_share(b, of, build_quantity(b, "uit", NULL, NULL));
	}
}

void
build_outflow(struct builder *b)
{
	build_table(b, "uitstroom", CHART_NONE);
	build_column(b, "n", CELL_COUNT, COLUMN_FIGURE);
	build_column(b, "uitval", CELL_COUNT, COLUMN_FIGURE);
	build_column(b, "uitval_aandeel", CELL_PERCENT, COLUMN_FIGURE)->brief = "(%)";
	build_column(b, "beoordeeld", CELL_COUNT, COLUMN_FIGURE);
	build_column(b, "tevredenheid", CELL_MEAN, COLUMN_FIGURE);
	build_column(b, "met_doelen", CELL_COUNT, COLUMN_FIGURE);
	build_column(b, "doelen_klaar", CELL_PERCENT, COLUMN_FIGURE)->brief = build_defined(b, "klaar");
	build_blocks(b, outflow_row);
	build_table(b, "uitstroom.reden", CHART_BARS);
	build_column(b, "reden", CELL_WORD, COLUMN_LABEL);
	build_column(b, "uitval", CELL_WORD, COLUMN_FIGURE);
	build_column(b, "n", CELL_COUNT, COLUMN_FIGURE)->series = true;
	build_column(b, "aandeel", CELL_PERCENT, COLUMN_FIGURE);
	build_blocks(b, reason_rows);
	build_table(b, "uitstroom.landelijk", CHART_BARS);
	build_column(b, "landelijk", CELL_WORD, COLUMN_LABEL);
	build_column(b, "n", CELL_COUNT, COLUMN_FIGURE)->series = true;
	build_column(b, "aandeel", CELL_PERCENT, COLUMN_FIGURE);
	build_blocks(b, national_rows);
}

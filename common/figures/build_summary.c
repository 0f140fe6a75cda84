#include <string.h>

#include "builder.h"

/* One figure of the summary for the builder's period. */
struct summary {
	const char *name;
	enum figure_kind kind;
	const char *of, *of_row, *of_column;	/* measure; "?uitval" and "?klaar" as below */
	const char *out_of;
};

static const struct summary summary[] = {
	{ "start", FIGURE_COUNT, "start", NULL, NULL, NULL },
	{ "instroom", FIGURE_COUNT, "in", NULL, NULL, NULL },
	{ "uitstroom", FIGURE_COUNT, "uit", NULL, NULL, NULL },
	{ "niet_geplaatst", FIGURE_COUNT, "niet", NULL, NULL, NULL },
	{ "open", FIGURE_COUNT, "open", NULL, NULL, NULL },
	{ "wachtlijst", FIGURE_COUNT, "wachtlijst", NULL, NULL, NULL },
	{ "doorlooptijd", FIGURE_MEDIAN, "traject", NULL, NULL, NULL },
	{ "uitval", FIGURE_SHARE, "?uitval", NULL, NULL, "uit" },
	{ "realisatie", FIGURE_SHARE, "doel", NULL, "behaald", "?klaar" },
	{ "tevredenheid", FIGURE_MEAN, "tevredenheid", NULL, NULL, NULL },
	{ "te_laat", FIGURE_COUNT, "te-laat", NULL, NULL, NULL }
};

static struct quantity
quantity(struct builder *b, const struct summary *s, const char *measure)
{
	if (strcmp(measure, "?uitval") == 0)
		return build_dropouts(b);
	if (strcmp(measure, "?klaar") == 0)
		return build_decided(b, NULL);
	return build_quantity(b, measure, s->of_row, measure == s->of ? s->of_column : NULL);
}

static void
value(struct builder *b, const struct summary *s)
{
	if (s->kind == FIGURE_SHARE)
		build_share(b, quantity(b, s, s->of), quantity(b, s, s->out_of));
	else
		build_figure(b, s->kind, quantity(b, s, s->of));
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
			*c = (struct cell){ CELL_HIDDEN, 0, NULL, NULL };
	}
	b->column++;
}

static void
summary_rows(struct builder *b)
{
	size_t i, period = b->period, before = b->report->periods[period].before;

	for (i = 0; i < sizeof summary / sizeof *summary; i++) {
		build_row(b);
		build_word(b, summary[i].name, build_defined(b, summary[i].name));
		value(b, &summary[i]);
		if (before == (size_t)-1) {
			build_empty(b);
			build_empty(b);
			continue;
		}
		b->period = before;
		value(b, &summary[i]);
		b->period = period;
		change(b);
	}
}

void
build_summary(struct builder *b)
{
	build_table(b, "samenvatting", CHART_NONE);
	build_column(b, "cijfer", CELL_WORD, COLUMN_LABEL);
	build_column(b, "waarde", CELL_COUNT, COLUMN_FIGURE);
	build_column(b, "vorige", CELL_COUNT, COLUMN_FIGURE);
	build_column(b, "verschil", CELL_COUNT, COLUMN_FIGURE);
	build_blocks(b, summary_rows);
}

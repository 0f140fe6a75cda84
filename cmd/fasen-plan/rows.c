#include "plan.h"

#include <stdio.h>
#include <string.h>

#include "filter.h"
#include "terminal.h"

static const struct table_column columns[] = {
	{ "client", NULL, TABLE_WORD },
	{ "record", NULL, TABLE_WORD },
	{ "id", NULL, TABLE_WORD },
	{ "doel", NULL, TABLE_WORD },
	{ "leefgebied", NULL, TABLE_WORD },
	{ "tekst", NULL, TABLE_WORD },
	{ "termijn", NULL, TABLE_WORD },
	{ "onder", NULL, TABLE_WORD },
	{ "prioriteit", NULL, TABLE_NUMBER },
	{ "streefdatum", NULL, TABLE_DATE },
	{ "kracht", NULL, TABLE_WORD },
	{ "wie", NULL, TABLE_WORD },
	{ "inzet", NULL, TABLE_WORD },
	{ "op", NULL, TABLE_DATE },
	{ "traject", NULL, TABLE_NUMBER },
	{ "stand", NULL, TABLE_WORD },
	{ "stand_op", NULL, TABLE_DATE },
	{ "score", NULL, TABLE_NUMBER },
	{ "toelichting", NULL, TABLE_WORD },
};

struct rows {
	const struct call *call;
	struct table *table;
	struct state state;
};

/* All values of a repeated field in one cell. */
static void
cell_values(struct table *t, const struct entry *e, const char *name)
{
	struct text all = { 0 };
	const char *value;

	for (size_t i = 0; (value = entry_next_value(e, name, &i)) != NULL; )
		text_addf(&all, "%s%s", all.len > 0 ? "; " : "", value);
	table_cell(t, text_string(&all));
	text_release(&all);
}

static void
row(struct rows *r, const struct entry *e, const struct entry *goal)
{
	struct table *t = r->table;

	table_cell(t, r->state.dossier->id);
	table_cell(t, e->kind_name);
	table_cell(t, e->key);
	table_cell(t, goal == NULL ? entry_value(e, "Doel") : goal->key);
	table_cell(t, goal == NULL ? "" : entry_value(goal, "Leefgebied"));
	table_cell(t, entry_value(e, "Tekst"));
	table_cell(t, entry_value(e, "Termijn"));
	table_cell(t, entry_value(e, "Onder"));
	table_cell(t, entry_value(e, "Prioriteit"));
	table_cell_date(t, entry_date(e, "Streefdatum"));
	cell_values(t, e, "Kracht");
	table_cell(t, entry_value(e, "Wie"));
	table_cell(t, entry_value(e, "Inzet"));
	table_cell_date(t, e->op);
	table_cell_n(t, (long)e->trajectory + 1);
	table_cell(t, entry_stand(e));
	table_cell_date(t, e->stand == NULL ? DATE_NONE : entry_date(e->stand, "Op"));
	table_cell(t, e->stand == NULL ? "" : entry_value(e->stand, "Score"));
	table_cell(t, e->stand == NULL ? "" : entry_value(e->stand, "Toelichting"));
}

static int
see(struct dossier *d, void *context)
{
	struct rows *r = context;
	const struct state *s = &r->state;
	const struct entry *goal, *action;

	if (!state_fold(&r->state, d, r->call->model, r->call->today, DATE_LAST))
		return 0;
	for (size_t i = 0; (goal = state_next(s, "doel", &i)) != NULL; ) {
		row(r, goal, goal);
		for (size_t j = 0; (action = state_next(s, "werkpunt", &j)) != NULL; )
			if (strcmp(entry_value(action, "Doel"), goal->key) == 0)
				row(r, action, goal);
	}
	for (size_t j = 0; (action = state_next(s, "werkpunt", &j)) != NULL; )
		if (state_find(s, "doel", entry_value(action, "Doel")) == NULL)
			row(r, action, NULL);
	return 0;
}

int
plan_rows(const struct call *c, enum table_format format)
{
	struct rows r = { .call = c, .table = table_open(stdout, format, terminal_width()) };
	int status;

	table_begin(r.table, "plan", false, NULL, columns, sizeof columns / sizeof columns[0]);
	status = view_run(c, see, &r);
	table_end(r.table);
	if (!table_close(r.table))
		status = 2;
	state_release(&r.state);
	return status;
}

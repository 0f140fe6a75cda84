#include "plan.h"

#include <stdio.h>
#include <string.h>

#include "filter.h"
#include "handle_column.h"
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
	{ HANDLE_COLUMN, NULL, TABLE_WORD },
};

struct rows {
	const struct cmdline *call;
	struct table_writer *table;
	struct fold state;
	struct handle_column handles;
};

/* All values of a repeated field in one cell. */
static void
cell_values(struct table_writer *t, const struct entry *e, enum slot slot)
{
	struct text all = { 0 };
	const struct field *f;

	for (f = entry_at(e, slot); f != NULL; f = field_next(f))
		text_addf(&all, "%s%s", all.len > 0 ? "; " : "", f->value);
	table_cell(t, text_string(&all));
	text_release(&all);
}

static void
row(struct rows *r, const struct entry *e, const struct entry *goal)
{
	const bool action = e->kind == KIND_WERKPUNT;
	struct table_writer *t = r->table;

	table_cell(t, r->state.dossier->id);
	table_cell(t, e->kind_name);
	table_cell(t, e->key);
	table_cell(t, goal == NULL ? entry_text(e, WERKPUNT_DOEL) : goal->key);
	table_cell(t, goal == NULL ? "" : entry_text(goal, DOEL_LEEFGEBIED));
	table_cell(t, entry_text(e, action ? WERKPUNT_TEKST : DOEL_TEKST));
	table_cell(t, action ? "" : entry_text(e, DOEL_TERMIJN));
	table_cell(t, action ? "" : entry_text(e, DOEL_ONDER));
	table_cell(t, action ? "" : entry_text(e, DOEL_PRIORITEIT));
	table_cell_date(t, entry_day(e, action ? WERKPUNT_STREEFDATUM : DOEL_STREEFDATUM));
	if (action)
		table_cell(t, "");
	else
		cell_values(t, e, DOEL_KRACHT);
	table_cell(t, action ? entry_text(e, WERKPUNT_WIE) : "");
	table_cell(t, action ? entry_text(e, WERKPUNT_INZET) : "");
	table_cell_date(t, e->op);
	table_cell_n(t, (long)e->trajectory + 1);
	table_cell(t, entry_stand(e));
	table_cell_date(t, e->stand == NULL ? DATE_NONE : e->stand->op);
	table_cell(t, e->stand == NULL ? "" : entry_text(e->stand, STAND_SCORE));
	table_cell(t, e->stand == NULL ? "" : entry_text(e->stand, STAND_TOELICHTING));
	handle_column_cell(&r->handles, t, e->latest);
}

static int
see(struct dossier *d, void *context)
{
	struct rows *r = context;
	const struct fold *s = &r->state;
	const struct entry *goal, *action;

	if (!fold_day(&r->state, d, r->call->model, r->call->today, DATE_LAST))
		return 0;
	handle_column_turn(&r->handles, r->call, d);
	for (goal = s->first[KIND_DOEL]; goal != NULL; goal = goal->next) {
		row(r, goal, goal);
		for (action = s->first[KIND_WERKPUNT]; action != NULL; action = action->next)
			if (strcmp(entry_text(action, WERKPUNT_DOEL), goal->key) == 0)
				row(r, action, goal);
	}
	for (action = s->first[KIND_WERKPUNT]; action != NULL; action = action->next)
		if (fold_keyed(s, KIND_DOEL, entry_text(action, WERKPUNT_DOEL)) == NULL)
			row(r, action, NULL);
	return 0;
}

int
plan_rows(const struct cmdline *c, enum table_format format)
{
	struct rows r = { .call = c, .table = table_open(terminal_out(), format,
	    terminal_width()) };
	int status;

	table_begin(r.table, "plan", false, NULL, columns, 
	    handle_column_count(c, sizeof columns / sizeof columns[0]));
	status = view_run(c, see, &r);
	table_end(r.table);
	if (!table_close(r.table))
		status = 2;
	fold_release(&r.state);
	handle_column_release(&r.handles);
	return status;
}

/* SPDX-License-Identifier: ISC */
#include "plan.h"

#include <stdio.h>
#include <string.h>

#include "calendar.h"
#include "goals.h"
#include "message.h"
#include "plan_view.h"
#include "shown.h"
#include "terminal.h"
#include "view.h"

static const struct table_column columns[] = {
	{ "client", NULL, TABLE_WORD, 0 },
	{ "record", NULL, TABLE_WORD, 0 },
	{ "id", NULL, TABLE_WORD, 0 },
	{ "doel", NULL, TABLE_WORD, 0 },
	{ "leefgebied", NULL, TABLE_WORD, 0 },
	{ "tekst", NULL, TABLE_WORD, 0 },
	{ "termijn", NULL, TABLE_WORD, 0 },
	{ "onder", NULL, TABLE_WORD, 0 },
	{ "prioriteit", NULL, TABLE_NUMBER, 0 },
	{ "streefdatum", NULL, TABLE_DATE, 0 },
	{ "kracht", NULL, TABLE_WORD, 0 },
	{ "wie", NULL, TABLE_WORD, 0 },
	{ "inzet", NULL, TABLE_WORD, 0 },
	{ "op", NULL, TABLE_DATE, 0 },
	{ "traject", NULL, TABLE_NUMBER, 0 },
	{ "stand", NULL, TABLE_WORD, 0 },
	{ "stand_op", NULL, TABLE_DATE, 0 },
	{ "score", NULL, TABLE_NUMBER, 0 },
	{ "toelichting", NULL, TABLE_WORD, 0 },
	{ VIEW_HANDLES, NULL, TABLE_WORD, 0 },
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
row(const struct view *v, const struct entry *e, const struct entry *goal)
{
	const bool action = e->kind == KIND_WERKPUNT;
	struct table_writer *t = v->table;

	table_cell(t, v->state.dossier->id);
	table_cell(t, e->first->name);
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
	view_handle(v, e->latest);
}

static int
show_rows(struct view *v, void *nothing)
{
	const struct fold *s = &v->state;
	const struct entry *goal, *action;
	struct goals goals;

	(void)nothing;
	goals_read(&goals, s);
	for (goal = s->first[KIND_DOEL]; goal != NULL; goal = goal->next) {
		row(v, goal, goal);
		for (action = NULL;
		    (action = goals_next_action(&goals, goal->key, action)) != NULL; )
			row(v, action, goal);
	}
	goals_release(&goals);
	for (action = s->first[KIND_WERKPUNT]; action != NULL; action = action->next)
		if (fold_keyed(s, KIND_DOEL, entry_text(action, WERKPUNT_DOEL)) == NULL)
			row(v, action, NULL);
	return 0;
}

struct dates {
	bool with_text;
	struct text to;
};

static int
show_dates(struct view *v, void *dates)
{
	struct dates *k = dates;

	plan_calendar(&k->to, &v->state, v->call->lang, v->call->today, k->with_text);
	fwrite(text_string(&k->to), 1, k->to.len, terminal_out());
	text_clear(&k->to);
	return 0;
}

static int
show_calendar(const struct cmdline *c, bool with_text)
{
	struct dates k = { .with_text = with_text };
	struct view v = { .call = c };
	int status;

	calendar_begin(&k.to, c->lang);
	status = view_end(&v, view_run(&v, show_dates, &k));
	calendar_end(&k.to);
	fwrite(text_string(&k.to), 1, k.to.len, terminal_out());
	text_release(&k.to);
	return status;
}

int
plan_show(const struct cmdline *c, bool with_text)
{
	enum table_format table;
	enum document_format document;
	struct view v;

	if (document_format_parse(c->format, &document))
		return view_parts(c, document, "Support plan", plan_view);
	if (strcmp(c->format, "ics") == 0)
		return show_calendar(c, with_text);
	if (!table_format_parse(c->format, &table))
		message_usage(_("-T: \"%s\" is no format of this command; expected text, html, "
		    "pdf, ms, tsv, csv, json or ics"), shown_or_dots(c->format));
	view_table(&v, c, table, "plan", columns, sizeof columns / sizeof *columns);
	return view_end(&v, view_run(&v, show_rows, NULL));
}

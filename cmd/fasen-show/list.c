/* SPDX-License-Identifier: ISC */
#include "show.h"

#include "due.h"
#include "person.h"
#include "view.h"
#include "wording.h"

enum { COLUMNS = 12 };

/* Either a table or a document is written. */
struct list {
	struct view *view;
	bool words;		/* to read: names in place of codes */
	size_t column;
};

static const struct table_column columns[COLUMNS] = {
	{ "client", "Client", TABLE_CODE, 0 },
	{ "roepnaam", "Name", TABLE_WORD, 1 },
	{ "fase", "Phase", TABLE_CODE, 0 },
	{ "dagen_in_fase", "Days in phase", TABLE_NUMBER, 4 },
	{ "begeleider", "Support worker", TABLE_WORD, 3 },
	{ "team", "Team", TABLE_WORD, 7 },
	{ "begin", "Begin", TABLE_DATE, 8 },
	{ "eind", "End", TABLE_DATE, 9 },
	{ "einde", "Ended by", TABLE_WORD, 10 },
	{ "doelen.open", "Goals open", TABLE_NUMBER, 5 },
	{ "doelen.behaald", "Attained", TABLE_NUMBER, 6 },
	{ "evaluatie.volgende", "Next evaluation", TABLE_DATE, 2 },
};

/* Shares of the width of a page, which has no room for all of them: 0 = left out. */
static const int weights[COLUMNS] = { 8, 10, 8, 5, 8, 6, 0, 0, 10, 0, 0, 8 };

static void
cell(struct list *list, const char *value)
{
	if (list->view->table != NULL)
		table_cell(list->view->table, value);
	else if (weights[list->column] > 0)
		document_cell(list->view->document, value);
	list->column = (list->column + 1) % COLUMNS;
}

static void
cell_n(struct list *list, long value)
{
	struct text t = { 0 };

	text_addf(&t, "%ld", value);
	cell(list, text_string(&t));
	text_release(&t);
}

static void
cell_date(struct list *list, date day)
{
	char s[DATE_SIZE], written[LABEL_DATE_SIZE];

	cell(list, list->view->table != NULL ? date_format(day, s) :
	    label_date(list->view->call->lang, day, written));
}

/* Name in the model or code, as the format wants. */
static const char *
code_or_name(const struct list *list, const struct entry *e, enum slot slot)
{
	if (e == NULL)
		return "";
	return list->words ? wording_entry(list->view->call->model, e, slot,
	    list->view->call->lang) :
	    entry_text(e, slot);
}

static void
put_goals(struct list *list)
{
	const struct fold *s = &list->view->state;
	const struct entry *e;
	long open = 0, attained = 0;

	for (e = s->first[KIND_DOEL]; e != NULL; e = e->next) {
		if (!fold_current(s, e))
			continue;
		open += !entry_finished(e);
		attained += entry_stand_code(e) == STAND_BEHAALD;
	}
	cell_n(list, open);
	cell_n(list, attained);
}

static int
show_row(struct view *v, void *context)
{
	struct list *list = context;
	const struct fold *s = &v->state;
	const struct trajectory *t = fold_trajectory(s);
	const struct entry *phase = s->phase != NULL && fold_current(s, s->phase) ? s->phase : NULL;

	cell(list, s->dossier->id);
	cell(list, person_name(s));
	cell(list, code_or_name(list, phase, FASE_FASE));
	if (phase == NULL || fold_closed(s))
		cell(list, "");
	else
		cell_n(list, s->at - phase->op);
	cell(list, entry_text(s->client, CLIENT_BEGELEIDER));
	cell(list, entry_text(s->client, CLIENT_TEAM));
	cell_date(list, t->begin);
	cell_date(list, t->end);
	cell(list, code_or_name(list, t->closing, t->how == TRAJECTORY_UITSTROOM ? UITSTROOM_REDEN :
	    INTAKE_BESLUIT));
	put_goals(list);
	cell_date(list, due_evaluation(s));
	return 0;
}

int
show_list_table(const struct showing *asked, enum table_format format)
{
	struct view v;
	struct list list = { .view = &v, .words = format == TABLE_TEXT };

	view_table(&v, asked->call, format, "lijst", columns, COLUMNS);
	return view_end(&v, show_run(asked, &v, show_row, &list));
}

int
show_list_document(const struct showing *asked, enum document_format format)
{
	const struct cmdline *c = asked->call;
	struct view v;
	struct list list = { .view = &v, .words = true };
	struct document_column named[COLUMNS];
	const char *title = label(c->lang, "Clients");
	struct text below = { 0 };
	char day[LABEL_DATE_SIZE];
	size_t n = 0;
	int status;

	for (size_t i = 0; i < COLUMNS; i++)
		if (weights[i] > 0) {
			named[n].heading = label(c->lang, columns[i].heading);
			named[n].weight = weights[i];
			named[n++].right = columns[i].type == TABLE_NUMBER;
		}
	text_addf(&below, "%s %s", label(c->lang, "made on"), label_date(c->lang, c->today, day));
	view_document(&v, c, format, "Clients");
	document_part(v.document, title, text_string(&below), title);
	document_table(v.document, "", named, n);
	status = show_run(asked, &v, show_row, &list);
	document_table_end(v.document);
	text_release(&below);
	return view_end(&v, status);
}

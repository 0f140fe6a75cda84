#include "show.h"

#include <string.h>

#include "document_out.h"
#include "due.h"
#include "filter.h"
#include "person.h"
#include "table_writer.h"
#include "terminal.h"
#include "wording.h"

enum { COLUMNS = 12 };

/* Either a table or a document is written. */
struct list {
	const struct cmdline *call;
	struct fold state;
	struct table_writer *table;
	struct document *document;
	bool words;		/* to read: names in place of codes */
	size_t column;
};

static const struct table_column columns[COLUMNS] = {
	{ "client", "Client", TABLE_WORD },
	{ "roepnaam", "Name", TABLE_WORD },
	{ "fase", "Phase", TABLE_WORD },
	{ "dagen_in_fase", "Days in phase", TABLE_NUMBER },
	{ "begeleider", "Support worker", TABLE_WORD },
	{ "team", "Team", TABLE_WORD },
	{ "begin", "Begin", TABLE_DATE },
	{ "eind", "End", TABLE_DATE },
	{ "einde", "Ended by", TABLE_WORD },
	{ "doelen.open", "Goals open", TABLE_NUMBER },
	{ "doelen.behaald", "Attained", TABLE_NUMBER },
	{ "evaluatie.volgende", "Next evaluation", TABLE_DATE },
};

/* Shares of the width of a page, which has no room for all of them: 0 = left out. */
static const int weights[COLUMNS] = { 8, 10, 8, 5, 8, 6, 0, 0, 10, 0, 0, 8 };

static void
cell(struct list *list, const char *value)
{
	if (list->table != NULL)
		table_cell(list->table, value);
	else if (weights[list->column] > 0)
		document_cell(list->document, value);
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
	char s[DATE_SIZE];

	cell(list, date_format(day, s));
}

/* Name in the model or code, as the format wants. */
static const char *
code_or_name(const struct list *list, const struct entry *e, enum slot slot)
{
	if (e == NULL)
		return "";
	return list->words ? wording_entry(list->call->model, e, slot, list->call->lang) :
	    entry_text(e, slot);
}

static void
put_goals(struct list *list)
{
	const struct fold *s = &list->state;
	const struct entry *e;
	long open = 0, attained = 0;

	for (e = s->first[KIND_DOEL]; e != NULL; e = e->next) {
		if (e->trajectory + 1 != s->ntrajectories)
			continue;
		open += !entry_finished(e);
		attained += entry_stand_code(e) == STAND_BEHAALD;
	}
	cell_n(list, open);
	cell_n(list, attained);
}

static int
add_row(struct dossier *d, void *context)
{
	struct list *list = context;
	struct fold *s = &list->state;
	const struct trajectory *t;
	const struct entry *phase;
	bool closed;

	if (!fold_day(s, d, list->call->model, list->call->today, DATE_LAST))
		return 0;
	t = fold_trajectory(s);
	closed = fold_closed(s);
	phase = s->phase != NULL && s->phase->trajectory + 1 == s->ntrajectories ? s->phase : NULL;
	cell(list, d->id);
	cell(list, person_name(s));
	cell(list, code_or_name(list, phase, FASE_FASE));
	if (phase == NULL || closed)
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
show_list_table(const struct cmdline *c, enum table_format format)
{
	struct list list = { .call = c, .words = format == TABLE_TEXT };
	struct table_column named[COLUMNS];
	int status;

	for (size_t i = 0; i < COLUMNS; i++) {
		named[i] = columns[i];
		named[i].heading = label(c->lang, columns[i].heading);
	}
	list.table = table_open(terminal_out(), format, terminal_width());
	table_begin(list.table, "lijst", false, NULL, named, COLUMNS);
	status = view_run(c, add_row, &list);
	table_end(list.table);
	table_close(list.table);
	fold_release(&list.state);
	return status;
}

int
show_list_document(const struct cmdline *c, enum document_format format)
{
	const char *title = label(c->lang, "Clients");
	struct list list = { .call = c, .words = true };
	struct document_column named[COLUMNS];
	struct text below = { 0 };
	char day[DATE_SIZE];
	size_t n = 0, i;
	int status;

	for (i = 0; i < COLUMNS; i++)
		if (weights[i] > 0) {
			named[n].heading = label(c->lang, columns[i].heading);
			named[n].weight = weights[i];
			named[n++].right = columns[i].type == TABLE_NUMBER;
		}
	list.document = document_out(c, format, title);
	text_addf(&below, "%s %s", label(c->lang, "made on"), date_format(c->today, day));
	document_part(list.document, title, text_string(&below), title);
	document_table(list.document, "", named, n);
	status = view_run(c, add_row, &list);
	document_table_end(list.document);
	status = document_out_end(list.document, status);
	fold_release(&list.state);
	text_release(&below);
	return status;
}

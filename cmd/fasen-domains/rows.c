#include "domains.h"

#include <stdio.h>
#include <string.h>

#include "filter.h"
#include "handle_column.h"
#include "label.h"
#include "measurements.h"
#include "message.h"
#include "table_writer.h"
#include "terminal.h"
#include "wording.h"

enum { COLUMNS = 14 };

struct rows {
	const struct cmdline *call;
	struct table_writer *table;
	bool words;		/* names for people, where other formats have codes */
	struct fold state;
	struct handle_column handles;
};

static void
cell_score(struct table_writer *t, const struct score *score)
{
	if (score == NULL) {
		table_cell(t, "");
		table_cell(t, "");
		return;
	}
	table_cell_n(t, score->value);
	table_cell_date(t, score->op);
}

static void
cell_strengths(struct table_writer *t, const struct fold *s, const char *domain)
{
	struct text all = { 0 };
	const struct entry *e;

	for (e = entry_there(s->first[KIND_KRACHT], s->at); e != NULL;
	    e = entry_there(e->next, s->at))
		if (strcmp(entry_text(e, KRACHT_LEEFGEBIED), domain) == 0)
			text_addf(&all, "%s%s", all.len > 0 ? "; " : "",
			    entry_text(e, KRACHT_TEKST));
	table_cell(t, text_string(&all));
	text_release(&all);
}

/* A code of a field of leefgebied, in words where people read. */
static void
cell_code(const struct rows *r, enum slot slot, const char *code)
{
	const struct schema_field *spec = schema_slot(&schema_kinds[KIND_LEEFGEBIED], slot);

	table_cell(r->table, r->words ? wording_value(r->call->model, spec, code, r->call->lang) :
	    code);
}

/* One row; `scale` is NULL for a domain without scores. */
static void
row(struct rows *r, const char *domain, const char *scale)
{
	const struct entry *e = fold_keyed(&r->state, KIND_LEEFGEBIED, domain);
	struct measurements is = { NULL, NULL, NULL };
	struct table_writer *t = r->table;

	if (scale != NULL)
		is = measurements_of(&r->state, domain, scale);
	table_cell(t, r->state.dossier->id);
	cell_code(r, LEEFGEBIED_LEEFGEBIED, domain);
	cell_code(r, LEEFGEBIED_SCHAAL, scale == NULL ? "" : scale);
	cell_score(t, is.first);
	cell_score(t, is.previous);
	cell_score(t, is.latest);
	if (is.previous == NULL)
		table_cell(t, "");
	else
		table_cell_n(t, is.latest->value - is.first->value);
	cell_strengths(t, &r->state, domain);
	table_cell(t, e == NULL ? "" : entry_text(e, LEEFGEBIED_WENS));
	table_cell(t, e == NULL ? "" : entry_text(e, LEEFGEBIED_NVT));
	handle_column_cell(&r->handles, t, is.latest != NULL ? is.latest->record :
	    e == NULL ? NULL : e->latest);
}

/* A row for each scale that the domain was scored on, never taken together. */
static void
domain_rows(struct rows *r, const char *domain)
{
	const struct fold *s = &r->state;
	bool any = false;

	for (size_t i = 0; i < s->nscores; i++) {
		size_t j = 0;

		if (strcmp(s->scores[i].domain, domain) != 0)
			continue;
		while (strcmp(s->scores[j].domain, domain) != 0 ||
		    strcmp(s->scores[j].scale, s->scores[i].scale) != 0)
			j++;
		if (j == i)
			row(r, domain, s->scores[i].scale);
		any = true;
	}
	if (!any)
		row(r, domain, NULL);
}

static int
see(struct dossier *d, void *context)
{
	struct rows *r = context;
	const struct model *m = r->call->model;
	const struct entry *e;

	if (!fold_day(&r->state, d, m, r->call->today, DATE_LAST))
		return 0;
	handle_column_turn(&r->handles, r->call, d);
	for (size_t i = 0; i < m->ndomains; i++)
		domain_rows(r, m->domains[i].code);
	for (e = r->state.first[KIND_LEEFGEBIED]; e != NULL; e = e->next)
		if (model_domain(m, e->key) == NULL)
			domain_rows(r, e->key);
	return 0;
}

int
domains_rows(const struct cmdline *c, enum table_format format)
{
	const enum lang l = c->lang;
	const struct table_column columns[COLUMNS] = {
		{ "client", label(l, "Client"), TABLE_WORD },
		{ "leefgebied", label(l, "Life domain"), TABLE_WORD },
		{ "schaal", label(l, "Scale"), TABLE_WORD },
		{ "eerste", label(l, "First"), TABLE_NUMBER },
		{ "eerste_op", label(l, "First on"), TABLE_DATE },
		{ "vorige", label(l, "Previous"), TABLE_NUMBER },
		{ "vorige_op", label(l, "Previous on"), TABLE_DATE },
		{ "laatste", label(l, "Latest"), TABLE_NUMBER },
		{ "laatste_op", label(l, "Latest on"), TABLE_DATE },
		{ "verandering", label(l, "Change"), TABLE_NUMBER },
		{ "krachten", label(l, "Strengths"), TABLE_WORD },
		{ "wens", label(l, "Wish"), TABLE_WORD },
		{ "nvt", label(l, "Not looked at"), TABLE_WORD },
		{ HANDLE_COLUMN, label(l, "Handle"), TABLE_WORD },
	};
	struct rows r = {
		.call = c, .table = table_open(terminal_out(), format, terminal_width()),
		.words = format == TABLE_TEXT
	};
	int status;

	table_begin(r.table, "leefgebieden", false, NULL, columns,
	    handle_column_count(c, COLUMNS));
	status = view_run(c, see, &r);
	table_end(r.table);
	if (!table_close(r.table))
		status = 2;
	fold_release(&r.state);
	handle_column_release(&r.handles);
	return status;
}

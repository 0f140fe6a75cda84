/* SPDX-License-Identifier: ISC */
#include "domains.h"

#include <stdio.h>
#include <string.h>

#include "description.h"
#include "label.h"
#include "measurements.h"
#include "message.h"
#include "shown.h"
#include "view.h"
#include "web.h"
#include "wording.h"

static const struct table_column columns[] = {
	{ "client", "Client", TABLE_CODE, 0 },
	{ "leefgebied", "Life domain", TABLE_WORD, 0 },
	{ "schaal", "Scale", TABLE_WORD, 9 },
	{ "eerste", "First", TABLE_NUMBER, 4 },
	{ "eerste_op", "First on", TABLE_DATE, 8 },
	{ "vorige", "Previous", TABLE_NUMBER, 7 },
	{ "vorige_op", "Previous on", TABLE_DATE, 10 },
	{ "laatste", "Latest", TABLE_NUMBER, 0 },
	{ "laatste_op", "Latest on", TABLE_DATE, 5 },
	{ "verandering", "Change", TABLE_NUMBER, 3 },
	{ "krachten", "Strengths", TABLE_WORD, 2 },
	{ "wens", "Wish", TABLE_WORD, 1 },
	{ "nvt", "Not talked about", TABLE_WORD, 6 },
	{ VIEW_HANDLES, "Handle", TABLE_CODE, 0 },
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
cell_code(const struct view *v, enum slot slot, const char *code)
{
	const struct schema_field *spec = schema_slot(&schema_kinds[KIND_LEEFGEBIED], slot);

	table_cell(v->table, v->words ? wording_value(v->call->model, spec, code, v->call->lang) :
	    code);
}

/* One row; `scale` is NULL for a domain without scores. */
static void
row(const struct view *v, const char *domain, const char *scale)
{
	const struct entry *e = fold_keyed(&v->state, KIND_LEEFGEBIED, domain);
	struct measurements is = { NULL, NULL, NULL };
	struct table_writer *t = v->table;

	if (scale != NULL)
		is = measurements_of(&v->state, domain, scale);
	table_cell(t, v->state.dossier->id);
	cell_code(v, LEEFGEBIED_LEEFGEBIED, domain);
	cell_code(v, LEEFGEBIED_SCHAAL, scale == NULL ? "" : scale);
	cell_score(t, is.first);
	cell_score(t, is.previous);
	cell_score(t, is.latest);
	if (is.previous == NULL)
		table_cell(t, "");
	else
		table_cell_n(t, is.latest->value - is.first->value);
	cell_strengths(t, &v->state, domain);
	table_cell(t, e == NULL ? "" : entry_text(e, LEEFGEBIED_WENS));
	table_cell(t, e == NULL ? "" : entry_text(e, LEEFGEBIED_NVT));
	view_handle(v, is.latest != NULL ? is.latest->record : e == NULL ? NULL : e->latest);
}

/* A row for each scale that the domain was scored on, never taken together. */
static void
domain_rows(const struct view *v, const char *domain)
{
	const struct fold *s = &v->state;
	bool any = false;

	for (size_t i = 0; i < s->nscores; i++) {
		size_t j = 0;

		if (strcmp(s->scores[i].domain, domain) != 0)
			continue;
		while (strcmp(s->scores[j].domain, domain) != 0 ||
		    strcmp(s->scores[j].scale, s->scores[i].scale) != 0)
			j++;
		if (j == i)
			row(v, domain, s->scores[i].scale);
		any = true;
	}
	if (!any)
		row(v, domain, NULL);
}

static int
show_domains(struct view *v, void *nothing)
{
	const struct model *m = v->call->model;
	const struct entry *e;

	(void)nothing;
	for (size_t i = 0; i < m->ndomains; i++)
		domain_rows(v, m->domains[i].code);
	for (e = v->state.first[KIND_LEEFGEBIED]; e != NULL; e = e->next)
		if (model_domain(m, e->key) == NULL)
			domain_rows(v, e->key);
	return 0;
}

int
domains_show(const struct cmdline *c)
{
	enum table_format format;
	enum document_format document;
	struct view v;

	if (strcmp(c->format, "svg") == 0)
		return view_picture(c, web_svg, schema_name(KIND_LEEFGEBIED, LEEFGEBIED_SCORE),
		    _("%s has no scores to show"));
	if (table_format_parse(c->format, &format)) {
		view_table(&v, c, format, "leefgebieden", columns,
		    sizeof columns / sizeof *columns);
		return view_end(&v, view_run(&v, show_domains, NULL));
	}
	if (document_format_parse(c->format, &document) && document != DOCUMENT_MS)
		return view_parts(c, document, "Web", web_view);
	message_usage(_("-T: \"%s\" is no format of this command; expected "
	    "text, tsv, csv, json, svg, html or pdf"), shown_or_dots(c->format));
}

int
domains_person(const struct cmdline *c)
{
	enum document_format format = DOCUMENT_TEXT;

	if (c->format != NULL && !document_format_parse(c->format, &format))
		message_usage(_("-T: \"%s\" is no format of --person; "
		    "expected text, html, pdf or ms"), shown_or_dots(c->format));
	return view_parts(c, format, "Personal description", description_view);
}

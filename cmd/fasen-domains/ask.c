/* SPDX-License-Identifier: ISC */
#include "domains.h"

#include <stdio.h>

#include "document_out.h"
#include "label.h"
#include "message.h"
#include "model_name.h"
#include "nearest.h"
#include "questions.h"
#include "shown.h"
#include "table_out.h"
#include "table_writer.h"
#include "terminal.h"

static const struct table_column columns[] = {
	{ "record", NULL, TABLE_WORD, 0 },
	{ "code", NULL, TABLE_WORD, 0 },
	{ "naam", NULL, TABLE_WORD, 0 },
	{ "vraag", NULL, TABLE_WORD, 0 },
};

struct asking {
	const struct cmdline *call;
	struct table_writer *table;		/* of the three one at most; without one as text */
	struct document *document;
};

static void
ask_text(const struct asking *a, const char *name, const struct model_texts *aspects,
    const struct model_texts *questions)
{
	enum lang lang = a->call->lang;
	struct text head = { 0 };

	text_adds(&head, name);
	for (size_t i = 0; aspects != NULL && i < aspects->n; i++)
		text_addf(&head, "%s%s", i == 0 ? ": " : ", ", model_text(&aspects->at[i], lang));
	terminal_hang("", text_string(&head));
	for (size_t i = 0; i < questions->n; i++)
		terminal_hang("  - ", model_text(&questions->at[i], lang));
	fputc('\n', terminal_out());
	text_release(&head);
}

static void
ask_document(const struct asking *a, const char *name, const struct model_texts *aspects,
    const struct model_texts *questions)
{
	enum lang lang = a->call->lang;
	struct text t = { 0 };

	for (size_t i = 0; aspects != NULL && i < aspects->n; i++)
		text_addf(&t, "%s%s", i == 0 ? "" : ", ", model_text(&aspects->at[i], lang));
	document_keep(a->document);
	document_heading(a->document, 2, name);
	document_note(a->document, text_string(&t));
	questions_table(a->document, questions);
	document_keep_end(a->document);
	text_release(&t);
}

static void
ask(const struct asking *a, const char *kind, const char *code, const struct model_text *name,
    const struct model_texts *aspects, const struct model_texts *questions)
{
	if (a->document != NULL) {
		ask_document(a, model_text(name, a->call->lang), aspects, questions);
		return;
	}
	if (a->table == NULL) {
		ask_text(a, model_text(name, a->call->lang), aspects, questions);
		return;
	}
	for (size_t i = 0; i < questions->n; i++) {
		table_cell(a->table, kind);
		table_cell(a->table, code);
		table_cell(a->table, model_text(name, a->call->lang));
		table_cell(a->table, model_text(&questions->at[i], a->call->lang));
	}
}

static void
ask_all(const struct asking *a, const struct model_domain *domain,
    const struct model_strength *strength)
{
	const struct model *m = a->call->model;

	for (size_t i = 0; i < m->ndomains; i++)
		if (strength == NULL && (domain == NULL || domain == &m->domains[i]))
			ask(a, model_kinds[MODEL_KIND_LEEFGEBIED], m->domains[i].code,
			    &m->domains[i].name, &m->domains[i].aspects, &m->domains[i].questions);
	for (size_t i = 0; i < m->nstrengths; i++)
		if (domain == NULL && (strength == NULL || strength == &m->strengths[i]))
			ask(a, model_kinds[MODEL_KIND_KRACHTSOORT], m->strengths[i].code,
			    &m->strengths[i].name, NULL, &m->strengths[i].questions);
}

static void
refuse_code(const struct model *m, const char *code)
{
	const char *near = model_nearest(m, REF_LEEFGEBIED, code);
	struct text why = { 0 };

	text_addf(&why, _("\"%s\" is not in the model; expected one of "),
	    shown_or_dots(code));
	model_codes(m, REF_LEEFGEBIED, &why);
	text_addc(&why, ' ');
	model_codes(m, REF_KRACHTSOORT, &why);
	nearest_say(&why, near != NULL ? near : model_nearest(m, REF_KRACHTSOORT, code));
	message_usage("--ask: %s", text_string(&why));
}

int
domains_ask(const struct cmdline *c, const char *code)
{
	const struct model_domain *domain = code == NULL ? NULL : model_domain(c->model, code);
	const struct model_strength *strength = code == NULL || domain != NULL ? NULL :
	    model_strength(c->model, code);
	struct asking a = { .call = c };
	enum table_format format = TABLE_TEXT;
	enum document_format document = DOCUMENT_TEXT;
	const char *title = label(c->lang, "Questions for a talk");

	if (c->noperands > 0 || c->files0 != NULL || c->client != NULL)
		message_usage(_("--ask reads no dossiers; expected no files and no -c"));
	if (c->format != NULL && !table_format_parse(c->format, &format) &&
	    !document_format_parse(c->format, &document))
		message_usage(_("-T: \"%s\" is no format of --ask; expected "
		    "text, html, pdf, ms, tsv, csv or json"), shown_or_dots(c->format));
	if (code != NULL && domain == NULL && strength == NULL)
		refuse_code(c->model, code);
	if (document != DOCUMENT_TEXT) {
		a.document = document_out(c, document, title);
		document_part(a.document, title, model_text(&c->model->name, c->lang), title);
		ask_all(&a, domain, strength);
		return document_out_end(a.document, 0);
	}
	if (format == TABLE_TEXT) {
		ask_all(&a, domain, strength);
		return 0;
	}
	a.table = table_out(c, format);
	table_begin(a.table, "vragen", false, NULL, columns, sizeof columns / sizeof columns[0]);
	ask_all(&a, domain, strength);
	table_end(a.table);
	return table_close(a.table) ? 0 : 2;
}

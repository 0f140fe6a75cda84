#include "advance.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "document_out.h"
#include "label.h"
#include "message.h"
#include "model_name.h"
#include "requirement_sentence.h"
#include "shown.h"
#include "table_writer.h"
#include "terminal.h"
#include "utf8.h"

struct view {
	struct cmdline *call;
	enum table_format format;
	struct table_writer *table;
	struct document *document;	/* of --ask */
	struct fold state;
	struct transition transition;
	bool any;
};

static void
open_view(struct view *v, struct cmdline *c)
{
	memset(v, 0, sizeof *v);
	v->call = c;
	v->format = TABLE_TEXT;
	if (c->format != NULL && !table_format_parse(c->format, &v->format))
		message_usage(_("-T: expected text, tsv, csv or json"));
}

/* Folded as of today; closed dossiers are in no phase and have nothing to show. */
static bool
look(struct view *v, struct dossier *d)
{
	if (!fold_day(&v->state, d, v->call->model, v->call->today, DATE_LAST) ||
	    fold_closed(&v->state))
		return false;
	transition_next(&v->transition, &v->state);
	return true;
}

static int
close_view(struct view *v, int status)
{
	if (v->document != NULL)
		status = document_out_end(v->document, status);
	if (v->table != NULL) {
		table_end(v->table);
		if (!table_close(v->table))
			status = 2;
	}
	fold_release(&v->state);
	transition_release(&v->transition);
	return status;
}

/*
 * What is unmet: for people in sentences, else the conditions as they stand in the model; Na for an
 * evaluation that must decide, Fase for a phase that the model does not have.
 */
static void
list_unmet(const struct view *v, struct text *to)
{
	const struct transition *t = &v->transition;
	bool evaluation = t->obstacle == OBSTACLE_EVALUATION || t->obstacle == OBSTACLE_DECISION;
	size_t i;

	for (i = 0; i < t->n; i++) {
		if (i > 0)
			text_adds(to, "; ");
		if (v->format == TABLE_TEXT)
			requirement_sentence(t->unmet[i].condition, &v->state, NULL,
			    v->call->lang, to);
		else
			text_adds(to, t->unmet[i].condition->source);
		if (t->unmet[i].condition->kind->id == KIND_EVALUATIE)
			evaluation = false;
	}
	if (t->obstacle == OBSTACLE_UNKNOWN)
		text_adds(to, v->format == TABLE_TEXT ? label(v->call->lang,
		    "the model has no such phase") : schema_name(KIND_FASE, FASE_FASE));
	if (evaluation) {
		if (to->len > 0)
			text_adds(to, "; ");
		text_adds(to, v->format == TABLE_TEXT ?
		    label(v->call->lang, "an evaluation that says where to") :
		    model_names[MODEL_NA]);
	}
}

static int
check(struct dossier *d, void *context)
{
	struct view *v = context;
	const struct transition *t = &v->transition;
	struct text unmet = { 0 };
	bool ready;

	if (!look(v, d))
		return 0;
	/* The last phase leads nowhere: ready is who can be closed by its conditions. */
	ready = transition_ready(t) || (t->obstacle == OBSTACLE_LAST && t->n == 0);
	list_unmet(v, &unmet);
	table_cell(v->table, d->id);
	table_cell(v->table, v->state.phase == NULL ? "" : v->state.phase->phase != NULL ?
	    entry_text(v->state.phase, FASE_FASE) :
	    shown_or_dots(entry_text(v->state.phase, FASE_FASE)));
	if (v->state.phase == NULL)
		table_cell(v->table, "");
	else
		table_cell_n(v->table, v->state.at - v->state.phase->op);
	table_cell(v->table, t->to == NULL ? "" : t->to->code);
	table_cell(v->table, schema_yes(ready));
	table_cell(v->table, text_string(&unmet));
	text_release(&unmet);
	return ready ? 0 : FILTER_ATTENTION;
}

int
show_check(struct cmdline *c)
{
	enum lang l = c->lang;
	const struct table_column columns[] = {
		{ "client", label(l, "Client"), TABLE_WORD },
		{ "fase", label(l, "Phase"), TABLE_WORD },
		{ "dagen", label(l, "Days"), TABLE_NUMBER },
		{ "next", label(l, "Next"), TABLE_WORD },
		{ "ready", label(l, "Ready"), TABLE_WORD },
		{ "unmet", label(l, "Still asked"), TABLE_WORD },
	};
	struct view v;

	open_view(&v, c);
	v.table = table_open(terminal_out(), v.format, terminal_width());
	table_begin(v.table, "check", false, NULL, columns, sizeof columns / sizeof *columns);
	return close_view(&v, view_run(c, check, &v));
}

static void
ask_row(struct view *v, const char *id, const struct model_phase *p, const char *what,
    const char *text)
{
	if (text[0] == '\0')
		return;
	table_cell(v->table, id);
	table_cell(v->table, p->code);
	table_cell(v->table, what);
	table_cell(v->table, text);
}

/* For reading and printing: the client, the phase, its purpose, a question a line. */
static void
ask_text(struct view *v, const char *id, const struct model_phase *p)
{
	struct text t = { 0 };
	size_t i;

	if (v->any)
		text_addc(&t, '\n');
	text_addf(&t, id != NULL ? "%s: %s\n" : "%s%s\n", id != NULL ? id : "",
	    model_text(&p->name, v->call->lang));
	if (model_text(&p->purpose, v->call->lang)[0] != '\0')
		text_addf(&t, "%s\n", model_text(&p->purpose, v->call->lang));
	for (i = 0; i < p->ways.n; i++)
		text_addf(&t, "%s\n", model_text(&p->ways.at[i], v->call->lang));
	for (i = 0; i < p->questions.n; i++)
		text_addf(&t, "  - %s\n", model_text(&p->questions.at[i], v->call->lang));
	{
		struct text shown = { 0 };

		utf8_show(&shown, text_string(&t), true);
		fputs(text_string(&shown), terminal_out());
		text_release(&shown);
	}
	text_release(&t);
}

/* On paper: what the phase is for, how one works in it, and room to write beside each question. */
static void
ask_document(struct view *v, const char *id, const struct model_phase *p)
{
	enum lang lang = v->call->lang;
	const struct document_column columns[] = {
		{ label(lang, "Question"), 2, false }, { label(lang, "Notes"), 3, false },
	};
	const char *name = model_text(&p->name, lang);
	struct text foot = { 0 };

	text_addf(&foot, id != NULL ? "%s, %s" : "%s", name, id);
	document_part(v->document, name, id != NULL ? id : "", text_string(&foot));
	document_paragraph(v->document, model_text(&p->purpose, lang));
	for (size_t i = 0; i < p->ways.n; i++)
		document_item(v->document, model_text(&p->ways.at[i], lang));
	if (p->questions.n > 0)
		document_table(v->document, "", columns, sizeof columns / sizeof *columns);
	for (size_t i = 0; i < p->questions.n; i++) {
		document_cell(v->document, model_text(&p->questions.at[i], lang));
		document_cell(v->document, "\n\n\n");
	}
	if (p->questions.n > 0)
		document_table_end(v->document);
	text_release(&foot);
}

static void
ask_phase(struct view *v, const char *id, const struct model_phase *p)
{
	if (v->document != NULL)
		ask_document(v, id, p);
	else if (v->format == TABLE_TEXT)
		ask_text(v, id, p);
	else {
		ask_row(v, id, p, "doel", model_text(&p->purpose, v->call->lang));
		for (size_t i = 0; i < p->ways.n; i++)
			ask_row(v, id, p, "werkwijze", model_text(&p->ways.at[i], v->call->lang));
		for (size_t i = 0; i < p->questions.n; i++)
			ask_row(v, id, p, "vraag", model_text(&p->questions.at[i], v->call->lang));
	}
	v->any = true;
}

static int
ask(struct dossier *d, void *context)
{
	struct view *v = context;
	const struct model_phase *p;

	if (!look(v, d))
		return 0;
	p = v->state.phase == NULL ? &v->call->model->phases[0] : v->state.phase->phase;
	if (p == NULL) {
		message(_("%s: the model has no phase \"%s\""), d->id,
		    shown_or_dots(entry_text(v->state.phase, FASE_FASE)));
		return FILTER_ATTENTION;
	}
	ask_phase(v, d->id, p);
	return 0;
}

static void
open_questions(struct view *v, struct cmdline *c)
{
	static const struct table_column columns[] = {
		{ "client", NULL, TABLE_WORD }, { "fase", NULL, TABLE_WORD },
		{ "soort", NULL, TABLE_WORD }, { "tekst", NULL, TABLE_WORD },
	};
	enum document_format document;

	if (c->format != NULL && strcmp(c->format, "text") != 0 &&
	    document_format_parse(c->format, &document)) {
		memset(v, 0, sizeof *v);
		v->call = c;
		v->document = document_out(c, document, label(c->lang, "Questions for a talk"));
		return;
	}
	open_view(v, c);
	if (v->format == TABLE_TEXT)
		return;
	v->table = table_open(terminal_out(), v->format, terminal_width());
	table_begin(v->table, "ask", false, NULL, columns, sizeof columns / sizeof *columns);
}

int
show_questions(struct cmdline *c)
{
	struct view v;

	open_questions(&v, c);
	return close_view(&v, view_run(c, ask, &v));
}

static void
refuse_phase(const struct model *m, const char *name)
{
	const char *near = model_nearest(m, REF_FASE, name);
	struct text all = { 0 };

	model_codes(m, REF_FASE, &all);
	if (near != NULL)
		message_usage(_("--ask: \"%s\" is not in the model; expected one of %s; "
		    "did you mean \"%s\"?"), name, text_string(&all), near);
	message_usage(_("--ask: \"%s\" is not in the model; expected one of %s"), name,
	    text_string(&all));
}

int
show_phase(struct cmdline *c, const char *name)
{
	const struct model_phase *p = model_phase_named(c->model, name);
	struct view v;

	if (c->noperands > 0 || c->files0 != NULL || c->client != NULL)
		message_usage(_("--ask reads no dossiers; expected no files and no -c"));
	if (p == NULL)
		refuse_phase(c->model, name);
	open_questions(&v, c);
	ask_phase(&v, NULL, p);
	return close_view(&v, 0);
}

/* SPDX-License-Identifier: ISC */
#include "advance.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "form.h"
#include "label.h"
#include "message.h"
#include "model_name.h"
#include "nearest.h"
#include "questions.h"
#include "requirement_sentence.h"
#include "shown.h"
#include "terminal.h"
#include "utf8.h"
#include "view.h"

/* Both views: of what each dossier can do next. */
struct next {
	struct transition transition;
	bool any;			/* questions were shown as text */
};

/* Closed dossiers are in no phase and have nothing to show. */
static bool
look(const struct view *v, struct next *next)
{
	if (fold_closed(&v->state))
		return false;
	transition_next(&next->transition, &v->state);
	return true;
}

static enum table_format
rows_format(const struct cmdline *c)
{
	enum table_format format = TABLE_TEXT;

	if (c->format != NULL && !table_format_parse(c->format, &format))
		message_usage(_("-T: expected text, tsv, csv or json"));
	return format;
}

/*
 * What is unmet: for people in sentences, else the conditions as they stand in the model; Na for an
 * evaluation that must decide, Fase for a phase that the model does not have.
 */
static void
list_unmet(const struct view *v, const struct transition *t, struct text *to)
{
	bool evaluation = t->obstacle == OBSTACLE_EVALUATION || t->obstacle == OBSTACLE_DECISION;
	size_t i;

	for (i = 0; i < t->n; i++) {
		if (i > 0)
			text_adds(to, "; ");
		if (v->words)
			requirement_sentence(t->unmet[i].condition, &v->state, NULL,
			    v->call->lang, to);
		else
			text_adds(to, t->unmet[i].condition->source);
		if (t->unmet[i].condition->kind->id == KIND_EVALUATIE)
			evaluation = false;
	}
	if (t->obstacle == OBSTACLE_UNKNOWN)
		text_adds(to, v->words ? label(v->call->lang,
		    "the model has no such phase") : schema_name(KIND_FASE, FASE_FASE));
	if (evaluation) {
		if (to->len > 0)
			text_adds(to, "; ");
		text_adds(to, v->words ?
		    label(v->call->lang, "an evaluation that says where to") :
		    model_names[MODEL_NA]);
	}
}

static int
show_ready(struct view *v, void *context)
{
	struct next *next = context;
	const struct transition *t = &next->transition;
	const struct entry *phase = v->state.phase;
	struct text unmet = { 0 };
	bool ready;

	if (!look(v, next))
		return 0;
	/* The last phase leads nowhere: ready is who can be closed by its conditions. */
	ready = transition_ready(t) || (t->obstacle == OBSTACLE_LAST && t->n == 0);
	list_unmet(v, t, &unmet);
	table_cell(v->table, v->state.dossier->id);
	table_cell(v->table, phase == NULL ? "" : phase->phase != NULL ?
	    entry_text(phase, FASE_FASE) : shown_or_dots(entry_text(phase, FASE_FASE)));
	if (phase == NULL)
		table_cell(v->table, "");
	else
		table_cell_n(v->table, v->state.at - phase->op);
	table_cell(v->table, t->to == NULL ? "" : t->to->code);
	table_cell(v->table, schema_yes(ready));
	table_cell(v->table, text_string(&unmet));
	text_release(&unmet);
	return ready ? 0 : FILTER_ATTENTION;
}

int
show_check(struct cmdline *c)
{
	static const struct table_column columns[] = {
		{ "client", "Client", TABLE_CODE, 0 },
		{ "fase", "Phase", TABLE_CODE, 1 },
		{ "dagen", "Days", TABLE_NUMBER, 3 },
		{ "next", "Next", TABLE_CODE, 2 },
		{ "ready", "Ready", TABLE_CODE, 0 },
		{ "unmet", "Still asked", TABLE_WORD, 0 },
	};
	struct next next = { 0 };
	struct view v;
	int status;

	view_table(&v, c, rows_format(c), "check", columns, sizeof columns / sizeof *columns);
	status = view_end(&v, view_run(&v, show_ready, &next));
	transition_release(&next.transition);
	return status;
}

static void
ask_row(const struct view *v, const char *id, const struct model_phase *p, const char *what,
    const char *text)
{
	if (text[0] == '\0')
		return;
	table_cell(v->table, id);
	table_cell(v->table, p->code);
	table_cell(v->table, what);
	table_cell(v->table, text);
}

/* The n-th strength of the worker, in a phase in which actions are made; NULL after the last. */
static char *
brought(const struct view *v, const struct model_phase *p, size_t n)
{
	const struct model_worker *w = form_worker(v->call, v->state.dossier != NULL ? &v->state :
	    NULL);
	struct text t = { 0 };

	for (size_t i = 0; w != NULL && n < w->nstrengths && i < p->nconditions; i++)
		if (p->conditions[i].kind->id == KIND_WERKPUNT) {
			text_addf(&t, label(v->call->lang, "%s brings: %s"), w->name,
			    w->strengths[n]);
			return text_take(&t);
		}
	return NULL;
}

/* For reading and printing: the client, the phase, its purpose, a question a line. */
static void
ask_text(const struct view *v, bool first, const char *id, const struct model_phase *p)
{
	enum lang lang = v->call->lang;
	struct text head = { 0 };
	char *brings;
	size_t i;

	text_addf(&head, "%s%s%s", id != NULL ? id : "", id != NULL ? ": " : "",
	    model_text(&p->name, lang));
	if (!first)
		fputc('\n', terminal_out());
	terminal_hang("", text_string(&head));
	if (model_text(&p->purpose, lang)[0] != '\0')
		terminal_hang("", model_text(&p->purpose, lang));
	for (i = 0; i < p->ways.n; i++)
		terminal_hang("", model_text(&p->ways.at[i], lang));
	for (i = 0; i < p->questions.n; i++)
		terminal_hang("  - ", model_text(&p->questions.at[i], lang));
	for (i = 0; (brings = brought(v, p, i)) != NULL; i++) {
		terminal_hang("", brings);
		free(brings);
	}
	text_release(&head);
}

/* On paper: what the phase is for, how one works in it, and room to write beside each question. */
static void
ask_document(const struct view *v, const char *id, const struct model_phase *p)
{
	enum lang lang = v->call->lang;
	const char *name = model_text(&p->name, lang);
	struct text foot = { 0 };
	char *brings;

	text_addf(&foot, id != NULL ? "%s, %s" : "%s", name, id);
	document_part(v->document, name, id != NULL ? id : "", text_string(&foot));
	document_paragraph(v->document, model_text(&p->purpose, lang));
	for (size_t i = 0; i < p->ways.n; i++)
		document_item(v->document, model_text(&p->ways.at[i], lang));
	for (size_t i = 0; (brings = brought(v, p, i)) != NULL; i++) {
		document_item(v->document, brings);
		free(brings);
	}
	questions_table(v->document, &p->questions);
	text_release(&foot);
}

static void
ask_phase(const struct view *v, bool first, const char *id, const struct model_phase *p)
{
	char *brings;

	if (v->document != NULL)
		ask_document(v, id, p);
	else if (v->table == NULL)
		ask_text(v, first, id, p);
	else {
		ask_row(v, id, p, "doel", model_text(&p->purpose, v->call->lang));
		for (size_t i = 0; i < p->ways.n; i++)
			ask_row(v, id, p, "werkwijze", model_text(&p->ways.at[i], v->call->lang));
		for (size_t i = 0; i < p->questions.n; i++)
			ask_row(v, id, p, "vraag", model_text(&p->questions.at[i], v->call->lang));
		for (size_t i = 0; (brings = brought(v, p, i)) != NULL; i++) {
			ask_row(v, id, p, "inzet", brings);
			free(brings);
		}
	}
}

static int
show_questions(struct view *v, void *context)
{
	struct next *next = context;
	const struct entry *phase = v->state.phase;
	const struct model_phase *p = phase == NULL ? &v->call->model->phases[0] : phase->phase;

	if (!look(v, next))
		return 0;
	if (p == NULL) {
		message(_("%s: the model has no phase \"%s\""), v->state.dossier->id,
		    shown_or_dots(entry_text(phase, FASE_FASE)));
		return FILTER_ATTENTION;
	}
	ask_phase(v, !next->any, v->state.dossier->id, p);
	next->any = true;
	return 0;
}

/* As text, which is no table, neither is begun. */
static void
open_questions(struct view *v, const struct cmdline *c)
{
	static const struct table_column columns[] = {
		{ "client", NULL, TABLE_WORD, 0 }, { "fase", NULL, TABLE_WORD, 0 },
		{ "soort", NULL, TABLE_WORD, 0 }, { "tekst", NULL, TABLE_WORD, 0 },
	};
	bool text = c->format == NULL || strcmp(c->format, "text") == 0;
	enum document_format document;
	enum table_format rows;

	*v = (struct view){ .call = c };
	if (!text && document_format_parse(c->format, &document))
		view_document(v, c, document, "Questions for a talk");
	else if (!text && !table_format_parse(c->format, &rows))
		message_usage(_("-T: \"%s\" is no format of --ask; expected text, html, pdf, ms, "
		    "tsv, csv or json"), shown_or_dots(c->format));
	else if (!text)
		view_table(v, c, rows, "ask", columns, sizeof columns / sizeof *columns);
}

int
show_ask(struct cmdline *c)
{
	struct next next = { 0 };
	struct view v;
	int status;

	open_questions(&v, c);
	status = view_end(&v, view_run(&v, show_questions, &next));
	transition_release(&next.transition);
	return status;
}

int
show_phase(struct cmdline *c, const char *name)
{
	const struct model_phase *p = model_phase_named(c->model, name);
	struct text why = { 0 };
	struct view v;

	if (c->noperands > 0 || c->files0 != NULL || c->client != NULL)
		message_usage(_("--ask reads no dossiers; expected no files and no -c"));
	if (p == NULL) {
		text_addf(&why, _("\"%s\" is not in the model; expected one of "),
		    shown_or_dots(name));
		model_codes(c->model, REF_FASE, &why);
		nearest_say(&why, model_nearest(c->model, REF_FASE, name));
		message_usage("--ask: %s", text_string(&why));
	}
	open_questions(&v, c);
	ask_phase(&v, true, NULL, p);
	return view_end(&v, 0);
}

/* SPDX-License-Identifier: ISC */
#include "model_read.h"

#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "field.h"
#include "model_check.h"
#include "model_record.h"
#include "utf8.h"
#include "validity.h"

static void
unknown_phase(struct reading *g, long line, const char *field, const char *code)
{
	model_refuse_word(g, line, field, _("the model has no phase \"%s\""), code,
	    model_nearest(g->model, REF_FASE, code));
}

/* Na: DECISION PHASE */
static void
link_next(struct reading *g, struct model_phase *p, const struct field *f)
{
	const struct schema_field *decision = schema_slot(&schema_kinds[KIND_EVALUATIE],
	    EVALUATIE_BESLUIT);
	size_t n = strcspn(f->value, " ");
	char *word = alloc_copy_n(f->value, n);
	const char *code = f->value + n + strspn(f->value + n, " ");
	const struct model_phase *to = model_phase(g->model, code);
	struct text why = { 0 };

	if (word[0] == '\0' || code[0] == '\0')
		model_refuse(g, f->line, f->name,
		    _("expected the decision of an evaluation and a phase, such as "
		    "\"voortzetten uitvoering\""));
	else if (!valid_value(decision, word, &why))
		model_refuse(g, f->line, f->name, text_string(&why));
	else if (to == NULL)
		unknown_phase(g, f->line, f->name, code);
	else {
		p->next[p->nnext].line = f->line;
		p->next[p->nnext].besluit = arena_copy(&g->model->arena, word, n);
		p->next[p->nnext++].phase = model_phase_index(g->model, to);
	}
	text_release(&why);
	free(word);
}

/* What refers to records that may stand later in the file: conditions, Na and Evaluatie_vanaf. */
static void
link_phases(struct reading *g)
{
	struct model *m = g->model;
	size_t i, j, at = 0;

	for (i = 0; i < g->n; i++) {
		const struct record *r = &g->records[i];
		struct model_phase *p;

		if (model_kind_of(r) != MODEL_KIND_FASE)
			continue;
		p = &m->phases[at++];
		p->conditions = arena_room(&m->arena, (r->n + 1) * sizeof *p->conditions);
		p->next = arena_room(&m->arena, (r->n + 1) * sizeof *p->next);
		for (j = 1; j < r->n; j++) {
			const struct field *f = &r->fields[j];

			/* Names are those of the table by now. */
			if (f->name == model_names[MODEL_EIST] &&
			    condition_read(&p->conditions[p->nconditions],
			    f->value, &m->arena, g->file, f->line,
			    g->problems))
				p->nconditions++;
			else if (f->name == model_names[MODEL_NA])
				link_next(g, p, f);
		}
	}
	m->evaluation_from = m->nphases;
	if (g->head != NULL && model_value(g->head, MODEL_EVALUATIE_VANAF)[0] != '\0') {
		const char *code = model_value(g->head, MODEL_EVALUATIE_VANAF);
		const struct model_phase *p = model_phase(m, code);

		if (p != NULL)
			m->evaluation_from = model_phase_index(m, p);
		else
			unknown_phase(g, model_line(g->head, model_names[MODEL_EVALUATIE_VANAF], 0),
			    model_names[MODEL_EVALUATIE_VANAF], code);
	}
}

static void
take_record(struct reading *g, struct record *r)
{
	r->named = r->n > 0 && strcmp(r->fields[0].name, SCHEMA_RECORD) == 0;
	if (!r->named && !r->broken)
		model_refuse(g, r->line, NULL,
		    _("a record of a model begins with the field Record"));
	g->records = alloc_room(g->records, &g->cap, g->n + 1, sizeof *g->records);
	g->records[g->n++] = *r;
}

static size_t
check_line(struct records *p, const struct line *line, void *reading)
{
	if (!utf8_valid(line->at, line->n, NULL) || memchr(line->at, '\0', line->n) != NULL)
		model_refuse(reading, p->lines.number, NULL, _("the line is not UTF-8 text"));
	return 0;
}

/* A line that begins a record begins with Record, however that is typed. */
static void
name_head(char *s, size_t n, void *context)
{
	char *colon = *s == 'R' || *s == 'r' ? memchr(s, ':', n) : NULL;

	(void)context;
	if (colon == NULL || (size_t)(colon - s) != strlen(SCHEMA_RECORD))
		return;
	*colon = '\0';
	if (schema_same_name(s, SCHEMA_RECORD))
		memcpy(s, SCHEMA_RECORD, strlen(SCHEMA_RECORD));
	*colon = ':';
}

/* Cuts the model's bytes into records; every value is without blanks around it. */
static void
read_records(struct reading *g)
{
	const char *bytes = g->model->bytes;
	size_t n = g->model->size, all;
	size_t mark = n >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
	struct records *p = &g->from;
	char *copy = records_copy(&g->model->arena, bytes + mark, n - mark);
	struct record r;
	struct field *at;

	records_heads(copy, n - mark, name_head, NULL);
	records_begin(p, copy, n - mark, false, g->file, g->problems);
	p->checked = utf8_valid(bytes, n, NULL) && memchr(bytes, '\0', n) == NULL;
	p->odd = p->checked ? NULL : check_line;
	p->context = g;
	p->raw = true;		/* they are no records of a dossier */
	while (records_next(p, &r) == RECORDS_ONE)
		take_record(g, &r);
	at = p->fields;
	for (size_t i = 0; i < g->n; i++)
		at = record_place(&g->records[i], at);
	all = g->n;
	g->n = 0;
	for (size_t i = 0; i < all; i++) {
		if (!g->records[i].named)
			continue;
		for (size_t j = 0; j < g->records[i].n; j++)
			field_trim(&g->records[i].fields[j]);
		g->records[i].name = g->records[i].fields[0].value;
		g->records[g->n++] = g->records[i];
	}
}

struct model *
model_read(const void *bytes, size_t n, const char *file, struct problems *problems)
{
	struct problems found = { 0 };
	struct reading g = { .problems = &found, .file = file };
	struct model *m = alloc_new(1, sizeof *m);

	g.model = m;
	m->name.nl = m->name.en = m->organisation = m->logo = "";
	m->file = file == NULL ? NULL : arena_copy(&m->arena, file, strlen(file));
	m->bytes = file == NULL ? bytes : arena_copy(&m->arena, bytes, n);
	m->size = n;
	m->keep_years = 15;
	read_records(&g);
	schema_forget();
	model_take_all(&g);
	link_phases(&g);
	if (g.models == 0)
		model_refuse(&g, 0, NULL, _("no record of kind model"));
	if (m->nphases == 0)
		model_refuse(&g, 0, NULL, _("no record of kind fase; expected one at least"));
	if (m->ndomains == 0)
		model_refuse(&g, 0, NULL, _("no record of kind leefgebied; expected one at least"));
	if (!problems_error(&found))
		model_check(m, &found);
	free(g.records);
	records_release(&g.from);
	if (problems_error(&found)) {
		model_free(m);
		m = NULL;
	}
	problems_move(problems, &found);
	problems_release(&found);
	return m;
}

void
model_free(struct model *m)
{
	if (m == NULL)
		return;
	free(m->phases);
	free(m->domains);
	free(m->strengths);
	free(m->scales);
	free(m->reasons);
	free(m->workers);
	free(m->fields);
	arena_release(&m->arena);
	free(m);
}

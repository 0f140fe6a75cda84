/* SPDX-License-Identifier: ISC */
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "count.h"
#include "requirement_sentence.h"
#include "schema.h"
#include "tables_view.h"
#include "wording.h"

static void
add_lack(struct builder *b, struct rows *to, size_t *room, const char *what)
{
	if (to->n == *room) {
		const char **old = to->at;

		*room = 2 * *room + 32;
		to->at = arena_room(&b->sheets->arena, *room * sizeof *to->at);
		if (to->n > 0)
			memcpy(to->at, old, to->n * sizeof *old);
	}
	to->at[to->n++] = arena_copy(&b->sheets->arena, what, strlen(what));
}

static void
add_field(struct builder *b, struct rows *to, size_t *room, const struct schema_kind *k,
    const struct schema_field *f)
{
	struct text what = { 0 };

	text_addf(&what, "%s.%s", k->name, f->name);
	add_lack(b, to, room, text_string(&what));
	text_release(&what);
}

struct rows
tables_lacks(struct builder *b)
{
	const struct model *m = b->report->model;
	const struct schema_kind *k;
	const struct schema_field *f;
	struct rows all = { 0 };
	struct text what = { 0 };
	size_t room = 0;

	if (b->lacks.n > 0)
		return b->lacks;

	for (k = schema_kinds; k->name != NULL; k++) {
		if (k->needs_op == OP_ASKED)	/* where it must be, its dossier is not counted */
			add_field(b, &all, &room, k, schema_slot(k, SLOT_OP));
		for (f = schema_next(k, NULL); f != NULL; f = schema_next(k, f))
			if (f->flags & FIELD_REQUIRED)
				add_field(b, &all, &room, k, f);
	}
	add_lack(b, &all, &room, COUNT_OFF_SCALE);
	for (size_t i = 0; i < m->nphases; i++)
		for (size_t j = 0; j < m->phases[i].nconditions; j++) {
			text_clear(&what);
			text_addf(&what, "%s: %s", m->phases[i].code,
			    m->phases[i].conditions[j].source);
			add_lack(b, &all, &room, text_string(&what));
		}
	text_release(&what);
	b->lack_labels = arena_room(&b->sheets->arena, all.n * sizeof *b->lack_labels);
	memset(b->lack_labels, 0, all.n * sizeof *b->lack_labels);
	return b->lacks = all;
}

/* "Analyse: nog geen akkoord van de cliënt met het plan" */
static void
say_condition(struct builder *b, const char *what, struct text *to)
{
	const struct model *m = b->report->model;
	const char *colon = strstr(what, ": ");

	for (size_t i = 0; i < m->nphases && colon != NULL; i++) {
		const struct model_phase *p = &m->phases[i];

		if (strlen(p->code) != (size_t)(colon - what) ||
		    strncmp(p->code, what, strlen(p->code)) != 0)
			continue;
		for (size_t j = 0; j < p->nconditions; j++)
			if (strcmp(p->conditions[j].source, colon + 2) == 0) {
				text_addf(to, "%s: ", builder_label(b, &p->name));
				requirement_lack(&p->conditions[j], b->report->lang, to);
				return;
			}
	}
}

/* "Cliënt: Hulpvraag is niet ingevuld" */
static void
say_field(struct builder *b, const char *what, struct text *to)
{
	enum lang lang = b->report->lang;
	const char *dot = strchr(what, '.');
	struct text kind = { 0 }, field = { 0 };
	char *code = alloc_copy_n(what, (size_t)(dot - what));

	wording_kind(&kind, code, lang);
	wording_field(&field, code, dot + 1, lang);
	text_addf(to, label(lang, "%s: %s is not filled in"), text_string(&kind),
	    text_string(&field));
	text_release(&kind);
	text_release(&field);
	free(code);
}

const char *
tables_lack_label(struct builder *b, size_t i)
{
	const char *what = b->lacks.at[i];
	struct text t = { 0 };

	if (b->lack_labels[i] != NULL)
		return b->lack_labels[i];
	if (strcmp(what, COUNT_OFF_SCALE) == 0)
		text_adds(&t, label(b->report->lang, "Life domain: a score off its scale"));
	else if (strstr(what, ": ") != NULL)
		say_condition(b, what, &t);
	else
		say_field(b, what, &t);
	if (t.len > 0)
		b->lack_labels[i] = arena_copy(&b->sheets->arena, t.at, t.len);
	text_release(&t);
	return b->lack_labels[i];
}

/* Of a team; NULL = all teams, where it is the group. */
static void
lack_row(struct builder *b, const char *team, size_t i)
{
	const char *what = b->lacks.at[i];
	struct quantity anywhere = quantity_of(b->rows, &b->sheets->arena, MEASURE_LACK, b->period,
	    b->group, team, what), of, all;
	size_t lacking;

	if (anywhere.total == 0)
		return;
	of = builder_quantity(b, MEASURE_LACK, team, what);
	all = builder_quantity(b, team == NULL ? MEASURE_OPEN : MEASURE_TEAM, team, NULL);
	builder_row(b);
	if (!builder_is_group(b, COL_TEAM))
		builder_word(b, team, NULL);
	builder_word(b, what, tables_lack_label(b, i));
	builder_figure(b, FIGURE_COUNT, all);
	lacking = b->column;
	builder_figure(b, FIGURE_COUNT, of);
	builder_share(b, of, all);
	builder_found(b, lacking);	/* the line says that something lacks, even where that is
					   an x */
}

static void
quality_rows(struct builder *b)
{
	struct rows teams = builder_rows(b, NULL, 0, MEASURE_TEAM), lacks = tables_lacks(b);

	if (builder_is_group(b, COL_TEAM) && builder_of_all(b)) {
		for (size_t i = 0; i < lacks.n; i++)
			lack_row(b, NULL, i);
		return;
	}
	for (size_t t = 0; t < teams.n; t++)
		for (size_t i = 0; i < lacks.n; i++)
			lack_row(b, teams.at[t], i);
}

void
tables_quality(struct builder *b)
{
	builder_table(b, TAB_KWALITEIT, CHART_NONE);
	builder_own_column(b, COL_TEAM, COLUMN_LABEL);
	builder_column(b, COL_GEGEVEN, CELL_WORD, COLUMN_LABEL);
	builder_column(b, COL_N, CELL_COUNT, COLUMN_FIGURE);
	builder_column(b, COL_ONTBREEKT, CELL_COUNT, COLUMN_FIGURE);
	builder_column(b, COL_AANDEEL, CELL_PERCENT, COLUMN_FIGURE);
	builder_blocks(b, quality_rows);
}

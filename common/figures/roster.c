/* SPDX-License-Identifier: ISC */
#include "roster.h"

#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "attribute.h"
#include "builder.h"
#include "group.h"
#include "signals.h"
#include "word_table.h"

/* The columns of clienten behind client and name, by their names in the table of attributes. */
static const struct client_column {
	const char *name;
	enum cell_type type;
	enum column_role role;
	bool field;		/* of client: - for none, and perhaps a column of --group already */
	int spare;		/* as of a column */
	const char *defined;	/* by which its figure is defined, or NULL */
} columns[] = {
	{ COL_FASE, CELL_WORD, COLUMN_LABEL, false, 0, NULL },
	{ COL_DAGEN_IN_FASE, CELL_DAYS, COLUMN_FIGURE, false, 4, NULL },
	{ COL_BEGELEIDER, CELL_WORD, COLUMN_FIGURE, true, 3, NULL },
	{ COL_TEAM, CELL_WORD, COLUMN_FIGURE, true, 9, NULL },
	{ COL_BEGIN, CELL_DATE, COLUMN_FIGURE, false, 8, NULL },
	{ COL_EIND, CELL_DATE, COLUMN_FIGURE, false, 7, NULL },
	{ COL_DOELEN_OPEN, CELL_COUNT, COLUMN_FIGURE, false, 5, COL_OPEN },
	{ COL_DOELEN_BEHAALD, CELL_COUNT, COLUMN_FIGURE, false, 6, COL_BEHAALD },
	{ COL_EVALUATIE_VOLGENDE, CELL_DATE, COLUMN_FIGURE, false, 2, COL_VOLGENDE },
	{ COL_SIGNALEN, CELL_WORD, COLUMN_FIGURE, false, 1, NULL },
};

enum { COLUMNS = sizeof columns / sizeof *columns, SIGNALS = SIGNAAL_TOESTEMMING + 1 };

/* Whom a row is of. There is one for each client and more: what it says is kept once. */
struct person {
	uint32_t period, place;
	const char *group, *id, *name;
};

/* A row of signalen. */
struct due_row {
	struct person who;	/* first, for both are sorted by it */
	const char *worker;
	struct signal signal;
};

/* A row of clienten. */
struct client_row {
	struct person who;
	const char *values[COLUMNS];
};

/* Of a table the two rows that were asked for last. */
struct made {
	struct builder b;
	struct result_row rows[2];
	size_t at[2], last;		/* which they are, from 1; the one asked for last */
};

struct roster {
	const struct report *report;
	struct made signal_rows, client_rows;
	const char *labels[SIGNALS];	/* of the signals, in the document's language */
	bool by_worker;			/* the report is grouped by the worker */
	struct due_row *signals;
	struct client_row *clients;
	size_t nsignals, signals_cap, nclients, clients_cap;
	struct signals found;
	struct attribute attributes[COLUMNS], worker;
	struct attribute_values values;
	struct word_table words;
	struct arena arena;
};

struct roster *
roster_new(const struct report *r)
{
	struct roster *roster = alloc_new(1, sizeof *roster);
	struct text why = { 0 };

	roster->report = r;
	for (size_t i = 0; i < COLUMNS; i++)
		attribute_find(&roster->attributes[i], columns[i].name, r->model,
		    &roster->arena, &why);
	attribute_find(&roster->worker, COL_BEGELEIDER, r->model, &roster->arena, &why);
	text_release(&why);
	return roster;
}

void
roster_free(struct roster *r)
{
	if (r == NULL)
		return;
	free(r->signals);
	free(r->clients);
	word_table_release(&r->words);
	signals_release(&r->found);
	attribute_values_release(&r->values);
	arena_release(&r->arena);
	free(r);
}

size_t
roster_signals(const struct roster *r)
{
	return r->nsignals;
}

/* The word, which many rows have. */
static const char *
keep(struct roster *r, const char *s)
{
	word_id n = word_number(&r->words, s);

	return r->words.words[n];
}

static const char *
or_none(const char *value)
{
	return value[0] == '\0' ? "-" : value;
}

static void
add_client(struct roster *r, const struct fold *s, const struct fold *then,
    const struct person *who)
{
	struct client_row *row;

	r->clients = alloc_room(r->clients, &r->clients_cap, r->nclients + 1, sizeof *r->clients);
	row = &r->clients[r->nclients];
	row->who = *who;
	row->who.place = (uint32_t)r->nclients++;
	for (size_t i = 0; i < COLUMNS; i++) {
		struct text value = { 0 };

		const struct fold *of = columns[i].field ? then : s;

		r->values.n = 0;
		if (of != NULL)
			attribute_values(&r->attributes[i], of, &r->values);
		for (size_t j = 0; j < r->values.n; j++)
			text_addf(&value, "%s%s", j > 0 ? " " : "",
			    group_shown(&r->attributes[i], s->model, r->values.at[j]));
		row->values[i] = keep(r, columns[i].field ? or_none(text_string(&value)) :
		    text_string(&value));
		text_release(&value);
	}
}

/* An id as the commands give them: d1, d1.2. */
static bool
given_id(const char *id)
{
	static const char digits[] = "0123456789";
	size_t n, m;

	if (id[0] != 'd' || (n = strspn(id + 1, digits)) == 0)
		return false;
	id += n + 1;
	m = id[0] == '.' ? strspn(id + 1, digits) : 0;
	return id[0] == '\0' || (m > 0 && id[m + 1] == '\0');
}

/* What else stands there can be anything. */
static const char *
about_shown(const struct model *m, const struct signal *signal)
{
	bool known = signal->about[0] == '\0' || (signal->code == SIGNAAL_FASE ?
	    model_phase(m, signal->about) != NULL : given_id(signal->about));

	return known ? signal->about : GROUP_UNKNOWN;
}

static void
add_signals(struct roster *r, const struct fold *s, const struct fold *then,
    const struct person *who)
{
	const char *worker = then == NULL ? "" : entry_text(then->client, CLIENT_BEGELEIDER);

	worker = keep(r, or_none(group_shown(&r->worker, s->model, worker)));
	r->found.ahead = r->report->ahead;
	signals_find(&r->found, s);
	for (size_t i = 0; i < r->found.n; i++) {
		struct due_row *row;

		r->signals = alloc_room(r->signals, &r->signals_cap, r->nsignals + 1,
		    sizeof *r->signals);
		row = &r->signals[r->nsignals];
		*row = (struct due_row){ .who = *who, .signal = r->found.at[i] };
		row->who.place = (uint32_t)r->nsignals++;
		row->worker = worker;
		row->signal.about = keep(r, about_shown(s->model, &row->signal));
	}
}

void
roster_add(struct roster *r, const struct fold *s, const struct fold *then, size_t period,
    const char *group, const char *id)
{
	struct person p = { .period = (uint32_t)period, .group = keep(r, group),
	    .id = arena_copy(&r->arena, id, strlen(id)) };

	if (r->report->names) {
		const char *name = entry_text(s->client, CLIENT_NAAM);

		p.name = arena_copy(&r->arena, name, strlen(name));
	}
	if (r->report->views[VIEW_CLIENTEN])
		add_client(r, s, then, &p);
	if (r->report->views[VIEW_SIGNALEN])
		add_signals(r, s, then, &p);
}

static int
by_group(const struct person *x, const struct person *y)
{
	int c = group_compare(x->group, y->group);

	return c != 0 ? c : x->period < y->period ? -1 : x->period > y->period;
}

static int
in_order(const void *a, const void *b)
{
	const struct person *x = a, *y = b;
	int c = by_group(x, y);

	return c != 0 ? c : x->place < y->place ? -1 : 1;
}

/* Per worker the longest overdue first, what has no date last. */
static int
by_urgency(const void *a, const void *b)
{
	const struct due_row *x = a, *y = b;
	int c = by_group(&x->who, &y->who);

	if (c == 0)
		c = group_compare_word(x->worker, y->worker);
	if (c == 0 && (x->signal.due == DATE_NONE) != (y->signal.due == DATE_NONE))
		c = x->signal.due == DATE_NONE ? 1 : -1;
	if (c == 0 && x->signal.due != y->signal.due)
		c = x->signal.due < y->signal.due ? -1 : 1;
	if (c == 0)
		c = strcmp(x->who.id, y->who.id);
	return c != 0 ? c : x->who.place < y->who.place ? -1 : 1;
}

static void
put_date(struct builder *b, date d)
{
	if (d != DATE_NONE) {
		b->row->cells[b->column].type = CELL_DATE;
		b->row->cells[b->column].number = d;
	}
	b->column++;
}

static void
put_number(struct builder *b, enum cell_type type, long n)
{
	b->row->cells[b->column].type = type;
	b->row->cells[b->column++].number = n;
}

static void
put_optional(struct builder *b, const char *word, const char *label)
{
	if (word[0] == '\0')
		builder_empty(b);
	else
		builder_word(b, word, label);
}

/* Room for the row: one of the two; NULL when it stands there already, which *found is. */
static struct result_row *
room(struct made *m, const struct result_table *t, size_t row, const struct person *p,
    struct result_row **found)
{
	for (size_t i = 0; i < 2; i++)
		if (m->at[i] == row + 1) {
			m->last = i;
			*found = &m->rows[i];
			return NULL;
		}
	m->last = 1 - m->last;
	m->at[m->last] = row + 1;
	*found = &m->rows[m->last];
	memset((*found)->cells, 0, t->ncolumns * sizeof *(*found)->cells);
	m->b.sheet = (struct result_table *)(uintptr_t)t;
	builder_block(&m->b, p->period, p->group);
	builder_row_in(&m->b, *found);
	return *found;
}

static void
put_client(struct builder *b, const struct person *p)
{
	builder_word(b, p->id, NULL);
	if (b->report->names && !builder_is_group(b, COL_NAAM))
		builder_word(b, p->name, NULL);
}

static const struct result_row *
signal_row(void *from, const struct result_table *t, size_t row)
{
	struct roster *r = from;
	const struct due_row *p = &r->signals[row];
	struct builder *b = &r->signal_rows.b;
	struct result_row *made;

	if (room(&r->signal_rows, t, row, &p->who, &made) == NULL)
		return made;
	if (!r->by_worker)
		builder_word(b, p->worker, NULL);
	put_client(b, &p->who);
	builder_word(b, SIGNAAL_words[p->signal.code], r->labels[p->signal.code]);
	put_optional(b, p->signal.about, builder_phase_label(b, p->signal.about));
	put_date(b, p->signal.due);
	if (p->signal.due != DATE_NONE)
		put_number(b, CELL_DAYS, p->signal.late);
	return made;
}

/* The table has n rows, made by `make`. */
static void
made_when_asked(struct roster *r, struct made *m, size_t n,
    const struct result_row *(*make)(void *, const struct result_table *, size_t))
{
	struct result_table *t = m->b.sheet;

	t->make = make;
	t->from = r;
	t->nrows = n;
	for (size_t i = 0; i < 2; i++)
		m->rows[i].cells = arena_room(&m->b.sheets->arena,
		    t->ncolumns * sizeof *m->rows[i].cells);
}

static void
signal_sheet(struct roster *r)
{
	struct builder *b = &r->signal_rows.b;
	struct column *late;

	builder_table(b, TAB_SIGNALEN, CHART_NONE);
	r->by_worker = !builder_own_column(b, COL_BEGELEIDER, COLUMN_LABEL);
	if (!r->by_worker)
		b->sheet->columns[b->sheet->ncolumns - 1].spare = 2;
	builder_column(b, COL_CLIENT, CELL_WORD, COLUMN_LABEL);
	if (b->report->names)
		builder_own_column(b, COL_NAAM, COLUMN_LABEL);
	builder_column(b, COL_SIGNAAL, CELL_WORD, COLUMN_LABEL);
	builder_column(b, COL_BETREFT, CELL_WORD, COLUMN_LABEL)->spare = 1;
	builder_column(b, COL_VERVALLEN, CELL_DATE, COLUMN_FIGURE);
	late = builder_column(b, COL_DAGEN_TE_LAAT, CELL_DAYS, COLUMN_FIGURE);
	late->brief = builder_defined(b, COL_TE_LAAT);
	late->spare = 3;
	for (size_t i = 0; i < SIGNALS; i++)
		r->labels[i] = builder_defined(b, SIGNAAL_words[i]);
	if (r->nsignals > 0)
		qsort(r->signals, r->nsignals, sizeof *r->signals, by_urgency);
	made_when_asked(r, &r->signal_rows, r->nsignals, signal_row);
}

static void
add_column(struct builder *b, const struct client_column *c)
{
	struct column *made;

	if (c->field && !builder_own_column(b, c->name, c->role))
		return;
	if (!c->field)
		builder_column(b, c->name, c->type, c->role);
	made = &b->sheet->columns[b->sheet->ncolumns - 1];
	made->spare = c->spare;
	if (c->defined != NULL)
		made->brief = builder_defined(b, c->defined);
}

static void
put_value(struct builder *b, const struct client_column *c, const char *value)
{
	long number;

	if (c->field) {
		if (!builder_is_group(b, c->name))
			builder_word(b, value, NULL);
	} else if (c->type == CELL_WORD)
		put_optional(b, value, strcmp(c->name, COL_FASE) == 0 ? builder_phase_label(b,
		    value) : NULL);
	else if (c->type == CELL_DATE)
		put_date(b, date_parse(value));
	else if (schema_number(value, &number))
		put_number(b, c->type, number);
	else
		builder_empty(b);
}

static const struct result_row *
client_row(void *from, const struct result_table *t, size_t row)
{
	struct roster *r = from;
	const struct client_row *p = &r->clients[row];
	struct result_row *made;

	if (room(&r->client_rows, t, row, &p->who, &made) == NULL)
		return made;
	put_client(&r->client_rows.b, &p->who);
	for (size_t i = 0; i < COLUMNS; i++)
		put_value(&r->client_rows.b, &columns[i], p->values[i]);
	return made;
}

static void
client_sheet(struct roster *r)
{
	struct builder *b = &r->client_rows.b;

	builder_table(b, TAB_CLIENTEN, CHART_NONE);
	builder_column(b, COL_CLIENT, CELL_WORD, COLUMN_LABEL);
	if (b->report->names)
		builder_own_column(b, COL_NAAM, COLUMN_LABEL);
	for (size_t i = 0; i < COLUMNS; i++)
		add_column(b, &columns[i]);
	if (r->nclients > 0)
		qsort(r->clients, r->nclients, sizeof *r->clients, in_order);
	made_when_asked(r, &r->client_rows, r->nclients, client_row);
}

void
roster_sheets(struct roster *r, struct result_tables *s)
{
	r->signal_rows.b = r->client_rows.b = (struct builder){ .report = r->report, .sheets = s };
	s->lang = r->report->lang;
	if (r->report->views[VIEW_SIGNALEN])
		signal_sheet(r);
	if (r->report->views[VIEW_CLIENTEN])
		client_sheet(r);
}

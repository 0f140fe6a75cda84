#include "roster.h"

#include <stdlib.h>
#include <string.h>

#include "builder.h"
#include "due.h"
#include "figures.h"
#include "group.h"
#include "memory.h"
#include "signal.h"

/* One row; of signalen `signal` is set. */
struct person {
	size_t period, place;
	const char *group, *id, *name, *phase, *worker, *team, *signals;
	struct signal signal;
	date begin, end, evaluation;
	long days, goals_open, goals_attained;	/* days: -1 = none */
};

struct list {
	struct person *at;
	size_t n, cap;
};

struct roster {
	const struct report *report;
	struct list signals, clients;
	struct signals found;
	struct arena arena;
};

struct roster *
roster_new(const struct report *r)
{
	struct roster *roster = memory_new(1, sizeof *roster);

	roster->report = r;
	return roster;
}

void
roster_free(struct roster *r)
{
	if (r == NULL)
		return;
	free(r->signals.at);
	free(r->clients.at);
	signals_release(&r->found);
	arena_release(&r->arena);
	free(r);
}

size_t
roster_signals(const struct roster *r)
{
	return r->signals.n;
}

static const char *
keep(struct roster *r, const char *s)
{
	return arena_copy(&r->arena, s, strlen(s));
}

static const char *
or_none(const char *value)
{
	return value[0] == '\0' ? "-" : value;
}

static struct person *
add(struct list *l, const struct person *p)
{
	l->at = memory_room(l->at, &l->cap, l->n + 1, sizeof *l->at);
	l->at[l->n] = *p;
	l->at[l->n].place = l->n;
	return &l->at[l->n++];
}

static void
add_goals(const struct state *s, struct person *p)
{
	const struct entry *e;

	for (size_t i = 0; (e = state_next(s, "doel", &i)) != NULL; )
		if (e->trajectory == s->ntrajectories - 1) {
			p->goals_open += !entry_finished(e);
			p->goals_attained += strcmp(entry_stand(e), "behaald") == 0;
		}
}

static void
add_client(struct roster *r, const struct state *s, const struct person *who)
{
	const struct trajectory *t = state_trajectory(s);
	struct person *p = add(&r->clients, who);
	struct text codes = { 0 };
	size_t i;

	p->begin = t->begin;
	p->end = t->how == TRAJECTORY_OPEN ? DATE_NONE : t->end;
	p->days = -1;
	if (t->how == TRAJECTORY_OPEN && s->phase != NULL)
		p->days = (long)s->at - s->phase->op;
	p->evaluation = due_evaluation(s);
	add_goals(s, p);
	for (i = 0; i < r->found.n; i++)
		if (i == 0 || strcmp(r->found.at[i].code, r->found.at[i - 1].code) != 0)
			text_addf(&codes, "%s%s", codes.len > 0 ? " " : "", r->found.at[i].code);
	p->signals = keep(r, text_string(&codes));
	text_release(&codes);
}

void
roster_add(struct roster *r, const struct state *s, size_t period, const char *group, const char *id)
{
	struct person p = { .period = period };
	size_t i;

	p.group = keep(r, group);
	p.id = keep(r, id);
	p.name = r->report->names ? keep(r, entry_value(s->client, "Naam")) : "";
	p.worker = keep(r, or_none(entry_value(s->client, "Begeleider")));
	p.team = keep(r, or_none(entry_value(s->client, "Team")));
	p.phase = s->phase == NULL ? "" : keep(r, entry_value(s->phase, "Fase"));
	signals_find(&r->found, s);
	if (r->report->views[VIEW_CLIENTEN])
		add_client(r, s, &p);
	for (i = 0; i < r->found.n && r->report->views[VIEW_SIGNALEN]; i++) {
		p.signal = r->found.at[i];
		p.signal.about = keep(r, p.signal.about);
		add(&r->signals, &p);
	}
}

/* Bytes, "-" last. */
static int
by_word(const char *x, const char *y)
{
	bool no_x = strcmp(x, "-") == 0, no_y = strcmp(y, "-") == 0;

	return no_x != no_y ? no_x - no_y : strcmp(x, y);
}

static int
by_group(const struct person *x, const struct person *y)
{
	int c = by_word(x->group, y->group);

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
	const struct person *x = a, *y = b;
	int c = by_group(x, y);

	if (c == 0)
		c = by_word(x->worker, y->worker);
	if (c == 0 && (x->signal.due == DATE_NONE) != (y->signal.due == DATE_NONE))
		c = x->signal.due == DATE_NONE ? 1 : -1;
	if (c == 0 && x->signal.due != y->signal.due)
		c = x->signal.due < y->signal.due ? -1 : 1;
	if (c == 0)
		c = strcmp(x->id, y->id);
	return c != 0 ? c : x->place < y->place ? -1 : 1;
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
		build_empty(b);
	else
		build_word(b, word, label);
}

static void
begin_person(struct builder *b, const struct person *p)
{
	b->period = p->period;
	b->group = p->group;
	build_row(b);
}

static void
put_client(struct builder *b, const struct person *p)
{
	build_word(b, p->id, NULL);
	if (b->report->names && !build_is_group(b, "naam"))
		build_word(b, p->name, NULL);
}

static void
signal_sheet(struct builder *b, struct list *l)
{
	size_t i;

	build_table(b, "signalen", CHART_NONE);
	build_own_column(b, "begeleider", COLUMN_LABEL);
	build_column(b, "client", CELL_WORD, COLUMN_LABEL);
	if (b->report->names)
		build_own_column(b, "naam", COLUMN_LABEL);
	build_column(b, "signaal", CELL_WORD, COLUMN_LABEL);
	build_column(b, "betreft", CELL_WORD, COLUMN_LABEL);
	build_column(b, "vervallen", CELL_DATE, COLUMN_FIGURE);
	build_column(b, "dagen_te_laat", CELL_DAYS, COLUMN_FIGURE)->brief = build_defined(b, "te_laat");
	if (l->n > 0)
		qsort(l->at, l->n, sizeof *l->at, by_urgency);
	for (i = 0; i < l->n; i++) {
		const struct person *p = &l->at[i];

		begin_person(b, p);
		if (!build_is_group(b, "begeleider"))
			build_word(b, p->worker, NULL);
		put_client(b, p);
		build_word(b, p->signal.code, build_defined(b, p->signal.code));
		put_optional(b, p->signal.about, build_phase_label(b, p->signal.about));
		put_date(b, p->signal.due);
		if (p->signal.due != DATE_NONE)
			put_number(b, CELL_DAYS, p->signal.late);
	}
}

/* The column just added may be left out of text. */
static void
spare(struct builder *b)
{
	b->sheet->columns[b->sheet->ncolumns - 1].spare = true;
}

static void
client_sheet(struct builder *b, struct list *l)
{
	size_t i;

	build_table(b, "clienten", CHART_NONE);
	build_column(b, "client", CELL_WORD, COLUMN_LABEL);
	if (b->report->names)
		build_own_column(b, "naam", COLUMN_LABEL);
	build_column(b, "fase", CELL_WORD, COLUMN_LABEL);
	build_column(b, "dagen_in_fase", CELL_DAYS, COLUMN_FIGURE);
	build_own_column(b, "begeleider", COLUMN_FIGURE);
	if (build_own_column(b, "team", COLUMN_FIGURE))
		spare(b);
	build_column(b, "begin", CELL_DATE, COLUMN_FIGURE)->spare = true;
	build_column(b, "eind", CELL_DATE, COLUMN_FIGURE)->spare = true;
	build_column(b, "doelen.open", CELL_COUNT, COLUMN_FIGURE)->brief = build_defined(b, "open");
	build_column(b, "doelen.behaald", CELL_COUNT, COLUMN_FIGURE)->brief = build_defined(b, "behaald");
	build_column(b, "evaluatie.volgende", CELL_DATE, COLUMN_FIGURE)->brief = build_defined(b, "volgende");
	build_column(b, "signalen", CELL_WORD, COLUMN_FIGURE);
	if (l->n > 0)
		qsort(l->at, l->n, sizeof *l->at, in_order);
	for (i = 0; i < l->n; i++) {
		const struct person *p = &l->at[i];

		begin_person(b, p);
		put_client(b, p);
		put_optional(b, p->phase, build_phase_label(b, p->phase));
		if (p->days >= 0)
			put_number(b, CELL_DAYS, p->days);
		else
			build_empty(b);
		if (!build_is_group(b, "begeleider"))
			build_word(b, p->worker, NULL);
		if (!build_is_group(b, "team"))
			build_word(b, p->team, NULL);
		put_date(b, p->begin);
		put_date(b, p->end);
		put_number(b, CELL_COUNT, p->goals_open);
		put_number(b, CELL_COUNT, p->goals_attained);
		put_date(b, p->evaluation);
		put_optional(b, p->signals, NULL);
	}
}

void
roster_sheets(struct roster *r, struct sheets *s)
{
	struct builder b = { .report = r->report, .sheets = s };

	s->lang = r->report->lang;
	if (r->report->views[VIEW_SIGNALEN])
		signal_sheet(&b, &r->signals);
	if (r->report->views[VIEW_CLIENTEN])
		client_sheet(&b, &r->clients);
}

/* SPDX-License-Identifier: ISC */
#include "show.h"

#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "arena.h"
#include "document_out.h"
#include "group.h"
#include "label.h"
#include "person.h"
#include "signals.h"
#include "table_out.h"
#include "wording.h"

enum { COLUMN_WORKER, COLUMN_TEAM = 3, COLUMN_ABOUT = 5, COLUMNS = 9 };

/* Something that has its day, of one client. */
struct entry_due {
	const char *client, *name, *worker, *team, *about, *what;
	int code;		/* SIGNAAL_EVALUATIE ... */
	const char *words;	/* in English */
	date due, first;	/* first: of all of this client */
	long late;
	bool is_late;
	size_t place;
};

struct agenda {
	const struct showing *asked;
	struct signals signals;
	struct entry_due *at;
	size_t n, cap;
	struct arena arena;
	bool words;		/* to read: names in place of codes */
	struct table_writer *table;
	struct table_column columns[COLUMNS];	/* that it has */
	struct document *document;
};

static const struct table_column columns[COLUMNS] = {
	{ "begeleider", "Support worker", TABLE_WORD, 3 },
	{ "client", "Client", TABLE_CODE, 0 },
	{ "roepnaam", "Name", TABLE_WORD, 1 },
	{ "team", "Team", TABLE_WORD, 5 },
	{ "signaal", "What is due", TABLE_WORD, 0 },
	{ "betreft", NULL, TABLE_CODE, 0 },
	{ "tekst", "Text", TABLE_WORD, 4 },
	{ "vervallen", "Day", TABLE_DATE, 0 },
	{ "dagen_te_laat", "When", TABLE_NUMBER, 2 },
};

/* Shares of the width of a page; 0 = left out. */
static const int weights[COLUMNS] = { 6, 6, 6, 0, 9, 0, 11, 7, 9 };

/* What is due, said so that it is right before its day and after; %s is what it is about. */
static const char *const due_words[] = {
	[SIGNAAL_EVALUATIE] = "Evaluation", [SIGNAAL_FASE] = "Target date of phase %s",
	[SIGNAAL_DOEL] = "Target date %s", [SIGNAAL_WERKPUNT] = "Target date %s",
	[SIGNAAL_NOTITIE] = "Write a note", [SIGNAAL_SCORE] = "Measure again",
	[SIGNAAL_WACHTEN] = "Waits for a place", [SIGNAAL_NAZORG] = "Aftercare",
	[SIGNAAL_BEWAREN] = "Retention ends", [SIGNAAL_INDICATIE] = "Indication ends",
	[SIGNAAL_TOESTEMMING] = "Consent ends",
};

static const char *
keep(struct agenda *a, const char *s)
{
	return arena_copy(&a->arena, s, strlen(s));
}

/* The text of the goal or action that it is about, or "". */
static const char *
what_of(const struct fold *f, const struct signal *s)
{
	bool goal = s->code == SIGNAAL_DOEL;
	const struct entry *e;

	if (!goal && s->code != SIGNAAL_WERKPUNT)
		return "";
	e = fold_keyed(f, goal ? KIND_DOEL : KIND_WERKPUNT, s->about);
	return e == NULL ? "" : entry_text(e, goal ? DOEL_TEKST : WERKPUNT_TEKST);
}

/* How the phase that it is about is called, or the id of the goal or action. */
static const char *
about_of(const struct agenda *a, const struct fold *f, const struct signal *s)
{
	return a->words && s->code == SIGNAAL_FASE ?
	    wording_entry(f->model, f->phase, FASE_FASE, a->asked->call->lang) :
	    s->about;
}

static int
add_client(struct view *v, void *context)
{
	struct agenda *a = context;
	const struct fold *f = &v->state;
	size_t from = a->n;
	date first = DATE_LAST;

	a->signals.ahead = a->asked->ahead;
	signals_find(&a->signals, f);
	for (size_t i = 0; i < a->signals.n; i++) {
		const struct signal *s = &a->signals.at[i];
		struct entry_due *e;

		if (s->due == DATE_NONE || s->late < -a->asked->ahead)
			continue;
		a->at = alloc_room(a->at, &a->cap, a->n + 1, sizeof *a->at);
		e = &a->at[a->n];
		e->client = keep(a, f->dossier->id);
		e->name = keep(a, person_name(f));
		e->worker = keep(a, entry_text(f->client, CLIENT_BEGELEIDER));
		e->team = keep(a, entry_text(f->client, CLIENT_TEAM));
		e->about = keep(a, about_of(a, f, s));
		e->what = keep(a, what_of(f, s));
		e->code = s->code;
		e->words = s->code == SIGNAAL_FASE &&
		    entry_day(f->phase, FASE_STREEFDATUM) == DATE_NONE ? "Norm of phase %s" :
		    due_words[s->code];
		e->due = s->due;
		e->late = s->late;
		e->is_late = signal_late(s);
		e->place = a->n++;
		first = s->due < first ? s->due : first;
	}
	for (; from < a->n; from++)
		a->at[from].first = first;
	return 0;
}

static int
by_day(const struct entry_due *x, const struct entry_due *y)
{
	if (x->due != y->due)
		return x->due < y->due ? -1 : 1;
	return x->place < y->place ? -1 : x->place > y->place;
}

/* The client with the earliest day first, and each client's together. */
static int
by_client(const void *a, const void *b)
{
	const struct entry_due *x = a, *y = b;
	int c = strcmp(x->client, y->client);

	if (c != 0 && x->first != y->first)
		return x->first < y->first ? -1 : 1;
	return c != 0 ? c : by_day(x, y);
}

static int
by_worker(const void *a, const void *b)
{
	const struct entry_due *x = a, *y = b;
	int c = group_compare_word(x->worker, y->worker);

	return c != 0 ? c : by_day(x, y);
}

/* "12 days late", "today", "in 3 days"; the number alone where that is exact. */
static void
add_when(const struct agenda *a, const struct entry_due *e, struct text *to)
{
	enum lang lang = a->asked->call->lang;
	long days = e->late < 0 ? -e->late : e->late;
	const char *unit = label(lang, days == 1 ? "day" : "days");

	if (!a->words)
		text_addf(to, "%ld", e->late);
	else if (days == 0)
		text_adds(to, label(lang, "today"));
	else if (e->late > 0)
		text_addf(to, "%ld %s %s", days, unit, label(lang, "late"));
	else
		text_addf(to, "%s %ld %s", label(lang, "in"), days, unit);
}

/*
 * Which columns there are: less on paper; to read, what it is about stands in what is due, the
 * worker perhaps above the table, and nothing that all rows have because it was asked for.
 */
static bool
shown(const struct agenda *a, size_t column)
{
	if (a->words && column == COLUMN_WORKER)
		return !a->asked->by_worker && a->asked->worker == NULL;
	if (a->words && column == COLUMN_TEAM && a->asked->team != NULL)
		return false;
	if (a->words && column == COLUMN_ABOUT)
		return false;
	return a->document == NULL || weights[column] > 0;
}

static void
put_row(struct agenda *a, const struct entry_due *e)
{
	enum lang lang = a->asked->call->lang;
	struct text when = { 0 }, due = { 0 };
	char day[DATE_SIZE], written[LABEL_DATE_SIZE];
	const char *cells[COLUMNS] = { e->worker, e->client, e->name, e->team, NULL, e->about,
	    e->what, a->document != NULL ? label_date(lang, e->due, written) :
	    date_format(e->due, day), NULL };
	const char *words = a->words ? label(lang, e->words) : SIGNAAL_words[e->code];
	const char *about = strstr(words, "%s");

	add_when(a, e, &when);
	text_add(&due, words, about == NULL ? strlen(words) : (size_t)(about - words));
	text_adds(&due, about == NULL ? "" : e->about);
	text_adds(&due, about == NULL ? "" : about + 2);
	cells[COLUMN_ABOUT - 1] = text_string(&due);
	cells[COLUMNS - 1] = text_string(&when);
	if (a->table != NULL && e->is_late)
		table_attention(a->table);
	for (size_t i = 0; i < COLUMNS; i++)
		if (shown(a, i) && a->table != NULL)
			table_cell(a->table, cells[i]);
		else if (shown(a, i))
			document_cell(a->document, cells[i]);
	text_release(&when);
	text_release(&due);
}

/* "Anna de Vries: 4, of which 2 late" */
static void
add_title(const struct agenda *a, const struct entry_due *first, size_t n, struct text *to)
{
	enum lang lang = a->asked->call->lang;
	size_t late = 0;

	for (size_t i = 0; i < n; i++)
		late += first[i].is_late;
	text_addf(to, "%s: %zu", first->worker[0] == '\0' ? label(lang, "no support worker") :
	    wording_worker(a->asked->call->model, first->worker), n);
	if (late > 0)
		text_addf(to, ", %s %zu %s", label(lang, "of which"), late, label(lang, "late"));
}

static void
begin_table(struct agenda *a)
{
	enum lang lang = a->asked->call->lang;
	struct table_column *made = a->columns;
	size_t n = 0;

	for (size_t i = 0; i < COLUMNS; i++)
		if (shown(a, i)) {
			made[n] = columns[i];
			if (a->words && i + 1 == COLUMNS)
				made[n].type = TABLE_WORD;
			if (columns[i].heading != NULL)
				made[n].heading = label(lang, columns[i].heading);
			n++;
		}
	table_begin(a->table, "agenda", false, NULL, made, n);
}

static void
put_page(struct agenda *a, const char *title, const struct entry_due *first, size_t n)
{
	enum lang lang = a->asked->call->lang;
	struct document_column made[COLUMNS] = { { 0 } };
	size_t ncolumns = 0;

	for (size_t i = 0; i < COLUMNS; i++)
		if (shown(a, i)) {
			made[ncolumns].heading = label(lang, columns[i].heading);
			made[ncolumns++].weight = weights[i];
		}
	if (title != NULL)
		document_heading(a->document, 2, title);
	document_table(a->document, "", made, ncolumns);
	for (size_t i = 0; i < n; i++)
		put_row(a, &first[i]);
	document_table_end(a->document);
}

static void
put_rows(struct agenda *a, const char *title, const struct entry_due *first, size_t n)
{
	if (title != NULL)
		table_part(a->table, title);
	for (size_t i = 0; i < n; i++)
		put_row(a, &first[i]);
}

/* All at once, or to read a part for each worker. */
static void
put_all(struct agenda *a)
{
	struct text title = { 0 };
	size_t n;

	if (a->n > 0)
		qsort(a->at, a->n, sizeof *a->at, a->asked->by_worker ? by_worker : by_client);
	for (size_t at = 0; at < a->n; at += n) {
		bool apart = a->words && a->asked->by_worker;

		for (n = 1; at + n < a->n && (!apart ||
		    strcmp(a->at[at].worker, a->at[at + n].worker) == 0); n++)
			;
		text_clear(&title);
		if (apart)
			add_title(a, &a->at[at], n, &title);
		if (a->document != NULL)
			put_page(a, apart ? text_string(&title) : NULL, &a->at[at], n);
		else
			put_rows(a, apart ? text_string(&title) : NULL, &a->at[at], n);
	}
	text_release(&title);
}

static void
release(struct agenda *a)
{
	signals_release(&a->signals);
	arena_release(&a->arena);
	free(a->at);
}

int
show_agenda_table(const struct showing *asked, enum table_format format)
{
	struct agenda a = { .asked = asked, .words = format == TABLE_TEXT };
	struct view v = { .call = asked->call };
	int status = view_end(&v, show_run(asked, &v, add_client, &a));

	a.table = table_out(asked->call, format);
	if (a.n > 0 || !a.words)
		begin_table(&a);
	put_all(&a);
	if (a.n > 0 || !a.words)
		table_end(a.table);
	table_close(a.table);
	release(&a);
	return status;
}

int
show_agenda_document(const struct showing *asked, enum document_format format)
{
	const struct cmdline *c = asked->call;
	const char *title = label(c->lang, "Agenda");
	struct agenda a = { .asked = asked, .words = true };
	struct text below = { 0 };
	char day[LABEL_DATE_SIZE];
	struct view v = { .call = c };
	int status = view_end(&v, show_run(asked, &v, add_client, &a));

	a.document = document_out(c, format, title);
	text_addf(&below, "%s %s", label(c->lang, "made on"),
	    label_date(c->lang, c->today, day));
	document_part(a.document, title, text_string(&below), title);
	put_all(&a);
	if (a.n == 0)
		document_paragraph(a.document, label(c->lang, "Nothing is due."));
	status = document_out_end(a.document, status);
	text_release(&below);
	release(&a);
	return status;
}

/* SPDX-License-Identifier: ISC */
#include "show.h"

#include <stdlib.h>

#include "label.h"
#include "person.h"
#include "sharing.h"
#include "view.h"
#include "wording.h"

static const struct table_column columns[] = {
	{ "client", "Client", TABLE_CODE, 0 },
	{ "met", "With whom", TABLE_WORD, 0 },
	{ "toestemming", "May we share it", TABLE_CODE, 0 },
	{ "sinds", "Since", TABLE_DATE, 2 },
	{ "tot", "Until and including", TABLE_DATE, 0 },
	{ "waarvoor", "What for", TABLE_WORD, 1 },
	{ "wie", "Who said so", TABLE_WORD, 3 },
	{ VIEW_HANDLES, "Handle", TABLE_CODE, 0 },
};

/* What it says now, for people. */
static const char *const in_words[] = { [SHARING_YES] = "yes", [SHARING_EXPIRED] = "expired",
	[SHARING_NO] = "no" };

static int
show_rows(struct view *v, void *nothing)
{
	struct table_writer *t = v->table;
	const struct entry **all;
	size_t n = sharing_all(&v->state, &all);

	(void)nothing;
	for (size_t i = 0; i < n; i++) {
		const struct entry *e = all[i];
		enum sharing now = sharing_now(&v->state, e);

		table_cell(t, v->state.dossier->id);
		table_cell(t, entry_text(e, AKKOORD_MET));
		table_cell(t, v->words ? label(v->call->lang, in_words[now]) : sharing_words[now]);
		table_cell_date(t, e->op);
		table_cell_date(t, entry_day(e, AKKOORD_TOT));
		table_cell(t, entry_text(e, AKKOORD_WAARVOOR));
		table_cell(t, v->words ? wording_entry(v->call->model, e, AKKOORD_WIE,
		    v->call->lang) : entry_text(e, AKKOORD_WIE));
		view_handle(v, e->first);
	}
	free(all);
	return 0;
}

int
show_sharing(const struct cmdline *c, enum table_format format)
{
	struct view v;

	view_table(&v, c, format, "toestemming", columns, sizeof columns / sizeof *columns);
	return view_end(&v, view_run(&v, show_rows, NULL));
}

/* A row for each party, with the day written out. */
static void
put_table(struct view *v, const struct entry *const *all, size_t n)
{
	struct document *d = v->document;
	enum lang lang = v->call->lang;
	const struct document_column made[] = {
		{ label(lang, "With whom"), 6, false },
		{ label(lang, "What for"), 6, false },
		{ label(lang, "May we share it"), 4, false },
		{ label(lang, "Since"), 7, false },
		{ label(lang, "Until and including"), 7, false },
		{ label(lang, "Who said so"), 5, false },
		{ label(lang, "Handle"), 8, false },
	};
	char day[LABEL_DATE_SIZE], handle[HANDLE_SIZE];

	document_table(d, "", made, sizeof made / sizeof *made - (v->call->handles ? 0 : 1));
	for (size_t i = 0; i < n; i++) {
		const struct entry *e = all[i];

		document_cell(d, entry_text(e, AKKOORD_MET));
		document_cell(d, document_own(d, entry_text(e, AKKOORD_WAARVOOR)));
		document_cell(d, label(lang, in_words[sharing_now(&v->state, e)]));
		document_cell(d, label_date(lang, e->op, day));
		document_cell(d, label_date(lang, entry_day(e, AKKOORD_TOT), day));
		document_cell(d, person_who(d, &v->state, entry_text(e, AKKOORD_WIE)));
		if (v->call->handles)
			document_cell(d, handles_of(&v->handles,
			    (size_t)(e->first - v->state.dossier->records), handle));
	}
	document_table_end(d);
}

static int
show_part(struct view *v, void *nothing)
{
	enum lang lang = v->call->lang;
	struct text title = { 0 }, foot = { 0 };
	const struct entry **all;
	size_t n = sharing_all(&v->state, &all);

	(void)nothing;
	text_addf(&title, label(lang, "What we may share about %s"),
	    person_called(v->document, &v->state));
	text_addf(&foot, "%s \xC2\xB7 %s", label(lang, "Sharing"), v->state.dossier->id);
	person_part(v->document, &v->state, text_string(&title), text_string(&foot));
	person_say(v->document, &v->state, "This page says who we may talk to about you. You can "
	    "always change your mind: tell your support worker.");
	if (n > 0)
		put_table(v, all, n);
	else
		person_say(v->document, &v->state, "You have not been asked about anybody yet.");
	free(all);
	text_release(&title);
	text_release(&foot);
	return 0;
}

int
show_sharing_document(const struct cmdline *c, enum document_format format)
{
	struct view v;

	view_document(&v, c, format, "Sharing");
	return view_end(&v, view_run(&v, show_part, NULL));
}

/* SPDX-License-Identifier: ISC */
#include "show.h"

#include <stdlib.h>

#include "label.h"
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

#include "show.h"

#include <stdlib.h>

#include "filter.h"
#include "handle_column.h"
#include "label.h"
#include "sharing.h"
#include "terminal.h"
#include "wording.h"

enum { COLUMNS = 8 };

struct view {
	const struct cmdline *call;
	struct fold state;
	struct table_writer *table;
	struct handle_column handles;
	bool words;		/* for people, where other formats have codes */
};

/* What it says now, for people. */
static const char *const in_words[] = { [SHARING_YES] = "yes", [SHARING_EXPIRED] = "expired",
	[SHARING_NO] = "no" };

static int
add_rows(struct dossier *d, void *context)
{
	struct view *v = context;
	struct table_writer *t = v->table;
	const struct entry **all;
	size_t n;

	if (!fold_day(&v->state, d, v->call->model, v->call->today, DATE_LAST))
		return 0;
	handle_column_turn(&v->handles, v->call, d);
	n = sharing_all(&v->state, &all);
	for (size_t i = 0; i < n; i++) {
		const struct entry *e = all[i];
		enum sharing now = sharing_now(&v->state, e);

		table_cell(t, d->id);
		table_cell(t, entry_text(e, AKKOORD_MET));
		table_cell(t, v->words ? label(v->call->lang, in_words[now]) : sharing_words[now]);
		table_cell_date(t, e->op);
		table_cell_date(t, entry_day(e, AKKOORD_TOT));
		table_cell(t, entry_text(e, AKKOORD_WAARVOOR));
		table_cell(t, v->words ? wording_entry(v->call->model, e, AKKOORD_WIE,
		    v->call->lang) : entry_text(e, AKKOORD_WIE));
		handle_column_cell(&v->handles, t, e->first);
	}
	free(all);
	return 0;
}

int
show_sharing(const struct cmdline *c, enum table_format format)
{
	const enum lang l = c->lang;
	const struct table_column columns[COLUMNS] = {
		{ "client", label(l, "Client"), TABLE_WORD },
		{ "met", label(l, "With whom"), TABLE_WORD },
		{ "toestemming", label(l, "May be shared"), TABLE_WORD },
		{ "sinds", label(l, "Since"), TABLE_DATE },
		{ "tot", label(l, "Until and including"), TABLE_DATE },
		{ "waarvoor", label(l, "What for"), TABLE_WORD },
		{ "wie", label(l, "Who said so"), TABLE_WORD },
		{ HANDLE_COLUMN, label(l, "Handle"), TABLE_WORD },
	};
	struct view v = { .call = c, .words = format == TABLE_TEXT,
	    .table = table_open(terminal_out(), format, terminal_width()) };
	int status;

	table_begin(v.table, "toestemming", false, NULL, columns,
	    handle_column_count(c, COLUMNS));
	status = view_run(c, add_rows, &v);
	table_end(v.table);
	table_close(v.table);
	handle_column_release(&v.handles);
	fold_release(&v.state);
	return status;
}

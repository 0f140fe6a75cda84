#include "show.h"

#include "filter.h"
#include "handle_column.h"
#include "terminal.h"
#include "timeline.h"

enum { COLUMNS = 11 };

struct events {
	const struct cmdline *call;
	struct fold state;
	struct table_writer *table;
	struct handle_column handles;
};

static const struct table_column columns[COLUMNS] = {
	{ "client", NULL, TABLE_WORD },
	{ "datum", NULL, TABLE_DATE },
	{ "vastgelegd", NULL, TABLE_DATE },
	{ "traject", NULL, TABLE_NUMBER },
	{ "soort", NULL, TABLE_WORD },
	{ "onderwerp", NULL, TABLE_WORD },
	{ "waarde", NULL, TABLE_WORD },
	{ "wie", NULL, TABLE_WORD },
	{ "tekst", NULL, TABLE_WORD },
	{ "door", NULL, TABLE_WORD },
	{ HANDLE_COLUMN, NULL, TABLE_WORD },
};

static int
add_rows(struct dossier *d, void *context)
{
	struct events *v = context;
	struct timeline t;

	if (!fold_day(&v->state, d, v->call->model, v->call->today, DATE_LAST))
		return 0;
	timeline_begin(&t, &v->state);
	handle_column_turn(&v->handles, v->call, d);
	for (size_t i = 0; i < t.n; i++) {
		const struct timeline_event *e = &t.events[i];
		struct timeline_facts facts = timeline_facts(e);

		table_cell(v->table, d->id);
		table_cell_date(v->table, e->day);
		table_cell_date(v->table, record_day(e->record, SLOT_VASTGELEGD));
		table_cell_n(v->table, (long)e->trajectory + 1);
		table_cell(v->table, e->record->name);
		table_cell(v->table, facts.subject);
		table_cell(v->table, facts.value);
		table_cell(v->table, facts.who);
		table_cell(v->table, facts.text);
		table_cell(v->table, record_text(e->record, SLOT_DOOR));
		handle_column_cell(&v->handles, v->table, e->record);
	}
	timeline_release(&t);
	return 0;
}

int
show_timeline_table(const struct cmdline *c, enum table_format format)
{
	struct events v = { .call = c, .table = table_open(terminal_out(), format,
	    terminal_width()) };
	int status;

	table_begin(v.table, "tijdlijn", false, NULL, columns,
	    handle_column_count(c, COLUMNS));
	status = view_run(c, add_rows, &v);
	table_end(v.table);
	table_close(v.table);
	handle_column_release(&v.handles);
	fold_release(&v.state);
	return status;
}

#include "show.h"

#include "timeline.h"
#include "timeline_view.h"
#include "view.h"

static const struct table_column columns[] = {
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
	{ VIEW_HANDLES, NULL, TABLE_WORD },
};

static int
show_rows(struct view *v, void *nothing)
{
	struct timeline t;

	(void)nothing;
	timeline_begin(&t, &v->state);
	for (size_t i = 0; i < t.n; i++) {
		const struct timeline_event *e = &t.events[i];
		struct timeline_facts facts = timeline_facts(e);

		table_cell(v->table, v->state.dossier->id);
		table_cell_date(v->table, e->day);
		table_cell_date(v->table, record_day(e->record, SLOT_VASTGELEGD));
		table_cell_n(v->table, (long)e->trajectory + 1);
		table_cell(v->table, e->record->name);
		table_cell(v->table, facts.subject);
		table_cell(v->table, facts.value);
		table_cell(v->table, facts.who);
		table_cell(v->table, facts.text);
		table_cell(v->table, record_text(e->record, SLOT_DOOR));
		view_handle(v, e->record);
	}
	timeline_release(&t);
	return 0;
}

int
show_timeline_table(const struct cmdline *c, enum table_format format)
{
	struct view v;

	view_table(&v, c, format, "tijdlijn", columns, sizeof columns / sizeof *columns);
	return view_end(&v, view_run(&v, show_rows, NULL));
}

static int
show_part(struct view *v, void *nothing)
{
	(void)nothing;
	timeline_view(v->document, &v->state, v->call->handles ? &v->handles : NULL);
	return 0;
}

int
show_timeline_document(const struct cmdline *c, enum document_format format)
{
	struct view v;

	view_document(&v, c, format, "Timeline");
	return view_end(&v, view_run(&v, show_part, NULL));
}

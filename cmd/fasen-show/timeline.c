/* SPDX-License-Identifier: ISC */
#include "show.h"

#include "timeline.h"
#include "timeline_view.h"
#include "view.h"

static const struct table_column columns[] = {
	{ "client", NULL, TABLE_WORD, 0 },
	{ "datum", NULL, TABLE_DATE, 0 },
	{ "vastgelegd", NULL, TABLE_DATE, 0 },
	{ "traject", NULL, TABLE_NUMBER, 0 },
	{ "soort", NULL, TABLE_WORD, 0 },
	{ "onderwerp", NULL, TABLE_WORD, 0 },
	{ "waarde", NULL, TABLE_WORD, 0 },
	{ "wie", NULL, TABLE_WORD, 0 },
	{ "tekst", NULL, TABLE_WORD, 0 },
	{ "door", NULL, TABLE_WORD, 0 },
	{ VIEW_HANDLES, NULL, TABLE_WORD, 0 },
};

static int
show_rows(struct view *v, void *context)
{
	const struct showing *asked = context;
	struct timeline t;

	timeline_begin(&t, &v->state);
	for (size_t i = 0; i < t.n; i++) {
		const struct timeline_event *e = &t.events[i];
		struct timeline_facts facts = timeline_facts(e);

		if (!timeline_since(e, asked->since))
			continue;
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
show_timeline_table(struct showing *asked, enum table_format format)
{
	struct view v;

	view_table(&v, asked->call, format, "tijdlijn", columns, sizeof columns / sizeof *columns);
	return view_end(&v, show_run(asked, &v, show_rows, asked));
}

static int
show_part(struct view *v, void *context)
{
	const struct showing *asked = context;

	timeline_view(v->document, &v->state, asked->since,
	    v->call->handles ? &v->handles : NULL);
	return 0;
}

int
show_timeline_document(struct showing *asked, enum document_format format)
{
	struct view v;

	view_document(&v, asked->call, format, "Timeline");
	return view_end(&v, show_run(asked, &v, show_part, asked));
}

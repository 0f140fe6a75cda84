/* SPDX-License-Identifier: ISC */
#include "tables.h"

#include <string.h>

#include "builder.h"
#include "publish.h"
#include "report_groups.h"
#include "tables_view.h"

void
tables_build(struct result_tables *s, const struct report *r, struct tally *tally,
    struct tally *rows, const struct figure_eye *eye)
{
	static void (*const build[])(struct builder *) = {
		tables_overview, tables_summary, tables_flow, tables_waiting, tables_lead_time,
		tables_caseload, tables_progress, tables_goals, tables_outflow, tables_principles,
		tables_evaluations, tables_strengths, tables_indications, tables_traits,
		tables_quality
	};
	struct builder b = { .report = r, .tally = tally, .rows = rows == NULL ? tally :
	    rows, .eye = eye, .sheets = s };
	size_t v, n, total;

	s->lang = r->lang;
	b.groups = report_groups(r, tally, &s->arena, &n);
	/* Beside the groups it would tell of those that are not published. */
	total = r->ngroups > 0 && n > 0 && r->min_cell == 0;
	for (v = 0; v < sizeof build / sizeof *build; v++) {
		b.ngroups = n + (v == VIEW_OVERZICHT ? 0 : total);
		if (r->views[v])
			build[v](&b);
	}
}

/* A line for each, "..." for more. */
static const char *
list_places(const struct report *r, struct arena *arena)
{
	struct text list = { 0 };
	const char *kept;

	for (const char *at = text_string(&r->unreadable); *at != '\0'; at = strchr(at, '\n') + 1) {
		text_adds(&list, list.len > 0 ? "\n" : "");
		text_add(&list, at, strcspn(at, "\n"));
	}
	if (r->dossiers.unreadable > REPORT_UNREADABLE)
		text_adds(&list, "\n...");
	kept = arena_copy(arena, text_string(&list), list.len);
	text_release(&list);
	return kept;
}

void
report_tables(struct result_tables *s, const struct report *r, struct tally *tally,
    struct roster *roster)
{
	tables_build(s, r, tally, NULL, NULL);
	s->hidden_most = r->min_cell > 0 ? publish_most(r->min_cell) : 0;
	s->withheld = publish_withheld(r, tally);
	s->dossiers[DOSSIERS_READ] = publish_dossiers(r->dossiers.read, r->min_cell);
	s->dossiers[DOSSIERS_COUNTED] = publish_dossiers(r->dossiers.counted, r->min_cell);
	s->dossiers[DOSSIERS_UNREADABLE] = publish_dossiers(r->dossiers.unreadable, r->min_cell);
	s->dossiers[DOSSIERS_DOUBLE] = publish_dossiers(r->dossiers.doubles, r->min_cell);
	if (r->min_cell == 0 && r->nunreadable > 0)
		s->unreadable = list_places(r, &s->arena);
	s->incomplete = r->dossiers.counted < r->dossiers.read;
	if (roster != NULL)
		roster_sheets(roster, s);
}

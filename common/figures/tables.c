#include "tables.h"

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
	size_t v;

	s->lang = r->lang;
	b.groups = report_groups(r, tally, &s->arena, &b.ngroups);
	for (v = 0; v < sizeof build / sizeof *build; v++)
		if (r->views[v])
			build[v](&b);
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
	s->incomplete = r->dossiers.counted < r->dossiers.read;
	if (roster != NULL)
		roster_sheets(roster, s);
}

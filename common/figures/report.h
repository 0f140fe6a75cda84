/* SPDX-License-Identifier: ISC */
#ifndef FASEN_REPORT_H
#define FASEN_REPORT_H

#include <stdbool.h>
#include <stddef.h>

#include "arena.h"
#include "date.h"
#include "group.h"
#include "label.h"
#include "model.h"
#include "period.h"
#include "result_table.h"

/*
 * What is asked of a report: its days, groups and views. Begin with all zeroes and model, lang,
 * today, known and views set; add periods and groups; then count.h counts each dossier into a
 * tally, tables.h makes the tables of that (fasen-report(1)), and report_release ends it. The model
 * must outlive it.
 */
enum view {
	VIEW_OVERZICHT,			/* on one page; only when it is asked for */
	VIEW_SAMENVATTING, VIEW_DOORSTROOM, VIEW_WACHTEN, VIEW_DOORLOOPTIJD, VIEW_CASELOAD,
	VIEW_LEEFGEBIEDEN, VIEW_DOELEN, VIEW_UITSTROOM, VIEW_UITGANGSPUNTEN,
	VIEW_EVALUATIES, VIEW_KRACHTEN, VIEW_INDICATIES, VIEW_KENMERKEN, VIEW_KWALITEIT,
	VIEW_SIGNALEN, VIEW_CLIENTEN,	/* the row views */
	VIEWS
};

struct report_period {
	struct period period;
	date at;		/* T: the earlier of the period's end and today */
	bool asked;		/* else only the period before one that is */
	size_t before;		/* index of the period before; (size_t)-1 = none */
};

/* Of what the report is made, so that it can say what is not in it. */
struct report_dossiers {
	long read, counted, unreadable, doubles;
	int status;		/* exit status of reading them */
};

/* Of a part's name, with its NUL; and how many unreadable ones are named. */
enum { REPORT_PART = 65, REPORT_UNREADABLE = 8 };

struct report {
	const struct model *model;
	enum lang lang;
	date today;
	date known;		/* DATE_LAST = all that is recorded */
	struct report_period *periods;	/* those asked for, in the order asked; then those before */
	size_t nperiods, periods_cap;
	struct group_by *groups;
	size_t ngroups, groups_cap;
	bool views[VIEWS];
	bool names;
	long min_cell;		/* 0 = nothing is hidden */
	long ahead;		/* signalen has what is due in so many days too */
	struct report_dossiers dossiers;
	struct text unreadable;	/* where the first of those stand that cannot be read, lines */
	size_t nunreadable;
	char (*parts)[REPORT_PART];	/* of which parts it is: partial.h; by bytes */
	size_t nparts, parts_cap;
	struct arena arena;	/* of the groups, and the like */
};

/* The view of that name; VIEWS when there is none. */
enum view view_parse(const char *name);
const char *view_name(enum view);

/* Whether the view has a row per client or signal instead of figures. */
bool view_rows(enum view);

/*
 * Asks for one more period; the period before it is found. T follows from `today`, which is set
 * before.
 */
void report_add_period(struct report *, const struct period *);

/* The place of the period of those days; nperiods when it is not among them. */
size_t report_period_at(const struct report *, const struct period *);

/* For overzicht: counts the quarters of each period asked for too. */
void report_add_quarters(struct report *);

/* Whether those are there. */
bool report_has_quarters(const struct report *);

/* Whether the period is not over: its last day is after the day of the report. */
bool report_runs(const struct report_period *);

/*
 * Adds the period's name for a reader: "2026 (lopend)" of one that is not over, "tot en met
 * 1 november 2026" of one without beginning.
 */
void report_add_name(const struct report_period *, enum lang, struct text *to);

/*
 * Divides the report by one more attribute. Returns false when it is divided by that already. A
 * part of a report has only its name.
 */
bool report_add_group(struct report *, const struct attribute *);
void report_add_group_named(struct report *, const char *name);

/* Looks in each dossier that is read for the fields of groups that only dossiers know. */
void report_look(struct report *, const struct dossier *);

/*
 * Adds where one stands that cannot be read: n bytes, FILE:LINE or FILE. Of more than
 * REPORT_UNREADABLE the others are left out.
 */
void report_add_unreadable(struct report *, const char *place, size_t n);

/* Adds the name of a part; false when it is there already. */
bool report_add_part(struct report *, const char *name);

void report_release(struct report *);

/* The name of a view for a reader: "Doorlooptijd". */
const char *view_title(enum view, enum lang);

#endif

/* SPDX-License-Identifier: ISC */
#include "report.h"

#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "definition.h"

static const char *const names[VIEWS] = {
	TAB_OVERZICHT, TAB_SAMENVATTING, TAB_DOORSTROOM, TAB_WACHTEN, TAB_DOORLOOPTIJD,
	TAB_CASELOAD, TAB_LEEFGEBIEDEN, TAB_DOELEN, TAB_UITSTROOM, TAB_UITGANGSPUNTEN,
	TAB_EVALUATIES, TAB_KRACHTEN, TAB_INDICATIES, TAB_KENMERKEN, TAB_KWALITEIT,
	TAB_SIGNALEN, TAB_CLIENTEN
};

enum view
view_parse(const char *name)
{
	enum view v;

	for (v = 0; v < VIEWS; v++)
		if (strcmp(names[v], name) == 0)
			break;
	return v;
}

const char *
view_name(enum view v)
{
	return names[v];
}

bool
view_rows(enum view v)
{
	return v == VIEW_SIGNALEN || v == VIEW_CLIENTEN;
}

const char *
view_title(enum view v, enum lang lang)
{
	return model_text(&definition_find(names[v], "")->heading, lang);
}

size_t
report_period_at(const struct report *r, const struct period *p)
{
	size_t i;

	for (i = 0; i < r->nperiods && (r->periods[i].period.from != p->from ||
	    r->periods[i].period.to != p->to); i++)
		continue;
	return i;
}

/* The index of the period in the report, added when it is not there. */
static size_t
place(struct report *r, const struct period *p, bool asked)
{
	struct report_period *at;
	size_t i = report_period_at(r, p);

	if (i < r->nperiods) {
		r->periods[i].asked = r->periods[i].asked || asked;
		return i;
	}
	r->periods = alloc_room(r->periods, &r->periods_cap, r->nperiods + 1, sizeof *r->periods);
	at = &r->periods[r->nperiods++];
	at->period = *p;
	at->at = p->to < r->today ? p->to : r->today;
	at->asked = asked;
	at->before = (size_t)-1;
	return i;
}

bool
report_runs(const struct report_period *p)
{
	return p->at < p->period.to;
}

/* Days that are no year, quarter or such. */
static void
add_days(const struct period *p, enum lang lang, struct text *to)
{
	char from[LABEL_DATE_SIZE], last[LABEL_DATE_SIZE];

	label_date(lang, p->to, last);
	if (p->from == DATE_NONE)
		text_addf(to, label(lang, "up to %s"), last);
	else
		text_addf(to, label(lang, "%s to %s"), label_date(lang, p->from, from), last);
}

void
report_add_name(const struct report_period *p, enum lang lang, struct text *to)
{
	if (period_dated(&p->period))
		add_days(&p->period, lang, to);
	else
		text_adds(to, p->period.name);
	if (report_runs(p))
		text_addf(to, " (%s)", model_text(&definition_find("", COL_LOPEND)->heading, lang));
}

/* Of the period before one that runs as many days as that has up to its T. False when none. */
static bool
cut(struct period *before, const struct period *p, date at)
{
	int days = at - p->from + 1;

	if (at >= p->to || days > before->to - before->from)
		return true;
	if (days < 1)
		return false;
	*before = period_of(before->from, before->from + days - 1);
	return true;
}

void
report_add_period(struct report *r, const struct period *p)
{
	struct period before;
	size_t at = place(r, p, true), earlier;

	if (!period_before(p, &before) || !cut(&before, p, r->periods[at].at))
		return;
	earlier = place(r, &before, false);
	r->periods[at].before = earlier;
}

void
report_add_quarters(struct report *r)
{
	struct period quarters[PERIOD_QUARTERS];
	size_t asked = r->nperiods;

	for (size_t i = 0; i < asked; i++)
		for (size_t j = 0, n = r->periods[i].asked ? period_quarters(r->periods[i].at,
		    quarters) : 0; j < n; j++)
			place(r, &quarters[j], false);
}

bool
report_has_quarters(const struct report *r)
{
	struct period quarters[PERIOD_QUARTERS];

	for (size_t i = 0; i < r->nperiods; i++)
		for (size_t j = 0, n = r->periods[i].asked ? period_quarters(r->periods[i].at,
		    quarters) : 0; j < n; j++)
			if (report_period_at(r, &quarters[j]) == r->nperiods)
				return false;
	return true;
}

void
report_add_group_named(struct report *r, const char *name)
{
	r->groups = alloc_room(r->groups, &r->groups_cap, r->ngroups + 1, sizeof *r->groups);
	r->groups[r->ngroups++] = (struct group_by){ .name = arena_copy(&r->arena, name,
	    strlen(name)) };
}

/*
 * A field that only dossiers know is called one thing, however it was typed: as ours are, by a
 * capital and small letters.
 */
static const char *
name_of(const struct attribute *a, struct arena *arena)
{
	char *name;

	if (a->field == NULL)
		return a->name;
	name = arena_copy(arena, a->field, strlen(a->field));
	for (char *s = name; a->loose && *s != '\0'; s++)
		if (s == name && *s >= 'a' && *s <= 'z')
			*s = (char)(*s - 'a' + 'A');
		else if (s > name && *s >= 'A' && *s <= 'Z')
			*s = (char)(*s - 'A' + 'a');
	return name;
}

bool
report_add_group(struct report *r, const struct attribute *a)
{
	const char *name = name_of(a, &r->arena);

	for (size_t i = 0; i < r->ngroups; i++)
		if (schema_same_name(r->groups[i].name, name))
			return false;
	report_add_group_named(r, name);
	r->groups[r->ngroups - 1].attribute = *a;
	return true;
}

void
report_look(struct report *r, const struct dossier *d)
{
	for (size_t i = 0; i < r->ngroups; i++)
		attribute_look(&r->groups[i].attribute, &r->groups[i].sight, d, &r->arena);
}

void
report_add_unreadable(struct report *r, const char *place, size_t n)
{
	if (r->nunreadable++ >= REPORT_UNREADABLE)
		return;
	text_add(&r->unreadable, place, n);
	text_addc(&r->unreadable, '\n');
}

bool
report_add_part(struct report *r, const char *name)
{
	size_t i, at = r->nparts;

	for (i = 0; i < r->nparts; i++)
		if (strcmp(r->parts[i], name) == 0)
			return false;
	r->parts = alloc_room(r->parts, &r->parts_cap, r->nparts + 1, sizeof *r->parts);
	for (r->nparts++; at > 0 && strcmp(r->parts[at - 1], name) > 0; at--)
		memcpy(r->parts[at], r->parts[at - 1], REPORT_PART);
	memcpy(r->parts[at], name, REPORT_PART);
	return true;
}

void
report_release(struct report *r)
{
	free(r->periods);
	free(r->groups);
	free(r->parts);
	text_release(&r->unreadable);
	arena_release(&r->arena);
	r->periods = NULL;
	r->parts = NULL;
	r->nparts = r->parts_cap = 0;
	r->groups = NULL;
	r->nperiods = r->periods_cap = r->ngroups = r->groups_cap = 0;
}

#include "report.h"

#include <stdlib.h>
#include <string.h>

#include "definition.h"
#include "memory.h"

static const char *const names[VIEWS] = {
	"samenvatting", "doorstroom", "wachten", "doorlooptijd", "caseload", "leefgebieden", "doelen",
	"uitstroom", "uitgangspunten", "kwaliteit", "signalen", "clienten"
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

/* The index of the period in the report, added when it is not there. */
static size_t
place(struct report *r, const struct period *p, bool asked)
{
	struct report_period *at;
	size_t i;

	for (i = 0; i < r->nperiods; i++)
		if (r->periods[i].period.from == p->from && r->periods[i].period.to == p->to) {
			r->periods[i].asked = r->periods[i].asked || asked;
			return i;
		}
	r->periods = memory_room(r->periods, &r->periods_cap, r->nperiods + 1, sizeof *r->periods);
	at = &r->periods[r->nperiods++];
	at->period = *p;
	at->at = p->to < r->today ? p->to : r->today;
	at->asked = asked;
	at->before = (size_t)-1;
	return i;
}

void
report_add_period(struct report *r, const struct period *p)
{
	struct period before;
	size_t at = place(r, p, true), earlier;

	if (!period_before(p, &before))
		return;
	earlier = place(r, &before, false);
	r->periods[at].before = earlier;
}

void
report_add_group(struct report *r, const char *field)
{
	r->groups = memory_room(r->groups, &r->groups_cap, r->ngroups + 1, sizeof *r->groups);
	r->groups[r->ngroups++] = arena_copy(&r->arena, field, strlen(field));
}

void
report_release(struct report *r)
{
	free(r->periods);
	free(r->groups);
	arena_release(&r->arena);
	r->periods = NULL;
	r->groups = NULL;
	r->nperiods = r->periods_cap = r->ngroups = r->groups_cap = 0;
}

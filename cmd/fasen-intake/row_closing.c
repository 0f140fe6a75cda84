/* SPDX-License-Identifier: ISC */
#include "row_closing.h"

#include <string.h>

#include "handle.h"
#include "record_one.h"
#include "row_compare.h"
#include "row_event.h"
#include "row_recorded.h"
#include "row_told.h"

/* The trajectory that a day falls in: the last that began by then. */
static const struct trajectory *
trajectory_on(const struct fold *s, date on)
{
	size_t i = s->ntrajectories - 1;

	while (i > 0 && s->trajectories[i].begin > on)
		i--;
	return &s->trajectories[i];
}

static void
take_back(struct row_apply *p, struct dossier *d, const struct record *r,
    const struct draft *draft)
{
	struct handles handles;
	char handle[HANDLE_SIZE];
	struct draft retraction;
	struct text why = { 0 };

	recorded_reason(draft, &why);
	handles_read(&handles, d);
	draft_of(&retraction, KIND_INTREKKING);
	draft_put(&retraction, INTREKKING_WAT, handles_of(&handles, (size_t)(r - d->records),
	    handle));
	draft_put(&retraction, INTREKKING_SOORT, r->name);
	draft_put(&retraction, INTREKKING_REDEN, text_string(&why));
	record_one_sign(p->reader->call, &retraction);
	row_apply_append(p, d, &retraction, draft);
	draft_release(&retraction);
	text_release(&why);
	handles_release(&handles);
}

/* Takes over what the draft does not say. */
static void
take_rest(struct draft *draft, const struct record *r)
{
	for (size_t i = 2; i < r->n; i++) {
		const struct field *f = &r->fields[i];

		if (compare_tells(f->slot) && f->n > 0 && draft_value(draft, f->name) == NULL)
			draft_add(draft, f->name, f->value);
	}
}

/* Whether there is a phase of a later day: a closing that is recorded behind it cuts there. */
static bool
cuts(const struct fold *s, date day)
{
	for (const struct entry *e = s->first[KIND_FASE]; e != NULL; e = e->next)
		if (e->op > day)
			return true;
	return false;
}

/* Whether it is the first time in this run that a row says how that trajectory ended. */
static bool
first_said(struct row_apply *p, const struct dossier *d, const struct draft *draft,
    const struct trajectory *t, bool there)
{
	char begin[DATE_SIZE];
	struct text what = { 0 };
	bool agrees;

	text_addf(&what, "%s\n%s", draft->kind_name, date_format(t->begin, begin));
	agrees = there || t->closing == NULL ||
	    row_told_agrees(p, d, draft, text_string(&what), true, NULL);
	row_told_note(p, d, draft, text_string(&what), true);
	text_release(&what);
	return agrees;
}

bool
row_closing_settle(struct row_apply *p, struct dossier *d, struct row_record *r, date op,
    bool there)
{
	struct draft *draft = &r->draft;
	bool ends = draft->kind == KIND_UITSTROOM;
	date day = r->dated ? date_parse(draft_text(draft, SLOT_OP)) : op;
	const struct trajectory *t;
	const struct record *closing;
	char to[DATE_SIZE];

	if ((!ends && (draft->kind != KIND_INTAKE ||
	    draft_code(draft, INTAKE_BESLUIT) < INTAKE_AFGEWEZEN)) ||
	    !row_apply_fold(p, d, DATE_LAST))
		return !there;
	t = trajectory_on(&p->state, day);
	if (!first_said(p, d, draft, t, there))
		return false;
	if (there || t->closing == NULL || (!ends && day >= t->closing->op))
		return !there;
	closing = t->closing->first;
	if (closing->kind != draft->kind || p->taken_over || cuts(&p->state, day)) {
		row_event_name(p, draft, closing, OTHERWISE_KEPT);
		return false;
	}
	row_event_name(p, draft, closing, OTHERWISE_RECORDED);
	if (!r->dated)
		draft_put(draft, SLOT_OP, date_format(closing->op, to));
	r->dated = true;
	if (ends)
		take_rest(draft, closing);
	take_back(p, d, closing, draft);
	p->replaces = true;
	return true;
}

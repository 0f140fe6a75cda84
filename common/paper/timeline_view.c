/* SPDX-License-Identifier: ISC */
#include "timeline_view.h"

#include <ctype.h>

#include "journey.h"
#include "person.h"
#include "timeline.h"
#include "wording.h"

enum { COLUMNS = 4 };

struct view {
	struct document *to;
	const struct fold *state;
	struct timeline timeline;
	const struct handles *handles;	/* NULL: not shown */
	enum lang lang;
	struct document_column columns[COLUMNS];
	bool open;		/* a table is being filled */
	date day;		/* the last one written in it */
};

static void
end_table(struct view *v)
{
	if (v->open)
		document_table_end(v->to);
	v->open = false;
}

/*
 * "Analysis, 20 February 2024 – 19 March 2024 (28 days)"; an open stay lasts until the day of the
 * state.
 */
static void
put_chapter(struct view *v, const struct journey *j, const struct journey_stay *stay)
{
	struct text heading = { 0 };
	char from[LABEL_DATE_SIZE], to[LABEL_DATE_SIZE];
	bool open = stay->last && v->state->trajectories[stay->trajectory].how == TRAJECTORY_OPEN;

	end_table(v);
	if (v->state->ntrajectories > 1)
		text_addf(&heading, "%s %zu: ", label(v->lang, "Trajectory"), stay->trajectory + 1);
	text_addf(&heading, "%s%s, %s \xE2\x80\x93 %s (%d\xC2\xA0%s)", journey_turn(stay, v->lang),
	    journey_phase(j, stay, v->lang), label_date(v->lang, stay->from, from),
	    open ? label(v->lang, "now") : label_date(v->lang, stay->to, to), stay->to - stay->from,
	    label(v->lang, stay->to - stay->from == 1 ? "day" : "days"));
	*heading.at = (char)toupper((unsigned char)*heading.at);	/* "On with Evaluation" */
	document_heading(v->to, 2, text_string(&heading));
	text_release(&heading);
}

/* In a table on a screen as the dossier has it, so that it is short and can be searched. */
static const char *
day_cell(const struct view *v, date day, char s[LABEL_DATE_SIZE])
{
	return document_kind(v->to) == DOCUMENT_TEXT ? date_format(day, s) :
	    label_date(v->lang, day, s);
}

static void
put_event(struct view *v, const struct timeline_event *e)
{
	struct text t = { 0 }, details = { 0 };
	char day[LABEL_DATE_SIZE], handle[HANDLE_SIZE];

	if (!v->open) {
		document_table(v->to, "", v->columns, COLUMNS);
		v->day = DATE_NONE;
	}
	v->open = true;
	document_cell(v->to, e->day == v->day ? "" : day_cell(v, e->day, day));
	v->day = e->day;
	wording_kind(&t, e->record->name, v->lang);
	document_cell(v->to, text_string(&t));
	text_clear(&t);
	timeline_sentence(&t, &v->timeline, e, v->lang);
	timeline_details(&details, &v->timeline, e, v->lang);
	if (t.len > 0 && details.len > 0)
		text_addc(&t, '\n');
	text_adds(&t, text_string(&details));
	if (v->handles != NULL)
		text_addf(&t, "%s%s: %s", t.len > 0 ? "\n" : "", label(v->lang, "Handle"),
		    handles_of(v->handles, (size_t)(e->record - v->state->dossier->records),
		    handle));
	document_cell(v->to, text_string(&t));
	document_cell(v->to, record_text(e->record, SLOT_DOOR));
	text_release(&t);
	text_release(&details);
}

/*
 * Whether the first phase is entered on the day of the first event: what stands before it belongs
 * to it then.
 */
static bool
opens(const struct timeline *t)
{
	for (size_t i = 0; i < t->n && t->events[i].day == t->events[0].day; i++)
		if (t->events[i].record->kind == KIND_FASE && !fold_paces(t->events[i].record))
			return true;
	return false;
}

static bool
any_since(const struct timeline *t, date since)
{
	for (size_t i = 0; i < t->n; i++)
		if (timeline_since(&t->events[i], since))
			return true;
	return since == DATE_NONE;
}

static void
put_columns(struct view *v)
{
	static const struct document_column columns[COLUMNS] = {
		{ "Date", 4, false }, { "Kind", 3, false }, { "What", 11, false },
		{ "Written by", 3, false },
	};

	for (size_t i = 0; i < COLUMNS; i++) {
		v->columns[i] = columns[i];
		v->columns[i].heading = label(v->lang, columns[i].heading);
	}
}

void
timeline_view(struct document *to, const struct fold *s, date since,
    const struct handles *handles)
{
	struct view v = { .handles = handles, .to = to, .state = s, .lang = document_lang(to) };
	struct journey j;
	struct text title = { 0 }, foot = { 0 };
	char day[LABEL_DATE_SIZE];
	size_t i, stay = 0, fases = 0;
	bool begun = true;	/* the chapter at hand */

	timeline_begin(&v.timeline, s);
	v.timeline.document = to;
	if (!any_since(&v.timeline, since)) {
		timeline_release(&v.timeline);
		return;
	}
	journey_begin(&j, s);
	put_columns(&v);
	text_addf(&title, "%s %s", label(v.lang, "Timeline of"), person_name(s));
	text_addf(&foot, "%s %s", label(v.lang, "Timeline"), s->dossier->id);
	document_part(to, text_string(&title), "", text_string(&foot));
	text_clear(&title);
	text_addf(&title, "%s %s \xC2\xB7 %s %s", label(v.lang, "Client"), s->dossier->id,
	    label(v.lang, "made on"), label_date(v.lang, s->at, day));
	document_note(to, text_string(&title));
	for (i = 0; i < v.timeline.n; i++) {
		const struct timeline_event *e = &v.timeline.events[i];
		bool fase = e->record->kind == KIND_FASE && !fold_paces(e->record);

		if (stay < j.n && ((i == 0 && opens(&v.timeline)) || (fase && fases == stay))) {
			stay++;
			begun = false;
		}
		fases += fase;
		if (!timeline_since(e, since))
			continue;
		if (!begun)
			put_chapter(&v, &j, &j.stays[stay - 1]);
		begun = true;
		put_event(&v, e);
	}
	end_table(&v);
	journey_release(&j);
	timeline_release(&v.timeline);
	text_release(&title);
	text_release(&foot);
}

/* SPDX-License-Identifier: ISC */
#include "journey.h"

#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "person.h"
#include "wording.h"

static void
close_stays(struct journey *j)
{
	const struct fold *s = j->state;
	size_t i;

	for (i = 0; i < j->n; i++) {
		struct journey_stay *stay = &j->stays[i];
		date end = s->trajectories[stay->trajectory].end;

		stay->last = i + 1 == j->n || j->stays[i + 1].trajectory != stay->trajectory;
		stay->to = !stay->last ? j->stays[i + 1].from : end != DATE_NONE ? end : s->at;
		if (stay->to < stay->from)
			stay->to = stay->from;
	}
}

/*
 * Whether the last evaluation of a stay, up to the day on which the next began, said to go on.
 * `last` is the last one before: evaluations and stays stand in one order.
 */
static bool
goes_on(const struct fold *s, const struct journey_stay *stay, date until,
    const struct entry **last)
{
	const struct entry *e = *last != NULL ? (*last)->next : s->first[KIND_EVALUATIE];

	for (; e != NULL && e->trajectory <= stay->trajectory && e->op <= until; e = e->next)
		*last = e;
	return *last != NULL && (*last)->trajectory == stay->trajectory &&
	    (*last)->op >= stay->from &&
	    entry_code(*last, EVALUATIE_BESLUIT) == BESLUIT_VOORTZETTEN;
}

const char *
journey_turn(const struct journey_stay *stay, enum lang lang)
{
	return stay->back ? label(lang, "back to ") : stay->onward ? label(lang, "on with ") : "";
}

void
journey_begin(struct journey *j, const struct fold *s)
{
	const struct entry *e, *evaluated = NULL;
	size_t cap = 0;

	memset(j, 0, sizeof *j);
	j->state = s;
	for (e = s->first[KIND_FASE]; e != NULL; e = e->next) {
		struct journey_stay stay = { .entry = e, .from = e->op,
		    .trajectory = e->trajectory };

		stay.row = e->phase == NULL ? s->model->nphases :
		    model_phase_index(s->model, e->phase);
		j->strange |= e->phase == NULL;
		stay.back = j->n > 0 && j->stays[j->n - 1].trajectory == stay.trajectory &&
		    e->phase != NULL && j->stays[j->n - 1].entry->phase != NULL &&
		    stay.row < j->stays[j->n - 1].row;
		if (stay.back && goes_on(s, &j->stays[j->n - 1], stay.from, &evaluated)) {
			stay.onward = true;
			stay.back = false;
		}
		j->back += stay.back;
		j->stays = alloc_room(j->stays, &cap, j->n + 1, sizeof *j->stays);
		j->stays[j->n++] = stay;
	}
	close_stays(j);
}

void
journey_release(struct journey *j)
{
	free(j->stays);
	memset(j, 0, sizeof *j);
}

const char *
journey_phase(const struct journey *j, const struct journey_stay *stay, enum lang lang)
{
	if (stay->row == j->state->model->nphases)
		return entry_text(stay->entry, FASE_FASE);
	return model_text(&stay->entry->phase->name, lang);
}

void
journey_end_words(struct text *to, const struct journey *j, size_t trajectory, enum lang lang)
{
	const struct trajectory *t = &j->state->trajectories[trajectory];

	if (t->how == TRAJECTORY_UITSTROOM)
		text_addf(to, "%s: %s", label(lang, "Closed"),
		    wording_entry(j->state->model, t->closing, UITSTROOM_REDEN, lang));
	else if (t->how == TRAJECTORY_NIET_GEPLAATST)
		text_addf(to, "%s: %s", label(lang, "Not placed"),
		    wording_entry(j->state->model, t->closing, INTAKE_BESLUIT, lang));
}

date
journey_arrival(const struct entry *doel)
{
	return entry_finished(doel) ? doel->stand->op : DATE_NONE;
}

const char *
journey_goal_number(const struct entry *doel)
{
	const char *key = doel->key;

	return key[0] == 'd' && key[1] != '\0' && key[1 + strspn(key + 1, "0123456789")] == '\0' ?
	    key + 1 : key;
}

/* The trajectory with its stays, which begin at `i`. Returns where those of the next one do. */
static size_t
trajectory_words(struct text *to, const struct journey *j, size_t trajectory, size_t i,
    enum lang lang)
{
	const struct trajectory *t = &j->state->trajectories[trajectory];
	char from[LABEL_DATE_SIZE], until[LABEL_DATE_SIZE];

	text_addf(to, "%s %s.\n", label(lang, trajectory == 0 ? "Registered on" : "Came back on"),
	    label_date(lang, t->begin, from));
	for (; i < j->n && j->stays[i].trajectory == trajectory; i++) {
		const struct journey_stay *stay = &j->stays[i];

		text_addf(to, "%s %s %s", label_date(lang, stay->from, from), label(lang, "to"),
		    stay->last && t->how == TRAJECTORY_OPEN ? label(lang, "now") :
		    label_date(lang, stay->to, until));
		text_addf(to, ": %s%s (%d %s", journey_turn(stay, lang),
		    journey_phase(j, stay, lang), stay->to - stay->from,
		    label(lang, stay->to - stay->from == 1 ? "day" : "days"));
		if (*entry_text(stay->entry, FASE_AFWIJKING) != '\0')
			text_addf(to, ", %s", label(lang, "begun before all was ready"));
		text_adds(to, ").\n");
	}
	if (t->how != TRAJECTORY_OPEN) {
		text_addf(to, "%s ", label_date(lang, t->end, until));
		journey_end_words(to, j, trajectory, lang);
		text_adds(to, ".\n");
	}
	return i;
}

enum journey_flag
journey_flag(const struct fold *s, const struct entry *doel)
{
	if (!entry_finished(doel) && s->trajectories[doel->trajectory].how != TRAJECTORY_OPEN)
		return FLAG_LEFT;
	switch (entry_stand_code(doel)) {
	case STAND_BEHAALD:
		return FLAG_REACHED;
	case STAND_DEELS:
		return FLAG_PARTLY;
	case STAND_GESTOPT:
		return FLAG_STOPPED;
	case STAND_BEZIG:
		return FLAG_BUSY;
	}
	return FLAG_AHEAD;
}

const char *
journey_flag_words(enum journey_flag flag, enum lang lang)
{
	static const char *const words[FLAG_COUNT] = { [FLAG_AHEAD] = "still ahead",
		[FLAG_BUSY] = "in progress", [FLAG_REACHED] = "attained",
		[FLAG_PARTLY] = "partly attained", [FLAG_STOPPED] = "stopped",
		[FLAG_LEFT] = "left open" };

	return label(lang, words[flag]);
}

static void
strength_words(struct text *to, const struct fold *s, enum lang lang)
{
	const struct entry *e;

	for (e = entry_there(s->first[KIND_KRACHT], s->at); e != NULL;
	    e = entry_there(e->next, s->at))
		text_addf(to, "%s, %s: %s.\n", label(lang, "Luggage"),
		    wording_entry(s->model, e, KRACHT_LEEFGEBIED, lang),
		    entry_text(e, KRACHT_TEKST));
}

static void
goal_words(struct text *to, const struct fold *s, enum lang lang)
{
	const struct entry *e;
	char day[LABEL_DATE_SIZE];

	for (e = s->first[KIND_DOEL]; e != NULL; e = e->next) {
		text_addf(to, "%s %s, %s: %s", label(lang, "Destination"), journey_goal_number(e),
		    wording_entry(s->model, e, DOEL_LEEFGEBIED, lang), entry_text(e, DOEL_TEKST));
		text_addf(to, " (%s", journey_flag_words(journey_flag(s, e), lang));
		if (entry_finished(e))
			text_addf(to, ", %s", label_date(lang, journey_arrival(e), day));
		else if (s->trajectories[e->trajectory].how == TRAJECTORY_OPEN &&
		    entry_day(e, DOEL_STREEFDATUM) != DATE_NONE)
			text_addf(to, ", %s %s", label(lang, "aimed at"),
			    label_date(lang, entry_day(e, DOEL_STREEFDATUM), day));
		text_adds(to, ").\n");
	}
}

/* The phases that are still to come, as the model has them. */
static void
ahead_words(struct text *to, const struct journey *j, enum lang lang)
{
	const struct model *m = j->state->model;
	size_t row = j->n > 0 ? j->stays[j->n - 1].row + 1 : 0;

	if (fold_closed(j->state) || row >= m->nphases)
		return;
	text_addf(to, "%s: ", label(lang, "Still to come"));
	for (size_t i = row; i < m->nphases; i++)
		text_addf(to, "%s%s", i > row ? ", " : "", model_text(&m->phases[i].name, lang));
	text_adds(to, ".\n");
}

void
journey_words(struct text *to, const struct journey *j, enum lang lang)
{
	const struct fold *s = j->state;
	const char *worker = person_worker_name(s);
	size_t stays = 0;

	text_addf(to, "%s: %s\n", label(lang, "Question"), entry_text(s->client, CLIENT_HULPVRAAG));
	if (*worker != '\0')
		text_addf(to, "%s: %s.\n", label(lang, "Support worker"), worker);
	for (size_t i = 0; i < s->ntrajectories; i++)
		stays = trajectory_words(to, j, i, stays, lang);
	ahead_words(to, j, lang);
	strength_words(to, s, lang);
	goal_words(to, s, lang);
}

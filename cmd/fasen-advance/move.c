/* SPDX-License-Identifier: ISC */
#include "advance.h"

#include <string.h>

#include "draft.h"
#include "message.h"
#include "model_name.h"
#include "record_one.h"
#include "requirement_sentence.h"
#include "shown.h"

long
move_line(const struct fold *s)
{
	return s->phase != NULL ? s->phase->latest->line : s->client->first->line;
}

static const struct entry *
latest_turn(const struct fold *now)
{
	const struct entry *latest = NULL;
	size_t i;

	for (i = 0; i < now->n; i++) {
		const struct entry *e = &now->entries[i];
		bool turn = e->kind == KIND_FASE || e->kind == KIND_UITSTROOM ||
		    e == fold_trajectory(now)->closing;

		if (turn && e->last != DATE_NONE && (latest == NULL || e->last >= latest->last))
			latest = e;
	}
	return latest;
}

bool
move_day_fits(const struct fold *now, date on, struct problems *problems)
{
	const struct entry *latest = latest_turn(now);
	char to[DATE_SIZE], from[DATE_SIZE];

	if (latest == NULL || on >= latest->last)
		return true;
	problems_add(problems, PROBLEM_ERROR, "order", now->dossier->file, latest->latest->line,
	    schema_name(latest->kind, SLOT_OP),
	    _("%s is before the %s of %s in the dossier; expected that day or later"),
	    date_format(on, to), latest->first->name, date_format(latest->last, from));
	return false;
}

static void
refuse(struct move *m, const struct dossier *d, const char *why)
{
	problems_add(&m->problems, PROBLEM_ERROR, "advance", d->file, move_line(&m->now), NULL,
	    "%s: %s", d->id, why);
}

static void
say_obstacle(struct move *m, const struct dossier *d)
{
	const struct transition *t = &m->transition;
	struct text why = { 0 };

	switch (t->obstacle) {
	case OBSTACLE_NONE:
		break;
	case OBSTACLE_UNKNOWN:
		text_addf(&why,
		    _("the model has no phase \"%s\", so none is next; --to "
		    "and --reden say where to"),
		    shown_or_dots(entry_text(m->state.phase, FASE_FASE)));
		break;
	case OBSTACLE_EVALUATION:
		text_addf(&why,
		    _("%s: an evaluation since the phase was entered decides where to, and there "
		    "is none; --to says where to"), t->from->code);
		break;
	case OBSTACLE_DECISION:
		text_addf(&why,
		    _("%s: the decision \"%s\" leads to no phase of the model; --to says where to"),
		    t->from->code, shown_or_dots(t->decision));
		break;
	case OBSTACLE_LAST:
		text_addf(&why, _("%s is the last phase; --close ends the trajectory"),
		    t->from->code);
		break;
	case OBSTACLE_SAME:
		text_addf(&why, _("is in %s already"), t->from->code);
		break;
	case OBSTACLE_REASON:
		text_addf(&why, _("a move back to %s asks for --reden"), t->to->code);
		break;
	}
	refuse(m, d, text_string(&why));
	text_release(&why);
}

static void
say_unmet(struct move *m, const struct dossier *d, const struct unmet *u)
{
	struct text why = { 0 };

	requirement_sentence(u->condition, &m->state, NULL, message_in_dutch() ? LANG_NL :
	    LANG_EN, &why);
	problems_add(&m->problems, PROBLEM_ERROR, "unmet", d->file, move_line(&m->state),
	    model_names[MODEL_EIST], "%s: %s: %s: %s", d->id,
	    u->phase->code, u->condition->source, text_string(&why));
	text_release(&why);
}

/* Whether an unmet condition already says that an evaluation is lacking. */
static bool
asks_evaluation(const struct transition *t)
{
	size_t i;

	for (i = 0; i < t->n; i++)
		if (t->unmet[i].condition->kind->id == KIND_EVALUATIE)
			return true;
	return false;
}

static bool
allowed(struct move *m, const struct dossier *d)
{
	const struct transition *t = &m->transition;
	size_t i;

	if (t->obstacle == OBSTACLE_NONE && (t->n == 0 || m->override))
		return true;
	for (i = 0; i < t->n && !m->override; i++)
		say_unmet(m, d, &t->unmet[i]);
	if (t->obstacle != OBSTACLE_NONE && (m->override || t->obstacle != OBSTACLE_EVALUATION ||
	    !asks_evaluation(t)))
		say_obstacle(m, d);
	return false;
}

static int
append(struct move *m, struct dossier *d, struct draft *draft)
{
	for (size_t i = 0; i < m->own.n; i++)
		draft_more(draft, m->own.fields[i].slot, m->own.fields[i].value);
	record_one_sign(m->call, draft);
	dossier_append(d, draft);
	draft_release(draft);
	return record_one_settle(m->call, d, false, &m->now);
}

static int
enter(struct move *m, struct dossier *d, const struct model_phase *to)
{
	const struct transition *t = &m->transition;
	struct draft draft;
	size_t i;

	draft_of(&draft, KIND_FASE);
	draft_put(&draft, FASE_FASE, to->code);
	if (m->reason != NULL)
		draft_put(&draft, FASE_REDEN, m->reason);
	if (m->target != NULL)
		draft_put(&draft, FASE_STREEFDATUM, m->target);
	for (i = 0; i < t->n; i++) {
		struct text deviation = { 0 };

		text_addf(&deviation, "%s: %s", t->unmet[i].phase->code,
		    t->unmet[i].condition->source);
		draft_more(&draft, FASE_AFWIJKING, text_string(&deviation));
		text_release(&deviation);
	}
	return append(m, d, &draft);
}

/* Whether the pace is asked for, not a move: a target for the phase that the client is in. */
static bool
asks_pace(const struct move *m)
{
	return m->target != NULL && !m->reopen && !m->override &&
	    (m->to == NULL || (m->now.phase != NULL && m->now.phase->phase == m->to));
}

/* The client's own pace within the present phase. */
static int
set_pace(struct move *m, struct dossier *d)
{
	const struct entry *phase = m->now.phase;
	char since[DATE_SIZE];
	struct draft draft;

	if (phase == NULL) {
		refuse(m, d, _("was never in a phase, so that no pace can be set"));
		return FILTER_ATTENTION;
	}
	if (strcmp(entry_text(phase, FASE_STREEFDATUM), m->target) == 0) {
		refuse(m, d, m->target[0] == '\0' ? _("has no Streefdatum in the present phase") :
		    _("has that Streefdatum in the present phase already"));
		return FILTER_ATTENTION;
	}
	draft_of(&draft, KIND_FASE);
	draft_put(&draft, FASE_FASE, entry_text(phase, FASE_FASE));
	if (m->reason != NULL)
		draft_put(&draft, FASE_REDEN, m->reason);
	draft_put(&draft, FASE_STREEFDATUM, m->target);
	draft_put(&draft, FASE_SINDS, date_format(phase->op, since));
	return append(m, d, &draft);
}

static int
reopen(struct move *m, struct dossier *d)
{
	if (!fold_closed(&m->now)) {
		refuse(m, d, _("is not closed, so there is nothing to reopen"));
		return FILTER_ATTENTION;
	}
	m->transition.n = 0;
	return enter(m, d, m->to != NULL ? m->to : &m->call->model->phases[0]);
}

static int
advance(struct move *m, struct dossier *d)
{
	if (!fold_day(&m->state, d, m->call->model, cmdline_op(m->call), DATE_LAST)) {
		refuse(m, d, _("the client is not registered yet on that day"));
		return FILTER_ATTENTION;
	}
	if (m->to != NULL)
		transition_to(&m->transition, &m->state, m->to, m->reason != NULL);
	else
		transition_next(&m->transition, &m->state);
	if (!allowed(m, d))
		return FILTER_ATTENTION;
	return enter(m, d, m->transition.to);
}

int
move_dossier(struct dossier *d, void *context)
{
	struct move *m = context;
	int answer = FILTER_ATTENTION;

	if (m->refused)
		return answer;
	if (!fold_day(&m->now, d, m->call->model, DATE_LAST, DATE_LAST))
		return FILTER_ATTENTION;
	if (!m->reopen && fold_closed(&m->now)) {
		refuse(m, d, _("the dossier is closed; --reopen begins a new trajectory"));
		return batch_closed(&m->batch, m->call, &m->problems);
	}
	if (move_day_fits(&m->now, cmdline_op(m->call), &m->problems))
		answer = m->reopen ? reopen(m, d) : asks_pace(m) ? set_pace(m, d) : advance(m, d);
	message_problems(&m->problems);
	return answer;
}

void
move_release(struct move *m)
{
	draft_release(&m->own);
	fold_release(&m->now);
	fold_release(&m->state);
	transition_release(&m->transition);
	problems_release(&m->problems);
}

int
batch_closed(struct batch *b, const struct cmdline *c, struct problems *refusal)
{
	if (c->client != NULL) {
		message_problems(refusal);
		return FILTER_ATTENTION;
	}
	if (b->held.n == 0)
		problems_move(&b->held, refusal);
	problems_clear(refusal);
	return 0;
}

int
batch_run(struct batch *b, const struct cmdline *c, filter_act *act, void *context)
{
	struct filter_count count;
	int status = filter_run(FILTER_PASS, c, act, context, &count);

	if (count.read > 1)
		problems_clear(&b->held);
	if (b->held.n > 0 && status == 0)
		status = 1;
	message_problems(&b->held);
	problems_release(&b->held);
	filter_count_release(&count);
	return status;
}

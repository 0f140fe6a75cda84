/* SPDX-License-Identifier: ISC */
#include "plan.h"

#include <stdlib.h>
#include <string.h>

#include "goals.h"
#include "shown.h"
#include "utf8.h"

static void
signal_add(struct problems *problems, const char *code, const char *file, long line, enum kind kind,
    enum slot slot, const char *text, const char *what)
{
	problems_add(problems, PROBLEM_WARNING, code, file, line, schema_name(kind, slot),
	    text, what);
}

/* Of what was recorded: where that stands in the dossier, unless it is to be recorded yet. */
static void
signal_of(struct problems *problems, const char *code, const struct fold *s, const char *file,
    long line, const struct field *of, const char *name, const char *text, const char *what)
{
	bool read = dossier_appended_at(s->dossier, of->line) == (size_t)-1;

	problems_add(problems, PROBLEM_WARNING, code, read ? s->dossier->file : file,
	    read ? of->line : line, name, text, what);
}

static bool
one_of(const char *word, size_t n, const char *const *words)
{
	for (; *words != NULL; words++)
		if (strlen(*words) == n && memcmp(*words, word, n) == 0)
			return true;
	return false;
}

/* The next word of a folded text; NULL at its end. */
static const char *
next_word(const char *s, size_t *n)
{
	s += *n;
	s += strspn(s, " ");
	*n = strcspn(s, " ");
	return *n == 0 ? NULL : s;
}

/*
 * Whether a goal is said by another than the client: "The client will ...", "Client dient ...",
 * "Jan moet ...".
 */
static bool
of_another(const char *goal)
{
	static const char *const articles[] = { "de", "deze", "onze", "the", "this", NULL };
	static const char *const clients[] = { "client", "clients", "clienten", "cliente",
	    "betrokkene", "bewoner", NULL };
	static const char *const own[] = { "ik", "wij", "we", "het", "er", "dat", "dit", "alles",
	    "niets", "i", "it", "that", "this", "everything", "nothing", "there", NULL };
	static const char *const must[] = { "moet", "dient", "must", "should", NULL };
	char *folded = utf8_fold(goal);
	size_t n = 0;
	const char *s = next_word(folded, &n);
	bool found, others;

	if (s != NULL && one_of(s, n, articles))
		s = next_word(s, &n);
	found = s != NULL && one_of(s, n, clients);
	others = s != NULL && !one_of(s, n, own);
	s = s == NULL ? NULL : next_word(s, &n);
	found = found || (others && s != NULL && one_of(s, n, must));
	free(folded);
	return found;
}

static void
goal_signals(const struct draft *d, const struct fold *s, const char *file, long line,
    struct problems *problems)
{
	const char *text = draft_text(d, DOEL_TEKST);
	const struct entry *e = fold_keyed(s, KIND_DOEL, draft_text(d, DOEL_DOEL));

	if (text != NULL && of_another(text))
		signal_add(problems, "words", file, line, KIND_DOEL, DOEL_TEKST,
		    _("%s is not in the client's own words; expected them: I ..."),
		    shown_or_dots(draft_text(d, DOEL_DOEL)));
	if (e != NULL && entry_at(e, DOEL_STREEFDATUM) == NULL &&
	    (e->first == e->latest || draft_text(d, DOEL_STREEFDATUM) != NULL))
		signal_add(problems, "no-date", file, line, KIND_DOEL, DOEL_STREEFDATUM,
		    _("%s has no target date"), shown_or_dots(e->key));
}

/* Goals that nobody works on, or the worker alone. */
static void
action_signals(const struct fold *s, const char *file, long line, struct problems *problems)
{
	const struct entry *goal, *action;
	struct goals goals;

	goals_read(&goals, s);
	for (goal = s->first[KIND_DOEL]; goal != NULL; goal = goal->next) {
		size_t actions = 0, workers = 0;

		if (entry_finished(goal) || !fold_current(s, goal))
			continue;
		for (action = NULL;
		    (action = goals_next_action(&goals, goal->key, action)) != NULL; ) {
			actions++;
			workers += entry_code(action, WERKPUNT_WIE) == WIE_BEGELEIDER;
		}
		if (actions == 0)
			signal_of(problems, "no-action", s, file, line,
			    record_at(goal->first, DOEL_DOEL),
			    schema_name(KIND_WERKPUNT, WERKPUNT_WERKPUNT), _("%s has no action"),
			    shown_or_dots(goal->key));
		else if (actions == workers)
			signal_of(problems, "worker-alone", s, file, line,
			    record_at(goal->first, DOEL_DOEL),
			    schema_name(KIND_WERKPUNT, WERKPUNT_WIE),
			    _("all actions of %s are the worker's; what does the "
			    "client or the network do?"), shown_or_dots(goal->key));
	}
	goals_release(&goals);
}

static bool
goal_on(const struct fold *s, const char *domain)
{
	const struct entry *e = s->first[KIND_DOEL];

	while (e != NULL &&
	    (!fold_current(s, e) || strcmp(entry_text(e, DOEL_LEEFGEBIED), domain) != 0))
		e = e->next;
	return e != NULL;
}

static void
concern_signals(const struct fold *s, bool goals, const char *file, long line,
    struct problems *problems)
{
	const struct entry *e;

	for (e = s->first[KIND_LEEFGEBIED]; e != NULL; e = e->next) {
		const struct field *concern = entry_at(e, LEEFGEBIED_ZORG);

		if (concern == NULL)
			continue;
		if (!fold_strength_on(s, e->key))
			signal_of(problems, "no-strength", s, file, line, concern,
			    concern->name, _("%s has a concern and no strength"),
			    shown_or_dots(e->key));
		if (goals && !goal_on(s, e->key))
			signal_of(problems, "no-goal", s, file, line, concern,
			    concern->name, _("%s has a concern and no goal"),
			    shown_or_dots(e->key));
	}
}

/* What happens now to a goal of an earlier trajectory stands in no plan. */
static void
trajectory_signals(const struct draft *d, const struct fold *s, const char *file, long line,
    struct problems *problems)
{
	enum slot of_goal = d->kind == KIND_DOEL ? DOEL_DOEL :
	    d->kind == KIND_WERKPUNT ? WERKPUNT_DOEL : STAND_DOEL;
	enum slot of_action = d->kind == KIND_WERKPUNT ? WERKPUNT_WERKPUNT : STAND_WERKPUNT;
	const char *goal = draft_text(d, of_goal), *action = d->kind == KIND_DOEL ? NULL :
	    draft_text(d, of_action);
	const struct entry *e = action == NULL ? NULL : fold_keyed(s, KIND_WERKPUNT, action);

	if (e != NULL)
		goal = entry_text(e, WERKPUNT_DOEL);
	e = goal == NULL ? NULL : fold_keyed(s, KIND_DOEL, goal);
	if (e != NULL && e->trajectory + 1 < s->ntrajectories &&
	    date_parse(draft_text(d, SLOT_OP)) >= fold_trajectory(s)->begin)
		signal_add(problems, "earlier", file, line, d->kind,
		    action != NULL ? of_action : of_goal,
		    _("%s is a goal of an earlier trajectory, which the plan of now does not show"),
		    shown_or_dots(e->key));
}

void
plan_signals(const struct draft *d, const struct fold *s, const char *file, long line,
    struct problems *problems)
{
	bool plan;

	if (d->kind == KIND_DOEL)
		goal_signals(d, s, file, line, problems);
	if (d->kind == KIND_DOEL || d->kind == KIND_WERKPUNT || d->kind == KIND_STAND)
		trajectory_signals(d, s, file, line, problems);
	if (d->kind != KIND_AKKOORD || draft_code(d, AKKOORD_AKKOORD) != AKKOORD_JA)
		return;
	plan = draft_code(d, AKKOORD_WAAROP) == WAAROP_PLAN;
	if (plan)
		action_signals(s, file, line, problems);
	if (plan || draft_code(d, AKKOORD_WAAROP) == WAAROP_PERSOONSBESCHRIJVING)
		concern_signals(s, plan, file, line, problems);
}

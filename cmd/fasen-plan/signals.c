#include "plan.h"

#include <stdlib.h>
#include <string.h>

#include "utf8.h"

static void
signal_add(struct problems *problems, const char *code, const char *file, long line, const char *field,
    const char *text, const char *what)
{
	problems_add(problems, PROBLEM_WARNING, code, file, line, field, text, what);
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

/* Whether a goal is said by another than the client: "The client will ...", "Client dient ...", "Jan moet ...". */
static bool
of_another(const char *goal)
{
	static const char *const articles[] = { "de", "deze", "onze", "the", "this", NULL };
	static const char *const clients[] = { "client", "clients", "clienten", "cliente", "betrokkene", "bewoner", NULL };
	static const char *const own[] = { "ik", "wij", "we", "het", "er", "dat", "dit", "alles", "niets", "i", "it", "that", "this",
	    "everything", "nothing", "there", NULL };
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
goal_signals(const struct draft *d, const struct state *s, const char *file, long line, struct problems *problems)
{
	const char *text = draft_value(d, "Tekst");
	const struct entry *e = state_find(s, "doel", draft_value(d, "Doel"));

	if (text != NULL && of_another(text))
		signal_add(problems, "words", file, line, "Tekst",
		    _("%s is not in the client's own words; expected them: I ..."), draft_value(d, "Doel"));
	if (e != NULL && entry_value(e, "Streefdatum")[0] == '\0' &&
	    (e->first == e->latest || draft_value(d, "Streefdatum") != NULL))
		signal_add(problems, "no-date", file, line, "Streefdatum", _("%s has no target date"), e->key);
}

/* Goals that nobody works on, or the worker alone. */
static void
action_signals(const struct state *s, const char *file, long line, struct problems *problems)
{
	const struct entry *goal, *action;

	for (size_t i = 0; (goal = state_next(s, "doel", &i)) != NULL; ) {
		size_t actions = 0, workers = 0;

		if (entry_finished(goal) || goal->trajectory + 1 != s->ntrajectories)
			continue;
		for (size_t j = 0; (action = state_next(s, "werkpunt", &j)) != NULL; )
			if (strcmp(entry_value(action, "Doel"), goal->key) == 0) {
				actions++;
				workers += strcmp(entry_value(action, "Wie"), "begeleider") == 0;
			}
		if (actions == 0)
			signal_add(problems, "no-action", file, line, "Werkpunt", _("%s has no action"), goal->key);
		else if (actions == workers)
			signal_add(problems, "worker-alone", file, line, "Wie",
			    _("all actions of %s are the worker's; what does the client or the network do?"), goal->key);
	}
}

static bool
on_domain(const struct state *s, const char *kind, const char *domain)
{
	const struct entry *e;

	for (size_t i = 0; (e = state_next(s, kind, &i)) != NULL; )
		if (strcmp(entry_value(e, "Leefgebied"), domain) == 0 &&
		    (strcmp(kind, "doel") != 0 || e->trajectory + 1 == s->ntrajectories))
			return true;
	return false;
}

static void
concern_signals(const struct state *s, bool goals, const char *file, long line, struct problems *problems)
{
	const struct entry *e;

	for (size_t i = 0; (e = state_next(s, "leefgebied", &i)) != NULL; ) {
		if (entry_value(e, "Zorg")[0] == '\0')
			continue;
		if (!on_domain(s, "kracht", e->key))
			signal_add(problems, "no-strength", file, line, "Zorg", _("%s has a concern and no strength"), e->key);
		if (goals && !on_domain(s, "doel", e->key))
			signal_add(problems, "no-goal", file, line, "Zorg", _("%s has a concern and no goal"), e->key);
	}
}

/* What happens now to a goal of an earlier trajectory stands in no plan. */
static void
trajectory_signals(const struct draft *d, const struct state *s, const char *file, long line, struct problems *problems)
{
	const char *goal = draft_value(d, "Doel"), *action = draft_value(d, "Werkpunt");
	const struct entry *e = action == NULL ? NULL : state_find(s, "werkpunt", action);

	if (e != NULL)
		goal = entry_value(e, "Doel");
	e = goal == NULL ? NULL : state_find(s, "doel", goal);
	if (e != NULL && e->trajectory + 1 < s->ntrajectories && date_parse(draft_value(d, "Op")) >= state_trajectory(s)->begin)
		signal_add(problems, "earlier", file, line, action != NULL ? "Werkpunt" : "Doel",
		    _("%s is a goal of an earlier trajectory, which the plan of now does not show"), e->key);
}

void
plan_signals(const struct draft *d, const struct state *s, const char *file, long line, struct problems *problems)
{
	const char *on = draft_value(d, "Waarop"), *yes = draft_value(d, "Akkoord");
	bool plan;

	if (strcmp(d->kind_name, "doel") == 0)
		goal_signals(d, s, file, line, problems);
	if (strcmp(d->kind_name, "notitie") != 0)
		trajectory_signals(d, s, file, line, problems);
	if (strcmp(d->kind_name, "akkoord") != 0 || on == NULL || yes == NULL || strcmp(yes, "ja") != 0)
		return;
	plan = strcmp(on, "plan") == 0;
	if (plan)
		action_signals(s, file, line, problems);
	if (plan || strcmp(on, "persoonsbeschrijving") == 0)
		concern_signals(s, plan, file, line, problems);
}

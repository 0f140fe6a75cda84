#include "plan.h"

#include <string.h>

#include "filter.h"
#include "message.h"
#include "numbering.h"
#include "recording.h"

/* What each verb records: its kind and the field that is its value. */
static const struct what {
	int key;
	const char *kind, *field;
	const char *asks[3];	/* fields that a new goal or action asks for besides; events' own are known */
} whats[] = {
	{ PLAN_GOAL, "doel", "Tekst", { "Leefgebied", NULL } },
	{ PLAN_ACTION, "werkpunt", "Tekst", { "Doel", "Wie", NULL } },
	{ PLAN_STATUS, "stand", "Stand", { NULL } },
	{ PLAN_AGREE, "akkoord", "Waarop", { NULL } },
	{ PLAN_REFUSE, "akkoord", "Waarop", { NULL } },
	{ PLAN_EVALUATE, "evaluatie", "Besluit", { NULL } },
	{ PLAN_NOTE, "notitie", "Tekst", { NULL } },
};

struct plan {
	struct recording recording;
	bool number;		/* the command gives the id */
	bool given;		/* an id was asked for by option */
};

int
plan_append(struct recording *r, struct dossier *d)
{
	int answer = recording_append(r, d);

	if (answer == 0) {
		plan_signals(&r->draft, &r->state, d->file, d->line, &r->problems);
		message_problems(&r->problems);
	}
	return answer;
}

/* The id of the goal or action: the next one, or the one asked for when nothing ever had it. */
static bool
give_id(struct plan *p, const struct dossier *d)
{
	struct recording *r = &p->recording;
	const char *key = schema_key(r->draft.kind)->name;
	struct text next = { 0 };
	bool good = true;

	if (strcmp(key, "Doel") == 0)
		number_goal(d, &next);
	else
		number_action(d, draft_value(&r->draft, "Doel"), &next);
	if (!p->given)
		draft_set(&r->draft, key, text_string(&next));
	else if (number_taken(d, draft_value(&r->draft, key))) {
		problems_add(&r->problems, PROBLEM_ERROR, "taken", d->file, d->line, key,
		    _("\"%s\" was used before and is never used again; leave it out, or use %s"),
		    draft_value(&r->draft, key), text_string(&next));
		message_problems(&r->problems);
		good = false;
	}
	text_release(&next);
	return good;
}

static int
act(struct dossier *d, void *context)
{
	struct plan *p = context;

	if (p->recording.refused)
		return FILTER_ATTENTION;
	if (p->number && !give_id(p, d))
		return FILTER_ATTENTION;
	return plan_append(&p->recording, d);
}

static void
need(const struct draft *d, const char *field, const char *verb)
{
	const char *value = draft_value(d, field);

	if (value == NULL || value[0] == '\0')
		message_usage(_("%s: %s is missing; expected it as an option"), verb, field);
}

static void
status_of_one(const struct draft *d)
{
	bool goal = draft_value(d, "Doel") != NULL, action = draft_value(d, "Werkpunt") != NULL;

	if (goal == action)
		message_usage(_("--status asks for --doel or --werkpunt, one of them"));
}

static const struct what *
what_of(int key)
{
	const struct what *w = whats;

	while (w->key != key)
		w++;
	return w;
}

static bool
given(const struct call *c, const char *field)
{
	for (size_t i = 0; i < c->nfields; i++)
		if (strcmp(c->fields[i].option, field) == 0)
			return true;
	return false;
}

static int
record(struct call *c, const struct verb *v)
{
	const struct what *w = what_of(v->key);
	struct plan p = { 0 };
	struct recording *r = &p.recording;
	const struct schema_field *key;
	int status;

	verb_text(v);
	recording_begin(r, c, w->kind);
	key = schema_key(r->draft.kind);
	draft_set(&r->draft, w->field, v->value);
	if (v->key == PLAN_AGREE || v->key == PLAN_REFUSE)
		draft_set(&r->draft, "Akkoord", v->key == PLAN_AGREE ? "ja" : "nee");
	p.number = key != NULL;
	p.given = p.number && given(c, key->name);
	if (p.number && !p.given)
		draft_set(&r->draft, key->name, "d");	/* in place of the id that each dossier gives */
	recording_ready(r, v->option);
	for (size_t i = 0; w->asks[i] != NULL; i++)
		need(&r->draft, w->asks[i], v->option);
	if (p.given)
		need(&r->draft, key->name, v->option);
	if (v->key == PLAN_STATUS)
		status_of_one(&r->draft);
	status = filter_run(c, act, &p);
	recording_release(r);
	return status;
}

int
plan_record(struct call *c, const struct verb *v)
{
	return v->key == PLAN_AMEND ? plan_amend(c, v) : record(c, v);
}

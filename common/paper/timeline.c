#include "timeline.h"

#include <stdlib.h>
#include <string.h>

#include "memory.h"
#include "wording.h"

/*
 * By kind: the fields of timeline_facts, and those that the sentence says or that have no place in a history. One of the
 * two names of a subject is enough.
 */
struct telling {
	const char *kind, *subject, *subject2, *value, *who, *text;
	const char *told;	/* separated by blanks */
};

static const struct telling tellings[] = {
	{ "client", "", "", "", "", "Hulpvraag", "Naam Roepnaam Geboren Aangemeld Contact BSN Extern Formaat" },
	{ "intake", "", "", "Besluit", "", "Reden", "Besluit" },
	{ "fase", "", "", "Fase", "", "Reden", "Fase" },
	{ "leefgebied", "Leefgebied", "", "Score", "", "Situatie", "Leefgebied Score Schaal" },
	{ "kracht", "Leefgebied", "", "Soort", "", "Tekst", "Leefgebied Soort Tekst" },
	{ "netwerk", "Leefgebied", "", "Relatie", "Naam", "Geeft", "Naam Relatie" },
	{ "doel", "Doel", "", "Leefgebied", "", "Tekst", "Doel Tekst Leefgebied" },
	{ "werkpunt", "Werkpunt", "", "Doel", "Wie", "Tekst", "Werkpunt Doel Tekst" },
	{ "stand", "Werkpunt", "Doel", "Stand", "", "Toelichting", "Werkpunt Doel Stand" },
	{ "akkoord", "Waarop", "", "Akkoord", "Wie", "Opmerking", "Waarop Akkoord Wie Met" },
	{ "evaluatie", "Soort", "", "Besluit", "", "Toelichting", "Soort Besluit" },
	{ "notitie", "Doel", "", "", "", "Tekst", "Tekst" },
	{ "uitstroom", "", "", "Reden", "", "Toelichting", "Reden" },
};

static const struct telling unknown = { "", "", "", "", "", "", "" };

static const struct telling *
telling(const struct record *r)
{
	size_t i;

	for (i = 0; i < sizeof tellings / sizeof tellings[0]; i++)
		if (strcmp(tellings[i].kind, r->name) == 0)
			return &tellings[i];
	return &unknown;
}

static int
by_day_then_place(const void *a, const void *b)
{
	const struct timeline_event *x = a, *y = b;

	if (x->opening != y->opening)
		return x->opening ? -1 : 1;
	if (x->day != y->day)
		return x->day < y->day ? -1 : 1;
	return x->record < y->record ? -1 : x->record > y->record;
}

/* Whether the state counts the record. */
static bool
counts(const struct state *s, const struct record *r, date registered)
{
	date recorded = record_date(r, "Vastgelegd"), op = record_date(r, "Op");

	if (recorded == DATE_NONE)
		recorded = op == DATE_NONE ? registered : op;
	return recorded <= s->known && (op <= s->at || r == &s->dossier->records[0]);
}

/* Trajectories and ways back, from the entries of the fases and in their order. */
static void
place_phases(struct timeline *t)
{
	const struct state *s = t->state;
	const struct entry *fase, *before = NULL;
	size_t i, next = 0, trajectory = 0;

	for (i = 0; i < t->n; i++) {
		struct timeline_event *e = &t->events[i];

		if (strcmp(e->record->name, "fase") == 0 && (fase = state_next(s, "fase", &next)) != NULL) {
			e->back = before != NULL && before->trajectory == fase->trajectory && before->phase != NULL &&
			    fase->phase != NULL && fase->phase < before->phase;
			trajectory = fase->trajectory;
			before = fase;
		}
		e->trajectory = trajectory;
	}
}

void
timeline_begin(struct timeline *t, const struct state *s)
{
	date registered = record_date(&s->dossier->records[0], "Aangemeld");
	size_t i;

	memset(t, 0, sizeof *t);
	t->state = s;
	t->events = memory_new(s->dossier->n, sizeof *t->events);
	for (i = 0; i < s->dossier->n; i++) {
		const struct record *r = &s->dossier->records[i];
		struct timeline_event *e = &t->events[t->n];

		if (!counts(s, r, registered))
			continue;
		e->record = r;
		e->opening = i == 0;
		e->day = i == 0 ? registered : record_date(r, "Op");
		t->n++;
	}
	qsort(t->events, t->n, sizeof *t->events, by_day_then_place);
	for (i = 0; i < t->n; i++)
		if (t->events[i].day == DATE_NONE)
			t->events[i].day = registered;
	place_phases(t);
}

void
timeline_release(struct timeline *t)
{
	free(t->events);
	memset(t, 0, sizeof *t);
}

struct timeline_facts
timeline_facts(const struct timeline_event *e)
{
	const struct telling *t = telling(e->record);
	struct timeline_facts facts;

	facts.subject = record_value(e->record, t->subject);
	if (facts.subject[0] == '\0')
		facts.subject = record_value(e->record, t->subject2);
	facts.value = record_value(e->record, t->value);
	facts.who = record_value(e->record, t->who);
	facts.text = record_value(e->record, t->text);
	return facts;
}

/* A field of the record in words. */
static const char *
words(const struct timeline *t, const struct record *r, const char *field, enum lang lang)
{
	const struct field *f = record_field(r, field);

	return f == NULL ? "" : wording_value(t->state->model, f->spec, f->value, lang);
}

/* The score with its meaning, and the one before it on that scale. */
static void
score_sentence(struct text *to, const struct timeline *t, const struct record *r, enum lang lang)
{
	const struct state *s = t->state;
	const struct model_scale *scale = model_scale(s->model, record_value(r, "Schaal"));
	const struct score *score, *before = NULL;
	size_t i;

	text_adds(to, words(t, r, "Leefgebied", lang));
	if (record_value(r, "Score")[0] == '\0')
		return;
	text_addf(to, ": %s", record_value(r, "Score"));
	for (i = 0; i < s->nscores; i++) {
		score = &s->scores[i];
		if (score->record == r)
			break;
		if (strcmp(score->domain, record_value(r, "Leefgebied")) == 0 && scale != NULL && strcmp(score->scale, scale->code) == 0)
			before = score;
	}
	if (i == s->nscores)
		return;
	if (scale != NULL && model_score_label(scale, s->scores[i].value, lang)[0] != '\0')
		text_addf(to, ", %s", model_score_label(scale, s->scores[i].value, lang));
	if (before != NULL)
		text_addf(to, " (%s %ld)", label(lang, "was"), before->value);
}

/* "action point d1.1 (Ask the housing office): attained" */
static void
stand_sentence(struct text *to, const struct timeline *t, const struct record *r, enum lang lang)
{
	const char *action = record_value(r, "Werkpunt"), *goal = record_value(r, "Doel");
	const struct entry *of = action[0] != '\0' ? state_find(t->state, "werkpunt", action) : state_find(t->state, "doel", goal);

	text_addf(to, "%s %s", label(lang, action[0] != '\0' ? "action point" : "goal"), action[0] != '\0' ? action : goal);
	if (of != NULL && entry_value(of, "Tekst")[0] != '\0')
		text_addf(to, " (%s)", entry_value(of, "Tekst"));
	text_addf(to, ": %s", words(t, r, "Stand", lang));
}

/* "client agrees with the plan" */
static void
agreement_sentence(struct text *to, const struct timeline *t, const struct record *r, enum lang lang)
{
	text_addf(to, "%s: %s, %s", words(t, r, "Waarop", lang), words(t, r, "Wie", lang),
	    label(lang, strcmp(record_value(r, "Akkoord"), "ja") == 0 ? "agreed" :
	    strcmp(record_value(r, "Akkoord"), "nee") == 0 ? "not agreed" : record_value(r, "Akkoord")));
	if (record_value(r, "Met")[0] != '\0')
		text_addf(to, " (%s %s)", label(lang, "with"), record_value(r, "Met"));
}

void
timeline_sentence(struct text *to, const struct timeline *t, const struct timeline_event *e, enum lang lang)
{
	const struct record *r = e->record;
	const char *kind = r->name;

	if (strcmp(kind, "client") == 0)
		text_adds(to, label(lang, e->opening ? "registered" : "details changed"));
	else if (strcmp(kind, "intake") == 0)
		text_adds(to, words(t, r, "Besluit", lang));
	else if (strcmp(kind, "fase") == 0)
		text_addf(to, "%s%s", e->back ? label(lang, "back to ") : "", words(t, r, "Fase", lang));
	else if (strcmp(kind, "leefgebied") == 0)
		score_sentence(to, t, r, lang);
	else if (strcmp(kind, "kracht") == 0)
		text_addf(to, "%s, %s: %s", words(t, r, "Leefgebied", lang), words(t, r, "Soort", lang), record_value(r, "Tekst"));
	else if (strcmp(kind, "netwerk") == 0)
		text_addf(to, record_value(r, "Relatie")[0] != '\0' ? "%s, %s" : "%s%s", record_value(r, "Naam"), record_value(r, "Relatie"));
	else if (strcmp(kind, "doel") == 0)
		text_addf(to, "%s%s%s: %s", record_value(r, "Doel"), record_value(r, "Leefgebied")[0] != '\0' ? ", " : "",
		    words(t, r, "Leefgebied", lang), record_value(r, "Tekst"));
	else if (strcmp(kind, "werkpunt") == 0)
		text_addf(to, "%s: %s", record_value(r, "Werkpunt"), record_value(r, "Tekst"));
	else if (strcmp(kind, "stand") == 0)
		stand_sentence(to, t, r, lang);
	else if (strcmp(kind, "akkoord") == 0)
		agreement_sentence(to, t, r, lang);
	else if (strcmp(kind, "evaluatie") == 0)
		text_addf(to, "%s: %s", words(t, r, "Soort", lang), words(t, r, "Besluit", lang));
	else if (strcmp(kind, "notitie") == 0)
		text_adds(to, record_value(r, "Tekst"));
	else if (strcmp(kind, "uitstroom") == 0)
		text_adds(to, words(t, r, "Reden", lang));
}

/* Whether the name is one of the words of the list. */
static bool
listed(const char *list, const char *name)
{
	size_t n = strlen(name);
	const char *s;

	for (s = list; (s = strstr(s, name)) != NULL; s += n)
		if ((s == list || s[-1] == ' ') && (s[n] == ' ' || s[n] == '\0'))
			return true;
	return false;
}

void
timeline_details(struct text *to, const struct timeline *t, const struct timeline_event *e, enum lang lang)
{
	const struct record *r = e->record;
	const char *told = telling(r)->told, *before = "";
	size_t i;

	for (i = 2; i < r->n; i++) {
		const struct field *f = &r->fields[i];

		if (strcmp(f->name, "Op") == 0 || strcmp(f->name, "Door") == 0 || listed(told, f->name))
			continue;
		if (f->value[0] == '\0' && (r->kind == NULL || !r->kind->amends))
			continue;
		if (strcmp(before, f->name) == 0)
			text_addf(to, "; %s", wording_value(t->state->model, f->spec, f->value, lang));
		else {
			if (to->len > 0)
				text_addc(to, '\n');
			wording_field(to, r->name, f->name, lang);
			text_addf(to, ": %s", f->value[0] == '\0' ? label(lang, "no longer") :
			    wording_value(t->state->model, f->spec, f->value, lang));
		}
		before = f->name;
	}
}

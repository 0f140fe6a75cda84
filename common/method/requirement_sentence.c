#include "requirement_sentence.h"

#include <string.h>

#include "requirement.h"
#include "schema.h"

/* What one record of a kind is called, and more of them. */
static const struct noun {
	const char *kind, *nl, *nl_more, *en, *en_more;
} nouns[] = {
	{ "client", "gegeven van de cliënt", "gegevens van de cliënt", "client record", "client records" },
	{ "intake", "intakebesluit", "intakebesluiten", "intake decision", "intake decisions" },
	{ "fase", "fase", "fasen", "phase", "phases" },
	{ "leefgebied", "leefgebied", "leefgebieden", "life domain", "life domains" },
	{ "kracht", "kracht", "krachten", "strength", "strengths" },
	{ "netwerk", "netwerklid", "netwerkleden", "network member", "network members" },
	{ "doel", "doel", "doelen", "goal", "goals" },
	{ "werkpunt", "werkpunt", "werkpunten", "action point", "action points" },
	{ "stand", "stand", "standen", "status", "statuses" },
	{ "akkoord", "akkoord", "akkoorden", "agreement", "agreements" },
	{ "evaluatie", "evaluatie", "evaluaties", "evaluation", "evaluations" },
	{ "notitie", "notitie", "notities", "note", "notes" },
	{ "uitstroom", "uitstroom", "uitstromen", "outflow", "outflows" },
};

static const char *
noun_of(const struct condition *c, enum lang lang)
{
	size_t i;

	for (i = 0; i < sizeof nouns / sizeof *nouns; i++)
		if (strcmp(nouns[i].kind, c->kind->name) == 0) {
			if (lang == LANG_NL)
				return c->count > 1 ? nouns[i].nl_more : nouns[i].nl;
			return c->count > 1 ? nouns[i].en_more : nouns[i].en;
		}
	return c->kind->name;
}

/* What is counted: "werkpunt", "kracht met Soort contact", "waarden van Vraag". */
static void
subject(const struct condition *c, enum lang lang, struct text *to)
{
	bool nl = lang == LANG_NL;

	if (strcmp(c->kind->name, "akkoord") == 0 && c->value != NULL && strcmp(c->field, "Waarop") == 0)
		text_addf(to, nl ? "%s op %s" : "%s on %s", noun_of(c, lang), c->value);
	else if (c->value != NULL)
		text_addf(to, nl ? "%s met %s \"%s\"" : "%s with %s \"%s\"", noun_of(c, lang), c->field, c->value);
	else if (c->field == NULL)
		text_adds(to, noun_of(c, lang));
	else if (c->count == 1)
		text_addf(to, nl ? "%s met %s" : "%s with %s", noun_of(c, lang), c->field);
	else
		text_addf(to, nl ? "waarden van %s" : "values of %s", c->field);
}

/* What is no id may be text that went astray, which no message shows. */
static void
list_lacks(const struct condition *c, const struct state *s, date since, struct text *to)
{
	const char *lack, *comma = "";
	size_t i = 0;

	while ((lack = requirement_lacks(c, s, since, &i)) != NULL) {
		text_addf(to, "%s%s", comma, schema_client_id(lack) ? lack : "\xE2\x80\xA6");
		comma = ", ";
	}
}

/* Kinds of which the latest record is the one that counts: their fields are filled in or not. */
static bool
single(const struct condition *c)
{
	return strcmp(c->kind->name, "client") == 0 || strcmp(c->kind->name, "intake") == 0;
}

static void
say_per(const struct condition *c, bool nl, enum lang lang, struct text *to)
{
	if (strcmp(c->kind->name, "leefgebied") == 0 && c->field == NULL) {
		text_adds(to, nl ? "nog te bekijken" : "still to be looked at");
		return;
	}
	if (c->count > 1)
		text_addf(to, nl ? "nog geen %ld " : "not yet %ld ", c->count);
	else
		text_adds(to, nl ? "nog geen " : "no ");
	if (strcmp(c->kind->name, "leefgebied") == 0)
		text_addf(to, c->value == NULL ? "%s" : "%s \"%s\"", c->field, c->value);
	else
		subject(c, lang, to);
	if (!nl && c->count == 1)
		text_adds(to, " yet");
}

static void
say_count(const struct condition *c, const struct state *s, date since, bool nl, enum lang lang, struct text *to)
{
	if (c->count > 1) {
		text_addf(to, nl ? "%ld van ten minste %ld " : "%ld of at least %ld ", requirement_count(c, s, since), c->count);
		subject(c, lang, to);
	} else if (single(c) && c->value != NULL) {
		text_addf(to, nl ? "%s is nog niet \"%s\"" : "%s is not \"%s\" yet", c->field, c->value);
	} else if (single(c) && c->field != NULL) {
		text_addf(to, nl ? "%s is nog niet ingevuld" : "%s is not filled in yet", c->field);
	} else {
		text_adds(to, nl ? "nog geen " : "no ");
		subject(c, lang, to);
		if (!nl)
			text_adds(to, " yet");
	}
}

void
requirement_sentence(const struct condition *c, const struct state *s, date since, enum lang lang, struct text *to)
{
	bool nl = lang == LANG_NL;

	if (c->per == PER_NOTHING)
		say_count(c, s, since, nl, lang, to);
	else
		say_per(c, nl, lang, to);
	if (c->since_phase)
		text_adds(to, nl ? " sinds het begin van de fase" : " since the phase was entered");
	if (c->per != PER_NOTHING) {
		if (strcmp(c->kind->name, "leefgebied") == 0 && c->field == NULL)
			text_adds(to, ": ");
		else if (c->per == PER_DOEL)
			text_adds(to, nl ? " bij doel: " : " for goal: ");
		else
			text_adds(to, nl ? " bij leefgebied: " : " for domain: ");
		list_lacks(c, s, since, to);
	}
}

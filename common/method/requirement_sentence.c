/* SPDX-License-Identifier: ISC */
#include "requirement_sentence.h"

#include <string.h>

#include "requirement.h"
#include "schema.h"
#include "shown.h"

static const struct noun {
	const char *nl, *nl_more, *en, *en_more;
} nouns[KINDS] = {
#define NOUN(kind, nl, nl_more, en, en_more) [KIND_##kind] = { nl, nl_more, en, en_more },
#include "nouns.def"
};

static const char *
noun_of(const struct condition *c, enum lang lang)
{
	const struct noun *noun = &nouns[c->kind->id];

	if (noun->nl == NULL)
		return c->kind->name;
	if (lang == LANG_NL)
		return c->count > 1 ? noun->nl_more : noun->nl;
	return c->count > 1 ? noun->en_more : noun->en;
}

/* Other words stand for themselves. */
static const struct {
	const char *const *code;
	const char *nl, *en;
} words[] = {
#define WORD(list, code, nl, en) { &list##_words[list##_##code], nl, en },
#include "nouns.def"
};

static const char *
word_of(const char *code, enum lang lang)
{
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (strcmp(*words[i].code, code) == 0)
			return lang == LANG_NL ? words[i].nl : words[i].en;
	return code;
}

/* "a, b or c": as words, or as they stand between quotes. */
static void
add_values(const struct condition_ask *ask, bool quoted, enum lang lang, struct text *to)
{
	for (size_t i = 0; i < ask->n; i++) {
		if (i > 0)
			text_adds(to, i + 1 < ask->n ? ", " : lang == LANG_NL ? " of " : " or ");
		if (quoted)
			text_addf(to, "\"%s\"", ask->values[i]);
		else
			text_adds(to, word_of(ask->values[i], lang));
	}
}

/* "Soort "kennis" en Leefgebied "wonen"", from the i-th on; the first behind `before`. */
static void
add_asks(const struct condition *c, size_t i, const char *before, enum lang lang, struct text *to)
{
	for (; i < c->nasks; i++) {
		text_addf(to, "%s%s ", before, c->asks[i].field);
		add_values(&c->asks[i], true, lang, to);
		before = lang == LANG_NL ? " en " : " and ";
	}
}

/* "akkoord van de cliënt of de vertegenwoordiger met het plan" */
static void
add_agreement(const struct condition *c, enum lang lang, struct text *to)
{
	const struct condition_ask *who = condition_asks(c, AKKOORD_WIE);
	const struct condition_ask *what = condition_asks(c, AKKOORD_WAAROP);
	bool nl = lang == LANG_NL;

	text_adds(to, noun_of(c, lang));
	if (who != NULL) {
		text_adds(to, nl ? " van " : " by ");
		add_values(who, false, lang, to);
	}
	if (what != NULL) {
		text_adds(to, nl ? " met " : " on ");
		add_values(what, false, lang, to);
	}
	for (size_t i = 0; i < c->nasks; i++)
		if (&c->asks[i] != who && &c->asks[i] != what) {
			text_addf(to, " (%s ", c->asks[i].field);
			add_values(&c->asks[i], true, lang, to);
			text_addc(to, ')');
		}
}

/* What is counted: "werkpunt", "kracht met Soort contact", "waarden van Vraag". */
static void
subject(const struct condition *c, enum lang lang, struct text *to)
{
	const struct schema_field *f = c->slot == SLOT_NONE ? NULL : schema_slot(c->kind, c->slot);
	bool nl = lang == LANG_NL, named = c->field != NULL && !c->valued;
	bool values = c->count > 1 && (named || (f != NULL && f->flags & FIELD_REPEATS));
	const char *with = nl ? " met " : " with ";

	if (c->kind->id == KIND_AKKOORD && !named && !values) {
		add_agreement(c, lang, to);
		return;
	}
	if (values) {
		text_addf(to, nl ? "waarden van %s" : "values of %s", c->field);
		if (c->valued) {
			text_adds(to, " (");
			add_values(&c->asks[0], true, lang, to);
			text_addc(to, ')');
		}
	} else if (named) {
		text_addf(to, "%s%s%s", noun_of(c, lang), with, c->field);
		with = nl ? " en " : " and ";
	} else
		text_adds(to, noun_of(c, lang));
	add_asks(c, values && c->valued ? 1 : 0, with, lang, to);
}

/* What is no id may be text that went astray, which no message shows. */
static void
list_lacks(const struct condition *c, const struct fold *s, const struct entry *since,
    struct text *to)
{
	const char *lack, *comma = "";
	size_t i = 0;

	while ((lack = requirement_lacks(c, s, since, &i)) != NULL) {
		text_addf(to, "%s%s", comma,
		    c->per == PER_LEEFGEBIED ? lack : shown_or_dots(lack));
		comma = ", ";
	}
}

/* Of client and intake the latest record counts: a field of theirs is filled in or not. */
static bool
single(const struct condition *c)
{
	return (c->kind->id == KIND_CLIENT || c->kind->id == KIND_INTAKE) && c->field != NULL &&
	    c->nasks == (c->valued ? 1 : 0);
}

static void
say_per(const struct condition *c, bool nl, enum lang lang, struct text *to)
{
	if (c->kind->id == KIND_LEEFGEBIED && c->field == NULL && c->nasks == 0) {
		text_adds(to, nl ? "nog te bekijken" : "still to be looked at");
		return;
	}
	if (c->count > 1)
		text_addf(to, nl ? "nog geen %ld " : "not yet %ld ", c->count);
	else
		text_adds(to, nl ? "nog geen " : "no ");
	if (c->kind->id == KIND_LEEFGEBIED && c->valued)
		add_asks(c, 0, "", lang, to);
	else if (c->kind->id == KIND_LEEFGEBIED && c->field != NULL) {
		text_adds(to, c->field);
		add_asks(c, 0, nl ? " en " : " and ", lang, to);
	} else
		subject(c, lang, to);
	if (!nl && c->count == 1)
		text_adds(to, " yet");
}

static void
say_count(const struct condition *c, const struct fold *s, const struct entry *since, bool nl,
    enum lang lang, struct text *to)
{
	if (c->count > 1) {
		text_addf(to, nl ? "%ld van ten minste %ld " : "%ld of at least %ld ",
		    requirement_count(c, s, since), c->count);
		subject(c, lang, to);
	} else if (single(c) && c->valued) {
		text_addf(to, nl ? "%s is nog niet " : "%s is not ", c->field);
		add_values(&c->asks[0], true, lang, to);
		text_adds(to, nl ? "" : " yet");
	} else if (single(c)) {
		text_addf(to, nl ? "%s is nog niet ingevuld" : "%s is not filled in yet", c->field);
	} else {
		text_adds(to, nl ? "nog geen " : "no ");
		subject(c, lang, to);
		if (!nl)
			text_adds(to, " yet");
	}
}

static void
say_refused(const struct condition *c, const char *who, enum lang lang, struct text *to)
{
	const struct condition_ask *what = condition_asks(c, AKKOORD_WAAROP);
	bool nl = lang == LANG_NL;

	text_addf(to, nl ? "%s gaat niet akkoord" : "%s does not agree", word_of(who, lang));
	if (what != NULL) {
		text_adds(to, nl ? " met " : " to ");
		add_values(what, false, lang, to);
	}
}

/* "niet bij elk doel een werkpunt" */
static void
say_lack_per(const struct condition *c, bool nl, enum lang lang, struct text *to)
{
	bool domain = c->per == PER_LEEFGEBIED;

	if (domain && c->kind->id == KIND_LEEFGEBIED && c->field == NULL && c->nasks == 0) {
		text_adds(to, nl ? "niet elk leefgebied is bekeken" :
		    "not every life domain was looked at");
		return;
	}
	text_adds(to, nl ? domain ? "niet bij elk leefgebied " : "niet bij elk doel " :
	    domain ? "not for every life domain " : "not for every goal ");
	if (c->count > 1)
		text_addf(to, "%ld ", c->count);
	else if (nl)
		text_adds(to, "een ");
	subject(c, lang, to);
}

void
requirement_lack(const struct condition *c, enum lang lang, struct text *to)
{
	bool nl = lang == LANG_NL;

	if (c->per != PER_NOTHING)
		say_lack_per(c, nl, lang, to);
	else if (c->count > 1) {
		text_addf(to, nl ? "minder dan %ld " : "fewer than %ld ", c->count);
		subject(c, lang, to);
	} else if (single(c) && c->valued) {
		text_addf(to, nl ? "%s is niet " : "%s is not ", c->field);
		add_values(&c->asks[0], true, lang, to);
	} else if (single(c)) {
		text_addf(to, nl ? "%s is niet ingevuld" : "%s is not filled in", c->field);
	} else {
		text_adds(to, nl ? "geen " : "no ");
		subject(c, lang, to);
	}
	if (c->since_phase)
		text_adds(to, nl ? " sinds het begin van de fase" : " since the phase was entered");
}

void
requirement_sentence(const struct condition *c, const struct fold *s, const struct entry *since,
    enum lang lang, struct text *to)
{
	const char *refused = requirement_refused(c, s);
	bool nl = lang == LANG_NL;

	if (refused != NULL) {
		say_refused(c, refused, lang, to);
		return;
	}
	if (c->per == PER_NOTHING)
		say_count(c, s, since, nl, lang, to);
	else
		say_per(c, nl, lang, to);
	if (c->since_phase)
		text_adds(to, nl ? " sinds het begin van de fase" : " since the phase was entered");
	if (c->per != PER_NOTHING) {
		if (c->kind->id == KIND_LEEFGEBIED && c->field == NULL && c->nasks == 0)
			text_adds(to, ": ");
		else if (c->per == PER_DOEL)
			text_adds(to, nl ? " bij doel: " : " for goal: ");
		else
			text_adds(to, nl ? " bij leefgebied: " : " for domain: ");
		list_lacks(c, s, since, to);
	}
}

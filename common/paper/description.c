/* SPDX-License-Identifier: ISC */
#include "description.h"

#include <string.h>

#include "agreement.h"
#include "measurements.h"
#include "network.h"
#include "person.h"
#include "scores.h"
#include "wording.h"

/* Adds the names of the domains asked about, separated by commas. */
static void
add_asked(struct text *to, const struct fold *s, enum lang lang)
{
	const struct field *f;

	for (f = entry_at(s->client, CLIENT_VRAAG); f != NULL; f = field_next(f))
		text_addf(to, "%s%s", to->len != 0 ? ", " : "",
		    wording_value(s->model, f->spec, f->value, lang));
}

/* Adds a strength of the domain in each line: kind and words. */
static void
add_strengths(struct text *to, struct document *d, const struct fold *s, const char *domain)
{
	const struct entry *e;

	for (e = entry_there(s->first[KIND_KRACHT], s->at); e != NULL;
	    e = entry_there(e->next, s->at))
		if (strcmp(entry_text(e, KRACHT_LEEFGEBIED), domain) == 0)
			text_addf(to, "%s%s (%s)", to->len != 0 ? "\n" : "",
			    document_own(d, entry_text(e, KRACHT_TEKST)),
			    wording_entry(s->model, e, KRACHT_SOORT, document_lang(d)));
}

/*
 * Adds the latest score on each scale, with its day; what the number is called is not for a paper
 * about strengths.
 */
static void
add_latest(struct text *to, const struct fold *s, const char *domain, enum lang lang)
{
	char day[LABEL_DATE_SIZE];

	for (size_t i = 0; i < s->model->nscales; i++) {
		const struct model_scale *scale = &s->model->scales[i];
		const struct score *latest = measurements_of(s, domain, scale->code).latest;

		if (latest == NULL)
			continue;
		text_adds(to, to->len != 0 ? "\n" : "");
		scores_add(to, scale, latest->value, lang);
		text_addf(to, " (%s, %s)", model_text(&scale->name, lang),
		    label_date(lang, latest->op, day));
	}
}

/* A domain of which something is known. */
static void
write_domain(struct document *d, const struct fold *s, const char *code, const char *name)
{
	enum lang lang = document_lang(d);
	const struct entry *e = fold_keyed(s, KIND_LEEFGEBIED, code);
	struct text strengths = { 0 }, score = { 0 };

	add_strengths(&strengths, d, s, code);
	add_latest(&score, s, code, lang);
	document_keep(d);
	document_heading(d, 3, name);
	document_pair(d, label(lang, "Strengths"), text_string(&strengths));
	if (e != NULL) {
		document_pair(d, label(lang, "Situation"),
		    document_own(d, entry_text(e, LEEFGEBIED_SITUATIE)));
		document_pair(d, label(lang, "Wish"),
		    document_own(d, entry_text(e, LEEFGEBIED_WENS)));
		document_pair(d, label(lang, "Concern"),
		    document_own(d, entry_text(e, LEEFGEBIED_ZORG)));
		document_pair(d, label(lang, "Not talked about"),
		    document_own(d, entry_text(e, LEEFGEBIED_NVT)));
	}
	document_pair(d, label(lang, "Score"), text_string(&score));
	document_keep_end(d);
	text_release(&strengths);
	text_release(&score);
}

static bool
has_strength(const struct fold *s, const char *domain)
{
	const struct entry *e = entry_there(s->first[KIND_KRACHT], s->at);

	while (e != NULL && strcmp(entry_text(e, KRACHT_LEEFGEBIED), domain) != 0)
		e = entry_there(e->next, s->at);
	return e != NULL;
}

/* Whether a strength before this one is on the same domain. */
static bool
strength_before(const struct fold *s, const struct entry *strength)
{
	const struct entry *e;

	for (e = entry_there(s->first[KIND_KRACHT], s->at); e != strength;
	    e = entry_there(e->next, s->at))
		if (strcmp(entry_text(e, KRACHT_LEEFGEBIED),
		    entry_text(strength, KRACHT_LEEFGEBIED)) == 0)
			return true;
	return false;
}

/*
 * The domains of the model, and by their codes those that the dossier has from another model:
 * nothing that was said is left out.
 */
static void
write_domains(struct document *d, const struct fold *s)
{
	const struct model *m = s->model;
	const struct entry *e;
	const char *code, *name;
	enum lang lang = document_lang(d);
	struct text unknown = { 0 };

	for (size_t i = 0; i < m->ndomains; i++) {
		code = m->domains[i].code;
		name = model_text(&m->domains[i].name, lang);
		if (fold_keyed(s, KIND_LEEFGEBIED, code) != NULL || has_strength(s, code))
			write_domain(d, s, code, name);
		else
			text_addf(&unknown, "%s%s", unknown.len != 0 ? ", " : "", name);
	}
	for (e = s->first[KIND_LEEFGEBIED]; e != NULL; e = e->next)
		if (model_domain(m, e->key) == NULL)
			write_domain(d, s, e->key, e->key);
	for (e = entry_there(s->first[KIND_KRACHT], s->at); e != NULL;
	    e = entry_there(e->next, s->at)) {
		code = entry_text(e, KRACHT_LEEFGEBIED);
		if (model_domain(m, code) == NULL && fold_keyed(s, KIND_LEEFGEBIED, code) == NULL &&
		    !strength_before(s, e))
			write_domain(d, s, code, code);
	}
	if (unknown.len != 0)
		document_pair(d, label(lang, "Not talked about yet"), text_string(&unknown));
	text_release(&unknown);
}

static void
write_network(struct document *d, const struct fold *s)
{
	document_heading(d, 2, label(document_lang(d), "Network"));
	network_table(d, s);
}

/* The day on which a domain, a strength or the network was last changed. */
static date
last_change(const struct fold *s)
{
	static const enum kind kinds[] = { KIND_LEEFGEBIED, KIND_KRACHT, KIND_NETWERK };
	date last = DATE_NONE;
	const struct entry *e;

	for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++)
		for (e = s->first[kinds[k]]; e != NULL; e = e->next)
			last = e->last > last ? e->last : last;
	return last;
}

/* A network of no more than this stays on one page with what is signed. */
enum { FEW_PEOPLE = 12 };

static bool
has_few_people(const struct fold *s)
{
	size_t n = 0;

	for (const struct entry *e = entry_there(s->first[KIND_NETWERK], s->at); e != NULL;
	    e = entry_there(e->next, s->at))
		n++;
	return n <= FEW_PEOPLE;
}

static void
write_head(struct document *d, const struct fold *s)
{
	enum lang lang = document_lang(d);
	struct text title = { 0 }, foot = { 0 }, asked = { 0 };
	char day[LABEL_DATE_SIZE];

	text_addf(&title, "%s %s", label(lang, "Personal description of"), person_called(d, s));
	text_addf(&foot, "%s \xC2\xB7 %s", label(lang, "Personal description"), s->dossier->id);
	add_asked(&asked, s, lang);
	person_part(d, s, text_string(&title), text_string(&foot));
	person_say(d, s,
	    "This is what we wrote down together about you: your strengths, your "
	    "wishes and how things are.");
	person_names(d, s);
	document_pair(d, label(lang, "Registered"),
	    label_date(lang, entry_day(s->client, CLIENT_AANGEMELD), day));
	person_worker(d, s);
	text_clear(&title);
	label_say(&title, lang, s->model->formal, "Your question is about");
	document_pair(d, text_string(&title), text_string(&asked));
	text_clear(&title);
	label_say(&title, lang, s->model->formal, "Your question");
	document_heading(d, 2, text_string(&title));
	document_quote(d, entry_text(s->client, CLIENT_HULPVRAAG));
	text_release(&title);
	text_release(&foot);
	text_release(&asked);
}

void
description_view(struct document *d, const struct fold *s)
{
	bool few = has_few_people(s);

	write_head(d, s);
	document_heading(d, 2, label(document_lang(d), "Life domains"));
	write_domains(d, s);
	if (few)
		document_keep(d);
	write_network(d, s);
	if (!few)
		document_keep(d);
	agreement_view(d, s, WAAROP_PERSOONSBESCHRIJVING, last_change(s));
	document_keep_end(d);
	if (s->nscores == 0)
		return;
	document_annex(d);
	scores_view(d, s, 2);
	document_annex_end(d);
}

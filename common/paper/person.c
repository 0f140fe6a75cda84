#include "person.h"

#include <string.h>

#include "agreement.h"
#include "measurements.h"
#include "web.h"
#include "wording.h"

const char *
person_full_name(const struct fold *s)
{
	const char *name = entry_text(s->client, CLIENT_NAAM);

	return *name != '\0' ? name : s->dossier->id;
}

const char *
person_name(const struct fold *s)
{
	const char *name = entry_text(s->client, CLIENT_ROEPNAAM);

	return *name != '\0' ? name : person_full_name(s);
}

const char *
person_called(const struct document *d, const struct fold *s)
{
	return document_shows(d, person_name(s)) ? person_name(s) : person_full_name(s);
}

void
person_names(struct document *d, const struct fold *s)
{
	document_pair(d, label(document_lang(d), "Name"), person_full_name(s));
	if (!document_shows(d, person_name(s)))
		document_pair(d, label(document_lang(d), "Called"), person_name(s));
}

const char *
person_worker_name(const struct fold *s)
{
	return wording_worker(s->model, entry_text(s->client, CLIENT_BEGELEIDER));
}

void
person_worker(struct document *d, const struct fold *s)
{
	enum lang lang = document_lang(d);
	const struct model_worker *w = model_worker(s->model,
	    entry_text(s->client, CLIENT_BEGELEIDER));
	struct text t = { 0 };

	text_adds(&t, person_worker_name(s));
	if (w != NULL && *model_text(&w->role, lang) != '\0')
		text_addf(&t, ", %s", model_text(&w->role, lang));
	if (w != NULL && *w->telephone != '\0')
		text_addf(&t, ", %s", w->telephone);
	document_pair(d, label(lang, "Support worker"), text_string(&t));
	text_release(&t);
}

const char *
person_who(const struct document *d, const struct fold *s, const char *wie)
{
	const char *worker = person_worker_name(s),
	    *speaks = entry_text(s->client, CLIENT_VERTEGENWOORDIGER);
	enum lang lang = document_lang(d);

	switch (schema_code_of(schema_slot(&schema_kinds[KIND_AKKOORD], AKKOORD_WIE), wie)) {
	case AKKOORD_WIE_CLIENT:
		return person_called(d, s);
	case AKKOORD_WIE_BEGELEIDER:
		return *worker != '\0' ? worker : label(lang, "Support worker");
	case AKKOORD_WIE_VERTEGENWOORDIGER:
		return *speaks != '\0' ? speaks : label(lang, "Representative");
	case AKKOORD_WIE_NETWERK:
		return label(lang, "Network");
	}
	return wording_worker(s->model, wie);
}

void
person_part(struct document *d, const struct fold *s, const char *title, const char *foot)
{
	enum lang lang = document_lang(d);
	struct text below = { 0 };
	char day[LABEL_DATE_SIZE];

	text_addf(&below, "%s %s \xC2\xB7 %s %s", label(lang, "Client"), s->dossier->id,
	    label(lang, "made on"), label_date(lang, s->at, day));
	document_part(d, title, text_string(&below), foot);
	text_release(&below);
}

void
person_say(struct document *d, const struct fold *s, const char *english)
{
	struct text t = { 0 };

	label_say(&t, document_lang(d), s->model->formal, english);
	document_paragraph(d, text_string(&t));
	text_release(&t);
}

void
person_score(struct text *to, const struct model_scale *scale, long value, enum lang lang)
{
	if (scale->min == 0 || scale->min == 1)
		text_addf(to, "%ld %s %ld", value, label(lang, "out of"), scale->max);
	else
		text_addf(to, "%ld (%ld \xE2\x80\xA6 %ld)", value, scale->min, scale->max);
}

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
add_strengths(struct text *to, const struct fold *s, const char *domain, enum lang lang)
{
	const struct entry *e;

	for (e = s->first[KIND_KRACHT]; e != NULL; e = e->next)
		if (strcmp(entry_text(e, KRACHT_LEEFGEBIED), domain) == 0)
			text_addf(to, "%s%s (%s)", to->len != 0 ? "\n" : "",
			    entry_text(e, KRACHT_TEKST),
			    wording_entry(s->model, e, KRACHT_SOORT, lang));
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
		person_score(to, scale, latest->value, lang);
		text_addf(to, " (%s, %s)", model_text(&scale->name, lang),
		    label_date(lang, latest->op, day));
	}
}

static void
write_domain(struct document *d, const struct fold *s, const char *code, const char *name)
{
	enum lang lang = document_lang(d);
	const struct entry *e = fold_keyed(s, KIND_LEEFGEBIED, code);
	struct text strengths = { 0 }, score = { 0 };

	add_strengths(&strengths, s, code, lang);
	add_latest(&score, s, code, lang);
	document_keep(d);
	document_heading(d, 3, name);
	document_pair(d, label(lang, "Strengths"), text_string(&strengths));
	if (e != NULL) {
		document_pair(d, label(lang, "Situation"), entry_text(e, LEEFGEBIED_SITUATIE));
		document_pair(d, label(lang, "Wish"), entry_text(e, LEEFGEBIED_WENS));
		document_pair(d, label(lang, "Concern"), entry_text(e, LEEFGEBIED_ZORG));
		document_pair(d, label(lang, "Not looked at"), entry_text(e, LEEFGEBIED_NVT));
	}
	document_pair(d, label(lang, "Score"), text_string(&score));
	if (e == NULL && strengths.len == 0)
		document_note(d, label(lang, "Not talked about yet."));
	document_keep_end(d);
	text_release(&strengths);
	text_release(&score);
}

/* Whether a strength before this one is on the same domain. */
static bool
strength_before(const struct fold *s, const struct entry *strength)
{
	const struct entry *e;

	for (e = s->first[KIND_KRACHT]; e != strength; e = e->next)
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
	const char *code;

	for (size_t i = 0; i < m->ndomains; i++)
		write_domain(d, s, m->domains[i].code,
		    model_text(&m->domains[i].name, document_lang(d)));
	for (e = s->first[KIND_LEEFGEBIED]; e != NULL; e = e->next)
		if (model_domain(m, e->key) == NULL)
			write_domain(d, s, e->key, e->key);
	for (e = s->first[KIND_KRACHT]; e != NULL; e = e->next) {
		code = entry_text(e, KRACHT_LEEFGEBIED);
		if (model_domain(m, code) == NULL && fold_keyed(s, KIND_LEEFGEBIED, code) == NULL &&
		    !strength_before(s, e))
			write_domain(d, s, code, code);
	}
}

static void
write_network(struct document *d, const struct fold *s)
{
	enum lang lang = document_lang(d);
	const struct document_column columns[] = {
		{ label(lang, "Who"), 3, false }, { label(lang, "Relation"), 3, false },
		{ label(lang, "Gives"), 5, false }, { label(lang, "Receives"), 5, false }
	};
	const struct entry *e = s->first[KIND_NETWERK];

	document_heading(d, 2, label(lang, "Network"));
	if (e == NULL) {
		document_paragraph(d, label(lang, "Nobody is recorded yet."));
		return;
	}
	document_table(d, "", columns, sizeof columns / sizeof *columns);
	for (; e != NULL; e = e->next) {
		document_cell(d, e->key);
		document_cell(d, entry_text(e, NETWERK_RELATIE));
		document_cell(d, entry_text(e, NETWERK_GEEFT));
		document_cell(d, entry_text(e, NETWERK_KRIJGT));
	}
	document_table_end(d);
}

/* Adds "2 out of 5 (5 March 2024)"; nothing for NULL. */
static void
cell_score(struct document *d, const struct model_scale *scale, const struct score *score)
{
	enum lang lang = document_lang(d);
	struct text cell = { 0 };
	char day[LABEL_DATE_SIZE];

	if (score != NULL) {
		person_score(&cell, scale, score->value, lang);
		text_addf(&cell, " (%s)", label_date(lang, score->op, day));
	} else
		text_adds(&cell, "\xE2\x80\x93");
	document_cell(d, text_string(&cell));
	text_release(&cell);
}

static void
write_scale(struct document *d, const struct fold *s, const struct model_scale *scale)
{
	enum lang lang = document_lang(d);
	const struct document_column columns[] = {
		{ label(lang, "Life domain"), 4, false }, { label(lang, "First"), 4, false },
		{ label(lang, "Latest"), 4, false }
	};
	bool open = false;

	for (size_t i = 0; i < s->model->ndomains; i++) {
		const struct model_domain *domain = &s->model->domains[i];
		struct measurements is = measurements_of(s, domain->code, scale->code);

		if (is.first == NULL)
			continue;
		if (!open)
			document_table(d, model_text(&scale->name, lang), columns,
			    sizeof columns / sizeof *columns);
		open = true;
		document_cell(d, model_text(&domain->name, lang));
		cell_score(d, scale, is.first);
		cell_score(d, scale, is.latest != is.first ? is.latest : NULL);
	}
	if (open)
		document_table_end(d);
}

void
person_scores(struct document *d, const struct fold *s, int level)
{
	struct text svg = { 0 };

	if (s->nscores == 0)
		return;
	document_heading(d, level, label(document_lang(d), "At a glance"));
	if (document_kind(d) == DOCUMENT_HTML && web_svg(&svg, s, document_lang(d), s->dossier->id))
		document_picture(d, text_string(&svg), "");
	for (size_t i = 0; i < s->model->nscales; i++)
		write_scale(d, s, &s->model->scales[i]);
	text_release(&svg);
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

	for (const struct entry *e = s->first[KIND_NETWERK]; e != NULL; e = e->next)
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
	document_pair(d, label(lang, "Questions about"), text_string(&asked));
	text_clear(&title);
	label_say(&title, lang, s->model->formal, "Your question");
	document_heading(d, 2, text_string(&title));
	document_quote(d, entry_text(s->client, CLIENT_HULPVRAAG));
	text_release(&title);
	text_release(&foot);
	text_release(&asked);
}

void
person_view(struct document *d, const struct fold *s)
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
	person_scores(d, s, 2);
	document_annex_end(d);
}

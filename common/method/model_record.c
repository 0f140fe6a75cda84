/* SPDX-License-Identifier: ISC */
#include "model_record.h"

#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "model_own.h"
#include "nearest.h"

enum { REP = MODEL_REPEATS, REQ = MODEL_REQUIRED, BOTH = MODEL_LANGUAGES };

static const struct place {
	enum model_kind kind;
	enum model_name name;
	unsigned flags;
} places[] = {
#define FIELD(kind, name, flags) { MODEL_KIND_##kind, MODEL_##name, flags },
#include "model.def"
};
enum { PLACES = sizeof places / sizeof *places };

static void take_model(struct reading *, const struct record *);
static void take_phase(struct reading *, const struct record *);
static void take_domain(struct reading *, const struct record *);
static void take_strength(struct reading *, const struct record *);
static void take_scale(struct reading *, const struct record *);
static void take_reason(struct reading *, const struct record *);
static void take_worker(struct reading *, const struct record *);

static void (*const takes[])(struct reading *, const struct record *) = {
	[MODEL_KIND_MODEL] = take_model,
	[MODEL_KIND_FASE] = take_phase,
	[MODEL_KIND_LEEFGEBIED] = take_domain,
	[MODEL_KIND_KRACHTSOORT] = take_strength,
	[MODEL_KIND_SCHAAL] = take_scale,
	[MODEL_KIND_UITSTROOMREDEN] = take_reason,
	[MODEL_KIND_MEDEWERKER] = take_worker,
	[MODEL_KIND_VELD] = model_own_field,
	[MODEL_KIND_SOORT] = model_own_kind,
};

/*
 * What a kind may hold under the field's name, which from here on is ours: the same pointer for the
 * same name. Fields mostly come in the order of the table, so the search begins at the one before.
 */
static const struct place *
find_place(enum model_kind kind, struct field *f, const struct place *before)
{
	const struct place *p = before != NULL ? before : places;

	for (size_t i = 0; i < PLACES; i++, p = p + 1 < places + PLACES ? p + 1 : places) {
		const char *name = model_names[p->name];

		if (p->kind != kind)
			continue;
		if (!schema_same_name(name, f->name)) {
			name = model_names_en[p->name];
			if (!(p->flags & BOTH) || !schema_same_name(name, f->name))
				continue;
		}
		f->name = name;
		return p;
	}
	return NULL;
}

static void
offer_places(struct nearest *near, enum model_kind kind)
{
	for (const struct place *p = places; p < places + PLACES; p++) {
		if (p->kind != kind)
			continue;
		nearest_offer(near, model_names[p->name]);
		if (p->flags & BOTH)
			nearest_offer(near, model_names_en[p->name]);
	}
}

static void
check_fields(struct reading *g, enum model_kind kind, const struct record *r)
{
	const struct place *p = NULL;
	size_t i, j;

	for (i = 1; i < r->n; i++) {
		struct field *f = &r->fields[i];
		struct nearest near;

		p = find_place(kind, f, p);
		if (p == NULL) {
			nearest_begin(&near, f->name);
			offer_places(&near, kind);
			model_refuse_word(g, f->line, f->name,
			    _("\"%s\" is no field of this kind of record"), f->name, near.best);
			continue;
		}
		for (j = 1; j < i && !(p->flags & REP); j++)
			if (r->fields[j].name == f->name)
				model_refuse(g, f->line, f->name,
				    _("stands twice in the record; expected once"));
	}
	for (p = places; p < places + PLACES; p++)
		if (p->kind == kind && p->flags & REQ && model_value(r, p->name)[0] == '\0')
			model_refuse(g, r->line, model_names[p->name], _("missing"));
}

static void
twice(struct reading *g, const struct record *r, enum model_name name, size_t n)
{
	model_refuse_value(g, r, name, n, _("this code stands twice in the model"));
}

static void
name_ages(struct model *m)
{
	struct text name = { 0 };

	m->age_groups = arena_room(&m->arena, (m->nages + 1) * sizeof *m->age_groups);
	for (size_t i = 0; i <= m->nages; i++) {
		text_clear(&name);
		text_addf(&name, "%ld", i == 0 ? 0 : m->ages[i - 1]);
		if (i < m->nages)
			text_addf(&name, "-%ld", m->ages[i] - 1);
		else
			text_addc(&name, '+');
		m->age_groups[i] = arena_copy(&m->arena, text_string(&name), name.len);
	}
	text_release(&name);
}

/* The lowest age of each group but the first: 18 27 46 67 when the model says nothing. */
static void
take_ages(struct reading *g, const struct record *r)
{
	struct model *m = g->model;
	static const long usual[] = { 18, 27, 46, 67 };
	size_t n = model_value_count(r, MODEL_LEEFTIJDSGRENS);

	m->nages = n > 0 ? n : sizeof usual / sizeof *usual;
	m->ages = arena_room(&m->arena, m->nages * sizeof *m->ages);
	for (size_t i = 0; i < m->nages; i++) {
		m->ages[i] = n == 0 ? usual[i] : 0;
		if (n == 0)
			continue;
		if (!schema_number(model_value_nth(r, MODEL_LEEFTIJDSGRENS, i), &m->ages[i]) ||
		    m->ages[i] < 1 || m->ages[i] > 150 || (i > 0 && m->ages[i] <= m->ages[i - 1]))
			model_refuse_value(g, r, MODEL_LEEFTIJDSGRENS, i,
			    _("expected ages from 1 to 150, each higher than the one before"));
	}
	name_ages(m);
}

static void
take_model(struct reading *g, const struct record *r)
{
	struct model *m = g->model;
	const char *format = model_value(r, MODEL_FORMAAT), *lang = model_value(r, MODEL_TAAL);
	const char *address = model_value(r, MODEL_AANSPREKEN);
	long number;

	if (g->models++ > 0)
		model_refuse(g, r->line, NULL, _("a second record of kind model; expected one"));
	g->head = r;
	if (format[0] != '\0' && (!schema_number(format, &number) || number != 1))
		model_refuse_value(g, r, MODEL_FORMAAT, 0,
		    _("this version of fasen knows format 1 only"));
	m->name = model_value_text(r, MODEL_NAAM);
	if (lang[0] != '\0' && !lang_parse(lang, &m->lang))
		model_refuse_value(g, r, MODEL_TAAL, 0, _("expected nl or en"));
	m->organisation = model_value(r, MODEL_ORGANISATIE);
	m->logo = model_value(r, MODEL_LOGO);
	m->formal = strcmp(address, "u") == 0;
	if (address[0] != '\0' && !m->formal && strcmp(address, "je") != 0)
		model_refuse_value(g, r, MODEL_AANSPREKEN, 0, _("expected u or je"));
	m->evaluation_days = model_value_number(g, r, MODEL_EVALUATIE_DAGEN, 0, 1, 36500);
	m->keep_years = model_value_number(g, r, MODEL_BEWAAR_JAREN, 15, 1, 150);
	m->signal_note = model_value_number(g, r, MODEL_SIGNAAL_NOTITIE, 42, 0, 36500);
	m->signal_score = model_value_number(g, r, MODEL_SIGNAAL_SCORE, 182, 0, 36500);
	m->signal_waiting = model_value_number(g, r, MODEL_SIGNAAL_WACHTEN, 56, 0, 36500);
	m->signal_aftercare = model_value_number(g, r, MODEL_SIGNAAL_NAZORG, 182, 0, 36500);
	m->signal_mark = model_value_number(g, r, MODEL_SIGNAAL_CIJFER, 5, 0, 10);
	m->signal_indication = model_value_number(g, r, MODEL_SIGNAAL_INDICATIE, 42, 0, 36500);
	m->signal_sharing = model_value_number(g, r, MODEL_SIGNAAL_TOESTEMMING, 42, 0, 36500);
	m->norm_intake = model_value_number(g, r, MODEL_NORM_INTAKE, 28, 0, 36500);
	m->norm_placement = model_value_number(g, r, MODEL_NORM_PLAATSING, 70, 0, 36500);
	model_own_short(g, r);
	take_ages(g, r);
}

static void
take_phase(struct reading *g, const struct record *r)
{
	struct model *m = g->model;
	struct model_phase *p;
	size_t i;

	m->phases = alloc_room(m->phases, &g->phases, m->nphases + 1, sizeof *m->phases);
	p = &m->phases[m->nphases];
	memset(p, 0, sizeof *p);
	p->code = model_value_code(g, r);
	p->line = r->line;
	p->name = model_value_text(r, MODEL_NAAM);
	p->purpose = model_value_text(r, MODEL_DOEL);
	p->ways = model_value_texts(g, r, MODEL_WERKWIJZE);
	p->questions = model_value_texts(g, r, MODEL_VRAAG);
	p->norm_days = model_value_number(g, r, MODEL_NORM_DAGEN, 0, 1, 36500);
	p->core = model_value_yes(g, r, MODEL_KERN);
	p->from = model_value_date(g, r, MODEL_VANAF);
	if (model_phase(m, p->code) != NULL)
		twice(g, r, MODEL_CODE, 0);
	p->naliases = model_value_count(r, MODEL_ALIAS);
	p->aliases = arena_room(&m->arena, (p->naliases + 1) * sizeof *p->aliases);
	for (i = 0; i < p->naliases; i++) {
		p->aliases[i] = model_value_nth(r, MODEL_ALIAS, i);
		if (model_phase(m, p->aliases[i]) != NULL)
			twice(g, r, MODEL_ALIAS, i);
	}
	m->nphases++;
}

static void
take_domain(struct reading *g, const struct record *r)
{
	struct model *m = g->model;
	struct model_domain *d;

	m->domains = alloc_room(m->domains, &g->domains, m->ndomains + 1, sizeof *m->domains);
	d = &m->domains[m->ndomains];
	d->code = model_value_code(g, r);
	d->name = model_value_text(r, MODEL_NAAM);
	d->aspects = model_value_texts(g, r, MODEL_ASPECT);
	d->questions = model_value_texts(g, r, MODEL_VRAAG);
	if (model_domain(m, d->code) != NULL)
		twice(g, r, MODEL_CODE, 0);
	m->ndomains++;
}

static void
take_strength(struct reading *g, const struct record *r)
{
	struct model *m = g->model;
	struct model_strength *s;

	m->strengths = alloc_room(m->strengths, &g->strengths, m->nstrengths + 1,
	    sizeof *m->strengths);
	s = &m->strengths[m->nstrengths];
	s->code = model_value_code(g, r);
	s->name = model_value_text(r, MODEL_NAAM);
	s->questions = model_value_texts(g, r, MODEL_VRAAG);
	if (model_strength(m, s->code) != NULL)
		twice(g, r, MODEL_CODE, 0);
	m->nstrengths++;
}

/* The score that a label begins with; false when it is none of the scale. */
static bool
label_score(const struct model_scale *s, size_t n, long *score)
{
	const char *t = model_text(&s->labels.at[n], LANG_NL);
	char *end;

	*score = strtol(t, &end, 10);
	return end != t && *end == ' ' && *score >= s->min && *score <= s->max;
}

static void
check_labels(struct reading *g, const struct record *r, const struct model_scale *s)
{
	const char *name = model_value_count(r, MODEL_LABEL) > 0 ? model_names[MODEL_LABEL] :
	    model_names_en[MODEL_LABEL];
	long score, other;

	for (size_t i = 0; i < s->labels.n; i++) {
		if (!label_score(s, i, &score)) {
			model_refuse(g, model_line(r, name, i), name,
			    _("expected a score of the scale, a blank and a word"));
			continue;
		}
		for (size_t j = 0; j < i; j++)
			if (label_score(s, j, &other) && other == score)
				model_refuse(g, model_line(r, name, i), name,
				    _("the score has a label already"));
	}
}

static void
take_scale(struct reading *g, const struct record *r)
{
	struct model *m = g->model;
	struct model_scale *s;

	m->scales = alloc_room(m->scales, &g->scales, m->nscales + 1, sizeof *m->scales);
	s = &m->scales[m->nscales];
	s->code = model_value_code(g, r);
	s->name = model_value_text(r, MODEL_NAAM);
	s->min = model_value_number(g, r, MODEL_MIN, 0, -1000, 1000);
	s->max = model_value_number(g, r, MODEL_MAX, 0, -1000, 1000);
	s->labels = model_value_texts(g, r, MODEL_LABEL);
	if (s->min >= s->max)
		model_refuse_value(g, r, MODEL_MAX, 0, _("expected more than Min"));
	check_labels(g, r, s);
	if (s->code[0] != '\0' && model_scale(m, s->code) != NULL)
		twice(g, r, MODEL_CODE, 0);
	m->nscales++;
}

static void
take_reason(struct reading *g, const struct record *r)
{
	struct model *m = g->model;
	struct model_reason *e;

	m->reasons = alloc_room(m->reasons, &g->reasons, m->nreasons + 1, sizeof *m->reasons);
	e = &m->reasons[m->nreasons];
	e->code = model_value_code(g, r);
	e->name = model_value_text(r, MODEL_NAAM);
	e->national = model_value(r, MODEL_LANDELIJK);
	e->dropout = model_value_yes(g, r, MODEL_UITVAL);
	e->neutral = model_value_yes(g, r, MODEL_NEUTRAAL);
	if (e->dropout && e->neutral)
		model_refuse_value(g, r, MODEL_NEUTRAAL, 0,
		    _("a reason that is drop-out is not neutral; expected one of the two"));
	if (model_reason(m, e->code) != NULL)
		twice(g, r, MODEL_CODE, 0);
	m->nreasons++;
}

static void
take_worker(struct reading *g, const struct record *r)
{
	struct model *m = g->model;
	struct model_worker *w;

	m->workers = alloc_room(m->workers, &g->workers, m->nworkers + 1, sizeof *m->workers);
	w = &m->workers[m->nworkers];
	w->code = model_value_code(g, r);
	w->name = model_value(r, MODEL_NAAM);
	w->role = model_value_text(r, MODEL_FUNCTIE);
	w->telephone = model_value(r, MODEL_TELEFOON);
	w->team = model_value(r, MODEL_TEAM);
	w->nstrengths = model_value_count(r, MODEL_KRACHT);
	w->strengths = arena_room(&m->arena, (w->nstrengths + 1) * sizeof *w->strengths);
	for (size_t i = 0; i < w->nstrengths; i++)
		w->strengths[i] = model_value_nth(r, MODEL_KRACHT, i);
	if (model_worker(m, w->code) != NULL)
		twice(g, r, MODEL_CODE, 0);
	m->nworkers++;
}

static void
unknown_kind(struct reading *g, const struct record *r)
{
	struct nearest near;

	nearest_begin(&near, r->name);
	for (enum model_kind k = 0; k < MODEL_KINDS; k++)
		nearest_offer(&near, model_kinds[k]);
	model_refuse_word(g, r->line, SCHEMA_RECORD, _("\"%s\" is no kind of record of a model"),
	    r->name, near.best);
}

void
model_take_all(struct reading *g)
{
	/* What is declared first, for the others may speak of it. */
	static const enum model_kind order[] = { MODEL_KIND_SOORT, MODEL_KIND_VELD, MODEL_KINDS };

	enum model_kind *kinds = arena_room(&g->model->arena, g->n * sizeof *kinds);

	for (size_t i = 0; i < g->n; i++) {
		kinds[i] = model_kind_of(&g->records[i]);
		if (kinds[i] == MODEL_KINDS)
			unknown_kind(g, &g->records[i]);
		else
			check_fields(g, kinds[i], &g->records[i]);
	}
	for (size_t turn = 0; turn < sizeof order / sizeof *order; turn++)
		for (size_t i = 0; i < g->n; i++) {
			enum model_kind k = kinds[i];
			bool declares = k == MODEL_KIND_SOORT || k == MODEL_KIND_VELD;

			if (declares ? k == order[turn] : k != MODEL_KINDS &&
			    order[turn] == MODEL_KINDS)
				takes[k](g, &g->records[i]);
		}
}

bool
model_field_n(size_t n, const char **kind, const char **field, unsigned *flags)
{
	if (n >= PLACES)
		return false;
	*kind = model_kinds[places[n].kind];
	*field = model_names[places[n].name];
	*flags = places[n].flags;
	return true;
}

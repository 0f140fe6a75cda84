#include "model_record.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "memory.h"
#include "model_read.h"
#include "model_value.h"
#include "nearest.h"

enum { REP = MODEL_REPEATS, REQ = MODEL_REQUIRED, BOTH = MODEL_LANGUAGES };

struct place {
	const char *name;
	unsigned flags;
};

static const struct place model_places[] = {
	{ "Formaat", 0 }, { "Naam", REQ | BOTH }, { "Taal", 0 }, { "Evaluatie_dagen", 0 },
	{ "Evaluatie_vanaf", 0 }, { "Bewaar_jaren", 0 }, { "Signaal_notitie", 0 },
	{ "Signaal_score", 0 }, { "Signaal_wachten", 0 }, { "Eigen_veld", REP }, { NULL, 0 }
};
static const struct place phase_places[] = {
	{ "Code", REQ }, { "Naam", REQ | BOTH }, { "Alias", REP }, { "Doel", BOTH },
	{ "Vraag", REP | BOTH }, { "Norm_dagen", 0 }, { "Kern", 0 }, { "Eist", REP }, { "Na", REP },
	{ NULL, 0 }
};
static const struct place domain_places[] = {
	{ "Code", REQ }, { "Naam", REQ | BOTH }, { "Aspect", REP | BOTH }, { "Vraag", REP | BOTH },
	{ NULL, 0 }
};
static const struct place strength_places[] = {
	{ "Code", REQ }, { "Naam", REQ | BOTH }, { "Vraag", REP | BOTH }, { NULL, 0 }
};
static const struct place scale_places[] = {
	{ "Code", REQ }, { "Naam", REQ | BOTH }, { "Min", REQ }, { "Max", REQ },
	{ "Label", REP | BOTH }, { NULL, 0 }
};
static const struct place reason_places[] = {
	{ "Code", REQ }, { "Naam", REQ | BOTH }, { "Landelijk", 0 }, { "Uitval", 0 }, { NULL, 0 }
};

static void take_model(struct reading *, const struct record *);
static void take_phase(struct reading *, const struct record *);
static void take_domain(struct reading *, const struct record *);
static void take_strength(struct reading *, const struct record *);
static void take_scale(struct reading *, const struct record *);
static void take_reason(struct reading *, const struct record *);

static const struct model_kind {
	const char *name;
	const struct place *places;
	void (*take)(struct reading *, const struct record *);
} kinds[] = {
	{ "model", model_places, take_model },
	{ "fase", phase_places, take_phase },
	{ "leefgebied", domain_places, take_domain },
	{ "krachtsoort", strength_places, take_strength },
	{ "schaal", scale_places, take_scale },
	{ "uitstroomreden", reason_places, take_reason },
	{ NULL, NULL, NULL }
};

static const struct place *
find_place(const struct place *p, const char *name)
{
	size_t n = strlen(name);
	bool en = n > 3 && strcmp(name + n - 3, "_en") == 0;

	for (; p->name != NULL; p++) {
		if (strcmp(p->name, name) == 0)
			return p;
		if (en && p->flags & BOTH && strlen(p->name) == n - 3 && strncmp(p->name, name, n - 3) == 0)
			return p;
	}
	return NULL;
}

static void
offer_places(struct reading *g, struct nearest *near, const struct place *p)
{
	struct text en = { 0 };

	for (; p->name != NULL; p++) {
		nearest_offer(near, p->name);
		if (!(p->flags & BOTH))
			continue;
		text_addf(&en, "%s_en", p->name);
		nearest_offer(near, arena_copy(&g->model->arena, en.at, en.len));
		text_clear(&en);
	}
	text_release(&en);
}

static void
check_fields(struct reading *g, const struct model_kind *k, const struct record *r)
{
	const struct place *p;
	size_t i, j;

	for (i = 1; i < r->n; i++) {
		const struct field *f = &r->fields[i];
		struct nearest near;

		p = find_place(k->places, f->name);
		if (p == NULL) {
			nearest_begin(&near, f->name);
			offer_places(g, &near, k->places);
			model_refuse_word(g, f->line, f->name, _("\"%s\" is no field of this kind of record"),
			    f->name, near.best);
			continue;
		}
		for (j = 1; j < i && !(p->flags & REP); j++)
			if (strcmp(r->fields[j].name, f->name) == 0)
				model_refuse(g, f->line, f->name, _("stands twice in the record; expected once"));
	}
	for (p = k->places; p->name != NULL; p++)
		if (p->flags & REQ && record_value(r, p->name)[0] == '\0')
			model_refuse(g, r->line, p->name, _("missing"));
}

static void
twice(struct reading *g, const struct record *r, const char *field, size_t n)
{
	model_refuse(g, model_line(r, field, n), field, _("this code stands twice in the model"));
}

/* KIND.Field, of a kind that there is and a field that there is not. */
static void
check_own_field(struct reading *g, const char *own, long line)
{
	const char *dot = strchr(own, '.'), *field = dot == NULL ? "" : dot + 1;
	char *word = memory_copy_n(own, dot == NULL ? 0 : (size_t)(dot - own));
	const struct schema_kind *k;
	struct nearest near;

	nearest_begin(&near, word);
	for (k = schema_kinds; k->name != NULL; k++)
		nearest_offer(&near, k->name);
	k = schema_kind(word);
	if (dot == NULL || !rec_name(field, strlen(field)))
		model_refuse(g, line, "Eigen_veld", _("expected KIND.Field, such as client.Doelgroep"));
	else if (k == NULL)
		model_refuse_word(g, line, "Eigen_veld", _("\"%s\" is no kind of record"), word, near.best);
	else if (schema_field_named(k, field) != NULL || strcasecmp(field, "Record") == 0 || strcasecmp(field, "Client") == 0)
		model_refuse_word(g, line, "Eigen_veld", _("the field %s is there already; expected one of your own"), field, NULL);
	free(word);
}

static void
take_own_fields(struct reading *g, const struct record *r)
{
	struct model *m = g->model;
	size_t i;

	m->nown_fields = model_value_count(r, "Eigen_veld");
	m->own_fields = arena_room(&m->arena, (m->nown_fields + 1) * sizeof *m->own_fields);
	for (i = 0; i < m->nown_fields; i++) {
		m->own_fields[i] = model_value_nth(r, "Eigen_veld", i);
		check_own_field(g, m->own_fields[i], model_line(r, "Eigen_veld", i));
		for (size_t j = 0; j < i; j++)
			if (strcasecmp(m->own_fields[i], m->own_fields[j]) == 0)
				model_refuse(g, model_line(r, "Eigen_veld", i), "Eigen_veld", _("this field stands twice in the model"));
	}
}

static void
take_model(struct reading *g, const struct record *r)
{
	struct model *m = g->model;
	long format;

	if (g->models++ > 0)
		model_refuse(g, r->line, NULL, _("a second record of kind model; expected one"));
	g->head = r;
	if (record_value(r, "Formaat")[0] != '\0' && (!schema_number(record_value(r, "Formaat"), &format) || format != 1))
		model_refuse(g, model_line(r, "Formaat", 0), "Formaat", _("this version of fasen knows format 1 only"));
	m->name = model_value_text(r, "Naam");
	if (record_value(r, "Taal")[0] != '\0' && !lang_parse(record_value(r, "Taal"), &m->lang))
		model_refuse(g, model_line(r, "Taal", 0), "Taal", _("expected nl or en"));
	m->evaluation_days = model_value_number(g, r, "Evaluatie_dagen", 0, 1, 36500);
	m->keep_years = model_value_number(g, r, "Bewaar_jaren", 15, 1, 150);
	m->signal_note = model_value_number(g, r, "Signaal_notitie", 42, 0, 36500);
	m->signal_score = model_value_number(g, r, "Signaal_score", 182, 0, 36500);
	m->signal_waiting = model_value_number(g, r, "Signaal_wachten", 56, 0, 36500);
	take_own_fields(g, r);
}

static void
take_phase(struct reading *g, const struct record *r)
{
	struct model *m = g->model;
	struct model_phase *p;
	size_t i;

	m->phases = memory_room(m->phases, &g->phases, m->nphases + 1, sizeof *m->phases);
	p = &m->phases[m->nphases];
	memset(p, 0, sizeof *p);
	p->code = model_value_code(g, r);
	p->line = r->line;
	p->name = model_value_text(r, "Naam");
	p->purpose = model_value_text(r, "Doel");
	p->questions = model_value_texts(g, r, "Vraag");
	p->norm_days = model_value_number(g, r, "Norm_dagen", 0, 1, 36500);
	p->core = model_value_yes(g, r, "Kern");
	if (model_phase(m, p->code) != NULL)
		twice(g, r, "Code", 0);
	p->naliases = model_value_count(r, "Alias");
	p->aliases = arena_room(&m->arena, (p->naliases + 1) * sizeof *p->aliases);
	for (i = 0; i < p->naliases; i++) {
		p->aliases[i] = model_value_nth(r, "Alias", i);
		if (model_phase(m, p->aliases[i]) != NULL)
			twice(g, r, "Alias", i);
	}
	m->nphases++;
}

static void
take_domain(struct reading *g, const struct record *r)
{
	struct model *m = g->model;
	struct model_domain *d;

	m->domains = memory_room(m->domains, &g->domains, m->ndomains + 1, sizeof *m->domains);
	d = &m->domains[m->ndomains];
	d->code = model_value_code(g, r);
	d->name = model_value_text(r, "Naam");
	d->aspects = model_value_texts(g, r, "Aspect");
	d->questions = model_value_texts(g, r, "Vraag");
	if (model_domain(m, d->code) != NULL)
		twice(g, r, "Code", 0);
	m->ndomains++;
}

static void
take_strength(struct reading *g, const struct record *r)
{
	struct model *m = g->model;
	struct model_strength *s;

	m->strengths = memory_room(m->strengths, &g->strengths, m->nstrengths + 1, sizeof *m->strengths);
	s = &m->strengths[m->nstrengths];
	s->code = model_value_code(g, r);
	s->name = model_value_text(r, "Naam");
	s->questions = model_value_texts(g, r, "Vraag");
	if (model_strength(m, s->code) != NULL)
		twice(g, r, "Code", 0);
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
	const char *name = record_field(r, "Label") != NULL ? "Label" : "Label_en";
	long score, other;

	for (size_t i = 0; i < s->labels.n; i++) {
		if (!label_score(s, i, &score)) {
			model_refuse(g, model_line(r, name, i), name, _("expected a score of the scale, a blank and a word"));
			continue;
		}
		for (size_t j = 0; j < i; j++)
			if (label_score(s, j, &other) && other == score)
				model_refuse(g, model_line(r, name, i), name, _("the score has a label already"));
	}
}

static void
take_scale(struct reading *g, const struct record *r)
{
	struct model *m = g->model;
	struct model_scale *s;

	m->scales = memory_room(m->scales, &g->scales, m->nscales + 1, sizeof *m->scales);
	s = &m->scales[m->nscales];
	s->code = model_value_code(g, r);
	s->name = model_value_text(r, "Naam");
	s->min = model_value_number(g, r, "Min", 0, -1000, 1000);
	s->max = model_value_number(g, r, "Max", 0, -1000, 1000);
	s->labels = model_value_texts(g, r, "Label");
	if (s->min >= s->max)
		model_refuse(g, model_line(r, "Max", 0), "Max", _("expected more than Min"));
	check_labels(g, r, s);
	if (s->code[0] != '\0' && model_scale(m, s->code) != NULL)
		twice(g, r, "Code", 0);
	m->nscales++;
}

static void
take_reason(struct reading *g, const struct record *r)
{
	struct model *m = g->model;
	struct model_reason *e;

	m->reasons = memory_room(m->reasons, &g->reasons, m->nreasons + 1, sizeof *m->reasons);
	e = &m->reasons[m->nreasons];
	e->code = model_value_code(g, r);
	e->name = model_value_text(r, "Naam");
	e->national = record_value(r, "Landelijk");
	e->dropout = model_value_yes(g, r, "Uitval");
	if (model_reason(m, e->code) != NULL)
		twice(g, r, "Code", 0);
	m->nreasons++;
}

static void
unknown_kind(struct reading *g, const struct record *r)
{
	const struct model_kind *k;
	struct nearest near;

	nearest_begin(&near, r->name);
	for (k = kinds; k->name != NULL; k++)
		nearest_offer(&near, k->name);
	model_refuse_word(g, r->line, "Record", _("\"%s\" is no kind of record of a model"), r->name, near.best);
}

void
model_take(struct reading *g, const struct record *r)
{
	const struct model_kind *k;

	for (k = kinds; k->name != NULL && strcmp(k->name, r->name) != 0; k++)
		continue;
	if (k->name == NULL) {
		unknown_kind(g, r);
		return;
	}
	check_fields(g, k, r);
	k->take(g, r);
}

bool
model_field_n(size_t n, const char **kind, const char **field, unsigned *flags)
{
	const struct model_kind *k;
	const struct place *p;

	for (k = kinds; k->name != NULL; k++)
		for (p = k->places; p->name != NULL; p++)
			if (n-- == 0) {
				*kind = k->name;
				*field = p->name;
				*flags = p->flags;
				return true;
			}
	return false;
}

#include "model_read.h"

#include <stdlib.h>
#include <string.h>

#include "memory.h"
#include "nearest.h"
#include "utf8.h"

enum { REP = 1, REQ = 2, BOTH = 4 };	/* BOTH: also as NAME_en */

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

struct reading;

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

struct reading {
	struct model *model;
	struct problems *problems;
	const char *file;
	struct record *records;
	size_t n, cap;
	size_t phases, domains, strengths, scales, reasons;	/* room in the model's arrays */
	size_t models;
	const struct record *head;
};

static void
refuse(struct reading *g, long line, const char *field, const char *text)
{
	problems_add(g->problems, PROBLEM_ERROR, "model", g->file, line, field, "%s", text);
}

static void
refuse_word(struct reading *g, long line, const char *field, const char *format, const char *word,
    const char *near)
{
	struct text t = { 0 };

	text_addf(&t, format, word);
	if (near != NULL)
		text_addf(&t, _("; did you mean \"%s\"?"), near);
	refuse(g, line, field, text_string(&t));
	text_release(&t);
}

static long
line_of(const struct record *r, const char *name)
{
	const struct field *f = record_field(r, name);

	return f == NULL ? r->line : f->line;
}

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
			for (p = k->places; p->name != NULL; p++)
				nearest_offer(&near, p->name);
			refuse_word(g, f->line, f->name, _("\"%s\" is no field of this kind of record"),
			    f->name, near.best);
			continue;
		}
		for (j = 1; j < i && !(p->flags & REP); j++)
			if (strcmp(r->fields[j].name, f->name) == 0)
				refuse(g, f->line, f->name, _("stands twice in the record; expected once"));
	}
	for (p = k->places; p->name != NULL; p++)
		if (p->flags & REQ && record_value(r, p->name)[0] == '\0')
			refuse(g, r->line, p->name, _("missing"));
}

static struct model_text
read_text(const struct record *r, const char *name)
{
	struct text en = { 0 };
	struct model_text t;

	text_addf(&en, "%s_en", name);
	t.nl = record_value(r, name);
	t.en = record_value(r, text_string(&en));
	text_release(&en);
	return t;
}

static const char *
nth_value(const struct record *r, const char *name, size_t n)
{
	size_t i;

	for (i = 0; i < r->n; i++)
		if (strcmp(r->fields[i].name, name) == 0 && n-- == 0)
			return r->fields[i].value;
	return NULL;
}

static size_t
count_values(const struct record *r, const char *name)
{
	size_t n = 0;

	while (nth_value(r, name, n) != NULL)
		n++;
	return n;
}

static struct model_texts
read_texts(struct reading *g, const struct record *r, const char *name)
{
	struct model_texts t = { 0 };
	struct text en = { 0 };
	size_t i, nen;

	text_addf(&en, "%s_en", name);
	t.n = count_values(r, name);
	nen = count_values(r, text_string(&en));
	if (t.n > 0 && nen > 0 && nen != t.n)
		refuse(g, line_of(r, text_string(&en)), text_string(&en),
		    _("not as many as in the other language; expected one for one"));
	if (nen > t.n)
		t.n = nen;
	t.at = arena_room(&g->model->arena, (t.n + 1) * sizeof *t.at);
	for (i = 0; i < t.n; i++) {
		const char *a = nth_value(r, name, i), *b = nth_value(r, text_string(&en), i);

		t.at[i].nl = a == NULL ? "" : a;
		t.at[i].en = b == NULL ? "" : b;
	}
	text_release(&en);
	return t;
}

static long
read_number(struct reading *g, const struct record *r, const char *name, long absent, long min, long max)
{
	const char *value = record_value(r, name);
	long number;

	if (value[0] == '\0')
		return absent;
	if (schema_number(value, &number) && number >= min && number <= max)
		return number;
	problems_add(g->problems, PROBLEM_ERROR, "model", g->file, line_of(r, name), name,
	    _("expected a whole number from %ld to %ld"), min, max);
	return absent;
}

static bool
read_yes(struct reading *g, const struct record *r, const char *name)
{
	const char *value = record_value(r, name);

	if (value[0] != '\0' && strcmp(value, "ja") != 0 && strcmp(value, "nee") != 0)
		refuse(g, line_of(r, name), name, _("expected ja or nee"));
	return strcmp(value, "ja") == 0;
}

static const char *
read_code(struct reading *g, const struct record *r)
{
	const char *code = record_value(r, "Code");

	if (code[0] != '\0' && code[strspn(code, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-")] != '\0')
		refuse(g, line_of(r, "Code"), "Code", _("expected letters a-z, digits, - and _ only"));
	return code;
}

static void
twice(struct reading *g, const struct record *r, const char *field)
{
	refuse(g, line_of(r, field), field, _("this code stands twice in the model"));
}

static void
take_model(struct reading *g, const struct record *r)
{
	struct model *m = g->model;
	size_t i;

	if (g->models++ > 0)
		refuse(g, r->line, NULL, _("a second record of kind model; expected one"));
	g->head = r;
	read_number(g, r, "Formaat", 1, 1, 1);
	m->name = read_text(r, "Naam");
	if (record_value(r, "Taal")[0] != '\0' && !lang_parse(record_value(r, "Taal"), &m->lang))
		refuse(g, line_of(r, "Taal"), "Taal", _("expected nl or en"));
	m->evaluation_days = read_number(g, r, "Evaluatie_dagen", 0, 1, 36500);
	m->keep_years = read_number(g, r, "Bewaar_jaren", 15, 1, 150);
	m->signal_note = read_number(g, r, "Signaal_notitie", 42, 0, 36500);
	m->signal_score = read_number(g, r, "Signaal_score", 182, 0, 36500);
	m->signal_waiting = read_number(g, r, "Signaal_wachten", 56, 0, 36500);
	m->nown_fields = count_values(r, "Eigen_veld");
	m->own_fields = arena_room(&m->arena, (m->nown_fields + 1) * sizeof *m->own_fields);
	for (i = 0; i < m->nown_fields; i++) {
		const char *own = nth_value(r, "Eigen_veld", i), *dot = strchr(own, '.');
		char *kind = memory_copy_n(own, dot == NULL ? 0 : (size_t)(dot - own));

		m->own_fields[i] = own;
		if (dot == NULL || schema_kind(kind) == NULL || !rec_name(dot + 1, strlen(dot + 1)))
			refuse(g, line_of(r, "Eigen_veld"), "Eigen_veld", _("expected KIND.Field, such as client.Doelgroep"));
		free(kind);
	}
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
	p->code = read_code(g, r);
	p->line = r->line;
	p->name = read_text(r, "Naam");
	p->purpose = read_text(r, "Doel");
	p->questions = read_texts(g, r, "Vraag");
	p->norm_days = read_number(g, r, "Norm_dagen", 0, 1, 36500);
	p->core = read_yes(g, r, "Kern");
	if (model_phase(m, p->code) != NULL)
		twice(g, r, "Code");
	p->naliases = count_values(r, "Alias");
	p->aliases = arena_room(&m->arena, (p->naliases + 1) * sizeof *p->aliases);
	for (i = 0; i < p->naliases; i++) {
		p->aliases[i] = nth_value(r, "Alias", i);
		if (model_phase(m, p->aliases[i]) != NULL)
			twice(g, r, "Alias");
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
	d->code = read_code(g, r);
	d->name = read_text(r, "Naam");
	d->aspects = read_texts(g, r, "Aspect");
	d->questions = read_texts(g, r, "Vraag");
	if (model_domain(m, d->code) != NULL)
		twice(g, r, "Code");
	m->ndomains++;
}

static void
take_strength(struct reading *g, const struct record *r)
{
	struct model *m = g->model;
	struct model_strength *s;

	m->strengths = memory_room(m->strengths, &g->strengths, m->nstrengths + 1, sizeof *m->strengths);
	s = &m->strengths[m->nstrengths];
	s->code = read_code(g, r);
	s->name = read_text(r, "Naam");
	s->questions = read_texts(g, r, "Vraag");
	if (model_strength(m, s->code) != NULL)
		twice(g, r, "Code");
	m->nstrengths++;
}

static void
take_scale(struct reading *g, const struct record *r)
{
	struct model *m = g->model;
	struct model_scale *s;
	size_t i;

	m->scales = memory_room(m->scales, &g->scales, m->nscales + 1, sizeof *m->scales);
	s = &m->scales[m->nscales];
	s->code = read_code(g, r);
	s->name = read_text(r, "Naam");
	s->min = read_number(g, r, "Min", 0, -1000, 1000);
	s->max = read_number(g, r, "Max", 0, -1000, 1000);
	s->labels = read_texts(g, r, "Label");
	if (s->min >= s->max)
		refuse(g, line_of(r, "Max"), "Max", _("expected more than Min"));
	for (i = 0; i < s->labels.n; i++) {
		const char *t = s->labels.at[i].nl[0] != '\0' ? s->labels.at[i].nl : s->labels.at[i].en;
		char *end;
		long score = strtol(t, &end, 10);

		if (end == t || *end != ' ' || score < s->min || score > s->max)
			refuse(g, line_of(r, "Label"), "Label", _("expected a score of the scale, a blank and a word"));
	}
	if (s->code[0] != '\0' && model_scale(m, s->code) != NULL)
		twice(g, r, "Code");
	m->nscales++;
}

static void
take_reason(struct reading *g, const struct record *r)
{
	struct model *m = g->model;
	struct model_reason *e;

	m->reasons = memory_room(m->reasons, &g->reasons, m->nreasons + 1, sizeof *m->reasons);
	e = &m->reasons[m->nreasons];
	e->code = read_code(g, r);
	e->name = read_text(r, "Naam");
	e->national = record_value(r, "Landelijk");
	e->dropout = read_yes(g, r, "Uitval");
	if (model_reason(m, e->code) != NULL)
		twice(g, r, "Code");
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
	refuse_word(g, r->line, "Record", _("\"%s\" is no kind of record of a model"), r->name, near.best);
}

static void
unknown_phase(struct reading *g, long line, const char *field, const char *code)
{
	refuse_word(g, line, field, _("the model has no phase \"%s\""), code,
	    model_nearest(g->model, REF_FASE, code));
}

/* Na: DECISION PHASE */
static void
link_next(struct reading *g, struct model_phase *p, const struct field *f)
{
	const struct schema_field *decision = schema_field(schema_kind("evaluatie"), "Besluit");
	size_t n = strcspn(f->value, " ");
	char *word = memory_copy_n(f->value, n);
	const char *code = f->value + n + strspn(f->value + n, " ");
	const struct model_phase *to = model_phase(g->model, code);

	if (!schema_code(decision, word))
		problems_add(g->problems, PROBLEM_ERROR, "model", g->file, f->line, "Na",
		    _("\"%s\" is no decision of an evaluation; expected one of %s and a phase"), word, decision->codes);
	else if (to == NULL)
		unknown_phase(g, f->line, "Na", code);
	else {
		p->next[p->nnext].besluit = arena_copy(&g->model->arena, word, n);
		p->next[p->nnext++].phase = model_phase_index(g->model, to);
	}
	free(word);
}

/* What refers to records that may stand later in the file: conditions, Na and Evaluatie_vanaf. */
static void
link_phases(struct reading *g)
{
	struct model *m = g->model;
	size_t i, j, at = 0;

	for (i = 0; i < g->n; i++) {
		const struct record *r = &g->records[i];
		struct model_phase *p;

		if (strcmp(r->name, "fase") != 0)
			continue;
		p = &m->phases[at++];
		p->conditions = arena_room(&m->arena, (r->n + 1) * sizeof *p->conditions);
		p->next = arena_room(&m->arena, (r->n + 1) * sizeof *p->next);
		for (j = 1; j < r->n; j++) {
			const struct field *f = &r->fields[j];

			if (strcmp(f->name, "Eist") == 0 && condition_read(&p->conditions[p->nconditions],
			    f->value, m->own_fields, m->nown_fields, &m->arena, g->file, f->line, g->problems))
				p->nconditions++;
			else if (strcmp(f->name, "Na") == 0)
				link_next(g, p, f);
		}
	}
	m->evaluation_from = m->nphases;
	if (g->head != NULL && record_value(g->head, "Evaluatie_vanaf")[0] != '\0') {
		const char *code = record_value(g->head, "Evaluatie_vanaf");
		const struct model_phase *p = model_phase(m, code);

		if (p != NULL)
			m->evaluation_from = model_phase_index(m, p);
		else
			unknown_phase(g, line_of(g->head, "Evaluatie_vanaf"), "Evaluatie_vanaf", code);
	}
}

static void
take_record(struct reading *g, struct record *r)
{
	if (r->descriptor)
		return;
	if (r->n == 0 || strcmp(r->fields[0].name, "Record") != 0) {
		if (!r->broken)
			refuse(g, r->line, NULL, _("a record of a model begins with the field Record"));
		return;
	}
	r->name = r->fields[0].value;
	g->records = memory_room(g->records, &g->cap, g->n + 1, sizeof *g->records);
	g->records[g->n++] = *r;
}

/* Cuts the bytes into records; every value is without blanks around it. */
static void
read_records(struct reading *g, const char *bytes, size_t n)
{
	struct rec rec = { 0 };
	struct record r;
	size_t at = 0, bad, i;
	long number = 0;

	if (n >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0)
		at = 3;
	rec_begin(&rec, &g->model->arena, g->problems, g->file);
	while (at < n) {
		const char *nl = memchr(bytes + at, '\n', n - at);
		size_t length = nl != NULL ? (size_t)(nl - bytes) - at : n - at;
		size_t end = at + length + (nl != NULL ? 1 : 0);

		number++;
		if (nl != NULL && length > 0 && nl[-1] == '\r')
			length--;
		if (!utf8_valid(bytes + at, length, &bad) || memchr(bytes + at, '\0', length) != NULL)
			refuse(g, number, NULL, _("the line is not UTF-8 text"));
		if (rec_line(&rec, bytes + at, length, at, end, number, &r))
			take_record(g, &r);
		at = end;
	}
	if (rec_end(&rec, &r))
		take_record(g, &r);
	rec_release(&rec);
	for (i = 0; i < g->n; i++)
		for (size_t j = 0; j < g->records[i].n; j++) {
			struct field *f = &g->records[i].fields[j];
			const char *s = f->value + strspn(f->value, " \t\n");
			size_t len = strlen(s);

			while (len > 0 && strchr(" \t\n", s[len - 1]) != NULL)
				len--;
			f->value = arena_copy(&g->model->arena, s, len);
			if (j == 0)
				g->records[i].name = f->value;
		}
}

struct model *
model_read(const void *bytes, size_t n, const char *file, struct problems *problems)
{
	struct problems found = { 0 };
	struct reading g = { .problems = &found, .file = file };
	const struct model_kind *k;
	struct model *m = memory_new(1, sizeof *m);
	size_t i;

	g.model = m;
	m->name.nl = m->name.en = "";
	m->file = file == NULL ? NULL : arena_copy(&m->arena, file, strlen(file));
	m->bytes = arena_copy(&m->arena, bytes, n);
	m->size = n;
	m->keep_years = 15;
	read_records(&g, m->bytes, n);
	for (i = 0; i < g.n; i++) {
		for (k = kinds; k->name != NULL && strcmp(k->name, g.records[i].name) != 0; k++)
			continue;
		if (k->name == NULL) {
			unknown_kind(&g, &g.records[i]);
			continue;
		}
		check_fields(&g, k, &g.records[i]);
		k->take(&g, &g.records[i]);
	}
	link_phases(&g);
	if (g.models == 0)
		refuse(&g, 0, NULL, _("no record of kind model"));
	if (m->nphases == 0)
		refuse(&g, 0, NULL, _("no record of kind fase; expected one at least"));
	if (m->ndomains == 0)
		refuse(&g, 0, NULL, _("no record of kind leefgebied; expected one at least"));
	free(g.records);
	if (problems_error(&found)) {
		model_free(m);
		m = NULL;
	}
	problems_move(problems, &found);
	problems_release(&found);
	return m;
}

void
model_free(struct model *m)
{
	if (m == NULL)
		return;
	free(m->phases);
	free(m->domains);
	free(m->strengths);
	free(m->scales);
	free(m->reasons);
	arena_release(&m->arena);
	free(m);
}

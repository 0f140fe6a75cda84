#include "attribute.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "attribute_table.h"
#include "memory.h"
#include "nearest.h"

void
attribute_give(struct attribute_values *v, const char *value)
{
	if (value[0] == '\0')
		return;
	v->at = memory_room(v->at, &v->cap, v->n + 1, sizeof *v->at);
	v->at[v->n++] = value;
}

static void
small_letters(struct text *to, const char *name)
{
	for (; *name != '\0'; name++)
		text_addc(to, *name >= 'A' && *name <= 'Z' ? (char)(*name - 'A' + 'a') : *name);
}

static enum table_type
type_of(const struct schema_field *f)
{
	return f->type == FIELD_DATE ? TABLE_DATE : f->type == FIELD_NUMBER ? TABLE_NUMBER : TABLE_WORD;
}

bool
attribute_n(size_t n, struct text *name, enum table_type *type, const char **help)
{
	const struct schema_field *f = schema_kind("client")->fields;

	text_clear(name);
	if (n < attribute_nrows) {
		text_adds(name, attribute_rows[n].name);
		*type = attribute_rows[n].type;
		*help = attribute_rows[n].help;
		return true;
	}
	for (n -= attribute_nrows; f->name != NULL && n > 0; n--)
		f++;
	if (f->name == NULL)
		return false;
	small_letters(name, f->name);
	*type = type_of(f);
	*help = f->help;
	return true;
}

/* Whether the name is the row's; of one with DOMAIN, what stands there goes to *domain. */
static bool
is_row(const struct attribute_row *row, const char *name, struct arena *arena, const char **domain)
{
	const char *hole = strstr(row->name, "DOMAIN"), *tail;
	size_t before, n = strlen(name);

	*domain = NULL;
	if (hole == NULL)
		return strcmp(row->name, name) == 0;
	before = (size_t)(hole - row->name);
	tail = hole + strlen("DOMAIN");
	if (n <= before + strlen(tail) || strncmp(row->name, name, before) != 0 ||
	    strcmp(name + n - strlen(tail), tail) != 0)
		return false;
	*domain = arena_copy(arena, name + before, n - before - strlen(tail));
	return strchr(*domain, '.') == NULL;
}

/* The field of the schema that KIND.FIELD names, or what stands for one. */
static const struct schema_field *
like(const char *name, struct arena *arena)
{
	size_t n = strcspn(name, ".");

	if (strcmp(name, attribute_signals.name) == 0)
		return &attribute_signals;
	return schema_field(schema_kind(arena_copy(arena, name, n)), name + n + 1);
}

static bool
find_row(struct attribute *a, const char *name, const struct model *m, struct arena *arena, struct text *why, bool *wrong)
{
	const char *domain, *near;

	for (size_t i = 0; i < attribute_nrows; i++) {
		const struct attribute_row *row = &attribute_rows[i];

		if (!is_row(row, name, arena, &domain))
			continue;
		if (domain != NULL && model_domain(m, domain) == NULL) {
			*wrong = true;
			near = model_nearest(m, REF_LEEFGEBIED, domain);
			text_addf(why, _("\"%s\" is no domain of the model; expected one of "), domain);
			model_codes(m, REF_LEEFGEBIED, why);
			if (near != NULL)
				text_addf(why, _("; did you mean \"%s\"?"), near);
			return false;
		}
		a->row = row;
		a->type = row->type;
		a->domain = domain;
		a->spec = row->like == NULL ? NULL : like(row->like, arena);
		return true;
	}
	return false;
}

/* The name that the model declares for a field of its own, or NULL. */
static const char *
declared(const struct model *m, const char *kind, const char *field)
{
	size_t n = strlen(kind);

	for (size_t i = 0; i < m->nown_fields; i++)
		if (strncmp(m->own_fields[i], kind, n) == 0 && m->own_fields[i][n] == '.' &&
		    strcasecmp(m->own_fields[i] + n + 1, field) == 0)
			return m->own_fields[i] + n + 1;
	return NULL;
}

/* A field of a kind: one of ours, of the model, or of nobody that we know. */
static void
take_field(struct attribute *a, const char *kind, const char *field, const struct model *m)
{
	const struct schema_kind *k = schema_kind(kind);
	const char *own = declared(m, kind, field);

	a->kind = kind;
	a->type = TABLE_WORD;
	a->spec = schema_field_named(k != NULL ? k : &schema_kinds[KIND_OTHER], field);
	if (a->spec != NULL) {
		a->field = a->spec->name;
		a->type = type_of(a->spec);
	} else {
		a->field = own != NULL ? own : field;
		a->loose = own == NULL;
	}
}

static void
offer(struct nearest *near, struct text *name, struct arena *arena)
{
	nearest_offer(near, arena_copy(arena, text_string(name), name->len));
	text_clear(name);
}

/* Offers every name that there is, KIND.Field only to one with a dot. */
static void
offer_names(struct nearest *near, const struct model *m, struct arena *arena)
{
	struct text name = { 0 };
	enum table_type type;
	const char *help;

	for (size_t i = 0; attribute_n(i, &name, &type, &help); i++)
		offer(near, &name, arena);
	for (size_t i = 0; i < m->nown_fields; i++)
		if (strncmp(m->own_fields[i], "client.", 7) == 0) {
			small_letters(&name, m->own_fields[i] + 7);
			offer(near, &name, arena);
		}
	for (const struct schema_kind *k = schema_kinds; k->name != NULL && strchr(near->word, '.') != NULL; k++)
		for (const struct schema_field *f = k->fields; f->name != NULL; f++) {
			text_addf(&name, "%s.%s", k->name, f->name);
			offer(near, &name, arena);
		}
	text_release(&name);
}

bool
attribute_find(struct attribute *a, const char *name, const struct model *m, struct arena *arena, struct text *why)
{
	const char *dot = strchr(name, '.'), *field = dot == NULL ? name : dot + 1, *kind = "client";
	struct nearest near;
	bool wrong = false;

	memset(a, 0, sizeof *a);
	a->name = arena_copy(arena, name, strlen(name));
	if (find_row(a, name, m, arena, why, &wrong))
		return true;
	if (wrong)
		return false;
	if (dot != NULL)
		kind = arena_copy(arena, name, (size_t)(dot - name));
	if (!rec_name(field, strlen(field)) || field[0] == '%' || !rec_name(kind, strlen(kind)) || kind[0] == '%') {
		text_adds(why, _("no attribute has this name; expected one such as fase, score.DOMAIN or KIND.Field"));
		return false;
	}
	take_field(a, kind, a->name + (field - name), m);
	if (!a->loose)
		return true;
	nearest_begin(&near, name);
	offer_names(&near, m, arena);
	if (near.best == NULL)
		return true;
	text_addf(why, _("no attribute has this name; did you mean \"%s\"?"), near.best);
	return false;
}

static void
field_values(const struct attribute *a, const struct state *s, struct attribute_values *v)
{
	for (size_t i = 0; i < s->n; i++) {
		const struct entry *e = &s->entries[i];
		const struct field *f;

		if (strcmp(e->kind_name, a->kind) != 0 || e->superseded)
			continue;
		if (a->spec != NULL)
			for (f = entry_at(e, a->spec->slot); f != NULL; f = field_next(f))
				attribute_give(v, f->value);
		else
			for (size_t j = 0; (f = entry_loose(e, &j)) != NULL; )
				if (a->loose ? strcasecmp(f->name, a->field) == 0 : strcmp(f->name, a->field) == 0)
					attribute_give(v, f->value);
	}
}

void
attribute_values(const struct attribute *a, const struct state *s, struct attribute_values *v)
{
	v->n = 0;
	arena_clear(&v->arena);
	if (a->row != NULL) {
		struct attribute_about about = a->row->about;

		about.domain = a->domain;
		a->row->compute(s, &about, v);
	} else
		field_values(a, s, v);
}

bool
attribute_held(const struct attribute *a, const struct state *s, struct nearest *near)
{
	const struct dossier *d = s->dossier;

	for (size_t i = 0; i < d->n; i++)
		for (size_t j = 2; strcmp(d->records[i].name, a->kind) == 0 && j < d->records[i].n; j++) {
			if (strcasecmp(d->records[i].fields[j].name, a->field) == 0)
				return true;
			nearest_offer(near, d->records[i].fields[j].name);
		}
	return false;
}

void
attribute_values_release(struct attribute_values *v)
{
	struct attribute_values empty = { 0 };

	free(v->at);
	arena_release(&v->arena);
	*v = empty;
}

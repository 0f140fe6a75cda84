/* SPDX-License-Identifier: ISC */
#include "attribute.h"

#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "attribute_table.h"
#include "nearest.h"
#include "sharing.h"
#include "shown.h"

static void
small_letters(struct text *to, const char *name)
{
	for (; *name != '\0'; name++)
		text_addc(to, *name >= 'A' && *name <= 'Z' ? (char)(*name - 'A' + 'a') : *name);
}

static enum table_type
type_of(const struct schema_field *f)
{
	return f->type == FIELD_DATE ? TABLE_DATE : f->type == FIELD_NUMBER ? TABLE_NUMBER :
	    TABLE_WORD;
}

bool
attribute_n(size_t n, struct text *name, enum table_type *type, const char **help)
{
	const struct schema_kind *client = &schema_kinds[KIND_CLIENT];
	const struct schema_field *f = schema_next(client, NULL);

	text_clear(name);
	if (n < attribute_nrows) {
		text_adds(name, attribute_rows[n].name);
		*type = attribute_rows[n].type;
		*help = attribute_rows[n].help;
		return true;
	}
	for (n -= attribute_nrows; f != NULL && n > 0; n--)
		f = schema_next(client, f);
	if (f == NULL)
		return false;
	small_letters(name, f->name);
	*type = type_of(f);
	*help = f->help;
	return true;
}

/* What stands in a row's name for one that somebody gives: DOMAIN or, of any form, NAME. */
static const char *
hole_in(const char *row, size_t *n)
{
	const char *hole = strstr(row, "DOMAIN");

	*n = strlen("DOMAIN");
	if (hole == NULL) {
		hole = strstr(row, "NAME");
		*n = strlen("NAME");
	}
	return hole;
}

/* Whether the name is the row's; of one with DOMAIN, what stands there goes to *domain. */
static bool
is_row(const struct attribute_row *row, const char *name, struct arena *arena, const char **domain)
{
	size_t before, after, length, n = strlen(name);
	const char *hole = hole_in(row->name, &length), *tail;

	*domain = NULL;
	if (hole == NULL)
		return schema_same_name(row->name, name);
	before = (size_t)(hole - row->name);
	tail = hole + length;
	after = strlen(tail);
	if (n <= before + after || !schema_same_name(tail, name + n - after) ||
	    !schema_same_name(arena_copy(arena, row->name, before),
	    arena_copy(arena, name, before)))
		return false;
	*domain = arena_copy(arena, name + before, n - before - after);
	return length == strlen("NAME") || strchr(*domain, '.') == NULL;
}

/* The domain as the model writes it, or NULL. */
static const char *
domain_named(const struct model *m, const char *name)
{
	for (size_t i = 0; i < m->ndomains; i++)
		if (schema_same_name(m->domains[i].code, name))
			return m->domains[i].code;
	return NULL;
}

static const char *
row_name(const struct attribute_row *row, const char *domain, struct arena *arena)
{
	size_t length;
	const char *hole = hole_in(row->name, &length);
	struct text name = { 0 };
	const char *kept;

	if (hole == NULL)
		return row->name;
	text_addf(&name, "%.*s%s%s", (int)(hole - row->name), row->name, domain,
	    hole + length);
	kept = arena_copy(arena, text_string(&name), name.len);
	text_release(&name);
	return kept;
}

/* The field of the schema that KIND.FIELD names, or what stands for one. */
static const struct schema_field *
like(const char *name, struct arena *arena)
{
	static const struct schema_field *const ours[] = { &attribute_signals, &attribute_sharing,
	    &attribute_ages };
	size_t n = strcspn(name, ".");

	for (size_t i = 0; i < sizeof ours / sizeof *ours; i++)
		if (strcmp(name, ours[i]->name) == 0)
			return ours[i];
	return schema_field(schema_kind(arena_copy(arena, name, n)), name + n + 1);
}

static bool
find_row(struct attribute *a, const char *name, const struct model *m, struct arena *arena,
    struct text *why, bool *wrong)
{
	const char *domain;

	for (size_t i = 0; i < attribute_nrows; i++) {
		const struct attribute_row *row = &attribute_rows[i];

		if (!is_row(row, name, arena, &domain))
			continue;
		a->domain = domain == NULL || strstr(row->name, "NAME") != NULL ? domain :
		    domain_named(m, domain);
		if (domain != NULL && a->domain == NULL) {
			*wrong = true;
			text_addf(why, _("\"%s\" is no domain of the model; expected one of "),
			    shown_or_dots(domain));
			model_codes(m, REF_LEEFGEBIED, why);
			nearest_say(why, model_nearest(m, REF_LEEFGEBIED, domain));
			return false;
		}
		a->row = row;
		a->loose = a->domain != NULL && strstr(row->name, "NAME") != NULL;
		a->name = row_name(row, a->domain, arena);
		a->type = row->type;
		a->spec = row->like == NULL ? NULL : like(row->like, arena);
		return true;
	}
	return false;
}

/* The field's name in the dossiers where only they know it: - is no letter of a name there. */
static const char *
written(const char *name, struct arena *arena)
{
	struct text t = { 0 };
	const char *kept;

	for (; *name != '\0'; name++)
		text_addc(&t, *name == '-' ? '_' : *name);
	kept = arena_copy(arena, text_string(&t), t.len);
	text_release(&t);
	return kept;
}

/* A field of a kind: one that we or the model know, or of nobody. */
static void
take_field(struct attribute *a, const char *kind, const char *field, struct arena *arena)
{
	const struct schema_kind *k = schema_kind_named(kind);

	a->kind = k == NULL ? kind : k->name;
	a->type = TABLE_WORD;
	a->spec = schema_field_named(k != NULL ? k : &schema_kinds[KIND_OTHER], field);
	a->loose = a->spec == NULL;
	if (a->spec != NULL) {
		a->field = a->spec->name;
		a->type = type_of(a->spec);
	} else
		a->field = written(field, arena);
}

static void
offer(struct nearest *near, struct text *name, struct arena *arena)
{
	nearest_offer(near, arena_copy(arena, text_string(name), name->len));
	text_clear(name);
}

/* Offers every name that there is, KIND.Field only to one with a dot. */
static void
offer_names(struct nearest *near, struct arena *arena)
{
	struct text name = { 0 };
	enum table_type type;
	const char *help;

	for (size_t i = 0; attribute_n(i, &name, &type, &help); i++)
		offer(near, &name, arena);
	for (const struct schema_kind *k = schema_kinds; k->name != NULL &&
	    strchr(near->word, '.') != NULL; k++)
		for (const struct schema_field *f = schema_next(k, NULL); f != NULL;
		    f = schema_next(k, f)) {
			text_addf(&name, "%s.%s", k->name, f->name);
			offer(near, &name, arena);
		}
	text_release(&name);
}

/* KIND.Field of the first kind that has a field of that name, or NULL. */
static const char *
elsewhere(const char *field, struct arena *arena)
{
	const struct schema_field *f = NULL;
	const struct schema_kind *k = schema_kinds;
	struct text name = { 0 };
	const char *kept;

	while (k->name != NULL && (f = schema_field_named(k, field)) == NULL)
		k++;
	if (f == NULL)
		return NULL;
	text_addf(&name, "%s.%s", k->name, f->name);
	kept = arena_copy(arena, text_string(&name), name.len);
	text_release(&name);
	return kept;
}

bool
attribute_find(struct attribute *a, const char *name, const struct model *m, struct arena *arena,
    struct text *why)
{
	const char *dot = strchr(name, '.'), *field, *kind = schema_kinds[KIND_CLIENT].name;
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
	field = written(dot == NULL ? name : dot + 1, arena);
	if (!rec_name(field, strlen(field)) || field[0] == '%' || !rec_name(kind, strlen(kind)) ||
	    kind[0] == '%') {
		text_adds(why,
		    _("no attribute has this name; expected one such as fase, "
		    "score.DOMAIN or KIND.Field"));
		return false;
	}
	take_field(a, kind, field, arena);
	if (a->loose && dot == NULL)
		a->near = elsewhere(field, arena);
	if (a->loose && a->near == NULL) {
		nearest_begin(&near, a->name);
		offer_names(&near, arena);
		a->near = near.best;
	}
	return true;
}

static void
entry_values(const struct attribute *a, const struct entry *e, struct attribute_values *v)
{
	const struct field *f;

	if (a->spec != NULL)
		for (f = entry_at(e, a->spec->slot); f != NULL; f = field_next(f))
			attribute_give(v, f->value);
	else
		for (size_t i = 0; (f = entry_loose(e, &i)) != NULL; )
			if (schema_same_name(f->name, a->field))
				attribute_give(v, f->value);
}

static void
field_values(const struct attribute *a, const struct fold *s, struct attribute_values *v)
{
	if (strcmp(a->kind, schema_kinds[KIND_CLIENT].name) == 0) {
		entry_values(a, s->client, v);
		return;
	}
	for (size_t i = 0; i < s->n; i++)
		if (schema_same_name(s->entries[i].first->name, a->kind) &&
		    !s->entries[i].superseded)
			entry_values(a, &s->entries[i], v);
}

void
attribute_values(const struct attribute *a, const struct fold *s, struct attribute_values *v)
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
attribute_single(const struct attribute *a)
{
	return a->row != NULL ? a->spec != &attribute_signals :
	    strcmp(a->kind, schema_kinds[KIND_CLIENT].name) == 0;
}

/* Whether a record of the dossier is about sharing with who the attribute names. */
static bool
shares(const struct attribute *a, const struct dossier *d)
{
	for (size_t i = 0; i < d->n; i++)
		if (sharing_about(&d->records[i], a->domain))
			return true;
	return false;
}

void
attribute_look(const struct attribute *a, struct attribute_sight *sight, const struct dossier *d,
    struct arena *arena)
{
	const char *best;

	if (sight->met || !a->loose)
		return;
	if (a->row != NULL) {
		sight->looked = true;
		sight->met = shares(a, d);
		return;
	}
	if (!sight->looked)
		nearest_begin(&sight->near, a->field);
	sight->looked = true;
	best = sight->near.best;
	for (size_t i = 0; i < d->n; i++)
		for (size_t j = 2; schema_same_name(d->records[i].name, a->kind) &&
		    j < d->records[i].n; j++) {
			if (schema_same_name(d->records[i].fields[j].name, a->field)) {
				sight->met = true;
				return;
			}
			nearest_offer(&sight->near, d->records[i].fields[j].name);
		}
	if (sight->near.best != best)
		sight->near.best = arena_copy(arena, sight->near.best, strlen(sight->near.best));
}

bool
attribute_unmet(const struct attribute *a, const struct attribute_sight *sight, struct text *why)
{
	const char *near = a->near != NULL ? a->near : sight->near.best;

	if (!a->loose || sight->met || !sight->looked)
		return false;
	if (a->row != NULL) {
		text_adds(why, _("no dossier has an akkoord on delen with that Met; "
		    "fasen-show -v toestemming lists those there are"));
		return true;
	}
	text_addf(why, _("\"%s\" is no attribute, and no dossier has such a field"), a->name);
	nearest_say(why, near);
	if (near == NULL)
		text_adds(why, _("; fasen-select --attributes lists what there is"));
	return true;
}

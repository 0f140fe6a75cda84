/* SPDX-License-Identifier: ISC */
#include "mapping.h"

#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "nearest.h"
#include "rec.h"
#include "text.h"

bool
mapping_wrong(const struct mapping_place *p, const char *code, const char *field, const char *text)
{
	problems_add(p->problems, PROBLEM_ERROR, code, p->file, p->line, field, "%s", text);
	return false;
}

void
mapping_begin(struct mapping *m)
{
	*m = (struct mapping){ 0 };
	m->groups = alloc_room(NULL, &m->groups_cap, 1, sizeof *m->groups);
	m->groups[m->ngroups++] = (struct mapping_group){
	    alloc_copy(schema_kinds[KIND_CLIENT].name), &schema_kinds[KIND_CLIENT],
	    alloc_copy("") };
}

static size_t
group_of(struct mapping *m, const char *kind, const char *label)
{
	size_t i;

	for (i = 0; i < m->ngroups; i++)
		if (strcmp(m->groups[i].kind, kind) == 0 && strcmp(m->groups[i].label, label) == 0)
			return i;
	m->groups = alloc_room(m->groups, &m->groups_cap, m->ngroups + 1, sizeof *m->groups);
	m->groups[m->ngroups++] = (struct mapping_group){ alloc_copy(kind), schema_kind(kind),
	    alloc_copy(label) };
	return i;
}

static const char *
nearest_field(const struct schema_kind *k, const char *word)
{
	const struct schema_field *f;
	struct nearest near;

	nearest_begin(&near, word);
	for (f = schema_next(k, NULL); f != NULL; f = schema_next(k, f))
		nearest_offer(&near, f->name);
	for (f = schema_common_fields; f->name != NULL; f++)
		nearest_offer(&near, f->name);
	return near.best;
}

/* Whether the field can be filled; r->spec and r->field get what it is. */
static bool
find_field(struct mapping_rule *r, const struct mapping_group *g, const char *word,
    const struct mapping_place *p)
{
	const char *near;
	struct text why = { 0 };

	r->spec = g->spec == NULL ? NULL : schema_field_named(g->spec, word);
	if (g->spec == &schema_kinds[KIND_CLIENT] &&
	    (schema_same_name(word, MAPPING_ID) || schema_same_name(word, "ID"))) {
		r->field = alloc_copy(MAPPING_ID);
		return true;
	}
	r->field = alloc_copy(r->spec != NULL ? r->spec->name : word);
	if (r->spec != NULL)
		return true;
	if (!rec_name(word, strlen(word)) || word[0] == '%' ||
	    schema_same_name(word, SCHEMA_RECORD) || schema_same_name(word, MAPPING_ID))
		return mapping_wrong(p, "field", word[0] != '\0' ? word : NULL,
		    _("cannot be the name of a field; expected a letter, "
		    "then letters, digits and _"));
	near = g->spec == NULL ? NULL : nearest_field(g->spec, word);
	if (near == NULL)
		return true;
	text_addf(&why, _("no field of %s; did you mean %s?"), g->kind, near);
	mapping_wrong(p, "field", word, text_string(&why));
	text_release(&why);
	return false;
}

static const struct schema_kind *
find_kind(const char *kind, const struct mapping_place *p)
{
	const struct schema_kind *k = schema_kind_named(kind);
	struct nearest near;
	struct text why = { 0 };

	if (k != NULL)
		return k;
	nearest_begin(&near, kind);
	for (k = schema_kinds; k->name != NULL; k++)
		nearest_offer(&near, k->name);
	text_adds(&why, _("no kind of record"));
	if (near.best != NULL)
		text_addf(&why, _("; did you mean %s?"), near.best);
	else
		for (k = schema_kinds; k->name != NULL; k++)
			text_addf(&why, "%s%s", k == schema_kinds ? _("; expected one of ") :
			    " ", k->name);
	mapping_wrong(p, "kind", kind, text_string(&why));
	text_release(&why);
	return NULL;
}

/* Reads [KIND[[LABEL]].]FIELD. */
static bool
read_target(struct mapping *m, struct mapping_rule *r, const char *target,
    const struct mapping_place *p)
{
	size_t label = strcspn(target, "["), n;
	const char *dot, *close = NULL;
	const struct schema_kind *k;
	char *kind, *name = NULL;
	bool good;

	if (target[label] == '[')
		close = strchr(target + label, ']');
	if (target[label] == '[' && (close == NULL || close[1] != '.'))
		return mapping_wrong(p, "map", NULL, _("expected KIND[LABEL].FIELD"));
	dot = close != NULL ? close + 1 : strchr(target, '.');
	if (dot == NULL) {
		r->group = 0;
		return find_field(r, &m->groups[0], target, p);
	}
	n = close != NULL ? label : (size_t)(dot - target);
	kind = alloc_copy_n(target, n);
	if (close != NULL)
		name = alloc_copy_n(target + label + 1, (size_t)(close - target) - label - 1);
	k = find_kind(kind, p);
	good = k != NULL;
	if (good && name != NULL && k->id == KIND_CLIENT)
		good = mapping_wrong(p, "map", NULL,
		    _("client takes no label, for a row is about one client"));
	if (good) {
		r->group = group_of(m, k->name, name != NULL ? name : "");
		good = find_field(r, &m->groups[r->group], dot + 1, p);
	}
	free(kind);
	free(name);
	return good;
}

void
mapping_rule_release(struct mapping_rule *r)
{
	size_t i;

	for (i = 0; i < r->ncolumns; i++)
		free(r->columns[i]);
	for (i = 0; i < r->ncodes; i++) {
		free(r->codes[i].from);
		free(r->codes[i].to);
	}
	free(r->columns);
	free(r->codes);
	free(r->fixed);
	free(r->field);
	free(r->separator);
	free(r->other);
	free(r->file);
}

static const struct mapping_rule *
filled(const struct mapping *m, const struct mapping_rule *r)
{
	size_t i;

	if (r->spec != NULL && r->spec->flags & FIELD_REPEATS)
		return NULL;
	for (i = 0; i < m->n; i++)
		if (m->rules[i].group == r->group && strcmp(m->rules[i].field, r->field) == 0)
			return &m->rules[i];
	return NULL;
}

static bool
add_rule(struct mapping *m, struct mapping_rule *r, const struct mapping_place *p)
{
	if (filled(m, r) != NULL)
		return mapping_wrong(p, "twice", r->field,
		    _("filled by two rules; expected one (COLUMN+COLUMN joins columns)"));
	if (r->separator != NULL && (r->spec == NULL || !(r->spec->flags & FIELD_REPEATS)))
		return mapping_wrong(p, "split", r->field,
		    _("does not repeat; expected no \"split\""));
	if (r->clears && r->group != 0)
		return mapping_wrong(p, "map", r->field,
		    _("not a field of client; expected no \"wissen\""));
	if (r->once && r->group != 0 && r->spec != NULL && (r->spec->flags & FIELD_KEY ||
	    r->spec->slot < SLOT_FORMAAT))
		return mapping_wrong(p, "map", r->field,
		    _("says of what a record is, when or by whom; expected no \"eenmalig\""));
	if (r->clears && (strcmp(r->field, MAPPING_ID) == 0 ||
	    (r->spec != NULL && (r->spec->flags & FIELD_REQUIRED ||
	    r->spec->slot == SLOT_OP || r->spec->slot == SLOT_DOOR ||
	    r->spec->slot == SLOT_VASTGELEGD))))
		return mapping_wrong(p, "map", r->field,
		    _("asked for in every dossier; expected no \"wissen\""));
	r->file = p->file != NULL ? alloc_copy(p->file) : NULL;
	r->line = p->line;
	m->rules = alloc_room(m->rules, &m->cap, m->n + 1, sizeof *m->rules);
	m->rules[m->n++] = *r;
	return true;
}

bool
mapping_add(struct mapping *m, struct mapping_rule *r, const char *target,
    const struct mapping_place *p)
{
	if (read_target(m, r, target, p) && add_rule(m, r, p))
		return true;
	mapping_rule_release(r);
	return false;
}

void
mapping_leave_out(struct mapping *m, struct mapping_rule *r)
{
	size_t i;

	for (i = 0; i < r->ncolumns; i++) {
		m->left_out = alloc_room(m->left_out, &m->left_out_cap, m->nleft_out + 1,
		    sizeof *m->left_out);
		m->left_out[m->nleft_out++] = r->columns[i];
	}
	r->ncolumns = 0;
	mapping_rule_release(r);
}

bool
mapping_by_name(struct mapping *m, const char *column, const struct model *model, const char **near)
{
	struct problems problems = { 0 };
	struct mapping_place p = { NULL, 0, model, &problems };
	struct mapping_rule r = { 0 };
	size_t cap = 0, groups = m->ngroups;
	bool good;

	if (near != NULL)
		*near = strchr(column, '.') == NULL ? nearest_field(m->groups[0].spec, column) :
		    NULL;
	good = read_target(m, &r, column, &p) &&
	    (r.spec != NULL || strcmp(r.field, MAPPING_ID) == 0);
	if (good && (r.spec == NULL || !(r.spec->flags & FIELD_REPEATS)) && filled(m, &r) != NULL)
		good = false;
	if (good) {
		r.columns = alloc_room(NULL, &cap, 1, sizeof *r.columns);
		r.columns[r.ncolumns++] = alloc_copy(column);
		good = add_rule(m, &r, &p);
	}
	if (!good) {
		mapping_rule_release(&r);
		while (m->ngroups > groups) {
			free(m->groups[--m->ngroups].kind);
			free(m->groups[m->ngroups].label);
		}
	}
	problems_release(&problems);
	return good;
}

bool
mapping_uses(const struct mapping *m, const char *column)
{
	size_t i, j;

	for (i = 0; i < m->n; i++)
		for (j = 0; j < m->rules[i].ncolumns; j++)
			if (strcmp(m->rules[i].columns[j], column) == 0)
				return true;
	for (i = 0; i < m->nleft_out; i++)
		if (strcmp(m->left_out[i], column) == 0)
			return true;
	return false;
}

bool
mapping_only_elsewhere(const struct mapping *m, const char *column)
{
	const struct schema_field *f = schema_field_named(&schema_kinds[KIND_CLIENT], column);

	if (f == NULL || f->slot < SLOT_FIRST)
		return false;
	for (size_t i = 0; i < m->nleft_out; i++)
		if (strcmp(m->left_out[i], column) == 0)
			return false;
	for (size_t i = 0; i < m->n; i++)
		for (size_t j = 0; j < m->rules[i].ncolumns; j++)
			if (m->rules[i].group == 0 && strcmp(m->rules[i].columns[j], column) == 0)
				return false;
	return true;
}

bool
mapping_belongs(const struct mapping *m, const struct mapping_rule *r, size_t group)
{
	const struct mapping_group *own = &m->groups[r->group];

	return r->group == group ||
	    (own->label[0] == '\0' && strcmp(own->kind, m->groups[group].kind) == 0);
}

bool
mapping_makes(const struct mapping *m, size_t group)
{
	size_t i;

	for (i = 0; i < m->ngroups; i++)
		if (i != group && m->groups[group].label[0] == '\0' &&
		    strcmp(m->groups[i].kind, m->groups[group].kind) == 0)
			return false;
	return true;
}

bool
mapping_once(const struct mapping *m, size_t group, const char *field)
{
	for (size_t i = 0; i < m->n; i++)
		if (m->rules[i].once && mapping_belongs(m, &m->rules[i], group) &&
		    strcmp(m->rules[i].field, field) == 0)
			return true;
	return false;
}

bool
mapping_clears(const struct mapping *m, const char *field)
{
	for (size_t i = 0; i < m->n; i++)
		if (m->rules[i].clears && strcmp(m->rules[i].field, field) == 0)
			return true;
	return false;
}

const char *
mapping_code(const struct mapping_rule *r, const char *value)
{
	size_t i;

	for (i = 0; i < r->ncodes; i++)
		if (strcmp(r->codes[i].from, value) == 0)
			return r->codes[i].to;
	return r->other;
}

void
mapping_cut(struct mapping *m, size_t n)
{
	while (m->n > n)
		mapping_rule_release(&m->rules[--m->n]);
}

void
mapping_release(struct mapping *m)
{
	size_t i;

	mapping_cut(m, 0);
	for (i = 0; i < m->ngroups; i++) {
		free(m->groups[i].kind);
		free(m->groups[i].label);
	}
	for (i = 0; i < m->nleft_out; i++)
		free(m->left_out[i]);
	free(m->left_out);
	free(m->rules);
	free(m->groups);
	*m = (struct mapping){ 0 };
}

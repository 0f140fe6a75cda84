/* SPDX-License-Identifier: ISC */
#include "mapping_check.h"

#include <string.h>

#include "text.h"
#include "validity.h"

/* A day in a code table is written in the order of the export's, which is not known here. */
static bool
some_day(const char *value)
{
	static const enum date_order orders[] = { DATE_ISO, DATE_DMY, DATE_MDY, DATE_YMD };
	enum date_fault fault;

	for (size_t i = 0; i < sizeof orders / sizeof *orders; i++)
		if (date_read(value, orders[i], &fault) != DATE_NONE)
			return true;
	return false;
}

static bool
one_fits(const struct mapping_rule *r, const char *value, const struct mapping_place *p)
{
	struct text why = { 0 };
	bool good = r->ncolumns > 0 && r->spec->type == FIELD_DATE && some_day(value);

	if (!good)
		good = valid_value(r->spec, value, &why) &&
		    valid_reference(r->spec, value, p->model, &why);
	if (!good)
		mapping_wrong(p, "value", r->field, text_string(&why));
	text_release(&why);
	return good;
}

bool
mapping_value_fits(const struct mapping_rule *r, const char *value, const struct mapping_place *p)
{
	static const char marks[] = ",;|", blanks[] = " \t";
	bool several, good = true;
	struct text one = { 0 };

	if (r->spec == NULL || value[0] == '\0')
		return true;
	/* as rows have it, a fixed value may hold several codes; what a table says is one */
	several = r->ncolumns == 0 && r->separator == NULL && r->spec->flags & FIELD_REPEATS &&
	    r->spec->ref != REF_NONE;
	if (!several)
		return (r->ncolumns == 0 && r->separator != NULL) || one_fits(r, value, p);
	while (good && *(value += strspn(value, ",;| \t")) != '\0') {
		size_t n = strcspn(value, marks);

		text_clear(&one);
		text_add(&one, value, n);
		while (strchr(blanks, one.at[one.len - 1]) != NULL)
			text_cut(&one, one.len - 1);
		good = one_fits(r, one.at, p);
		value += n;
	}
	text_release(&one);
	return good;
}

/* The rule that fills a field in records of the group; its own before that of all labels. */
static const struct mapping_rule *
filling(const struct mapping *m, size_t group, const struct schema_field *f)
{
	const struct mapping_rule *found = NULL;

	for (size_t i = 0; i < m->n; i++)
		if (m->rules[i].spec == f && mapping_belongs(m, &m->rules[i], group) &&
		    (found == NULL || m->rules[i].group == group))
			found = &m->rules[i];
	return found;
}

/* A label that is the key, for nothing else fills that. */
static bool
label_fits(const struct mapping *m, const struct mapping_rule *r, const struct model *model,
    struct text *why)
{
	const struct mapping_group *g = &m->groups[r->group];
	const struct schema_field *key = g->spec == NULL ? NULL : schema_key(g->spec);

	return key == NULL || g->label[0] == '\0' || filling(m, r->group, key) != NULL ||
	    (valid_value(key, g->label, why) && valid_reference(key, g->label, model, why));
}

/* A score that is the same in every row, where the scale is known. */
static bool
score_fits(const struct mapping *m, const struct mapping_rule *r, const struct model *model,
    struct text *why)
{
	const struct schema_kind *k = &schema_kinds[KIND_LEEFGEBIED];
	const struct mapping_rule *scale;

	if (r->spec != schema_slot(k, LEEFGEBIED_SCORE) || r->fixed == NULL)
		return true;
	scale = filling(m, r->group, schema_slot(k, LEEFGEBIED_SCHAAL));
	return (scale != NULL && scale->fixed == NULL) ||
	    valid_score(scale != NULL ? scale->fixed : "", r->fixed, model, why);
}

static bool
day_fits(const struct mapping_rule *r, date today, struct text *why)
{
	const struct schema_kind *client = &schema_kinds[KIND_CLIENT];
	date d;

	if (r->fixed == NULL || (r->spec != schema_slot(client, CLIENT_GEBOREN) &&
	    r->spec != schema_slot(client, CLIENT_AANGEMELD)))
		return true;
	d = date_parse(r->fixed);
	if (d == DATE_NONE || d <= today)
		return true;
	text_adds(why, _("after today; expected today or a day before"));
	return false;
}

/* Whether a rule before it is of the same group, whose label it was held against. */
static bool
looked_at(const struct mapping *m, size_t rule)
{
	size_t i = 0;

	while (m->rules[i].group != m->rules[rule].group)
		i++;
	return i < rule;
}

bool
mapping_fits(const struct mapping *m, const struct model *model, date today,
    struct problems *problems)
{
	bool good = true;

	for (size_t i = 0; i < m->n; i++) {
		const struct mapping_rule *r = &m->rules[i];
		const struct mapping_group *g = &m->groups[r->group];
		struct mapping_place p = { r->file, r->line, model, problems };
		struct text why = { 0 }, label = { 0 };

		text_addf(&label, "%s[%s]", g->kind, g->label);
		if (!looked_at(m, i) && !label_fits(m, r, model, &why))
			good = mapping_wrong(&p, "value", text_string(&label), text_string(&why));
		text_clear(&why);
		if (!score_fits(m, r, model, &why) || !day_fits(r, today, &why))
			good = mapping_wrong(&p, "value", r->field, text_string(&why));
		text_release(&why);
		text_release(&label);
	}
	return good;
}

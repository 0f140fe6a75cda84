/* SPDX-License-Identifier: ISC */
#include "model.h"

#include <stdlib.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "nearest.h"

const char *
model_value_label(const struct model *m, const struct schema_field *f, const char *code,
    enum lang lang)
{
	size_t n = strlen(code);

	for (size_t i = 0; i < m->nfields; i++)
		for (size_t j = 0; m->fields[i].field == f && j < m->fields[i].values.n; j++) {
			const char *value = m->fields[i].values.at[j].nl;
			const char *text = model_text(&m->fields[i].values.at[j], lang);

			if (strncmp(value, code, n) == 0 && value[n] == ' ')
				return strncmp(text, code, n) == 0 && text[n] == ' ' ?
				    text + n + 1 : value + n + 1;
		}
	return NULL;
}

const char *
model_age_group(const struct model *m, date born, date day)
{
	size_t i = 0;
	int years = born == DATE_NONE || born > day ? -1 : date_years(born, day);

	if (years < 0)
		return "-";
	while (i < m->nages && years >= m->ages[i])
		i++;
	return m->age_groups[i];
}

bool
model_phase_asks(const struct model_phase *p, date begun)
{
	return p->from == DATE_NONE || begun >= p->from;
}

size_t
model_phase_index(const struct model *m, const struct model_phase *p)
{
	return (size_t)(p - m->phases);
}

static const struct model_phase *
find_phase(const struct model *m, const char *name, int (*compare)(const char *, const char *))
{
	size_t i, j;

	for (i = 0; i < m->nphases; i++)
		if (compare(m->phases[i].code, name) == 0)
			return &m->phases[i];
	for (i = 0; i < m->nphases; i++)
		for (j = 0; j < m->phases[i].naliases; j++)
			if (compare(m->phases[i].aliases[j], name) == 0)
				return &m->phases[i];
	return NULL;
}

const struct model_phase *
model_phase(const struct model *m, const char *code)
{
	for (size_t i = 0; i < m->nphases; i++)
		if (text_same(m->phases[i].code, code))
			return &m->phases[i];
	return find_phase(m, code, strcmp);
}

const struct model_phase *
model_phase_named(const struct model *m, const char *name)
{
	const struct model_phase *p = find_phase(m, name, strcasecmp);
	long number;

	if (p == NULL && schema_number(name, &number) && number >= 1 &&
	    (size_t)number <= m->nphases)
		return &m->phases[number - 1];
	return p;
}

const struct model_domain *
model_domain(const struct model *m, const char *code)
{
	size_t i;

	for (i = 0; i < m->ndomains; i++)
		if (text_same(m->domains[i].code, code))
			return &m->domains[i];
	return NULL;
}

const struct model_strength *
model_strength(const struct model *m, const char *code)
{
	size_t i;

	for (i = 0; i < m->nstrengths; i++)
		if (text_same(m->strengths[i].code, code))
			return &m->strengths[i];
	return NULL;
}

const struct model_scale *
model_scale(const struct model *m, const char *code)
{
	size_t i;

	for (i = 0; i < m->nscales; i++)
		if (code[0] == '\0' || text_same(m->scales[i].code, code))
			return &m->scales[i];
	return NULL;
}

const struct model_reason *
model_reason(const struct model *m, const char *code)
{
	size_t i;

	for (i = 0; i < m->nreasons; i++)
		if (text_same(m->reasons[i].code, code))
			return &m->reasons[i];
	return NULL;
}

const struct model_worker *
model_worker(const struct model *m, const char *code)
{
	size_t i;

	for (i = 0; i < m->nworkers; i++)
		if (text_same(m->workers[i].code, code))
			return &m->workers[i];
	return NULL;
}

const char *
model_text(const struct model_text *t, enum lang lang)
{
	const char *first = lang == LANG_EN ? t->en : t->nl, *second = lang == LANG_EN ? t->nl :
	    t->en;

	if (first != NULL && first[0] != '\0')
		return first;
	return second == NULL ? "" : second;
}

const char *
model_score_label(const struct model_scale *s, long score, enum lang lang)
{
	size_t i;

	for (i = 0; i < s->labels.n; i++) {
		const char *t = model_text(&s->labels.at[i], lang);
		char *end;

		if (strtol(t, &end, 10) == score && end != t)
			return end + strspn(end, " ");
	}
	return "";
}

/* The n-th code of what is referred to, or NULL. */
static const char *
nth_code(const struct model *m, enum field_ref ref, size_t n)
{
	switch (ref) {
	case REF_LEEFGEBIED:
		return n < m->ndomains ? m->domains[n].code : NULL;
	case REF_KRACHTSOORT:
		return n < m->nstrengths ? m->strengths[n].code : NULL;
	case REF_FASE:
		return n < m->nphases ? m->phases[n].code : NULL;
	case REF_SCHAAL:
		return n < m->nscales ? m->scales[n].code : NULL;
	case REF_UITSTROOMREDEN:
		return n < m->nreasons ? m->reasons[n].code : NULL;
	case REF_LEEFTIJDSGROEP:
		return n <= m->nages ? m->age_groups[n] : NULL;
	case REF_NONE:
	case REF_DOEL:
	case REF_WERKPUNT:
		break;
	}
	return NULL;
}

const char *
model_nearest(const struct model *m, enum field_ref ref, const char *word)
{
	struct nearest near;
	const char *code;
	size_t i, j;

	nearest_begin(&near, word);
	for (i = 0; (code = nth_code(m, ref, i)) != NULL; i++) {
		nearest_offer(&near, code);
		for (j = 0; ref == REF_FASE && j < m->phases[i].naliases; j++)
			nearest_offer(&near, m->phases[i].aliases[j]);
	}
	return near.best;
}

void
model_codes(const struct model *m, enum field_ref ref, struct text *to)
{
	const char *code;
	size_t i;

	for (i = 0; (code = nth_code(m, ref, i)) != NULL; i++) {
		if (i > 0)
			text_addc(to, ' ');
		text_adds(to, code);
	}
}

bool
model_knows(const struct model *m, enum field_ref ref, const char *code)
{
	const char *known;
	size_t i;

	if (ref == REF_NONE || ref == REF_DOEL || ref == REF_WERKPUNT)
		return true;
	if (ref == REF_FASE)
		return model_phase(m, code) != NULL;
	for (i = 0; (known = nth_code(m, ref, i)) != NULL; i++)
		if (strcmp(known, code) == 0)
			return true;
	return false;
}

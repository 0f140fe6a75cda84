/* SPDX-License-Identifier: ISC */
#include "wording.h"

#include <stddef.h>
#include <string.h>

/* Codes that say more in other words, also in Dutch. */
static const struct {
	const char *const *code;
	const char *nl;
} codes[] = {
	{ &WIE_words[WIE_CLIENT], "cliënt" },
	{ &INTAKE_words[INTAKE_WACHTLIJST], "op de wachtlijst" },
	{ &STAND_words[STAND_DEELS], "deels behaald" },
	{ &WAAROP_words[WAAROP_DELEN], "delen van gegevens" },
	{ &BESLUIT_words[BESLUIT_VOORTZETTEN], "doorgaan" },
	{ &BESLUIT_words[BESLUIT_BIJSTELLEN], "het plan veranderen" },
	{ &BESLUIT_words[BESLUIT_UITSTROOM], "afronden" },
};

/* A name of the format as words. */
static void
spell(struct text *to, const char *name)
{
	for (; *name != '\0'; name++)
		text_addc(to, *name == '_' ? ' ' : *name);
}

void
wording_kind(struct text *to, const char *kind, enum lang lang)
{
	const struct schema_kind *k = schema_kind(kind);

	if (k != NULL)
		text_adds(to, lang == LANG_NL ? k->nl : k->en);
	else
		spell(to, kind);
}

/* A field of that name in the kind; in one that is not ours, the first of that name in ours. */
static const struct schema_field *
field_of(const char *kind, const char *name)
{
	const struct schema_kind *k = schema_kind(kind);
	const struct schema_field *f = NULL;

	if (k != NULL)
		return schema_field(k, name);
	for (k = schema_kinds; k->name != NULL && f == NULL; k++)
		f = schema_field(k, name);
	return f;
}

void
wording_field(struct text *to, const char *kind, const char *field, enum lang lang)
{
	const struct schema_field *f = field_of(kind, field);

	if (f != NULL)
		text_adds(to, lang == LANG_NL ? f->nl : f->en);
	else
		spell(to, field);
}

/* The name of what the model calls by that code, or NULL. */
static const char *
model_name(const struct model *m, enum field_ref ref, const char *code, enum lang lang)
{
	const struct model_text *name = NULL;
	const struct model_domain *domain;
	const struct model_strength *strength;
	const struct model_phase *phase;
	const struct model_scale *scale;
	const struct model_reason *reason;

	if (ref == REF_LEEFGEBIED && (domain = model_domain(m, code)) != NULL)
		name = &domain->name;
	else if (ref == REF_KRACHTSOORT && (strength = model_strength(m, code)) != NULL)
		name = &strength->name;
	else if (ref == REF_FASE && (phase = model_phase(m, code)) != NULL)
		name = &phase->name;
	else if (ref == REF_SCHAAL && code[0] != '\0' && (scale = model_scale(m, code)) != NULL)
		name = &scale->name;
	else if (ref == REF_UITSTROOMREDEN && (reason = model_reason(m, code)) != NULL)
		name = &reason->name;
	return name == NULL ? NULL : model_text(name, lang);
}

const char *
wording_value(const struct model *m, const struct schema_field *spec, const char *value,
    enum lang lang)
{
	const char *name;
	size_t i;

	if (spec == NULL)
		return value;
	name = model_name(m, spec->ref, value, lang);
	if (name != NULL && name[0] != '\0')
		return name;
	name = model_value_label(m, spec, value, lang);
	if (name != NULL)
		return name;
	if (spec->codes == NULL || !schema_code(spec, value))
		return value;
	for (i = 0; lang == LANG_NL && i < sizeof codes / sizeof codes[0]; i++)
		if (strcmp(*codes[i].code, value) == 0)
			return codes[i].nl;
	return label_code(lang, value);
}

const char *
wording_attainment(long score, enum lang lang)
{
	static const char *const words[] = { "much less than expected", "less than expected",
	    "as expected", "better than expected", "much better than expected" };

	return score >= -2 && score <= 2 ? label(lang, words[score + 2]) : "";
}

void
wording_written(struct text *to, const struct model *m, const struct field *f, enum lang lang)
{
	char day[LABEL_DATE_SIZE];
	long score;

	if (f->spec != NULL && f->spec->type == FIELD_DATE && f->is.day != DATE_NONE) {
		text_adds(to, label_date(lang, f->is.day, day));
		return;
	}
	text_adds(to, wording_value(m, f->spec, f->value, lang));
	if (f->spec == schema_slot(&schema_kinds[KIND_STAND], STAND_SCORE) &&
	    schema_number(f->value, &score) && *wording_attainment(score, lang) != '\0')
		text_addf(to, ", %s", wording_attainment(score, lang));
}

const char *
wording_entry(const struct model *m, const struct entry *e, enum slot slot, enum lang lang)
{
	const struct field *f = entry_at(e, slot);

	return f == NULL ? "" : wording_value(m, f->spec, f->value, lang);
}

const char *
wording_stand(const struct model *m, const struct entry *e, enum lang lang)
{
	const struct schema_field *spec = schema_slot(&schema_kinds[KIND_STAND], STAND_STAND);

	return wording_value(m, spec, entry_stand(e), lang);
}

const char *
wording_worker(const struct model *m, const char *code)
{
	const struct model_worker *w = model_worker(m, code);

	return w != NULL ? w->name : code;
}

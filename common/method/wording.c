#include "wording.h"

#include <stddef.h>
#include <string.h>

static const struct {
	const char *kind, *nl, *en;
} kinds[] = {
	{ "client", "Cliënt", "Client" },
	{ "intake", "Besluit intake", "Intake decision" },
	{ "fase", "Fase", "Phase" },
	{ "leefgebied", "Leefgebied", "Life domain" },
	{ "kracht", "Kracht", "Strength" },
	{ "netwerk", "Netwerk", "Network" },
	{ "doel", "Doel", "Goal" },
	{ "werkpunt", "Werkpunt", "Action point" },
	{ "stand", "Stand", "Progress" },
	{ "akkoord", "Akkoord", "Agreement" },
	{ "evaluatie", "Evaluatie", "Evaluation" },
	{ "notitie", "Notitie", "Note" },
	{ "uitstroom", "Afsluiting", "Closing" },
};

/* With a kind: only there, and before those without. */
static const struct {
	const char *kind, *field, *nl, *en;
} fields[] = {
	{ "fase", "Streefdatum", "Streefdatum van de cliënt", "Client's target date" },
	{ "fase", "Reden", "Reden", "Reason" },
	{ "stand", "Score", "Resultaat (van -2 tot 2)", "Attainment (-2 to 2)" },
	{ "stand", "Doel", "Van doel", "Of goal" },
	{ "stand", "Werkpunt", "Van werkpunt", "Of action point" },
	{ "werkpunt", "Doel", "Bij doel", "For goal" },
	{ "notitie", "Doel", "Over doel", "About goal" },
	{ "doel", "Kracht", "Met deze kracht", "With this strength" },
	{ "kracht", "Soort", "Soort kracht", "Kind of strength" },
	{ NULL, "Op", "Vanaf", "From" },
	{ NULL, "Door", "Genoteerd door", "Noted by" },
	{ NULL, "Vastgelegd", "Vastgelegd op", "Recorded on" },
	{ NULL, "Formaat", "Versie van het bestand", "Version of the file" },
	{ NULL, "Naam", "Naam", "Name" },
	{ NULL, "Roepnaam", "Roepnaam", "Called" },
	{ NULL, "Geboren", "Geboren", "Born" },
	{ NULL, "Aangemeld", "Aangemeld op", "Registered on" },
	{ NULL, "Hulpvraag", "Hulpvraag", "Question" },
	{ NULL, "Vraag", "Vraag over", "Asks about" },
	{ NULL, "Verwijzer", "Verwezen door", "Referred by" },
	{ NULL, "Gemeente", "Gemeente", "Municipality" },
	{ NULL, "Vorm", "Vorm van hulp", "Form of help" },
	{ NULL, "Begeleider", "Begeleider", "Support worker" },
	{ NULL, "Team", "Team", "Team" },
	{ NULL, "Verwachte_weken", "Verwachte duur in weken", "Expected weeks" },
	{ NULL, "Contact", "Te bereiken via", "Contact" },
	{ NULL, "Vertegenwoordiger", "Vertegenwoordiger", "Representative" },
	{ NULL, "BSN", "Burgerservicenummer", "Citizen service number" },
	{ NULL, "Extern", "Nummer elders", "Number elsewhere" },
	{ NULL, "Besluit", "Besluit", "Decision" },
	{ NULL, "Reden", "Reden", "Reason" },
	{ NULL, "Fase", "Fase", "Phase" },
	{ NULL, "Streefdatum", "Streefdatum", "Target date" },
	{ NULL, "Afwijking", "Afgeweken van", "Deviates from" },
	{ NULL, "Leefgebied", "Leefgebied", "Life domain" },
	{ NULL, "Score", "Score", "Score" },
	{ NULL, "Schaal", "Schaal", "Scale" },
	{ NULL, "Situatie", "Situatie", "Situation" },
	{ NULL, "Wens", "Wens", "Wish" },
	{ NULL, "Zorg", "Zorg", "Concern" },
	{ NULL, "Nvt", "Niet besproken, want", "Not discussed, because" },
	{ NULL, "Soort", "Soort", "Kind" },
	{ NULL, "Tekst", "Tekst", "Text" },
	{ NULL, "Relatie", "Relatie", "Relation" },
	{ NULL, "Geeft", "Geeft", "Gives" },
	{ NULL, "Krijgt", "Krijgt", "Receives" },
	{ NULL, "Doel", "Doel", "Goal" },
	{ NULL, "Termijn", "Termijn", "Term" },
	{ NULL, "Onder", "Onderdeel van doel", "Part of goal" },
	{ NULL, "Prioriteit", "Prioriteit", "Priority" },
	{ NULL, "Kracht", "Kracht", "Strength" },
	{ NULL, "Werkpunt", "Werkpunt", "Action point" },
	{ NULL, "Wie", "Wie", "Who" },
	{ NULL, "Inzet", "Brengt mee", "Brings" },
	{ NULL, "Stand", "Stand", "Progress" },
	{ NULL, "Toelichting", "Toelichting", "Explanation" },
	{ NULL, "Waarop", "Waarop", "On what" },
	{ NULL, "Met", "Met wie", "With whom" },
	{ NULL, "Waarvoor", "Waarvoor", "What for" },
	{ NULL, "Tot", "Tot en met", "Until" },
	{ NULL, "Akkoord", "Akkoord", "Agrees" },
	{ NULL, "Afspraak", "Afspraak", "Arrangement" },
	{ NULL, "Vervalt", "Vervalt", "No longer" },
	{ NULL, "Opmerking", "Opmerking", "Remark" },
	{ NULL, "Volgende", "Volgende evaluatie", "Next evaluation" },
	{ NULL, "Aanwezig", "Aanwezig", "Present" },
	{ NULL, "Tevredenheid", "Tevredenheid (1 tot 10)", "Satisfaction (1 to 10)" },
	{ NULL, "Samenwerking", "Samenwerking (1 tot 10)", "Cooperation (1 to 10)" },
	{ NULL, "Bestemming", "Bestemming", "Destination" },
	{ NULL, "Nazorg", "Nazorg op", "Aftercare on" },
	{ NULL, "Overdracht", "Overdracht", "Handover" },
};

/* Codes that say more in other words, also in Dutch. */
static const struct {
	const char *code, *nl;
} codes[] = {
	{ "client", "cliënt" },
	{ "wachtlijst", "op de wachtlijst" },
	{ "deels", "deels behaald" },
	{ "delen", "delen van gegevens" },
	{ "uitstroom", "afronden" },
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
	size_t i;

	for (i = 0; i < sizeof kinds / sizeof kinds[0]; i++)
		if (strcmp(kinds[i].kind, kind) == 0) {
			text_adds(to, lang == LANG_NL ? kinds[i].nl : kinds[i].en);
			return;
		}
	spell(to, kind);
}

void
wording_field(struct text *to, const char *kind, const char *field, enum lang lang)
{
	const struct schema_kind *k = schema_kind(kind);
	size_t i;

	if (k == NULL || schema_field(k, field) != NULL)
		for (i = 0; i < sizeof fields / sizeof fields[0]; i++)
			if (strcmp(fields[i].field, field) == 0 &&
			    (fields[i].kind == NULL || strcmp(fields[i].kind, kind) == 0)) {
				text_adds(to, lang == LANG_NL ? fields[i].nl : fields[i].en);
				return;
			}
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
wording_value(const struct model *m, const struct schema_field *spec, const char *value, enum lang lang)
{
	const char *name;
	size_t i;

	if (spec == NULL)
		return value;
	name = model_name(m, spec->ref, value, lang);
	if (name != NULL && name[0] != '\0')
		return name;
	if (spec->codes == NULL || !schema_code(spec, value))
		return value;
	for (i = 0; lang == LANG_NL && i < sizeof codes / sizeof codes[0]; i++)
		if (strcmp(codes[i].code, value) == 0)
			return codes[i].nl;
	return label_code(lang, value);
}

const char *
wording_entry(const struct model *m, const struct entry *e, const char *field, enum lang lang)
{
	return wording_value(m, schema_field(e->kind, field), entry_value(e, field), lang);
}

#include "schema.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "problem.h"

#define REQ FIELD_REQUIRED
#define REP FIELD_REPEATS
#define KEY (FIELD_KEY | FIELD_REQUIRED)
#define PRIV FIELD_PRIVATE
#define CODES(list) REF_NONE, list, 0, 0
#define REFER(what) what, NULL, 0, 0
#define RANGE(min, max) REF_NONE, NULL, min, max
#define FREE REF_NONE, NULL, 0, 0
#define END { NULL, FIELD_TEXT, 0, FREE, NULL }

const struct schema_field schema_common_fields[] = {
	{ "Op", FIELD_DATE, 0, FREE, N_("date from which the record holds") },
	{ "Door", FIELD_TEXT, 0, FREE, N_("who recorded it") },
	{ "Vastgelegd", FIELD_DATE, 0, FREE, N_("date of recording, where that is not Op") },
	END
};

static const struct schema_field format_field =
	{ "Formaat", FIELD_NUMBER, 0, FREE, N_("version of the format, 1 when absent") };

static const struct schema_field op_required =
	{ "Op", FIELD_DATE, REQ, FREE, N_("date from which the record holds") };

static const struct schema_field client[] = {
	{ "Naam", FIELD_TEXT, REQ | PRIV, FREE, N_("full name") },
	{ "Roepnaam", FIELD_TEXT, PRIV, FREE, N_("what the client wants to be called") },
	{ "Geboren", FIELD_DATE, PRIV, FREE, N_("date of birth") },
	{ "Aangemeld", FIELD_DATE, REQ, FREE, N_("date of registration") },
	{ "Hulpvraag", FIELD_TEXT, REQ | PRIV, FREE, N_("the client's question in the client's own words") },
	{ "Vraag", FIELD_CODE, REP, REFER(REF_LEEFGEBIED), N_("life domain asked about") },
	{ "Verwijzer", FIELD_TEXT, PRIV, FREE, N_("who referred the client") },
	{ "Gemeente", FIELD_TEXT, 0, FREE, N_("municipality") },
	{ "Vorm", FIELD_TEXT, 0, FREE, N_("form of help, such as ambulant or verblijf") },
	{ "Begeleider", FIELD_TEXT, 0, FREE, N_("support worker") },
	{ "Team", FIELD_TEXT, 0, FREE, N_("team of the support worker") },
	{ "Verwachte_weken", FIELD_NUMBER, 0, RANGE(0, 5200), N_("expected duration in weeks") },
	{ "Contact", FIELD_TEXT, REP | PRIV, FREE, N_("telephone number, address, e-mail") },
	{ "Vertegenwoordiger", FIELD_TEXT, PRIV, FREE, N_("who represents the client by law") },
	{ "BSN", FIELD_ID, PRIV, FREE, N_("citizen service number, nine digits that pass the eleven-test") },
	{ "Extern", FIELD_ID, 0, FREE, N_("id of the client in another system") },
	END
};

static const struct schema_field intake[] = {
	{ "Besluit", FIELD_CODE, REQ, CODES("geplaatst wachtlijst afgewezen doorverwezen ingetrokken"), N_("decision on the registration") },
	{ "Reden", FIELD_TEXT, PRIV, FREE, N_("why this decision") },
	END
};

static const struct schema_field fase[] = {
	{ "Fase", FIELD_CODE, REQ, REFER(REF_FASE), N_("phase that is entered") },
	{ "Reden", FIELD_TEXT, PRIV, FREE, N_("why the phase is entered this way") },
	{ "Streefdatum", FIELD_DATE, 0, FREE, N_("date by which the client wants to leave the phase") },
	{ "Afwijking", FIELD_TEXT, REP, FREE, N_("condition that was set aside") },
	END
};

static const struct schema_field leefgebied[] = {
	{ "Leefgebied", FIELD_CODE, KEY, REFER(REF_LEEFGEBIED), N_("life domain") },
	{ "Score", FIELD_NUMBER, 0, FREE, N_("score on the scale") },
	{ "Schaal", FIELD_CODE, 0, REFER(REF_SCHAAL), N_("scale of the score; the model's first when absent") },
	{ "Situatie", FIELD_TEXT, PRIV, FREE, N_("how things are") },
	{ "Wens", FIELD_TEXT, PRIV, FREE, N_("what the client wishes") },
	{ "Zorg", FIELD_TEXT, PRIV, FREE, N_("concern") },
	{ "Nvt", FIELD_TEXT, PRIV, FREE, N_("why the domain was not looked at") },
	END
};

static const struct schema_field kracht[] = {
	{ "Leefgebied", FIELD_CODE, REQ, REFER(REF_LEEFGEBIED), N_("life domain") },
	{ "Soort", FIELD_CODE, REQ, REFER(REF_KRACHTSOORT), N_("kind of strength") },
	{ "Tekst", FIELD_TEXT, REQ | PRIV, FREE, N_("the strength, in the client's words") },
	END
};

static const struct schema_field netwerk[] = {
	{ "Naam", FIELD_TEXT, KEY | PRIV, FREE, N_("name of the network member") },
	{ "Relatie", FIELD_TEXT, REQ | PRIV, FREE, N_("relation to the client") },
	{ "Leefgebied", FIELD_CODE, 0, REFER(REF_LEEFGEBIED), N_("life domain") },
	{ "Geeft", FIELD_TEXT, PRIV, FREE, N_("what this person gives to the client") },
	{ "Krijgt", FIELD_TEXT, PRIV, FREE, N_("what this person receives from the client") },
	END
};

static const struct schema_field doel[] = {
	{ "Doel", FIELD_ID, KEY, FREE, N_("id of the goal: d1, d2, and so on") },
	{ "Leefgebied", FIELD_CODE, REQ, REFER(REF_LEEFGEBIED), N_("life domain") },
	{ "Tekst", FIELD_TEXT, REQ | PRIV, FREE, N_("the goal, in the client's words") },
	{ "Termijn", FIELD_CODE, 0, CODES("kort lang"), N_("short or long term") },
	{ "Onder", FIELD_ID, 0, REFER(REF_DOEL), N_("parent goal") },
	{ "Prioriteit", FIELD_NUMBER, 0, RANGE(1, 99), N_("priority, 1 comes first") },
	{ "Streefdatum", FIELD_DATE, 0, FREE, N_("target date") },
	{ "Kracht", FIELD_TEXT, REP | PRIV, FREE, N_("strength that is used") },
	END
};

static const struct schema_field werkpunt[] = {
	{ "Werkpunt", FIELD_ID, KEY, FREE, N_("id of the action: d1.1, d1.2, and so on") },
	{ "Doel", FIELD_ID, REQ, REFER(REF_DOEL), N_("goal that the action serves") },
	{ "Tekst", FIELD_TEXT, REQ | PRIV, FREE, N_("what is to be done") },
	{ "Wie", FIELD_WORD, REQ | PRIV, CODES("client netwerk begeleider"), N_("who does it: client, netwerk, begeleider or a name") },
	{ "Inzet", FIELD_TEXT, PRIV, FREE, N_("strength that the worker brings") },
	{ "Streefdatum", FIELD_DATE, 0, FREE, N_("target date") },
	END
};

static const struct schema_field stand[] = {
	{ "Doel", FIELD_ID, 0, REFER(REF_DOEL), N_("goal") },
	{ "Werkpunt", FIELD_ID, 0, REFER(REF_WERKPUNT), N_("action") },
	{ "Stand", FIELD_CODE, REQ, CODES("open bezig behaald deels gestopt"), N_("status") },
	{ "Score", FIELD_NUMBER, 0, RANGE(-2, 2), N_("goal attainment scaling") },
	{ "Toelichting", FIELD_TEXT, PRIV, FREE, N_("explanation") },
	END
};

static const struct schema_field akkoord[] = {
	{ "Wie", FIELD_WORD, REQ | PRIV, CODES("client vertegenwoordiger netwerk begeleider"), N_("who agrees: client, vertegenwoordiger, netwerk, begeleider or a name") },
	{ "Waarop", FIELD_CODE, REQ, CODES("intake persoonsbeschrijving plan evaluatie delen"), N_("what is agreed on") },
	{ "Met", FIELD_TEXT, PRIV, FREE, N_("with whom, as for sharing") },
	{ "Waarvoor", FIELD_TEXT, PRIV, FREE, N_("what for, as for sharing") },
	{ "Tot", FIELD_DATE, 0, FREE, N_("last day on which it holds") },
	{ "Akkoord", FIELD_CODE, REQ, CODES("ja nee"), N_("yes or no") },
	{ "Afspraak", FIELD_TEXT, REP | PRIV, FREE, N_("what each may expect of the other") },
	{ "Vervalt", FIELD_TEXT, REP | PRIV, FREE, N_("an Afspraak that ends, in the same words") },
	{ "Opmerking", FIELD_TEXT, PRIV, FREE, N_("remark") },
	END
};

static const struct schema_field evaluatie[] = {
	{ "Soort", FIELD_CODE, REQ, CODES("tussentijds eind"), N_("interim or final") },
	{ "Besluit", FIELD_CODE, REQ, CODES("voortzetten bijstellen uitstroom"), N_("decision") },
	{ "Volgende", FIELD_DATE, 0, FREE, N_("date of the next evaluation") },
	{ "Aanwezig", FIELD_TEXT, REP | PRIV, FREE, N_("who was there") },
	{ "Tevredenheid", FIELD_NUMBER, 0, RANGE(1, 10), N_("client's satisfaction") },
	{ "Samenwerking", FIELD_NUMBER, 0, RANGE(1, 10), N_("client's mark for the cooperation") },
	{ "Toelichting", FIELD_TEXT, PRIV, FREE, N_("explanation") },
	END
};

static const struct schema_field notitie[] = {
	{ "Tekst", FIELD_TEXT, REQ | PRIV, FREE, N_("the note") },
	{ "Doel", FIELD_ID, REP, REFER(REF_DOEL), N_("goal that it is about") },
	END
};

static const struct schema_field uitstroom[] = {
	{ "Reden", FIELD_CODE, REQ, REFER(REF_UITSTROOMREDEN), N_("reason of the outflow") },
	{ "Bestemming", FIELD_TEXT, PRIV, FREE, N_("where the client goes") },
	{ "Nazorg", FIELD_DATE, 0, FREE, N_("date of the aftercare contact") },
	{ "Tevredenheid", FIELD_NUMBER, 0, RANGE(1, 10), N_("client's satisfaction") },
	{ "Overdracht", FIELD_TEXT, PRIV, FREE, N_("handover: to whom and what") },
	{ "Toelichting", FIELD_TEXT, PRIV, FREE, N_("explanation") },
	END
};

const struct schema_kind schema_kinds[] = {
	{ "client", true, N_("who the client is and what is asked"), client },
	{ "intake", false, N_("decision on a registration"), intake },
	{ "fase", false, N_("entry of a phase"), fase },
	{ "leefgebied", true, N_("a life domain: score, situation, wish, concern"), leefgebied },
	{ "kracht", false, N_("a strength of the client"), kracht },
	{ "netwerk", true, N_("a person around the client"), netwerk },
	{ "doel", true, N_("a goal"), doel },
	{ "werkpunt", true, N_("an action point of a goal"), werkpunt },
	{ "stand", false, N_("status of a goal or an action"), stand },
	{ "akkoord", false, N_("agreement or refusal"), akkoord },
	{ "evaluatie", false, N_("an evaluation"), evaluatie },
	{ "notitie", false, N_("a note"), notitie },
	{ "uitstroom", false, N_("the end of a trajectory"), uitstroom },
	{ NULL, false, NULL, NULL }
};

const struct schema_kind *
schema_kind(const char *name)
{
	const struct schema_kind *k;

	for (k = schema_kinds; k->name != NULL; k++)
		if (strcmp(k->name, name) == 0)
			return k;
	return NULL;
}

bool
schema_needs_op(const struct schema_kind *k)
{
	return k->fields != client && k->fields != kracht && k->fields != netwerk;
}

/* Names equal but for ASCII case and - for _, when `loose`; else equal. */
static bool
same_name(const char *a, const char *b, bool loose)
{
	if (!loose)
		return strcmp(a, b) == 0;
	for (; *a != '\0' && *b != '\0'; a++, b++) {
		char x = *a == '-' ? '_' : *a, y = *b == '-' ? '_' : *b;

		if (x != y && strncasecmp(&x, &y, 1) != 0)
			return false;
	}
	return *a == *b;
}

static const struct schema_field *
find_field(const struct schema_kind *k, const char *name, bool loose)
{
	const struct schema_field *f;

	for (f = k->fields; f->name != NULL; f++)
		if (same_name(f->name, name, loose))
			return f;
	if (schema_needs_op(k) && same_name(op_required.name, name, loose))
		return &op_required;
	for (f = schema_common_fields; f->name != NULL; f++)
		if (same_name(f->name, name, loose))
			return f;
	if (k->fields == client && same_name(format_field.name, name, loose))
		return &format_field;
	return NULL;
}

const struct schema_field *
schema_field(const struct schema_kind *k, const char *name)
{
	return find_field(k, name, false);
}

const struct schema_field *
schema_field_named(const struct schema_kind *k, const char *name)
{
	return find_field(k, name, true);
}

const struct schema_field *
schema_key(const struct schema_kind *k)
{
	const struct schema_field *f;

	for (f = k->fields; k->amends && f->name != NULL; f++)
		if (f->flags & FIELD_KEY)
			return f;
	return NULL;
}

const char *
schema_code_n(const char *codes, size_t n, size_t *length)
{
	const char *s = codes;

	for (;; n--) {
		s += strspn(s, " ");
		if (*s == '\0')
			return NULL;
		*length = strcspn(s, " ");
		if (n == 0)
			return s;
		s += *length;
	}
}

bool
schema_code(const struct schema_field *f, const char *code)
{
	const char *s;
	size_t i, length;

	for (i = 0; (s = schema_code_n(f->codes, i, &length)) != NULL; i++)
		if (strlen(code) == length && memcmp(s, code, length) == 0)
			return true;
	return false;
}

bool
schema_client_id(const char *id)
{
	size_t n = strspn(id, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-");

	return n >= 1 && n <= 64 && id[n] == '\0' && id[0] != '.' && id[0] != '-';
}

bool
schema_number(const char *s, long *number)
{
	const char *digits = s[0] == '-' ? s + 1 : s;
	size_t n = strspn(digits, "0123456789");

	if (n == 0 || n > 9 || digits[n] != '\0')
		return false;
	*number = strtol(s, NULL, 10);
	return true;
}

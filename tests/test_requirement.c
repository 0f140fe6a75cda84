/* SPDX-License-Identifier: ISC */
#include "requirement.h"

#include <string.h>

#include "model_read.h"
#include "requirement_sentence.h"
#include "reader.h"
#include "unit.h"

static struct model *model;
static struct reader *reader;
static struct dossier d;
static struct fold s;

static const char model_text_rec[] = "Record: model\nNaam: M\nEigen_veld: client.Doelgroep\n\n"
    "Record: fase\nCode: een\nNaam: Een\n\nRecord: fase\nCode: twee\nNaam: Twee\n\n"
    "Record: leefgebied\nCode: wonen\nNaam: Wonen\n\nRecord: leefgebied\nCode: werk\nNaam: Werk\n\n"
    "Record: krachtsoort\nCode: kennis\nNaam: Kennis\n\nRecord: schaal\nCode: vijf\nNaam: Vijf\n"
    "Min: 1\nMax: 5\n\n"
    "Record: uitstroomreden\nCode: klaar\nNaam: Klaar\n\n";

static void
begin(void)
{
	struct problems problems = { 0 };

	model = model_read(model_text_rec, sizeof model_text_rec - 1, "m", &problems);
	ck_assert_ptr_nonnull(model);
	problems_release(&problems);
}

static void
end(void)
{
	fold_release(&s);
	dossier_release(&d);
	reader_free(reader);
	reader = NULL;
	model_free(model);
}

static const char head[] =
    "Record: client\nClient: a\nNaam: Geheim\nAangemeld: 2026-01-01\nHulpvraag: Geheim\n\n"
    "Record: fase\nClient: a\nOp: 2026-02-01\nFase: een\n\n";

#define REC(kind, op, rest) "Record: " kind "\nClient: a\nOp: " op "\n" rest "\n"

#define AKKOORD(op, wie, waarop, akkoord) \
	REC("akkoord", op, "Wie: " wie "\nWaarop: " waarop "\nAkkoord: " akkoord "\n")

/*
 * A condition, records with which it holds, records with which it does not, and what is then said.
 */
static const struct {
	const char *condition, *met, *unmet, *nl, *en;
} cases[] = {
	{ "client.Begeleider", REC("client", "2026-02-02", "Begeleider: anna\n"),
	    REC("client", "2026-02-02", "Begeleider: anna\n")
	    REC("client", "2026-02-03", "Begeleider:\n"),
	    "Begeleider is nog niet ingevuld", "Begeleider is not filled in yet" },
	{ "client.Vraag >= 2", REC("client", "2026-02-02", "Vraag: wonen\nVraag: werk\n"),
	    REC("client", "2026-02-02", "Vraag: wonen\n"),
	    "1 van ten minste 2 waarden van Vraag", "1 of at least 2 values of Vraag" },
	{ "client.Doelgroep = jongeren", REC("client", "2026-02-02", "Doelgroep: jongeren\n"),
	    REC("client", "2026-02-02", "Doelgroep: jong\n"),
	    "Doelgroep is nog niet \"jongeren\"", "Doelgroep is not \"jongeren\" yet" },
	{ "client.Team sinds fase", REC("client", "2026-02-02", "Team: zuid\n"), "",
	    "Team is nog niet ingevuld sinds het begin van de fase",
	    "Team is not filled in yet since the phase was entered" },
	{ "intake.Besluit = geplaatst", REC("intake", "2026-02-02", "Besluit: wachtlijst\n")
	    REC("intake", "2026-02-03", "Besluit: geplaatst\n"),
	    REC("intake", "2026-02-02", "Besluit: geplaatst\n")
	    REC("intake", "2026-02-03", "Besluit: wachtlijst\n"),
	    "Besluit is nog niet \"geplaatst\"", "Besluit is not \"geplaatst\" yet" },
	{ "leefgebied per leefgebied",
	    REC("leefgebied", "2026-01-02", "Leefgebied: wonen\nScore: 3\n")
	    REC("leefgebied", "2026-01-02", "Leefgebied: werk\nNvt: nee\n"),
	    REC("leefgebied", "2026-01-02", "Leefgebied: wonen\nScore: 3\n"),
	    "nog te bekijken: werk", "still to be looked at: werk" },
	{ "leefgebied.Score per leefgebied",
	    REC("leefgebied", "2026-01-02", "Leefgebied: wonen\nScore: 3\n")
	    REC("leefgebied", "2026-01-02", "Leefgebied: werk\nNvt: nee\n"),
	    REC("leefgebied", "2026-01-02", "Leefgebied: wonen\nWens: rust\n"),
	    "nog geen Score bij leefgebied: wonen, werk", "no Score yet for domain: wonen, werk" },
	{ "leefgebied >= 2", REC("leefgebied", "2026-01-02", "Leefgebied: wonen\nScore: 3\n")
	    REC("leefgebied", "2026-01-02", "Leefgebied: werk\nScore: 3\n"),
	    REC("leefgebied", "2026-01-02", "Leefgebied: wonen\nScore: 3\n")
	    REC("leefgebied", "2026-02-02", "Leefgebied: wonen\nScore: 4\n"),
	    "1 van ten minste 2 leefgebieden", "1 of at least 2 life domains" },
	{ "leefgebied sinds fase", REC("leefgebied", "2026-02-01", "Leefgebied: wonen\nScore: 3\n"),
	    REC("leefgebied", "2026-01-31", "Leefgebied: wonen\nScore: 3\n"),
	    "nog geen leefgebied sinds het begin van de fase",
	    "no life domain yet since the phase was entered" },
	{ "kracht >= 1",
	    REC("kracht", "2026-01-02", "Leefgebied: wonen\nSoort: kennis\nTekst: t\n"), "",
	    "nog geen kracht", "no strength yet" },
	{ "kracht per leefgebied",
	    REC("kracht", "2026-01-02", "Leefgebied: wonen\nSoort: kennis\nTekst: t\n")
	    REC("leefgebied", "2026-01-02", "Leefgebied: werk\nNvt: nee\n"),
	    REC("kracht", "2026-01-02", "Leefgebied: wonen\nSoort: kennis\nTekst: t\n"),
	    "nog geen kracht bij leefgebied: werk", "no strength yet for domain: werk" },
	{ "kracht.Soort = kennis >= 2",
	    REC("kracht", "2026-01-02", "Leefgebied: wonen\nSoort: kennis\nTekst: t\n")
	    REC("kracht", "2026-01-02", "Leefgebied: werk\nSoort: kennis\nTekst: t\n"),
	    REC("kracht", "2026-01-02", "Leefgebied: wonen\nSoort: kennis\nTekst: t\n"),
	    "1 van ten minste 2 krachten met Soort \"kennis\"",
	    "1 of at least 2 strengths with Soort \"kennis\"" },
	{ "netwerk.Geeft", REC("netwerk", "2026-01-02", "Naam: Oma\nRelatie: oma\nGeeft: soep\n"),
	    REC("netwerk", "2026-01-02", "Naam: Oma\nRelatie: oma\n"),
	    "nog geen netwerklid met Geeft", "no network member with Geeft yet" },
	{ "doel >= 1", REC("doel", "2026-01-02", "Doel: d1\nLeefgebied: wonen\nTekst: t\n"), "",
	    "nog geen doel", "no goal yet" },
	{ "doel per leefgebied",
	    REC("doel", "2026-01-02", "Doel: d1\nLeefgebied: wonen\nTekst: t\n")
	    REC("doel", "2026-01-02", "Doel: d2\nLeefgebied: werk\nTekst: t\n"),
	    REC("doel", "2026-01-02", "Doel: d1\nLeefgebied: wonen\nTekst: t\n"),
	    "nog geen doel bij leefgebied: werk", "no goal yet for domain: werk" },
	{ "leefgebied.Score = 5 per leefgebied",
	    REC("leefgebied", "2026-01-02", "Leefgebied: wonen\nScore: 5\n")
	    REC("leefgebied", "2026-01-02", "Leefgebied: werk\nNvt: n\n"),
	    REC("leefgebied", "2026-01-02", "Leefgebied: wonen\nScore: 4\n")
	    REC("leefgebied", "2026-01-02", "Leefgebied: werk\nScore: 5\n"),
	    "nog geen Score \"5\" bij leefgebied: wonen", "no Score \"5\" yet for domain: wonen" },
	{ "werkpunt per doel", "",
	    REC("doel", "2026-01-02", "Doel: Stoppen met drinken\nLeefgebied: wonen\nTekst: t\n"),
	    "nog geen werkpunt bij doel: …", "no action point yet for goal: …" },
	{ "werkpunt per doel", REC("doel", "2026-01-02", "Doel: d1\nLeefgebied: wonen\nTekst: t\n")
	    REC("werkpunt", "2026-01-02", "Werkpunt: d1.1\nDoel: d1\nTekst: t\nWie: client\n")
	    REC("doel", "2026-01-02", "Doel: d2\nLeefgebied: wonen\nTekst: t\n")
	    REC("stand", "2026-01-02", "Doel: d2\nStand: gestopt\n"),
	    REC("doel", "2026-01-02", "Doel: d1\nLeefgebied: wonen\nTekst: t\n")
	    REC("werkpunt", "2026-01-02", "Werkpunt: d1.1\nDoel: d1\nTekst: t\nWie: client\n")
	    REC("doel", "2026-01-02", "Doel: d2\nLeefgebied: wonen\nTekst: t\n"),
	    "nog geen werkpunt bij doel: d2", "no action point yet for goal: d2" },
	{ "werkpunt.Wie = client >= 2 per doel",
	    REC("doel", "2026-01-02", "Doel: d1\nLeefgebied: wonen\nTekst: t\n")
	    REC("werkpunt", "2026-01-02", "Werkpunt: d1.1\nDoel: d1\nTekst: t\nWie: client\n")
	    REC("werkpunt", "2026-01-02", "Werkpunt: d1.2\nDoel: d1\nTekst: t\nWie: client\n"),
	    REC("doel", "2026-01-02", "Doel: d1\nLeefgebied: wonen\nTekst: t\n")
	    REC("werkpunt", "2026-01-02", "Werkpunt: d1.1\nDoel: d1\nTekst: t\nWie: client\n")
	    REC("werkpunt", "2026-01-02", "Werkpunt: d1.2\nDoel: d1\nTekst: t\nWie: begeleider\n"),
	    "nog geen 2 werkpunten met Wie \"client\" bij doel: d1",
	    "not yet 2 action points with Wie \"client\" for goal: d1" },
	{ "stand per doel sinds fase",
	    REC("doel", "2026-01-02", "Doel: d1\nLeefgebied: wonen\nTekst: t\n")
	    REC("werkpunt", "2026-01-02", "Werkpunt: d1.1\nDoel: d1\nTekst: t\nWie: client\n")
	    REC("stand", "2026-02-02", "Werkpunt: d1.1\nStand: bezig\n"),
	    REC("doel", "2026-01-02", "Doel: d1\nLeefgebied: wonen\nTekst: t\n")
	    REC("stand", "2026-01-31", "Doel: d1\nStand: bezig\n"),
	    "nog geen stand sinds het begin van de fase bij doel: d1",
	    "no status yet since the phase was entered for goal: d1" },
	{ "notitie per doel", REC("doel", "2026-01-02", "Doel: d1\nLeefgebied: wonen\nTekst: t\n")
	    REC("notitie", "2026-01-02", "Tekst: t\nDoel: d9\nDoel: d1\n"),
	    REC("doel", "2026-01-02", "Doel: d1\nLeefgebied: wonen\nTekst: t\n")
	    REC("notitie", "2026-01-02", "Tekst: t\n"),
	    "nog geen notitie bij doel: d1", "no note yet for goal: d1" },
	{ "akkoord.Waarop = plan",
	    REC("akkoord", "2026-01-02", "Wie: client\nWaarop: plan\nAkkoord: ja\n"),
	    REC("akkoord", "2026-01-02", "Wie: client\nWaarop: plan\nAkkoord: ja\n")
	    REC("akkoord", "2026-01-03", "Wie: client\nWaarop: plan\nAkkoord: nee\n"),
	    "nog geen akkoord met het plan", "no agreement on the plan yet" },
	{ "akkoord >= 2", REC("akkoord", "2026-01-02", "Wie: client\nWaarop: plan\nAkkoord: ja\n")
	    REC("akkoord", "2026-01-02", "Wie: begeleider\nWaarop: plan\nAkkoord: ja\n"),
	    REC("akkoord", "2026-01-02", "Wie: client\nWaarop: plan\nAkkoord: ja\n")
	    REC("akkoord", "2026-01-03", "Wie: client\nWaarop: plan\nAkkoord: ja\n"),
	    "1 van ten minste 2 akkoorden", "1 of at least 2 agreements" },
	{ "akkoord.Waarop = plan en Wie = client|vertegenwoordiger sinds fase",
	    AKKOORD("2026-02-02", "client", "plan", "ja"),
	    AKKOORD("2026-01-02", "client", "plan", "ja") AKKOORD("2026-02-02", "begeleider",
	    "plan", "ja") AKKOORD("2026-02-02", "client", "intake", "ja"),
	    "nog geen akkoord van de cliënt of de vertegenwoordiger met het plan "
	    "sinds het begin van de fase",
	    "no agreement by the client or the representative on the plan yet "
	    "since the phase was entered" },
	{ "akkoord.Waarop = plan en Wie = client|vertegenwoordiger sinds fase",
	    AKKOORD("2026-02-02", "client", "plan", "nee")
	    AKKOORD("2026-02-03", "client", "plan", "ja"),
	    AKKOORD("2026-01-02", "client", "plan", "nee")
	    AKKOORD("2026-02-02", "vertegenwoordiger", "plan", "ja"),
	    "de cliënt gaat niet akkoord met het plan", "the client does not agree to the plan" },
	{ "akkoord.Waarop = plan en Wie = client|vertegenwoordiger",
	    AKKOORD("2026-02-02", "vertegenwoordiger", "plan", "ja")
	    AKKOORD("2026-02-02", "begeleider", "plan", "nee")
	    AKKOORD("2026-02-02", "client", "intake", "nee"),
	    AKKOORD("2026-02-02", "client", "plan", "ja") AKKOORD("2026-02-02", "vertegenwoordiger",
	    "plan", "nee"), "de vertegenwoordiger gaat niet akkoord met het plan",
	    "the representative does not agree to the plan" },
	{ "akkoord.Waarop = delen en Wie = client|netwerk en Met = school|de huisarts",
	    REC("akkoord", "2026-02-02",
	    "Wie: client\nWaarop: delen\nMet: de huisarts\nAkkoord: ja\n")
	    REC("akkoord", "2026-02-03", "Wie: client\nWaarop: delen\nMet: pers\nAkkoord: nee\n"),
	    REC("akkoord", "2026-02-02", "Wie: client\nWaarop: delen\nMet: pers\nAkkoord: ja\n"),
	    "nog geen akkoord van de cliënt of het netwerk met het delen van gegevens (Met "
	    "\"school\" of \"de huisarts\")",
	    "no agreement by the client or the network on the sharing of data (Met \"school\" or "
	    "\"de huisarts\") yet" },
	{ "akkoord.Afspraak >= 2",
	    REC("akkoord", "2026-02-02", "Wie: client\nWaarop: intake\nAkkoord: ja\nAfspraak: a\n")
	    REC("akkoord", "2026-02-03", "Wie: client\nWaarop: intake\nAkkoord: ja\nAfspraak: b\n"),
	    REC("akkoord", "2026-02-02",
	    "Wie: client\nWaarop: intake\nAkkoord: ja\nAfspraak: a\nAfspraak: b\n")
	    REC("akkoord", "2026-02-03",
	    "Wie: client\nWaarop: intake\nAkkoord: ja\nAfspraak: b\nVervalt: a\n"),
	    "1 van ten minste 2 waarden van Afspraak", "1 of at least 2 values of Afspraak" },
	{ "akkoord.Wie = client en Afspraak = bellen",
	    REC("akkoord", "2026-02-02",
	    "Wie: client\nWaarop: intake\nAkkoord: ja\nAfspraak: bellen\n")
	    AKKOORD("2026-02-03", "client", "intake", "ja"),
	    REC("akkoord", "2026-02-02",
	    "Wie: client\nWaarop: intake\nAkkoord: ja\nAfspraak: bellen\n")
	    AKKOORD("2026-02-03", "client", "intake", "nee")
	    AKKOORD("2026-02-04", "client", "intake", "ja"),
	    "nog geen akkoord van de cliënt (Afspraak \"bellen\")",
	    "no agreement by the client (Afspraak \"bellen\") yet" },
	{ "intake.Besluit = geplaatst|wachtlijst",
	    REC("intake", "2026-02-02", "Besluit: wachtlijst\n"), "",
	    "Besluit is nog niet \"geplaatst\" of \"wachtlijst\"",
	    "Besluit is not \"geplaatst\" or \"wachtlijst\" yet" },
	{ "client.Team = noord en Doelgroep = jongeren|ouderen",
	    REC("client", "2026-02-02", "Team: noord\nDoelgroep: gezin\nDoelgroep: ouderen\n"),
	    REC("client", "2026-02-02", "Team: noord\nDoelgroep: gezin\n"),
	    "nog geen gegeven van de cliënt met Team \"noord\" en Doelgroep "
	    "\"jongeren\" of \"ouderen\"",
	    "no client record with Team \"noord\" and Doelgroep \"jongeren\" or \"ouderen\" yet" },
	{ "client.Vraag = wonen|werk >= 2",
	    REC("client", "2026-02-02", "Vraag: wonen\nVraag: werk\n"),
	    REC("client", "2026-02-02", "Vraag: wonen\nVraag: wonen\n"),
	    "1 van ten minste 2 waarden van Vraag (\"wonen\" of \"werk\")",
	    "1 of at least 2 values of Vraag (\"wonen\" or \"werk\")" },
	{ "kracht.Soort = kennis en Leefgebied = werk",
	    REC("kracht", "2026-01-02", "Leefgebied: werk\nSoort: kennis\nTekst: t\n"),
	    REC("kracht", "2026-01-02", "Leefgebied: wonen\nSoort: kennis\nTekst: t\n")
	    REC("kracht", "2026-01-02", "Leefgebied: werk\nSoort: contact\nTekst: t\n"),
	    "nog geen kracht met Soort \"kennis\" en Leefgebied \"werk\"",
	    "no strength with Soort \"kennis\" and Leefgebied \"werk\" yet" },
	{ "leefgebied.Wens en Score = 4|5 per leefgebied",
	    REC("leefgebied", "2026-01-02", "Leefgebied: wonen\nScore: 5\nWens: w\n")
	    REC("leefgebied", "2026-01-02", "Leefgebied: werk\nNvt: n\n"),
	    REC("leefgebied", "2026-01-02", "Leefgebied: wonen\nScore: 3\nWens: w\n")
	    REC("leefgebied", "2026-01-02", "Leefgebied: werk\nNvt: n\n"),
	    "nog geen Wens en Score \"4\" of \"5\" bij leefgebied: wonen",
	    "no Wens and Score \"4\" or \"5\" yet for domain: wonen" },
	{ "netwerk.Geeft en Leefgebied = wonen", REC("netwerk", "2026-01-02",
	    "Naam: Oma\nRelatie: oma\nGeeft: soep\nLeefgebied: wonen\n"),
	    REC("netwerk", "2026-01-02",
	    "Naam: Oma\nRelatie: oma\nGeeft: soep\nLeefgebied: werk\n"),
	    "nog geen netwerklid met Geeft en Leefgebied \"wonen\"",
	    "no network member with Geeft and Leefgebied \"wonen\" yet" },
	{ "evaluatie sinds fase",
	    REC("evaluatie", "2026-02-01", "Soort: tussentijds\nBesluit: voortzetten\n"),
	    REC("evaluatie", "2026-01-31", "Soort: tussentijds\nBesluit: voortzetten\n"),
	    "nog geen evaluatie sinds het begin van de fase",
	    "no evaluation yet since the phase was entered" },
	{ "evaluatie.Soort = eind",
	    REC("evaluatie", "2026-02-01", "Soort: eind\nBesluit: uitstroom\n"),
	    REC("evaluatie", "2026-02-01", "Soort: tussentijds\nBesluit: uitstroom\n"),
	    "nog geen evaluatie met Soort \"eind\"", "no evaluation with Soort \"eind\" yet" },
	{ "indicatie >= 2",
	    REC("indicatie", "2026-02-01", "Product: dagbesteding\nTot: 2027-02-01\n")
	    REC("indicatie", "2026-03-01", "Product: wonen\nTot: 2027-03-01\n"),
	    REC("indicatie", "2026-02-01", "Product: dagbesteding\nTot: 2027-02-01\n"),
	    "1 van ten minste 2 indicaties", "1 of at least 2 indications" },
	{ "evaluatie.Aanwezig >= 3",
	    REC("evaluatie", "2026-02-01",
	    "Soort: eind\nBesluit: uitstroom\nAanwezig: a\nAanwezig: b\n")
	    REC("evaluatie", "2026-02-02", "Soort: eind\nBesluit: uitstroom\nAanwezig: a\n"),
	    REC("evaluatie", "2026-02-01",
	    "Soort: eind\nBesluit: uitstroom\nAanwezig: a\nAanwezig: b\n"),
	    "2 van ten minste 3 waarden van Aanwezig", "2 of at least 3 values of Aanwezig" },
};

static void
fold(const char *more)
{
	struct text t = { 0 };

	text_addf(&t, "%s%s", head, more);
	reader_free(reader);
	reader = reader_of(t.at, t.len, "t.rec");
	ck_assert_int_eq(reader_next(reader, &d), 1);
	ck_assert(!d.malformed);
	ck_assert(fold_day(&s, &d, model, DATE_LAST, DATE_LAST));
	text_release(&t);
}

START_TEST(holds_or_not)
{
	struct arena arena = { 0 };
	struct problems problems = { 0 };
	struct condition c;
	struct text t = { 0 };

	ck_assert_msg(condition_read(&c, cases[_i].condition, &arena, "m", 1, &problems), "%s",
	    cases[_i].condition);
	fold(cases[_i].met);
	ck_assert_msg(requirement_met(&c, &s, NULL), "%s should hold", cases[_i].condition);
	fold(cases[_i].unmet);
	ck_assert_msg(!requirement_met(&c, &s, NULL), "%s should not hold", cases[_i].condition);
	requirement_sentence(&c, &s, NULL, LANG_NL, &t);
	ck_assert_str_eq(text_string(&t), cases[_i].nl);
	text_clear(&t);
	requirement_sentence(&c, &s, NULL, LANG_EN, &t);
	ck_assert_str_eq(text_string(&t), cases[_i].en);
	text_release(&t);
	arena_release(&arena);
	problems_release(&problems);
}
END_TEST

static const struct entry *
entry_of(const char *kind, size_t n)
{
	for (const struct entry *e = s.first[schema_kind(kind)->id]; e != NULL; e = e->next)
		if (n-- == 0)
			return e;
	ck_abort_msg("no such %s", kind);
	return NULL;
}

static bool
met(const char *condition, const struct entry *since)
{
	struct arena arena = { 0 };
	struct problems problems = { 0 };
	struct condition c;
	bool good;

	ck_assert(condition_read(&c, condition, &arena, "m", 1, &problems));
	good = requirement_met(&c, &s, since);
	arena_release(&arena);
	return good;
}

/*
 * What belongs to a trajectory is asked for anew after a return; what the client is and has stays.
 */
START_TEST(counts_the_current_trajectory)
{
	fold(REC("doel", "2026-02-02", "Doel: d1\nLeefgebied: wonen\nTekst: t\n")
	    REC("evaluatie", "2026-02-03", "Soort: eind\nBesluit: uitstroom\n")
	    REC("intake", "2026-02-03", "Besluit: geplaatst\n")
	    REC("akkoord", "2026-02-03", "Wie: client\nWaarop: plan\nAkkoord: ja\n")
	    REC("kracht", "2026-02-03", "Leefgebied: wonen\nSoort: kennis\nTekst: t\n")
	    REC("leefgebied", "2026-02-03", "Leefgebied: wonen\nScore: 3\n")
	    REC("uitstroom", "2026-02-04", "Reden: klaar\n")
	    REC("fase", "2026-06-01", "Fase: een\n"));
	ck_assert(met("kracht", NULL));
	ck_assert(met("leefgebied.Score", NULL));
	ck_assert(met("client.Naam", NULL));
	ck_assert(!met("doel", NULL));
	ck_assert(!met("evaluatie", NULL));
	ck_assert(!met("akkoord", NULL));
	ck_assert(!met("intake", NULL));
	ck_assert(met("werkpunt per doel", NULL));
	ck_assert(!met("kracht sinds fase", NULL));
	ck_assert(met("kracht sinds fase", entry_of("fase", 0)));
}
END_TEST

#define FASE(op, code) REC("fase", op, "Fase: " code "\n")
#define STAND(op) REC("stand", op, "Doel: d1\nStand: bezig\n")
#define EVALUATIE(op) REC("evaluatie", op, "Soort: tussentijds\nBesluit: voortzetten\n")

/*
 * By the folding order: of one day, what stands behind the fase. The first fase of each is of 1
 * February.
 */
START_TEST(counts_since_the_fase)
{
	static const struct {
		const char *records;
		bool stand, evaluation;
	} orders[] = {
		{ STAND("2026-02-01") EVALUATIE("2026-02-01"), true, true },
		{ STAND("2026-03-01") EVALUATIE("2026-03-01") FASE("2026-03-01", "twee"),
		    false, true },
		{ FASE("2026-03-01", "twee") STAND("2026-03-01") EVALUATIE("2026-03-01"),
		    true, true },
		/* By Op, then by place. */
		{ FASE("2026-03-01", "twee") STAND("2026-02-28") EVALUATIE("2026-02-28"),
		    false, false },
		{ STAND("2026-03-02") EVALUATIE("2026-03-02") FASE("2026-03-01", "twee"),
		    true, true },
		/*
		 * An evaluation of the day before is of the phase before; so is one before the fase
		 * before.
		 */
		{ EVALUATIE("2026-02-28") FASE("2026-03-01", "twee"), false, false },
		{ EVALUATIE("2026-03-01") FASE("2026-03-01", "twee") FASE("2026-03-01", "een"),
		    false, false },
		{ FASE("2026-03-01", "twee") EVALUATIE("2026-03-01") FASE("2026-03-01", "een"),
		    false, true },
	};

	for (size_t i = 0; i < sizeof orders / sizeof *orders; i++) {
		fold(orders[i].records);
		ck_assert_msg(met("stand sinds fase", NULL) == orders[i].stand, "stand of %zu", i);
		ck_assert_msg(met("evaluatie sinds fase", NULL) == orders[i].evaluation,
		    "evaluatie of %zu", i);
	}
	/* Of an amending kind the last amendment; what was never dated comes first of all. */
	fold(REC("leefgebied", "2026-01-02", "Leefgebied: wonen\nScore: 3\n")
	    FASE("2026-03-01", "twee")
	    REC("leefgebied", "2026-03-01", "Leefgebied: wonen\nWens: w\n")
	    "Record: kracht\nClient: a\nLeefgebied: wonen\nSoort: kennis\nTekst: t\n\n");
	ck_assert(met("leefgebied.Score sinds fase", NULL));
	ck_assert(!met("kracht sinds fase", NULL));
	ck_assert(met("client.Naam", NULL) && !met("client.Naam sinds fase", NULL));
	/* Of another fase than the latest. */
	fold(STAND("2026-02-01") FASE("2026-03-01", "twee") EVALUATIE("2026-03-02")
	    FASE("2026-04-01", "een"));
	ck_assert(!met("stand sinds fase", NULL));
	ck_assert(met("stand sinds fase", entry_of("fase", 0)));
	ck_assert(!met("stand sinds fase", entry_of("fase", 1)));
	ck_assert(met("evaluatie sinds fase", entry_of("fase", 1)));
}
END_TEST

/* The latest akkoord is picked first: an older one that says ja is none. */
START_TEST(picks_the_latest_agreement)
{
	static const char plan[] = "akkoord.Waarop = plan en Wie = client|vertegenwoordiger";

	fold(AKKOORD("2026-02-03", "client", "plan", "ja")
	    AKKOORD("2026-02-02", "client", "plan", "nee"));
	ck_assert(met(plan, NULL));
	fold(AKKOORD("2026-02-02", "client", "plan", "ja")
	    AKKOORD("2026-02-02", "client", "plan", "nee"));
	ck_assert(!met(plan, NULL) && !met("akkoord.Waarop = plan en Wie = client", NULL));
	/* Whatever its Met, where that is not asked. */
	fold(AKKOORD("2026-02-02", "client", "plan", "ja")
	    REC("akkoord", "2026-02-03", "Wie: client\nWaarop: plan\nMet: pers\nAkkoord: nee\n"));
	ck_assert(!met(plan, NULL));
	ck_assert(met("akkoord.Waarop = plan", NULL));
	/* Tot and Waarvoor are not looked at. */
	fold(REC("akkoord", "2026-02-02",
	    "Wie: client\nWaarop: plan\nTot: 2026-02-28\nWaarvoor: w\nAkkoord: ja\n"));
	ck_assert(met(plan, NULL));
	/* A nee in an earlier trajectory is of then. */
	fold(AKKOORD("2026-02-02", "client", "plan", "nee")
	    REC("uitstroom", "2026-02-04", "Reden: klaar\n") FASE("2026-06-01", "een")
	    AKKOORD("2026-06-02", "vertegenwoordiger", "plan", "ja"));
	ck_assert(met(plan, NULL));
}
END_TEST

int
main(void)
{
	TCase *tests = tcase_create("requirement");

	tcase_add_checked_fixture(tests, begin, end);
	tcase_add_loop_test(tests, holds_or_not, 0, sizeof cases / sizeof *cases);
	tcase_add_test(tests, counts_since_the_fase);
	tcase_add_test(tests, picks_the_latest_agreement);
	tcase_add_test(tests, counts_the_current_trajectory);
	return unit_run("requirement", tests);
}

#include "term.h"

#include <string.h>

#include "model_read.h"
#include "stream.h"
#include "unit.h"

static struct model *model;
static struct dossier d;
static struct state s;
static struct arena arena;
static struct attribute_values values;

#define TODAY "2026-06-01"
#define REC(kind, op, rest) "Record: " kind "\nClient: c1\nOp: " op "\n" rest "\n"

static const char dossier[] =
    "Record: client\nClient: c1\nNaam: Zoë van den Berg\nGeboren: 1990-06-02\nAangemeld: 2026-01-05\nHulpvraag: Een huis\n"
    "Vraag: wonen\nVraag: werk\nTeam: noord\nDoelgroep: jongeren\nVerwachte_weken: 26\nExtern: 007\n\n"
    REC("fase", "2026-01-05", "Fase: aanmelding\n")
    REC("intake", "2026-01-10", "Besluit: geplaatst\n")
    REC("fase", "2026-01-20", "Fase: startfase\nReden: r\nAfwijking: aanmelding: client.Vraag >= 2\n")
    REC("leefgebied", "2026-01-21", "Leefgebied: wonen\nScore: 2\n")
    REC("leefgebied", "2026-03-21", "Leefgebied: wonen\nScore: 4\n")
    REC("leefgebied", "2026-03-21", "Leefgebied: werk\nScore: 3\n")
    REC("leefgebied", "2026-03-22", "Leefgebied: werk\nNvt: n\n")
    REC("kracht", "2026-03-22", "Leefgebied: werk\nSoort: kennis\nTekst: t\n")
    REC("netwerk", "2026-03-22", "Naam: Oma\nRelatie: oma\n")
    REC("doel", "2026-03-25", "Doel: d1\nLeefgebied: wonen\nTekst: t\nTermijn: kort\n")
    REC("doel", "2026-03-25", "Doel: d2\nLeefgebied: werk\nTekst: t\n")
    REC("doel", "2026-03-25", "Doel: d3\nLeefgebied: werk\nTekst: t\nTermijn: lang\n")
    REC("werkpunt", "2026-03-25", "Werkpunt: d1.1\nDoel: d1\nTekst: t\nWie: client\n")
    REC("stand", "2026-04-01", "Doel: d1\nStand: behaald\n")
    REC("stand", "2026-04-01", "Doel: d2\nStand: bezig\n")
    REC("akkoord", "2026-04-01", "Wie: client\nWaarop: plan\nAkkoord: ja\n")
    REC("akkoord", "2026-04-02", "Wie: client\nWaarop: plan\nAkkoord: nee\n")
    REC("fase", "2026-04-02", "Fase: uitvoering\nStreefdatum: 2026-09-01\n")
    REC("notitie", "2026-04-03", "Tekst: t\n")
    REC("evaluatie", "2026-05-01", "Soort: tussentijds\nBesluit: voortzetten\nVolgende: 2026-06-10\n")
    REC("bezoek", "2026-05-01", "Plek: thuis\n");

static void
fold(const char *more, const char *at)
{
	struct text t = { 0 };
	struct stream *stream;

	text_addf(&t, "%s%s", dossier, more);
	stream = stream_of(t.at, t.len, "t.rec");
	ck_assert_int_eq(stream_next(stream, &d), 1);
	ck_assert(!d.malformed);
	ck_assert(state_fold(&s, &d, model, date_parse(at), DATE_LAST));
	stream_free(stream);
	text_release(&t);
}

static void
begin(void)
{
	struct problems problems = { 0 };

	model = model_read(model_default, model_default_size, NULL, &problems);
	fold("", TODAY);
}

static void
end(void)
{
	state_release(&s);
	dossier_release(&d);
	model_free(model);
	arena_release(&arena);
	attribute_values_release(&values);
}

static bool
holds(const char *source)
{
	struct text why = { 0 };
	struct term t;

	ck_assert_msg(term_read(&t, source, model, date_parse(TODAY), &arena, &why), "%s: %s", source, text_string(&why));
	text_release(&why);
	return term_holds(&t, &s, &values);
}

static void
refuse(const char *source, const char *part)
{
	struct text why = { 0 };
	struct term t;

	ck_assert_msg(!term_read(&t, source, model, date_parse(TODAY), &arena, &why), "%s is read", source);
	ck_assert_msg(strstr(text_string(&why), part) != NULL, "%s: %s", source, text_string(&why));
	text_release(&why);
}

START_TEST(compares)
{
	static const char *const yes[] = {
		"fase=uitvoering", "fase=6", "fase=UITVOERING", "fase=intake,uitvoering", "fase!=intake,opstart", "fase.Fase=3",
		"dagen_in_fase=60", "dagen_in_fase>59", "dagen_in_fase>=60", "dagen_in_fase<100", "dagen_in_fase<=60", "dagen_in_fase=060",
		"dagen_in_fase > 9", " team = noord ", "team!=zuid", "team=zuid , noord", "begeleider=", "begeleider!=anna", "begeleider=anna,",
		"team!=", "score.wonen>3", "score.wonen.verschil>0", "evaluatie.volgende<today+14", "evaluatie.volgende>=2026-06-10",
		"evaluatie.volgende=today+9", "fase_sinds<today-30", "aangemeld=2026-01-05", "vraag=werk", "vraag=psychisch,wonen",
		"naam~ZOE", "naam~'van den berg'", "naam~x,berg", "hulpvraag~huis", "doelgroep=jongeren", "doel.Termijn=lang",
		"doel.termijn=lang", "extern>6", "extern=007", "akkoord.Akkoord=nee", "bezoek.Op=2026-05-01", "bezoek.Op>today-60",
		"fase>planning", "fase>=6", "fase<evaluatie", "fase<=uitvoering", "gesloten=nee", "stand.Stand=bezig", "naam>A", "geboren<2000-01-01",
	};
	static const char *const no[] = {
		"fase>uitvoering", "fase<6", "fase<startfase", "fase=intake", "fase!=uitvoering", "fase!=6", "dagen_in_fase=6", "dagen_in_fase>60", "dagen_in_fase<9", "dagen_in_fase!=60",
		"begeleider!=", "begeleider=anna", "begeleider>a", "begeleider<z", "begeleider~a", "score.werk<9", "team=",
		"team=Noord", "team=noor", "vraag=psychisch", "vraag!=werk", "naam~bergen", "extern=7", "akkoord.Akkoord=ja",
		"eind<today", "evaluatie.volgende<today", "doel.Termijn=", "gesloten=ja",
	};

	for (size_t i = 0; i < sizeof yes / sizeof *yes; i++)
		ck_assert_msg(holds(yes[i]), "%s should hold", yes[i]);
	for (size_t i = 0; i < sizeof no / sizeof *no; i++)
		ck_assert_msg(!holds(no[i]), "%s should not hold", no[i]);
	fold("Record: client\nClient: c1\nOp: 2026-05-02\nTeam: noord, oost\n\n", TODAY);
	ck_assert(holds("team=noord\\, oost"));
	ck_assert(!holds("team=noord"));
}
END_TEST

START_TEST(refuses_what_cannot_be_meant)
{
	refuse("fase", "operator");
	refuse("fase!uitvoering", "operator");
	refuse("begleider=anna", "did you mean \"begeleider\"");
	refuse("Doelen.open=3", "did you mean \"doelen.open\"");
	refuse("evaluatie.volgnde=today", "did you mean \"evaluatie.volgende\"");
	refuse("doel.Termjin=lang", "did you mean \"doel.Termijn\"");
	refuse("score.wonne=3", "did you mean \"wonen\"");
	refuse("score.=3", "no attribute");
	refuse("=3", "no attribute");
	refuse("a b=3", "no attribute");
	refuse("%x=3", "no attribute");
	refuse("fase=uitvoring", "did you mean \"uitvoering\"");
	refuse("fase>plannign", "did you mean \"planning\"");
	refuse("fase=9", "expected one of");
	refuse("doel.Termijn=langer", "kort lang");
	refuse("gesloten=j", "ja nee");
	refuse("signalen=evalutie", "did you mean \"evaluatie\"");
	refuse("vraag=wonne", "did you mean \"wonen\"");
	refuse("dagen_in_fase>x", "whole number");
	refuse("dagen_in_fase>3.5", "whole number");
	refuse("dagen_in_fase>99999999999", "whole number");
	refuse("begin<gisteren", "not a date");
	refuse("begin<2026-02-30", "not a date");
	refuse("begin<today+", "not a date");
	refuse("begin<today14", "not a date");
	refuse("begin<", "nothing to compare");
	refuse("dagen_in_fase>1,2", "list");
	refuse("naam~", "asks for a text");
}
END_TEST

START_TEST(tells_terms_from_files)
{
	ck_assert(term_is("fase=x") && term_is("a<b") && term_is("a>b") && term_is("a~b") && term_is("a!=b"));
	ck_assert(!term_is("dossiers") && !term_is("a.rec") && !term_is("-") && !term_is("a!b"));
}
END_TEST

int
main(void)
{
	TCase *tests = tcase_create("term");

	tcase_add_checked_fixture(tests, begin, end);
	tcase_add_test(tests, compares);
	tcase_add_test(tests, refuses_what_cannot_be_meant);
	tcase_add_test(tests, tells_terms_from_files);
	return unit_run("term", tests);
}

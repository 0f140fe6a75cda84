/* SPDX-License-Identifier: ISC */
#include "term.h"

#include <string.h>

#include "folding_attributes.h"

static bool
holds(const char *source)
{
	struct text why = { 0 };
	struct term t;

	ck_assert_msg(term_read(&t, source, model, date_parse(TODAY), &arena, &why), "%s: %s",
	    source, text_string(&why));
	text_release(&why);
	return term_holds(&t, &s, &values);
}

static void
refuse(const char *source, const char *part)
{
	struct text why = { 0 };
	struct term t;

	ck_assert_msg(!term_read(&t, source, model, date_parse(TODAY), &arena, &why),
	    "%s is read", source);
	ck_assert_msg(strstr(text_string(&why), part) != NULL, "%s: %s", source, text_string(&why));
	text_release(&why);
}

START_TEST(compares)
{
	static const char *const yes[] = {
		"fase=uitvoering", "fase=6", "fase=UITVOERING", "fase=intake,uitvoering",
		"fase!=intake,opstart", "fase.Fase=3", "dagen_in_fase=60", "dagen_in_fase>59",
		"dagen_in_fase>=60", "dagen_in_fase<100", "dagen_in_fase<=60", "dagen_in_fase=060",
		"dagen_in_fase > 9", " team = noord ", "team!=zuid", "team=zuid , noord",
		"begeleider=", "begeleider!=anna", "begeleider=anna,", "team!=", "score.wonen>3",
		"score.wonen.verschil>0", "evaluatie.volgende<today+14",
		"evaluatie.volgende>=2026-06-10", "evaluatie.volgende=today+9",
		"fase_sinds<today-30", "aangemeld=2026-01-05", "vraag=werk",
		"vraag=psychisch,wonen", "naam~ZOE", "naam~'van den berg'", "naam~x,berg",
		"hulpvraag~huis", "doelgroep=jongeren", "doel.Termijn=lang",
		"doel.termijn=lang", "extern>6", "extern=007", "akkoord.Akkoord=nee",
		"bezoek.Op=2026-05-01", "bezoek.Op>today-60", "fase>planning", "fase>=6",
		"fase<evaluatie", "fase<=uitvoering", "gesloten=nee", "stand.Stand=bezig", "naam>A",
		"geboren<2000-01-01",
	};
	static const char *const no[] = {
		"fase>uitvoering", "fase<6", "fase<startfase", "fase=intake", "fase!=uitvoering",
		"fase!=6", "dagen_in_fase=6", "dagen_in_fase>60", "dagen_in_fase<9",
		"dagen_in_fase!=60", "begeleider!=", "begeleider=anna", "begeleider>a",
		"begeleider<z", "begeleider~a", "score.werk<9", "team=", "team=Noord", "team=noor",
		"vraag=psychisch", "vraag!=werk", "naam~bergen", "extern=7", "akkoord.Akkoord=ja",
		"eind<today", "evaluatie.volgende<today", "doel.Termijn=", "gesloten=ja",
	};

	for (size_t i = 0; i < sizeof yes / sizeof *yes; i++)
		ck_assert_msg(holds(yes[i]), "%s should hold", yes[i]);
	for (size_t i = 0; i < sizeof no / sizeof *no; i++)
		ck_assert_msg(!holds(no[i]), "%s should not hold", no[i]);
	folding(attributes_dossier,
	    "Record: client\nClient: a\nOp: 2026-05-02\nTeam: noord, oost\n\n", TODAY);
	ck_assert(holds("team=noord\\, oost"));
	ck_assert(!holds("team=noord"));
}
END_TEST

START_TEST(refuses_what_cannot_be_meant)
{
	refuse("fase", "operator");
	refuse("fase!uitvoering", "operator");
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
	ck_assert(term_is("fase=x") && term_is("a<b") && term_is("a>b") && term_is("a~b") &&
	    term_is("a!=b"));
	ck_assert(!term_is("dossiers") && !term_is("a.rec") && !term_is("-") && !term_is("a!b"));
}
END_TEST

int
main(void)
{
	TCase *tests = tcase_create("term");

	tcase_add_checked_fixture(tests, attributes_begin, attributes_end);
	tcase_add_test(tests, compares);
	tcase_add_test(tests, refuses_what_cannot_be_meant);
	tcase_add_test(tests, tells_terms_from_files);
	return unit_run("term", tests);
}

/* SPDX-License-Identifier: ISC */
#include "spelling.h"

#include "findings.h"

static const struct {
	const char *word, *known;
	bool slip;
} cases[] = {
	{ "Begleider", "Begeleider", true }, { "Begelieder", "Begeleider", true },
	{ "Begelidr", "Begeleider", true }, { "begeleider", "Begeleider", true },
	{ "Begeleider", "Begeleider", false }, { "Begeleiding", "Begeleider", false },
	{ "Contact2", "Contact", true }, { "Teem", "Team", true }, { "Naame", "Naam", true },
	{ "po", "Op", true }, { "Doelgroep", "Doel", false }, { "Wet", "Met", false },
	{ "Mens", "Wens", false }, { "Bron", "Door", false }, { "Vraagsteller", "Vraag", false },
	{ "Leeftijd", "Leefgebied", false }, { "Reden2x", "Reden", false },
	{ "tand", "stand", true }, { "oor", "Door", true }, { "p", "Op", false },
	{ "x", "Op", false }, { "", "Op", false },
};

START_TEST(tells_slips_from_own_words)
{
	ck_assert_msg(spelling_slip(cases[_i].word, cases[_i].known) == cases[_i].slip, "%s for %s",
	    cases[_i].word, cases[_i].known);
}
END_TEST

START_TEST(looks_at_kinds_fields_and_words)
{
	struct findings f;

	findings_begin(&f, HEAD REC("notite", "Tekts: T\n")
	    REC("notitie", "Op: 2026-02-01\nTekts: T\nTekst: T\nHuisdier: kat\n")
	    REC("werkpunt",
	    "Op: 2026-02-01\nWerkpunt: d1.1\nDoel: d1\nTekst: T\nWie: Begeleidr\n"));
	spelling_check(&f.dossier, 0, NULL, &f.problems);
	ck_assert_str_eq(findings_said(&f), "9:kind 16:field 26:word");
	ck_assert_ptr_null(strstr(f.problems.at[2].text, "Begeleidr"));
	findings_end(&f);
}
END_TEST

START_TEST(knows_the_fields_that_the_model_declares)
{
	struct findings f;

	findings_begin(&f,
	    "Record: client\nClient: a\nAangemeld: 2026-01-05\nDoelgroeb: x\nTeams: y\n\n");
	spelling_check(&f.dossier, 0, NULL, &f.problems);
	ck_assert_str_eq(findings_said(&f), "5:field");
	problems_clear(&f.problems);
	text_clear(&f.said);
	for (size_t i = 0; i < 2; i++)
		ck_assert_ptr_nonnull(schema_declare(&schema_kinds[KIND_CLIENT],
		    &(struct schema_field){ .name = i == 0 ? "Doelgroep" : "Teams",
		    .from = DATE_NONE }));
	spelling_check(&f.dossier, 0, NULL, &f.problems);
	ck_assert_str_eq(findings_said(&f), "4:field");
	findings_end(&f);
}
END_TEST

int
main(void)
{
	TCase *tests = tcase_create("spelling");

	tcase_add_loop_test(tests, tells_slips_from_own_words, 0, sizeof cases / sizeof *cases);
	tcase_add_test(tests, looks_at_kinds_fields_and_words);
	tcase_add_test(tests, knows_the_fields_that_the_model_declares);
	return unit_run("spelling", tests);
}

/* SPDX-License-Identifier: ISC */
#include "attribute.h"

#include <string.h>

#include "folding_attributes.h"
#include "signals.h"

/* The one value of each attribute of the table in this dossier; "" = none. */
static const struct {
	const char *name, *value, *closed;
} known[] = {
	{ "client", "a", "a" }, { "id", "a", "a" }, { "fase", "uitvoering", "uitvoering" },
	{ "fase_sinds", "2026-04-02", "2026-04-02" }, { "dagen_in_fase", "60", "" },
	{ "fase_streefdatum", "2026-09-01", "2026-09-01" }, { "besluit", "geplaatst", "geplaatst" },
	{ "traject", "1", "1" }, { "begin", "2026-01-05", "2026-01-05" },
	{ "eind", "", "2026-05-20" }, { "gesloten", "nee", "ja" }, { "doelen", "3", "3" },
	{ "doelen.open", "2", "2" }, { "doelen.behaald", "1", "1" }, { "doelen.deels", "0", "0" },
	{ "doelen.gestopt", "0", "0" }, { "werkpunten.open", "1", "1" }, { "krachten", "1", "1" },
	{ "netwerkleden", "1", "1" }, { "score.wonen", "4", "4" }, { "score.werk", "", "" },
	{ "score.psychisch", "", "" }, { "score.wonen.eerste", "2", "2" },
	{ "score.wonen.verschil", "2", "2" }, { "score.werk.verschil", "", "" },
	{ "evaluatie.laatste", "2026-05-01", "2026-05-01" },
	{ "evaluatie.besluit", "voortzetten", "voortzetten" }, { "evaluatie.volgende", "2026-06-10",
	    "" }, { "notitie.laatste", "2026-04-03", "2026-04-03" },
	{ "toestemming.school", "", "" }, { "signalen", "notitie", "" },
	{ "afwijkingen", "1", "1" }, { "leeftijd", "35", "35" },
	{ "leeftijdsgroep", "27-45", "27-45" },
	{ "bewaren_tot", "", "2041-05-20" }, { "team", "noord", "noord" },
	{ "verwachte_weken", "26", "26" }, { "begeleider", "", "" },
	{ "doelgroep", "jongeren", "jongeren" }, { "client.Doelgroep", "jongeren", "jongeren" },
	{ "bezoek.Plek", "thuis", "thuis" }, { "akkoord.Akkoord", "nee", "nee" },
};

static void
expect(const char *name, const char *value)
{
	struct text why = { 0 };
	struct attribute a;

	ck_assert_msg(attribute_find(&a, name, model, &arena, &why), "%s: %s", name,
	    text_string(&why));
	attribute_values(&a, &s, &values);
	ck_assert_msg(values.n == (value[0] != '\0'), "%s has %zu values", name, values.n);
	if (values.n > 0)
		ck_assert_str_eq(values.at[0], value);
	text_release(&why);
}

START_TEST(computes_every_attribute)
{
	struct text name = { 0 };
	enum table_type type;
	const char *help;

	for (size_t i = 0; i < sizeof known / sizeof *known; i++)
		expect(known[i].name, known[i].value);
	folding(attributes_dossier, REC("uitstroom", "2026-05-20", "Reden: volgens-plan\n"), TODAY);
	for (size_t i = 0; i < sizeof known / sizeof *known; i++)
		expect(known[i].name, known[i].closed);
	/* None of the rows is left untried. */
	for (size_t i = 0; attribute_n(i, &name, &type, &help); i++) {
		size_t j, n = strcspn(text_string(&name), "DN");
		bool found = schema_field_named(schema_kind("client"), text_string(&name)) != NULL;

		for (j = 0; j < sizeof known / sizeof *known && !found; j++)
			found = text_string(&name)[n] != '\0' ? strncmp(known[j].name,
			    text_string(&name), n) == 0 :
			    strcmp(known[j].name, text_string(&name)) == 0;
		ck_assert_msg(found, "%s is not tried", text_string(&name));
	}
	text_release(&name);
}
END_TEST

START_TEST(starts_again_after_a_return)
{
	folding(attributes_dossier, REC("uitstroom", "2026-05-20", "Reden: volgens-plan\n")
	    REC("fase", "2026-05-25", "Fase: aanmelding\n"), TODAY);
	expect("traject", "2");
	expect("begin", "2026-05-25");
	expect("doelen", "0");
	expect("besluit", "");
	expect("score.wonen", "4");
	expect("score.wonen.eerste", "");
	expect("evaluatie.laatste", "");
	expect("evaluatie.volgende", "");
	expect("afwijkingen", "0");
	expect("krachten", "1");
	expect("bewaren_tot", "");
}
END_TEST

START_TEST(gives_all_values)
{
	struct text why = { 0 };
	struct attribute a;

	ck_assert(attribute_find(&a, "vraag", model, &arena, &why));
	attribute_values(&a, &s, &values);
	ck_assert_uint_eq(values.n, 2);
	ck_assert(attribute_find(&a, "fase.Fase", model, &arena, &why));
	attribute_values(&a, &s, &values);
	ck_assert_uint_eq(values.n, 3);
	ck_assert_str_eq(values.at[1], "opstart");
	text_release(&why);
}
END_TEST

START_TEST(finds_the_evaluation_due)
{
	folding(attributes_dossier,
	    REC("evaluatie", "2026-05-02", "Soort: tussentijds\nBesluit: voortzetten\n"), TODAY);
	expect("evaluatie.volgende", "2026-08-01");
	folding(attributes_dossier, "", "2026-04-30");
	expect("evaluatie.volgende", "2026-07-02");
	folding(attributes_dossier, "", "2026-04-01");
	expect("evaluatie.volgende", "");
}
END_TEST

START_TEST(knows_names)
{
	static const char *const wrong[] = { "", "a b", "%x", "score.", "score.wonne", ".",
	    "client.", ".Team", "score.wonen.laatste" };
	struct text why = { 0 };
	struct attribute a;

	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
		text_clear(&why);
		ck_assert_msg(!attribute_find(&a, wrong[i], model, &arena, &why),
		    "%s is found", wrong[i]);
		ck_assert_uint_gt(why.len, 0);
	}
	ck_assert(attribute_find(&a, "team", model, &arena, &why));
	ck_assert(!a.loose);
	text_release(&why);
}
END_TEST

/* However it is typed. */
START_TEST(looks_names_up_one_way)
{
	static const struct {
		const char *typed, *plain;
	} names[] = {
		{ "FASE", "fase" }, { "Dagen-in-fase", "dagen_in_fase" },
		{ "SCORE.Wonen.Eerste", "score.wonen.eerste" },
		{ "Verwachte-Weken", "verwachte_weken" }, { "AKKOORD.akkoord", "akkoord.Akkoord" },
		{ "DOELGROEP", "doelgroep" }, { "Client.TEAM", "team" },
		{ "BEZOEK.plek", "bezoek.Plek" },
	};
	struct text why = { 0 };
	struct attribute a, b;

	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		struct attribute_values other = { 0 };

		ck_assert_msg(attribute_find(&a, names[i].typed, model, &arena, &why), "%s",
		    names[i].typed);
		ck_assert(attribute_find(&b, names[i].plain, model, &arena, &why));
		attribute_values(&a, &s, &values);
		attribute_values(&b, &s, &other);
		ck_assert_uint_gt(values.n, 0);
		ck_assert_uint_eq(values.n, other.n);
		ck_assert_str_eq(values.at[0], other.at[0]);
		attribute_values_release(&other);
	}
	text_release(&why);
}
END_TEST

static void
look(const char *name, bool met, const char *said)
{
	struct attribute_sight sight = { 0 };
	struct text why = { 0 };
	struct attribute a;

	ck_assert(attribute_find(&a, name, model, &arena, &why));
	ck_assert(a.loose);
	ck_assert_msg(!attribute_unmet(&a, &sight, &why), "%s: no dossier was read", name);
	attribute_look(&a, &sight, s.dossier, &arena);
	ck_assert_int_eq(sight.met, met);
	ck_assert_int_eq(attribute_unmet(&a, &sight, &why), !met);
	ck_assert_msg(strstr(text_string(&why), said) != NULL, "%s: %s", name, text_string(&why));
	text_release(&why);
}

START_TEST(asks_dossiers_for_other_names)
{
	look("doelgroep", true, "");
	look("Bezoek.PLEK", true, "");
	look("kleur", false, "--attributes");
	look("doelgroepje", false, "did you mean \"Doelgroep\"");
	look("begleider", false, "did you mean \"begeleider\"");
	look("doel.Termjin", false, "did you mean \"doel.Termijn\"");
	look("toestemming.kleur", false, "with that Met");
	folding(attributes_dossier, REC("akkoord", "2026-05-20",
	    "Wie: client\nWaarop: delen\nMet: De gemeente\nAkkoord: nee\n"), TODAY);
	look("toestemming.DE-gemeente", true, "");
}
END_TEST

START_TEST(says_what_has_one_value)
{
	static const char *const one[] = { "fase", "leeftijd", "score.wonen", "team", "vraag",
	    "client.Doelgroep", "id" };
	static const char *const many[] = { "signalen", "doel.Termijn", "fase.Fase",
	    "bezoek.Plek" };
	struct text why = { 0 };
	struct attribute a;

	for (size_t i = 0; i < sizeof one / sizeof *one; i++) {
		ck_assert(attribute_find(&a, one[i], model, &arena, &why));
		ck_assert_msg(attribute_single(&a), "%s", one[i]);
	}
	for (size_t i = 0; i < sizeof many / sizeof *many; i++) {
		ck_assert(attribute_find(&a, many[i], model, &arena, &why));
		ck_assert_msg(!attribute_single(&a), "%s", many[i]);
	}
	text_release(&why);
}
END_TEST

int
main(void)
{
	TCase *tests = tcase_create("attribute");

	tcase_add_checked_fixture(tests, attributes_begin, attributes_end);
	tcase_add_test(tests, computes_every_attribute);
	tcase_add_test(tests, starts_again_after_a_return);
	tcase_add_test(tests, gives_all_values);
	tcase_add_test(tests, finds_the_evaluation_due);
	tcase_add_test(tests, knows_names);
	tcase_add_test(tests, looks_names_up_one_way);
	tcase_add_test(tests, asks_dossiers_for_other_names);
	tcase_add_test(tests, says_what_has_one_value);
	return unit_run("attribute", tests);
}

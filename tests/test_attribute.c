#include "attribute.h"

#include <string.h>

#include "model_read.h"
#include "signal.h"
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

/* The one value of each attribute of the table in this dossier; "" = none. */
static const struct {
	const char *name, *value, *closed;
} known[] = {
	{ "client", "c1", "c1" }, { "id", "c1", "c1" }, { "fase", "uitvoering", "uitvoering" },
	{ "fase_sinds", "2026-04-02", "2026-04-02" }, { "dagen_in_fase", "60", "" },
	{ "fase_streefdatum", "2026-09-01", "2026-09-01" }, { "besluit", "geplaatst", "geplaatst" },
	{ "traject", "1", "1" }, { "begin", "2026-01-05", "2026-01-05" }, { "eind", "", "2026-05-20" },
	{ "gesloten", "nee", "ja" }, { "doelen", "3", "3" }, { "doelen.open", "2", "2" },
	{ "doelen.behaald", "1", "1" }, { "doelen.deels", "0", "0" }, { "doelen.gestopt", "0", "0" },
	{ "werkpunten.open", "1", "1" }, { "krachten", "1", "1" }, { "netwerkleden", "1", "1" },
	{ "score.wonen", "4", "4" }, { "score.werk", "", "" }, { "score.psychisch", "", "" },
	{ "score.wonen.eerste", "2", "2" }, { "score.wonen.verschil", "2", "2" }, { "score.werk.verschil", "", "" },
	{ "evaluatie.laatste", "2026-05-01", "2026-05-01" }, { "evaluatie.besluit", "voortzetten", "voortzetten" },
	{ "evaluatie.volgende", "2026-06-10", "" }, { "notitie.laatste", "2026-04-03", "2026-04-03" },
	{ "signalen", "notitie", "" }, { "afwijkingen", "1", "1" }, { "leeftijd", "35", "35" }, { "bewaren_tot", "", "2041-05-20" },
	{ "team", "noord", "noord" }, { "verwachte_weken", "26", "26" }, 
	{ "begeleider", "", "" }, { "doelgroep", "jongeren", "jongeren" }, { "client.Doelgroep", "jongeren", "jongeren" },
	{ "bezoek.Plek", "thuis", "thuis" }, { "akkoord.Akkoord", "nee", "nee" },
};

static void
expect(const char *name, const char *value)
{
	struct text why = { 0 };
	struct attribute a;

	ck_assert_msg(attribute_find(&a, name, model, &arena, &why), "%s: %s", name, text_string(&why));
	attribute_values(&a, &s, &values);
	ck_assert_msg(values.n == (value[0] != '\0'), "%s has %zu values", name, values.n);
	if (values.n > 0)
		ck_assert_str_eq(values.at[0], value);
	text_release(&why);
}

START_TEST(knows_the_signals)
{
	struct attribute a;
	struct text why = { 0 };
	const char *code;
	size_t i, n;

	ck_assert(attribute_find(&a, "signalen", model, &arena, &why));
	for (i = 0; (code = schema_code_n(a.spec->codes, i, &n)) != NULL; i++) {
		ck_assert_ptr_nonnull(signal_codes[i]);
		ck_assert(strncmp(code, signal_codes[i], n) == 0 && signal_codes[i][n] == '\0');
	}
	ck_assert_ptr_null(signal_codes[i]);
}
END_TEST

START_TEST(computes_every_attribute)
{
	struct text name = { 0 };
	enum table_type type;
	const char *help;

	for (size_t i = 0; i < sizeof known / sizeof *known; i++)
		expect(known[i].name, known[i].value);
	fold(REC("uitstroom", "2026-05-20", "Reden: volgens-plan\n"), TODAY);
	for (size_t i = 0; i < sizeof known / sizeof *known; i++)
		expect(known[i].name, known[i].closed);
	/* None of the rows is left untried. */
	for (size_t i = 0; attribute_n(i, &name, &type, &help); i++) {
		size_t j, n = strcspn(text_string(&name), "D");
		bool found = schema_field_named(schema_kind("client"), text_string(&name)) != NULL;

		for (j = 0; j < sizeof known / sizeof *known && !found; j++)
			found = text_string(&name)[n] == 'D' ? strncmp(known[j].name, text_string(&name), n) == 0 :
			    strcmp(known[j].name, text_string(&name)) == 0;
		ck_assert_msg(found, "%s is not tried", text_string(&name));
	}
	text_release(&name);
}
END_TEST

START_TEST(starts_again_after_a_return)
{
	fold(REC("uitstroom", "2026-05-20", "Reden: volgens-plan\n") REC("fase", "2026-05-25", "Fase: aanmelding\n"), TODAY);
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
	fold(REC("evaluatie", "2026-05-02", "Soort: tussentijds\nBesluit: voortzetten\n"), TODAY);
	expect("evaluatie.volgende", "2026-08-01");
	fold("", "2026-04-30");
	expect("evaluatie.volgende", "2026-07-02");
	fold("", "2026-04-01");
	expect("evaluatie.volgende", "");
}
END_TEST

START_TEST(knows_names)
{
	static const char *const wrong[] = { "", "a b", "%x", "score.", "score.wonne", "begleider", "doel.Termjin", ".", "client.", ".Team", "score.wonen.laatste" };
	struct text why = { 0 };
	struct attribute a;
	struct nearest near;

	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
		text_clear(&why);
		ck_assert_msg(!attribute_find(&a, wrong[i], model, &arena, &why), "%s is found", wrong[i]);
		ck_assert_uint_gt(why.len, 0);
	}
	ck_assert(attribute_find(&a, "doelgroep", model, &arena, &why));
	nearest_begin(&near, "doelgroep");
	ck_assert(a.loose && attribute_held(&a, &s, &near));
	ck_assert(attribute_find(&a, "kleur", model, &arena, &why));
	nearest_begin(&near, "kleur");
	ck_assert(a.loose && !attribute_held(&a, &s, &near));
	ck_assert_ptr_null(near.best);
	ck_assert(attribute_find(&a, "doelgroepje", model, &arena, &why));
	nearest_begin(&near, "doelgroepje");
	ck_assert(!attribute_held(&a, &s, &near));
	ck_assert_str_eq(near.best, "Doelgroep");
	ck_assert(attribute_find(&a, "team", model, &arena, &why));
	ck_assert(!a.loose);
	text_release(&why);
}
END_TEST

int
main(void)
{
	TCase *tests = tcase_create("attribute");

	tcase_add_checked_fixture(tests, begin, end);
	tcase_add_test(tests, knows_the_signals);
	tcase_add_test(tests, computes_every_attribute);
	tcase_add_test(tests, starts_again_after_a_return);
	tcase_add_test(tests, gives_all_values);
	tcase_add_test(tests, finds_the_evaluation_due);
	tcase_add_test(tests, knows_names);
	return unit_run("attribute", tests);
}

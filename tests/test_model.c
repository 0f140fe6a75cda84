/* SPDX-License-Identifier: ISC */
#include "model.h"

#include <stdio.h>
#include <string.h>

#include "model_read.h"
#include "unit.h"

static const char head[] = "Record: model\nNaam: M\n\n";
static const char first[] = "Record: fase\nCode: een\nNaam: Een\n";
static const char tail[] =
    "\nRecord: leefgebied\nCode: wonen\nNaam: Wonen\n\nRecord: leefgebied\nCode: werk\nNaam: Werk\n"
    "\n"
    "Record: krachtsoort\nCode: kennis\nNaam: Kennis\n\nRecord: schaal\nCode: vijf\nNaam: Vijf\n"
    "Min: 1\nMax: 5\n\n"
    "Record: uitstroomreden\nCode: klaar\nNaam: Klaar\n\n";

/* Whether a problem at that line speaks of `field` and has `part` in its text. */
static bool
said(const struct problems *problems, long line, const char *field, const char *part)
{
	for (size_t i = 0; i < problems->n; i++) {
		const struct problem *p = &problems->at[i];

		if (p->line == line && strstr(p->text, part) != NULL &&
		    (field == NULL ? p->field == NULL : p->field != NULL && strcmp(p->field,
		    field) == 0))
			return true;
	}
	return false;
}

static void
say_all(const struct problems *problems)
{
	for (size_t i = 0; i < problems->n; i++)
		fprintf(stderr, "%s:%ld: %s: %s\n", problems->at[i].file == NULL ? "-" :
		    problems->at[i].file, problems->at[i].line, problems->at[i].field == NULL ?
		    "-" : problems->at[i].field, problems->at[i].text);
}

static struct model *
read_string(const char *s, struct problems *problems)
{
	return model_read(s, strlen(s), "m.rec", problems);
}

static void
refused(const char *model, long line, const char *field, const char *part)
{
	struct problems problems = { 0 };
	struct model *m = read_string(model, &problems);

	if (m != NULL || !said(&problems, line, field, part))
		say_all(&problems);
	ck_assert_msg(m == NULL, "read, though \"%s\" was expected", part);
	ck_assert_msg(said(&problems, line, field, part), "no problem at line %ld says \"%s\"",
	    line, part);
	problems_release(&problems);
}

/* A model of which the text between phase and the rest is as given, from line 7 on. */
static char *
with(const char *more)
{
	struct text t = { 0 };

	text_addf(&t, "%s%s%s%s", head, first, more, tail);
	return text_take(&t);
}

static void
refused_with(const char *more, long line, const char *field, const char *part)
{
	char *model = with(more);

	refused(model, line, field, part);
	free(model);
}

static void
taken_with(const char *more)
{
	struct problems problems = { 0 };
	char *model = with(more);
	struct model *m = read_string(model, &problems);

	if (m == NULL || problems.n > 0)
		say_all(&problems);
	ck_assert_msg(m != NULL && problems.n == 0, "refused: %s", more);
	model_free(m);
	free(model);
}

START_TEST(drop_out_is_not_neutral)
{
	refused_with("\nRecord: uitstroomreden\nCode: weg\nNaam: Weg\nUitval: ja\nNeutraal: ja\n",
	    12, "Neutraal", "not neutral");
}
END_TEST

START_TEST(reads_the_default)
{
	struct problems problems = { 0 };
	struct model *m = model_read(model_default, model_default_size, NULL, &problems);
	const struct model_phase *p;

	ck_assert_ptr_nonnull(m);
	ck_assert_uint_eq(problems.n, 0);
	ck_assert_uint_eq(m->nphases, 8);
	ck_assert_uint_eq(m->ndomains, 7);
	ck_assert_uint_eq(m->nstrengths, 6);
	ck_assert_uint_eq(m->nreasons, 11);
	ck_assert_int_eq(m->evaluation_days, 91);
	ck_assert_int_eq(m->signal_aftercare, 182);
	ck_assert(model_reason(m, "overleden")->neutral &&
	    !model_reason(m, "volgens-plan")->neutral);
	ck_assert_str_eq(m->phases[m->evaluation_from].code, "uitvoering");
	p = model_phase(m, "startfase");
	ck_assert_ptr_nonnull(p);
	ck_assert_str_eq(p->code, "opstart");
	ck_assert(model_phase_named(m, "3") == p);
	ck_assert(model_phase_named(m, "OPSTART") == p);
	ck_assert_ptr_null(model_phase_named(m, "9"));
	ck_assert_ptr_null(model_phase_named(m, "0"));
	ck_assert_ptr_null(model_phase(m, "OPSTART"));
	p = model_phase(m, "evaluatie");
	ck_assert_uint_eq(p->nnext, 4);
	ck_assert_str_eq(p->next[1].besluit, "bijstellen");
	ck_assert_str_eq(m->phases[p->next[1].phase].code, "planning");
	ck_assert_str_eq(model_text(&p->name, LANG_EN), "Evaluation");
	ck_assert_str_eq(model_nearest(m, REF_LEEFGEBIED, "wonne"), "wonen");
	ck_assert_str_eq(model_score_label(&m->scales[0], 1, LANG_EN), "acute problem");
	model_free(m);
	problems_release(&problems);
}
END_TEST

START_TEST(reads_the_samples)
{
	static const struct {
		const char *file;
		size_t domains;
	} samples[] = {
		{ "samples/models/zes-leefgebieden.rec", 6 },
		{ "samples/models/acht-leefgebieden.rec", 8 },
		{ "samples/models/zrm-dertien.rec", 13 },
	};

	for (size_t i = 0; i < sizeof samples / sizeof *samples; i++) {
		struct problems problems = { 0 };
		FILE *f = fopen(samples[i].file, "r");
		static char bytes[200000];
		struct model *m;

		ck_assert_msg(f != NULL, "%s", samples[i].file);
		m = model_read(bytes, fread(bytes, 1, sizeof bytes, f), samples[i].file, &problems);
		fclose(f);
		say_all(&problems);
		ck_assert_ptr_nonnull(m);
		ck_assert_uint_eq(problems.n, 0);
		ck_assert_uint_eq(m->ndomains, samples[i].domains);
		model_free(m);
		problems_release(&problems);
	}
}
END_TEST

START_TEST(asks_for_the_kinds)
{
	refused("", 0, NULL, "kind model");
	refused("Record: model\nNaam: M\n", 0, NULL, "kind fase");
	refused("Record: model\nNaam: M\n", 0, NULL, "kind leefgebied");
	refused("Record: model\nNaam: M\n\nRecord: fase\nCode: a\nNaam: A\n\nRecord: leefgebied\n"
	    "Code: b\nNaam: B\n", 0, NULL, "kind uitstroomreden");
	refused_with("\nRecord: model\nNaam: N\n", 8, NULL, "second");
	refused_with("\nRecord: faze\nCode: x\nNaam: X\n", 8, "Record", "did you mean \"fase\"");
	refused_with("\nNaam: X\n", 8, NULL, "begins with the field Record");
	refused_with("nonsense\n", 7, NULL, "");
}
END_TEST

START_TEST(asks_for_the_fields)
{
	refused_with("Norm_dage: 3\n", 7, "Norm_dage", "did you mean \"Norm_dagen\"");
	refused_with("Doel_ne: x\n", 7, "Doel_ne", "did you mean \"Doel_en\"");
	refused_with("Norm_dagen: 3\nNorm_dagen: 4\n", 8, "Norm_dagen", "twice");
	refused_with("Norm_dagen: drie\n", 7, "Norm_dagen", "whole number");
	refused_with("Norm_dagen: 0\n", 7, "Norm_dagen", "from 1");
	refused_with("Kern: misschien\n", 7, "Kern", "ja or nee");
	refused_with("Vraag: a\nVraag: b\nVraag_en: a\n", 9, "Vraag_en", "other language");
	refused_with("\nRecord: fase\nNaam: X\n", 8, "Code", "missing");
	refused_with("\nRecord: fase\nCode: x\n", 8, "Naam", "missing");
	refused_with("\nRecord: fase\nCode: x y\nNaam: X\n", 9, "Code", "letters");
	refused_with("\nRecord: fase\nCode: een\nNaam: X\n", 9, "Code", "twice");
	refused_with("Alias: uno\n\nRecord: fase\nCode: twee\nNaam: X\nAlias: dos\nAlias: uno\n",
	    13, "Alias", "twice");
	refused_with("\nRecord: leefgebied\nCode: werk\nNaam: X\n", 17, "Code", "twice");
	refused_with("\nRecord: schaal\nCode: s\nNaam: S\nMin: 5\nMax: 5\n", 12, "Max",
	    "more than Min");
	refused_with("\nRecord: schaal\nCode: s\nNaam: S\nMin: 1\nMax: 3\nLabel: 1 a\nLabel: 4 b\n",
	    14, "Label", "a score");
	refused_with("\nRecord: schaal\nCode: s\nNaam: S\nMin: 1\nMax: 3\nLabel: 1 a\nLabel: 1 b\n",
	    14, "Label", "already");
	refused("Record: model\nNaam: M\nTaal: fr\n", 3, "Taal", "nl or en");
	refused("Record: model\nNaam: M\nFormaat: 2\n", 3, "Formaat", "format 1");
	refused("Record: model\nNaam: M\nEvaluatie_vanaf: x\n", 3, "Evaluatie_vanaf", "no phase");
	refused("Record: model\nNaam: M\nEigen_veld: client.A\nEigen_veld: clint.B\n", 4,
	    "Eigen_veld", "did you mean \"client\"");
	refused("Record: model\nNaam: M\nEigen_veld: client.team\n", 3, "Eigen_veld", "already");
	refused("Record: model\nNaam: M\nEigen_veld: Doelgroep\n", 3, "Eigen_veld", "KIND.Field");
	refused("Record: model\nNaam: M\nEigen_veld: client.Client\n", 3, "Eigen_veld",
	    "something else already");
	refused("Record: model\nNaam: M\nEigen_veld: client.Kleur\nEigen_veld: client.kleur\n", 4,
	    "Eigen_veld", "there already");
}
END_TEST

START_TEST(reaches_every_phase)
{
	refused_with("Na: voortzetten een\n\nRecord: fase\nCode: twee\nNaam: Twee\n", 9, "Code",
	    "never reached");
	refused_with("Na: voortzeten een\n", 7, "Na", "did you mean \"voortzetten\"");
	refused_with("Na: voortzetten\n", 7, "Na", "and a phase");
	refused_with("Na:\n", 7, "Na", "and a phase");
	refused_with("Na: voortzetten een\nNa: voortzetten een\n", 8, "Na", "line 7");
	refused_with("Na: voortzetten eeen\n", 7, "Na", "did you mean \"een\"");
	taken_with("Na: voortzetten drie\n\nRecord: fase\nCode: twee\nNaam: Twee\n\n"
	    "Record: fase\nCode: drie\nNaam: Drie\nNa: bijstellen twee\nNa: uitstroom een\n");
	refused_with("Alias: 2\n\nRecord: fase\nCode: twee\nNaam: Twee\n", 4, "Alias",
	    "another phase");
	refused_with("Alias: TWEE\n\nRecord: fase\nCode: twee\nNaam: Twee\n", 4, "Alias",
	    "another phase");
}
END_TEST

/* Conditions of which no dossier could ever be full. */
START_TEST(holds_conditions_possible)
{
	static const struct {
		const char *condition, *part;
	} never[] = {
		{ "intake.Besluit = geplaats", "did you mean \"geplaatst\"" },
		{ "intake.Besluit = afgewezen", "ends the trajectory" },
		{ "akkoord.Waarop = plaan", "did you mean \"plan\"" },
		{ "akkoord.Akkoord = nee", "only an agreement" },
		{ "client.Vraag = wone", "did you mean \"wonen\"" },
		{ "client.Begeleider >= 2", "never more than 1" },
		{ "client >= 2", "never more than 1" },
		{ "intake >= 2", "never more than 1" },
		{ "leefgebied >= 3", "never more than 2" },
		{ "leefgebied.Score >= 3", "never more than 2" },
		{ "leefgebied.Leefgebied = wonen >= 2", "never more than 1" },
		{ "leefgebied >= 2 per leefgebied", "never more than 1" },
		{ "doel >= 2 per doel", "never more than 1" },
		{ "doel.Doel = d1 >= 2", "never more than 1" },
		{ "netwerk.Naam = zus >= 2", "never more than 1" },
		{ "leefgebied.Score = 6", "no scale" },
		{ "leefgebied.Score = hoog", "not a whole number" },
		{ "evaluatie.Tevredenheid = 11", "10" },
		{ "evaluatie.Volgende = morgen", "not a date" },
		{ "kracht.Soort = kennnis", "did you mean \"kennis\"" },
		{ "fase.Fase = twe", "did you mean \"twee\"" },
		{ "fase.Fase = dos", "alias" },
		{ "uitstroom", "ends the trajectory" },
		{ "fase.Fase = een sinds fase", "after the latest" },
		{ "client.Vraag >= 3", "never more than 2" },
		{ "client.Vraag = wonen >= 2", "never more than 1" },
		{ "client.Contact = a|b >= 3", "never more than 2" },
		{ "doel.Doel = d1|d2 >= 3", "never more than 2" },
		{ "doel.Kracht = a >= 2 per doel", "never more than 1" },
		{ "akkoord.Waarop = plan en Wie = client en Met = school >= 2",
		    "never more than 1" },
		{ "akkoord.Wie = client|netwerk en Met = school >= 11", "never more than 10" },
		{ "akkoord.Waarop = plan|plaan", "did you mean \"plan\"" },
		{ "akkoord.Waarop = plan en Akkoord = ja|nee", "only an agreement" },
		{ "akkoord.Waarop = plan en Waarop = intake|delen", "Waarop has one value" },
		{ "intake.Besluit = geplaatst|afgewezen", "ends the trajectory" },
		{ "kracht.Leefgebied = wonen en Soort = kennnis", "did you mean \"kennis\"" },
		{ "leefgebied.Zorg en Score = 6", "no scale" },
		{ "uitstroom.Reden = klaar", "ends the trajectory" },
	};

	for (size_t i = 0; i < sizeof never / sizeof *never; i++) {
		struct text t = { 0 };

		text_addf(&t, "Eist: %s\n\nRecord: fase\nCode: twee\nNaam: Twee\nAlias: dos\n",
		    never[i].condition);
		refused_with(text_string(&t), 7, "Eist", never[i].part);
		refused_with(text_string(&t), 7, "Eist", "can never hold");
		text_release(&t);
	}
	refused_with("Eist: intake.Besluit = geplaatst\nEist: intake.Besluit = wachtlijst\n", 8,
	    "Eist", "line 7");
	refused_with("Eist: client.Team = a\nEist: client en Team = b|c\n", 8, "Eist", "line 7");
	refused_with("Eist: kracht\nEist: doel\nEist: kracht\n", 9, "Eist", "line 7");
	taken_with("Eist: intake\nEist: intake.Besluit = geplaatst\nEist: client.Team = noord\n"
	    "Eist: client\n");
	taken_with("Eist: client.Vraag = wonen\nEist: client.Vraag = werk\nEist: leefgebied >= 2\n"
	    "Eist: leefgebied.Score = 5\nEist: kracht >= 9\nEist: intake.Besluit = wachtlijst\n"
	    "Eist: intake.Besluit = geplaatst|wachtlijst\n"
	    "Eist: akkoord.Wie = client en Met = a >= 5\n"
	    "Eist: client.Vraag en Vraag = wonen >= 2\n"
	    "Eist: akkoord.Afspraak = a en Wie = b en Met = c >= 9\n"
	    "Eist: akkoord.Akkoord = ja\nEist: kracht >= 2 per leefgebied\n"
	    "Eist: evaluatie.Tevredenheid = 10\n");
}
END_TEST

START_TEST(knows_who_writes_papers)
{
	static const char worker[] = "Record: medewerker\nCode: fatima\nNaam: Fatima El Amrani\n"
	    "Functie: woonbegeleider\nTelefoon: 06 00 00 00 01\nKracht: kookt\nKracht: lacht\n\n";
	struct problems problems = { 0 };
	struct text t = { 0 };
	struct model *m;

	text_addf(&t,
	    "Record: model\nNaam: M\nOrganisatie: De Haven\nLogo: haven.png\nAanspreken: u\n\n"
	    "%s%s%s", first, tail, worker);
	m = read_string(text_string(&t), &problems);
	say_all(&problems);
	ck_assert_ptr_nonnull(m);
	ck_assert_str_eq(m->organisation, "De Haven");
	ck_assert_str_eq(m->logo, "haven.png");
	ck_assert(m->formal);
	ck_assert_ptr_null(model_worker(m, "anna"));
	ck_assert_str_eq(model_worker(m, "fatima")->name, "Fatima El Amrani");
	ck_assert_str_eq(model_text(&model_worker(m, "fatima")->role, LANG_EN), "woonbegeleider");
	ck_assert_str_eq(model_worker(m, "fatima")->telephone, "06 00 00 00 01");
	ck_assert_uint_eq(model_worker(m, "fatima")->nstrengths, 2);
	ck_assert_str_eq(model_worker(m, "fatima")->strengths[1], "lacht");
	model_free(m);
	text_adds(&t, worker);
	refused(text_string(&t), 42, "Code", "twice");
	text_clear(&t);
	text_addf(&t, "Record: model\nNaam: M\nAanspreken: jij\n\n%s%s", first, tail);
	refused(text_string(&t), 3, "Aanspreken", "u or je");
	text_release(&t);
	problems_release(&problems);
}
END_TEST

int
main(void)
{
	TCase *tests = tcase_create("model");

	tcase_add_test(tests, reads_the_default);
	tcase_add_test(tests, drop_out_is_not_neutral);
	tcase_add_test(tests, reads_the_samples);
	tcase_add_test(tests, asks_for_the_kinds);
	tcase_add_test(tests, asks_for_the_fields);
	tcase_add_test(tests, reaches_every_phase);
	tcase_add_test(tests, holds_conditions_possible);
	tcase_add_test(tests, knows_who_writes_papers);
	return unit_run("model", tests);
}

#include "contradiction.h"

#include "versions.h"

#define REC(kind, fields) HEAD "Record: " kind "\nClient: a\nOp: 2026-03-01\n" fields "\n"

/* field: of the first version, in which they contradict; NULL = they do not. */
static const struct {
	const char *a, *b, *field;
} cases[] = {
	{ REC("doel", "Doel: d1\nTekst: x\n"), REC("doel", "Doel: d1\nTekst: y\n"), "Tekst" },
	{ REC("doel", "Doel: d1\nTekst: x\n"), REC("doel", "Doel: d2\nTekst: y\n"), NULL },
	{ REC("doel", "Doel: d1\nTekst: x\n"), REC("doel", "Doel: d1\nTermijn: kort\n"), NULL },
	{ REC("doel", "Doel: d1\nKracht: x\nKracht: y\n"), REC("doel", "Doel: d1\nKracht: x\n"),
	    "Kracht" },
	{ REC("client", "Team: x\nDoor: p\n"), REC("client", "Team: x\nDoor: q\n"), NULL },
	{ REC("client", "Huisdier: kat\n"), REC("client", "Huisdier: hond\n"), "Huisdier" },
	{ REC("leefgebied", "Leefgebied: werk\nNvt: x\n"),
	    REC("leefgebied", "Leefgebied: werk\nScore: 3\n"), "Nvt" },
	{ REC("stand", "Doel: d1\nStand: open\n"),
	    REC("stand", "Werkpunt: d1.1\nDoel: d1\nStand: bezig\n"), NULL },
	{ REC("stand", "Werkpunt: d1.1\nStand: open\n"),
	    REC("stand", "Werkpunt: d1.1\nDoel: d1\nStand: bezig\n"), "Stand" },
	{ REC("stand", "Doel: d1\nStand: open\nToelichting: x\n"),
	    REC("stand", "Doel: d1\nStand: open\nToelichting: y\n"), NULL },
	{ REC("akkoord", "Wie: client\nWaarop: delen\nMet: x\nAkkoord: ja\n"),
	    REC("akkoord", "Wie: client\nWaarop: delen\nMet: y\nAkkoord: nee\n"), NULL },
	{ REC("evaluatie", "Besluit: voortzetten\n"), REC("evaluatie", "Besluit: bijstellen\n"),
	    "Besluit" },
	{ REC("notitie", "Tekst: x\n"), REC("notitie", "Tekst: y\n"), NULL },
	{ REC("kracht", "Leefgebied: werk\n"), REC("kracht", "Leefgebied: wonen\n"), NULL },
	{ REC("eigen", "Wat: x\n"), REC("eigen", "Wat: y\n"), NULL },
	{ REC("fase", "Fase: x\nVastgelegd: 2026-03-02\n"),
	    REC("fase", "Fase: y\nVastgelegd: 2026-03-03\n"), NULL },
	{ REC("fase", "Fase: x\nVastgelegd: 2026-03-03\n"),
	    REC("fase", "Fase: y\nVastgelegd: 2026-03-02\n"), "Fase" },
};

START_TEST(tells)
{
	struct versions v;

	versions_begin(&v, cases[_i].a, cases[_i].b);
	v.a.pieces[1].place = 2;
	v.b.pieces[1].place = 3;
	ck_assert_int_eq(contradiction_none(&v.a, &v.b, &v.problems), cases[_i].field == NULL);
	ck_assert_uint_eq(v.problems.n, cases[_i].field != NULL);
	if (cases[_i].field != NULL)
		ck_assert_str_eq(v.problems.at[0].field, cases[_i].field);
	versions_end(&v);
}
END_TEST

int
main(void)
{
	TCase *tests = tcase_create("contradiction");

	tcase_add_loop_test(tests, tells, 0, sizeof cases / sizeof *cases);
	return unit_run("contradiction", tests);
}

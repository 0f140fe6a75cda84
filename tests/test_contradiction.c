/* SPDX-License-Identifier: ISC */
#include "contradiction.h"

#include "versions.h"

#define REC(kind, fields) HEAD "Record: " kind "\nClient: a\nOp: 2026-03-01\n" fields "\n"
#define DAY(kind, fields) HEAD "Record: " kind "\nClient: a\nOp: 2026-03-02\n" fields "\n"

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
	{ REC("fase", "Fase: x\n"), REC("fase", "Fase: y\n"), "Fase" },
	{ REC("fase", "Fase: x\nDoor: p\n"), REC("fase", "Fase: x\nDoor: q\n"), "Record" },
	{ REC("fase", "Fase: x\n"), REC("uitstroom", "Reden: y\n"), "Record" },
	{ REC("fase", "Fase: x\n"), REC("intake", "Besluit: geplaatst\n"), NULL },
	{ REC("fase", "Fase: x\n"), REC("intake", "Besluit: afgewezen\n"), "Record" },
	{ REC("fase", "Fase: x\nVastgelegd: 2026-03-02\n"),
	    REC("fase", "Fase: y\nVastgelegd: 2026-03-03\n"), "Fase" },
	/* The other day, and the other hand. */
	{ REC("fase", "Fase: x\n"), DAY("fase", "Fase: y\n"), "Fase" },
	{ REC("fase", "Fase: x\n"), DAY("fase", "Fase: x\n"), "Record" },
	{ REC("fase", "Fase: x\n"), DAY("fase", "Fase: x\nSinds: 2026-03-01\n"), NULL },
	{ REC("uitstroom", "Reden: x\n"), DAY("fase", "Fase: y\n"), "Record" },
	{ REC("doel", "Doel: d1\nTekst: x\n"), DAY("doel", "Doel: d1\nTekst: y\n"), "Tekst" },
	{ REC("doel", "Doel: d1\nStreefdatum: 2026-09-01\n"),
	    DAY("doel", "Doel: d1\nStreefdatum:\n"), "Streefdatum" },
	{ REC("doel", "Doel: d1\nTekst: x\n"), DAY("doel", "Doel: d1\nTekst: x\n"), NULL },
	{ REC("stand", "Doel: d1\nStand: open\nScore: 1\n"),
	    DAY("stand", "Doel: d1\nStand: open\nScore: 2\n"), NULL },
	{ REC("stand", "Doel: d1\nStand: open\nScore: 1\n"),
	    REC("stand", "Doel: d1\nStand: open\nScore: 2\n"), "Score" },
	{ REC("stand", "Doel: d1\nStand: gestopt\n"), DAY("stand", "Doel: d1\nStand: open\n"),
	    "Stand" },
	{ REC("akkoord", "Wie: client\nWaarop: plan\nAkkoord: ja\n"),
	    DAY("akkoord", "Wie: client\nWaarop: plan\nAkkoord: nee\n"), "Akkoord" },
	{ REC("akkoord", "Wie: client\nWaarop: plan\nAkkoord: ja\nAfspraak: x\n"),
	    DAY("akkoord", "Wie: client\nWaarop: plan\nAkkoord: ja\nVervalt: x\n"), "Afspraak" },
	{ REC("akkoord", "Wie: client\nWaarop: plan\nAkkoord: ja\nAfspraak: x\n"),
	    DAY("akkoord", "Wie: client\nWaarop: plan\nAkkoord: ja\nAfspraak: y\n"), NULL },
	{ REC("intake", "Besluit: geplaatst\n"), DAY("intake", "Besluit: wachtlijst\n"),
	    "Besluit" },
	{ REC("evaluatie", "Besluit: bijstellen\nTevredenheid: 7\n"),
	    DAY("evaluatie", "Besluit: bijstellen\nTevredenheid: 8\n"), NULL },
	{ REC("evaluatie", "Besluit: bijstellen\n"), DAY("evaluatie", "Besluit: uitstroom\n"),
	    "Besluit" },
	{ REC("leefgebied", "Leefgebied: werk\nScore: 2\n"),
	    DAY("leefgebied", "Leefgebied: werk\nScore: 3\n"), NULL },
	{ REC("leefgebied", "Leefgebied: werk\nZorg: x\n"),
	    DAY("leefgebied", "Leefgebied: werk\nZorg:\n"), "Zorg" },
	{ REC("leefgebied", "Leefgebied: werk\nScore: 2\n"),
	    DAY("leefgebied", "Leefgebied: werk\nNvt: y\n"), "Score" },
	{ REC("netwerk", "Naam: x\nTot: 2026-03-01\n"),
	    DAY("netwerk", "Naam: x\nTot: 2026-03-02\n"), "Tot" },
	{ REC("kracht", "Leefgebied: werk\nSoort: x\nTekst: y\nTot: 2026-03-02\n"),
	    DAY("kracht", "Leefgebied: werk\nSoort: x\nTekst: y\nTot: 2026-03-03\n"), "Tot" },
	{ REC("indicatie", "Product: x\nVan: 2026-01-01\nOmvang: 4 uur\n"),
	    DAY("indicatie", "Product: x\nVan: 2026-01-01\nOmvang: 8 uur\n"), "Omvang" },
	{ REC("intrekking", "Wat: 0123456789ab\nSoort: stand\nReden: x\n"),
	    DAY("intrekking", "Wat: 0123456789ab\nSoort: stand\nReden: y\n"), "Reden" },
	{ REC("intrekking", "Wat: 0123456789ab\nSoort: stand\nReden: x\n"),
	    DAY("intrekking", "Wat: 0123456789ac\nSoort: stand\nReden: y\n"), NULL },
};

START_TEST(tells)
{
	struct versions v;

	versions_begin(&v, cases[_i].a, cases[_i].b);
	v.a.pieces[1].place = 2;
	v.b.pieces[1].place = 3;
	ck_assert_int_eq(contradiction_none(&v.a, &v.b, NULL, &v.problems),
	    cases[_i].field == NULL);
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

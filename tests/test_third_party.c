/* SPDX-License-Identifier: ISC */
#include "third_party.h"

#include <string.h>

#include "folding.h"

#define HEAD \
	"Record: client\nClient: a\nNaam: Ada Ader\nRoepnaam: Ada\nAangemeld: 2026-01-05\n" \
	"Hulpvraag: H\nBegeleider: bert\n\n"

/* Whether the field of the last record of a dossier is about somebody else. */
static bool
other(const char *records, const char *field)
{
	struct third_parties others;
	const struct record *r;
	bool is;

	folding(records, "", "2026-12-31");
	r = &d.records[d.n - 1];
	ck_assert_ptr_nonnull(record_field(r, field));
	third_parties_begin(&others, &d);
	is = third_party_field(&others, r, record_field(r, field));
	third_parties_end(&others);
	return is;
}

START_TEST(whole_records)
{
	folding(HEAD "Record: netwerk\nClient: a\nNaam: X\n\n"
	    "Record: kracht\nClient: a\nSoort: contact\n\n", "", "2026-12-31");
	ck_assert(third_party_record(&d.records[1]));
	ck_assert(!third_party_record(&d.records[2]));
}
END_TEST

START_TEST(of_client)
{
	ck_assert(other(HEAD REC("client", "2026-02-01", "Vertegenwoordiger: X\n"),
	    "Vertegenwoordiger"));
	ck_assert(other(HEAD REC("client", "2026-02-01", "Verwijzer: X\n"), "Verwijzer"));
	ck_assert(!other(HEAD REC("client", "2026-02-01", "Verwijzer:\n"), "Verwijzer"));
	ck_assert(!other(HEAD REC("client", "2026-02-01", "Contact: 06\n"), "Contact"));
	ck_assert(!other(HEAD REC("client", "2026-02-01", "Begeleider: tom\n"), "Begeleider"));
}
END_TEST

#define WP "Werkpunt: d1.1\nDoel: d1\nTekst: t\nInzet: i\n"

START_TEST(who_acts)
{
	ck_assert(!other(HEAD REC("werkpunt", "2026-02-01", WP "Wie: client\n"), "Wie"));
	ck_assert(!other(HEAD REC("werkpunt", "2026-02-01", WP "Wie: Ada\n"), "Wie"));
	ck_assert(!other(HEAD REC("werkpunt", "2026-02-01", WP "Wie: bert\n"), "Wie"));
	ck_assert(!other(HEAD REC("werkpunt", "2026-02-01", WP "Wie: carla\nDoor: carla\n"),
	    "Wie"));
	ck_assert(other(HEAD REC("werkpunt", "2026-02-01", WP "Wie: carla\n"), "Wie"));
	ck_assert(!other(HEAD REC("werkpunt", "2026-02-01", WP "Wie: netwerk\n"), "Wie"));
	ck_assert(!other(HEAD REC("werkpunt", "2026-02-01", WP "Wie: carla\n"), "Tekst"));
	ck_assert(other(HEAD REC("werkpunt", "2026-02-01", WP "Wie: carla\n"), "Inzet"));
	ck_assert(other(HEAD REC("werkpunt", "2026-02-01", WP "Wie: netwerk\n"), "Inzet"));
	ck_assert(!other(HEAD REC("werkpunt", "2026-02-01", WP "Wie: begeleider\n"), "Inzet"));
	ck_assert(!other(HEAD REC("akkoord", "2026-02-01",
	    "Wie: vertegenwoordiger\nWaarop: plan\nAkkoord: ja\n"), "Wie"));
	ck_assert(other(HEAD REC("akkoord", "2026-02-01", "Wie: Oma\nWaarop: plan\nAkkoord: ja\n"),
	    "Wie"));
}
END_TEST

START_TEST(who_agrees_and_attends)
{
	ck_assert(other(HEAD REC("akkoord", "2026-02-01",
	    "Wie: client\nMet: huisarts\nWaarop: delen\nAkkoord: ja\n"), "Met"));
	ck_assert(other(HEAD REC("akkoord", "2026-02-01", "Wie: oma\nWaarop: plan\nAkkoord: ja\n"),
	    "Wie"));
	ck_assert(other(HEAD REC("evaluatie", "2026-02-01",
	    "Aanwezig: oma\nSoort: eind\nBesluit: uitstroom\n"), "Aanwezig"));
	ck_assert(!other(HEAD REC("evaluatie", "2026-02-01",
	    "Aanwezig: Ada Ader\nSoort: eind\nBesluit: uitstroom\n"), "Aanwezig"));
	ck_assert(!other(HEAD REC("notitie", "2026-02-01", "Tekst: oma belde\n"), "Tekst"));
}
END_TEST

START_TEST(mentions)
{
	struct text lines = { 0 };

	folding(HEAD "Record: netwerk\nClient: a\nNaam: Élan de Boer\nGeeft: Élan de Boer geeft\n\n"
	    REC("notitie", "2026-02-01", "Tekst: ik belde elan de boer\n")
	    REC("notitie", "2026-02-01", "Tekst: de melan de boerin\n")
	    REC("evaluatie", "2026-02-02",
	    "Aanwezig: Élan de Boer\nSoort: eind\nBesluit: uitstroom\n")
	    REC("huisdier", "2026-02-03", "Baas: (Elan de Boer)\n"), "", "2026-12-31");
	ck_assert_uint_eq(third_party_mentions(&d, &lines), 2);
	ck_assert_str_eq(text_string(&lines), "17, 34");
	text_clear(&lines);
	folding(HEAD REC("notitie", "2026-02-01", "Tekst: iemand\n"), "", "2026-12-31");
	ck_assert_uint_eq(third_party_mentions(&d, &lines), 0);
	ck_assert_str_eq(text_string(&lines), "");
	text_release(&lines);
}
END_TEST

int
main(void)
{
	TCase *tests = tcase_create("third_party");

	tcase_add_checked_fixture(tests, folding_begin, folding_end);
	tcase_add_test(tests, whole_records);
	tcase_add_test(tests, of_client);
	tcase_add_test(tests, who_acts);
	tcase_add_test(tests, who_agrees_and_attends);
	tcase_add_test(tests, mentions);
	return unit_run("third_party", tests);
}

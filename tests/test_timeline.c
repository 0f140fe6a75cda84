/* SPDX-License-Identifier: ISC */
#include "timeline.h"

#include <string.h>

#include "folding.h"

#define HEAD \
	"Record: client\nClient: a\nNaam: Ada Ader\nRoepnaam: Ada\nAangemeld: 2026-01-05\n" \
	"Hulpvraag: H\nBegeleider: bert\n\n"

static struct timeline t;

static void
take(const char *records, const char *at)
{
	timeline_release(&t);
	folding(records, "", at);
	timeline_begin(&t, &s);
}

static void
finish(void)
{
	timeline_release(&t);
	folding_end();
}

static void
tells(size_t i, enum lang lang, const char *sentence, const char *details)
{
	struct text said = { 0 };

	ck_assert_uint_lt(i, t.n);
	timeline_sentence(&said, &t, &t.events[i], lang);
	ck_assert_str_eq(text_string(&said), sentence);
	text_clear(&said);
	timeline_details(&said, &t, &t.events[i], lang);
	ck_assert_str_eq(text_string(&said), details);
	text_release(&said);
}

START_TEST(in_order)
{
	char day[DATE_SIZE];

	take(HEAD REC("notitie", "2026-03-01", "Tekst: later\n")
	    REC("notitie", "2026-02-01", "Tekst: een\n")
	    REC("notitie", "2026-02-01", "Tekst: twee\n")
	    "Record: kracht\nClient: a\nTekst: zonder\n\n"
	    REC("notitie", "2027-01-01", "Tekst: morgen\n"), "2026-12-31");
	ck_assert_uint_eq(t.n, 5);
	ck_assert(t.events[0].opening);
	ck_assert_str_eq(timeline_facts(&t.events[1]).text, "zonder");
	ck_assert_str_eq(date_format(t.events[1].day, day), "2026-01-05");
	ck_assert_str_eq(timeline_facts(&t.events[2]).text, "een");
	ck_assert_str_eq(timeline_facts(&t.events[3]).text, "twee");
	ck_assert_str_eq(timeline_facts(&t.events[4]).text, "later");
}
END_TEST

START_TEST(ways_back_and_trajectories)
{
	take(HEAD REC("fase", "2026-01-05", "Fase: uitvoering\n")
	    REC("fase", "2026-02-05", "Fase: planning\nReden: R\n")
	    REC("uitstroom", "2026-03-01", "Reden: verhuisd\n")
	    REC("fase", "2026-04-01", "Fase: aanmelding\n")
	    REC("fase", "2026-04-02", "Fase: opnamefase\n"), "2026-12-31");
	ck_assert(!t.events[1].back);
	ck_assert(t.events[2].back);
	tells(2, LANG_NL, "terug naar Planning", "Reden: R");
	tells(2, LANG_EN, "back to Planning", "Reason: R");
	tells(3, LANG_NL, "Verhuisd naar een andere gemeente", "");
	ck_assert_uint_eq(t.events[3].trajectory, 0);
	ck_assert_uint_eq(t.events[4].trajectory, 1);
	ck_assert(!t.events[4].back);
	tells(5, LANG_NL, "Opstart", "");
}
END_TEST

START_TEST(scores)
{
	take(HEAD REC("leefgebied", "2026-01-06", "Leefgebied: wonen\nScore: 1\nZorg: z\n")
	    REC("leefgebied", "2026-02-06", "Leefgebied: wonen\nScore: 3\nZorg:\nEigen: e\n")
	    REC("leefgebied", "2026-02-07", "Leefgebied: werk\nNvt: later\n"), "2026-12-31");
	tells(1, LANG_NL, "Wonen: 1, acuut probleem", "Zorg: z");
	tells(2, LANG_NL, "Wonen: 3, redt het deels (was 1)", "Zorg: geldt niet meer\nEigen: e");
	tells(3, LANG_NL, "Werk en activiteiten", "Niet besproken, want: later");
}
END_TEST

START_TEST(what_each_kind_tells)
{
	take(HEAD REC("doel", "2026-02-01",
	    "Doel: d1\nLeefgebied: wonen\nTekst: Een deur\nKracht: k1\nKracht: k2\n")
	    REC("werkpunt", "2026-02-02", "Werkpunt: d1.1\nDoel: d1\nTekst: Bellen\nWie: client\n")
	    REC("stand", "2026-02-03", "Werkpunt: d1.1\nStand: deels\nToelichting: half\n")
	    REC("stand", "2026-02-04", "Doel: d1\nStand: behaald\nScore: 2\n")
	    REC("akkoord", "2026-02-05", "Wie: client\nWaarop: plan\nAkkoord: nee\n")
	    REC("evaluatie", "2026-02-06", "Soort: eind\nBesluit: uitstroom\n")
	    REC("huisdier", "2026-02-07", "Naam: Minoes\n"), "2026-12-31");
	tells(0, LANG_NL, "aangemeld", "Hulpvraag: H\nBegeleider: bert");
	tells(1, LANG_NL, "d1, Wonen: Een deur", "Met deze kracht: k1; k2");
	tells(2, LANG_NL, "d1.1: Bellen", "Wie: cliënt");
	tells(3, LANG_NL, "werkpunt d1.1 (Bellen): deels behaald", "Toelichting: half");
	tells(4, LANG_EN, "goal d1 (Een deur): attained", "Result: 2, much better than expected");
	tells(5, LANG_NL, "plan: cliënt, niet akkoord", "");
	tells(6, LANG_NL, "eind: afronden", "");
	tells(7, LANG_NL, "", "Naam: Minoes");
	ck_assert_str_eq(timeline_facts(&t.events[3]).subject, "d1.1");
	ck_assert_str_eq(timeline_facts(&t.events[3]).value, "deels");
	ck_assert_str_eq(timeline_facts(&t.events[4]).subject, "d1");
	ck_assert_str_eq(timeline_facts(&t.events[5]).who, "client");
	ck_assert_str_eq(timeline_facts(&t.events[7]).text, "");
}
END_TEST

int
main(void)
{
	TCase *tests = tcase_create("timeline");

	tcase_add_checked_fixture(tests, folding_begin, finish);
	tcase_add_test(tests, in_order);
	tcase_add_test(tests, ways_back_and_trajectories);
	tcase_add_test(tests, scores);
	tcase_add_test(tests, what_each_kind_tells);
	return unit_run("timeline", tests);
}

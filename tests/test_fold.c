/* SPDX-License-Identifier: ISC */
#include "fold.h"

#include <string.h>

#include "folding.h"
#include "requirement.h"

static const char head[] =
    "Record: client\nClient: a\nNaam: N\nAangemeld: 2026-01-05\nHulpvraag: H\n"
    "Vraag: wonen\nVraag: werk\nTeam: noord\n\n";

static bool
fold(const char *more, const char *at, const char *known)
{
	return folding_known(head, more, at, known);
}

START_TEST(begins_at_registration)
{
	ck_assert(!fold("", "2026-01-04", LAST));
	ck_assert(!fold("", "2026-01-05", "2026-01-04"));
	ck_assert(fold("", "2026-01-05", LAST));
	ck_assert_int_eq(s.trajectories[0].begin, date_parse("2026-01-05"));
	ck_assert_str_eq(entry_text(s.client, CLIENT_TEAM), "noord");
}
END_TEST

START_TEST(amends)
{
	static const char more[] =
	    REC("client", "2026-03-01", "Team: zuid\nVraag: psychisch\n")
	    REC("client", "2026-02-01", "Team: oost\nHulpvraag:\nEigen: x\n")
	    "Record: netwerk\nClient: a\nNaam: Oma\nRelatie: oma\nGeeft: soep\n\n"
	    REC("netwerk", "2026-02-02", "Naam: Oma\nGeeft:\nKrijgt: bezoek\n");
	size_t i = 0;

	ck_assert(fold(more, "2026-02-28", LAST));
	ck_assert_str_eq(entry_text(s.client, CLIENT_TEAM), "oost");
	ck_assert_str_eq(entry_text(s.client, CLIENT_HULPVRAAG), "");
	ck_assert_str_eq(entry_next(s.client, SLOT_NONE, "Eigen", NULL, &i)->value, "x");
	ck_assert_str_eq(entry_text(s.client, CLIENT_VRAAG), "wonen");
	ck_assert_str_eq(field_next(entry_at(s.client, CLIENT_VRAAG))->value, "werk");
	ck_assert(fold(more, LAST, LAST));
	ck_assert_str_eq(entry_text(s.client, CLIENT_TEAM), "zuid");
	ck_assert_str_eq(entry_text(s.client, CLIENT_VRAAG), "psychisch");
	ck_assert_ptr_null(field_next(entry_at(s.client, CLIENT_VRAAG)));
	ck_assert_str_eq(entry_text(fold_keyed(&s, KIND_NETWERK, "Oma"), NETWERK_GEEFT), "");
	ck_assert_str_eq(entry_text(fold_keyed(&s, KIND_NETWERK, "Oma"), NETWERK_KRIJGT), "bezoek");
	ck_assert_str_eq(entry_text(fold_keyed(&s, KIND_NETWERK, "Oma"), NETWERK_RELATIE), "oma");
}
END_TEST

enum { MANY = 100000 };

/* Fields that are not ours amend as ours do: as a set, and an empty one clears. */
START_TEST(amends_what_is_not_ours)
{
	struct text more = { 0 };
	size_t i = 0;

	ck_assert(fold(REC("client", "2026-02-01", "Eigen: a\nX: 1\nEigen: b\n")
	    REC("client", "2026-03-01", "Eigen:\nEigen: c\nY: 2\nEigen: d\n")
	    REC("client", "2026-04-01", "X:\n"), LAST, LAST));
	ck_assert_str_eq(entry_loose(s.client, &i)->value, "c");
	ck_assert_str_eq(entry_loose(s.client, &i)->value, "2");
	ck_assert_str_eq(entry_loose(s.client, &i)->value, "d");
	ck_assert_ptr_null(entry_loose(s.client, &i));

	for (int n = 1; n <= MANY; n++)
		text_addf(&more, REC("client", "2026-02-01", "E%d: v\n"), n % (MANY / 2));
	ck_assert(fold(text_string(&more), LAST, LAST));
	text_release(&more);
	for (i = 0; entry_loose(s.client, &i) != NULL; )
		continue;
	ck_assert_uint_eq(i, MANY);
}
END_TEST

START_TEST(knows_what_was_known)
{
	static const char more[] = REC("client", "2026-02-01",
	    "Team: oost\nVastgelegd: 2026-04-01\n");

	ck_assert(fold(more, "2026-03-01", LAST));
	ck_assert_str_eq(entry_text(s.client, CLIENT_TEAM), "oost");
	ck_assert(fold(more, "2026-03-01", "2026-03-31"));
	ck_assert_str_eq(entry_text(s.client, CLIENT_TEAM), "noord");
}
END_TEST

START_TEST(keeps_scores_as_a_series)
{
	static const char more[] =
	    REC("leefgebied", "2026-02-01", "Leefgebied: wonen\nScore: 2\nSituatie: krap\n")
	    REC("leefgebied", "2026-02-01",
	    "Leefgebied: wonen\nScore: 3\nSchaal: zelfredzaamheid\n")
	    REC("leefgebied", "2026-05-01", "Leefgebied: wonen\nScore: 4\n")
	    REC("leefgebied", "2026-06-01", "Leefgebied: werk\nNvt: later\n")
	    REC("leefgebied", "2026-07-01", "Leefgebied: werk\nScore: 1\n")
	    REC("leefgebied", "2026-08-01", "Leefgebied: wonen\nNvt: verhuisd\n")
	    REC("leefgebied", "2026-09-01", "Leefgebied: wonen\nScore: drie\n");

	ck_assert(fold(more, "2026-08-31", LAST));
	ck_assert_uint_eq(s.nscores, 3);
	ck_assert_int_eq(fold_score(&s, "wonen", "zelfredzaamheid", 0, 0)->value, 3);
	ck_assert_int_eq(fold_score(&s, "wonen", "zelfredzaamheid", 0, 1)->value, 4);
	ck_assert_ptr_null(fold_score(&s, "wonen", "zelfredzaamheid", 0, 2));
	ck_assert_str_eq(entry_text(fold_keyed(&s, KIND_LEEFGEBIED, "wonen"), LEEFGEBIED_SCORE),
	    "");
	ck_assert_str_eq(entry_text(fold_keyed(&s, KIND_LEEFGEBIED, "wonen"), LEEFGEBIED_SITUATIE),
	    "krap");
	ck_assert_str_eq(entry_text(fold_keyed(&s, KIND_LEEFGEBIED, "werk"), LEEFGEBIED_NVT), "");
	ck_assert_str_eq(entry_text(fold_keyed(&s, KIND_LEEFGEBIED, "werk"), LEEFGEBIED_SCORE),
	    "1");
}
END_TEST

START_TEST(scores_of_one_day_stand_each_in_its_trajectory)
{
	static const char more[] =
	    REC("leefgebied", "2026-02-01", "Leefgebied: wonen\nScore: 2\n")
	    REC("uitstroom", "2026-02-01", "Reden: verhuisd\n")
	    REC("fase", "2026-02-01", "Fase: intake\n")
	    REC("leefgebied", "2026-02-01", "Leefgebied: wonen\nScore: 3\n")
	    REC("leefgebied", "2026-02-01", "Leefgebied: wonen\nScore: 4\n");

	ck_assert(fold(more, LAST, LAST));
	ck_assert_int_eq(fold_score(&s, "wonen", "zelfredzaamheid", 0, 0)->value, 2);
	ck_assert_int_eq(fold_score(&s, "wonen", "zelfredzaamheid", 1, 0)->value, 4);
	ck_assert_ptr_null(fold_score(&s, "wonen", "zelfredzaamheid", 1, 1));
}
END_TEST

START_TEST(ends_and_begins_trajectories)
{
	static const char more[] =
	    REC("fase", "2026-01-05", "Fase: aanmelding\n")
	    REC("fase", "2026-02-05", "Fase: startfase\n")
	    REC("doel", "2026-02-06", "Doel: d1\nLeefgebied: wonen\nTekst: T\n")
	    REC("uitstroom", "2026-03-01", "Reden: verhuisd\n")
	    REC("notitie", "2026-03-02", "Tekst: T\n")
	    REC("uitstroom", "2026-03-03", "Reden: volgens-plan\n")
	    REC("fase", "2026-05-01", "Fase: aanmelding\n")
	    REC("werkpunt", "2026-05-02", "Werkpunt: d1.1\nDoel: d1\nTekst: T\nWie: client\n")
	    REC("intake", "2025-12-01", "Besluit: wachtlijst\n")
	    REC("intake", "2026-06-01", "Besluit: ingetrokken\n");
	const struct entry *e;

	ck_assert(fold(more, "2026-02-10", LAST));
	ck_assert_str_eq(entry_text(s.phase, FASE_FASE), "opstart");
	ck_assert(!fold_closed(&s));
	ck_assert(fold(more, LAST, LAST));
	ck_assert_uint_eq(s.ntrajectories, 2);
	ck_assert_int_eq(s.trajectories[0].how, TRAJECTORY_UITSTROOM);
	ck_assert_int_eq(s.trajectories[0].end, date_parse("2026-03-01"));
	ck_assert_int_eq(s.trajectories[1].begin, date_parse("2026-05-01"));
	ck_assert_int_eq(s.trajectories[1].how, TRAJECTORY_NIET_GEPLAATST);
	ck_assert(fold_closed(&s));
	e = s.first[KIND_NOTITIE];
	ck_assert_uint_eq(e->trajectory, 0);
	ck_assert_uint_eq(fold_keyed(&s, KIND_DOEL, "d1")->trajectory, 0);
	ck_assert_uint_eq(fold_keyed(&s, KIND_WERKPUNT, "d1.1")->trajectory, 0);
	ck_assert_ptr_null(fold_last(&s, KIND_UITSTROOM, true));
	ck_assert_ptr_nonnull(fold_last(&s, KIND_UITSTROOM, false));
}
END_TEST

START_TEST(an_end_before_the_begin_counts_on_the_begin)
{
	ck_assert(fold(REC("intake", "2025-12-01", "Besluit: afgewezen\n"), LAST, LAST));
	ck_assert_int_eq(s.trajectories[0].end, date_parse("2026-01-05"));
}
END_TEST

START_TEST(goals_have_their_last_stand)
{
	static const char more[] =
	    REC("stand", "2026-03-01", "Doel: d1\nStand: behaald\n")
	    REC("stand", "2026-03-05", "Doel: d1\nWerkpunt: d1.1\nStand: gestopt\n")
	    REC("stand", "2026-02-20", "Doel: d1\nStand: bezig\n")
	    REC("doel", "2026-02-06", "Doel: d1\nLeefgebied: wonen\nTekst: T\n")
	    REC("doel", "2026-02-06", "Doel: d2\nLeefgebied: wonen\nTekst: T\n")
	    REC("werkpunt", "2026-02-07", "Werkpunt: d1.1\nDoel: d1\nTekst: T\nWie: client\n");

	ck_assert(fold(more, "2026-02-28", LAST));
	ck_assert_str_eq(entry_stand(fold_keyed(&s, KIND_DOEL, "d1")), "bezig");
	ck_assert(!entry_finished(fold_keyed(&s, KIND_DOEL, "d1")));
	ck_assert(fold(more, LAST, LAST));
	ck_assert_str_eq(entry_stand(fold_keyed(&s, KIND_DOEL, "d1")), "behaald");
	ck_assert_str_eq(entry_stand(fold_keyed(&s, KIND_DOEL, "d2")), "open");
	ck_assert_str_eq(entry_stand(fold_keyed(&s, KIND_WERKPUNT, "d1.1")), "gestopt");
}
END_TEST

START_TEST(the_latest_agreement_counts)
{
	static const char more[] =
	    REC("akkoord", "2026-02-01", "Wie: client\nWaarop: plan\nAkkoord: ja\n")
	    REC("akkoord", "2026-02-02", "Wie: netwerk\nWaarop: plan\nAkkoord: ja\n")
	    REC("akkoord", "2026-02-03", "Wie: client\nWaarop: plan\nAkkoord: nee\n");
	const struct entry *e;

	ck_assert(fold(more, LAST, LAST));
	e = s.first[KIND_AKKOORD];
	ck_assert(e->superseded);
	e = e->next;
	ck_assert(!e->superseded);
	e = e->next;
	ck_assert(!e->superseded);
}
END_TEST

/*
 * Each found by its key at once: searched one after another, this would take far longer than a test
 * may.
 */
START_TEST(a_hundred_thousand_keys)
{
	struct text more = { 0 };
	const struct entry *e;

	for (int n = 1; n <= MANY; n++) {
		text_addf(&more,
		    REC("doel", "2026-02-01", "Doel: d%d\nLeefgebied: wonen\nTekst: T\n"), n);
		text_addf(&more,
		    REC("akkoord", "2026-02-01", "Wie: w%d\nWaarop: plan\nAkkoord: ja\n"), n / 2);
	}
	text_adds(&more, REC("doel", "2026-02-02", "Doel: d1\nTekst: U\n"));
	ck_assert(fold(text_string(&more), LAST, LAST));
	text_release(&more);
	ck_assert_str_eq(entry_text(fold_keyed(&s, KIND_DOEL, "d1"), DOEL_TEKST), "U");
	ck_assert_str_eq(entry_text(fold_keyed(&s, KIND_DOEL, "d100000"), DOEL_TEKST), "T");
	ck_assert_ptr_null(fold_keyed(&s, KIND_DOEL, "d100001"));
	ck_assert_ptr_null(fold_keyed(&s, KIND_WERKPUNT, "d1"));
	e = s.first[KIND_AKKOORD];
	for (int n = 1; n <= MANY; n++, e = e->next)
		ck_assert(e->superseded == (n % 2 == 0 && n < MANY));
}
END_TEST

int
main(void)
{
	TCase *tests = tcase_create("fold");

	tcase_add_checked_fixture(tests, folding_begin, folding_end);
	tcase_add_test(tests, begins_at_registration);
	tcase_add_test(tests, amends);
	tcase_add_test(tests, amends_what_is_not_ours);
	tcase_add_test(tests, knows_what_was_known);
	tcase_add_test(tests, keeps_scores_as_a_series);
	tcase_add_test(tests, scores_of_one_day_stand_each_in_its_trajectory);
	tcase_add_test(tests, ends_and_begins_trajectories);
	tcase_add_test(tests, an_end_before_the_begin_counts_on_the_begin);
	tcase_add_test(tests, goals_have_their_last_stand);
	tcase_add_test(tests, the_latest_agreement_counts);
	tcase_add_test(tests, a_hundred_thousand_keys);
	return unit_run("fold", tests);
}

/* SPDX-License-Identifier: ISC */
#include "journey_svg.h"

#include <string.h>

#include "folding.h"
#include "journey_lists.h"
#include "journey_track.h"

#define HEAD \
	"Record: client\nClient: a\nNaam: Ada Ader\nRoepnaam: Ada\nAangemeld: 2026-01-05\n" \
	"Hulpvraag: H\nBegeleider: bert\n\n"

static struct journey j;

static void
take(const char *records, const char *at)
{
	journey_release(&j);
	folding(records, "", at);
	journey_begin(&j, &s);
}

static void
finish(void)
{
	journey_release(&j);
	folding_end();
}

#define TWICE HEAD \
	REC("fase", "2026-01-05", "Fase: aanmelding\n") \
	REC("fase", "2026-01-05", "Fase: intake\n") \
	REC("fase", "2026-03-01", "Fase: planning\n") \
	REC("fase", "2026-03-11", "Fase: intake\n") \
	REC("uitstroom", "2026-04-01", "Reden: volgens-plan\n") \
	REC("fase", "2026-06-01", "Fase: aanmelding\n")

START_TEST(stays)
{
	take(TWICE, "2026-06-11");
	ck_assert_uint_eq(j.n, 5);
	ck_assert_uint_eq(j.back, 1);
	ck_assert_int_eq(j.stays[0].to - j.stays[0].from, 0);
	ck_assert(j.stays[3].back);
	ck_assert(j.stays[3].last);
	ck_assert_int_eq(j.stays[3].to - j.stays[3].from, 21);
	ck_assert_uint_eq(j.stays[4].trajectory, 1);
	ck_assert(!j.stays[4].back);
	ck_assert_int_eq(j.stays[4].to - j.stays[4].from, 10);
	ck_assert(!j.strange);
}
END_TEST

START_TEST(strange_phase)
{
	take(HEAD REC("fase", "2026-01-05", "Fase: zolder\n")
	    REC("fase", "2026-01-15", "Fase: intake\n"), "2026-02-01");
	ck_assert(j.strange);
	ck_assert_uint_eq(j.stays[0].row, model->nphases);
	ck_assert_str_eq(journey_phase(&j, &j.stays[0], LANG_NL), "zolder");
	ck_assert(!j.stays[1].back);
}
END_TEST

START_TEST(words)
{
	struct text said = { 0 };

	take(TWICE REC("doel", "2026-06-02",
	    "Doel: d1\nLeefgebied: wonen\nTekst: Een deur\nStreefdatum: 2026-09-01\n")
	    "Record: kracht\nClient: a\nLeefgebied: werk\nSoort: kennis\nTekst: Ik weet veel\n\n",
	    "2026-06-11");
	journey_words(&said, &j, LANG_EN);
	for (const char *at; (at = strstr(text_string(&said), "\xC2\xA0")) != NULL; ) {
		size_t before = (size_t)(at - said.at);

		said.at[before] = '_';
		memmove(said.at + before + 1, at + 2, strlen(at + 2) + 1);
	}
	ck_assert_str_eq(text_string(&said),
	    "Question: H\nSupport worker: bert.\n"
	    "Registered on 5_January_2026.\n"
	    "5_January_2026 to 5_January_2026: Registration (0 days).\n"
	    "5_January_2026 to 1_March_2026: Intake (55 days).\n"
	    "1_March_2026 to 11_March_2026: Planning (10 days).\n"
	    "11_March_2026 to 1_April_2026: back to Intake (21 days).\n"
	    "1_April_2026 Closed: Finished according to plan.\n"
	    "Came back on 1_June_2026.\n"
	    "1_June_2026 to now: Registration (10 days).\n"
	    "Still to come: Intake, Start-up, Analysis, Planning, Implementation, Evaluation, "
	    "Outflow.\n"
	    "Luggage, Work and activities: Ik weet veel.\n"
	    "Destination 1, Housing: Een deur (still ahead, aimed at 1_September_2026).\n");
	text_release(&said);
}
END_TEST

START_TEST(track)
{
	struct journey_track t;

	take(TWICE, "2026-06-11");
	journey_track_begin(&t, &j, 100, 1000, 50);
	for (size_t i = 0; i < j.n; i++) {
		ck_assert_int_ge(t.from[i], 100);
		ck_assert_int_gt(t.to[i], t.from[i]);
		ck_assert_int_lt(t.to[i], t.ahead);
		if (i > 0)
			ck_assert_int_ge(t.from[i], t.to[i - 1]);
	}
	ck_assert_int_lt(t.ahead, t.end);
	for (date day = date_parse("2025-12-01"); day < date_parse("2026-08-01"); day++)
		ck_assert_int_le(journey_track_x(&t, day), journey_track_x(&t, day + 1));
	ck_assert_int_eq(journey_track_x(&t, date_parse("2026-03-01")), t.from[2]);
	ck_assert_int_gt(journey_track_y(&t, 0), journey_track_y(&t, 1));
	ck_assert_int_gt(journey_track_y(&t, model->nphases - 1), t.top);
	ck_assert_int_lt(journey_track_y(&t, 0), t.bottom);
	journey_track_release(&t);
}
END_TEST

START_TEST(folded)
{
	struct journey_track t;
	struct text records = { 0 };
	size_t shown;

	text_adds(&records, HEAD);
	for (int i = 0; i < 120; i++)
		text_addf(&records, REC("fase", "%d-%02d-03", "Fase: %s\n"), 2011 + i / 8,
		    i % 8 + 3, i % 2 == 0 ? "uitvoering" : "evaluatie");
	take(text_string(&records), "2026-06-11");
	journey_track_begin(&t, &j, 100, 620, 50);
	ck_assert_uint_gt(t.folded, 60);
	ck_assert_uint_eq(t.folded % 8, 0);
	shown = j.n - t.folded;
	ck_assert_uint_gt(shown, 16);
	for (size_t i = 0; i < j.n; i++)
		if (i < t.folded)
			ck_assert_int_lt(t.to[i], t.unfolded);
		else
			ck_assert_int_ge(t.to[i] - t.from[i], 8);
	ck_assert_int_eq(t.from[t.folded], t.unfolded);
	ck_assert_int_lt(journey_track_x(&t, date_parse("2012-01-01")), t.unfolded);
	journey_track_release(&t);
	text_release(&records);
}
END_TEST

START_TEST(track_without_phases)
{
	struct journey_track t;

	take(HEAD, "2026-06-11");
	journey_track_begin(&t, &j, 100, 1000, 50);
	ck_assert_int_eq(journey_track_x(&t, date_parse("2026-02-01")),
	    journey_track_x(&t, date_parse("2030-02-01")));
	journey_track_release(&t);
}
END_TEST

START_TEST(flags)
{
	static const struct {
		const char *stand;
		enum journey_flag flag;
	} cases[] = { { "open", FLAG_AHEAD }, { "bezig", FLAG_BUSY }, { "behaald", FLAG_REACHED },
	    { "deels", FLAG_PARTLY }, { "gestopt", FLAG_STOPPED } };

	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct text t = { 0 };

		text_addf(&t, HEAD REC("doel", "2026-02-01", "Doel: d1\nTekst: t\n")
		    REC("stand", "2026-03-01", "Doel: d1\nStand: %s\n"), cases[i].stand);
		take(text_string(&t), "2026-06-01");
		ck_assert_int_eq(journey_flag(&s, fold_keyed(&s, KIND_DOEL, "d1")), cases[i].flag);
		ck_assert_int_eq(journey_arrival(fold_keyed(&s, KIND_DOEL, "d1")),
		    i < 2 ? DATE_NONE : date_parse("2026-03-01"));
		text_release(&t);
	}
}
END_TEST

START_TEST(left_open)
{
	take(HEAD REC("fase", "2026-01-05", "Fase: uitvoering\n")
	    REC("doel", "2026-02-01", "Doel: d1\nTekst: t\n")
	    REC("uitstroom", "2026-03-01", "Reden: verhuisd\n")
	    REC("fase", "2026-04-01", "Fase: aanmelding\n")
	    REC("doel", "2026-04-01", "Doel: d2\nTekst: t\n"), "2026-06-01");
	ck_assert_int_eq(journey_flag(&s, fold_keyed(&s, KIND_DOEL, "d1")), FLAG_LEFT);
	ck_assert_int_eq(journey_flag(&s, fold_keyed(&s, KIND_DOEL, "d2")), FLAG_AHEAD);
}
END_TEST

START_TEST(drawing)
{
	struct text t = { 0 };
	int height;

	take(TWICE, "2026-06-11");
	height = journey_svg(&t, &j, LANG_EN, "A<b>&\"", "a", true);
	ck_assert_int_gt(height, 300);
	ck_assert_ptr_nonnull(strstr(text_string(&t),
	    "<title id=\"rk-a-title\">Journey of A&lt;b&gt;&amp;&quot;</title>"));
	ck_assert_ptr_null(strstr(text_string(&t), "<b>"));
	text_release(&t);
}
END_TEST

int
main(void)
{
	TCase *tests = tcase_create("journey");

	tcase_add_checked_fixture(tests, folding_begin, finish);
	tcase_add_test(tests, stays);
	tcase_add_test(tests, strange_phase);
	tcase_add_test(tests, words);
	tcase_add_test(tests, track);
	tcase_add_test(tests, folded);
	tcase_add_test(tests, track_without_phases);
	tcase_add_test(tests, flags);
	tcase_add_test(tests, left_open);
	tcase_add_test(tests, drawing);
	return unit_run("journey", tests);
}

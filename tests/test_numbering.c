/* SPDX-License-Identifier: ISC */
#include <string.h>

#include "numbering.h"
#include "reader.h"
#include "unit.h"

static struct reader *s;
static struct dossier dossier;
static struct text id;

/* The dossier of a client with these records. */
static void
given(const char *records)
{
	struct text bytes = { 0 };

	text_addf(&bytes,
	    "Record: client\nClient: a\nNaam: N\nAangemeld: 2026-01-01\nHulpvraag: H\n\n%s",
	    records);
	reader_free(s);
	s = reader_of(bytes.at, bytes.len, "a.rec");
	ck_assert_int_eq(reader_next(s, &dossier), 1);
	ck_assert(!dossier.malformed);
	text_release(&bytes);
	text_clear(&id);
}

static void
finish(void)
{
	dossier_release(&dossier);
	reader_free(s);
	s = NULL;
	text_release(&id);
}

static const char *
goal(void)
{
	number_goal(&dossier, &id);
	return text_string(&id);
}

static const char *
action(const char *of)
{
	number_action(&dossier, of, &id);
	return text_string(&id);
}

#define GOAL(op, id) \
	"Record: doel\nClient: a\nOp: " op "\nDoel: " id "\nLeefgebied: wonen\nTekst: T\n\n"
#define ACTION(id, of) \
	"Record: werkpunt\nClient: a\nOp: 2026-02-01\nWerkpunt: " id "\nDoel: " of "\n" \
	"Tekst: T\nWie: client\n\n"

START_TEST(first)
{
	given("");
	ck_assert_str_eq(goal(), "d1");
	given("");
	ck_assert_str_eq(action("d1"), "d1.1");
}
END_TEST

START_TEST(above_the_highest)
{
	given(GOAL("2026-02-01", "d2") GOAL("2026-01-01", "d10") GOAL("2026-02-01", "d9"));
	ck_assert_str_eq(goal(), "d11");
	given(ACTION("d1.9", "d1") ACTION("d1.10", "d1") ACTION("d2.30", "d2")
	    ACTION("d11.40", "d11"));
	ck_assert_str_eq(action("d1"), "d1.11");
}
END_TEST

START_TEST(whatever_names_one)
{
	given("Record: stand\nClient: a\nOp: 2026-02-01\nDoel: d3\nStand: open\n\n");
	ck_assert_str_eq(goal(), "d4");
	given("Record: notitie\nClient: a\nOp: 2026-02-01\nTekst: d9\nDoel: d1\nDoel: d5\n\n");
	ck_assert_str_eq(goal(), "d6");
	given(GOAL("2199-01-01", "d7") ACTION("d8.1", "d2"));
	ck_assert_str_eq(goal(), "d9");
	given("Record: stand\nClient: a\nOp: 2026-02-01\nWerkpunt: d1.4\nStand: open\n\n");
	ck_assert_str_eq(action("d1"), "d1.5");
}
END_TEST

START_TEST(ids_of_another_make)
{
	given(GOAL("2026-02-01", "wonen-7") GOAL("2026-02-01", "d") GOAL("2026-02-01", "d7a")
	    GOAL("2026-02-01", "D8") GOAL("2026-02-01", "d99999999999"));
	ck_assert_str_eq(goal(), "d1");
	given(ACTION("wonen.3", "wonen"));
	ck_assert_str_eq(action("wonen"), "wonen.4");
}
END_TEST

START_TEST(very_high)
{
	given(GOAL("2026-02-01", "d999999999"));
	ck_assert_str_eq(goal(), "d1000000000");
	given(GOAL("2026-02-01", "d999999999") GOAL("2026-02-01", "d1000000000"));
	ck_assert_str_eq(goal(), "d1000000001");
}
END_TEST

START_TEST(raised)
{
	text_adds(&id, "d9");
	number_raise(&id);
	ck_assert_str_eq(text_string(&id), "d10");
	text_clear(&id);
	text_adds(&id, "d1.19");
	number_raise(&id);
	ck_assert_str_eq(text_string(&id), "d1.20");
}
END_TEST

START_TEST(taken)
{
	given(GOAL("2026-02-01", "d1")
	    "Record: stand\nClient: a\nOp: 2026-02-01\nWerkpunt: d1.4\nStand: open\n\n");
	ck_assert(number_taken(&dossier, "d1"));
	ck_assert(number_taken(&dossier, "d1.4"));
	ck_assert(!number_taken(&dossier, "d1.1"));
	ck_assert(!number_taken(&dossier, "a"));
	ck_assert(!number_taken(&dossier, "open"));
}
END_TEST

int
main(void)
{
	TCase *tests = tcase_create("numbering");

	tcase_add_checked_fixture(tests, NULL, finish);
	tcase_add_test(tests, first);
	tcase_add_test(tests, above_the_highest);
	tcase_add_test(tests, whatever_names_one);
	tcase_add_test(tests, ids_of_another_make);
	tcase_add_test(tests, very_high);
	tcase_add_test(tests, raised);
	tcase_add_test(tests, taken);
	return unit_run("numbering", tests);
}

/* SPDX-License-Identifier: ISC */
#include "arrangement.h"

#include "folding.h"

static const char head[] =
    "Record: client\nClient: a\nNaam: N\nAangemeld: 2026-01-01\nHulpvraag: H\n\n"
    "Record: fase\nClient: a\nOp: 2026-01-01\nFase: intake\n\n";

#define SAYS(op, who, akkoord, more) \
	REC("akkoord", op, "Wie: " who "\nWaarop: plan\nAkkoord: " akkoord "\n" more)

/* Records, a text, and whether it stands by the client's word on the plan on 1 June. */
static const struct {
	const char *records, *text;
	bool stands;
} cases[] = {
	{ SAYS("2026-02-01", "client", "ja", "Afspraak: A\n"), "A", true },
	{ SAYS("2026-02-01", "client", "ja", "Afspraak: \n+ A \n"), " A", true },
	{ SAYS("2026-02-01", "client", "ja", "Afspraak: A\n"), "a", false },
	{ SAYS("2026-02-01", "client", "nee", "Afspraak: A\n"), "A", false },
	{ SAYS("2026-02-01", "netwerk", "ja", "Afspraak: A\n"), "A", false },
	/* A later agreement leaves it; a refusal and its own Vervalt do not. */
	{ SAYS("2026-02-01", "client", "ja", "Afspraak: A\n")
	    SAYS("2026-03-01", "client", "ja", "Afspraak: B\n"), "A", true },
	{ SAYS("2026-02-01", "client", "ja", "Afspraak: A\n")
	    SAYS("2026-03-01", "client", "nee", ""), "A", false },
	{ SAYS("2026-02-01", "client", "ja", "Afspraak: A\n")
	    SAYS("2026-03-01", "client", "ja", "Vervalt:  A\n"), "A", false },
	{ SAYS("2026-02-01", "client", "ja", "Afspraak: A\n")
	    SAYS("2026-03-01", "netwerk", "nee", "Vervalt: A\n"), "A", true },
	{ SAYS("2026-02-01", "client", "ja", "Afspraak: A\n") REC("akkoord", "2026-03-01",
	    "Wie: client\nWaarop: intake\nAkkoord: nee\n"), "A", true },
	{ SAYS("2026-02-01", "client", "ja", "Afspraak: A\n") REC("akkoord", "2026-03-01",
	    "Wie: client\nWaarop: plan\nMet: school\nAkkoord: nee\n"), "A", true },
	/* In folding order, within a record Vervalt first. */
	{ SAYS("2026-03-01", "client", "ja", "Vervalt: A\n")
	    SAYS("2026-02-01", "client", "ja", "Afspraak: A\n"), "A", false },
	{ SAYS("2026-02-01", "client", "ja", "Afspraak: A\n")
	    SAYS("2026-03-01", "client", "ja", "Afspraak: A\nVervalt: A\n"), "A", true },
	{ SAYS("2026-02-01", "client", "ja", "Afspraak: A\n") SAYS("2026-03-01", "client", "nee",
	    "") SAYS("2026-03-01", "client", "ja", "Afspraak: A\n"), "A", true },
	/* Up to and including its own Tot; the one that lasts longer stands on. */
	{ SAYS("2026-02-01", "client", "ja", "Afspraak: A\nTot: 2026-06-01\n"), "A", true },
	{ SAYS("2026-02-01", "client", "ja", "Afspraak: A\nTot: 2026-05-31\n"), "A", false },
	{ SAYS("2026-02-01", "client", "ja", "Afspraak: A\n")
	    SAYS("2026-03-01", "client", "ja", "Afspraak: A\nTot: 2026-05-31\n"), "A", true },
	{ SAYS("2026-02-01", "client", "ja", "Afspraak: A\nTot: 2026-05-31\n")
	    SAYS("2026-03-01", "client", "ja", "Afspraak: A\n"), "A", true },
	/* The end of its trajectory ends it too. */
	{ SAYS("2026-02-01", "client", "ja", "Afspraak: A\n")
	    REC("uitstroom", "2026-03-01", "Reden: verhuisd\n"), "A", false },
	{ SAYS("2026-02-01", "client", "ja", "Afspraak: A\n") REC("uitstroom", "2026-03-01",
	    "Reden: verhuisd\n") REC("fase", "2026-04-01", "Fase: intake\n"), "A", false },
	{ SAYS("2026-02-01", "client", "ja", "Afspraak: A\n")
	    REC("fase", "2026-04-01", "Fase: opstart\n"), "A", true },
};

START_TEST(stands_until_ended)
{
	const struct arrangement_key k = { "client", "plan", "" };

	folding(head, cases[_i].records, "2026-06-01");
	ck_assert_int_eq(arrangement_there(&s, &k, cases[_i].text, s.at), cases[_i].stands);
}
END_TEST

/* Of two that say the same one stands, so that it counts and shows once. */
START_TEST(stands_by_one)
{
	const struct entry *first, *later;

	folding(head, SAYS("2026-02-01", "client", "ja", "Afspraak: A\nAfspraak: B\n")
	    SAYS("2026-03-01", "client", "ja", "Afspraak: A\n"), LAST);
	first = s.first[KIND_AKKOORD];
	later = first->next;
	ck_assert(!arrangement_stands(&s, first, "A", s.at) &&
	    arrangement_stands(&s, later, "A", s.at));
	ck_assert(arrangement_stands(&s, first, "B", s.at) &&
	    !arrangement_stands(&s, later, "B", s.at));
	ck_assert(arrangement_said(&s, later, "B") && !arrangement_said(&s, first, "B"));
}
END_TEST

int
main(void)
{
	TCase *tests = tcase_create("arrangement");

	tcase_add_checked_fixture(tests, folding_begin, folding_end);
	tcase_add_loop_test(tests, stands_until_ended, 0, sizeof cases / sizeof *cases);
	tcase_add_test(tests, stands_by_one);
	return unit_run("arrangement", tests);
}

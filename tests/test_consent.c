/* SPDX-License-Identifier: ISC */
#include "consent.h"

#include "findings.h"

#define AKKOORD(op, wie, akkoord, more) \
	REC("akkoord", "Op: " op "\nWie: " wie "\nWaarop: plan\nAkkoord: " akkoord "\n" more)
#define LISA \
	"Record: client\nClient: a\nOp: 2026-01-05\nNaam: De Vries, Lísa\nRoepnaam: Lies\n" \
	"Aangemeld: 2026-01-05\nHulpvraag: H\n\n"
#define ACTION(wie) \
	REC("werkpunt", "Op: 2026-02-01\nWerkpunt: d1.1\nDoel: d1\nTekst: T\nWie: " wie "\n")

static const struct {
	const char *text, *said;
} cases[] = {
	{ LISA AKKOORD("2026-02-01", "client", "ja", "") AKKOORD("2026-02-01", "Lisa's zus", "ja",
	    "") ACTION("netwerk"), "" },
	/* Folded as the names of doubles are: case, accents, order. */
	{ LISA AKKOORD("2026-02-01", "lies", "ja", "") AKKOORD("2026-02-01", "Lisa de Vries", "ja",
	    "") ACTION("LIES"), "12:own-name 19:own-name 29:own-name" },
	/* By now: what the client was called before is somebody else's name. */
	{ LISA REC("client", "Op: 2026-02-01\nRoepnaam: Li\n") ACTION("Lies") ACTION("Li"),
	    "28:own-name" },
	{ HEAD AKKOORD("2026-02-01", "client", "ja", "Afspraak: A\n")
	    AKKOORD("2026-02-02", "client", "ja", "Vervalt:  A \n"), "" },
	{ HEAD AKKOORD("2026-02-01", "client", "ja", "Afspraak: A\n")
	    AKKOORD("2026-02-02", "client", "ja", "Vervalt: B\nVervalt: A\n"), "23:ends-nothing" },
	/* Another Wie, another order, the same record, a refusal. */
	{ HEAD AKKOORD("2026-02-01", "client", "ja", "Afspraak: A\n")
	    AKKOORD("2026-02-02", "netwerk", "ja", "Vervalt: A\n"), "23:ends-nothing" },
	{ HEAD AKKOORD("2026-02-03", "client", "ja", "Afspraak: A\n")
	    AKKOORD("2026-02-02", "client", "ja", "Vervalt: A\n"), "23:ends-nothing" },
	{ HEAD AKKOORD("2026-02-01", "client", "ja", "Afspraak: A\nVervalt: A\n"),
	    "16:ends-nothing" },
	{ HEAD AKKOORD("2026-02-01", "client", "nee", "Afspraak: A\n")
	    AKKOORD("2026-02-02", "client", "ja", "Vervalt: A\n"), "23:ends-nothing" },
	/*
	 * What was ended already is no mistake in what was read: a refusal of an earlier day may
	 * have been recorded later.
	 */
	{ HEAD AKKOORD("2026-02-01", "client", "ja", "Afspraak: A\n")
	    AKKOORD("2026-02-03", "client", "ja", "Vervalt: A\n")
	    AKKOORD("2026-02-02", "client", "nee", ""), "" },
};

START_TEST(finds)
{
	struct findings f;

	findings_begin(&f, cases[_i].text);
	consent_check(&f.state, 0, &f.problems);
	ck_assert_str_eq(findings_said(&f), cases[_i].said);
	ck_assert(!problems_error(&f.problems) || strstr(cases[_i].said, "ends-nothing") != NULL);
	findings_end(&f);
}
END_TEST

static void
append(struct findings *f, const char *op, const char *who, const char *ends)
{
	struct draft d;

	draft_begin(&d, "akkoord");
	draft_add(&d, "Op", op);
	draft_add(&d, "Wie", who);
	draft_add(&d, "Waarop", "plan");
	draft_add(&d, "Akkoord", "ja");
	if (ends != NULL)
		draft_add(&d, "Vervalt", ends);
	dossier_append(&f->dossier, &d);
	draft_release(&d);
	ck_assert(fold_day(&f->state, &f->dossier, f->model, DATE_LAST, DATE_LAST));
	problems_clear(&f->problems);
	consent_check(&f->state, 0, &f->problems);
	dossier_undo(&f->dossier, 0);
}

START_TEST(asks_more_of_what_is_appended)
{
	static const char text[] = LISA
	    AKKOORD("2026-02-01", "client", "ja", "Afspraak: A\nTot: 2026-02-28\n")
	    AKKOORD("2026-02-01", "client", "ja", "Afspraak: B\n")
	    AKKOORD("2026-03-01", "client", "ja", "Vervalt: B\n");
	struct findings f;

	findings_begin(&f, text);
	append(&f, "2026-03-02", "client", NULL);
	ck_assert_uint_eq(f.problems.n, 0);
	append(&f, "2026-03-02", "lies", NULL);
	ck_assert_str_eq(f.problems.at[0].code, "own-name");
	ck_assert(problems_error(&f.problems));
	/* On the day of the record, by what stands above it. */
	append(&f, "2026-02-28", "client", "A");
	ck_assert_uint_eq(f.problems.n, 0);
	append(&f, "2026-03-01", "client", "A");
	ck_assert_str_eq(f.problems.at[0].code, "ends-nothing");
	append(&f, "2026-02-27", "client", "B");
	ck_assert_uint_eq(f.problems.n, 0);
	append(&f, "2026-03-02", "client", "B");
	ck_assert_str_eq(f.problems.at[0].code, "ends-nothing");
	findings_end(&f);
}
END_TEST

int
main(void)
{
	TCase *tests = tcase_create("consent");

	tcase_add_loop_test(tests, finds, 0, sizeof cases / sizeof *cases);
	tcase_add_test(tests, asks_more_of_what_is_appended);
	return unit_run("consent", tests);
}

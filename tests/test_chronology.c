/* SPDX-License-Identifier: ISC */
#include "chronology.h"

#include "findings.h"

#define PHASE(op, code, rest) REC("fase", "Op: " op "\nFase: " code "\n" rest)
#define DECISION(op, besluit) \
	REC("evaluatie", "Op: " op "\nSoort: tussentijds\nBesluit: " besluit "\n")

static const struct {
	const char *text, *said;
} cases[] = {
	{ HEAD REC("notitie", "Op: 2026-01-05\nTekst: T\n"), "" },
	{ HEAD REC("notitie", "Op: 2026-01-04\nTekst: T\n"), "11:before-registration" },
	{ HEAD REC("notitie", "Op: 2026-11-01\nTekst: T\n"), "" },
	{ HEAD REC("notitie", "Op: 2026-11-02\nTekst: T\n"), "11:future" },
	{ HEAD REC("notitie", "Op: 2026-02-01\nVastgelegd: 2026-01-31\nTekst: T\n"),
	    "12:recorded-early" },
	{ HEAD REC("notitie", "Op: 2026-02-01\nVastgelegd: 2026-11-02\nTekst: T\n"), "12:future" },
	{ HEAD REC("client", "Op: 2026-02-01\nVastgelegd: 2026-01-31\n")
	    GOAL("d1", "Vastgelegd: 2026-01-31\n"), "" },
	{ HEAD REC("leefgebied", "Op: 2026-02-01\nVastgelegd: 2026-01-31\nLeefgebied: wonen\n"),
	    "12:recorded-early" },
	{ HEAD REC("akkoord", "Op: 2026-02-01\nWaarop: intake\n"), "" },
	{ HEAD REC("client", "Op: 2026-02-01\nGeboren: 2026-01-06\n"), "12:birth" },
	{ HEAD REC("client", "Op: 2026-02-01\nGeboren: 1905-01-01\n"), "12:birth" },
	{ HEAD REC("client", "Op: 2026-02-01\nGeboren: 1906-01-06\n"), "" },
	{ HEAD GOAL("d1", "Streefdatum: 2026-02-01\n") GOAL("d2", "Streefdatum: 2026-01-31\n"),
	    "23:target" },
	{ HEAD REC("evaluatie", "Op: 2026-02-01\nVolgende: 2026-02-01\n"), "12:target" },
	{ HEAD REC("stand", "Op: 2026-01-31\nDoel: d1\n") GOAL("d1", ""), "12:not-begun" },
	{ HEAD REC("akkoord", "Op: 2026-01-31\nWaarop: plan\n") GOAL("d1", ""), "9:agreement" },
	{ HEAD GOAL("d1", "") REC("akkoord", "Op: 2026-02-01\nWaarop: plan\n"), "" },
	/*
	 * Phases: any to begin with; then the next, with a reason, by decision, or when all that is
	 * passed over is met.
	 */
	{ HEAD PHASE("2026-01-05", "analyse", "") PHASE("2026-01-06", "planning", ""), "" },
	{ HEAD PHASE("2026-01-05", "analyse", "") PHASE("2026-01-06", "opstart", ""),
	    "14:phase-order" },
	{ HEAD PHASE("2026-01-05", "analyse", "") PHASE("2026-01-06", "opstart", "Reden: R\n"),
	    "" },
	{ HEAD PHASE("2026-01-05", "analyse", "")
	    PHASE("2026-01-06", "uitvoering", "Afwijking: A\n"), "" },
	{ HEAD PHASE("2026-01-05", "analyse", "") PHASE("2026-01-06", "analyse", ""),
	    "14:phase-order" },
	{ HEAD PHASE("2026-01-05", "analyse", "")
	    PHASE("2026-01-06", "analyse", "Streefdatum: 2026-03-01\n"), "" },
	{ HEAD PHASE("2026-01-07", "planning", "") PHASE("2026-01-06", "analyse", ""), "" },
	{ HEAD PHASE("2026-01-05", "evaluatie", "") DECISION("2026-01-06", "voortzetten")
	    PHASE("2026-01-06", "uitvoering", ""), "" },
	{ HEAD PHASE("2026-01-05", "evaluatie", "") PHASE("2026-01-06", "uitvoering", "")
	    DECISION("2026-01-06", "voortzetten"), "" },
	{ HEAD DECISION("2026-01-05", "voortzetten") PHASE("2026-01-06", "evaluatie", "")
	    PHASE("2026-01-07", "uitvoering", ""), "20:phase-order" },
	{ HEAD PHASE("2026-01-05", "evaluatie", "") DECISION("2026-01-06", "bijstellen")
	    PHASE("2026-01-07", "uitvoering", ""), "20:phase-order" },
	{ HEAD REC("client", "Begeleider: anna\n") PHASE("2026-01-05", "opstart", "")
	    PHASE("2026-01-06", "planning", ""), "18:phase-order" },
};

START_TEST(finds)
{
	struct findings f;

	findings_begin(&f, cases[_i].text);
	chronology_check(&f.state, date_parse("2026-11-01"), 0, &f.problems);
	ck_assert_str_eq(findings_said(&f), cases[_i].said);
	findings_end(&f);
}
END_TEST

int
main(void)
{
	TCase *tests = tcase_create("chronology");

	tcase_add_loop_test(tests, finds, 0, sizeof cases / sizeof *cases);
	return unit_run("chronology", tests);
}

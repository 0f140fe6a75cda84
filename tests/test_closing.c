/* SPDX-License-Identifier: ISC */
#include "closing.h"

#include "findings.h"

#define PHASE(op, code) REC("fase", "Op: " op "\nFase: " code "\n")
#define CLOSED(op, rest) REC("uitstroom", "Op: " op "\nReden: verhuisd\n" rest)
#define DECIDED(op, besluit) REC("intake", "Op: " op "\nBesluit: " besluit "\n")
#define EVALUATED(op, besluit) \
	REC("evaluatie", "Op: " op "\nSoort: tussentijds\nBesluit: " besluit "\n")
#define NOTE(op) REC("notitie", "Op: " op "\nTekst: T\n")
#define STRENGTH(op) REC("kracht", "Op: " op "\n")

/* Of the records from the last one on nothing is appended. */
static const struct {
	const char *text, *said;
} cases[] = {
	/* What follows a closing. */
	{ HEAD CLOSED("2026-03-01", "") STRENGTH("2026-03-01") STRENGTH("2026-03-02")
	    NOTE("2026-03-02"), "20:after-closing" },
	{ HEAD CLOSED("2026-03-01", "") PHASE("2026-04-01", "planning")
	    STRENGTH("2026-04-01"), "" },
	/* One closing a trajectory: of two the one further on in the file is said. */
	{ HEAD CLOSED("2026-03-01", "") CLOSED("2026-03-01", ""), "16:second-closing" },
	{ HEAD CLOSED("2026-03-01", "") CLOSED("2026-04-01", "Nazorg: 2026-05-01\n"),
	    "16:second-closing" },
	{ HEAD CLOSED("2026-03-01", "") CLOSED("2026-02-01", ""), "16:second-closing" },
	{ HEAD CLOSED("2026-03-01", "") CLOSED("2026-02-01", "") CLOSED("2026-04-01", ""),
	    "16:second-closing 21:second-closing" },
	{ HEAD CLOSED("2026-03-01", "") CLOSED("2026-04-01", "") CLOSED("2026-02-01", ""),
	    "21:second-closing" },
	{ HEAD CLOSED("2026-03-01", "") DECIDED("2026-02-01", "afgewezen"), "16:second-closing" },
	{ HEAD DECIDED("2026-02-01", "afgewezen") CLOSED("2026-03-01", ""), "16:second-closing" },
	{ HEAD DECIDED("2026-02-01", "afgewezen") DECIDED("2026-03-01", "afgewezen"),
	    "16:after-closing" },
	{ HEAD DECIDED("2026-03-01", "afgewezen") DECIDED("2026-02-01", "afgewezen"),
	    "11:after-closing 16:second-closing" },
	{ HEAD DECIDED("2026-03-01", "afgewezen") CLOSED("2026-02-01", ""),
	    "11:after-closing 16:second-closing" },
	{ HEAD DECIDED("2026-03-01", "geplaatst") CLOSED("2026-03-01", ""), "" },
	{ HEAD CLOSED("2026-03-01", "") PHASE("2026-04-01", "intake")
	    CLOSED("2026-05-01", ""), "" },
	/* Recorded after a phase, dated before it. */
	{ HEAD PHASE("2026-03-01", "intake") CLOSED("2026-02-01", ""), "16:cut" },
	{ HEAD PHASE("2026-03-01", "intake") CLOSED("2026-03-01", ""), "" },
	{ HEAD PHASE("2026-03-01", "intake") DECIDED("2026-02-01", "ingetrokken"), "16:cut" },
	{ HEAD PHASE("2026-03-01", "intake") DECIDED("2026-02-01", "wachtlijst"), "" },
	{ HEAD DECIDED("2026-02-01", "ingetrokken") PHASE("2026-03-01", "intake"), "" },
	{ HEAD CLOSED("2026-02-01", "") PHASE("2026-04-01", "intake")
	    PHASE("2026-03-01", "aanmelding"), "21:cut" },
	{ HEAD CLOSED("2026-02-01", "") PHASE("2026-04-01", "intake")
	    PHASE("2026-01-05", "aanmelding"), "" },
	/* Whoever is guided was placed. */
	{ HEAD PHASE("2026-02-01", "intake") DECIDED("2026-02-01", "afgewezen"), "" },
	{ HEAD PHASE("2026-02-01", "opstart") DECIDED("2026-02-01", "afgewezen"), "17:declined" },
	{ HEAD PHASE("2026-02-01", "uitstroom") DECIDED("2026-03-01", "ingetrokken"),
	    "17:declined" },
	{ HEAD PHASE("2026-02-01", "uitvoering") DECIDED("2026-03-01", "wachtlijst"),
	    "17:declined" },
	{ HEAD PHASE("2026-02-01", "uitvoering") DECIDED("2026-03-01", "geplaatst"),
	    "17:declined" },
	{ HEAD PHASE("2026-02-01", "opstart") DECIDED("2026-02-01", "geplaatst"), "" },
	{ HEAD PHASE("2026-02-01", "intake") DECIDED("2026-03-01", "wachtlijst")
	    PHASE("2026-03-01", "opstart"), "" },
	{ HEAD PHASE("2026-02-01", "uitvoering") CLOSED("2026-03-01", "")
	    PHASE("2026-04-01", "intake") DECIDED("2026-05-01", "afgewezen"), "" },
	/* Decided twice, or otherwise on the same day. */
	{ HEAD DECIDED("2026-02-01", "geplaatst") DECIDED("2026-03-01", "geplaatst"),
	    "17:decided" },
	{ HEAD DECIDED("2026-03-01", "geplaatst") DECIDED("2026-02-01", "geplaatst"),
	    "12:decided" },
	{ HEAD DECIDED("2026-02-01", "geplaatst") DECIDED("2026-02-01", "afgewezen"),
	    "17:decided" },
	{ HEAD DECIDED("2026-02-01", "afgewezen") DECIDED("2026-02-01", "geplaatst"),
	    "17:decided" },
	{ HEAD DECIDED("2026-02-01", "geplaatst") DECIDED("2026-03-01", "afgewezen"), "" },
	{ HEAD DECIDED("2026-02-01", "wachtlijst") DECIDED("2026-02-01", "geplaatst"), "" },
	{ HEAD DECIDED("2026-02-01", "wachtlijst") DECIDED("2026-03-01", "wachtlijst"), "" },
	{ HEAD DECIDED("2026-02-01", "geplaatst") CLOSED("2026-03-01", "")
	    PHASE("2026-04-01", "intake") DECIDED("2026-04-02", "geplaatst"), "" },
	{ HEAD EVALUATED("2026-02-01", "voortzetten") EVALUATED("2026-02-01", "bijstellen"),
	    "19:decided" },
	{ HEAD EVALUATED("2026-02-01", "voortzetten") EVALUATED("2026-03-01", "voortzetten"), "" },
	/* Who died does not return. */
	{ HEAD REC("uitstroom", "Op: 2026-03-01\nReden: overleden\n") PHASE("2026-04-01", "intake"),
	    "17:after-death" },
};

START_TEST(finds)
{
	struct findings f;

	findings_begin(&f, cases[_i].text);
	closing_check(&f.state, 0, &f.problems);
	ck_assert_str_eq(findings_said(&f), cases[_i].said);
	ck_assert(!problems_error(&f.problems));
	findings_end(&f);
}
END_TEST

/* What is to be recorded so is refused. */
START_TEST(refuses)
{
	static const char text[] = HEAD PHASE("2026-03-01", "intake");
	struct findings f;
	struct draft d;

	findings_begin(&f, text);
	draft_of(&d, KIND_UITSTROOM);
	draft_put(&d, SLOT_OP, "2026-02-01");
	draft_put(&d, UITSTROOM_REDEN, "verhuisd");
	dossier_append(&f.dossier, &d);
	ck_assert(fold_day(&f.state, &f.dossier, f.model, DATE_LAST, DATE_LAST));
	closing_check(&f.state, f.dossier.read, &f.problems);
	ck_assert_str_eq(findings_said(&f), "16:cut");
	ck_assert(problems_error(&f.problems));
	draft_release(&d);
	findings_end(&f);
}
END_TEST

int
main(void)
{
	TCase *tests = tcase_create("closing");

	tcase_add_loop_test(tests, finds, 0, sizeof cases / sizeof *cases);
	tcase_add_test(tests, refuses);
	return unit_run("closing", tests);
}

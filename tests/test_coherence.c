/* SPDX-License-Identifier: ISC */
#include "coherence.h"

#include "findings.h"

static const struct {
	const char *text, *said;
} cases[] = {
	{ HEAD GOAL("d1", "") GOAL("d2", "Onder: d1\n"), "" },
	{ HEAD GOAL("d1", "Onder: d1\n"), "15:circle" },
	{ HEAD GOAL("d1", "Onder: d2\n") GOAL("d2", "Onder: d3\n") GOAL("d3", "Onder: d2\n"),
	    "23:circle 31:circle" },
	{ HEAD GOAL("d1", "Onder: d7\n")
	    REC("stand", "Op: 2026-02-01\nDoel: d2\nWerkpunt: d1.1\nStand: open\n"),
	    "15:unknown-key 20:unknown-key 21:unknown-key" },
	{ HEAD GOAL("d1", "") REC("doel", "Op: 2026-03-01\nDoel: d1\nTekst:\n"), "20:emptied" },
	{ HEAD REC("doel", "Op: 2026-02-01\nDoel: d1\nLeefgebied: wonen\n"), "9:missing" },
	{ HEAD GOAL("d1", "") REC("doel", "Op: 2026-01-09\nDoel: d1\nTermijn: kort\n"),
	    "16:missing 16:missing" },
	/* An amendment that says all again; another domain; the day of beginning. */
	{ HEAD GOAL("d1", "")
	    REC("doel", "Op: 2026-03-01\nDoel: d1\nLeefgebied: wonen\nTekst: U\n"), "" },
	{ HEAD GOAL("d1", "") REC("doel", "Op: 2026-03-01\nDoel: d1\nLeefgebied: werk\nTekst: U\n"),
	    "16:double-key" },
	{ HEAD GOAL("d1", "")
	    REC("doel", "Op: 2026-02-01\nDoel: d1\nLeefgebied: wonen\nTekst: U\n"),
	    "16:double-key" },
	{ HEAD REC("kracht", "Soort: kennis\n") REC("kracht", "Soort: kennis\n")
	    REC("kracht", "Soort: kennis\nOp: 2026-02-01\n"), "13:double-record" },
};

START_TEST(finds)
{
	struct findings f;

	findings_begin(&f, cases[_i].text);
	coherence_check(&f.state, 0, &f.problems);
	ck_assert_str_eq(findings_said(&f), cases[_i].said);
	findings_end(&f);
}
END_TEST

int
main(void)
{
	TCase *tests = tcase_create("coherence");

	tcase_add_loop_test(tests, finds, 0, sizeof cases / sizeof *cases);
	return unit_run("coherence", tests);
}

/* SPDX-License-Identifier: ISC */
#include "finding.h"

#include "findings.h"

static const char *
find(struct findings *f)
{
	problems_move(&f->problems, &f->dossier.problems);
	finding_dossier(&f->dossier, 0, f->model, date_parse("2026-11-01"), &f->state,
	    &f->problems);
	return findings_said(f);
}

static const struct {
	const char *text, *said;
} cases[] = {
	{ HEAD, "" },
	{ HEAD GOAL("d1", "Termijn: half\nPrioriteit: 0\nStreefdatum: morgen\n"),
	    "15:value 16:value 17:value" },
	{ HEAD REC("leefgebied", "Op: 2026-02-01\nLeefgebied: thuis\nScore: 3\nSchaal: tien\n"),
	    "12:reference 14:reference" },
	{ HEAD REC("leefgebied", "Op: 2026-02-01\nLeefgebied: wonen\nScore: 0\nNvt: x\n"),
	    "13:score 14:nvt-score" },
	{ HEAD REC("leefgebied", "Op: 2026-02-01\nLeefgebied: wonen\nSchaal: zelfredzaamheid\n"),
	    "13:scale" },
	{ HEAD REC("kracht", "Leefgebied: wonen\n"), "9:missing 9:missing" },
	{ HEAD REC("stand", "Op: 2026-02-01\nStand: open\n"), "9:missing" },
	{ HEAD REC("client", "Op: 2026-02-01\nBSN: 123456789\nVraag: Wonen\n"),
	    "12:value 13:reference" },
	{ HEAD REC("medicijn", "Op: 2026-02-01\nScore: 99\nStand: x\n"), "" },
	/*
	 * ESC, a space of no width in an own field, an override in a kind of one's own; tabs and
	 * lines are text.
	 */
	{ HEAD REC("notitie", "Op: 2026-02-01\nTekst: a\033b\nEigen: a\342\200\213b\n"),
	    "12:unseen 13:unseen" },
	{ HEAD REC("medicijn", "Op: 2026-02-01\nMiddel: \342\200\256x\n"), "12:unseen" },
	{ HEAD REC("notitie",
	    "Op: 2026-02-01\nTekst: a\tb\n+ \331\205\333\214\342\200\214\330\256\n"), "" },
	/*
	 * Lines in order, errors before warnings; of a malformed dossier only what its records
	 * show.
	 */
	{ HEAD REC("stand", "Op: gisteren\nDoel: d9\nStand: opne\nTekts: x\n")
	    REC("notitie", "Op: 2030-01-01\n"), "11:date 13:value 16:missing" },
};

START_TEST(finds)
{
	struct findings f;

	findings_begin(&f, cases[_i].text);
	ck_assert_str_eq(find(&f), cases[_i].said);
	findings_end(&f);
}
END_TEST

int
main(void)
{
	TCase *tests = tcase_create("finding");

	tcase_add_loop_test(tests, finds, 0, sizeof cases / sizeof *cases);
	return unit_run("finding", tests);
}

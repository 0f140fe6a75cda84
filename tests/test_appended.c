/* SPDX-License-Identifier: ISC */
#include "appended.h"

#include "finding.h"
#include "findings.h"

#define TODAY date_parse("2026-11-01")
#define NOTE(op) REC("notitie", "Op: " op "\nTekst: T\n")

static void
append(struct findings *f, enum kind kind, const char *op, enum slot slot, const char *value)
{
	struct draft d;

	draft_of(&d, kind);
	if (op != NULL)
		draft_put(&d, SLOT_OP, op);
	draft_put(&d, slot, value);
	dossier_append(&f->dossier, &d);
	draft_release(&d);
}

static void
append_note(struct findings *f, const char *op)
{
	append(f, KIND_NOTITIE, op, NOTITIE_TEKST, "T");
}

/* However a dossier ends, an appended record has the lines that it will have in the file. */
static const char *const ends[] = {
	HEAD, HEAD "\n\n", HEAD NOTE("2026-02-01"), HEAD NOTE("2026-02-01") "# comment\n\n",
	HEAD "Record: notitie\nClient: a\nOp: 2026-02-01\nTekst: T",
	HEAD "Record: notitie\nClient: a\nOp: 2026-02-01\nTekst: T\n+ U\n+\n",
	HEAD "Record: notitie\nClient: a\nOp: 2026-02-01\nTekst: T\n# within\n",
	HEAD "Record: notitie\nClient: a\nOp: 2026-02-01\nTekst: T\\",
	HEAD "Record: notitie\nClient: a\nOp: 2026-02-01\nTekst: T\\\n\n",
	"Record: client\r\nClient: a\r\nOp: 2026-01-05\r\nNaam: N\r\nAangemeld: 2026-01-05\r\n"
	    "Hulpvraag: H\r\n",
	"# first\n\n%rec: x\n\n" HEAD,
};

START_TEST(lines)
{
	struct findings f, g;
	struct text out = { 0 };
	struct problems found = { 0 };

	findings_begin(&f, ends[_i]);
	append(&f, KIND_NOTITIE, "2026-12-01", NOTITIE_TEKST, "een\ntwee\\");
	append_note(&f, "2026-12-02");
	ck_assert(appended_judge(&f.dossier, f.model, TODAY, &f.state, &found));
	ck_assert_uint_eq(found.n, 2);
	dossier_write(&f.dossier, &out);
	findings_begin(&g, text_string(&out));
	problems_clear(&g.dossier.problems);
	finding_dossier(&g.dossier, 0, g.model, TODAY, &g.state, &g.problems);
	ck_assert_uint_eq(g.problems.n, 2);
	for (size_t i = 0; i < 2; i++) {
		ck_assert_int_eq(found.at[i].line, g.problems.at[i].line);
		ck_assert_uint_eq(dossier_appended_at(&f.dossier, found.at[i].line), i);
	}
	ck_assert_uint_eq(dossier_appended_at(&f.dossier, 1), (size_t)-1);
	problems_release(&found);
	text_release(&out);
	findings_end(&g);
	findings_end(&f);
}
END_TEST

/*
 * Only what was not there before counts, wherever it is; "old" says that no line is an appended
 * one.
 */
static const struct {
	const char *text;
	enum kind kind;
	const char *op;
	enum slot slot;
	const char *value, *said;
	bool good;
} cases[] = {
	{ HEAD, KIND_NOTITIE, "2026-02-01", NOTITIE_TEKST, "T", "", true },
	{ HEAD, KIND_NOTITIE, "2026-01-04", NOTITIE_TEKST, "T", "11:before-registration", false },
	{ HEAD NOTE("2026-01-04"), KIND_NOTITIE, "2026-02-01", NOTITIE_TEKST, "T", "", true },
	{ HEAD NOTE("2026-01-04"), KIND_CLIENT, "2026-02-01", CLIENT_AANGEMELD,
	    "2026-01-02", "", true },
	{ HEAD NOTE("2026-01-04"), KIND_CLIENT, "2026-02-01", CLIENT_AANGEMELD, "2026-01-06",
	    "3:before-registration", false },
	{ HEAD NOTE("2026-02-01"), KIND_UITSTROOM, "2026-01-31", UITSTROOM_REDEN,
	    "verhuisd", "", true },
	{ HEAD GOAL("d1", ""), KIND_UITSTROOM, "2026-01-31", UITSTROOM_REDEN, "verhuisd",
	    "11:after-closing", true },
	{ HEAD GOAL("d1", "") REC("client", "Op: 2026-02-01\nNaam:\n"), KIND_CLIENT, "2026-02-02",
	    CLIENT_NAAM, "M", "", true },
	{ HEAD, KIND_CLIENT, "2026-02-02", CLIENT_NAAM, " ", "12:emptied", false },
	{ HEAD, KIND_CLIENT, "2026-02-02", CLIENT_AANGEMELD, "", "9:missing", false },
	{ HEAD, KIND_NOTITIE, "morgen", NOTITIE_TEKST, "T", "11:date", false },
	{ HEAD, KIND_NOTITIE, NULL, NOTITIE_TEKST, "T", "9:missing", false },
};

START_TEST(judges)
{
	struct findings f;

	findings_begin(&f, cases[_i].text);
	append(&f, cases[_i].kind, cases[_i].op, cases[_i].slot, cases[_i].value);
	ck_assert_int_eq(appended_judge(&f.dossier, f.model, TODAY, &f.state, &f.problems),
	    cases[_i].good);
	ck_assert_str_eq(findings_said(&f), cases[_i].said);
	findings_end(&f);
}
END_TEST

START_TEST(new_dossier)
{
	struct findings f;
	struct dossier d = { .id = "a", .blank = true };
	struct draft draft;

	findings_begin(&f, HEAD);
	draft_of(&draft, KIND_CLIENT);
	draft_put(&draft, CLIENT_AANGEMELD, "2026-01-05");
	dossier_append(&d, &draft);
	ck_assert(!appended_judge(&d, f.model, TODAY, &f.state, &f.problems));
	ck_assert_str_eq(findings_said(&f), "1:fit 1:missing 1:missing");
	draft_release(&draft);
	findings_end(&f);
	dossier_release(&d);
}
END_TEST

START_TEST(draft_alone)
{
	struct findings f;
	struct draft d;

	findings_begin(&f, HEAD);
	draft_of(&d, KIND_STAND);
	draft_put(&d, SLOT_OP, "2026-02-01");
	draft_put(&d, STAND_DOEL, "d9");
	draft_put(&d, STAND_STAND, "klaar");
	appended_draft(&d, f.model, &f.problems);
	ck_assert_str_eq(findings_said(&f), "0:value");
	draft_release(&d);
	findings_end(&f);
}
END_TEST

int
main(void)
{
	TCase *tests = tcase_create("appended");

	tcase_add_loop_test(tests, lines, 0, sizeof ends / sizeof *ends);
	tcase_add_loop_test(tests, judges, 0, sizeof cases / sizeof *cases);
	tcase_add_test(tests, new_dossier);
	tcase_add_test(tests, draft_alone);
	return unit_run("appended", tests);
}
